/** A claim that is not there yet: the same facts as a case file, drawn from the member and what is said of the complaint. */
import type { JsonOf } from "../../../../schema/columns-of.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { matrixRow } from "../../../rules/data/products.js";
import { COVERS, type Cover, type Service } from "../../../rules/codes.js";
import type { CaseFile, CaseMember, CasePolicy, CaseProgramme, CaseUsage, OtherForm } from "./case-file.js";

/** What the rules need to know of a member before there is a claim: their covers, and what of the limits is used. */
export type MemberFile = {
  readonly member: CaseMember;
  readonly policies: readonly CasePolicy[];
  readonly usage: readonly (CaseUsage & { readonly policy_id: string })[];
  readonly programmes: readonly (CaseProgramme & { readonly policy_id: string })[];
  /** Forms of treatment of the member's open claims that are approved: all of them go before a new one. */
  readonly open_forms: readonly (OtherForm & { readonly policy_id: string })[];
  /** Holders of custody. */
  readonly guardian_ids: readonly string[];
  readonly extra_non_working_days: CaseFile["extra_non_working_days"];
  readonly today: string;
  readonly now: string;
};

/** What is said of a complaint. */
export type Complaint = Pick<
  JsonOf<"claim">,
  | "under"
  | "service_code"
  | "mode"
  | "received_at"
  | "reported_via"
  | "approved_at"
  | "work_related"
  | "cause"
  | "condition_code"
  | "condition_arose_on"
  | "condition_diagnosed_on"
  | "referral_type"
  | "referral_issued_on"
  | "crisis"
  | "wishes"
>;

/** The case file a claim with these facts would have on its first day. */
export function draftCase(file: MemberFile, policy: CasePolicy, complaint: Complaint, id: string, reference: string): CaseFile {
  const ofPolicy = <T extends { readonly policy_id: string }>(entries: readonly T[]): T[] =>
    entries.filter((entry) => entry.policy_id === policy.id);
  return {
    claim: {
      ...NEW,
      ...complaint,
      id,
      reference,
      member_id: file.member.id,
      policy_id: policy.id,
      product: policy.product,
    },
    policy,
    member: file.member,
    consent: null,
    usage: ofPolicy(file.usage).map(({ policy_id: _, ...entry }) => entry),
    programmes: file.programmes
      .filter((entry) => entry.policy_id === policy.id || entry.service === "PSYCHIATRIC_ASSESSMENT")
      .map(({ policy_id: _, ...programme }) => programme),
    other_forms: ofPolicy(file.open_forms).map(({ service, condition }) => ({ service, condition })),
    designated: null,
    programme_recorded: false,
    first_treatment_on: null,
    sessions: 0,
    paid_of_total: 0n,
    price_caps: [],
    extra_non_working_days: file.extra_non_working_days,
    today: file.today,
    now: file.now,
  };
}

/** What every claim is before anything is decided. */
const NEW = {
  state: "REPORTED",
  information_required: false,
  information_needs: [],
  information_received_at: null,
  information_approved_at: null,
  referral_requested: false,
  primary_operation: null,
  moved_at: null,
  portion_authorised: null,
  portion_used: 0,
  manual_check: [],
  flags: {},
  exceptions: {},
  medical_decisions: {},
  guarantee_outcome: "PENDING",
  guarantee_class: "NONE",
  clock_start_on: null,
  first_target_on: null,
  target_on: null,
  latest_on: null,
  deadline_at: null,
  promise_state: "NONE",
  breached_at: null,
  first_booking_id: null,
  version: 1,
} as const;
export type FirstDay = typeof NEW;

/** The policy a claim rests on: the one named, or the only one in force that knows the service. */
export function choosePolicy(
  file: MemberFile,
  /** `under` null: under whatever cover of the policy knows the service. */
  wanted: { readonly policyId: string | null; readonly under: Cover | null; readonly service: Service; readonly on: string },
): CasePolicy | Refusal {
  const { policies } = file;
  if (wanted.policyId !== null) return policies.find((policy) => policy.id === wanted.policyId) ?? UNKNOWN_POLICY;
  const inForce = policies.filter(
    (policy) => policy.cover_start <= wanted.on && (policy.cover_end === null || policy.cover_end >= wanted.on),
  );
  const last = policies.at(-1);
  if (inForce.length === 0) return last ?? NO_COVER;
  const knowing = inForce.filter((policy) =>
    wanted.under === null
      ? fittingCovers(policy, wanted.service).length > 0
      : matrixRow(policy.product, wanted.under, wanted.service) !== undefined,
  );
  const candidates = knowing.length > 0 ? knowing : inForce;
  const [only] = candidates;
  return candidates.length === 1 && only ? only : SEVERAL;
}

export function isPolicy(chosen: CasePolicy | Refusal): chosen is CasePolicy {
  return "cover_start" in chosen;
}

/** The covers that the policy has and that know the service: the base cover first. */
export function fittingCovers({ product, optional }: Pick<CasePolicy, "product" | "optional">, service: Service): Cover[] {
  return COVERS.filter(
    (cover) => (cover === "BASE" || optional.some((each) => each === cover)) && matrixRow(product, cover, service) !== undefined,
  );
}

/** Where nobody names it: the base cover, where that knows the service, else the one option that does (MEM-OPTIONAL-COVER). */
export function chooseCover(policy: Pick<CasePolicy, "product" | "optional">, service: Service, named: Cover | null): Cover | Refusal {
  if (named !== null) return named;
  const [first = "BASE", ...others] = fittingCovers(policy, service);
  return first === "BASE" || others.length === 0 ? first : severalCovers([first, ...others]);
}

function severalCovers(covers: readonly Cover[]): Refusal {
  return refusal("COVER_UNCLEAR", `Options ${covers.join(" and ")} of the policy both include this treatment.`, {
    path: ["input", "under"],
    rule: "MEM-OPTIONAL-COVER",
    clause: "insurance conditions 2025, sections 4, 6",
    remedy: `Name one of ${covers.join(", ")}.`,
  });
}

export const UNKNOWN_MEMBER = refusal("NOT_FOUND", "There is no such member.", { path: ["input", "memberId"], remedy: "Check the id." });
const UNKNOWN_POLICY = refusal("NOT_FOUND", "There is no such policy of this member.", {
  path: ["input", "policyId"],
  remedy: "Leave it out, or take one of the member's policies.",
});
const NO_COVER = refusal("COVER_MISSING", "This member has no cover here.", {
  path: ["input", "memberId"],
  rule: "MEM-COVER-PERIOD",
  clause: "insurance conditions 2025, sections 1.1, 8.1",
  remedy: "Check with the policy system whether the person is insured.",
});
const SEVERAL = refusal("POLICY_NEEDED", "More than one policy of this member is in force.", {
  path: ["input", "policyId"],
  remedy: "Name the policy the claim rests on.",
});
