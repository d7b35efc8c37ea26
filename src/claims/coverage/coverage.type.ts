import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { LocalDate } from "../../gateway/api/scalars.js";
import { DecisionReasonType } from "./reason.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Coverage", { description: "Is this treatment covered, and if not, why? All reasons at once." })
export class CoverageType {
  @Field(() => Boolean, { description: "True exactly when there is no reason against it." })
  covered!: boolean;
  @Field(() => [DecisionReasonType], { description: "Everything that stands in the way." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => [String], {
    description: "What to know about a covered treatment: RUN_OFF, CRISIS_REPORTED_LATE, MEMBER_PAYS_FIRST, LAST_IN_LIMIT.",
  })
  notes!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: "Treatments left in the tightest limit before this one is counted; null where no number limits it.",
  })
  treatmentsRemaining!: number | null;
  @Field(() => String, { description: "What is promised about a first appointment; NONE when not covered or with own choice." })
  guaranteeClass!: string;
  @Field(() => String, { description: "The service decided on." })
  service!: string;
  @Field(() => LocalDate, { description: "Day of the treatment decided on." })
  on!: string;
  @Field(() => String, { description: "NETWORK or OWN_CHOICE." })
  mode!: string;
  @Field(() => String, { description: "Version of the rules." })
  ruleVersion!: string;
}
