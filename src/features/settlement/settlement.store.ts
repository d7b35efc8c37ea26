import type { ColumnsOf } from "../../../schema/columns-of.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import type { BatchState } from "./settlement-words.js";

export type BatchRecord = ColumnsOf<"settlement_batch">;

const BATCH = statement("batch-by-id", "select * from settlement_batch where id = $1");
const LOCK_BATCH = statement("batch-lock", "select * from settlement_batch where id = $1 for update");
const BATCHES = statement(
  "batches",
  `select * from settlement_batch where ($1::text is null or state = $1) and ($2::text is null or reference < $2)
    order by reference desc limit $3`,
);

export async function batchById(tx: Tx, id: string): Promise<BatchRecord | null> {
  const [row] = await tx.query(BATCH.with(id));
  return row ?? null;
}

export async function lockBatch(tx: Tx, id: string): Promise<BatchRecord | null> {
  const [row] = await tx.query(LOCK_BATCH.with(id));
  return row ?? null;
}

/** The latest first: references count up. */
export async function settlementBatches(tx: Tx, state: BatchState | null, after: string | null, limit: number): Promise<BatchRecord[]> {
  return tx.query(BATCHES.with(state, after, limit));
}

export type PaymentRecord = RowOf<"payments-by-id">;

export type LineRecord = RowOf<"line-by-id">;

/** With what its type tells of the treatment and the clinic. */
export const LINES = `select l.*, b.reference as booking_reference, b.service_code,
    (select k.name from clinic k where k.id = l.clinic_id) as clinic_name
  from settlement_line l join booking b on b.id = l.booking_id`;
const LINE = statement("line-by-id", `${LINES} where l.id = $1`);
const DISPUTED_LINES = statement(
  "disputed-lines",
  `${LINES} where l.state = 'DISPUTED' and ($1::uuid is null or l.id > $1) order by l.id limit $2`,
);
const LOCK_DISPUTED = statement(
  "disputed-lock",
  `select 1 from settlement_line
    where id = $1 and state = 'DISPUTED' for update`,
);

export async function lineById(tx: Tx, id: string): Promise<LineRecord | null> {
  const [row] = await tx.query(LINE.with(id));
  return row ?? null;
}

/** Lines held back because the member says otherwise than the clinic; the oldest first. */
export async function disputedLines(tx: Tx, after: string | null, limit: number): Promise<LineRecord[]> {
  return tx.query(DISPUTED_LINES.with(after, limit));
}

/** Locks a disputed line; false when it is none (any more). */
export async function lockDisputed(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query(LOCK_DISPUTED.with(id));
  return rows.length > 0;
}

export type FileRecord = RowOf<"payment-files">;

/** With what has become of its payments, and when it was put into the outbox. */
export const FILES = `select f.batch_id, f.place, f.channel, f.message_id, f.file_name, f.payment_count, f.total_minor,
     f.content, f.sha256, f.civil_numbers, d.delivered_at, s.open, s.accepted, s.paid, s.rejected
   from payment_file f left join payment_delivery d on d.file_id = f.id cross join lateral (
     select count(*) filter (where p.state = 'SENT')::int as open,
       count(*) filter (where p.state = 'ACCEPTED')::int as accepted,
       count(*) filter (where p.state in ('PAID', 'RETURNED'))::int as paid,
       count(*) filter (where p.state = 'REJECTED')::int as rejected
     from settlement_payment p where p.batch_id = f.batch_id and p.file = f.place) s`;
const PAYMENT_FILES = statement("payment-files", `${FILES} where f.batch_id = $1 order by f.place`);

/** The files of a batch in their order. */
export function paymentFilesOf(tx: Tx, batchId: string): Promise<FileRecord[]> {
  return tx.query(PAYMENT_FILES.with(batchId));
}
