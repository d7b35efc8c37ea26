import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { nemKontoOf } from "../batches/closing/gather.store.js";
import { notPayable } from "../batches/closing/left-out.js";
import type { PaymentSettings } from "../payments/payment-settings.js";
import { accountIn } from "../payments/account.js";
import { expectedOn, type Closings, type Statement, type StatementRow } from "./statement.js";

/** Most lines of one statement; a longer period is asked for in parts. */
export const MOST_ROWS = 2_000;

const HEAD = statement(
  "statement-head",
  `select c.id as clinic_id, c.name as clinic_name, c.address || ', ' || c.postnr || ' ' || c.town as address,
     o.id as provider_id, o.legal_name as provider_name, o.cvr, clock_today() as today,
     a.registration_number, a.account_number, a.iban, a.blocked_at is not null as blocked, clock_now() as now,
     ${nemKontoOf("o", "$2::boolean")} as nem_konto,
     coalesce((select sum(l.amount_minor) from settlement_line l
       where l.provider_id = o.id and l.state = 'READY'), 0)::bigint as open
   from clinic c join provider o on o.id = c.provider_id left join provider_account a on a.provider_id = o.id
   where c.id = $1`,
);
const LINES = statement(
  "statement-lines",
  `select l.id, l.booking_id, b.reference, l.treated_on, b.service_code, b.session_number, l.kind, b.quote,
     l.amount_minor, l.state, l.reason, (l.ready_at at time zone 'Europe/Copenhagen')::date as ready_on, l.ready_at,
     p.expected_on, p.paid_on, p.id as payment_id, p.end_to_end_id,
     (select d.number from self_bill_line s join self_bill d on d.id = s.self_bill_id
       where s.line_id = l.id) as self_bill_number
   from settlement_line l join booking b on b.id = l.booking_id
     left join settlement_payment p on p.id = l.payment_id
   where l.clinic_id = $1 and l.treated_on >= $2 and l.treated_on < $3
   order by l.treated_on, b.reference, l.kind desc limit ${MOST_ROWS + 1}`,
);

/** A clinic's lines of treatments in [from, until), as this viewer may see them; null where there is no such clinic for the viewer. */
export async function readStatement(
  tx: Tx,
  clinicId: string,
  from: string,
  until: string,
  ownProvider: string | null,
  { closings: calendar, nemKonto }: Pick<PaymentSettings, "closings" | "nemKonto">,
): Promise<Statement | null> {
  const [head] = await tx.query(HEAD.with(clinicId, nemKonto !== null));
  // the directory is public, money is not: a foreign clinic's statement does not exist
  if (!head || (ownProvider !== null && head.provider_id !== ownProvider)) return null;
  const lines = await tx.query(LINES.with(clinicId, from, until));
  const { provider_name: name, open: totalMinor } = head;
  const waitsFor = notPayable({
    name,
    account: accountIn(head),
    blocked: head.blocked ?? false,
    nemKonto: head.account_number === null ? head.nem_konto : null,
    totalMinor,
  });
  return {
    clinicId: head.clinic_id,
    clinicName: head.clinic_name,
    clinicAddress: head.address,
    providerId: head.provider_id,
    providerName: head.provider_name,
    providerCvr: head.cvr,
    from,
    until,
    today: head.today,
    waitsFor,
    rows: lines.map((line) => rowOf(line, head.now, { calendar, waitsFor })),
  };
}

function rowOf(line: RowOf<"statement-lines">, now: Date, closings: Closings): StatementRow {
  const treatment = line.kind === "TREATMENT";
  return {
    lineId: line.id,
    bookingId: line.booking_id,
    bookingReference: line.reference,
    treatedOn: line.treated_on,
    service: line.service_code,
    sessionNumber: line.session_number,
    kind: line.kind,
    grossMinor: treatment ? BigInt(line.quote.grossMinor ?? 0) : 0n,
    publicMinor: treatment ? BigInt(line.quote.publicPaysMinor ?? 0) : 0n,
    amountMinor: line.amount_minor,
    state: line.state,
    reason: line.reason,
    because: treatment ? (line.quote.reasons ?? []) : line.reason === null ? [] : [line.reason],
    readyOn: line.ready_on,
    expectedOn: expectedOn({ state: line.state, readyAt: line.ready_at, paymentOn: line.expected_on }, now, closings),
    paidOn: line.paid_on,
    paymentId: line.payment_id,
    endToEndId: line.end_to_end_id,
    selfBillNumber: line.self_bill_number,
  };
}
