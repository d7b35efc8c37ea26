/** What waits for a second person, and what was decided. */
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const SHOWN = `p.id, p.kind, p.content, p.says, p.changes, p.source, p.state, p.proposed_by as "proposedBy",
  p.proposed_at as "proposedAt", p.decided_by as "decidedBy", p.decided_at as "decidedAt", p.version`;

const BY_ID = statement("proposals-by-id", `select ${SHOWN} from proposal p where p.id = any ($1::uuid[])`);
export type ProposalRow = RowOf<"proposals-by-id">;

export function proposalsById(tx: Tx, ids: readonly string[]): Promise<ProposalRow[]> {
  return tx.query(BY_ID.with(ids));
}

const FOUND = statement(
  "proposals",
  `select ${SHOWN} from proposal p
   where ($1::text is null or p.state = $1) and ($2::text is null or p.kind = $2) and ($3::uuid is null or p.id < $3)
   order by p.id desc limit $4`,
);

/** The latest first. */
export function proposalsOf(
  tx: Tx,
  state: string | null,
  kind: string | null,
  after: string | null,
  limit: number,
): Promise<ProposalRow[]> {
  return tx.query(FOUND.with(state, kind, after, limit));
}

const TO_DECIDE = statement(
  "proposal-to-decide",
  `select p.id, p.kind, p.content, p.state, p.source, p.proposed_by as "proposedBy", p.version, clock_today() as today
   from proposal p where p.id = $1 for no key update`,
);
export type ProposalToDecide = RowOf<"proposal-to-decide">;

/** Locked: of two who decide at once the second is told that it was decided. */
export async function proposalToDecide(tx: Tx, id: string): Promise<ProposalToDecide | null> {
  const [row] = await tx.query(TO_DECIDE.with(id));
  return row ?? null;
}

export const DECIDE = statement(
  "decide_proposal",
  `update proposal set state = $2, decided_by = $3, decided_at = clock_now(), version = version + 1
   where id = $1 and state = 'PROPOSED'`,
);

const GO_ON_AS_PRODUCT = statement(
  "manager-then-system",
  `select set_config('app.role', 'WORKER', true), set_config('role', 'gateway_worker', true) as as_role
   where app_role() = 'NETWORK_MANAGER'`,
);

/** From here on the act goes on as the product: only a network manager gets that far. */
export async function goOnAsProduct(tx: Tx): Promise<boolean> {
  return (await tx.query(GO_ON_AS_PRODUCT.with())).length === 1;
}
