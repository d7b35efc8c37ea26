import { Field, FieldResolver, ObjectType, Query, Resolver, Root } from "type-graphql";
import { costs } from "../gateway/admission/cost.js";
import { asAnswered } from "../gateway/execution/as-answered.js";
import { visibleTo } from "../gateway/api/guard.js";
import { CONDITION_WORDS } from "../rules/condition-words.js";
import { CONDITION_CODES, conditionOf, needsAcceptance, type ConditionCode } from "../rules/data/conditions.js";
import { isListedChronic } from "../rules/data/listed-chronic.js";
import { InLanguage, wordOf, type Language } from "./language.type.js";
import { ConditionCodeEnum } from "./rules.type.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("ListedCondition", { description: "A condition of the controlled list, by which claims are coded.", simpleResolvers: true })
export class ConditionType {
  @Field(() => ConditionCodeEnum, { description: "Code, as arguments and inputs take it." })
  code!: ConditionCode;
  @Field(() => Boolean, { description: "Of the large muscle groups and tendons (GEN-MSK-DEF)." })
  musculoskeletal!: boolean;
  @Field(() => Boolean, { description: "Chronic by its code, unless the insurer's doctors decide otherwise (COV-CHRONIC-LISTED)." })
  chronic!: boolean;
  @Field(() => Boolean, {
    description:
      "The insurer's doctors have to accept it before anything, or before some treatments, is covered for it (CLM-OTHER-CONDITION).",
  })
  needsDecision!: boolean;
}

const LISTED: readonly ConditionType[] = CONDITION_CODES.flatMap((code) => {
  const condition = conditionOf(code);
  if (!condition) return [];
  return [{ code, musculoskeletal: condition.musculoskeletal, chronic: isListedChronic(code), needsDecision: needsAcceptance(condition) }];
});

const shown = new Map<string, ConditionType>(LISTED.map((condition) => [condition.code, condition]));

/** The condition of the list behind a code of the rules; one that a kept decision knows and the list no longer does stays a code. */
export function listedCondition(code: ConditionCode): ConditionType {
  return shown.get(code) ?? { code, musculoskeletal: false, chronic: false, needsDecision: false };
}

@Resolver(() => ConditionType)
export class ListConditions {
  @visibleTo("PUBLIC")
  @costs({ size: 120 })
  @Query(() => [ConditionType], { description: "The conditions a claim can be coded with, in a fixed order." })
  conditions(): readonly ConditionType[] {
    return LISTED;
  }

  @FieldResolver(() => String, { description: "What it is called." })
  name(@Root() { code }: ConditionType, @InLanguage() language: Language): string {
    return wordOf(CONDITION_WORDS, code, language);
  }
}
