import { present } from "../../../kernel/invariant.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Payee } from "../batches/batch-order.js";
import type { PaidTreatment } from "../documents/self-bills/numbering.js";
import { accountIn } from "./account.js";
import { payeeIn, type PaidTo } from "./payee.js";
import type { PaymentOrder } from "./payment-order.js";
import { BLANK } from "./filled-order.js";

export type SentPayment = Payee & { readonly id: string; readonly payee: PaidTo; readonly lines: number };

const PAYEES = statement(
  "settlement-payees",
  `select p.id, p.provider_id, p.member_id, p.end_to_end_id, p.amount_minor, p.line_count, p.payee_name,
     p.registration_number, p.account_number, p.iban, p.nem_konto,
     coalesce((select min(b.number) from self_bill b where b.payment_id = p.id),
       (select min(b.number) from settlement_line l join self_bill_line s on s.line_id = l.id
         join self_bill b on b.id = s.self_bill_id where l.payment_id = p.id), '') as self_bill_number
   from settlement_payment p
   where p.batch_id = $1 and p.state <> 'WITHDRAWN' order by p.end_to_end_id`,
);

/** What a batch pays to whom and where, as it was frozen when the batch was closed, in the order of the ids at the bank. */
export async function payeesOf(tx: Tx, batchId: string): Promise<SentPayment[]> {
  const rows = await tx.query(PAYEES.with(batchId));
  return rows.map((r) => ({
    id: r.id,
    payee: payeeIn(r),
    endToEndId: r.end_to_end_id,
    selfBillNumber: r.self_bill_number,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    // of a member only the file knows name and number
    name: r.payee_name ?? BLANK.name,
    civilNumber: r.member_id === null ? null : BLANK.civilNumber,
    account: accountIn(r),
    nemKonto: r.nem_konto,
  }));
}

const TREATMENTS = statement(
  "settlement-paid-treatments",
  `select l.payment_id, b.reference, l.treated_on, l.amount_minor
   from settlement_line l join booking b on b.id = l.booking_id join settlement_payment p on p.id = l.payment_id
   where p.batch_id = $1 order by l.treated_on, b.reference, l.id`,
);

/** The same with what each of them pays for. */
export async function withTreatments(tx: Tx, batchId: string, payments: readonly SentPayment[]): Promise<SentPayment[]> {
  const rows = await tx.query(TREATMENTS.with(batchId));
  const paid = new Map<string, PaidTreatment[]>(payments.map((p) => [p.id, []]));
  for (const r of rows)
    paid.get(r.payment_id ?? "")?.push({ reference: r.reference, treatedOn: r.treated_on, amountMinor: r.amount_minor });
  return payments.map((payment) => ({ ...payment, treatments: paid.get(payment.id) ?? [] }));
}

const NAME_RUNS = statement(
  "payments-name-runs",
  `update settlement_payment p set file = x.file, run = x.run
     from jsonb_to_recordset($2::jsonb) as x(end_to_end_id text, file int, run int)
    where p.batch_id = $1 and p.end_to_end_id = x.end_to_end_id`,
);

/** Which file and which run each payment stands in, where there are several: the bank answers by file and by run. */
export async function nameRuns(tx: Tx, batchId: string, orders: readonly PaymentOrder[]): Promise<void> {
  const later = orders.flatMap(({ payments }, i) =>
    payments.flatMap(({ endToEndId, run = 1 }) => (run === 1 ? [] : [{ end_to_end_id: endToEndId, file: i + 1, run }])),
  );
  if (later.length > 0) await tx.query(NAME_RUNS.with(batchId, JSON.stringify(later)));
}

const WITHOUT_NUMBER = statement(
  "payments-without-number",
  `select p.end_to_end_id from settlement_payment p
    where p.batch_id = $1 and p.state = 'BATCHED' and p.member_id is not null and not has_civil_number(p.member_id)
    order by p.end_to_end_id`,
);

/** Payments of a batch to members of whom no civil registration number is known any more, by their ids at the bank. */
export async function withoutNumber(tx: Tx, batchId: string): Promise<string[]> {
  return (await tx.query(WITHOUT_NUMBER.with(batchId))).map((r) => r.end_to_end_id);
}

const DANISH_TODAY = statement("danish-today", "select clock_now() as now, clock_today() as today");

export async function danishToday(tx: Tx): Promise<RowOf<"danish-today">> {
  const [row] = await tx.query(DANISH_TODAY.with());
  return present(row, "a select without a table answers one row");
}
