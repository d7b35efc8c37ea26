/** A course that is covered for so many months from its first treatment: one idea, two lengths. */
import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import type { CoverBound } from "../data/cells.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredUpTo, remedy, withProvider, type Remedy, type RowCheck } from "./check.js";

type Course = Extract<CoverBound, { kind: "COURSE" }>;

export const courseSixMonthsExpired: RowCheck = {
  code: "COURSE_SIX_MONTHS_EXPIRED",
  rules: ["COV-PSYCH-OWN-6M", "COV-F-PSYCH-6M"],
  cites: (at) => courseOf(at)?.rule ?? "COV-PSYCH-OWN-6M",
  says: {
    en: "The course is covered for six months from the first treatment, and they are over.",
    da: "Forløbet er dækket i seks måneder fra første behandling, og de er gået.",
  },
  denies: (at) => isOver(at, 6),
  remedy: (at) =>
    courseOf(at)?.mode === "OWN_CHOICE"
      ? remedy("Covered when continued in the network.", "Dækket, når forløbet fortsætter i netværket.", withProvider({ mode: "NETWORK" }))
      : upToItsEnd(at),
};

export const courseTwelveMonthsExpired: RowCheck = {
  code: "COURSE_TWELVE_MONTHS_EXPIRED",
  rules: ["COV-HEALTH-PROG-12M"],
  says: {
    en: "The programme is covered for twelve months from its beginning, and they are over.",
    da: "Programmet er dækket i tolv måneder fra begyndelsen, og de er gået.",
  },
  denies: (at) => isOver(at, 12),
  remedy: upToItsEnd,
};

function courseOf(at: RowCase): Course | undefined {
  return at.row.bounds.find((bound): bound is Course => bound.kind === "COURSE" && (bound.mode === undefined || bound.mode === at.mode));
}

function isOver(at: RowCase, months: Course["months"]): boolean {
  const last = courseOf(at)?.months === months ? lastDay(at) : null;
  return last !== null && at.on > last;
}

function upToItsEnd(at: RowCase): Remedy {
  return coveredUpTo(present(lastDay(at), "an expired course had a first treatment"), at);
}

function lastDay(at: RowCase): LocalDate | null {
  const { firstTreatmentOn } = at.facts.claim;
  const months = courseOf(at)?.months;
  return firstTreatmentOn && months ? addMonths(firstTreatmentOn, months) : null;
}
