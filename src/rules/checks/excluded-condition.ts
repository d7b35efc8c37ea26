import { chronicRule } from "../coverage/chronic.js";
import { exclusionOf, isLasting } from "../data/conditions.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { nothingHelps, type RowCheck } from "./check.js";

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
  ],
  cites: (at) => exclusionOf(at.condition, at.service, at.product)?.rule ?? "COV-FLEX-PSYCH",
  says: {
    en: "The condition is excluded from this treatment.",
    da: "Lidelsen er undtaget fra denne behandling.",
  },
  denies: (at) => exclusionOf(at.condition, at.service, at.product) !== undefined || lasts(at),
  remedy: () =>
    nothingHelps(
      "See your own doctor, who can refer you within the public system; the health team gives advice by phone.",
      "Kontakt egen læge, som kan henvise i det offentlige; sundhedsteamet rådgiver på telefon.",
    ),
};
