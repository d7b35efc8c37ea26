import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { reopenBatch } from "./batch-change.store.js";
import { SettlementBatchPayload } from "./closing/close-settlement-batch.js";

import { changeBatch, ChangeSettlementBatchInput, unsentBatch } from "./batch-change.js";

@Resolver()
export class ReopenSettlementBatch {
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
    return changeBatch(ctx, "reopenSettlementBatch", input, async (tx) => {
      await unsentBatch(tx, batchId, ["input", "batchId"]);
      return reopenBatch(tx, batchId, { subject: ctx.viewer.subject, reason: input.reason });
    });
  }
}
