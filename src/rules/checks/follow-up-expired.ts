import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredUpTo, type RowCheck } from "./check.js";

const MONTHS = 24;

export const followUpExpired: RowCheck = {
  code: "FOLLOW_UP_EXPIRED",
  rules: ["COV-FOLLOWUP-24M"],
  says: {
    en: "Follow-up checks are covered for 24 months after the last treatment, and they are over.",
    da: "Efterkontrol er dækket i 24 måneder efter den sidste behandling, og de er gået.",
  },
  denies: (at) => {
    const last = at.row.bounds.some((bound) => bound.kind === "FOLLOW_UP_24M") ? lastDay(at) : null;
    return last !== null && at.on > last;
  },
  remedy: (at) => coveredUpTo(present(lastDay(at), "an expired follow-up had a last treatment"), at),
};

function lastDay(at: RowCase): LocalDate | null {
  const { lastTreatmentOn } = at.facts.claim;
  return lastTreatmentOn ? addMonths(lastTreatmentOn, MONTHS) : null;
}
