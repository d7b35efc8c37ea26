import { statement, type RowOf } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { inPages, nextAfter } from "../../batches/closing/gather.store.js";
import { VAT_OF_SERVICE } from "./self-bill-words.js";

const NEXT = nextAfter("number", 4, "from self_bill where number like 'SB-%'");
/**
 * Documents for payments that leave: of each the lines that no document has yet. What takes back something that was billed is a
 * credit note; a correction of what was never billed lowers the bill itself.
 */
const ISSUE = statement(
  "self-bills-issue",
  `with line as (
     select l.id, l.payment_id, l.provider_id, l.amount_minor, l.treated_on, l.reason, b.reference, b.service_code,
       f.number as corrects_number,
       case when f.number is not null and l.amount_minor < 0 then 'CREDIT_NOTE' else 'INVOICE' end as kind
     from settlement_line l join booking b on b.id = l.booking_id
       left join self_bill_line fl on fl.line_id = l.corrects_id left join self_bill f on f.id = fl.self_bill_id
     where l.payment_id = any ($1::uuid[]) and not exists (select from self_bill_line s where s.line_id = l.id)),
   doc as (
     select line.payment_id, line.kind, min(line.provider_id::text)::uuid as provider_id,
       sum(line.amount_minor)::bigint as total, count(*)::int as lines, gen_random_uuid() as id,
       row_number() over (order by min(p.end_to_end_id), line.kind desc) as place
     from line join settlement_payment p on p.id = line.payment_id group by 1, 2),
   issued as (
     insert into self_bill (id, number, kind, payment_id, provider_id, issued_on, seller_name, seller_cvr,
       seller_address, buyer_name, buyer_cvr, buyer_address, accepted_on, total_minor, line_count)
     select d.id, 'SB-' || lpad((d.place - 1 + ${NEXT})::text, 8, '0'), d.kind, d.payment_id, d.provider_id,
       clock_today(), o.legal_name, o.cvr, coalesce(o.address, (select c.address || ', ' || c.postnr || ' ' || c.town
         from clinic c where c.provider_id = o.id order by c.id limit 1), ''),
       $2, $3, $4,
       (select max(a.accepted_on) from self_billing_agreement a where a.provider_id = o.id), d.total, d.lines
     from doc d join provider o on o.id = d.provider_id)
   insert into self_bill_line (line_id, self_bill_id, booking_reference, service_code, reason, corrects_number,
     delivered_on, amount_minor, vat)
   select n.id, d.id, n.reference, n.service_code, n.reason, n.corrects_number, n.treated_on, n.amount_minor,
     coalesce($5::jsonb ->> n.service_code, 'EXEMPT_HEALTH_CARE')
   from line n join doc d on d.payment_id = n.payment_id and d.kind = n.kind`,
);

/** Who sells or buys, as it stands on a document. */
export type BillParty = { readonly name: string; readonly cvr: string; readonly address: string };

type Paid = { readonly id: string; readonly lines: number };

/** Under the settlement lock, so that no number is given twice and none is left out. */
export async function issueSelfBills(tx: Tx, payments: readonly Paid[], buyer: BillParty): Promise<void> {
  const vat = JSON.stringify(VAT_OF_SERVICE);
  for (const page of inPages(payments, (p) => p.lines)) {
    const ids = page.map((p) => p.id);
    await tx.query(ISSUE.with(ids, buyer.name, buyer.cvr, buyer.address, vat));
  }
}

const BILLS_BY_ID = statement("self-bills-by-id", "select b.* from self_bill b where b.id = any ($1::uuid[])");
const BILLS_OF_PAYMENTS = statement(
  "self-bills-of-payments",
  "select b.payment_id as parent, b.* from self_bill b where b.payment_id = any ($1::uuid[]) order by b.number",
);
const LINES_OF_BILL = statement(
  "self-bill-lines",
  `select l.booking_reference, l.service_code, l.reason, l.corrects_number, l.delivered_on, l.amount_minor, l.vat
   from self_bill_line l where l.self_bill_id = $1 order by l.delivered_on, l.booking_reference, l.line_id`,
);
const PAYMENT_OF_BILL = statement(
  "self-bill-payment",
  "select p.end_to_end_id, p.expected_on, p.state from settlement_payment p where p.id = $1",
);
export type BillRecord = RowOf<"self-bills-by-id">;
export type BillLineRecord = RowOf<"self-bill-lines">;
export type BilledPayment = RowOf<"self-bill-payment">;

export function selfBillsById(tx: Tx, ids: readonly string[]): Promise<BillRecord[]> {
  return tx.query(BILLS_BY_ID.with(ids));
}

/** The documents that were issued with payments; none where a payment repeats one that the bank sent back. */
export function selfBillsOf(tx: Tx, paymentIds: readonly string[]) {
  return tx.query(BILLS_OF_PAYMENTS.with(paymentIds));
}

/** What a document says, line by line, and the payment it was issued with. */
export async function selfBillContents(tx: Tx, bill: BillRecord): Promise<{ lines: BillLineRecord[]; payment: BilledPayment | null }> {
  const [lines, [payment]] = await tx.all([LINES_OF_BILL.with(bill.id), PAYMENT_OF_BILL.with(bill.payment_id)]);
  return { lines, payment: payment ?? null };
}
