/** A referral is missing or of the wrong type, never both: only one that is there in time is looked at closely. */
import type { RuleId } from "../catalogue.js";
import type { ReferralType } from "../codes.js";
import { referralInTime, referralNeed } from "../coverage/referral.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredFrom, remedy, type Remedy, type RowCheck } from "./check.js";

const RULES: readonly [RuleId, ...RuleId[]] = [
  "REF-GENERAL",
  "REF-BEFORE-START",
  "REF-VALIDITY-OPEN",
  "REF-PHYSIO",
  "REF-CHIRO",
  "REF-OPTION-B",
  "REF-OPTION-F",
  "REF-DIETICIAN",
  "REF-PODIATRY",
  "REF-GLAD",
  "REF-PSYCH",
  "REF-POSTPARTUM-GP",
  "REF-ANXIETY-CHILD-GP",
  "REF-PSYCHIATRIST-GP",
  "REF-SPECIALIST",
  "REF-IMAGING",
  "REF-OPTION-E",
  "REF-FLEX-SPECIALIST",
  "REF-REHAB-SPECIALIST",
  "REF-FOLLOWUP-SPECIALIST",
  "REF-ADDICTION-GP",
  "REF-H-DOCTOR",
  "REF-K-GP",
  "COV-SLEEP",
  "COV-ALLERGY",
  "COV-HEART",
  "COV-REOP",
];
const DOCTOR_EN: Readonly<Record<ReferralType, string>> = {
  GP: "a referral from your own doctor",
  SPECIALIST: "a referral from a specialist",
  RECOMMENDATION: "a doctor's recommendation",
};
const DOCTOR_DA: Readonly<Record<ReferralType, string>> = {
  GP: "en henvisning fra egen læge",
  SPECIALIST: "en henvisning fra en speciallæge",
  RECOMMENDATION: "en lægelig anbefaling",
};

export const referralMissing: RowCheck = {
  code: "REFERRAL_MISSING",
  rules: RULES,
  cites: (at) => (at.facts.referral ? "REF-BEFORE-START" : (referralNeed(at)?.rule ?? "REF-GENERAL")),
  says: {
    en: "The treatment needs a doctor's referral dated on or before it.",
    da: "Behandlingen kræver en lægehenvisning, der er udstedt senest på behandlingsdagen.",
  },
  denies: (at) => referralNeed(at) !== null && !referralInTime(at),
  remedy: (at) => {
    const { referral } = at.facts;
    const comesLater = referral && referral.issuedOn > at.on && referralNeed(at)?.types.includes(referral.type);
    return comesLater ? coveredFrom(referral.issuedOn) : newReferral(at);
  },
};

export const referralWrongType: RowCheck = {
  code: "REFERRAL_WRONG_TYPE",
  rules: RULES,
  cites: (at) => referralNeed(at)?.rule ?? "REF-GENERAL",
  says: {
    en: "The referral is of a type that is not accepted for this treatment.",
    da: "Henvisningen er af en type, der ikke accepteres til denne behandling.",
  },
  denies: (at) => {
    const { referral } = at.facts;
    const need = referral && referralInTime(at) ? referralNeed(at) : null;
    return need !== null && !!referral && !need.types.includes(referral.type);
  },
  remedy: newReferral,
};

function newReferral(at: RowCase): Remedy {
  const types = referralNeed(at)?.types ?? [];
  const first = types[0] ?? "GP";
  const en = types.map((type) => DOCTOR_EN[type]).join(" or ");
  const da = types.map((type) => DOCTOR_DA[type]).join(" eller ");
  return remedy(`Upload ${en}, dated on or before ${at.on}.`, `Upload ${da}, dateret senest den ${at.on}.`, (facts) => ({
    ...facts,
    referral: { type: first, issuedOn: at.on },
  }));
}
