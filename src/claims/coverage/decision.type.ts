import { Field, ID, ObjectType } from "type-graphql";
import type { Decision } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime } from "../../gateway/api/scalars.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Decision", {
  description: "A decision of the rules as it was made: its facts, its outcome, its version. It can be run again and must answer the same.",
  implements: Node,
})
export class DecisionType extends Node {
  @Field(() => String, { description: "GUARANTEE, COVERAGE or PRICE." })
  kind!: string;
  @Field(() => DateTime, { description: "When it was made." })
  decidedAt!: Date;
  @Field(() => String, { description: "Version of the rules, e.g. conditions-2025.2." })
  ruleVersion!: string;
  @Field(() => [String], { description: "Its reason codes." })
  reasons!: readonly string[];
  @Field(() => ID, { nullable: true, description: "The booking it was made for." })
  bookingId!: string | null;
  @Field(() => String, { description: "The facts as JSON text, in the rules' own format." })
  facts!: string;
  @Field(() => String, { description: "The outcome as JSON text, in the rules' own format." })
  outcome!: string;
}

export function decisionView(decision: Decision): DecisionType {
  const { reasons } = decision.outcome as { readonly reasons?: readonly unknown[] };
  return {
    id: globalId("Decision", decision.id),
    kind: decision.kind,
    decidedAt: decision.decidedAt,
    ruleVersion: decision.ruleVersion,
    reasons: (reasons ?? []).map(String),
    bookingId: decision.bookingId && globalId("Booking", decision.bookingId),
    facts: JSON.stringify(decision.facts),
    outcome: JSON.stringify(decision.outcome),
  };
}
