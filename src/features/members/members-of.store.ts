/** Covers and consents by their ids, and what a member gave consent to: a page of each member in one statement. */
import { consent as consentTable, policy as policyTable } from "../../../schema/tables/member.js";
import type { Consent, Policy } from "../../../schema/rows.js";
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { recordOf } from "../../platform/postgres/record.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const POLICIES_BY_ID = statement("policies-by-id", "select to_json(p.*) as policy from policy p where p.id = any ($1::uuid[])");

export async function policiesById(tx: Tx, ids: readonly string[]): Promise<Policy[]> {
  return (await tx.query(POLICIES_BY_ID.with(ids))).map(({ policy }) => recordOf(policyTable, policy));
}

const CONSENTS_BY_ID = statement(
  "consents-by-id",
  "select to_json(c.*) as consent, clock_today() as today from consent c where c.id = any ($1::uuid[])",
);

/** A consent, and the day on which its state is looked at. */
export type ConsentSeen = Consent & { readonly today: string };

export async function consentsById(tx: Tx, ids: readonly string[]): Promise<ConsentSeen[]> {
  return (await tx.query(CONSENTS_BY_ID.with(ids))).map(({ consent, today }) => ({ ...recordOf(consentTable, consent), today }));
}

const CONSENTS_OF_CLAIMS = statement(
  "consents-of-claims",
  `select c.claim_id as parent, to_json(c.*) as consent, clock_today() as today
   from consent c where c.claim_id = any ($1::uuid[]) order by c.given_on desc, c.created_at desc`,
);

/** The one given last first. */
export async function consentsOfClaims(tx: Tx, claimIds: readonly string[]): Promise<ConsentOf[]> {
  const rows = await tx.query(CONSENTS_OF_CLAIMS.with(claimIds));
  return rows.map(({ parent, consent, today }) => ({ ...recordOf(consentTable, consent), today, parent }));
}

const CONSENTS_OF_MEMBERS = statement(
  "consents-of-members",
  ofEach(
    "x.consent, clock_today() as today",
    `select to_json(c.*) as consent, c.id from consent c where c.member_id = p.id and ($2::uuid is null or c.id < $2)
    order by c.id desc limit $3`,
    "x.id desc",
  ),
  PARENT,
);

export type ConsentOf = ConsentSeen & { readonly parent: string };

/** The one given last first. */
export async function consentsOfMembers(tx: Tx, memberIds: readonly string[], after: string | null, limit: number): Promise<ConsentOf[]> {
  const rows = await tx.query(CONSENTS_OF_MEMBERS.with(memberIds, after, limit));
  return rows.map(({ parent, consent, today }) => ({ ...recordOf(consentTable, consent), today, parent }));
}

const USES_OF_POLICIES = statement(
  "uses-of-policies",
  `select u.policy_id as parent, u.service_code as service, u.under, u.mode, u.year, count(*)::int as count,
     extract(year from clock_today())::int as this_year
   from treatment_usage u where u.policy_id = any ($1::uuid[]) and u.state <> 'RELEASED'
   group by u.policy_id, u.service_code, u.under, u.mode, u.year order by u.service_code, u.under, u.mode, u.year`,
);
export type Used = RowOf<"uses-of-policies">;

/** How many treatments of each kind count against covers: those that took place and those kept for appointments. */
export function usesOfPolicies(tx: Tx, policyIds: readonly string[]): Promise<Used[]> {
  return tx.query(USES_OF_POLICIES.with(policyIds));
}

const ERASURES_BY_ID = statement(
  "erasure-requests-by-id",
  `select e.id, e.member_id, e.ground, e.state, e.requested_by, e.requested_at, e.approved_by, e.approved_at
   from erasure_request e where e.id = any ($1::uuid[])`,
);

export function erasureRequestsById(tx: Tx, ids: readonly string[]) {
  return tx.query(ERASURES_BY_ID.with(ids));
}

/** Two years are shown; the actor's own identity stays in the table. Newest first. */
const ACCESSES_OF_MEMBERS = statement(
  "accesses-of-members",
  ofEach(
    "x.*, o.id as provider_id",
    `select a.seq, a.at, (extract(epoch from a.at) * 1000000)::bigint as at_micros, a.purpose,
      a.actor_role, a.organisation, a.operation, a.fields, a.outcome
    from audit_event a
    where a.member_id = p.id and a.at > clock_now() - interval '2 years'
      and ($2::bigint is null
        or (a.at, a.seq) < ('epoch'::timestamptz + $2::bigint * interval '1 microsecond', $3::bigint))
    order by a.at desc, a.seq desc limit $4`,
    "x.at desc, x.seq desc",
    "left join provider o on o.cvr = x.organisation",
  ),
  PARENT,
);
export type AccessOf = RowOf<"accesses-of-members">;

/** Microseconds since 1970, for an instant to the millisecond would lose rows between two pages; and the place in the trail. */
export type AccessKey = { readonly atMicros: number; readonly seq: number };

export function accessesOfMembers(tx: Tx, memberIds: readonly string[], after: AccessKey | null, limit: number): Promise<AccessOf[]> {
  return tx.query(ACCESSES_OF_MEMBERS.with(memberIds, after?.atMicros ?? null, after?.seq ?? null, limit));
}
