import { lastUndatedDay } from "../coverage/chronic.js";
import { inGroup } from "../codes.js";
import { isEligible } from "../coverage/eligible.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { exclusionOf, isDiagnosedCancer } from "../data/conditions.js";
import { remedy, type RowCheck } from "./check.js";

/** Nobody is asked for a day where the treatment is not for this condition at all. */
const couldMatter = (at: RowCase): boolean =>
  isEligible(at) && exclusionOf(at.condition, at.service, at.product, at.facts.condition.accepted === true) === undefined;

/** A cancer is covered from its diagnosis during the insurance: without the day nobody can tell (COV-CANCER). */
const cancerUndated = (at: RowCase): boolean =>
  isDiagnosedCancer(at.condition.code) && inGroup(at.service, "SPECIALIST") && (at.facts.condition.diagnosedOn ?? null) === null;

export const diagnosisDateMissing: RowCheck = {
  code: "DIAGNOSIS_DATE_MISSING",
  rules: ["COV-CHRONIC-DATE", "COV-CATARACT-6M", "COV-CANCER"],
  cites: (at) => (cancerUndated(at) ? "COV-CANCER" : at.condition.code === "CATARACT" ? "COV-CATARACT-6M" : "COV-CHRONIC-DATE"),
  says: {
    en: "What is covered depends on the day of the diagnosis, and that day is not known.",
    da: "Dækningen afhænger af diagnosedatoen, og den er ikke oplyst.",
  },
  denies: (at) => {
    const last = lastUndatedDay(at);
    return ((last !== null && at.on > last) || cancerUndated(at)) && couldMatter(at);
  },
  remedy: (at) =>
    remedy("Give the day of the diagnosis; the cover is counted from it.", "Oplys diagnosedatoen; dækningen regnes fra den.", (facts) => ({
      ...facts,
      condition: { ...facts.condition, diagnosedOn: at.on },
    })),
};
