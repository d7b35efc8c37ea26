import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { BatchRecord } from "../settlement.store.js";
import type { BatchChange } from "../settlement-words.js";

const FREE_LINES_OF_BATCH = statement(
  "batch-free-lines",
  `with p as (select id from settlement_payment where batch_id = $1 and state = 'BATCHED'),
   payouts as (update payout set state = 'READY', payment_id = null where payment_id in (select id from p))
   update settlement_line set state = 'READY', payment_id = null where payment_id in (select id from p)`,
);
const FREE_LINES_OF_PAYMENT = statement(
  "payment-free-lines",
  `with payouts as (update payout set state = 'READY', payment_id = null where payment_id = $1)
   update settlement_line set state = 'READY', payment_id = null where payment_id = $1`,
);
const WITHDRAW_ALL = statement(
  "batch-withdraw-payments",
  "update settlement_payment set state = 'WITHDRAWN' where batch_id = $1 and state = 'BATCHED'",
);
const WITHDRAW_ONE = statement("payment-withdraw", "update settlement_payment set state = 'WITHDRAWN' where id = $1 and state = 'BATCHED'");

/** What was gathered is payable again; nothing of it has left, so the book knows nothing of it. */
export async function withdrawBatch(tx: Tx, batchId: string): Promise<void> {
  await tx.query(FREE_LINES_OF_BATCH.with(batchId));
  await tx.query(WITHDRAW_ALL.with(batchId));
}

export async function withdrawPayment(tx: Tx, paymentId: string): Promise<void> {
  await tx.query(FREE_LINES_OF_PAYMENT.with(paymentId));
  await tx.query(WITHDRAW_ONE.with(paymentId));
}

const REJECT = statement(
  "batch-reject",
  `update settlement_batch set state = 'REJECTED', approved_by = null, approved_at = null, approved_sha256 = null,
     changed_by = $2, changed_at = clock_now(), change_reason = $3
    where id = $1 and state in ('CLOSED', 'APPROVED') returning *`,
);
const REOPEN = statement(
  "batch-reopen",
  `update settlement_batch set state = 'CLOSED', approved_by = null, approved_at = null, approved_sha256 = null,
     changed_by = $2, changed_at = clock_now(), change_reason = $3
    where id = $1 and state in ('CLOSED', 'APPROVED') returning *`,
);
const RETOTAL = statement(
  "batch-retotal",
  `update settlement_batch b set line_count = t.lines, payment_count = t.payments, total_minor = t.total
     from (select coalesce(sum(line_count), 0)::int as lines, count(*)::int as payments,
       coalesce(sum(amount_minor), 0)::bigint as total
       from settlement_payment where batch_id = $1 and state <> 'WITHDRAWN') t
    where b.id = $1 returning b.*`,
);

type By = { readonly subject: string; readonly reason: BatchChange };

export async function rejectBatch(tx: Tx, batchId: string, { subject, reason }: By): Promise<BatchRecord | null> {
  return (await tx.query(REJECT.with(batchId, subject, reason)))[0] ?? null;
}

/** Its approval is gone; whoever did this does not give the next one. */
export async function reopenBatch(tx: Tx, batchId: string, { subject, reason }: By): Promise<BatchRecord | null> {
  return (await tx.query(REOPEN.with(batchId, subject, reason)))[0] ?? null;
}

/** Counts and sums what is left in it. */
export async function retotalBatch(tx: Tx, batchId: string): Promise<BatchRecord | null> {
  return (await tx.query(RETOTAL.with(batchId)))[0] ?? null;
}

const BATCH_OF_PAYMENT = statement(
  "batch-of-payment",
  `select p.batch_id, p.state from settlement_payment p
    where p.id = $1 and p.batch_id is not null`,
);

export async function batchOfPayment(tx: Tx, paymentId: string): Promise<{ readonly batch_id: string; readonly state: string } | null> {
  return (await tx.query(BATCH_OF_PAYMENT.with(paymentId)))[0] ?? null;
}
