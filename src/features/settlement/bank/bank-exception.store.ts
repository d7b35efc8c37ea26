import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

export type BankExceptionRecord = RowOf<"bank-exceptions-by-id">;

const SELECT = "select id, reason, details, resolved_by, resolved_at from bank_exception";
const LOCK_EXCEPTION = statement("bank-exception-lock", `${SELECT} where id = $1 for update`);
const EXCEPTIONS = statement(
  "bank-exceptions",
  `${SELECT} where (not $1 or resolved_at is null) and ($2::uuid is null or id > $2) order by id limit $3`,
);

/** The oldest first: ids grow with time. */
export async function bankExceptions(tx: Tx, open: boolean, after: string | null, limit: number): Promise<BankExceptionRecord[]> {
  return tx.query(EXCEPTIONS.with(open, after, limit));
}

export async function lockException(tx: Tx, id: string): Promise<BankExceptionRecord | null> {
  const [row] = await tx.query(LOCK_EXCEPTION.with(id));
  return row ?? null;
}
