import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import type { Bound } from "../data/cells.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredUpTo, remedy, withProvider, type RowCheck } from "./check.js";

type Course = Extract<Bound, { kind: "COURSE_6M" }>;
const MONTHS = 6;

export const courseSixMonthsExpired: RowCheck = {
  code: "COURSE_SIX_MONTHS_EXPIRED",
  rules: ["COV-PSYCH-OWN-6M", "COV-F-PSYCH-6M"],
  cites: (at) => courseOf(at)?.rule ?? "COV-PSYCH-OWN-6M",
  says: {
    en: "The course is covered for six months from the first treatment, and they are over.",
    da: "Forløbet er dækket i seks måneder fra første behandling, og de er gået.",
  },
  denies: (at) => {
    const last = courseOf(at) ? lastDay(at) : null;
    return last !== null && at.on > last;
  },
  remedy: (at) =>
    courseOf(at)?.mode === "OWN_CHOICE"
      ? remedy("Covered when continued in the network.", "Dækket, når forløbet fortsætter i netværket.", withProvider({ mode: "NETWORK" }))
      : coveredUpTo(present(lastDay(at), "an expired course had a first treatment"), at),
};

function courseOf(at: RowCase): Course | undefined {
  return at.row.bounds.find((bound): bound is Course => bound.kind === "COURSE_6M" && (bound.mode === undefined || bound.mode === at.mode));
}

function lastDay(at: RowCase): LocalDate | null {
  const { firstTreatmentOn } = at.facts.claim;
  return firstTreatmentOn ? addMonths(firstTreatmentOn, MONTHS) : null;
}
