import { Field, ObjectType } from "type-graphql";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import { NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { LineOutcome } from "./publication.js";
import { type LineResult } from "./publish-lines.js";
import { LineOutcomeEnum } from "../slot-enums.type.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("SlotLineResult", { description: "What became of one line of a call or file.", simpleResolvers: true })
export class SlotLineResult {
  @Field(() => PositiveInt, { description: "The line, counted from 1: place in the list, or line of the file as an editor shows it." })
  line!: number;
  @Field(() => String, { nullable: true, description: "The clinic's own key; null when the line could not be read that far." })
  externalId!: string | null;
  @Field(() => LineOutcomeEnum, { description: "What was done." })
  outcome!: LineOutcome;
  @relation("Slot", { nullable: true, description: "The opening that stands under the external id now; null for a refused line." })
  slot!: Ref | null;
  @Field(() => [UserError], { description: "Every reason why the line was refused, or why its opening is not open; empty otherwise." })
  errors!: readonly UserError[];
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("PublicationCounts", { description: "How many lines of a call ended how.", simpleResolvers: true })
export class PublicationCounts {
  @Field(() => NonNegativeInt, { description: "New openings." })
  inserted!: number;
  @Field(() => NonNegativeInt, { description: "Changed or opened again." })
  changed!: number;
  @Field(() => NonNegativeInt, { description: "Already as the line says." })
  unchanged!: number;
  @Field(() => NonNegativeInt, { description: "Taken away." })
  withdrawn!: number;
  @Field(() => NonNegativeInt, { description: "Refused." })
  refused!: number;
  @Field(() => NonNegativeInt, { description: "Saved and not open, for their time is closed." })
  closed!: number;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "What became of a publication, line by line and in figures." })
export class PublishSlotsPayload extends ActPayload {
  @Field(() => [SlotLineResult], { description: "One result per line, in order; empty when the call as a whole was refused." })
  lines!: readonly SlotLineResult[];
  @Field(() => PublicationCounts, { nullable: true, description: "The results in figures; null when the call as a whole was refused." })
  counts!: PublicationCounts | null;
  @Field(() => [UserError], {
    description: "Why the call as a whole was refused: then nothing was saved. Empty in mode CONTINUE, where each line has its own.",
  })
  errors!: readonly UserError[];
}

export function publicationPayload({ result, errors, replayed }: MutationOutcome<LineResult[]>): PublishSlotsPayload {
  return {
    lines: (result ?? []).map(({ line, externalId, outcome, slotId, refusals }) => ({
      line,
      externalId,
      outcome,
      slot: refOrNull("Slot", slotId),
      errors: refusals.length === 0 ? [] : userErrors(refusals),
    })),
    counts: result && countsOf(result),
    errors: userErrors(errors),
    replayed,
  };
}

export function countsOf(results: readonly LineResult[]): PublicationCounts {
  const counts = { INSERTED: 0, CHANGED: 0, UNCHANGED: 0, WITHDRAWN: 0, REFUSED: 0, CLOSED: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return {
    inserted: counts.INSERTED,
    changed: counts.CHANGED,
    unchanged: counts.UNCHANGED,
    withdrawn: counts.WITHDRAWN,
    refused: counts.REFUSED,
    closed: counts.CLOSED,
  };
}
