import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { MANUAL_CHECKS } from "../../rules/data/automatic-approval.js";
import { saysOf } from "../../rules/explain.js";
import type { Words } from "../../rules/words.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("ManualCheck", { description: "Why a report is not approved automatically (CLM-AUTO-APPROVE).", simpleResolvers: true })
export class ManualCheckType {
  @Field(() => String, { description: "A criterion, e.g. NOT_NEW, or a reason of the coverage decision, e.g. REFERRAL_MISSING." })
  code!: string;
  @Field(() => String, { description: "The same in a sentence, English." })
  message!: string;
  @Field(() => String, { description: "The same in a sentence, Danish." })
  messageDa!: string;
}

export function manualCheckView(code: string): ManualCheckType {
  const criteria: Readonly<Record<string, Words>> = MANUAL_CHECKS;
  const { en, da } = criteria[code] ?? saysOf(code) ?? LOOK;
  return { code, message: en, messageDa: da };
}

const LOOK: Words = { en: "A member of the health team looks at it.", da: "En medarbejder i sundhedsteamet ser på det." };
