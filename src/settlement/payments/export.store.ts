import { present } from "../../kernel/invariant.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { Payee } from "../batches/batch-order.js";

export type SentPayment = Payee & { readonly id: string; readonly providerId: string; readonly lines: number };

/** What a batch pays to whom, in the order of the ids at the bank. */
export async function payeesOf(tx: Tx, batchId: string): Promise<SentPayment[]> {
  const rows = await tx.query<{
    id: string;
    provider_id: string;
    end_to_end_id: string;
    self_bill_number: string;
    amount_minor: bigint;
    line_count: number;
    legal_name: string;
    registration_number: string | null;
    account_number: string | null;
    iban: string | null;
  }>(
    `select p.id, p.provider_id, p.end_to_end_id, p.self_bill_number, p.amount_minor, p.line_count, o.legal_name, a.registration_number, a.account_number, a.iban
       from settlement_payment p join provider o on o.id = p.provider_id left join provider_account a on a.provider_id = p.provider_id
      where p.batch_id = $1 order by p.end_to_end_id`,
    [batchId],
    "settlement-payees",
  );
  return rows.map((r) => ({
    id: r.id,
    providerId: r.provider_id,
    endToEndId: r.end_to_end_id,
    selfBillNumber: r.self_bill_number,
    amountMinor: r.amount_minor,
    lines: r.line_count,
    name: r.legal_name,
    account:
      r.registration_number !== null && r.account_number !== null
        ? { registrationNumber: r.registration_number, accountNumber: r.account_number, iban: r.iban }
        : null,
  }));
}

export async function danishToday(tx: Tx): Promise<{ now: Date; today: string }> {
  const [row] = await tx.query<{ now: Date; today: string }>("select clock_now() as now, clock_today() as today", [], "danish-today");
  return present(row, "a select without a table answers one row");
}
