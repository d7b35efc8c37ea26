/**
 * May this claim be approved, and what does approval change? The health team decides whether a treatment is needed
 * (CLM-HEALTH-TEAM-DECIDES); the rules only say what an approval could never lead to.
 */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { stateByFacts, stateRefusals } from "../claim.js";
import type { Cover, Mode } from "../../../rules/codes.js";
import { AUTOMATIC_MAY_WAIT_FOR } from "../../../rules/automatic-approval.js";
import { MANUAL_CHECKS, type ManualCheck } from "../../../rules/data/automatic-approval.js";
import { manualChecks } from "./automatic-approval.js";
import { askedBefore, isInformation, needsBehind, type InformationNeed } from "../information/needs.js";
import { MAY_PASS } from "../../../rules/checks/index.js";
import { SERVICE_MATRIX } from "../../../rules/data/products.js";
import { guaranteeOf } from "../guarantee/guarantee-clock.js";
import { coverOn, coverToday } from "./report.js";

export type Approval = {
  /** RFC 3339; the instant the decision was made. */
  readonly approvedAt: string;
  readonly under: Cover | null;
  readonly mode: Mode | null;
  /** Treatments allocated; null where no portion applies. */
  readonly portion: number | null;
  /** Null for the health team's own; otherwise nobody looked, and the switch says whether that is allowed at all. */
  readonly automatic: { readonly switchedOn: boolean } | null;
};

export type ApprovalDecision = {
  readonly refusals: readonly Refusal[];
  readonly columns: Partial<CaseClaim>;
  /** What is missing that was not missing before: approved, but the clock waits for it. */
  readonly needs: readonly InformationNeed[];
};

/** A reason that time, consent, information or the approval itself can still lift. */
export function mayPass(code: string): boolean {
  return MAY_PASS.has(code) || isInformation(code);
}

export function decideApproval(file: CaseFile, approval: Approval): ApprovalDecision {
  const { claim } = file;
  const changed: CaseClaim = {
    ...claim,
    approved_at: approval.approvedAt,
    under: approval.under ?? claim.under,
    mode: approval.mode ?? claim.mode,
    portion_authorised: approval.portion ?? claim.portion_authorised,
  };
  const { codes, refusals } = coverToday({ ...file, claim: changed });
  const passes = (code: string): boolean => (approval.automatic ? AUTOMATIC_MAY_WAIT_FOR.has(code) : mayPass(code));
  const informed = { ...changed, ...informationAfter(changed, codes) };
  return {
    refusals: [
      ...stateRefusals(claim, "approve"),
      ...(claim.approved_at === null ? [] : [ALREADY]),
      ...(file.policy.confirmed === false ? [UNCONFIRMED] : []),
      ...instantRefusals(file, approval),
      ...portionRefusals(changed),
      ...closedChannels({ ...file, claim: changed }),
      ...(approval.automatic ? manualChecks(file, approval.automatic.switchedOn).map(notAutomatic) : []),
      ...refusals.filter(({ code }) => !passes(code)).map((reason) => ({ ...reason, path: ["input"] })),
    ],
    columns: {
      approved_at: changed.approved_at,
      under: changed.under,
      mode: changed.mode,
      portion_authorised: changed.portion_authorised,
      information_required: informed.information_required,
      information_needs: informed.information_needs,
      state: stateByFacts(informed),
    },
    needs: needsBehind(codes).filter((need) => !claim.information_needs.includes(need)),
  };
}

/**
 * What the clock waits for under the cover and mode approved: a referral that the base cover asked for is not needed under
 * option B (REF-OPTION-B). What has come in stays on record, and its day counts (GUA-CLOCK-INFO).
 */
function informationAfter(claim: CaseClaim, codes: readonly string[]): Pick<CaseClaim, "information_required" | "information_needs"> {
  const came = claim.information_received_at !== null;
  const needs = [...needsBehind(codes), ...(came ? [] : askedBefore(claim))];
  return { information_required: needs.length > 0 || (came && claim.information_required), information_needs: needs };
}

const ALREADY = refusal("CLAIM_ALREADY_APPROVED", "This claim is approved already.", {
  path: ["input", "claimId"],
  rule: "CLM-CHANGE-REAPPROVAL",
  clause: "insurance conditions 2025, section 4.2",
  remedy: "Allocate more treatments, or report a new claim for another treatment.",
});

const UNCONFIRMED = refusal("COVER_UNCONFIRMED", "The cover is what the caller said; the policy system has not confirmed it yet.", {
  path: ["input", "claimId"],
  rule: "MEM-COVER-PERIOD",
  clause: "insurance conditions 2025, sections 1.1, 8.1",
  remedy: "Approve it once the policy system has sent the policy, or ask there why it has not.",
});

function instantRefusals({ claim, now }: CaseFile, { approvedAt }: Approval): Refusal[] {
  const path = ["input", "approvedAt"];
  const at = Date.parse(approvedAt);
  if (at > Date.parse(now))
    return [refusal("FACT_IMPOSSIBLE", "A claim cannot be approved in the future.", { path, remedy: "Leave it out to approve now." })];
  if (at < Date.parse(claim.received_at))
    return [
      refusal("FACT_IMPOSSIBLE", "A claim cannot be approved before it is received.", {
        path,
        remedy: "Give an instant after the report.",
      }),
    ];
  return [];
}

/** Own choice, options A and F and the psychiatrist are allocated in portions (COV-PORTION). */
export function needsPortion({ under, mode, service_code }: Pick<CaseClaim, "under" | "mode" | "service_code">): boolean {
  return mode === "OWN_CHOICE" || under === "A" || under === "F" || service_code === "PSYCHIATRIST";
}

/** A promise that no way of meeting could keep is not given: each of them is closed to the member on its last day (CHN-AGE-15). */
function closedChannels(file: CaseFile): Refusal[] {
  const { product, under, service_code: service } = file.claim;
  const row = SERVICE_MATRIX.find((r) => r.product === product && r.under === under && r.service === service);
  const on = guaranteeOf(file).columns.latest_on ?? file.today;
  const ways = (row?.channels ?? []).map((channel) => coverOn(file, on, channel).refusals.filter(({ code }) => CHANNEL.has(code)));
  const [first] = ways;
  return first && ways.every((closed) => closed.length > 0) ? first.map((reason) => ({ ...reason, path: ["input"] })) : [];
}
const CHANNEL: ReadonlySet<string> = new Set(["CHANNEL_NOT_ALLOWED", "CHANNEL_AGE_LIMIT"]);

function portionRefusals(claim: CaseClaim): Refusal[] {
  if (!needsPortion(claim) || claim.portion_authorised !== null) return [];
  return [
    refusal("PORTION_NEEDED", "These treatments are allocated in portions.", {
      path: ["input", "portion"],
      rule: "COV-PORTION",
      clause: "insurance conditions 2025, sections 5.6.6, 5.7, 5.8, 6.1, 6.2, 6.5",
      remedy: "Say how many treatments are allocated.",
    }),
  ];
}

function notAutomatic(check: ManualCheck): Refusal {
  return refusal("NOT_FOR_AUTOMATIC_APPROVAL", MANUAL_CHECKS[check].en, {
    path: ["input", "claimId"],
    rule: "CLM-AUTO-APPROVE",
    clause: "physical treatment leaflet, 'Online anmeldelse og gratis træning'",
    remedy: "Leave the claim to the health team.",
  });
}

/** What an automatic approval would be, or why a person has to look: codes of the criteria and of the coverage decision. */
export function decideAutomatically(
  file: CaseFile,
  switchedOn: boolean,
): { readonly approval: ApprovalDecision; readonly manual: readonly string[] } {
  const approval = decideApproval(file, { approvedAt: file.now, under: null, mode: null, portion: null, automatic: { switchedOn } });
  const others = approval.refusals.flatMap(({ code }) => (code === "NOT_FOR_AUTOMATIC_APPROVAL" ? [] : [code]));
  return { approval, manual: [...new Set([...manualChecks(file, switchedOn), ...others])] };
}
