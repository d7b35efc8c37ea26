import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import type { Explanation } from "../../rules/explain.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("DecisionReason", {
  description: "One reason of a decision, with the rule it rests on and what would change it.",
  simpleResolvers: true,
})
export class DecisionReasonType {
  @Field(() => String, { description: "Stable code, e.g. REFERRAL_MISSING." })
  code!: string;
  @Field(() => String, { description: "Id of the rule, e.g. REF-PHYSIO." })
  rule!: string;
  @Field(() => String, { description: 'Where it stands, e.g. "insurance conditions 2025, section 5.7".' })
  clause!: string;
  @Field(() => String, { description: "The reason in a sentence, English." })
  message!: string;
  @Field(() => String, { description: "The reason in a sentence, Danish; where they differ the Danish text applies (GEN-DANISH-TEXT)." })
  messageDa!: string;
  @Field(() => String, { description: "What would change it, English." })
  remedy!: string;
  @Field(() => String, { description: "What would change it, Danish." })
  remedyDa!: string;
}

export function reasonView({ code, rule, clause, en, da, remedy }: Explanation): DecisionReasonType {
  return { code, rule, clause, message: en, messageDa: da, remedy: remedy.en, remedyDa: remedy.da };
}
