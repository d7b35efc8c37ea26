/** May this report be approved without a person (CLM-AUTO-APPROVE)? The criteria are data; every one that fails is a reason for a look. */
import { addMonths } from "../kernel/calendar.js";
import type { ConditionCode } from "./data/conditions.js";
import { decideCoverage } from "./coverage/coverage.js";
import { AUTOMATIC, type ManualCheck } from "./data/automatic-approval.js";
import { complaintOf } from "./data/forms.js";
import { demandApprovalFacts, type ApprovalFacts } from "./facts/facts.js";

/** What an automatic approval may wait for: nothing but the member's consent. */
export const AUTOMATIC_MAY_WAIT_FOR: ReadonlySet<string> = new Set(["CONSENT_MISSING"]);

export type AutomaticApproval = {
  /** True exactly when nothing calls for a look. */
  readonly automatic: boolean;
  /** Criteria that fail, then reasons of the coverage decision. */
  readonly checks: readonly string[];
};

/** Throws a FactsFault naming the field when the facts are not facts. */
export function decideAutomaticApproval(facts: ApprovalFacts): AutomaticApproval {
  demandApprovalFacts(facts);
  const against = decideCoverage(facts.coverage).reasons.filter((code) => !AUTOMATIC_MAY_WAIT_FOR.has(code));
  const checks = [...manualChecksOf(facts), ...against];
  return { automatic: checks.length === 0, checks };
}

export function manualChecksOf({ coverage, reportedVia, switchedOn = true, onRecord = false }: ApprovalFacts): ManualCheck[] {
  const { claim, condition, cover, treatment, provider, under = "BASE", referralRequested = false } = coverage;
  const has = (list: readonly string[], value: string): boolean => list.includes(value);
  const isSame = (other: ConditionCode | undefined): boolean => other !== undefined && complaintOf(other) === complaintOf(condition.code);
  const treatedBefore =
    (coverage.usage ?? []).some((entry) => entry.sameClaim !== true && isSame(entry.condition)) ||
    (claim.otherForms ?? []).some((form) => isSame(form.condition));
  const isNew = condition.aroseOn >= cover.start && claim.reportedOn <= addMonths(condition.aroseOn, AUTOMATIC.newMonths) && !treatedBefore;
  const checks: Readonly<Record<ManualCheck, boolean>> = {
    SWITCHED_OFF: switchedOn,
    NOT_REPORTED_ONLINE: reportedVia === "ONLINE",
    SERVICE_NOT_AUTOMATIC: has(AUTOMATIC.services, treatment.serviceType),
    OWN_CHOICE_NOT_AUTOMATIC: provider.mode === "NETWORK",
    COVER_NOT_AUTOMATIC: has(AUTOMATIC.covers, under),
    NOT_UNCOMPLICATED: has(AUTOMATIC.conditions, condition.code) && condition.chronic !== true,
    NOT_NEW: isNew,
    CAUSE_NOT_CLEARED: claim.cause === "NONE_OF_THESE",
    FACTS_ON_RECORD: !onRecord && !referralRequested,
  };
  return (Object.keys(checks) as ManualCheck[]).filter((check) => !checks[check]);
}
