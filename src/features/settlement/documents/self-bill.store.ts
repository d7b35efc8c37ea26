import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { BillParty, SelfBill, SelfBillLine } from "./self-bill.js";

// dated on the day of payment: a clinic may see its payment and not the batch
const HEAD = statement(
  "self-bill-head",
  `select p.self_bill_number, p.end_to_end_id, p.expected_on, p.amount_minor, p.state, p.expected_on as issued_on,
     o.legal_name, o.cvr,
     (select c.address || ', ' || c.postnr || ' ' || c.town from clinic c
       where c.provider_id = p.provider_id order by c.id limit 1) as address
   from settlement_payment p join provider o on o.id = p.provider_id where p.id = $1`,
);
const LINES = statement(
  "self-bill-lines",
  `select b.reference, b.service_code, l.kind, l.reason, l.treated_on, l.amount_minor
     from settlement_line l join booking b on b.id = l.booking_id
    where l.payment_id = $1 or l.id in (select line_id from settlement_attempt where payment_id = $1)
    order by l.treated_on, b.reference, l.kind desc`,
);

/** The document of one payment as it was frozen: what the bank sent back keeps the lines it had. */
export async function selfBillOf(tx: Tx, paymentId: string, buyer: BillParty): Promise<SelfBill | null> {
  const [head] = await tx.query(HEAD.with(paymentId));
  if (!head) return null;
  const lines = await tx.query(LINES.with(paymentId));
  return {
    number: head.self_bill_number,
    issuedOn: head.issued_on,
    seller: { name: head.legal_name, cvr: head.cvr, address: head.address ?? "" },
    buyer,
    paymentReference: head.end_to_end_id,
    payableOn: head.expected_on,
    lines: lines.map(lineOf),
    totalMinor: head.amount_minor,
    state: head.state,
  };
}

function lineOf(line: RowOf<"self-bill-lines">): SelfBillLine {
  const kind = line.kind === "TREATMENT" ? line.service_code : `${line.service_code}, correction ${line.reason ?? ""}`;
  return { bookingReference: line.reference, kind, quantity: 1, deliveredOn: line.treated_on, amountMinor: line.amount_minor };
}
