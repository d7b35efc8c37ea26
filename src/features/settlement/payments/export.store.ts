import { present } from "../../../kernel/invariant.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Payee } from "../batches/batch-order.js";
import { accountIn } from "./account.js";

export type SentPayment = Payee & { readonly id: string; readonly providerId: string; readonly lines: number };

const PAYEES = statement(
  "settlement-payees",
  `select p.id, p.provider_id, p.end_to_end_id, p.amount_minor, p.line_count, p.payee_name,
     p.registration_number, p.account_number, p.iban,
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
    providerId: r.provider_id,
    endToEndId: r.end_to_end_id,
    selfBillNumber: r.self_bill_number,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    name: r.payee_name,
    account: r.account_number === "" ? null : accountIn(r),
  }));
}

const DANISH_TODAY = statement("danish-today", "select clock_now() as now, clock_today() as today");

export async function danishToday(tx: Tx): Promise<RowOf<"danish-today">> {
  const [row] = await tx.query(DANISH_TODAY.with());
  return present(row, "a select without a table answers one row");
}
