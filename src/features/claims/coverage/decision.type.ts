import { Field, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Decision } from "../../../../schema/rows.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime, JSONObject } from "../../../gateway/api/scalars.js";
import type { Decision as Outcome, DecisionFacts, DecisionKind } from "../../../rules/decide.js";
import { DecisionKindEnum, ReasonCodeEnum } from "../../../vocabulary/rules.type.js";
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
  @Field(() => [ReasonCodeEnum], { description: "Its reasons." })
  reasons!: readonly string[];
  @relation("Claim", { nullable: true, description: "The claim it was made about; null for a question that was asked without one." })
  claim!: Ref | null;
  @relation("Member", {
    nullable: true,
    description: "Whom it concerns; null for a decision about nobody, or once they were erased.",
    mayBeHidden: true,
  })
  member!: Ref | null;
  @relation("Booking", { nullable: true, description: "The booking it was made for." })
  booking!: Ref | null;
  @Field(() => JSONObject, { description: "The facts, in the rules' own format." })
  facts!: DecisionFacts;
  @Field(() => JSONObject, { description: "The outcome, in the rules' own format." })
  outcome!: Outcome;
}

export const DecisionConnection: ClassType<Connection<DecisionType>> = connectionOf("Decision", () => DecisionType);

export function decisionView(decision: Decision): DecisionType {
  return {
    id: globalId("Decision", decision.id),
    kind: decision.kind,
    decidedAt: decision.decidedAt,
    ruleVersion: decision.ruleVersion,
    reasons: decision.outcome.reasons,
    claim: refOrNull("Claim", decision.claimId),
    member: refOrNull("Member", decision.memberId),
    booking: refOrNull("Booking", decision.bookingId),
    facts: decision.facts,
    outcome: decision.outcome,
  };
}
