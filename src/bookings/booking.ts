/**
 * May this claim take this opening, at what price, and how does it stand against the promise? A function of facts: the
 * caller has locked the member and the slot and read everything afterwards, so what is decided here still holds when saved.
 */
import type { JsonOf } from "../../schema/columns-of.js";
import { localDateOf } from "../kernel/calendar.js";
import { refusal, type Refusal } from "../kernel/refusal.js";
import { coverageFacts, guaranteeFacts, type CaseFile } from "../claims/case-file/case-file.js";
import { hasEnded } from "../claims/claim.js";
import { placeRefusals } from "../claims/designation/designation.js";
import { deadlineOf } from "../claims/guarantee/guarantee-clock.js";
import { isQuote, quoteTreatment, type Quote } from "../rates/quote.js";
import { decideCoverage, type CoverageDecision } from "../rules/coverage/coverage.js";
import type { CoverageFacts, GuaranteeFacts } from "../rules/facts/facts.js";
import { decideGuarantee, type GuaranteeDecision } from "../rules/guarantee/guarantee.js";
import { refusalsOf } from "../rules/explain.js";
import { CRISIS_BY_HEALTH_TEAM, OVERRIDE_NOT_ALLOWED } from "./case-refusals.js";
import { dayOf, freeCancellationUntil, freeSeat, treatsChildren, type OpeningFacts, type SlotFile } from "./slot-file.js";
import { slotRefusals } from "./slot-refusals.js";

export type BookingWish = {
  /** Role that asks; anyone but the member acts on the member's behalf. */
  readonly role: string;
  readonly overrideReason: string | null;
  /** Other promises this booking would break, by the promise's admission check; 0 where nothing is known. */
  readonly harm?: number;
};

export type BookingDecision = {
  readonly refusals: readonly Refusal[];
  /** Codes that a member of the health team set aside with a reason. */
  readonly overridden: readonly string[];
  readonly seat: number | null;
  readonly treatedOn: string;
  readonly sessionNumber: number;
  readonly coverage: { readonly facts: CoverageFacts; readonly decision: CoverageDecision };
  readonly guarantee: { readonly facts: GuaranteeFacts; readonly decision: GuaranteeDecision };
  readonly quote: Quote | null;
  /** ON_TARGET, WITHIN_LIMIT or TOO_LATE for a first appointment under a running guarantee; null otherwise. */
  readonly standing: JsonOf<"booking">["standing"];
  readonly latestOn: string | null;
  readonly freeCancellationUntil: Date;
};

/** Refusals a member of the health team may override with a reason, because the rules leave room (BOK-WINDOW). */
const OVERRIDABLE = new Set(["GUARANTEE_CANNOT_BE_MET", "FUNDING_NOT_PRIVATE", "MEMBER_BUSY", "HARMS_OTHER_PROMISE"]);

export function decideBooking(file: CaseFile, at: SlotFile, wish: BookingWish): BookingDecision {
  const coverage = coverageOf(file, at);
  const clock = clockOf(file, at);
  const quote = priceOf(file, at);
  const all = [
    ...slotRefusals(file, at),
    ...claimRefusals(file),
    ...placeRefusals(file.claim, file.designated, at.slot, wish.role),
    ...refusalsOf(coverage.decision, coverage.facts),
    ...promiseRefusals(file, at, clock.decision, wish),
    ...(isQuote(quote) ? [] : [quote]),
  ];
  const { refusals, overridden } = overriding(all, wish);
  return {
    refusals,
    overridden,
    seat: freeSeat(at),
    treatedOn: dayOf(at),
    sessionNumber: file.sessions + 1,
    coverage,
    guarantee: clock,
    quote: isQuote(quote) ? quote : null,
    standing: isFirst(file) ? clock.decision.proposedAppointment : null,
    latestOn: clock.decision.latestDate,
    freeCancellationUntil: freeCancellationUntil(at),
  };
}

/** The first appointment is what the guarantee is about (GUA-MET). */
export function isFirst(file: CaseFile): boolean {
  return file.claim.first_booking_id === null;
}

function overriding(all: readonly Refusal[], { role, overrideReason }: BookingWish): { refusals: Refusal[]; overridden: string[] } {
  if (!overrideReason) return { refusals: [...all], overridden: [] };
  if (role !== "HEALTH_TEAM") {
    return { refusals: [...all, OVERRIDE_NOT_ALLOWED], overridden: [] };
  }
  const [set, left] = [all.filter((r) => OVERRIDABLE.has(r.code)), all.filter((r) => !OVERRIDABLE.has(r.code))];
  return { refusals: left, overridden: set.map((r) => r.code) };
}

/** The coverage decision on the day of the booking for a treatment on the day of the slot. */
export function coverageOf(file: CaseFile, at: OpeningFacts): BookingDecision["coverage"] {
  const facts = coverageFacts(
    file,
    { on: dayOf(at), channel: at.slot.channel, country: "DK" },
    {
      mode: "NETWORK",
      hasPublicAgreement: at.provider.has_public_agreement,
      authorised: at.provider.authorised,
      related: false,
      treatsChildren: treatsChildren(at),
    },
    file.today,
    localDateOf,
  );
  return { facts, decision: decideCoverage(facts) };
}

function clockOf(file: CaseFile, at: SlotFile): BookingDecision["guarantee"] {
  const facts = guaranteeFacts(file, isFirst(file) ? at.slot.starts_at : null);
  return { facts, decision: decideGuarantee(facts) };
}

function priceOf(file: CaseFile, at: SlotFile): Quote | Refusal {
  return quoteTreatment({
    product: file.claim.product,
    under: file.claim.under,
    serviceType: file.claim.service_code,
    treatedOn: dayOf(at),
    channel: at.slot.channel,
    sessionNumber: file.sessions + 1,
    hasPublicAgreement: at.provider.has_public_agreement,
    doctorReferral: file.claim.referral_type === "GP" || file.claim.referral_type === "SPECIALIST",
    // not covered is a refusal of its own; the price shown is the one that would apply
    covered: true,
    capUsedMinor: file.paid_of_total,
    rates: at.rates,
    tariffs: at.tariffs,
  });
}

const PRECONDITIONS = { path: ["input", "claimId"], rule: "BOK-PRECONDITIONS", clause: "insurance conditions 2025, sections 4.1, 4.2" };

/** A claim takes appointments from its approval until it ends (BOK-PRECONDITIONS). */
export function claimRefusals({ claim }: CaseFile): Refusal[] {
  if (hasEnded(claim)) return [refusal("CLAIM_NOT_OPEN", "This claim has ended.", { ...PRECONDITIONS, remedy: "Report a new claim." })];
  // without an approval the coverage rules refuse in their own words (NOT_PRE_APPROVED)
  if (claim.approved_at !== null && ["REPORTED", "AWAITING_INFORMATION"].includes(claim.state)) {
    const remedy = "Send the information that is missing, such as the referral.";
    return [refusal("CLAIM_AWAITS_INFORMATION", "The claim waits for information before it can be booked.", { ...PRECONDITIONS, remedy })];
  }
  return [];
}

/** A promise with a deadline may only use private capacity, and a first appointment must fall inside it (BOK-WINDOW). */
function promiseRefusals(file: CaseFile, at: SlotFile, clock: GuaranteeDecision, wish: BookingWish): Refusal[] {
  const refusals: Refusal[] = [];
  const path = ["input", "slotId"];
  if ((wish.harm ?? 0) > 0) {
    const remedy = "Choose one of the alternatives; the health team may book it with a reason.";
    refusals.push(refusal("HARMS_OTHER_PROMISE", "Someone else can keep their latest date only with this time.", { path, remedy }));
  }
  if (!isFirst(file) || clock.outcome !== "RUNNING") return refusals;
  if (at.slot.funding !== "PRIVATE") {
    const remedy = "Choose a privately funded time.";
    refusals.push(refusal("FUNDING_NOT_PRIVATE", "This time is kept for patients of the public agreement.", { path, remedy }));
  }
  if (clock.guaranteeClass === "CRISIS_3H") refusals.push(...crisisRefusals(at, wish));
  if (clock.proposedAppointment === "TOO_LATE" && !isOver(clock, file.now)) refusals.push(tooLate(clock));
  return refusals;
}

/** Once the promise is broken nothing is gained by refusing what comes after it: the member still has to be seen. */
function isOver(clock: GuaranteeDecision, now: string): boolean {
  const deadline = deadlineOf(clock);
  return deadline !== null && deadline.getTime() < Date.parse(now);
}

function tooLate(clock: GuaranteeDecision): Refusal {
  const until = clock.latestInstant ?? clock.latestDate ?? "the latest date";
  return refusal("GUARANTEE_CANNOT_BE_MET", `The first appointment must start no later than ${until}.`, {
    path: ["input", "slotId"],
    rule: "BOK-WINDOW",
    clause: "insurance conditions 2025, sections 4.8, 5.6",
    remedy: "Choose an earlier time, or have the member's wish for a later date recorded.",
  });
}

/** In a crisis the first contact is by telephone, with a psychologist on call, arranged by the health team (GUA-CRISIS-3H). */
function crisisRefusals(at: SlotFile, wish: BookingWish): Refusal[] {
  const about = { rule: "GUA-CRISIS-3H", clause: "insurance conditions 2025, section 5.8.1" };
  const refusals: Refusal[] = [];
  if (wish.role === "MEMBER") refusals.push(CRISIS_BY_HEALTH_TEAM);
  if (!at.slot.on_call || at.slot.channel !== "PHONE") {
    const remedy = "Choose a time of a psychologist on call.";
    const path = ["input", "slotId"];
    refusals.push(
      refusal("CRISIS_CONTACT_BY_TELEPHONE", "The first contact in a crisis is a call with a psychologist on call.", {
        ...about,
        path,
        remedy,
      }),
    );
  }
  return refusals;
}
