import { Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { MANUAL_CHECKS } from "../../../rules/data/automatic-approval.js";
import { saysOf } from "../../../rules/explain.js";
import type { Words } from "../../../rules/words.js";
import { InLanguage, inLanguage, type Language } from "../../../vocabulary/language.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("ManualCheck", { description: "Why a report is not approved automatically (CLM-AUTO-APPROVE).", simpleResolvers: true })
export class ManualCheckType {
  @Field(() => String, { description: "A criterion, e.g. NOT_NEW, or a reason of the coverage decision, e.g. REFERRAL_MISSING." })
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
