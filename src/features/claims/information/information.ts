/** Information that a claim needed, and facts of the case as the health team records them. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { said } from "../../../kernel/said.js";
import type { ComplaintCause, OperationPlace, ReferralType, WorkRelated } from "../../../rules/codes.js";
import type { ConditionCode } from "../../../rules/data/conditions.js";
import type { ClaimFlags } from "../case-file/claim-record.js";
import type { CaseClaim, CaseFile } from "../case-file/case-file.js";
import { CLAIM_ENDED, hasEnded, stateByFacts } from "../claim.js";
import type { ClaimEventKind } from "../claim-words.js";
import type { InformationNeed } from "./needs.js";

export type InformationRequest = {
  readonly required: boolean | null;
  readonly receivedAt: string | null;
  readonly approvedAt: string | null;
  readonly referral: { readonly type: ReferralType; readonly issuedOn: string } | null;
  readonly referralRequested: boolean | null;
  readonly workRelated: WorkRelated | null;
  readonly cause: ComplaintCause | null;
  readonly primaryOperation: OperationPlace | null;
  readonly condition: {
    readonly code: ConditionCode | null;
    readonly aroseOn: string | null;
    readonly diagnosedOn: string | null;
  };
  /** Rare facts of the claim by their names in the rules. */
  readonly flags: ClaimFlags;
  readonly policeReported: boolean | null;
};

export type InformationDecision = {
  readonly refusals: readonly Refusal[];
  readonly columns: Partial<CaseClaim>;
  readonly kinds: readonly ClaimEventKind[];
};

export function decideInformation(file: CaseFile, told: InformationRequest): InformationDecision {
  const { claim } = file;
  const columns = columnsOf(claim, told, file.now);
  const changed = { ...claim, ...columns };
  const refusals = [
    ...(hasEnded(claim) ? [CLAIM_ENDED] : []),
    ...impossible(file, changed, told),
    ...(Object.keys(columns).length === 0 ? [NOTHING] : []),
  ];
  return { refusals, columns: { ...columns, state: stateByFacts(changed) }, kinds: kindsOf(told) };
}

function columnsOf(claim: CaseClaim, told: InformationRequest, now: string): Partial<CaseClaim> {
  const { condition } = told;
  const facts = said({
    referral_type: told.referral?.type,
    referral_issued_on: told.referral?.issuedOn,
    referral_requested: told.referralRequested,
    work_related: told.workRelated,
    cause: told.cause,
    primary_operation: told.primaryOperation,
    condition_code: condition.code,
    condition_arose_on: condition.aroseOn,
    condition_diagnosed_on: condition.diagnosedOn,
    flags: Object.keys(told.flags).length > 0 ? { ...claim.flags, ...told.flags } : null,
    crisis: told.policeReported !== null && claim.crisis ? { ...claim.crisis, policeReported: told.policeReported } : null,
  });
  return { ...informationColumns(claim, told), ...diagnosisColumns(claim, told, now), ...facts };
}

type InformationColumns = Partial<
  Pick<CaseClaim, "information_needs" | "information_required" | "information_received_at" | "information_approved_at">
>;

/** Asking for more makes what came before no longer the last of it; what was found sufficient was received. */
function informationColumns(claim: CaseClaim, { required, receivedAt, approvedAt }: InformationRequest): InformationColumns {
  const again = required === true && (claim.information_received_at !== null || !claim.information_required);
  const receivedBefore = again ? null : claim.information_received_at;
  const approvedBefore = again ? null : claim.information_approved_at;
  const touched = required !== null || receivedAt !== null || approvedAt !== null;
  if (!touched) return {};
  const asked = required === true ? [...new Set<InformationNeed>([...claim.information_needs, "ASKED"])] : claim.information_needs;
  return {
    information_needs: required === false || approvedAt !== null ? [] : asked,
    information_required: required ?? true,
    information_received_at: receivedAt ?? receivedBefore ?? approvedAt,
    information_approved_at: approvedAt ?? (receivedAt === null ? approvedBefore : null),
  };
}

/** A day of diagnosis that the health team records is received and found sufficient; if nothing else is needed, the clock starts. */
function diagnosisColumns(
  claim: CaseClaim,
  { condition, required, receivedAt, approvedAt }: InformationRequest,
  now: string,
): InformationColumns {
  if (condition.diagnosedOn === null || !claim.information_needs.includes("DIAGNOSIS_DATE")) return {};
  const left = claim.information_needs.filter((need) => need !== "DIAGNOSIS_DATE");
  if (required !== null || receivedAt !== null || approvedAt !== null) return {};
  return { information_needs: left, ...(left.length === 0 ? { information_received_at: now, information_approved_at: now } : {}) };
}

function kindsOf(told: InformationRequest): ClaimEventKind[] {
  const facts =
    told.workRelated !== null ||
    told.cause !== null ||
    told.primaryOperation !== null ||
    told.policeReported !== null ||
    Object.values(told.condition).some((v) => v !== null) ||
    Object.keys(told.flags).length > 0;
  const kinds: readonly (readonly [boolean, ClaimEventKind])[] = [
    [told.required === true || told.referralRequested === true, "INFORMATION_REQUIRED"],
    [told.referral !== null, "REFERRAL_RECORDED"],
    [told.receivedAt !== null, "INFORMATION_RECEIVED"],
    [told.approvedAt !== null, "INFORMATION_APPROVED"],
    [facts || told.required === false || told.referralRequested === false, "FACTS_RECORDED"],
  ];
  return kinds.flatMap(([happened, kind]) => (happened ? [kind] : []));
}

const NOTHING = refusal("NOTHING_TO_RECORD", "Nothing was said that could be recorded.", {
  path: ["input"],
  remedy: "Give at least one fact.",
});

function impossible({ now, today, member }: CaseFile, changed: CaseClaim, told: InformationRequest): Refusal[] {
  const refusals: Refusal[] = [];
  const add = (wrong: boolean, field: string, message: string): void => {
    if (wrong) refusals.push(refusal("FACT_IMPOSSIBLE", message, { path: ["input", ...field.split(".")], remedy: "Correct it." }));
  };
  const future = (instant: string | null): boolean => instant !== null && Date.parse(instant) > Date.parse(now);
  const { information_received_at: received, information_approved_at: approved } = changed;
  add(future(told.receivedAt), "receivedAt", "Information cannot be received in the future.");
  add(future(told.approvedAt), "approvedAt", "Information cannot be approved in the future.");
  add(
    received !== null && approved !== null && Date.parse(approved) < Date.parse(received),
    "approvedAt",
    "Information cannot be approved before it is received.",
  );
  add(told.referral !== null && told.referral.issuedOn > today, "referral.issuedOn", "A referral cannot be issued in the future.");
  const { aroseOn, diagnosedOn } = told.condition;
  add(
    aroseOn !== null && (aroseOn > today || aroseOn < member.birth_date),
    "condition.aroseOn",
    "A condition arises between birth and today.",
  );
  add(diagnosedOn !== null && diagnosedOn > today, "condition.diagnosedOn", "A diagnosis cannot lie in the future.");
  add(told.policeReported !== null && changed.crisis === null, "policeReported", "This claim rests on no event.");
  return refusals;
}
