import { Field, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Decision } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, JSONObject } from "../../gateway/api/scalars.js";
import { DecisionKindEnum, ReasonCodeEnum } from "../../vocabulary/rules.type.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Decision", {
  description: "A decision of the rules as it was made: its facts, its outcome, its version. It can be run again and must answer the same.",
  implements: Node,
})
export class DecisionType extends Node {
  @Field(() => DecisionKindEnum, { description: "What it is about." })
  kind!: string;
  @Field(() => DateTime, { description: "When it was made." })
  decidedAt!: Date;
  @Field(() => String, { description: "Version of the rules, e.g. conditions-2025.2." })
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
  facts!: Readonly<Record<string, unknown>>;
  @Field(() => JSONObject, { description: "The outcome, in the rules' own format." })
  outcome!: Readonly<Record<string, unknown>>;
}

export const DecisionConnection: ClassType<Connection<DecisionType>> = connectionOf("Decision", () => DecisionType);

export function decisionView(decision: Decision): DecisionType {
  const { reasons } = decision.outcome as { readonly reasons?: readonly unknown[] };
  return {
    id: globalId("Decision", decision.id),
    kind: decision.kind,
    decidedAt: decision.decidedAt,
    ruleVersion: decision.ruleVersion,
    reasons: (reasons ?? []).map(String),
    claim: refOrNull("Claim", decision.claimId),
    member: refOrNull("Member", decision.memberId),
    booking: refOrNull("Booking", decision.bookingId),
    facts: decision.facts as Readonly<Record<string, unknown>>,
    outcome: decision.outcome as Readonly<Record<string, unknown>>,
  };
}
