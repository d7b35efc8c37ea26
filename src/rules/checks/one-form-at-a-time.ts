import { areTwoForms, isSameComplaint } from "../data/forms.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { inClaim, remedy, type Check } from "./check.js";

export const oneFormAtATime: Check = {
  code: "ONE_FORM_AT_A_TIME",
  rules: ["CLM-ONE-FORM"],
  says: {
    en: "Another form of treatment is running, and only one is covered at a time.",
    da: "En anden behandlingsform er i gang, og kun én ad gangen er dækket.",
  },
  denies: (at) => at.facts.claim.severalFormsAllowed !== true && (at.facts.claim.otherFormActive === true || anotherRuns(at)),
  remedy: () =>
    remedy(
      "Covered when the other treatment has ended, or the health team allows both.",
      "Dækket, når den anden behandling er slut, eller sundhedsteamet tillader begge.",
      inClaim({ severalFormsAllowed: true }),
    ),
};

/** For the same complaint: a sore back and a grief are treated side by side. */
function anotherRuns({ facts, service }: TreatmentCase): boolean {
  const others = facts.claim.otherForms ?? [];
  return others.some((other) => areTwoForms(service, other.service) && isSameComplaint(facts.condition.code, other.condition));
}
