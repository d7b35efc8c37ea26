import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { nextBankDay, yearOf } from "../../../kernel/calendar.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { lockSettlement, nextSerials } from "../batches/closing/gather.store.js";
import type { Gatherer } from "../batches/closing/gather-batch.js";
import { batchReference } from "../documents/self-bills/numbering.js";
import { batchById, type BatchRecord } from "../settlement.store.js";
import { batchView, SettlementBatchType } from "../settlement.type.js";
import { MEMBERS_NOT_PAID } from "./payable-members.js";
import { gatherPayouts, membersWithoutNumber, MOST_IN_A_BATCH } from "./payout.store.js";

@InputType({ description: "Gathers what members are owed into a batch." })
export class CloseReimbursementBatchInput extends LongKeyedInput {
  @Field(() => LocalDate, { description: "Last day of decision that is gathered." })
  through!: string;
}

@visibleTo("FINANCE")
@ObjectType({ description: "The batch, or every reason why not." })
export class CloseReimbursementBatchPayload extends ActPayload {
  @Field(() => SettlementBatchType, { nullable: true, description: "The batch as it now stands; null when it was refused." })
  batch!: SettlementBatchType | null;
  @Field(() => NonNegativeInt, {
    description: "Members who were left out because no civil registration number is known of them; what they are owed stays payable.",
  })
  withoutCivilNumber!: number;
}

@Resolver()
export class CloseReimbursementBatch {
  @visibleTo("FINANCE")
  @Mutation(() => CloseReimbursementBatchPayload, {
    description: `Gathers what members are owed for bills of own choice, one payment per member, up to ${MOST_IN_A_BATCH} bills. It is approved, sent and answered like any batch; its files hold civil registration numbers and leave by the outbox alone.`,
  })
  async closeReimbursementBatch(
    @Arg("input", () => CloseReimbursementBatchInput) input: CloseReimbursementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<CloseReimbursementBatchPayload> {
    const keyed = { operation: "closeReimbursementBatch", key: input.idempotencyKey, input, keepHours: 720 };
    let withoutCivilNumber = 0;
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "closeReimbursementBatch",
      keyed,
      work: async (tx) => {
        if (!ctx.services.config.payments.nemKontoOfMembers) throw new Refused([MEMBERS_NOT_PAID]);
        withoutCivilNumber = await membersWithoutNumber(tx, input.through);
        const closed = await closePayouts(ctx, tx, input.through, keyed);
        if ("refusal" in closed) throw new Refused([closed.refusal]);
        return closed;
      },
      replay: (tx, stored) => batchById(tx, (stored as { batchId: string }).batchId),
    });
    return { batch: result && batchView(result), withoutCivilNumber, errors: userErrors(errors), replayed };
  }
}

/** The batch with its payments, in the transaction of the act and under the settlement lock; refused where nobody can be paid. */
export async function closePayouts(
  { viewer, traceId }: Pick<Gatherer, "viewer" | "traceId">,
  tx: Tx,
  through: string,
  keyed: IdempotencyKey,
): Promise<BatchRecord | { readonly refusal: Refusal }> {
  await lockSettlement(tx);
  const serials = await nextSerials(tx);
  const batch = await gatherPayouts(tx, {
    id: newId(),
    reference: batchReference(yearOf(serials.today), serials.batch),
    through,
    executionOn: nextBankDay(serials.today),
    closedBy: viewer.subject,
  });
  if (!batch) return { refusal: NOTHING_OWED };
  const { id: batchId } = batch;
  await write(
    tx,
    {
      audit_event: [
        auditRow(viewer, traceId, { operation: keyed.operation, object: "SettlementBatch", objectId: batchId, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("settlement.closed", batchId, { batchId })],
    },
    [outcomeOf(viewer.subject, keyed, { batchId })],
  );
  return batch;
}

const NOTHING_OWED = refusal("NOTHING_DUE", "Nothing is owed to members who can be paid, of what was decided up to this day.", {
  path: ["input", "through"],
  remedy: "Members without a civil registration number are paid once it is known.",
});
