import { lastUndatedDay } from "../coverage/chronic.js";
import { isEligible } from "../coverage/eligible.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { exclusionOf } from "../data/conditions.js";
import { remedy, type RowCheck } from "./check.js";

/** Nobody is asked for a day where the treatment is not for this condition at all. */
const couldMatter = (at: RowCase): boolean => isEligible(at) && exclusionOf(at.condition, at.service, at.product) === undefined;

export const diagnosisDateMissing: RowCheck = {
  code: "DIAGNOSIS_DATE_MISSING",
  rules: ["COV-CHRONIC-DATE", "COV-CATARACT-6M"],
  cites: (at) => (at.condition.code === "CATARACT" ? "COV-CATARACT-6M" : "COV-CHRONIC-DATE"),
  says: {
    en: "A chronic condition is covered for six months from its diagnosis, and the day of the diagnosis is not known.",
    da: "En kronisk lidelse er dækket i seks måneder fra diagnosen, og diagnosedatoen er ikke oplyst.",
  },
  denies: (at) => {
    const last = lastUndatedDay(at);
    return last !== null && at.on > last && couldMatter(at);
  },
  remedy: (at) =>
    remedy(
      "Give the day of the diagnosis; the six months are counted from it.",
      "Oplys diagnosedatoen; de seks måneder regnes fra den.",
      (facts) => ({ ...facts, condition: { ...facts.condition, diagnosedOn: at.on } }),
    ),
};
