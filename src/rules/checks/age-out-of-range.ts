import { addMonths } from "../../kernel/calendar.js";
import type { CoverBound } from "../data/cells.js";
import type { RowCase } from "../coverage/treatment-case.js";
import { coveredFrom, nothingHelps, type RowCheck } from "./check.js";

type AgeRange = Extract<CoverBound, { kind: "AGE" }>;

export const ageOutOfRange: RowCheck = {
  code: "AGE_OUT_OF_RANGE",
  rules: ["COV-CHILD-PROGRAMME-15", "COV-COOLKIDS-7-12", "COV-CHILLED-13-17", "COV-HEALTH-PROG-16"],
  cites: (at) => ageRange(at)?.rule ?? "COV-CHILD-PROGRAMME-15",
  says: {
    en: "The member's age on the day of the treatment is outside the range of this programme.",
    da: "Medlemmets alder på behandlingsdagen ligger uden for programmets aldersgruppe.",
  },
  denies: (at) => {
    const range = ageRange(at);
    return range !== undefined && (at.age < range.from || (range.to !== null && at.age > range.to));
  },
  remedy: (at) => {
    const range = ageRange(at);
    if (range && at.age < range.from) return coveredFrom(addMonths(at.facts.member.birthDate, 12 * range.from));
    return nothingHelps(
      "Ask the health team for the treatment that fits the member's age.",
      "Spørg sundhedsteamet om den behandling, der passer til medlemmets alder.",
    );
  },
};

function ageRange(at: RowCase): AgeRange | undefined {
  return at.row.bounds.find((bound): bound is AgeRange => bound.kind === "AGE");
}
