import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { MedicalDecisionKindEnum } from "../claim-enums.type.js";
import { MEDICAL_DECISIONS, type MedicalDecisionKind, type MedicalDecisions } from "./medical-decision.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("MedicalDecision", {
  description: "A decision of the insurer's doctors and nurses that stands instead of what the rules derive.",
})
export class MedicalDecisionType {
  @Field(() => MedicalDecisionKindEnum, { description: "What was decided." })
  kind!: MedicalDecisionKind;
  @Field(() => DateTime, { description: "When." })
  decidedAt!: Date | string;
  @visibleTo("HEALTH_TEAM")
  @Field(() => String, { description: "Who decided it." })
  decidedBy!: string;
  @Field(() => String, { description: "Why, in the words of whoever decided." })
  reason!: string;
}

export function medicalDecisionsView(decisions: MedicalDecisions): MedicalDecisionType[] {
  return (Object.keys(MEDICAL_DECISIONS) as MedicalDecisionKind[]).flatMap((kind) => {
    const made = decisions[kind];
    return made ? [{ kind, decidedAt: made.at, decidedBy: made.by, reason: made.reason }] : [];
  });
}
