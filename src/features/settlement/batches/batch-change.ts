/** What sending back, reopening and making smaller have in common: a batch whose file has not left. */
import { Field, ID, InputType } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { BatchChangeEnum } from "../settlement-enums.type.js";
import { batchById, lockBatch, type BatchRecord } from "../settlement.store.js";
import { batchView } from "../settlement.type.js";
import type { BatchChange } from "../settlement-words.js";
import { BEING_GATHERED, UNKNOWN_BATCH } from "./approve-settlement-batch.js";
import { SettlementBatchPayload } from "./closing/close-settlement-batch.js";
import { lockSettlement } from "./closing/gather.store.js";

@InputType({ description: "Sends a batch back, or takes its approval back, before its file has left." })
export class ChangeSettlementBatchInput extends LongKeyedInput {
  @Field(() => ID, { description: "The batch; closed or approved, not sent." })
  batchId!: string;
  @Field(() => BatchChangeEnum, { description: "Why." })
  reason!: BatchChange;
}

const TOPICS = {
  rejectSettlementBatch: "settlement.rejected",
  reopenSettlementBatch: "settlement.reopened",
  withdrawPayment: "settlement.payment-withdrawn",
} as const;
type Operation = keyof typeof TOPICS;

export function batchLeft(path: readonly string[]): Refusal {
  return refusal("BATCH_LEFT", "It has left for the bank, or was sent back before.", {
    path,
    remedy: "What the bank has is stopped with the bank; what it pays wrongly is corrected.",
  });
}

/** A batch that can still be changed, locked. */
export async function unsentBatch(tx: Tx, batchId: string, path: readonly string[]): Promise<BatchRecord> {
  await lockSettlement(tx);
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw new Refused([UNKNOWN_BATCH]);
  if (batch.state === "GATHERING") throw new Refused([BEING_GATHERED]);
  if (batch.state !== "CLOSED" && batch.state !== "APPROVED") throw new Refused([batchLeft(path)]);
  return batch;
}

/** Runs a change of a batch and puts it on record. */
export async function changeBatch(
  ctx: Context,
  operation: Operation,
  input: LongKeyedInput & { readonly reason: BatchChange },
  work: (tx: Tx) => Promise<BatchRecord | null>,
): Promise<SettlementBatchPayload> {
  const keyed = { operation, key: input.idempotencyKey, input, keepHours: 720 };
  const { result, errors, replayed } = await runMutation(ctx, {
    operation,
    keyed,
    work: async (tx) => recorded(ctx, tx, operation, await work(tx), input.reason, keyed),
    replay: (tx, stored) => batchById(tx, (stored as { batchId: string }).batchId),
  });
  return { batch: result && batchView(result), leftOut: [], errors: userErrors(errors), replayed };
}

async function recorded(
  ctx: Context,
  tx: Tx,
  operation: Operation,
  batch: BatchRecord | null,
  rule: BatchChange,
  keyed: IdempotencyKey,
): Promise<BatchRecord | null> {
  const batchId = batch?.id ?? "";
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation, object: "SettlementBatch", objectId: batchId, outcome: "ALLOWED", rule }),
      ],
      outbox: [outboxRow(TOPICS[operation], batchId, { batchId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { batchId })],
  );
  return batch;
}
