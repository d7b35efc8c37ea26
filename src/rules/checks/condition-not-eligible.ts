import { durationOf } from "../data/conditions.js";
import type { CoverageFacts } from "../facts/facts.js";
import { assessmentOf, eligibleFrom, hasCancerCare, isEligible, isOfItsKind, lastedFrom } from "../coverage/eligible.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredFrom, inClaim, inCover, nothingHelps, remedy, type RowCheck } from "./check.js";

/** An addiction of a type treated before, a relapse or a discontinued programme is never covered again (COV-C-PREVIOUS). */
const treatedBefore = (at: RowCase): boolean => at.service === "ADDICTION_TREATMENT" && at.facts.claim.previousAddictionTreatment === true;
const needsCancerCare = (at: RowCase): boolean =>
  at.condition.code === "CANCER_SEQUELAE" &&
  at.row.eligible.kind === "LIST" &&
  at.row.eligible.codes.includes("CANCER_SEQUELAE") &&
  !hasCancerCare(at);

/** Nothing is missing but that the assessment, which is booked, takes place. */
const waitsForAssessment = (at: RowCase): boolean =>
  at.row.eligible.kind === "LIST" &&
  at.row.eligible.only === "AFTER_ASSESSMENT" &&
  assessmentOf(at) === "BOOKED" &&
  isEligible({ ...at, facts: attended(at.facts) });

const attended = (facts: CoverageFacts): CoverageFacts => ({
  ...facts,
  programmes: (facts.programmes ?? []).map((programme) => ({ ...programme, attended: true })),
  usage: (facts.usage ?? []).map((entry) => ({ ...entry, attended: entry.count })),
});

/** Nothing but the doctors' decision is missing. */
const waitsForDoctors = (at: RowCase): boolean =>
  at.facts.claim.treatmentGranted !== true &&
  isEligible({ ...at, facts: { ...at.facts, claim: { ...at.facts.claim, treatmentGranted: true } } });

export const conditionNotEligible: RowCheck = {
  code: "CONDITION_NOT_ELIGIBLE",
  rules: [
    "CLM-HEALTH-TEAM-DECIDES",
    "COV-GLAD-CONDITIONS",
    "COV-REHAB",
    "COV-A-MSK",
    "COV-ANXIETY-IN-PERIOD",
    "COV-FOLLOWUP-24M",
    "COV-HEALTH-PROG-ONE",
    "COV-HEALTH-PROG-CANCER",
    "COV-C-ADDICTION",
    "COV-C-PREVIOUS",
    "COV-F-CHRONIC",
    "COV-F-SHOCKWAVE-CONDITIONS",
    "COV-F-PODIATRY-6",
    "COV-F-PSYCH-LIST",
    "COV-H-INITIAL",
    "COV-K-CHRONIC",
    "COV-SLEEP",
    "COV-F-FOOT-CHECK",
    "COV-REOP",
    "COV-SECOND-OPINION",
    "COV-CPAP-6M",
    "COV-H-MEDICATION-6M",
    "COV-TRIPARTITE",
    "COV-CRISIS-DEBRIEF",
  ],
  cites: (at) => {
    if (!isEligible(at) && needsCancerCare(at)) return "COV-HEALTH-PROG-CANCER";
    if (!isEligible(at) && isOfItsKind(at)) return durationOf(at.condition.code, at.service)?.rule ?? at.row.eligible.rule;
    return isEligible(at) ? "COV-C-PREVIOUS" : at.row.eligible.rule;
  },
  says: {
    en: "The treatment is not for this condition, or not yet or no longer for it.",
    da: "Behandlingen gælder ikke denne lidelse, eller endnu ikke eller ikke længere.",
  },
  denies: (at) => treatedBefore(at) || !isEligible(at),
  remedy: (at) => {
    const from = isOfItsKind(at) ? lastedFrom(at) : eligibleFrom(at);
    if (!treatedBefore(at) && from !== null) return coveredFrom(from);
    if (!treatedBefore(at) && needsCancerCare(at))
      return remedy(
        "Covered when the policy includes Cancer Care.",
        "Dækket, når policen omfatter Cancer Care.",
        inCover({ optional: [...(at.facts.cover.optional ?? []), "CANCER_CARE"] }),
      );
    if (waitsForAssessment(at))
      return remedy("Covered once the assessment has taken place.", "Dækket, når udredningen har fundet sted.", attended);
    if (!treatedBefore(at) && waitsForDoctors(at))
      return remedy(
        "Covered when the insurer's doctors decide in this case that it is needed.",
        "Dækket, når selskabets læger i sagen beslutter, at der er behov for det.",
        inClaim({ treatmentGranted: true }),
      );
    return nothingHelps(
      "Ask the health team which treatment the condition is covered for.",
      "Spørg sundhedsteamet, hvilken behandling lidelsen er dækket til.",
    );
  },
};
