/** Four kinds of limit, one idea: so many treatments, counted over a year, a claim or the insurance period. */
import type { RuleId } from "../catalogue.js";
import type { Limit } from "../data/cells.js";
import { usedTreatments, usedUpLimit } from "../coverage/limits.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredFrom, nothingHelps, type Remedy, type RowCheck } from "./check.js";

export const limitCalendarYear: RowCheck = {
  code: "LIMIT_CALENDAR_YEAR",
  mayPass: true,
  rules: [
    "COV-PHYSIO-ANNUAL-12",
    "COV-FLEX-OSTEO-5",
    "COV-A-10-YEAR",
    "COV-F-12",
    "COV-F-PODIATRY-6",
    "COV-F-FOOT-CHECK",
    "COV-PSYCH-CHILD-5",
    "BOK-YEAR-BY-TREATMENT",
  ],
  cites: citing("YEAR", "COV-F-12"),
  says: {
    en: "The treatments of the calendar year are used up.",
    da: "Kalenderårets behandlinger er brugt.",
  },
  denies: (at) => usedUpLimit("YEAR", at) !== undefined,
  remedy: (at) => nextYearWithRoom("YEAR", at),
};

export const sublimitCalendarYear: RowCheck = {
  code: "SUBLIMIT_CALENDAR_YEAR",
  mayPass: true,
  rules: ["COV-F-MASSAGE-4", "COV-F-SHOCKWAVE-4", "BOK-YEAR-BY-TREATMENT"],
  cites: citing("SUBYEAR", "COV-F-MASSAGE-4"),
  says: {
    en: "The calendar year's treatments of this form inside the larger number are used up.",
    da: "Kalenderårets behandlinger af denne form inden for det samlede antal er brugt.",
  },
  denies: (at) => usedUpLimit("SUBYEAR", at) !== undefined,
  remedy: (at) => nextYearWithRoom("SUBYEAR", at),
};

export const limitPerClaim: RowCheck = {
  code: "LIMIT_PER_CLAIM",
  rules: ["COV-A-10-CLAIM", "COV-K-BLOCKADE-3", "COV-REOP", "COV-CRISIS-DEBRIEF"],
  cites: (at) => (usedUpLimit("CLAIM", at) ?? usedUpLimit("CONDITION", at))?.rule ?? "COV-A-10-CLAIM",
  says: {
    en: "The treatments for one disease or injury are used up.",
    da: "Behandlingerne for den enkelte sygdom eller skade er brugt.",
  },
  denies: (at) => usedUpLimit("CLAIM", at) !== undefined || usedUpLimit("CONDITION", at) !== undefined,
  remedy: () => nothingHelps("No more are covered for this disease or injury.", "Der dækkes ikke flere for denne sygdom eller skade."),
};

export const limitInsurancePeriod: RowCheck = {
  code: "LIMIT_INSURANCE_PERIOD",
  rules: ["COV-DIET-LISTED-10"],
  cites: citing("PERIOD", "COV-DIET-LISTED-10"),
  says: {
    en: "The treatments for the whole insurance period are used up.",
    da: "Behandlingerne for hele forsikringstiden er brugt.",
  },
  denies: (at) => usedUpLimit("PERIOD", at) !== undefined,
  remedy: () => nothingHelps("No more are covered while the insurance runs.", "Der dækkes ikke flere, så længe forsikringen løber."),
};

function citing(kind: Limit["kind"], otherwise: RuleId): (at: RowCase) => RuleId {
  return (at) => usedUpLimit(kind, at)?.rule ?? otherwise;
}

/** Places reserved for later years count there too, so the next year need not be the one with room. */
function nextYearWithRoom(kind: Limit["kind"], at: RowCase): Remedy {
  const limits = at.row.limits.filter((limit) => limit.kind === kind);
  let year = at.year + 1;
  while (limits.some((limit) => usedTreatments(limit, at, year) >= limit.max)) year += 1;
  return coveredFrom(`${year}-01-01`);
}
