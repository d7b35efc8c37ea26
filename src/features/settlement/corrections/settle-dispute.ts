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
import { correctionRows, CorrectSettlementPayload } from "./correct-settlement.js";
import { lineToCorrect } from "./correction.store.js";
import { lockSettlement } from "../batches/closing/gather.store.js";
import { lineById, lockDisputed, type LineRecord } from "../settlement.store.js";
import { lineView } from "../settlement.type.js";
import { DisputeEndEnum } from "../settlement-enums.type.js";
import type { DisputeEnd } from "../settlement-words.js";

@InputType({ description: "Ends a member's dispute over an attended treatment." })
export class SettleDisputeInput extends LongKeyedInput {
  @Field(() => ID, { description: "The disputed line." })
  lineId!: string;
  @Field(() => DisputeEndEnum, { description: "How it ends." })
  decision!: DisputeEnd;
}

@Resolver()
export class SettleDispute {
  @visibleTo("FINANCE")
  @Mutation(() => CorrectSettlementPayload, {
    description: "Ends a dispute: the line is payable again, and where nothing is owed a correction of the same size stands against it.",
  })
  async settleDispute(
    @Arg("input", () => SettleDisputeInput) input: SettleDisputeInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectSettlementPayload> {
    const lineId = idOf("SettlementLine", input.lineId, ["input", "lineId"]);
    const keyed = { operation: "settleDispute", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "settleDispute",
      keyed,
      work: (tx) => settle(ctx, tx, lineId, input.decision, keyed),
      replay: (tx) => lineById(tx, lineId),
    });
    return { line: result && lineView(result), errors: userErrors(errors), replayed };
  }
}

const RELEASE_LINE = statement(
  "release_line",
  `update settlement_line set state = 'READY', ready_at = least(ready_at, clock_now())
    where id = $1 and state = 'DISPUTED'`,
);

async function settle(ctx: Context, tx: Tx, lineId: string, decision: DisputeEnd, keyed: IdempotencyKey): Promise<LineRecord | null> {
  await lockSettlement(tx);
  const line = (await lockDisputed(tx, lineId)) ? await lineToCorrect(tx, lineId) : null;
  if (!line)
    throw new Refused([
      refusal("NOT_DISPUTED", "There is no such disputed line.", {
        path: ["input", "lineId"],
        remedy: "It may have been settled by somebody else.",
      }),
    ]);
  const left = line.amountMinor + line.correctedMinor;
  const correction =
    decision === "NOT_OWED" && left !== 0n ? correctionRows(ctx, lineId, line, { amountMinor: -left, reason: "NOT_ATTENDED" }).rows : {};
  await write(
    tx,
    {
      ...correction,
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "settleDispute",
          object: "SettlementLine",
          objectId: lineId,
          outcome: "ALLOWED",
          rule: decision,
        }),
      ],
      outbox: [outboxRow("settlement.dispute-settled", lineId, { lineId, bookingId: line.bookingId, providerId: line.providerId })],
    },
    [change(RELEASE_LINE.with(lineId), 1), outcomeOf(ctx.viewer.subject, keyed, { lineId })],
  );
  return lineById(tx, lineId);
}
