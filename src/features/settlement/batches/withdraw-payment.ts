import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { BatchChangeEnum } from "../settlement-enums.type.js";
import type { BatchChange } from "../settlement-words.js";
import { batchOfPayment, reopenBatch, retotalBatch, withdrawPayment } from "./batch-change.store.js";
import { SettlementBatchPayload } from "./closing/close-settlement-batch.js";

import { batchLeft, changeBatch, unsentBatch } from "./batch-change.js";

@InputType({ description: "Takes one payment out of a batch before its file has left." })
export class WithdrawPaymentInput extends LongKeyedInput {
  @Field(() => ID, { description: "The payment; in a batch that is closed or approved, not sent." })
  paymentId!: string;
  @Field(() => BatchChangeEnum, { description: "Why." })
  reason!: BatchChange;
}

const LAST_PAYMENT = refusal("LAST_PAYMENT", "This is the only payment left in its batch.", {
  path: ["input", "paymentId"],
  remedy: "Reject the batch.",
});

@Resolver()
export class WithdrawPayment {
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
    return changeBatch(ctx, "withdrawPayment", input, async (tx) => {
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
