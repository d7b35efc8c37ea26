import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredUpTo, type RowCheck } from "./check.js";

const MONTHS = 6;

export const diagnosisSixMonthsExpired: RowCheck = {
  code: "DIAGNOSIS_SIX_MONTHS_EXPIRED",
  rules: ["COV-CPAP-6M", "COV-H-MEDICATION-6M"],
  cites: (at) => (at.service === "MEDICATION_FOLLOW_UP" ? "COV-H-MEDICATION-6M" : "COV-CPAP-6M"),
  says: {
    en: "This treatment is covered for six months from the diagnosis, and they are over.",
    da: "Denne behandling er dækket i seks måneder fra diagnosen, og de er gået.",
  },
  denies: (at) => {
    const last = lastDay(at);
    return last !== null && at.on > last;
  },
  remedy: (at) => coveredUpTo(present(lastDay(at), "expired six months began with a diagnosis"), at),
};

function lastDay(at: RowCase): LocalDate | null {
  const { diagnosedOn } = at.facts.condition;
  return diagnosedOn && at.row.bounds.some((bound) => bound.kind === "DIAGNOSIS_6M") ? addMonths(diagnosedOn, MONTHS) : null;
}
