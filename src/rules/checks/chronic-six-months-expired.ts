import { present } from "../../kernel/invariant.js";
import { lastChronicDay } from "../coverage/chronic.js";
import { coveredUpTo, type RowCheck } from "./check.js";

export const chronicSixMonthsExpired: RowCheck = {
  code: "CHRONIC_SIX_MONTHS_EXPIRED",
  rules: ["COV-CHRONIC-6M", "COV-CHRONIC-LISTED", "COV-COMPLICATION-6M", "COV-CATARACT-6M"],
  cites: (at) => (at.condition.code === "CATARACT" ? "COV-CATARACT-6M" : "COV-CHRONIC-6M"),
  says: {
    en: "A chronic condition is covered for six months from its diagnosis, and they are over.",
    da: "En kronisk lidelse er dækket i seks måneder fra diagnosen, og de er gået.",
  },
  denies: (at) => {
    const last = lastChronicDay(at);
    return last !== null && at.on > last;
  },
  remedy: (at) => coveredUpTo(present(lastChronicDay(at), "an expired six months began with a diagnosis"), at),
};
