import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { InLanguage, inLanguage, type Language } from "../../vocabulary/language.type.js";
import type { ChoiceReason } from "./book/because.js";
import { ChoiceReasonEnum } from "./booking-enums.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ChoiceReason", { description: "One reason why the gateway chose a time.", simpleResolvers: true })
export class ChoiceReasonType {
  @Field(() => ChoiceReasonEnum, { description: "Stable code." })
  code!: string;
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
