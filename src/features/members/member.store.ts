import { eq, sql } from "drizzle-orm";
import type { Consent, Member, Policy } from "../../../schema/rows.js";
import { consent, member, policy } from "../../../schema/tables/member.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

/** A member's record without the civil registration number, which the application's role cannot read. */
export type MemberSeen = Omit<Member, "cprEncrypted" | "externalKey" | "sourceVersion" | "identityBoundAt">;

const COLUMNS = {
  id: member.id,
  identitySubject: member.identitySubject,
  familyId: member.familyId,
  givenNames: member.givenNames,
  familyName: member.familyName,
  birthDate: member.birthDate,
  gender: member.gender,
  addressLine: member.addressLine,
  postnr: member.postnr,
  lat: member.lat,
  lon: member.lon,
  protectedAddress: member.protectedAddress,
  phone: member.phone,
  email: member.email,
  residence: member.residence,
  erasedAt: member.erasedAt,
  version: member.version,
};

/** Members as this viewer may see them, in the order asked; who was erased or is not theirs to see is left out. */
export async function membersByIds(tx: Tx, ids: readonly string[]): Promise<MemberSeen[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .select(COLUMNS)
    .from(member)
    .where(sql`${member.id} = any (${sql.param([...ids])}::uuid[]) and ${member.erasedAt} is null`);
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Covers of several members, oldest first. */
export async function policiesOf(tx: Tx, memberIds: readonly string[]): Promise<Policy[]> {
  return tx.db
    .select()
    .from(policy)
    .where(sql`${policy.memberId} = any (${sql.param([...memberIds])}::uuid[])`)
    .orderBy(policy.coverStart, policy.id);
}

export async function consentById(tx: Tx, id: string): Promise<Consent | null> {
  const [found] = await tx.db.select().from(consent).where(eq(consent.id, id)).limit(1);
  return found ?? null;
}

const CONSENT_FILE = statement(
  "consent-file",
  `with m as materialized (
     select m.id, m.birth_date from member m join claim c on c.member_id = m.id where c.id = $1 for no key update of m)
   select c.id as claim_id, c.state as claim_state, m.id as member_id, m.birth_date,
     coalesce((
       select json_agg(g.guardian_id) from guardianship g
       where g.child_id = m.id and custody_stands(g.checked_on, g.ended_on, clock_today())
     ), '[]') as guardian_ids,
     clock_today() as today, to_json(clock_now()) #>> '{}' as now
   from m join claim c on c.member_id = m.id where c.id = $1`,
);

const STANDING = statement(
  "consent-standing",
  `select id from consent
   where member_id = $1 and claim_id = $2 and purpose = $3 and withdrawn_on is null and replaced_by is null`,
);

/** What giving or withdrawing a consent for a claim must know, read behind the member's lock. */
export type ConsentFile = RowOf<"consent-file"> & {
  /** The consent of this purpose that is neither withdrawn nor replaced; it may have expired. */
  readonly standing_id: string | null;
};

/** Locks the claim's member first, as every act on a person does; undefined where there is no such claim for this viewer. */
export async function lockForConsent(tx: Tx, claimId: string, purpose: string): Promise<ConsentFile | undefined> {
  const [file] = await tx.query(CONSENT_FILE.with(claimId));
  if (!file) return undefined;
  const [standing] = await tx.query(STANDING.with(file.member_id, claimId, purpose));
  return { ...file, standing_id: standing?.id ?? null };
}

const TODAY = statement("today", "select clock_today() as today");

/** The day in Denmark by the database's clock. */
export async function todayOf(tx: Tx): Promise<string> {
  const [clock] = await tx.query(TODAY.with());
  return clock?.today ?? "";
}
