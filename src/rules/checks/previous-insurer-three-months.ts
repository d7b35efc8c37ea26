import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import type { TreatmentCase } from "../coverage/treatment-case.js";
import { coveredFrom, type Check } from "./check.js";

const firstDay = ({ facts, settings }: TreatmentCase): LocalDate => addMonths(facts.cover.start, settings.previousInsurerMonths);

export const previousInsurerThreeMonths: Check = {
  code: "PREVIOUS_INSURER_THREE_MONTHS",
  mayPass: true,
  rules: ["MEM-PREV-INSURER-3M"],
  says: {
    en: "The claim was filed with the previous insurer, and three months in this scheme are not over.",
    da: "Skaden er anmeldt hos det tidligere selskab, og der er ikke gået tre måneder i denne ordning.",
  },
  denies: (at) => at.facts.claim.previousInsurerClaim === true && at.on < firstDay(at),
  remedy: (at) => coveredFrom(firstDay(at)),
};
