import { chronicRule } from "../coverage/chronic.js";
import { exclusionOf, isDiagnosedCancer, isLasting } from "../data/conditions.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { nothingHelps, remedy, type RowCheck } from "./check.js";

const exclusion = (at: RowCase) => exclusionOf(at.condition, at.service, at.product, at.facts.condition.accepted === true);

/** A cancer whose diagnosis is older than the insurance (COV-CANCER). */
function diagnosedBefore({ condition, facts }: RowCase): boolean {
  const { diagnosedOn } = facts.condition;
  return isDiagnosedCancer(condition.code) && diagnosedOn != null && diagnosedOn < facts.cover.start;
}

/** Skin cancer that was treated under this insurance before, in another claim, has returned (COV-SKIN-CANCER). */
function returned({ condition, facts }: RowCase): boolean {
  if (condition.code !== "SKIN_CANCER") return false;
  return (facts.usage ?? []).some(
    (entry) => entry.service === "SPECIALIST_TREATMENT" && entry.condition === "SKIN_CANCER" && entry.sameClaim !== true && entry.count > 0,
  );
}
const MEDICAL: ReadonlySet<string> = new Set(["SPECIALIST_EXAMINATION", "SPECIALIST_TREATMENT", "DIAGNOSTIC_IMAGING"]);
const isCancerOut = (at: RowCase): boolean => MEDICAL.has(at.service) && (diagnosedBefore(at) || returned(at));

const lasts = (at: RowCase): boolean => chronicRule(at).lastingExcluded && (at.chronic || isLasting(at.condition.code));

export const excludedCondition: RowCheck = {
  code: "EXCLUDED_CONDITION",
  rules: [
    "COV-EXCL-PHYSICAL",
    "COV-EXCL-MENTAL",
    "COV-EXCL-SPECIALIST",
    "COV-EXCL-CONGENITAL",
    "COV-EXCL-INFERTILITY",
    "COV-DIET-EXCLUDED",
    "COV-SKIN",
    "COV-ALLERGY",
    "COV-HEART",
    "COV-SLEEP",
    "COV-FLEX-EXCLUSIONS",
    "COV-FLEX-PSYCH",
    "COV-CANCER",
    "COV-SKIN-CANCER",
    "COV-VARICOSE",
  ],
  cites: (at) => exclusion(at)?.rule ?? (isCancerOut(at) ? (returned(at) ? "COV-SKIN-CANCER" : "COV-CANCER") : "COV-FLEX-PSYCH"),
  says: {
    en: "The condition is excluded from this treatment.",
    da: "Lidelsen er undtaget fra denne behandling.",
  },
  denies: (at) => exclusion(at) !== undefined || isCancerOut(at) || lasts(at),
  remedy: (at) => {
    // what else stands against it is no doctor's to lift
    const liftable = exclusion(at)?.unlessAccepted === true && !isCancerOut(at) && !lasts(at);
    if (liftable && exclusionOf(at.condition, at.service, at.product, true) === undefined)
      return remedy(
        "Covered when the insurer's doctors accept the condition as serious in this case.",
        "Dækket, når selskabets læger i sagen accepterer lidelsen som alvorlig.",
        (facts) => ({ ...facts, condition: { ...facts.condition, accepted: true } }),
      );
    return nothingHelps(
      "See your own doctor, who can refer you within the public system; the health team gives advice by phone.",
      "Kontakt egen læge, som kan henvise i det offentlige; sundhedsteamet rådgiver på telefon.",
    );
  },
};
