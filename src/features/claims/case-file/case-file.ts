/**
 * Everything the rules need to know about one claim, as read in one statement. Instants are RFC 3339 strings, days are
 * 'YYYY-MM-DD': the form the rules take. Nothing here decides; it only says which stored fact is which fact of the rules.
 */
import type { JsonOf } from "../../../../schema/columns-of.js";
import { localDateOf, type ExtraDay } from "../../../kernel/calendar.js";
import type { Channel, Cover, Mode, Service } from "../../../rules/codes.js";
import type { ConditionCode } from "../../../rules/data/conditions.js";
import type { CoverageFacts, GuaranteeFacts, UsageEntry } from "../../../rules/facts/facts.js";
import type { Designated } from "../designation/designation.js";
import { EXCEPTION_FACTS, FLAG_FACTS, type ClaimExceptions } from "./claim-record.js";
import type { Complaint, FirstDay } from "./member-file.js";
import { isDecided } from "../information/medical-decision.js";

/** The columns that decisions rest on or move. A column that is only shown has no part in it, and a draft need not know it. */
export type CaseClaim = Pick<
  JsonOf<"claim">,
  "id" | "reference" | "member_id" | "policy_id" | "product" | keyof Complaint | keyof FirstDay
>;
/** `confirmed`: false while only the health team was told of the policy. */
export type CasePolicy = Omit<JsonOf<"policy">, "member_id" | "external_key" | "source_version" | "confirmed"> & {
  readonly confirmed?: boolean;
};
export type CaseMember = Pick<JsonOf<"member">, "id" | "family_id" | "birth_date" | "residence" | "lat" | "lon" | "postnr">;
type CaseConsent = Pick<JsonOf<"consent">, "given_on" | "withdrawn_on">;
export type CaseUsage = {
  readonly service: Service;
  readonly under: Cover;
  readonly mode: Mode;
  readonly year: number;
  readonly same_claim: boolean;
  /** Condition of their claim; null where that claim is gone. */
  readonly condition: ConditionCode | null;
  /** Day of the last of them. */
  readonly last_on: string | null;
  readonly count: number;
  /** Of them those that took place. */
  readonly attended: number;
};
/** Form and complaint of another open claim of the member that goes before this one (CLM-ONE-FORM). */
export type OtherForm = { readonly service: Service; readonly condition: ConditionCode };
export type CaseProgramme = {
  readonly service: Service;
  readonly subject: string | null;
  /** A part of it took place. */
  readonly attended: boolean;
};

/** By the key of its row (rules/data/caps.ts), in øre. */
type PriceCap = { readonly key: string; readonly from: string; readonly ore: number };

export type CaseFile = {
  readonly claim: CaseClaim;
  readonly policy: CasePolicy;
  readonly member: CaseMember;
  /** The consent that speaks for this claim: the live one, else the latest. */
  readonly consent: CaseConsent | null;
  readonly usage: readonly CaseUsage[];
  readonly programmes: readonly CaseProgramme[];
  readonly other_forms: readonly OtherForm[];
  /** Where the insurer lets it be treated, if that is designated (PRV-DESIGNATED). */
  readonly designated: Designated | null;
  /** True once this claim's own programme (GLA:D, Cool Kids, ...) is on record. */
  readonly programme_recorded: boolean;
  /** First treatment of this claim that took place or is booked, if any. */
  readonly first_treatment_on: string | null;
  /** Confirmed or attended appointments of this claim so far: the next session is one more. */
  readonly sessions: number;
  /** Paid or reserved against the total of this claim's service, in øre; 0 where the service has none (PRC-ADDICTION-100000). */
  readonly paid_of_total: bigint;
  /** Amounts of the caps that apply from a day on instead of what the conditions print: a handful in a decade. */
  readonly price_caps: readonly PriceCap[];
  /** Days that the setting in force when the claim was received takes out of the working days (CAL-EXTRA-DAYS). */
  readonly extra_non_working_days: readonly ExtraDay[];
  /** Danish day and instant by the database's clock. */
  readonly today: string;
  readonly now: string;
};

/** The rules take no field they do not know, and a stored record may carry more for its own purposes. */
function only<T extends object, K extends keyof T>(stored: T, names: readonly K[]): Pick<T, K> {
  const said = names.flatMap((name) => (stored[name] === undefined ? [] : [[name, stored[name]]]));
  return Object.fromEntries(said) as Pick<T, K>;
}

function exceptionFacts(stored: ClaimExceptions): ClaimExceptions {
  const facts = only(stored, EXCEPTION_FACTS);
  const offers = facts.declinedOffers?.map(({ appointmentOn, sector = "PRIVATE" }) => ({ appointmentOn, sector }));
  return offers ? { ...facts, declinedOffers: offers } : facts;
}

/** Facts of the guarantee clock; `proposedAppointmentAt` is the start to be judged, if there is one. */
export function guaranteeFacts(
  file: Pick<CaseFile, "claim"> & Partial<Pick<CaseFile, "extra_non_working_days">>,
  proposedAppointmentAt: string | null,
): GuaranteeFacts {
  const { claim } = file;
  return {
    product: claim.product,
    under: claim.under,
    serviceType: claim.service_code,
    mode: claim.mode,
    claim: { receivedAt: claim.received_at, approvedAt: claim.approved_at, movedAt: claim.moved_at, ended: endedWithout(claim) },
    information: {
      required: claim.information_required,
      receivedAt: claim.information_received_at,
      approvedAt: claim.information_approved_at,
    },
    ...(claim.crisis ? { crisis: { occurredAt: claim.crisis.occurredAt } } : {}),
    exceptions: exceptionFacts(claim.exceptions),
    calendar: { extraNonWorkingDays: file.extra_non_working_days ?? [] },
    proposedAppointmentAt,
  };
}

/** Denied or closed before its promise was kept or broken: it takes the promise with it (GUA-ENDED). */
function endedWithout({ state, promise_state }: Pick<CaseClaim, "state" | "promise_state">): "DENIED" | "CLOSED" | null {
  if (promise_state === "MET" || promise_state === "BREACHED") return null;
  return state === "DENIED" || state === "CLOSED" ? state : null;
}

export type TreatmentAsked = {
  /** Day of the treatment in Denmark. */
  readonly on: string;
  readonly channel: Channel;
  readonly country: string;
};

export type ProviderFacts = {
  readonly mode: Mode;
  readonly hasPublicAgreement: boolean;
  readonly authorised: boolean;
  readonly related: boolean;
  readonly treatsChildren: boolean;
};

/** Facts of the coverage decision for one treatment of this claim, decided on `decidedOn`. */
export function coverageFacts(
  file: CaseFile,
  treatment: TreatmentAsked,
  provider: ProviderFacts,
  decidedOn: string,
  localDate: (instant: string) => string = localDateOf,
): CoverageFacts {
  const { claim, policy, member } = file;
  const approvedOn = claim.approved_at ? localDate(claim.approved_at) : null;
  return {
    product: claim.product,
    under: claim.under,
    decidedOn,
    member: { role: policy.role, birthDate: member.birth_date, residence: member.residence },
    cover: {
      start: policy.cover_start,
      end: policy.cover_end,
      scheme: policy.scheme,
      seniorityFrom: policy.seniority_from,
      optional: policy.optional,
      paidThrough: policy.paid_through,
      groupChildAge: policy.group_child_age,
      suspended: policy.suspended,
    },
    claim: {
      ...only(claim.flags, FLAG_FACTS),
      otherForms: file.other_forms,
      cause: claim.cause,
      treatmentGranted: isDecided(claim.medical_decisions, "TREATMENT_GRANTED"),
      primaryOperation: claim.primary_operation,
      severalFormsAllowed: isDecided(claim.medical_decisions, "SEVERAL_FORMS"),
      reportedOn: localDate(claim.received_at),
      approvedOn,
      workRelated: claim.work_related,
      firstTreatmentOn: file.first_treatment_on,
      informationComplete: !claim.information_required || claim.information_received_at !== null,
    },
    condition: {
      code: claim.condition_code,
      aroseOn: claim.condition_arose_on,
      diagnosedOn: claim.condition_diagnosed_on,
      chronic: isDecided(claim.medical_decisions, "CHRONIC"),
      notChronic: isDecided(claim.medical_decisions, "NOT_CHRONIC"),
      accepted: isDecided(claim.medical_decisions, "CONDITION_ACCEPTED"),
    },
    referral: claim.referral_type && claim.referral_issued_on ? { type: claim.referral_type, issuedOn: claim.referral_issued_on } : null,
    referralRequested: claim.referral_requested,
    consent: file.consent ? { givenOn: file.consent.given_on, withdrawnOn: file.consent.withdrawn_on } : null,
    treatment: { serviceType: claim.service_code, ...treatment },
    provider,
    usage: file.usage.map(usageFacts),
    programmes: file.programmes,
    portion: claim.portion_authorised === null ? null : { authorised: claim.portion_authorised, used: claim.portion_used },
    ...(claim.crisis ? { crisis: { ...claim.crisis, reportedAt: claim.crisis.reportedAt ?? claim.received_at } } : {}),
  };
}

function usageFacts({ same_claim, condition, last_on, ...entry }: CaseUsage): UsageEntry {
  return {
    ...entry,
    sameClaim: same_claim,
    ...(condition === null ? {} : { condition }),
    ...(last_on === null ? {} : { lastOn: last_on }),
  };
}
