import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { InLanguage, inLanguage, type Language } from "../../vocabulary/language.type.js";
import { clauseOf } from "../../rules/catalogue.js";
import type { ChoiceReason } from "./book/because.js";
import { CHOICE_RULES } from "./booking-words.js";
import { ChoiceReasonEnum } from "./booking-enums.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ChoiceReason", { description: "One reason why the gateway chose a time.", simpleResolvers: true })
export class ChoiceReasonType {
  @Field(() => ChoiceReasonEnum, { description: "Stable code." })
  code!: string;
  @Field(() => String, { nullable: true, description: "Id of the rule it rests on, e.g. BOK-WISHES; null for a plain fact of the time." })
  rule!: string | null;
  @Field(() => String, { nullable: true, description: "Where that rule stands; null where there is none." })
  clause!: string | null;
  /** Not fields: what `message` is made from. */
  en!: string;
  da!: string;
}

@Resolver(() => ChoiceReasonType)
export class ChoiceReasonWords {
  @FieldResolver(() => String, { description: "The reason in a sentence." })
  message(@Root() because: ChoiceReason, @InLanguage() language: Language): string {
    return inLanguage(because, language);
  }
}

export function choiceReasonView({ code, en, da }: ChoiceReason): ChoiceReasonType {
  const rule = CHOICE_RULES[code] ?? null;
  return { code, rule, clause: rule && clauseOf(rule), en, da };
}
