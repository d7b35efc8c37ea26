import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

const GROUND = statement(
  "withdrawal-ground",
  `select p.member_id, p.product, p.role, p.cover_start, p.cover_end, clock_today() as today, clock_now() as now,
  exists (select from policy_withdrawal w where w.policy_id = p.id) as withdrawn
from policy p where p.id = $1 for no key update of p`,
);

/** The policy, locked: two withdrawals come one after the other. */
export async function withdrawalGround(tx: Tx, policyId: string): Promise<RowOf<"withdrawal-ground"> | undefined> {
  const [row] = await tx.query(GROUND.with(policyId));
  return row;
}

const END = statement("end_cover", "update policy set cover_end = $2 where id = $1");

export function endCover(policyId: string, lastDay: string): Change {
  return change(END.with(policyId, lastDay), 1);
}
