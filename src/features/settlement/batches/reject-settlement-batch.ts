import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { rejectBatch, withdrawBatch } from "./batch-change.store.js";
import { SettlementBatchPayload } from "./closing/close-settlement-batch.js";

import { changeBatch, ChangeSettlementBatchInput, unsentBatch } from "./batch-change.js";

const OWN_BATCH = refusal("FOUR_EYES", "Whoever closed a batch does not send it back.", {
  path: ["input", "batchId"],
  remedy: "Another person has to do this.",
});
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
    return changeBatch(ctx, "rejectSettlementBatch", input, async (tx) => {
      const batch = await unsentBatch(tx, batchId, ["input", "batchId"]);
      if (batch.closed_by === ctx.viewer.subject) throw new Refused([OWN_BATCH]);
      await withdrawBatch(tx, batchId);
      return rejectBatch(tx, batchId, { subject: ctx.viewer.subject, reason: input.reason });
    });
  }
}
