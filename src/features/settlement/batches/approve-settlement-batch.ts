import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { approvedDigest } from "../payments/approved-order.js";
import { payeesOf } from "../payments/export.store.js";
import { SettlementBatchPayload } from "./closing/close-settlement-batch.js";
import { batchById, lockBatch, type BatchRecord } from "../settlement.store.js";
import { batchView } from "../settlement.type.js";

@InputType({ description: "Approves a closed batch for payment." })
export class ApproveSettlementBatchInput extends LongKeyedInput {
  @Field(() => ID, { description: "The closed batch." })
  batchId!: string;
}

@Resolver()
export class ApproveSettlementBatch {
  @visibleTo("FINANCE")
  @Mutation(() => SettlementBatchPayload, {
    description:
      "Approves a closed batch: these payees, accounts and amounts. They were frozen when it was closed. Not by the person who closed it, or changed it last.",
  })
  async approveSettlementBatch(
    @Arg("input", () => ApproveSettlementBatchInput) input: ApproveSettlementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const batchId = idOf("SettlementBatch", input.batchId, ["input", "batchId"]);
    const keyed = { operation: "approveSettlementBatch", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "approveSettlementBatch",
      keyed,
      work: (tx) => approve(ctx, tx, batchId, keyed),
      replay: (tx) => batchById(tx, batchId),
    });
    return { batch: result && batchView(result), leftOut: [], errors: userErrors(errors), replayed };
  }
}

export const UNKNOWN_BATCH = refusal("NOT_FOUND", "There is no such batch.", { path: ["input", "batchId"], remedy: "Check the id." });

/** It is not known yet what it will hold. */
export const BEING_GATHERED = refusal("BATCH_BEING_GATHERED", "The lines of this batch are still being gathered.", {
  path: ["input", "batchId"],
  remedy: "Wait until it is closed; closeSettlementBatch ends what was left halfway.",
  retryable: true,
});

const APPROVE_BATCH = statement(
  "approve_batch",
  `update settlement_batch set state = 'APPROVED', approved_by = $2, approved_at = clock_now(), approved_sha256 = $3
    where id = $1 and state in ('CLOSED', 'APPROVED')`,
);

async function approve(ctx: Context, tx: Tx, batchId: string, keyed: IdempotencyKey): Promise<BatchRecord | null> {
  const batch = await lockBatch(tx, batchId);
  if (!batch) throw new Refused([UNKNOWN_BATCH]);
  if (batch.state === "GATHERING") throw new Refused([BEING_GATHERED]);
  const digest = approvedDigest(await payeesOf(tx, batchId), ctx.services.config.payments.payer?.iban ?? null);
  if (batch.state === "REJECTED")
    throw new Refused([
      refusal("BATCH_REJECTED", "This batch was sent back.", {
        path: ["input", "batchId"],
        remedy: "Close another; its lines are payable again.",
      }),
    ]);
  // one whose payer's account changed is approved again, as it is now
  if (batch.state === "SENT" || (batch.state === "APPROVED" && batch.approved_sha256 === digest))
    throw new Refused([
      refusal("BATCH_APPROVED", "This batch has been approved already.", { path: ["input", "batchId"], remedy: "Export its file." }),
    ]);
  if (batch.closed_by === ctx.viewer.subject || batch.changed_by === ctx.viewer.subject) {
    throw new Refused([
      refusal("FOUR_EYES", "Whoever closed a batch, or changed it last, does not approve it.", {
        path: ["input", "batchId"],
        remedy: "Another person has to do this.",
      }),
    ]);
  }
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "approveSettlementBatch",
          object: "SettlementBatch",
          objectId: batchId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("settlement.approved", batchId, { batchId })],
    },
    [change(APPROVE_BATCH.with(batchId, ctx.viewer.subject, digest), 1), outcomeOf(ctx.viewer.subject, keyed, { batchId })],
  );
  return batchById(tx, batchId);
}
