/**
 * May this claim take this opening, at what price, and how does it stand against the promise? What the claim may book at all is
 * said by bookable.ts; here come the unit, the price and who asks. A function of facts: the
 * caller has locked the member and the slot and read everything afterwards, so what is decided here still holds when saved.
 */
import type { JsonOf } from "../../../schema/columns-of.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import type { CaseFile } from "../claims/case-file/case-file.js";
import { placeRefusals } from "../claims/designation/designation.js";
import { isQuote, quoteTreatment, type Quote } from "../rates/quote.js";
import type { GuaranteeDecision } from "../../rules/guarantee/guarantee.js";
import { bookable, isFirst, type Bookable } from "./quote/bookable.js";
import { CRISIS_BY_HEALTH_TEAM, OVERRIDE_NOT_ALLOWED } from "./quote/case-refusals.js";
import { dayOf, freeCancellationUntil, freeSeat, openingOf, type SlotFile } from "./quote/slot-file.js";
import { slotRefusals } from "./quote/slot-refusals.js";

export type BookingWish = {
  /** Role that asks; anyone but the member acts on the member's behalf. */
  readonly role: string;
  readonly overrideReason: string | null;
  /** Other promises this booking would break, by the promise's admission check; 0 where nothing is known. */
  readonly harm?: number;
  /** The member has just named this time: a newer word than a date on record. */
  readonly newWord?: boolean;
};

export type BookingDecision = {
  readonly refusals: readonly Refusal[];
  /** Codes that a member of the health team set aside with a reason. */
  readonly overridden: readonly string[];
  readonly seat: number | null;
  readonly treatedOn: string;
  readonly sessionNumber: number;
  readonly coverage: Bookable["coverage"];
  readonly guarantee: Bookable["guarantee"];
  readonly quote: Quote | null;
  /** ON_TARGET, WITHIN_LIMIT or TOO_LATE for a first appointment under a running guarantee; null otherwise. */
  readonly standing: JsonOf<"booking">["standing"];
  readonly latestOn: string | null;
  readonly freeCancellationUntil: Date;
};

/** Refusals a member of the health team may override with a reason, because the rules leave room (BOK-WINDOW). */
const OVERRIDABLE = new Set(["GUARANTEE_CANNOT_BE_MET", "FUNDING_NOT_PRIVATE", "MEMBER_BUSY", "HARMS_OTHER_PROMISE", "BEFORE_WISHED_DATE"]);

export function decideBooking(file: CaseFile, at: SlotFile, wish: BookingWish): BookingDecision {
  const { coverage, guarantee, refusals: against } = bookable(file, openingOf(at), wish.newWord);
  const quote = priceOf(file, at);
  const all = [
    ...slotRefusals(file, at),
    ...placeRefusals(file.claim, file.designated, at.slot, wish.role),
    ...against,
    ...askerRefusals(file, guarantee.decision, wish),
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
    guarantee,
    quote: isQuote(quote) ? quote : null,
    standing: isFirst(file) ? guarantee.decision.proposedAppointment : null,
    latestOn: guarantee.decision.latestDate,
    freeCancellationUntil: freeCancellationUntil(at),
  };
}

function overriding(all: readonly Refusal[], { role, overrideReason }: BookingWish): { refusals: Refusal[]; overridden: string[] } {
  if (!overrideReason) return { refusals: [...all], overridden: [] };
  if (role !== "HEALTH_TEAM") {
    return { refusals: [...all, OVERRIDE_NOT_ALLOWED], overridden: [] };
  }
  const [set, left] = [all.filter((r) => OVERRIDABLE.has(r.code)), all.filter((r) => !OVERRIDABLE.has(r.code))];
  return { refusals: left, overridden: set.map((r) => r.code) };
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
    caps: file.price_caps,
    rates: at.rates,
    tariffs: at.tariffs,
  });
}

/** Another promise that hangs on this unit, and who may arrange the first contact in a crisis. */
function askerRefusals(file: CaseFile, clock: GuaranteeDecision, { role, harm = 0 }: BookingWish): Refusal[] {
  const refusals: Refusal[] = [];
  if (harm > 0) {
    const remedy = "Choose one of the alternatives; the health team may book it with a reason.";
    refusals.push(
      refusal("HARMS_OTHER_PROMISE", "Someone else needs this time to keep their latest date.", { path: ["input", "slotId"], remedy }),
    );
  }
  if (role === "MEMBER" && isFirst(file) && clock.outcome === "RUNNING" && clock.guaranteeClass === "CRISIS_3H")
    refusals.push(CRISIS_BY_HEALTH_TEAM);
  return refusals;
}
