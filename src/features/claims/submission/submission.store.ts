import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, type Change } from "../../../platform/postgres/write.js";

const BY_IDS = statement("submissions-by-id", "select s.* from submission s where s.id = any ($1::uuid[])");
const OF_CLAIMS = statement(
  "submissions-of-claims",
  "select s.*, s.claim_id as parent from submission s where s.claim_id = any ($1::uuid[]) order by s.id desc",
);
const SAME = statement(
  "submission-same",
  "select s.id from submission s where s.claim_id = $1 and s.kind = $2 and s.document_reference = $3",
);
export type SubmissionRow = RowOf<"submissions-by-id">;

export function submissionsById(tx: Tx, ids: readonly string[]): Promise<SubmissionRow[]> {
  return tx.query(BY_IDS.with(ids));
}

/** The latest first. */
export function submissionsOf(tx: Tx, claimIds: readonly string[]): Promise<RowOf<"submissions-of-claims">[]> {
  return tx.query(OF_CLAIMS.with(claimIds));
}

export async function isSubmitted(tx: Tx, claimId: string, kind: string, documentReference: string): Promise<boolean> {
  return (await tx.query(SAME.with(claimId, kind, documentReference))).length > 0;
}

const DECIDE = statement(
  "decide_submission",
  `update submission set state = $2, decided_by = $3, decided_at = clock_now(), note = $4
   where id = $1 and state = 'WAITING'`,
);

export function decided(id: string, state: string, by: string, note: string | null): Change {
  return change(DECIDE.with(id, state, by, note), 1);
}
