/** May this claim be approved without a person? The criteria are data; every one that fails is a reason for a look. */
import { addMonths, localDateOf } from "../../../kernel/calendar.js";
import { AUTOMATIC, type ManualCheck } from "../../../rules/data/automatic-approval.js";
import { complaintOf } from "../../../rules/data/forms.js";
import type { ConditionCode } from "../../../rules/data/conditions.js";
import type { CaseFile } from "../case-file/case-file.js";

export function manualChecks({ claim, policy, usage, other_forms }: CaseFile, switchedOn: boolean): ManualCheck[] {
  const has = (list: readonly string[], value: string): boolean => list.includes(value);
  const isSame = (condition: ConditionCode | null): boolean =>
    condition !== null && complaintOf(condition) === complaintOf(claim.condition_code);
  const treatedBefore =
    usage.some((entry) => !entry.same_claim && isSame(entry.condition)) || other_forms.some((form) => isSame(form.condition));
  const isNew =
    claim.condition_arose_on >= policy.cover_start &&
    localDateOf(claim.received_at) <= addMonths(claim.condition_arose_on, AUTOMATIC.newMonths) &&
    !treatedBefore;
  const checks: Readonly<Record<ManualCheck, boolean>> = {
    SWITCHED_OFF: switchedOn,
    NOT_REPORTED_ONLINE: claim.reported_via === "ONLINE",
    SERVICE_NOT_AUTOMATIC: has(AUTOMATIC.services, claim.service_code),
    OWN_CHOICE_NOT_AUTOMATIC: claim.mode === "NETWORK",
    COVER_NOT_AUTOMATIC: has(AUTOMATIC.covers, claim.under),
    NOT_UNCOMPLICATED: has(AUTOMATIC.conditions, claim.condition_code) && !claim.condition_chronic,
    NOT_NEW: isNew,
    CAUSE_NOT_CLEARED: claim.cause === "NONE_OF_THESE",
    FACTS_ON_RECORD: Object.keys(claim.flags).length === 0 && Object.keys(claim.exceptions).length === 0 && !claim.referral_requested,
  };
  return (Object.keys(checks) as ManualCheck[]).filter((check) => !checks[check]);
}
