import { present } from "../../../kernel/invariant.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Payee } from "../batches/batch-order.js";
import { accountIn } from "./account.js";

export type SentPayment = Payee & { readonly id: string; readonly providerId: string; readonly lines: number };

const PAYEES = statement(
  "settlement-payees",
  `select p.id, p.provider_id, p.end_to_end_id, p.self_bill_number, p.amount_minor, p.line_count, o.legal_name,
     a.registration_number, a.account_number, a.iban
   from settlement_payment p join provider o on o.id = p.provider_id
     left join provider_account a on a.provider_id = p.provider_id
   where p.batch_id = $1 order by p.end_to_end_id`,
);

/** What a batch pays to whom, in the order of the ids at the bank. */
export async function payeesOf(tx: Tx, batchId: string): Promise<SentPayment[]> {
  const rows = await tx.query(PAYEES.with(batchId));
  return rows.map((r) => ({
    id: r.id,
    providerId: r.provider_id,
    endToEndId: r.end_to_end_id,
    selfBillNumber: r.self_bill_number,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    name: r.legal_name,
    account: accountIn(r),
  }));
}

const DANISH_TODAY = statement("danish-today", "select clock_now() as now, clock_today() as today");

export async function danishToday(tx: Tx): Promise<RowOf<"danish-today">> {
  const [row] = await tx.query(DANISH_TODAY.with());
  return present(row, "a select without a table answers one row");
}
