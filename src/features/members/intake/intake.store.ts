/** Persons and policies as messages find and leave them. Set-based: a call of twenty thousand lines is some dozens of statements. */
import type { NewRow } from "../../../../schema/columns-of.js";
import { setTimeout as pause } from "node:timers/promises";
import { Refused, refusal } from "../../../kernel/refusal.js";
import { lockKey } from "../../../platform/postgres/locks.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import type { KnownNumber } from "../civil-number/civil-number.store.js";
import type { PersonToSave, PolicyToSave, StandingPerson, StandingPolicy } from "./apply-messages.js";

/** Rows per statement: a statement stays well inside its time limit. */
const CHUNK = 2_000;

export async function inChunks<T>(all: readonly T[], each: (chunk: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += CHUNK) await each(all.slice(at, at + CHUNK));
}

const ALONE = statement("member-intake-lock", `select pg_try_advisory_xact_lock(${lockKey("memberIntake")}) as mine`);
/** Another call takes some seconds; a statement that waits for a lock would be ended sooner. */
const TRIES = 150;
const PAUSE_MS = 200;

/** One call after the other. Throws Refused when the others take too long. */
export async function lockIntake(tx: Tx): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const [lock] = await tx.query(ALONE.with());
    if (lock?.mine) return;
    await pause(PAUSE_MS);
  }
  throw new Refused([BUSY]);
}

const BUSY = refusal("BUSY", "Others bring in members right now; nothing was changed by this request.", {
  remedy: "Send the same request again with the same idempotency key.",
  retryable: true,
});

/** Each way in by its own index: joined by OR the whole table would be read. */
const PERSONS = statement(
  "intake-persons",
  `with wanted as (
    select m.id from unnest($1::text[]) k (key) join member m on m.external_key = k.key
    union select m.id from unnest($2::text[]) s (subject) join member m on m.identity_subject = s.subject
    union select i.id from unnest($3::uuid[]) i (id))
   select m.id, m.external_key, m.source_version, m.family_id, m.given_names, m.family_name, m.birth_date, m.gender,
     m.identity_subject, m.identity_bound_at, m.address_line, m.postnr, m.protected_address, m.phone, m.email,
     m.residence
   from wanted w join member m on m.id = w.id where m.erased_at is null`,
);
const POLICIES = statement(
  "intake-policies",
  `with wanted as (
    select p.id from unnest($1::text[]) k (key) join policy p on p.external_key = k.key
    union select p.id from unnest($2::uuid[]) m (id) join policy p on p.member_id = m.id where not p.confirmed)
   select p.*, exists (select from claim c where c.policy_id = p.id) as claimed, d.last_day as withdrawn_on
   from wanted w join policy p on p.id = w.id left join policy_withdrawal d on d.policy_id = p.id`,
);

export async function personsKnown(
  tx: Tx,
  keys: readonly string[],
  subjects: readonly string[],
  ids: readonly string[],
): Promise<RowOf<"intake-persons">[]> {
  return tx.query(PERSONS.with(keys, subjects, ids));
}

export function standingPerson(row: RowOf<"intake-persons">, digest: string | null): StandingPerson {
  return {
    id: row.id,
    externalKey: row.external_key,
    version: row.source_version,
    familyId: row.family_id,
    digest,
    givenNames: row.given_names,
    familyName: row.family_name,
    birthDate: row.birth_date,
    gender: row.gender,
    identitySubject: row.identity_subject,
    loginBoundAt: row.identity_bound_at,
    addressLine: row.address_line,
    postnr: row.postnr,
    protectedAddress: row.protected_address,
    phone: row.phone,
    email: row.email,
    residence: row.residence,
  };
}

/** By what each member is found, in the digests of today's key where the number is one of the call's. */
export function digestsOf(known: readonly KnownNumber[], todays: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(known.map(({ member_id, digest }) => [member_id, todays.get(digest ?? "") ?? digest ?? ""]));
}

export async function policiesKnown(tx: Tx, keys: readonly string[], memberIds: readonly string[]): Promise<StandingPolicy[]> {
  const rows = await tx.query(POLICIES.with(keys, memberIds));
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    externalKey: row.external_key,
    version: row.source_version,
    product: row.product,
    role: row.role,
    scheme: row.scheme,
    coverStart: row.cover_start,
    coverEnd: row.cover_end,
    seniorityFrom: row.seniority_from,
    optional: row.optional,
    paidThrough: row.paid_through,
    groupChildAge: row.group_child_age,
    suspended: row.suspended,
    danmarkMember: row.danmark_member,
    confirmed: row.confirmed,
    claimed: row.claimed,
    withdrawnOn: row.withdrawn_on,
  }));
}

const LOCK = statement("intake-lock-members", "select id from member where id = any ($1::uuid[]) order by id for no key update");

/** As every act on a person does; in the order of their ids. */
export async function lockMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  await inChunks([...ids].sort(), (chunk) => tx.query(LOCK.with(chunk)));
}

const PERSON_COLUMNS = `external_key, source_version, family_id, given_names, family_name, birth_date, gender, identity_subject,
      identity_bound_at, address_line, postnr, lat, lon, protected_address, phone, email, residence`;
const CHANGE_PERSONS = statement(
  "change_persons",
  `update member m set (${PERSON_COLUMNS}, version) =
     (n.external_key, n.source_version, n.family_id, n.given_names, n.family_name, n.birth_date, n.gender,
      n.identity_subject, n.identity_bound_at, n.address_line, n.postnr, n.lat, n.lon, n.protected_address, n.phone,
      n.email, n.residence, m.version + 1)
   from jsonb_populate_recordset(null::member, $1::jsonb) n where m.id = n.id`,
);
const CHANGE_POLICIES = statement(
  "change_policies",
  `update policy p set (external_key, source_version, member_id, product, role, scheme, cover_start, cover_end,
      seniority_from, optional, paid_through, group_child_age, suspended, danmark_member, confirmed) =
     (n.external_key, n.source_version, n.member_id, n.product, n.role, n.scheme, n.cover_start, n.cover_end,
      n.seniority_from, n.optional, n.paid_through, n.group_child_age, n.suspended, n.danmark_member, true)
   from jsonb_populate_recordset(null::policy, $1::jsonb) n where p.id = n.id`,
);
/** Logins that change hands within one call are let go first. */
const RELEASE_SUBJECTS = statement(
  "release-subjects",
  "update member set identity_subject = null where id = any ($1::uuid[]) and identity_subject is not null",
);

type Place = (postnr: string | null) => { readonly lat: number | null; readonly lon: number | null };

export async function savePersons(tx: Tx, persons: readonly PersonToSave[], place: Place): Promise<void> {
  const changed = persons.filter(({ isNew }) => !isNew);
  await inChunks(changed, (chunk) => tx.query(RELEASE_SUBJECTS.with(chunk.map(({ id }) => id))));
  await inChunks(changed, (chunk) =>
    write(tx, {}, [change(CHANGE_PERSONS.with(JSON.stringify(chunk.map((p) => writable(personRow(p, place))))), chunk.length)]),
  );
  await inChunks(
    persons.filter(({ isNew }) => isNew),
    (chunk) => write(tx, { member: chunk.map((p) => personRow(p, place)) }),
  );
}

export async function savePolicies(tx: Tx, policies: readonly PolicyToSave[]): Promise<void> {
  await inChunks(
    policies.filter(({ isNew }) => !isNew),
    (chunk) => write(tx, {}, [change(CHANGE_POLICIES.with(JSON.stringify(chunk.map((p) => writable(policyRow(p))))), chunk.length)]),
  );
  await inChunks(
    policies.filter(({ isNew }) => isNew),
    (chunk) => write(tx, { policy: chunk.map(policyRow) }),
  );
}

/** JSON knows no big integers; the database reads them from text. */
function writable(row: object): object {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]: [string, unknown]) => [key, typeof value === "bigint" ? String(value) : value]),
  );
}

function personRow(p: PersonToSave, place: Place): NewRow<"member"> {
  const { lat, lon } = place(p.postnr);
  return {
    id: p.id,
    external_key: p.externalKey,
    source_version: p.version,
    family_id: p.familyId,
    given_names: p.givenNames,
    family_name: p.familyName,
    birth_date: p.birthDate,
    gender: p.gender,
    identity_subject: p.identitySubject,
    identity_bound_at: p.loginBoundAt,
    address_line: p.addressLine,
    postnr: p.postnr,
    lat,
    lon,
    protected_address: p.protectedAddress,
    phone: p.phone,
    email: p.email,
    residence: p.residence,
  };
}

function policyRow(p: PolicyToSave): NewRow<"policy"> {
  return {
    id: p.id,
    external_key: p.externalKey,
    source_version: p.version,
    member_id: p.memberId,
    product: p.product,
    role: p.role,
    scheme: p.scheme,
    cover_start: p.coverStart,
    cover_end: p.coverEnd,
    seniority_from: p.seniorityFrom,
    optional: p.optional,
    paid_through: p.paidThrough,
    group_child_age: p.groupChildAge,
    suspended: p.suspended,
    danmark_member: p.danmarkMember,
    confirmed: true,
  };
}
