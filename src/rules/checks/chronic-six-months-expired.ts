import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import { present } from "../../kernel/invariant.js";
import { chronicRule } from "../coverage/chronic.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredUpTo, type RowCheck } from "./check.js";

const MONTHS = 6;

export const chronicSixMonthsExpired: RowCheck = {
  code: "CHRONIC_SIX_MONTHS_EXPIRED",
  rules: ["COV-CHRONIC-6M", "COV-COMPLICATION-6M", "COV-CATARACT-6M"],
  cites: (at) => (at.condition.code === "CATARACT" ? "COV-CATARACT-6M" : "COV-CHRONIC-6M"),
  says: {
    en: "A chronic condition is covered for six months from its diagnosis, and they are over.",
    da: "En kronisk lidelse er dækket i seks måneder fra diagnosen, og de er gået.",
  },
  denies: (at) => {
    if (at.facts.condition.chronic !== true || at.preExisting || !chronicRule(at).sixMonths) return false;
    const last = lastDay(at);
    return last !== null && at.on > last;
  },
  remedy: (at) => coveredUpTo(present(lastDay(at), "an expired six months began with a diagnosis"), at),
};

function lastDay(at: RowCase): LocalDate | null {
  const { diagnosedOn } = at.facts.condition;
  return diagnosedOn ? addMonths(diagnosedOn, MONTHS) : null;
}
