/** Reimbursements by their ids, and those of claims and members: a page of each in one statement. */
import { reimbursement as reimbursementTable } from "../../../../schema/tables/settlement.js";
import type { Reimbursement } from "../../../../schema/rows.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { recordOf } from "../../../platform/postgres/record.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const REIMBURSEMENTS_BY_ID = statement(
  "reimbursements-by-id",
  "select to_json(r.*) as reimbursement from reimbursement r where r.id = any ($1::uuid[])",
);

export async function reimbursementsById(tx: Tx, ids: readonly string[]): Promise<Reimbursement[]> {
  return (await tx.query(REIMBURSEMENTS_BY_ID.with(ids))).map(({ reimbursement }) => recordOf(reimbursementTable, reimbursement));
}

const reimbursementsWhere = (condition: string): string =>
  ofEach(
    "x.reimbursement",
    `select to_json(r.*) as reimbursement, r.id from reimbursement r
    where ${condition} and ($2::uuid is null or r.id < $2)
    order by r.id desc limit $3`,
    "x.id desc",
  );
const REIMBURSEMENTS_OF = {
  Claim: statement("reimbursements-of-claims", reimbursementsWhere("r.claim_id = p.id"), PARENT),
  Member: statement("reimbursements-of-members", reimbursementsWhere("r.member_id = p.id"), PARENT),
};
export type ReimbursementParent = keyof typeof REIMBURSEMENTS_OF;
export type ReimbursementOf = Reimbursement & { readonly parent: string };

/** The latest decision first. */
export async function reimbursementsOf(
  tx: Tx,
  of: ReimbursementParent,
  parents: readonly string[],
  after: string | null,
  limit: number,
): Promise<ReimbursementOf[]> {
  const rows = await tx.query(REIMBURSEMENTS_OF[of].with(parents, after, limit));
  return rows.map(({ parent, reimbursement }) => ({ ...recordOf(reimbursementTable, reimbursement), parent }));
}

const STOPPED = statement(
  "reimbursements-stopped",
  `select to_json(r.*) as reimbursement from reimbursement r join payout o on o.reimbursement_id = r.id
    where o.state = 'STOPPED' and ($1::uuid is null or r.id > $1) order by r.id limit $2`,
);

/** Those of which the payout was stopped, the oldest first. */
export async function stoppedReimbursements(tx: Tx, after: string | null, limit: number): Promise<Reimbursement[]> {
  return (await tx.query(STOPPED.with(after, limit))).map(({ reimbursement }) => recordOf(reimbursementTable, reimbursement));
}
