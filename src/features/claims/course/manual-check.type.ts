import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import type { WordList } from "../../../kernel/worded.js";
import { COVERAGE_REASON_WORDS } from "../../../rules/decision-words.js";
import { MANUAL_CHECKS } from "../../../rules/data/automatic-approval.js";
import { saysOf } from "../../../rules/explain.js";
import type { Words } from "../../../rules/words.js";
import { InLanguage, inLanguage, type Language } from "../../../vocabulary/language.type.js";

const CRITERIA: WordList<string> = Object.fromEntries(Object.entries(MANUAL_CHECKS).map(([code, { en, da }]) => [code, [en, da]]));
const ManualCheckCodeEnum = enumOf(
  "ManualCheckCode",
  "Why a report is not approved automatically: a criterion of automatic approval, or a reason against cover. Values may be added.",
  { ...COVERAGE_REASON_WORDS, ...CRITERIA },
);

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("ManualCheck", { description: "Why a report is not approved automatically (CLM-AUTO-APPROVE).", simpleResolvers: true })
export class ManualCheckType {
  @Field(() => ManualCheckCodeEnum, { description: "A criterion, or a reason of the coverage decision." })
  code!: string;
  /** Not a field: what `message` is made from. */
  says!: Words;
}

@Resolver(() => ManualCheckType)
export class ManualCheckWords {
  @FieldResolver(() => String, { description: "The same in a sentence." })
  message(@Root() { says }: ManualCheckType, @InLanguage() language: Language): string {
    return inLanguage(says, language);
  }
}

export function manualCheckView(code: string): ManualCheckType {
  const criteria: Readonly<Record<string, Words>> = MANUAL_CHECKS;
  return { code, says: criteria[code] ?? saysOf(code) ?? LOOK };
}

const LOOK: Words = { en: "A member of the health team looks at it.", da: "En medarbejder i sundhedsteamet ser på det." };
