/** How one seeded claim went: reported, then perhaps approved, each step decided by the same functions as the mutations use. */
import { decideApproval, needsPortion } from "../src/features/claims/course/approval.js";
import type { ConditionCode } from "../src/rules/data/conditions.js";
import type { Crisis } from "../src/features/claims/case-file/claim-record.js";
import type { ClaimEventKind } from "../src/features/claims/claim-words.js";
import type { CaseFile, CasePolicy } from "../src/features/claims/case-file/case-file.js";
import { guaranteeOf, type GuaranteeOfClaim } from "../src/features/claims/guarantee/guarantee-clock.js";
import type { Complaint, MemberFile } from "../src/features/claims/case-file/member-file.js";
import { needsBehind } from "../src/features/claims/information/needs.js";
import { coverToday, decideReport } from "../src/features/claims/course/report.js";
import { localDateOf } from "../src/kernel/calendar.js";
import type { Plan } from "./complaints.js";
import { addDays } from "./copenhagen.js";

/** READY: approved and all there. AWAITS_REFERRAL: approved, the clock waits. REPORTED: nobody has decided yet. */
export type Story = "READY" | "AWAITS_REFERRAL" | "REPORTED";

export type Told = {
  readonly member: Pick<MemberFile, "member" | "guardian_ids" | "open_forms">;
  readonly policy: CasePolicy;
  readonly plan: Plan;
  readonly story: Story;
  readonly condition: ConditionCode;
  readonly aroseOn: string;
  readonly referralOn: string;
  readonly reportedAt: string;
  readonly approvedAt: string;
};

export type Step = {
  readonly operation: "openClaim" | "approveClaim";
  readonly file: CaseFile;
  readonly guarantee: GuaranteeOfClaim;
  readonly events: readonly { readonly kind: ClaimEventKind; readonly data: Readonly<Record<string, unknown>> }[];
};

/** The steps in order, or null where the rules would not let it go this way: then this member has no such claim. */
export function courseOf(told: Told, id: string, reference: string): readonly Step[] | null {
  const member: MemberFile = {
    ...told.member,
    policies: [told.policy],
    usage: [],
    programmes: [],
    extra_non_working_days: [],
    ...clockAt(told.reportedAt),
  };
  const { file, refusals } = decideReport(member, told.policy, { complaint: complaintOf(told), id, reference });
  if (refusals.length > 0) return null;
  const reported = stepOf("openClaim", { ...file, consent: { given_on: file.today, withdrawn_on: null } }, [
    { kind: "REPORTED", data: { service: told.plan.service } },
    ...(file.claim.information_needs.length > 0
      ? [{ kind: "INFORMATION_REQUIRED" as const, data: { needs: file.claim.information_needs } }]
      : []),
    { kind: "CONSENT_GIVEN", data: { purpose: "TREATMENT" } },
  ]);
  const approved = approve(reported.file, told);
  if (!approved) return null;
  return told.story === "REPORTED" ? [reported] : [reported, approved];
}

function approve(before: CaseFile, { plan, story, approvedAt }: Told): Step | null {
  const file: CaseFile = { ...before, ...clockAt(approvedAt) };
  const portion = needsPortion(file.claim) ? (plan.portion ?? null) : null;
  const { refusals, columns } = decideApproval(file, { approvedAt, under: null, mode: null, portion, automatic: null });
  if (refusals.length > 0) return null;
  const after: CaseFile = { ...file, claim: { ...file.claim, ...columns, version: file.claim.version + 1 } };
  const { codes } = coverToday(after);
  const open = codes.filter((code) => story !== "AWAITS_REFERRAL" || needsBehind([code])[0] !== "REFERRAL");
  if (open.length > 0 || (story === "AWAITS_REFERRAL" && codes.length === 0)) return null;
  const allocated = portion === null ? {} : { portion };
  return stepOf("approveClaim", after, [{ kind: "APPROVED", data: { under: columns.under, mode: columns.mode, ...allocated } }]);
}

function stepOf(operation: Step["operation"], file: CaseFile, events: Step["events"]): Step {
  const guarantee = guaranteeOf(file);
  return { operation, file: { ...file, claim: { ...file.claim, ...guarantee.columns } }, guarantee, events };
}

const clockAt = (instant: string): Pick<CaseFile, "now" | "today"> => ({ now: instant, today: localDateOf(instant) });

function complaintOf({ plan, story, condition, aroseOn, referralOn, reportedAt }: Told): Complaint {
  const referral = plan.referral !== undefined && story !== "AWAITS_REFERRAL";
  const hours = plan.crisisHoursBefore;
  return {
    under: plan.under,
    service_code: plan.service,
    mode: "NETWORK",
    received_at: reportedAt,
    reported_via: "ONLINE",
    approved_at: null,
    work_related: "YES",
    cause: "NONE_OF_THESE",
    condition_code: condition,
    condition_arose_on: hours === undefined ? aroseOn : addDays(localDateOf(reportedAt), -Math.ceil(hours / 24)),
    condition_diagnosed_on: null,
    referral_type: referral ? (plan.referral ?? null) : null,
    referral_issued_on: referral ? referralOn : null,
    crisis: hours === undefined ? null : crisisAt(Date.parse(reportedAt) - hours * 3_600_000),
    wishes: {
      ...(plan.channel === undefined ? {} : { channel: plan.channel }),
      ...(plan.language === undefined ? {} : { language: plan.language }),
    },
  };
}

function crisisAt(ms: number): Crisis {
  return { event: "WITNESSED_DEATH_OR_INCIDENT", occurredAt: new Date(ms).toISOString(), policeReported: false, relation: null };
}
