import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import type { Explanation } from "../../../rules/explain.js";
import type { Words } from "../../../rules/words.js";
import { InLanguage, inLanguage, type Language } from "../../../vocabulary/language.type.js";
import { FallbackCover, fallbackView } from "../../../vocabulary/fallback.type.js";
import { ReasonCodeEnum } from "../../../vocabulary/rules.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("DecisionReason", {
  description: "One reason of a decision, with the rule it rests on and what would change it.",
  simpleResolvers: true,
})
export class DecisionReasonType {
  @Field(() => ReasonCodeEnum, { description: "Stable code." })
  code!: string;
  @Field(() => String, { description: "Id of the rule, e.g. REF-PHYSIO." })
  rule!: string;
  @Field(() => String, { description: 'Where it stands, e.g. "insurance conditions 2025, section 5.7".' })
  clause!: string;
  @Field(() => FallbackCover, { nullable: true, description: "What the conditions offer instead of a refused programme." })
  offer!: FallbackCover | null;
  /** Not fields: what the fields with a language are made from. */
  says!: Words;
  helps!: Words;
}

@Resolver(() => DecisionReasonType)
export class DecisionReasonWords {
  @FieldResolver(() => String, {
    description: "The reason in a sentence; where the two languages differ the Danish text applies (GEN-DANISH-TEXT).",
  })
  message(@Root() { says }: DecisionReasonType, @InLanguage() language: Language): string {
    return inLanguage(says, language);
  }

  @FieldResolver(() => String, { description: "What would change it." })
  remedy(@Root() { helps }: DecisionReasonType, @InLanguage() language: Language): string {
    return inLanguage(helps, language);
  }
}

export function reasonView({ code, rule, clause, en, da, remedy, offer }: Explanation): DecisionReasonType {
  return { code, rule, clause, offer: fallbackView(offer), says: { en, da }, helps: remedy };
}
