import type { Tx } from "../../platform/postgres/transaction.js";

export type BankExceptionRecord = {
  readonly id: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly resolved_by: string | null;
  readonly resolved_at: Date | null;
};

export async function bankExceptions(tx: Tx, open: boolean, after: string | null, limit: number): Promise<BankExceptionRecord[]> {
  return tx.query<BankExceptionRecord>(
    `select id, reason, details, resolved_by, resolved_at from bank_exception
      where (not $1 or resolved_at is null) and ($2::uuid is null or id > $2) order by id limit $3`,
    [open, after, limit],
    "bank-exceptions",
  );
}

export async function exceptionById(tx: Tx, id: string): Promise<BankExceptionRecord | null> {
  const [row] = await tx.query<BankExceptionRecord>(
    "select id, reason, details, resolved_by, resolved_at from bank_exception where id = $1",
    [id],
    "bank-exception",
  );
  return row ?? null;
}

export async function lockException(tx: Tx, id: string): Promise<BankExceptionRecord | null> {
  const [row] = await tx.query<BankExceptionRecord>(
    "select id, reason, details, resolved_by, resolved_at from bank_exception where id = $1 for update",
    [id],
    "bank-exception-lock",
  );
  return row ?? null;
}
