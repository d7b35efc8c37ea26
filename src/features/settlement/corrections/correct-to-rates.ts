import { createHash } from "node:crypto";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { runMutation, runQuery } from "../../../gateway/api/run-operation.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { enumOf } from "../../../gateway/api/enum.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { Hexadecimal, LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { sum } from "../../../kernel/money.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { lockSettlement } from "../batches/closing/gather.store.js";
import { RATE_LEFT_OUT_WORDS, type RateLeftOut } from "../settlement-words.js";
import { correctionRows } from "./correct-settlement.js";
import { rateCorrection } from "./rate-correction.js";
import { MOST_RATED, ratedLines, type RatedRecord } from "./rate-correction.store.js";

const RateLeftOutEnum = enumOf("RateCorrectionLeftOut", "Why a line is not corrected together with others.", RATE_LEFT_OUT_WORDS);

@InputType({ description: "Corrects a clinic's lines to the rates that are agreed for their days, as they were looked at." })
export class CorrectToRatesInput extends LongKeyedInput {
  @Field(() => ID, { description: "The clinic." })
  clinicId!: string;
  @Field(() => LocalDate, { description: "First day of treatment." })
  from!: string;
  @Field(() => LocalDate, { description: "First day of treatment that is not part of it." })
  until!: string;
  @Field(() => Hexadecimal, { description: "Digest of the preview that was looked at: nothing is corrected that was not in it." })
  preview!: string;
}

@visibleTo("FINANCE")
@ObjectType("RateCorrection", {
  description: "One line that is paid by another rate than is agreed for its day now.",
  simpleResolvers: true,
})
export class RateCorrectionType {
  @relation("SettlementLine", { description: "The treatment's line." })
  line!: Ref;
  @relation("AgreedRate", { description: "The rate that is agreed for its day." })
  rate!: Ref;
  @Field(() => Money, { nullable: true, description: "What the correction adds or takes back; null where it is left out." })
  difference!: Money | null;
  @Field(() => RateLeftOutEnum, { nullable: true, description: "Why it is left to a person; null where it is corrected." })
  leftOut!: RateLeftOut | null;
}

@visibleTo("FINANCE")
@ObjectType("RateCorrectionPreview", {
  description: "What correcting a clinic's lines to the rates of their days would do.",
  simpleResolvers: true,
})
export class RateCorrectionPreviewType {
  @Field(() => NonNegativeInt, { description: "Lines that would be corrected." })
  lineCount!: number;
  @Field(() => Money, { description: "Sum of the corrections; negative where more is taken back." })
  total!: Money;
  @Field(() => [RateCorrectionType], { description: "The first hundred lines, those that are left out first." })
  corrections!: readonly RateCorrectionType[];
  @Field(() => NonNegativeInt, { description: "Lines that are left to a person." })
  leftOutCount!: number;
  @Field(() => Hexadecimal, { description: "Digest of all of it, for correctToRates." })
  digest!: string;
}

@visibleTo("FINANCE")
@ObjectType({ description: "What was corrected, or every reason why nothing was." })
export class CorrectToRatesPayload extends ActPayload {
  @Field(() => NonNegativeInt, { nullable: true, description: "Lines that were corrected; null when it was refused." })
  lineCount!: number | null;
  @Field(() => Money, {
    nullable: true,
    description: "Sum of the corrections; they go into the next batch, which another person approves. Null when it was refused.",
  })
  total!: Money | null;
  @costs({ size: 20 })
  @relation("SettlementLine", {
    list: true,
    description: "The lines that were corrected, each with its corrections; empty when it was refused.",
  })
  lines!: readonly Ref[];
}

@Resolver()
export class CorrectToRates {
  @visibleTo("FINANCE")
  @costs({ own: 50 })
  @Query(() => RateCorrectionPreviewType, {
    description:
      "What correcting a clinic's lines to the rates that are agreed for their days now would do. What was quoted stays what is paid until then.",
  })
  async rateCorrections(
    @Arg("clinicId", () => ID, { description: "The clinic." }) clinicId: string,
    @Arg("from", () => LocalDate, { description: "First day of treatment." }) from: string,
    @Arg("until", () => LocalDate, { description: "First day of treatment that is not part of it." }) until: string,
    @Ctx() ctx: Context,
  ): Promise<RateCorrectionPreviewType> {
    const id = idOf("Clinic", clinicId, ["clinicId"]);
    const plan = await runQuery(ctx, async (tx) => planOf(await ratedLines(tx, id, from, until)));
    if (plan.tooMany) throw badInput(`The period has more than ${MOST_RATED} lines; ask for it in parts.`, ["until"]);
    const shown = [...plan.leftOut.map(leftOutView), ...plan.corrections.map(correctionView)].slice(0, 100);
    const { corrections, totalMinor, digest } = plan;
    return { lineCount: corrections.length, total: money(totalMinor), corrections: shown, leftOutCount: plan.leftOut.length, digest };
  }

  @visibleTo("FINANCE")
  @Mutation(() => CorrectToRatesPayload, {
    description: "Corrects a clinic's lines to the rates that are agreed for their days: exactly what the preview showed, or nothing.",
  })
  async correctToRates(
    @Arg("input", () => CorrectToRatesInput) input: CorrectToRatesInput,
    @Ctx() ctx: Context,
  ): Promise<CorrectToRatesPayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const keyed = { operation: "correctToRates", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "correctToRates",
      keyed,
      work: (tx) => correctAll(ctx, tx, clinicId, input, keyed),
      replay: (_, stored) => Promise.resolve(stored as Corrected),
    });
    const lines = (result?.lineIds ?? []).map((id) => ref("SettlementLine", id));
    return { lines, lineCount: result && result.lines, total: result && money(result.totalMinor), errors: userErrors(errors), replayed };
  }
}

/** As the outcome is kept: one of before the lines were told has no ids. */
type Corrected = { readonly lines: number; readonly totalMinor: string; readonly lineIds?: readonly string[] };
type Correction = { readonly line: RatedRecord; readonly differenceMinor: bigint };
type LeftOut = { readonly line: RatedRecord; readonly reason: RateLeftOut };
type Plan = {
  readonly corrections: readonly Correction[];
  readonly leftOut: readonly LeftOut[];
  readonly totalMinor: bigint;
  readonly digest: string;
  readonly tooMany: boolean;
};

function planOf(lines: readonly RatedRecord[]): Plan {
  const corrections: Correction[] = [];
  const leftOut: LeftOut[] = [];
  for (const line of lines) {
    const decided = rateCorrection(line);
    if (decided.kind === "CORRECT") corrections.push({ line, differenceMinor: decided.differenceMinor });
    else if (decided.kind === "LEFT_OUT") leftOut.push({ line, reason: decided.reason });
  }
  const said = corrections.map(({ line, differenceMinor }) => [line.lineId, String(differenceMinor)]);
  return {
    corrections,
    leftOut,
    totalMinor: sum(corrections.map((c) => c.differenceMinor)),
    digest: createHash("sha256").update(JSON.stringify(said)).digest("hex"),
    tooMany: lines.length > MOST_RATED,
  };
}

async function correctAll(ctx: Context, tx: Tx, clinicId: string, input: CorrectToRatesInput, keyed: IdempotencyKey): Promise<Corrected> {
  await lockSettlement(tx);
  const plan = planOf(await ratedLines(tx, clinicId, input.from, input.until));
  const refused = refusalOf(plan, input.preview);
  if (refused) throw new Refused([refused]);
  const rows = plan.corrections.map(({ line, differenceMinor }) =>
    correctionRows(ctx, line.lineId, line, { amountMinor: differenceMinor, reason: "RATE_AGREED_LATER" }),
  );
  const lineIds = plan.corrections.map(({ line }) => line.lineId);
  const corrected = { lines: rows.length, totalMinor: String(plan.totalMinor), lineIds };
  await write(
    tx,
    {
      ledger_entry: rows.flatMap((r) => r.rows.ledger_entry ?? []),
      posting: rows.flatMap((r) => r.rows.posting ?? []),
      settlement_line: rows.flatMap((r) => r.rows.settlement_line ?? []),
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "correctToRates",
          object: "Clinic",
          objectId: clinicId,
          outcome: "ALLOWED",
          rule: "RATE_AGREED_LATER",
        }),
      ],
      outbox: plan.corrections.map(({ line }, i) =>
        outboxRow("settlement.corrected", rows[i]?.id ?? "", {
          lineId: rows[i]?.id ?? "",
          correctsId: line.lineId,
          providerId: line.providerId,
        }),
      ),
    },
    [outcomeOf(ctx.viewer.subject, keyed, corrected)],
  );
  return corrected;
}

function refusalOf(plan: Plan, preview: string): Refusal | null {
  if (plan.tooMany)
    return refusal("TOO_MANY_LINES", `The period has more than ${MOST_RATED} lines.`, {
      path: ["input", "until"],
      remedy: "Correct it in parts.",
    });
  if (plan.digest !== preview.toLowerCase())
    return refusal("PREVIEW_CHANGED", "The lines are not those of the preview any more.", {
      path: ["input", "preview"],
      remedy: "Look at the preview again.",
    });
  if (plan.corrections.length === 0)
    return refusal("NOTHING_TO_CORRECT", "Every line of the period is paid by the rate of its day.", {
      path: ["input", "from"],
      remedy: "Choose another period, or approve the rate first.",
    });
  return null;
}

function correctionView({ line, differenceMinor }: Correction): RateCorrectionType {
  return {
    line: ref("SettlementLine", line.lineId),
    rate: ref("AgreedRate", line.rateId),
    difference: money(differenceMinor),
    leftOut: null,
  };
}

function leftOutView({ line, reason }: LeftOut): RateCorrectionType {
  return { line: ref("SettlementLine", line.lineId), rate: ref("AgreedRate", line.rateId), difference: null, leftOut: reason };
}
