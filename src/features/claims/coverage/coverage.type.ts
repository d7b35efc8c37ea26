import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { DecisionReasonType } from "../../../vocabulary/reason.type.js";
import { CoverageNoteEnum, GuaranteeClassEnum, TreatmentModeEnum } from "../../../vocabulary/rules.type.js";
import { ServiceType } from "../../../vocabulary/service.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Coverage", { description: "Is this treatment covered, and if not, why? All reasons at once." })
export class CoverageType {
  @relation("Claim", { nullable: true, description: "The claim it was asked for; null for a complaint asked about in advance." })
  claim!: Ref | null;
  @relation("Member", { nullable: true, description: "Whom it is about; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @relation("Policy", { description: "The cover it was decided under." })
  policy!: Ref;
  @Field(() => Boolean, { description: "True exactly when there is no reason against it." })
  covered!: boolean;
  @Field(() => [DecisionReasonType], { description: "Everything that stands in the way." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => [CoverageNoteEnum], { description: "What to know about a covered treatment." })
  notes!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: "Treatments left in the tightest limit before this one is counted; null where no number limits it.",
  })
  treatmentsRemaining!: number | null;
  @Field(() => GuaranteeClassEnum, {
    description: "What is promised about a first appointment; nothing when not covered or with own choice.",
  })
  guaranteeClass!: string;
  @Field(() => ServiceType, { description: "The treatment decided on." })
  service!: ServiceType;
  @Field(() => LocalDate, { description: "Day of the treatment decided on." })
  on!: string;
  @Field(() => TreatmentModeEnum, { description: "Who treats." })
  mode!: string;
  @Field(() => String, { description: "Version of the rules." })
  ruleVersion!: string;
}
