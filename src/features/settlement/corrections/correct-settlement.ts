import type { NewRow } from "../../../../schema/columns-of.js";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { BigIntScalar } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { entryRows, type BookRows } from "../../ledger/entry.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { correctionRefusals, correctionSides } from "./correction.js";
import { lineToCorrect, type LineToCorrect } from "./correction.store.js";
import { lockSettlement } from "../batches/closing/gather.store.js";
import { lineById, type LineRecord } from "../settlement.store.js";
import { lineView, SettlementLineType } from "../settlement.type.js";
import { CorrectionReasonEnum } from "../settlement-enums.type.js";
import type { CorrectionReason } from "../settlement-words.js";

@InputType({ description: "Corrects what a treatment is paid with." })
export class CorrectSettlementInput extends LongKeyedInput {
  @Field(() => ID, { description: "The treatment's line." })
  lineId!: string;
  @Field(() => BigIntScalar, {
    description:
      "Difference in whole øre: negative takes back, positive adds. All corrections of a line are together at most as large as it.",
  })
  amountMinor!: bigint;
  @Field(() => CorrectionReasonEnum, { description: "Why." })
  reason!: CorrectionReason;
}

@visibleTo("FINANCE")
@ObjectType({ description: "The correction, or every reason why not." })
export class CorrectSettlementPayload extends ActPayload {
  @Field(() => SettlementLineType, {
    nullable: true,
    description: "The new line; it goes into the next batch, which another person approves. Null when it was refused.",
  })
  line!: SettlementLineType | null;
}

@Resolver()
export class CorrectSettlement {
  @visibleTo("FINANCE")
  @Mutation(() => CorrectSettlementPayload, { description: "Adds a correction to a treatment's line. The line itself stays as it was." })
  async correctSettlement(
    @Arg("input", () => CorrectSettlementInput) input: CorrectSettlementInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectSettlementPayload> {
    const lineId = idOf("SettlementLine", input.lineId, ["input", "lineId"]);
    const keyed = { operation: "correctSettlement", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "correctSettlement",
      keyed,
      work: (tx) => correct(ctx, tx, lineId, input, keyed),
      replay: (tx, stored) => lineById(tx, (stored as { lineId: string }).lineId),
    });
    return { line: result && lineView(result), errors: userErrors(errors), replayed };
  }
}

async function correct(
  ctx: Context,
  tx: Tx,
  lineId: string,
  { amountMinor, reason }: CorrectSettlementInput,
  keyed: IdempotencyKey,
): Promise<LineRecord | null> {
  await lockSettlement(tx);
  const line = await lineToCorrect(tx, lineId);
  if (!line) throw new Refused([refusal("NOT_FOUND", "There is no such line.", { path: ["input", "lineId"], remedy: "Check the id." })]);
  const refusals = correctionRefusals(line, amountMinor);
  if (refusals.length > 0) throw new Refused(refusals);
  const { id, rows } = correctionRows(ctx, lineId, line, { amountMinor, reason });
  await write(
    tx,
    {
      ...rows,
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "correctSettlement",
          object: "SettlementLine",
          objectId: id,
          outcome: "ALLOWED",
          rule: reason,
        }),
      ],
      outbox: [outboxRow("settlement.corrected", id, { lineId: id, correctsId: lineId, providerId: line.providerId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { lineId: id })],
  );
  return lineById(tx, id);
}

type Difference = { readonly amountMinor: bigint; readonly reason: CorrectionReason };

/** The new line and its entry. */
export function correctionRows(
  ctx: Pick<Context, "viewer">,
  correctsId: string,
  line: LineToCorrect,
  { amountMinor, reason }: Difference,
): { id: string; rows: BookRows } {
  const id = newId();
  const entry = entryRows(
    {
      id: newId(),
      kind: "CORRECTION",
      status: "POSTED",
      bookingId: line.bookingId,
      lineId: id,
      correctsId: line.entryId,
      reason,
      effectiveOn: line.today,
    },
    correctionSides(line, amountMinor),
    { actor: ctx.viewer.subject, recordedAt: line.now, newId },
  );
  const row: NewRow<"settlement_line"> = {
    id,
    booking_id: line.bookingId,
    provider_id: line.providerId,
    clinic_id: line.clinicId,
    kind: "CORRECTION",
    corrects_id: correctsId,
    amount_minor: amountMinor,
    treated_on: line.treatedOn,
    state: "READY",
    reason,
    ready_at: line.now.toISOString(),
    attempt: 1,
    created_at: line.now.toISOString(),
  };
  return { id, rows: { ...entry, settlement_line: [row] } };
}
