/** May this claim be approved without a person? Which stored fact is which fact of the rule. */
import { manualChecksOf } from "../../../rules/automatic-approval.js";
import type { ManualCheck } from "../../../rules/data/automatic-approval.js";
import type { CaseFile } from "../case-file/case-file.js";
import { treatmentFacts } from "./report.js";

export function manualChecks(file: CaseFile, switchedOn: boolean): ManualCheck[] {
  const { claim, today } = file;
  return manualChecksOf({
    reportedVia: claim.reported_via,
    switchedOn,
    onRecord: Object.keys(claim.flags).length > 0 || Object.keys(claim.exceptions).length > 0,
    coverage: treatmentFacts(file, today, claim.wishes.channel ?? "IN_PERSON"),
  });
}
