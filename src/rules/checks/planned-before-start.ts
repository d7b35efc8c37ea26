import { nothingHelps, type Check } from "./check.js";

export const plannedBeforeStart: Check = {
  code: "PLANNED_BEFORE_START",
  rules: ["MEM-PLANNED-BEFORE"],
  says: {
    en: "The treatment was begun or planned before the cover started.",
    da: "Behandlingen er påbegyndt eller planlagt, før dækningen begyndte.",
  },
  denies: (at) => at.facts.claim.plannedBeforeStart === true,
  remedy: () =>
    nothingHelps(
      "Finish the treatment where it was planned; the health team gives advice by phone.",
      "Afslut behandlingen dér, hvor den var planlagt; sundhedsteamet rådgiver på telefon.",
    ),
};
