/** Three reasons of which at most one applies: the arithmetic is in cover-end.ts. */
import { present } from "../../kernel/invariant.js";
import { lastRunOffDay } from "../coverage/cover-end.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { coveredUpTo, type Check } from "./check.js";

const lastDay = (at: TreatmentCase): string => present(at.end.day, "a cover that ended has a last day");

export const ageLimitReached: Check = {
  code: "AGE_LIMIT_REACHED",
  rules: ["MEM-CHILD-24", "MEM-CHILD-PAID-PERIOD", "MEM-GROUP-CHILD-24"],
  cites: (at) => (at.facts.member.role === "GROUP_CHILD" ? "MEM-GROUP-CHILD-24" : "MEM-CHILD-24"),
  says: {
    en: "The child has reached the age at which its cover ends.",
    da: "Barnet har nået den alder, hvor dækningen ophører.",
  },
  denies: (at) => at.standing === "AGE_LIMIT_REACHED",
  remedy: (at) => coveredUpTo(lastDay(at), at),
};

export const coverEnded: Check = {
  code: "COVER_ENDED",
  rules: ["MEM-COVER-PERIOD", "MEM-RUNOFF-NOT-H-K", "MEM-GROUP-CHILD-CEASES"],
  says: {
    en: "The cover has ended, and this treatment is not part of the run-off.",
    da: "Dækningen er ophørt, og behandlingen hører ikke under efterdækningen.",
  },
  denies: (at) => at.standing === "COVER_ENDED",
  remedy: (at) => coveredUpTo(lastDay(at), at),
};

export const runOffExpired: Check = {
  code: "RUN_OFF_EXPIRED",
  rules: ["MEM-RUNOFF-3M"],
  says: {
    en: "The three months of run-off after the end of the cover are over.",
    da: "De tre måneders efterdækning efter dækningens ophør er gået.",
  },
  denies: (at) => at.standing === "RUN_OFF_EXPIRED",
  remedy: (at) => coveredUpTo(lastRunOffDay(lastDay(at), at.settings), at),
};
