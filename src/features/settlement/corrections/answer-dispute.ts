import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { localDateOf } from "../../../kernel/calendar.js";
import { refusal, Refused, type Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { DisputeFindingEnum } from "../settlement-enums.type.js";
import { lineById, type LineRecord } from "../settlement.store.js";
import { lineView, SettlementLineType } from "../settlement.type.js";
import type { DisputeFinding } from "../settlement-words.js";
import { disputeToAnswer, type AnswerRecord } from "./dispute-answer.store.js";

@InputType({ description: "A clinic's answer to a member who says otherwise: what it found, what it knows, and its own words." })
export class AnswerDisputeInput extends LongKeyedInput {
  @Field(() => ID, { description: "The disputed line; of the caller's own company." })
  lineId!: string;
  @Field(() => DisputeFindingEnum, { description: "What the clinic says." })
  finding!: DisputeFinding;
  @Field(() => DateTime, { nullable: true, description: "When the member came, on the day of the treatment." })
  cameAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When the member left; goes with `cameAt`." })
  leftAt?: Date | null;
  @Field(() => ID, { nullable: true, description: "Who treated the member; somebody of the clinic." })
  practitionerId?: string | null;
  @Field(() => Boolean, { nullable: true, description: "Whether the clinic's record of that day has the treatment." })
  inRecord?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "In the clinic's own words, up to 2,000 characters. Nothing of the member's health: finance reads it.",
  })
  words?: string | null;
}

@visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("DisputeAnswer", { description: "What a clinic said to a dispute; nothing of it changes afterwards.", simpleResolvers: true })
export class DisputeAnswerType {
  @Field(() => DisputeFindingEnum, { description: "What the clinic says." })
  finding!: DisputeFinding;
  @Field(() => DateTime, { nullable: true, description: "When the member came; null: not said." })
  cameAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When the member left; null: not said." })
  leftAt!: Date | null;
  @relation("Practitioner", { nullable: true, description: "Who treated the member; null: not said." })
  practitioner!: Ref | null;
  @relation("Organisation", { description: "The company that answered." })
  organisation!: Ref;
  @Field(() => Boolean, { nullable: true, description: "Whether the clinic's record of that day has the treatment; null: not said." })
  inRecord!: boolean | null;
  @Field(() => String, { nullable: true, description: "In the clinic's own words; null where there are none." })
  words!: string | null;
  @Field(() => DateTime, { description: "When it was given." })
  answeredAt!: Date;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The disputed line with what was said of it, or every reason why not." })
export class AnswerDisputePayload extends ActPayload {
  @Field(() => SettlementLineType, {
    nullable: true,
    description: "The line; it waits for finance as before. Null where the answer was refused.",
  })
  line!: SettlementLineType | null;
}

export function answerView(answer: AnswerRecord): DisputeAnswerType {
  return {
    finding: answer.finding,
    cameAt: answer.came_at,
    leftAt: answer.left_at,
    practitioner: refOrNull("Practitioner", answer.practitioner_id),
    organisation: ref("Organisation", answer.provider_id),
    inRecord: answer.in_record,
    words: answer.words,
    answeredAt: answer.answered_at,
  };
}

@Resolver()
export class AnswerDispute {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => AnswerDisputePayload, {
    description:
      "Answers a member's dispute, with facts and in the clinic's own words, for finance to decide by. May be added to until the dispute is settled; nothing that was said is changed.",
  })
  async answerDispute(
    @Arg("input", () => AnswerDisputeInput) input: AnswerDisputeInput,
    @Ctx() ctx: Context,
  ): Promise<AnswerDisputePayload> {
    const lineId = idOf("SettlementLine", input.lineId, ["input", "lineId"]);
    const practitionerId = input.practitionerId == null ? null : idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]);
    const keyed = { operation: "answerDispute", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "answerDispute",
      keyed,
      work: (tx) => answer(ctx, tx, { ...input, lineId, practitionerId }, keyed),
      replay: (tx) => lineById(tx, lineId),
    });
    return { line: result && lineView(result), errors: userErrors(errors), replayed };
  }
}

type Answer = Omit<AnswerDisputeInput, "practitionerId"> & { readonly practitionerId: string | null };

/** So often a clinic may add to what it said of one line. */
const MOST_ANSWERS = 20;
const MOST_WORDS = 2_000;

async function answer(ctx: Context, tx: Tx, given: Answer, keyed: IdempotencyKey): Promise<LineRecord | null> {
  const { lineId, practitionerId } = given;
  const line = await disputeToAnswer(tx, lineId, practitionerId);
  if (!line) throw new Refused([NOT_DISPUTED]);
  const words = given.words?.trim() ?? "";
  const refusals = answerRefusals(
    { ...given, cameAt: given.cameAt ?? null, leftAt: given.leftAt ?? null, words },
    { treatedOn: line.treated_on, now: line.now, worksThere: line.works_there ?? false, answers: line.answers ?? 0 },
  );
  if (refusals.length > 0) throw new Refused(refusals);
  await write(
    tx,
    {
      dispute_answer: [
        {
          id: newId(),
          line_id: lineId,
          claim_id: line.claim_id,
          provider_id: line.provider_id,
          finding: given.finding,
          came_at: given.cameAt?.toISOString() ?? null,
          left_at: given.leftAt?.toISOString() ?? null,
          practitioner_id: practitionerId,
          in_record: given.inRecord ?? null,
          words: words === "" ? null : words,
          answered_by: ctx.viewer.subject,
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "answerDispute",
          object: "SettlementLine",
          objectId: lineId,
          outcome: "ALLOWED",
          rule: given.finding,
        }),
      ],
      outbox: [outboxRow("settlement.dispute-answered", lineId, { lineId, bookingId: line.booking_id })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { lineId })],
  );
  return lineById(tx, lineId);
}

const NOT_DISPUTED = refusal("NOT_DISPUTED", "There is no such disputed line.", {
  path: ["input", "lineId"],
  remedy: "It may have been settled meanwhile.",
});

type Said = {
  readonly cameAt: Date | null;
  readonly leftAt: Date | null;
  readonly practitionerId: string | null;
  readonly words: string;
};
type Ground = { readonly treatedOn: string; readonly now: Date; readonly worksThere: boolean; readonly answers: number };

/** Everything that keeps an answer from being one. Pure. */
function answerRefusals({ cameAt, leftAt, practitionerId, words }: Said, { treatedOn, now, worksThere, answers }: Ground): Refusal[] {
  const found: Refusal[] = [];
  const at = (field: string): readonly string[] => ["input", field];
  for (const [field, instant] of [
    ["cameAt", cameAt],
    ["leftAt", leftAt],
  ] as const)
    if (instant && (localDateOf(instant) !== treatedOn || instant > now))
      found.push(
        refusal("DAY_IMPOSSIBLE", "This is not on the day of the treatment, or still to come.", {
          path: at(field),
          remedy: `Give a time on ${treatedOn}.`,
        }),
      );
  if (leftAt && (!cameAt || leftAt <= cameAt))
    found.push(refusal("DAY_IMPOSSIBLE", "Whoever leaves has come before.", { path: at("leftAt"), remedy: "Give `cameAt`, before it." }));
  if (practitionerId !== null && !worksThere)
    found.push(
      refusal("NOT_FOUND", "Nobody of this id works at the clinic.", {
        path: at("practitionerId"),
        remedy: "Name somebody of the clinic.",
      }),
    );
  if ([...words].length > MOST_WORDS)
    found.push(
      refusal("FIELD_TOO_LONG", `The words have more than ${MOST_WORDS} characters.`, { path: at("words"), remedy: "Say it in fewer." }),
    );
  if (answers >= MOST_ANSWERS)
    found.push(
      refusal("ANSWERS_FULL", `This dispute has ${MOST_ANSWERS} answers already.`, { path: at("lineId"), remedy: "Write to finance." }),
    );
  return found;
}
