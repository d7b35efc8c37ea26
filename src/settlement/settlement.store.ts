import type { Tx } from "../platform/postgres/transaction.js";

export type BatchRecord = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly until_on: string;
  readonly execution_on: string;
  readonly line_count: number;
  readonly payment_count: number;
  readonly total_minor: bigint;
  readonly closed_by: string;
  readonly closed_at: Date;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly exported_at: Date | null;
};

export async function batchById(tx: Tx, id: string): Promise<BatchRecord | null> {
  const [row] = await tx.query<BatchRecord>("select * from settlement_batch where id = $1", [id], "batch-by-id");
  return row ?? null;
}

export async function lockBatch(tx: Tx, id: string): Promise<BatchRecord | null> {
  const [row] = await tx.query<BatchRecord>("select * from settlement_batch where id = $1 for update", [id], "batch-lock");
  return row ?? null;
}

/** The latest first: references count up. */
export async function batches(tx: Tx, state: string | null, after: string | null, limit: number): Promise<BatchRecord[]> {
  return tx.query<BatchRecord>(
    "select * from settlement_batch where ($1::text is null or state = $1) and ($2::text is null or reference < $2) order by reference desc limit $3",
    [state, after, limit],
    "batches",
  );
}

export type PaymentRecord = {
  readonly id: string;
  readonly batch_id: string;
  readonly provider_id: string;
  readonly provider_name: string;
  readonly end_to_end_id: string;
  readonly self_bill_number: string;
  readonly amount_minor: bigint;
  readonly line_count: number;
  readonly state: string;
  readonly state_reason: string | null;
  readonly expected_on: string;
  readonly paid_on: string | null;
};

const PAYMENT = "select p.*, o.legal_name as provider_name from settlement_payment p join provider o on o.id = p.provider_id";

export async function paymentById(tx: Tx, id: string): Promise<PaymentRecord | null> {
  const [row] = await tx.query<PaymentRecord>(`${PAYMENT} where p.id = $1`, [id], "payment-by-id");
  return row ?? null;
}

/** Payments of one batch in the order of their ids at the bank. */
export async function paymentsOf(tx: Tx, batchId: string, after: string | null, limit: number): Promise<PaymentRecord[]> {
  return tx.query<PaymentRecord>(
    `${PAYMENT} where p.batch_id = $1 and ($2::text is null or p.end_to_end_id > $2) order by p.end_to_end_id limit $3`,
    [batchId, after, limit],
    "payments-of-batch",
  );
}

export type LineRecord = {
  readonly id: string;
  readonly booking_id: string;
  readonly booking_reference: string;
  readonly provider_id: string;
  readonly clinic_id: string;
  readonly service_code: string;
  readonly kind: string;
  readonly corrects_id: string | null;
  readonly amount_minor: bigint;
  readonly treated_on: string;
  readonly state: string;
  readonly reason: string | null;
  readonly ready_at: Date;
  readonly payment_id: string | null;
  readonly attempt: number;
};

const LINE = "select l.*, b.reference as booking_reference, b.service_code from settlement_line l join booking b on b.id = l.booking_id";

export async function lineById(tx: Tx, id: string): Promise<LineRecord | null> {
  const [row] = await tx.query<LineRecord>(`${LINE} where l.id = $1`, [id], "line-by-id");
  return row ?? null;
}

/** What a payment holds, or held before the bank sent it back. */
export async function linesOf(tx: Tx, paymentId: string, after: string | null, limit: number): Promise<LineRecord[]> {
  return tx.query<LineRecord>(
    `${LINE} where (l.payment_id = $1 or exists (select from settlement_attempt a where a.line_id = l.id and a.payment_id = $1)) and ($2::uuid is null or l.id > $2) order by l.id limit $3`,
    [paymentId, after, limit],
    "lines-of-payment",
  );
}

/** Lines held back because the member says otherwise than the clinic; the oldest first. */
export async function disputedLines(tx: Tx, after: string | null, limit: number): Promise<LineRecord[]> {
  return tx.query<LineRecord>(
    `${LINE} where l.state = 'DISPUTED' and ($1::uuid is null or l.id > $1) order by l.id limit $2`,
    [after, limit],
    "disputed-lines",
  );
}

/** Locks a disputed line; false when it is none (any more). */
export async function lockDisputed(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query("select 1 from settlement_line where id = $1 and state = 'DISPUTED' for update", [id], "disputed-lock");
  return rows.length > 0;
}

export type FileRecord = {
  readonly batch_id: string;
  readonly channel: string;
  readonly message_id: string;
  readonly file_name: string;
  readonly content: string;
  readonly sha256: string;
};

export async function paymentFileOf(tx: Tx, batchId: string): Promise<FileRecord | null> {
  const [row] = await tx.query<FileRecord>(
    "select batch_id, channel, message_id, file_name, content, sha256 from payment_file where batch_id = $1",
    [batchId],
    "payment-file",
  );
  return row ?? null;
}
