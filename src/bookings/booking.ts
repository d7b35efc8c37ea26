/**
 * May this claim take this opening, at what price, and how does it stand against the promise? A function of facts: the
 * caller has locked the member and the slot and read everything afterwards, so what is decided here still holds when saved.
 */
import { endOfDay, localDateOf } from "../kernel/calendar.js";
import { refusal, type Refusal } from "../kernel/refusal.js";
import { coverageFacts, guaranteeFacts, type CaseFile } from "../claims/case-file.js";
import { isQuote, quoteTreatment, type Quote, type RateInForce, type TariffInForce } from "../rates/quote.js";
import { decideCoverage, type CoverageDecision } from "../rules/coverage.js";
import type { CoverageFacts, GuaranteeFacts } from "../rules/facts.js";
import { decideGuarantee, type GuaranteeDecision } from "../rules/guarantee.js";
import { refusalsOf } from "../rules/explain.js";

export type SlotFacts = {
  readonly id: string;
  readonly clinic_id: string;
  readonly provider_id: string;
  readonly practitioner_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly channel: string;
  readonly audience: string;
  readonly funding: string;
  readonly capacity: number;
  readonly booked: number;
  readonly state: string;
  readonly cancellation_hours: number | null;
  readonly on_call: boolean;
};

export type SlotFile = {
  readonly slot: SlotFacts;
  readonly serves: boolean;
  readonly clinic: { readonly name: string; readonly treats_children: boolean; readonly cancellation_hours: number | null; readonly lat: number; readonly lon: number };
  readonly provider: { readonly has_public_agreement: boolean; readonly authorised: boolean; readonly agreement_from: string; readonly agreement_until: string | null };
  readonly seats_taken: readonly number[];
  /** Live holds on this slot, not counting this claim's own. */
  readonly other_holds: number;
  readonly own_hold_id: string | null;
  /** This member's confirmed appointments that overlap the slot. */
  readonly member_busy: boolean;
  readonly next_reference: string | null;
  readonly rates: readonly RateInForce[];
  readonly tariffs: readonly TariffInForce[];
};

export type BookingWish = {
  readonly mode: "MEMBER" | "HEALTH_TEAM";
  readonly overrideReason: string | null;
};

export type BookingDecision = {
  readonly refusals: readonly Refusal[];
  readonly seat: number | null;
  readonly treatedOn: string;
  readonly sessionNumber: number;
  readonly coverage: { readonly facts: CoverageFacts; readonly decision: CoverageDecision };
  readonly guarantee: { readonly facts: GuaranteeFacts; readonly decision: GuaranteeDecision };
  readonly quote: Quote | null;
  /** ON_TARGET, WITHIN_LIMIT or TOO_LATE for a first appointment under a running guarantee; null otherwise. */
  readonly standing: string | null;
  readonly latestOn: string | null;
  readonly freeCancellationUntil: Date;
};

/** Hours before the start until which a member cancels free of charge, where neither slot nor clinic says otherwise (ABS-LATE-CANCEL). */
export const LATE_CANCELLATION_HOURS = 24;

/** Refusals a member of the health team may override with a reason, because the rules leave room (BOK-WINDOW). */
const OVERRIDABLE = new Set(["GUARANTEE_CANNOT_BE_MET", "FUNDING_NOT_PRIVATE", "MEMBER_BUSY"]);

export function decideBooking(file: CaseFile, at: SlotFile, wish: BookingWish): BookingDecision {
  const { slot } = at;
  const treatedOn = localDateOf(slot.starts_at);
  const sessionNumber = file.sessions + 1;
  const first = file.claim.first_booking_id === null;

  const coverage = coverageFacts(
    file,
    { on: treatedOn, channel: slot.channel, country: "DK" },
    { mode: "NETWORK", hasPublicAgreement: at.provider.has_public_agreement, authorised: at.provider.authorised, related: false, treatsChildren: treatsChildren(at) },
    file.today,
    localDateOf,
  );
  const covered = decideCoverage(coverage);
  const guarantee = guaranteeFacts(file, first ? slot.starts_at : null);
  const clock = decideGuarantee(guarantee);
  const quote = quoteTreatment({
    product: file.claim.product,
    under: file.claim.under,
    serviceType: file.claim.service_code,
    treatedOn,
    channel: slot.channel,
    sessionNumber,
    hasPublicAgreement: at.provider.has_public_agreement,
    doctorReferral: file.claim.referral_type === "GP" || file.claim.referral_type === "SPECIALIST",
    covered: true,
    danmarkMember: file.policy.danmark_member,
    rates: at.rates,
    tariffs: at.tariffs,
  });

  const all = [
    ...slotRefusals(file, at),
    ...claimRefusals(file),
    ...refusalsOf(covered, coverage),
    ...promiseRefusals(first, clock, at),
    ...(isQuote(quote) ? [] : [quote]),
  ];
  const refusals = wish.mode === "HEALTH_TEAM" && wish.overrideReason ? all.filter((r) => !OVERRIDABLE.has(r.code)) : all;
  return {
    refusals,
    seat: freeSeat(at),
    treatedOn,
    sessionNumber,
    coverage: { facts: coverage, decision: covered },
    guarantee: { facts: guarantee, decision: clock },
    quote: isQuote(quote) ? quote : null,
    standing: first ? clock.proposedAppointment : null,
    latestOn: clock.latestDate,
    freeCancellationUntil: freeCancellationUntil(at),
  };
}

function treatsChildren(at: SlotFile): boolean {
  return at.clinic.treats_children && at.slot.audience !== "ADULT";
}

/** The lowest unit nobody has; null when all are taken. */
export function freeSeat(at: SlotFile): number | null {
  for (let seat = 1; seat <= at.slot.capacity; seat += 1) if (!at.seats_taken.includes(seat)) return seat;
  return null;
}

export function freeCancellationUntil(at: Pick<SlotFile, "slot" | "clinic">): Date {
  const hours = at.slot.cancellation_hours ?? at.clinic.cancellation_hours ?? LATE_CANCELLATION_HOURS;
  return new Date(Date.parse(at.slot.starts_at) - hours * 3_600_000);
}

function slotRefusals(file: CaseFile, at: SlotFile): Refusal[] {
  const { slot, provider } = at;
  const day = localDateOf(slot.starts_at);
  const path = ["input", "slotId"];
  const refusals: Refusal[] = [];
  if (slot.state !== "OPEN") refusals.push(refusal("SLOT_WITHDRAWN", "The clinic has withdrawn this time.", { path, remedy: "Choose another time." }));
  else if (freeSeat(at) === null) refusals.push(refusal("SLOT_TAKEN", "This time has just been taken.", { path, remedy: "Choose one of the alternatives." }));
  else if (slot.booked + at.other_holds >= slot.capacity)
    refusals.push(refusal("SLOT_HELD", "Someone else is about to book this time.", { path, remedy: "Choose another time, or try again in ten minutes.", retryable: true }));
  if (Date.parse(slot.starts_at) <= Date.parse(file.now)) refusals.push(refusal("SLOT_IN_PAST", "This time has already begun.", { path, remedy: "Choose a later time." }));
  if (!at.serves) refusals.push(refusal("SLOT_NOT_FOR_SERVICE", "This time is not offered for the treatment of this claim.", { path, remedy: "Search for times with the claim's service." }));
  if (slot.audience === "CHILD" && adult(file, day)) refusals.push(refusal("SLOT_FOR_CHILDREN", "This time is kept for children.", { path, remedy: "Choose a time for adults." }));
  if (provider.agreement_from > day || (provider.agreement_until !== null && provider.agreement_until <= day))
    refusals.push(refusal("AGREEMENT_NOT_IN_FORCE", "The clinic's agreement does not cover that day.", { path, rule: "PRV-NETWORK-DEF", clause: "insurance conditions 2025, section 1 Definitions", remedy: "Choose a day within the agreement, or another clinic." }));
  if (at.member_busy) refusals.push(refusal("MEMBER_BUSY", "The member already has an appointment at that time.", { path, remedy: "Choose another time, or move the other appointment first." }));
  return refusals;
}

function adult(file: CaseFile, day: string): boolean {
  return Number(day.slice(0, 4)) - Number(file.member.birth_date.slice(0, 4)) - (day.slice(5) < file.member.birth_date.slice(5) ? 1 : 0) >= 18;
}

/** A claim takes appointments once approved and until it ends (BOK-PRECONDITIONS); approval itself is the rules' to judge. */
function claimRefusals(file: CaseFile): Refusal[] {
  if (["COMPLETED", "DENIED", "CLOSED"].includes(file.claim.state)) {
    return [refusal("CLAIM_NOT_OPEN", "This claim has ended.", { path: ["input", "claimId"], rule: "BOK-PRECONDITIONS", clause: "insurance conditions 2025, sections 4.1, 4.2", remedy: "Report a new claim." })];
  }
  return [];
}

/** A promise with a deadline may only use private capacity, and a first appointment must fall inside it (BOK-WINDOW). */
function promiseRefusals(first: boolean, clock: GuaranteeDecision, at: SlotFile): Refusal[] {
  if (!first || clock.outcome !== "RUNNING") return [];
  const refusals: Refusal[] = [];
  if (at.slot.funding !== "PRIVATE")
    refusals.push(refusal("FUNDING_NOT_PRIVATE", "This time is kept for patients of the public agreement.", { path: ["input", "slotId"], remedy: "Choose a privately funded time." }));
  if (clock.proposedAppointment === "TOO_LATE")
    refusals.push(
      refusal("GUARANTEE_CANNOT_BE_MET", `The first appointment must start no later than ${clock.latestDate ?? "the latest date"}.`, {
        path: ["input", "slotId"],
        rule: "BOK-WINDOW",
        clause: "insurance conditions 2025, sections 4.8, 5.6",
        remedy: "Choose an earlier time, or record the member's wish for a later date.",
      }),
    );
  return refusals;
}

/** End of the last day on which the promise can be kept, or its last instant for crisis counselling. */
export function deadlineOf(clock: GuaranteeDecision): Date | null {
  if (clock.latestInstant) return new Date(clock.latestInstant);
  return clock.latestDate ? endOfDay(clock.latestDate) : null;
}
