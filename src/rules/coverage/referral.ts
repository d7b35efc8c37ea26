/** Which doctor's word this treatment needs, if any. */
import { addMonths } from "../../kernel/calendar.js";
import { inGroup, type ReferralType } from "../codes.js";
import type { RuleId } from "../catalogue.js";
import { prescriberOf } from "../data/conditions.js";
import type { RowCase } from "./treatment-case.js";

export type ReferralNeed = { readonly types: readonly ReferralType[]; readonly rule: RuleId };

const COUNSELS: ReadonlySet<string> = new Set(["PSYCHOLOGIST", "PSYCHOTHERAPIST", "CHILD_MENTAL_PROGRAMME", "CHRONIC_PSYCH_SUPPORT"]);

/** The types accepted and the rule that asks for them; null when none is needed. */
export function referralNeed(at: RowCase): ReferralNeed | null {
  const { needed, types, rule } = at.row.referral;
  if (inGroup(at.service, "MENTAL")) {
    // Even when the health team asked for one (REF-STRESS-NONE).
    if (at.condition.code === "STRESS") return null;
    if (at.condition.code === "POSTPARTUM_DEPRESSION") return { types: ["GP"], rule: "REF-POSTPARTUM-GP" };
  }
  // long-term stress is stress; a psychiatrist is seen on the GP's referral alone (5.8)
  if (at.condition.code === "LONG_TERM_STRESS" && COUNSELS.has(at.service)) return null;
  const prescriber = needed === "ALWAYS" ? prescriberOf(at.condition.code, at.service) : undefined;
  if (prescriber) return prescriber;
  switch (needed) {
    case "NEVER":
      return null;
    case "ON_REQUEST":
      return at.facts.referralRequested === true ? { types, rule } : null;
    case "REHAB":
      return { types: at.facts.claim.afterCoveredSurgery === true ? ["SPECIALIST"] : types, rule };
    case "ALWAYS":
      return { types, rule };
  }
}

/** There is a referral, and it existed before the treatment (REF-BEFORE-START) and has not run out (REF-VALIDITY-OPEN). */
export function referralInTime(at: RowCase): boolean {
  const { referral } = at.facts;
  if (!referral || referral.issuedOn > at.on) return false;
  const months = at.settings.referralValidityMonths;
  return months === null || at.on <= addMonths(referral.issuedOn, months);
}
