import { remedy, type Check } from "./check.js";

export const conditionNotAssessed: Check = {
  code: "CONDITION_NOT_ASSESSED",
  rules: ["CLM-OTHER-CONDITION"],
  says: {
    en: "The condition is on no list, and nobody of the insurer's doctors has accepted it yet.",
    da: "Lidelsen står ikke på listen, og ingen af selskabets læger har accepteret den endnu.",
  },
  // whom the doctors have judged chronic they have looked at (GEN-CHRONIC-DEF)
  denies: (at) => at.condition.code === "OTHER" && at.facts.condition.accepted !== true && at.facts.condition.chronic !== true,
  remedy: () =>
    remedy(
      "Covered when the insurer's doctors accept the condition, or code it as what it is.",
      "Dækket, når selskabets læger accepterer lidelsen eller koder den som det, den er.",
      (facts) => ({ ...facts, condition: { ...facts.condition, accepted: true } }),
    ),
};
