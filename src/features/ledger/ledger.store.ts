import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Account } from "./entry.js";

export type Balance = RowOf<"ledger-trial-balance">;

/**
 * Entries recorded by an instant decide, so the same question about the same instant has one answer for ever. Pending is
 * what was reserved by then and neither posted nor voided by then.
 */
const SUMS = `
  coalesce(sum(p.amount_minor) filter (where e.status = 'POSTED'), 0)::bigint as balance,
  coalesce(sum(p.amount_minor) filter (where e.status = 'PENDING'
    and not exists (select from ledger_entry r where r.resolves_id = e.id and r.recorded_at <= $1)), 0)::bigint
    as pending
from posting p join ledger_entry e on e.id = p.entry_id and e.recorded_at <= $1
  and ($2::date is null or e.accounted_on <= $2)`;
const BALANCE = statement(
  "ledger-balance",
  `select ${SUMS}
   where p.account = $3 and ($4::uuid is null or p.owner_id = $4)`,
);
const TRIAL_BALANCE = statement(
  "ledger-trial-balance",
  `select p.account, ${SUMS}
   group by p.account order by p.account`,
);

/** Which entries count: those recorded by an instant, and of these those accounted by a day, if one is given. */
export type Cut = { readonly asOf: Date; readonly through: string | null };

export async function balanceOf(tx: Tx, account: Account, ownerId: string | null, { asOf, through }: Cut): Promise<Balance> {
  const [row] = await tx.query(BALANCE.with(asOf, through, account, ownerId));
  return { account, ...(row ?? { balance: 0n, pending: 0n }) };
}

/** One row per account that has ever been used; both columns sum to zero. */
export async function trialBalance(tx: Tx, { asOf, through }: Cut): Promise<Balance[]> {
  return tx.query(TRIAL_BALANCE.with(asOf, through));
}

export type LedgerRow = RowOf<"ledger-postings">;

export type LedgerFilter = {
  readonly account: Account;
  readonly ownerId: string | null;
  readonly asOf: Date;
  readonly through: string | null;
  readonly after: { readonly at: string; readonly id: string } | null;
  readonly limit: number;
};

const POSTINGS = statement(
  "ledger-postings",
  `select p.id, p.entry_id, e.kind, e.status, p.account, p.owner_id, p.amount_minor, e.booking_id, e.payment_id,
     e.resolves_id, e.corrects_id, e.reason, e.effective_on, e.accounted_on, e.recorded_at
   from posting p join ledger_entry e on e.id = p.entry_id
   where p.account = $1 and ($2::uuid is null or p.owner_id = $2) and e.recorded_at <= $3
     and ($4::date is null or e.accounted_on <= $4)
     and ($5::timestamptz is null or (date_trunc('milliseconds', e.recorded_at), p.id) < ($5::timestamptz, $6::uuid))
   order by date_trunc('milliseconds', e.recorded_at) desc, p.id desc limit $7`,
);

/** Postings of one account, the latest recorded first. */
export async function postingsOf(tx: Tx, f: LedgerFilter): Promise<LedgerRow[]> {
  return tx.query(POSTINGS.with(f.account, f.ownerId, f.asOf, f.through, f.after?.at ?? null, f.after?.id ?? null, f.limit));
}
