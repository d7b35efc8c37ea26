import type { TreatmentCase } from "../coverage/treatment-case.js";
import { inClaim, nothingHelps, remedy, type Check } from "./check.js";

const afterEnd = (at: TreatmentCase): boolean => at.end.day !== null && at.facts.claim.reportedOn > at.end.day;

export const claimReportedOutsideCover: Check = {
  code: "CLAIM_REPORTED_OUTSIDE_COVER",
  rules: ["CLM-REPORT-IN-PERIOD", "MEM-RUNOFF-NO-NEW"],
  cites: (at) => (afterEnd(at) ? "MEM-RUNOFF-NO-NEW" : "CLM-REPORT-IN-PERIOD"),
  says: {
    en: "The claim was reported before the cover started or after it ended.",
    da: "Skaden er anmeldt, før dækningen begyndte, eller efter at den ophørte.",
  },
  denies: (at) => at.facts.claim.reportedOn < at.facts.cover.start || afterEnd(at),
  remedy: (at) => {
    const { start } = at.facts.cover;
    if (afterEnd(at) || (at.end.day !== null && at.end.day < start))
      return nothingHelps(
        "No new claim can be reported after the cover has ended.",
        "Der kan ikke anmeldes nye skader, når dækningen er ophørt.",
      );
    return remedy(`Report the claim on or after ${start}.`, `Anmeld skaden den ${start} eller senere.`, inClaim({ reportedOn: start }));
  },
};
