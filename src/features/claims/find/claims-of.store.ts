/** Claims and decisions by their ids, and those of members, claims and bookings: a page of each in one statement. */
import { claim as claimTable, decision as decisionTable } from "../../../../schema/tables/claim.js";
import type { Claim, Decision } from "../../../../schema/rows.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { recordOf } from "../../../platform/postgres/record.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const CLAIMS_BY_ID = statement("claims-by-id", "select to_json(c.*) as claim from claim c where c.id = any ($1::uuid[])");

export async function claimsById(tx: Tx, ids: readonly string[]): Promise<Claim[]> {
  return (await tx.query(CLAIMS_BY_ID.with(ids))).map(({ claim }) => recordOf(claimTable, claim));
}

const claimsWhere = (condition: string): string =>
  ofEach(
    "x.claim",
    `select to_json(c.*) as claim, c.id from claim c
    where ${condition} and ($2::text[] is null or c.state = any ($2))
    and ($3::uuid is null or c.id < $3) order by c.id desc limit $4`,
    "x.id desc",
  );
const CLAIMS_OF = {
  Member: statement("claims-of-members", claimsWhere("c.member_id = p.id"), PARENT),
  // by its member first, who has an index
  Policy: statement(
    "claims-of-policies",
    claimsWhere("c.member_id = (select y.member_id from policy y where y.id = p.id) and c.policy_id = p.id"),
    PARENT,
  ),
};
export type ClaimParent = keyof typeof CLAIMS_OF;

export type ClaimOf = Claim & { readonly parent: string };

/** Newest first: ids are made in the order of time. */
export async function claimsOf(
  tx: Tx,
  of: ClaimParent,
  parents: readonly string[],
  states: readonly string[] | null,
  after: string | null,
  limit: number,
): Promise<ClaimOf[]> {
  const rows = await tx.query(CLAIMS_OF[of].with(parents, states && states.length > 0 ? states : null, after, limit));
  return rows.map(({ parent, claim }) => ({ ...recordOf(claimTable, claim), parent }));
}

const DECISIONS_BY_ID = statement("decisions-by-id", "select to_json(d.*) as decision from decision d where d.id = any ($1::uuid[])");

export async function decisionsById(tx: Tx, ids: readonly string[]): Promise<Decision[]> {
  return (await tx.query(DECISIONS_BY_ID.with(ids))).map(({ decision }) => recordOf(decisionTable, decision));
}

const decisionsWhere = (condition: string): string =>
  ofEach(
    "x.decision",
    `select to_json(d.*) as decision, d.id from decision d where ${condition} and ($2::uuid is null or d.id < $2)
    order by d.id desc limit $3`,
    "x.id desc",
  );
const DECISIONS_OF = {
  Claim: statement("decisions-of-claims", decisionsWhere("d.claim_id = p.id"), PARENT),
  // by its claim first, which has an index
  Booking: statement(
    "decisions-of-bookings",
    decisionsWhere("d.claim_id = (select b.claim_id from booking b where b.id = p.id) and d.booking_id = p.id"),
    PARENT,
  ),
};
export type DecisionParent = keyof typeof DECISIONS_OF;
export type DecisionOf = Decision & { readonly parent: string };

/** Newest first. */
export async function decisionsOf(
  tx: Tx,
  of: DecisionParent,
  parents: readonly string[],
  after: string | null,
  limit: number,
): Promise<DecisionOf[]> {
  const rows = await tx.query(DECISIONS_OF[of].with(parents, after, limit));
  return rows.map(({ parent, decision }) => ({ ...recordOf(decisionTable, decision), parent }));
}
