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

import { batchLeft, changeBatch, ChangeSettlementBatchInput, unsentBatch } from "./batch-change.js";

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
