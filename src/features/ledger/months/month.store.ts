import { present } from "../../../kernel/invariant.js";
import { lockKey } from "../../../platform/postgres/locks.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { AGE_ENDS, type Book } from "./month.js";

const BOOK = statement(
  "book-months",
  `select book_opens_on() as opens_on, clock_today() as today, clock_now() as now,
     exists (select from accounting_act where state = 'ASKED') as waits`,
);

export async function bookMonths(tx: Tx): Promise<Book & { readonly now: Date }> {
  const row = present((await tx.query(BOOK.with()))[0], "a select without a table answers one row");
  const opensOn = row.opens_on === null || row.opens_on < "1000-01-01" ? null : row.opens_on;
  return { opensOn, today: row.today, waits: row.waits, now: row.now };
}

const ALONE = statement("book-alone", `select pg_advisory_xact_lock(${lockKey("book")})`);

/** Whoever is writing in the book ends first, and nobody begins before this transaction is over: it is a short one. */
export async function lockBook(tx: Tx): Promise<void> {
  await tx.query(ALONE.with());
}

const ACTS_BY_ID = statement("month-acts-by-id", "select a.* from accounting_act a where a.id = any ($1::uuid[])");
const LOCK_ACT = statement("month-act-lock", "select a.* from accounting_act a where a.id = $1 for update of a");
const ACTS = statement("month-acts", "select a.* from accounting_act a where ($1::uuid is null or a.id < $1) order by a.id desc limit $2");
export type MonthActRecord = RowOf<"month-acts-by-id">;

export async function monthActById(tx: Tx, id: string): Promise<MonthActRecord | null> {
  return (await tx.query(ACTS_BY_ID.with([id])))[0] ?? null;
}

export function monthActsById(tx: Tx, ids: readonly string[]): Promise<MonthActRecord[]> {
  return tx.query(ACTS_BY_ID.with(ids));
}

export async function lockMonthAct(tx: Tx, id: string): Promise<MonthActRecord | null> {
  return (await tx.query(LOCK_ACT.with(id)))[0] ?? null;
}

/** The latest first. */
export function monthActs(tx: Tx, after: string | null, limit: number): Promise<MonthActRecord[]> {
  return tx.query(ACTS.with(after, limit));
}

const TOTALS = statement(
  "month-totals",
  `select p.account,
     coalesce(sum(p.amount_minor) filter (where e.accounted_on < $2), 0)::bigint as opening,
     coalesce(sum(p.amount_minor) filter (where e.accounted_on >= $2 and p.amount_minor > 0), 0)::bigint as debit,
     coalesce(-sum(p.amount_minor) filter (where e.accounted_on >= $2 and p.amount_minor < 0), 0)::bigint as credit,
     sum(p.amount_minor)::bigint as closing
   from posting p join ledger_entry e on e.id = p.entry_id
   where e.status = 'POSTED' and e.recorded_at <= $1 and e.accounted_on < $3 group by p.account order by p.account`,
);
export type MonthTotal = RowOf<"month-totals">;

const ACCRUED = statement(
  "month-accrued",
  `select coalesce(sum(p.amount_minor), 0)::bigint as amount, count(*)::int as treatments
   from ledger_entry e join posting p on p.entry_id = e.id and p.account = 'INSURER_EXPENSE'
   where e.status = 'PENDING' and e.recorded_at <= $1 and e.effective_on < $2
     and not exists (select from ledger_entry r where r.resolves_id = e.id and r.recorded_at <= $1)`,
);
type Accrued = RowOf<"month-accrued">;

const [RECENT, OLD, OLDER] = AGE_ENDS;
const AGES = statement(
  "month-ages",
  `select case when t.days <= ${RECENT} then 0 when t.days <= ${OLD} then 1 when t.days <= ${OLDER} then 2 else 3 end
       as class, count(*)::int as lines, sum(t.amount_minor)::bigint as amount
   from (select l.amount_minor, clock_today() - l.treated_on as days from settlement_line l
     where l.state in ('READY', 'DISPUTED', 'BATCHED')
     union all select o.amount_minor, clock_today() - o.decided_on from payout o
     where o.state in ('READY', 'STOPPED', 'BATCHED')) t group by 1 order by 1`,
);
export type AgeClass = RowOf<"month-ages">;

/** The book of one month: every account with what it began with, what moved, and what it ended with; entries recorded by an instant. */
export function monthTotals(tx: Tx, asOf: Date, month: string, next: string): Promise<MonthTotal[]> {
  return tx.query(TOTALS.with(asOf, month, next));
}

/** Booked treatment of days before `next` of which nobody has said yet whether it took place. */
export async function accruedBefore(tx: Tx, asOf: Date, next: string): Promise<Accrued> {
  return present((await tx.query(ACCRUED.with(asOf, next)))[0], "a select of sums answers one row");
}

/** What is owed and not sent, by the age of the treatment today; of what members are owed by the age of the decision. */
export function openLineAges(tx: Tx): Promise<AgeClass[]> {
  return tx.query(AGES.with());
}

const VOUCHERS = `
  with voucher as (
    select e.id, e.kind, e.reason, e.accounted_on, e.effective_on, e.recorded_at, e.booking_id, e.payment_id, e.actor,
      row_number() over (order by e.recorded_at, e.id)::int as place
    from ledger_entry e
    where e.status = 'POSTED' and e.recorded_at <= $1 and e.accounted_on >= $2 and e.accounted_on < $3)`;
const JOURNAL = statement(
  "month-journal",
  `${VOUCHERS}
   select v.place, v.kind, v.reason, v.accounted_on, v.effective_on, v.recorded_at, v.actor, p.account, p.amount_minor,
     o.cvr, b.reference as booking, y.end_to_end_id as payment
   from voucher v join posting p on p.entry_id = v.id left join provider o on o.id = p.owner_id
     left join booking b on b.id = v.booking_id left join settlement_payment y on y.id = v.payment_id
   where v.place > $4 and v.place <= $5 order by v.place, p.account, p.id`,
);
const VOUCHER_COUNT = statement(
  "month-vouchers",
  `select count(*)::int as n from ledger_entry e
    where e.status = 'POSTED' and e.recorded_at <= $1 and e.accounted_on >= $2 and e.accounted_on < $3`,
);
export type JournalRow = RowOf<"month-journal">;
export type MonthCut = { readonly asOf: Date; readonly month: string; readonly next: string };

export async function voucherCount(tx: Tx, { asOf, month, next }: MonthCut): Promise<number> {
  return (await tx.query(VOUCHER_COUNT.with(asOf, month, next)))[0]?.n ?? 0;
}

/** Vouchers after the place `from` up to `until`, each with its sides. */
export function journalOf(tx: Tx, { asOf, month, next }: MonthCut, from: number, until: number): Promise<JournalRow[]> {
  return tx.query(JOURNAL.with(asOf, month, next, from, until));
}

const DAYS = statement(
  "month-days",
  `select p.account, e.accounted_on,
     coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as debit,
     coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as credit
   from posting p join ledger_entry e on e.id = p.entry_id
   where e.status = 'POSTED' and e.recorded_at <= $1 and e.accounted_on >= $2 and e.accounted_on < $3
   group by 1, 2 order by 1, 2`,
);
export type AccountDay = RowOf<"month-days">;

/** What moved on each account on each day. */
export function accountDays(tx: Tx, { asOf, month, next }: MonthCut): Promise<AccountDay[]> {
  return tx.query(DAYS.with(asOf, month, next));
}
