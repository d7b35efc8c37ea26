import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { coveredFrom, type Check } from "./check.js";

const isAddiction = (at: TreatmentCase): boolean => at.service === "ADDICTION_TREATMENT";

export const waitingPeriod: Check = {
  code: "WAITING_PERIOD",
  mayPass: true,
  rules: ["MEM-WAIT-6M", "MEM-WAIT-ADDICTION", "MEM-WAIT-SENIORITY", "MEM-WAIT-NONE-MANDATORY", "MEM-WAIT-NONE-GROUP-CHILD"],
  cites: (at) => (isAddiction(at) ? "MEM-WAIT-ADDICTION" : "MEM-WAIT-6M"),
  says: {
    en: "The condition was there before the cover started, or the treatment is for addiction, and the waiting period is not over.",
    da: "Lidelsen bestod, før dækningen begyndte, eller behandlingen er for afhængighed, og karensen er ikke udløbet.",
  },
  denies: (at) => at.on < firstDay(at) && (isAddiction(at) || (at.preExisting && waits(at))),
  remedy: (at) => coveredFrom(firstDay(at)),
};

function firstDay({ facts, settings }: TreatmentCase): LocalDate {
  return addMonths(facts.cover.seniorityFrom ?? facts.cover.start, settings.waitingMonths);
}

/** Co-insured persons, private customers and voluntary schemes wait; children under group cover never do. */
function waits({ facts, product }: TreatmentCase): boolean {
  const { role } = facts.member;
  if (role === "SPOUSE" || role === "CHILD") return true;
  const scheme = facts.cover.scheme ?? (product === "FLEX" ? "PRIVATE" : "MANDATORY");
  return scheme !== "MANDATORY" && role !== "GROUP_CHILD";
}
