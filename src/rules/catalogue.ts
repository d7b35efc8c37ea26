/** Every rule the product knows, by id. A check, a table row or a refusal that cites a rule not listed here does not compile. */
import { CLAIM_RULES } from "./catalogue/claim.js";
import { COVERAGE_RULES } from "./catalogue/coverage.js";
import { GENERAL_RULES } from "./catalogue/general.js";
import { GUARANTEE_RULES } from "./catalogue/guarantee.js";
import { MEMBER_RULES } from "./catalogue/member.js";
import { PRICE_RULES } from "./catalogue/price.js";
import { PROVIDER_RULES } from "./catalogue/provider.js";
import { REFERRAL_RULES } from "./catalogue/referral.js";
import { SERVICE_RULES } from "./catalogue/service.js";
import type { Rule } from "./catalogue/rule.js";

const RULES = {
  ...GENERAL_RULES,
  ...MEMBER_RULES,
  ...CLAIM_RULES,
  ...REFERRAL_RULES,
  ...PROVIDER_RULES,
  ...COVERAGE_RULES,
  ...GUARANTEE_RULES,
  ...PRICE_RULES,
  ...SERVICE_RULES,
} as const;

export type RuleId = keyof typeof RULES;
export const RULE_IDS: readonly RuleId[] = Object.keys(RULES).filter(isRuleId);

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text);
}

export function ruleOf(id: RuleId): Rule {
  return RULES[id];
}

/** Where the rule stands, "insurance conditions 2025, section 5.8". */
export function clauseOf(id: RuleId): string {
  return RULES[id].clause;
}
