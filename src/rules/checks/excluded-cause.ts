import type { RuleId } from "../catalogue.js";
import type { ComplaintCause } from "../codes.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { nothingHelps, type Check } from "./check.js";

const RULE_OF: Readonly<Record<Exclude<ComplaintCause, "NONE_OF_THESE">, RuleId>> = {
  PROFESSIONAL_SPORT: "COV-EXCL-SPORT",
  SELF_INFLICTED: "COV-EXCL-SELF-INFLICTED",
  INTOXICATION: "COV-EXCL-INTOXICATION",
  IMPLANT_OR_TATTOO: "COV-EXCL-IMPLANTS",
  WAR_OR_TERROR: "COV-EXCL-FORCE-MAJEURE",
  DISASTER_OR_STRIKE: "COV-EXCL-FORCE-MAJEURE",
  EPIDEMIC: "COV-EXCL-FORCE-MAJEURE",
};

/** Option C treats the addiction itself, whose cause is what it is (COV-C-ADDICTION). */
function ruleAgainst({ facts, service }: TreatmentCase): RuleId | null {
  const { cause } = facts.claim;
  if (!cause || cause === "NONE_OF_THESE") return null;
  return cause === "INTOXICATION" && service === "ADDICTION_TREATMENT" ? null : RULE_OF[cause];
}

export const excludedCause: Check = {
  code: "EXCLUDED_CAUSE",
  rules: ["COV-EXCL-SPORT", "COV-EXCL-SELF-INFLICTED", "COV-EXCL-INTOXICATION", "COV-EXCL-IMPLANTS", "COV-EXCL-FORCE-MAJEURE"],
  cites: (at) => ruleAgainst(at) ?? "COV-EXCL-FORCE-MAJEURE",
  says: {
    en: "What caused the complaint is one of the causes the insurance does not cover.",
    da: "Lidelsens årsag er en af dem, forsikringen ikke dækker.",
  },
  denies: (at) => ruleAgainst(at) !== null,
  remedy: () =>
    nothingHelps(
      "See your own doctor, who can refer you within the public system; the health team gives advice by phone.",
      "Kontakt egen læge, som kan henvise i det offentlige; sundhedsteamet rådgiver på telefon.",
    ),
};
