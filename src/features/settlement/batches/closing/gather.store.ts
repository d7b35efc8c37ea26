import { setTimeout } from "node:timers/promises";
import { present } from "../../../../kernel/invariant.js";
import { lockKey } from "../../../../platform/postgres/locks.js";
import { statement, type RowOf } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { accountIn, type BankAccount } from "../../payments/account.js";
import { REASONS_ABOUT_THE_ACCOUNT } from "../../payments/bank-reason-words.js";
import type { LineState } from "../../settlement-words.js";

const LOCK = statement("settlement-lock", `select pg_advisory_xact_lock(${lockKey("settlement")})`);
const TRY_LOCK = statement(
  "settlement-try-lock",
  `select pg_try_advisory_xact_lock(${lockKey("settlement")})
     as locked`,
);

/** Milliseconds between looks, each time longer; together about 20 seconds, in which a statement of 100,000 entries is taken in. */
const LOOKS_MS = [50, 100, 200, 400, 800, 1_000, 1_500, 2_000, 2_000, 2_500, 2_500, 2_500, 3_000];

/**
 * Acts that change which lines can be paid run one after the other, on whichever gateway. Whoever comes while another is at work
 * waits for it; who has waited too long is told to ask again.
 */
export async function lockSettlement(tx: Tx): Promise<void> {
  for (const pause of LOOKS_MS) {
    const [row] = await tx.query(TRY_LOCK.with());
    if (row?.locked) return;
    await setTimeout(pause);
  }
  await tx.query(LOCK.with());
}

export type DueProvider = {
  readonly providerId: string;
  readonly name: string;
  readonly lines: number;
  readonly totalMinor: bigint;
  readonly account: BankAccount | null;
  /** The bank sent a payment to it back. */
  readonly blocked: boolean;
  /** CVR number of one without an account, where its NemKonto may be paid to; null where it may not, or the bank knew of none. */
  readonly nemKonto: string | null;
};

/**
 * Payable now. A correction waits for its line: while that is disputed, or its dispute window is open, neither is paid. And nothing is
 * paid again of a payment of which the bank has said something that nobody has resolved: that one may yet be paid.
 */
export const DUE = `l.state = 'READY' and l.ready_at <= clock_now() and not exists (select from settlement_line d
       where d.id = l.corrects_id and (d.state in ('DISPUTED', 'BATCHED')
         or (d.state = 'READY' and d.ready_at > clock_now())))
     and not exists (select from settlement_attempt a join bank_exception e on a.payment_id = any (e.payment_ids)
       where a.line_id = l.id and e.resolved_at is null)`;

/** The CVR number that a company's NemKonto goes by, unless the bank has sent a payment to it back because of the account. */
export const nemKontoOf = (company: string, asked: string): string => `case when ${asked} and not exists (
       select from settlement_payment n where n.provider_id = ${company}.id and n.nem_konto = ${company}.cvr
         and n.state in ('REJECTED', 'RETURNED') and n.state_reason = any ('{${REASONS_ABOUT_THE_ACCOUNT.join(",")}}'))
     then ${company}.cvr end`;

/**
 * A plan for any parameters takes the companies to be one, and read all payments of the batch, all companies and all accounts anew for each,
 * which ended at the time limit: so the payments are read once and looked up ("not in"), and the others stand behind a fence ("offset 0").
 */
const DUE_PROVIDERS = statement(
  "settlement-due",
  `with due as (
     select l.provider_id, count(*)::int as lines, sum(l.amount_minor)::bigint as total
       from settlement_line l where ${DUE} and l.treated_on <= $1 and ($2::uuid[] is null or l.provider_id = any ($2))
        and l.provider_id not in (
          select y.provider_id from settlement_payment y where y.batch_id = $3 and y.provider_id is not null)
       group by 1)
   select d.provider_id, o.legal_name, d.lines, d.total, a.registration_number, a.account_number, a.iban,
     a.blocked_at is not null as blocked, ${nemKontoOf("o", "$4::boolean")} as nem_konto
     from due d cross join lateral (select id, legal_name, cvr from provider where id = d.provider_id offset 0) o
     left join lateral (
       select registration_number, account_number, iban, blocked_at from provider_account
        where provider_id = d.provider_id offset 0) a on true order by d.provider_id`,
);

/** `nemKonto`: whether the bank is asked for a NemKonto. */
type Among = { readonly nemKonto: boolean; readonly providerIds?: readonly string[]; readonly batchId?: string };

/**
 * Every provider with something to be paid by `through`, in the order of ids. `among`: only these, and none that the batch has a
 * payment to already.
 */
export async function dueProviders(tx: Tx, through: string, { nemKonto, providerIds, batchId }: Among): Promise<DueProvider[]> {
  const rows = await tx.query(DUE_PROVIDERS.with(through, providerIds ?? null, batchId ?? null, nemKonto));
  return rows.map((r) => ({
    providerId: r.provider_id,
    name: r.legal_name,
    lines: r.lines,
    totalMinor: r.total,
    account: accountIn(r),
    blocked: r.blocked ?? false,
    nemKonto: r.account_number === null ? r.nem_konto : null,
  }));
}

export type BatchSerials = { readonly now: Date; readonly today: string; readonly batch: number };

/** The number behind the prefix of the latest text, plus one; the first is 1. */
export const nextAfter = (column: string, from: number, latest: string): string =>
  `coalesce((select substring(${column} from ${from})::int ${latest} order by ${column} desc limit 1), 0) + 1`;
const NEXT_BATCH = nextAfter("reference", 10, "from settlement_batch where reference like 'STL-' || to_char(d.today, 'YYYY') || '-%'");
const SERIALS = statement(
  "settlement-serials",
  `with d as (select clock_today() as today)
   select clock_now() as now, d.today,
     ${NEXT_BATCH} as batch
   from d`,
);

/** The next free numbers. Taken under the settlement lock, so none is skipped and none is given twice. */
export async function nextSerials(tx: Tx): Promise<BatchSerials> {
  const [row] = await tx.query(SERIALS.with());
  return present(row, "a select without a table answers one row");
}

export type NewBatch = {
  readonly id: string;
  readonly reference: string;
  readonly through: string;
  readonly executionOn: string;
  readonly closedBy: string;
};

const OPEN_BATCH = statement(
  "settlement-open-batch",
  `insert into settlement_batch
     (id, reference, state, through_on, execution_on, line_count, payment_count, total_minor, closed_by)
   values ($1, $2, 'GATHERING', $3, $4, 0, 0, 0, $5)`,
);

export async function openBatch(tx: Tx, batch: NewBatch): Promise<void> {
  await tx.query(OPEN_BATCH.with(batch.id, batch.reference, batch.through, batch.executionOn, batch.closedBy));
}

const GATHERING = statement("settlement-gathering", "select * from settlement_batch where state = 'GATHERING'");
const LOCK_GATHERING = statement(
  "settlement-gathering-lock",
  "select * from settlement_batch where id = $1 and state = 'GATHERING' for update",
);
const ADD_TO_BATCH = statement(
  "settlement-batch-grows",
  `update settlement_batch set line_count = line_count + $2, payment_count = payment_count + $3,
     total_minor = total_minor + $4 where id = $1`,
);

/** The batch whose lines are being gathered, by whomever; there is one at most. */
export async function batchBeingGathered(tx: Tx): Promise<RowOf<"settlement-gathering"> | null> {
  return (await tx.query(GATHERING.with()))[0] ?? null;
}

/** The same, locked; null once somebody has gathered the last of it. */
export async function lockGathering(tx: Tx, batchId: string): Promise<RowOf<"settlement-gathering-lock"> | null> {
  return (await tx.query(LOCK_GATHERING.with(batchId)))[0] ?? null;
}

/** The batch is the sum of its payments at any moment. */
export async function growBatch(tx: Tx, batchId: string, by: GatheredPayments): Promise<void> {
  await tx.query(ADD_TO_BATCH.with(batchId, by.lines, by.payments, by.totalMinor));
}

export type NewPayment = {
  readonly id: string;
  readonly provider_id: string;
  readonly end_to_end_id: string;
  readonly payee_name: string;
  readonly registration_number: string | null;
  readonly account_number: string | null;
  readonly iban: string | null;
  readonly nem_konto: string | null;
};
type Gathered = Pick<RowOf<"settlement-gathering-lock">, "id" | "through_on" | "execution_on">;
export type GatheredPayments = { readonly lines: number; readonly payments: number; readonly totalMinor: bigint };

/**
 * Lines first, payments from what was really taken: a line that a member disputes at this moment is judged again by the
 * update and stays out of the sum. The foreign key looks at the end of the statement, when the payments are there.
 */
const GATHER = statement(
  "settlement-gather",
  `with p as (
     select * from jsonb_to_recordset($2::jsonb)
       as x(id uuid, provider_id uuid, end_to_end_id text, payee_name text, registration_number text,
         account_number text, iban text, nem_konto text)),
   moved as (
     update settlement_line l set state = 'BATCHED', payment_id = p.id from p
      where l.provider_id = p.provider_id and ${DUE} and l.treated_on <= $3 returning l.payment_id, l.amount_minor),
   taken as (
     select payment_id, sum(amount_minor)::bigint as total, count(*)::int as lines from moved group by 1),
   paid as (
     insert into settlement_payment (id, batch_id, provider_id, end_to_end_id, amount_minor, line_count, state,
       expected_on, payee_name, registration_number, account_number, iban, nem_konto)
     select p.id, $1, p.provider_id, p.end_to_end_id, t.total, t.lines, 'BATCHED', $4, p.payee_name,
       p.registration_number, p.account_number, p.iban, p.nem_konto
       from p join taken t on t.payment_id = p.id
     returning amount_minor, line_count)
   select coalesce(sum(line_count), 0)::int as lines, count(*)::int as payments,
     coalesce(sum(amount_minor), 0)::bigint as total from paid`,
);

/** Payments and their frozen lines for some providers, set-based, in one statement and one snapshot. */
export async function gatherPayments(tx: Tx, batch: Gathered, payments: readonly NewPayment[]): Promise<GatheredPayments> {
  const [row] = await tx.query(GATHER.with(batch.id, JSON.stringify(payments), batch.through_on, batch.execution_on));
  const { lines, payments: made, total } = present(row, "a select of sums answers one row");
  return { lines, payments: made, totalMinor: total };
}

/** Most lines that one statement moves: far inside the statement timeout of the request path. */
const LINES_PER_STATEMENT = 5_000;

/** Splits a list so that each part has at most `most` lines, or is one item alone. */
export function inPages<T>(items: readonly T[], linesOf: (item: T) => number, most: number = LINES_PER_STATEMENT): T[][] {
  const pages: T[][] = [];
  let room = 0;
  for (const item of items) {
    const lines = linesOf(item);
    const page = pages.at(-1);
    if (page && lines <= room) page.push(item);
    else {
      pages.push([item]);
      room = most;
    }
    room -= lines;
  }
  return pages;
}

const MOVE_LINES = statement(
  "settlement-move-lines",
  `with payouts as (
     update payout set state = $2 where payment_id = any ($1::uuid[]))
   update settlement_line set state = $2 where payment_id = any ($1::uuid[])`,
);

type Moved = { readonly id: string; readonly lines: number };

/** Lines follow their payments, and so does what members are owed. */
export async function moveLines(tx: Tx, payments: readonly Moved[], state: LineState): Promise<void> {
  for (const page of inPages(payments, (p) => p.lines)) {
    const ids = page.map((p) => p.id);
    await tx.query(MOVE_LINES.with(ids, state));
  }
}
