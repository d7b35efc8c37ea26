import { Field, ObjectType } from "type-graphql";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { MessageOutcomeEnum } from "../member-enums.type.js";
import type { MessageOutcome, MessageResult } from "./apply-messages.js";

@visibleTo("INTEGRATION")
@ObjectType("MemberLineResult", { description: "What became of one message about a person and a policy.", simpleResolvers: true })
export class MemberLineResult {
  @Field(() => PositiveInt, { description: "The line, counted from 1: place in the list, or line of the file as an editor shows it." })
  line!: number;
  @Field(() => String, { nullable: true, description: "The person's key there; null when the line could not be read that far." })
  memberKey!: string | null;
  @Field(() => String, { nullable: true, description: "The policy's key there; null for a message about a person alone." })
  policyKey!: string | null;
  @Field(() => MessageOutcomeEnum, { description: "What was done." })
  outcome!: MessageOutcome;
  @relation("Member", { nullable: true, description: "The person under the key; null for a refused line." })
  member!: Ref | null;
  @relation("Policy", { nullable: true, description: "The policy under the key; null for a refused line, or one without." })
  policy!: Ref | null;
  @Field(() => [UserError], { description: "Every reason why the line was refused; empty otherwise." })
  errors!: readonly UserError[];
}

@visibleTo("INTEGRATION")
@ObjectType("MemberIntakeCounts", { description: "How many messages of a call ended how.", simpleResolvers: true })
export class MemberIntakeCounts {
  @Field(() => NonNegativeInt, { description: "New persons or policies." })
  inserted!: number;
  @Field(() => NonNegativeInt, { description: "Changed." })
  changed!: number;
  @Field(() => NonNegativeInt, { description: "Already as the message says." })
  unchanged!: number;
  @Field(() => NonNegativeInt, { description: "Older than what stands: nothing was changed." })
  late!: number;
  @Field(() => NonNegativeInt, { description: "Refused." })
  refused!: number;
}

@visibleTo("INTEGRATION")
@ObjectType({ description: "What became of the messages, one by one and in figures." })
export class SaveMembersPayload extends ActPayload {
  @Field(() => [MemberLineResult], { description: "One result per message, in order; empty when the call as a whole was refused." })
  lines!: readonly MemberLineResult[];
  @Field(() => MemberIntakeCounts, { nullable: true, description: "The results in figures; null when the call as a whole was refused." })
  counts!: MemberIntakeCounts | null;
}

export function membersPayload({ result, errors, replayed }: MutationOutcome<readonly MessageResult[]>): SaveMembersPayload {
  return {
    lines: (result ?? []).map(({ memberId, policyId, refusals, ...line }) => ({
      ...line,
      member: refOrNull("Member", memberId),
      policy: refOrNull("Policy", policyId),
      errors: refusals.length === 0 ? [] : userErrors(refusals),
    })),
    counts: result && countsOf(result),
    errors: userErrors(errors),
    replayed,
  };
}

function countsOf(results: readonly MessageResult[]): MemberIntakeCounts {
  const of = (wanted: MessageOutcome): number => results.filter(({ outcome }) => outcome === wanted).length;
  return { inserted: of("INSERTED"), changed: of("CHANGED"), unchanged: of("UNCHANGED"), late: of("LATE"), refused: of("REFUSED") };
}
