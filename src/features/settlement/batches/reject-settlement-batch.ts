import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
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
import { UNKNOWN_BATCH } from "./approve-settlement-batch.js";
import { batchOfPayment, rejectBatch, reopenBatch, retotalBatch, withdrawBatch, withdrawPayment } from "./batch-change.store.js";
import { SettlementBatchPayload } from "./close-settlement-batch.js";
import { lockSettlement } from "./gather.store.js";

@InputType({ description: "Sends a batch back, or takes its approval back, before its file has left." })
export class ChangeSettlementBatchInput extends LongKeyedInput {
  @Field(() => ID, { description: "The batch; closed or approved, not sent." })
  batchId!: string;
  @Field(() => BatchChangeEnum, { description: "Why." })
  reason!: BatchChange;
}

@InputType({ description: "Takes one payment out of a batch before its file has left." })
export class WithdrawPaymentInput extends LongKeyedInput {
  @Field(() => ID, { description: "The payment; in a batch that is closed or approved, not sent." })
  paymentId!: string;
  @Field(() => BatchChangeEnum, { description: "Why." })
  reason!: BatchChange;
}

@Resolver()
export class RejectSettlementBatch {
  @visibleTo("FINANCE")
  @Mutation(() => SettlementBatchPayload, {
    description: "Sends a batch back: its lines are payable again, and nothing of it is paid. Not by the person who closed it.",
  })
  rejectSettlementBatch(
    @Arg("input", () => ChangeSettlementBatchInput) input: ChangeSettlementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const batchId = idOf("SettlementBatch", input.batchId, ["input", "batchId"]);
    return changed(ctx, "rejectSettlementBatch", input, async (tx) => {
      const batch = await unsentBatch(tx, batchId, ["input", "batchId"]);
      if (batch.closed_by === ctx.viewer.subject) throw new Refused([OWN_BATCH]);
      await withdrawBatch(tx, batchId);
      return rejectBatch(tx, batchId, { subject: ctx.viewer.subject, reason: input.reason });
    });
  }

  @visibleTo("FINANCE")
  @Mutation(() => SettlementBatchPayload, {
    description:
      "Takes the approval of a batch back. It is approved again by somebody who neither closed it nor did this, and only then can its file be made.",
  })
  reopenSettlementBatch(
    @Arg("input", () => ChangeSettlementBatchInput) input: ChangeSettlementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const batchId = idOf("SettlementBatch", input.batchId, ["input", "batchId"]);
    return changed(ctx, "reopenSettlementBatch", input, async (tx) => {
      await unsentBatch(tx, batchId, ["input", "batchId"]);
      return reopenBatch(tx, batchId, { subject: ctx.viewer.subject, reason: input.reason });
    });
  }

  @visibleTo("FINANCE")
  @Mutation(() => SettlementBatchPayload, {
    description:
      "Takes one payment out of a batch: its lines are payable again, the others stay. The batch is approved again, by somebody who neither closed it nor did this.",
  })
  withdrawPayment(
    @Arg("input", () => WithdrawPaymentInput) input: WithdrawPaymentInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const paymentId = idOf("SettlementPayment", input.paymentId, ["input", "paymentId"]);
    const path = ["input", "paymentId"];
    return changed(ctx, "withdrawPayment", input, async (tx) => {
      const of = await batchOfPayment(tx, paymentId);
      if (!of) throw new Refused([refusal("NOT_FOUND", "There is no such payment.", { path, remedy: "Check the id." })]);
      const batch = await unsentBatch(tx, of.batch_id, path);
      if (of.state !== "BATCHED") throw new Refused([batchLeft(path)]);
      if (batch.payment_count === 1) throw new Refused([LAST_PAYMENT]);
      await withdrawPayment(tx, paymentId);
      await reopenBatch(tx, batch.id, { subject: ctx.viewer.subject, reason: input.reason });
      return retotalBatch(tx, batch.id);
    });
  }
}

const TOPICS = {
  rejectSettlementBatch: "settlement.rejected",
  reopenSettlementBatch: "settlement.reopened",
  withdrawPayment: "settlement.payment_withdrawn",
} as const;
type Operation = keyof typeof TOPICS;

const OWN_BATCH = refusal("FOUR_EYES", "Whoever closed a batch does not send it back.", {
  path: ["input", "batchId"],
  remedy: "Another person has to do this.",
});
const LAST_PAYMENT = refusal("LAST_PAYMENT", "This is the only payment left in its batch.", {
  path: ["input", "paymentId"],
  remedy: "Reject the batch.",
});

function batchLeft(path: readonly string[]): Refusal {
  return refusal("BATCH_LEFT", "It has left for the bank, or was sent back before.", {
    path,
    remedy: "What the bank has is stopped with the bank; what it pays wrongly is corrected.",
  });
}

/** A batch that can still be changed, locked. */
async function unsentBatch(tx: Tx, batchId: string, path: readonly string[]): Promise<BatchRecord> {
  await lockSettlement(tx);
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw new Refused([UNKNOWN_BATCH]);
  if (batch.state !== "CLOSED" && batch.state !== "APPROVED") throw new Refused([batchLeft(path)]);
  return batch;
}

async function changed(
  ctx: Context,
  operation: Operation,
  input: ChangeSettlementBatchInput | WithdrawPaymentInput,
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
