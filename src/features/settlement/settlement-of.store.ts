/** Batches, payments and lines by their ids, and those that hang on them: a page of each in one statement. */
import { ofEach, PARENT } from "../../platform/postgres/of-each.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { FILES, LINES } from "./settlement.store.js";

const BATCHES_BY_ID = statement("batches-by-id", "select b.* from settlement_batch b where b.id = any ($1::uuid[])");

export function batchesById(tx: Tx, ids: readonly string[]) {
  return tx.query(BATCHES_BY_ID.with(ids));
}

/** The first document that was issued with a payment. */
const BILL = "(select min(b.number) from self_bill b where b.payment_id = y.id) as self_bill_number";
const PAYMENT = `select y.*, o.legal_name as provider_name, ${BILL}
  from settlement_payment y left join provider o on o.id = y.provider_id`;
const PAYMENTS_BY_ID = statement("payments-by-id", `${PAYMENT} where y.id = any ($1::uuid[])`);

export function paymentsById(tx: Tx, ids: readonly string[]) {
  return tx.query(PAYMENTS_BY_ID.with(ids));
}

const PAYMENTS_OF = {
  SettlementBatch: statement(
    "payments-of-batches",
    ofEach(
      "x.*",
      `${PAYMENT} where y.batch_id = p.id and ($2::text is null or y.end_to_end_id > $2)
      order by y.end_to_end_id limit $3`,
      "x.end_to_end_id",
    ),
    PARENT,
  ),
  Organisation: statement(
    "payments-of-organisations",
    ofEach(
      "x.*",
      `${PAYMENT} where y.provider_id = p.id and ($2::text is null or y.end_to_end_id < $2)
      order by y.end_to_end_id desc limit $3`,
      "x.end_to_end_id desc",
    ),
    PARENT,
  ),
  Clinic: statement(
    "payments-of-clinics",
    ofEach(
      "x.*",
      `${PAYMENT} where y.id in (select l.payment_id from settlement_line l where l.clinic_id = p.id)
      and ($2::text is null or y.end_to_end_id < $2) order by y.end_to_end_id desc limit $3`,
      "x.end_to_end_id desc",
    ),
    PARENT,
  ),
};
export type PaymentParent = keyof typeof PAYMENTS_OF;

/** Those of a batch in the order of the file, those of a company or a clinic the latest first. */
export function paymentsOf(tx: Tx, of: PaymentParent, parents: readonly string[], after: string | null, limit: number) {
  return tx.query(PAYMENTS_OF[of].with(parents, after, limit));
}

const EARLIER_PAYMENTS = statement(
  "earlier-payments-of-lines",
  `select a.line_id as parent, y.*, o.legal_name as provider_name, ${BILL}
   from settlement_attempt a join settlement_payment y on y.id = a.payment_id
     left join provider o on o.id = y.provider_id
   where a.line_id = any ($1::uuid[]) order by a.attempt`,
);

/** Payments that the bank sent back, in the order in which they were tried. */
export function earlierPaymentsOf(tx: Tx, lineIds: readonly string[]) {
  return tx.query(EARLIER_PAYMENTS.with(lineIds));
}

const PAYMENTS_NAMED = statement(
  "payments-by-reference",
  `select y.end_to_end_id as parent, y.*, o.legal_name as provider_name, ${BILL}
   from settlement_payment y left join provider o on o.id = y.provider_id where y.end_to_end_id = any ($1::text[])`,
);

/** Payments by the references that the bank repeats. */
export function paymentsNamed(tx: Tx, references: readonly string[]) {
  return tx.query(PAYMENTS_NAMED.with(references));
}

const LINES_BY_ID = statement("lines-by-id", `${LINES} where l.id = any ($1::uuid[])`);

export function linesById(tx: Tx, ids: readonly string[]) {
  return tx.query(LINES_BY_ID.with(ids));
}

const linesWhere = (condition: string): string =>
  ofEach("x.*", `${LINES} where ${condition} and ($2::uuid is null or l.id > $2) order by l.id limit $3`, "x.id");
const LINES_OF = {
  /** What a payment holds, or held before the bank sent it back. */
  SettlementPayment: statement(
    "lines-of-payments",
    linesWhere(`(l.payment_id = p.id or exists (select from settlement_attempt a
      where a.line_id = l.id and a.payment_id = p.id))`),
    PARENT,
  ),
  Booking: statement("lines-of-bookings", linesWhere("l.booking_id = p.id"), PARENT),
  Clinic: statement("lines-of-clinics", linesWhere("l.clinic_id = p.id"), PARENT),
  Organisation: statement("lines-of-organisations", linesWhere("l.provider_id = p.id"), PARENT),
  SettlementBatch: statement(
    "lines-of-batches",
    linesWhere("l.payment_id in (select y.id from settlement_payment y where y.batch_id = p.id)"),
    PARENT,
  ),
  /** The corrections of a line. */
  SettlementLine: statement("corrections-of-lines", linesWhere("l.corrects_id = p.id"), PARENT),
};
export type LineParent = keyof typeof LINES_OF;

export function linesOf(tx: Tx, of: LineParent, parents: readonly string[], after: string | null, limit: number) {
  return tx.query(LINES_OF[of].with(parents, after, limit));
}

const FILES_OF_BATCHES = statement(
  "files-of-batches",
  `select x.batch_id as parent, x.* from (${FILES}) x where x.batch_id = any ($1::uuid[]) order by x.place`,
);

export function filesOfBatches(tx: Tx, batchIds: readonly string[]) {
  return tx.query(FILES_OF_BATCHES.with(batchIds));
}
