import { Field, FieldResolver, ObjectType, Resolver, Root, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Decision } from "../../../../schema/rows.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { DecisionKind } from "../../../rules/decide.js";
import { explainDecision } from "../../../rules/explain.js";
import { SETTINGS, settingsOf } from "../../../rules/data/settings.js";
import { DecisionKindEnum, ReasonCodeEnum } from "../../../vocabulary/rules.type.js";
import { DecisionReasonType, reasonView } from "../../../vocabulary/reason.type.js";
import { answerView, DecisionAnswerUnion, DecisionFactsUnion, factsView } from "./decision-answer.type.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Decision", {
  description: "A decision of the rules as it was made: its facts, its outcome, its version. It can be run again and must answer the same.",
  implements: Node,
})
export class DecisionType extends Node {
  @Field(() => DecisionKindEnum, { description: "What it is about." })
  kind!: DecisionKind;
  @Field(() => DateTime, { description: "When it was made." })
  decidedAt!: Date;
  @Field(() => String, { description: "Version of the rules, e.g. conditions-2025.3." })
  ruleVersion!: string;
  @Field(() => [ReasonCodeEnum], { description: "Codes of its reasons." })
  reasonCodes!: readonly string[];
  @relation("Claim", { nullable: true, description: "The claim it was made about; null for a question that was asked without one." })
  claim!: Ref | null;
  @relation("Member", {
    nullable: true,
    description: "Whom it concerns; null for a decision about nobody, or once they were erased.",
    mayBeHidden: true,
  })
  member!: Ref | null;
  @relation("Booking", { nullable: true, description: "The booking it was made for; null where it was made for none." })
  booking!: Ref | null;
  /** Not a field: what its facts, its answer and its reasons are told from. */
  row!: Decision;
}

@Resolver(() => DecisionType)
export class DecisionContent {
  @FieldResolver(() => DecisionFactsUnion, {
    nullable: true,
    description: "What it was made on; null where an earlier version of the rules kept facts in another form.",
  })
  facts(@Root() { row }: DecisionType): ReturnType<typeof factsView> {
    return factsView(row.kind, row.facts);
  }

  @FieldResolver(() => DecisionAnswerUnion, { description: "What it said." })
  answer(@Root() { row }: DecisionType): ReturnType<typeof answerView> {
    return answerView(row.kind, row.outcome);
  }

  @FieldResolver(() => [DecisionReasonType], {
    nullable: true,
    description:
      "Its reasons, each with the rule it rests on and what would change it; null where `facts` is: their codes are told all the same.",
  })
  reasons(@Root() { row }: DecisionType): readonly DecisionReasonType[] | null {
    const { kind, facts, outcome, ruleVersion, settings } = row;
    if (factsView(kind, facts) === null) return null;
    return explainDecision(kind, facts, outcome, settingsOf(ruleVersion, settings) ?? SETTINGS).map(reasonView);
  }
}

export const DecisionConnection: ClassType<Connection<DecisionType>> = connectionOf("Decision", () => DecisionType);

export function decisionView(decision: Decision): DecisionType {
  return {
    id: globalId("Decision", decision.id),
    kind: decision.kind,
    decidedAt: decision.decidedAt,
    ruleVersion: decision.ruleVersion,
    reasonCodes: decision.outcome.reasons,
    claim: refOrNull("Claim", decision.claimId),
    member: refOrNull("Member", decision.memberId),
    booking: refOrNull("Booking", decision.bookingId),
    row: decision,
  };
}
