/** Moving an appointment, from facts alone: judged as if the old one had never been, so it can't stand in its own way. */
import type { CaseFile } from "../../claims/case-file/case-file.js";
import { guaranteeOf } from "../../claims/guarantee/guarantee-clock.js";
import { decideBooking, type BookingDecision, type BookingWish } from "../booking.js";
import type { ClaimPatch, EndingFile } from "./ending.js";
import { dayOf, type SlotFile } from "../quote/slot-file.js";

/** The case without the reserved treatment of this booking: its limit, its share of a total, its portion, its session and its promise are free. */
function withoutBooking(file: CaseFile, { booking }: EndingFile): CaseFile {
  const { claim } = file;
  const year = Number(booking.treated_on.slice(0, 4));
  const mine = file.usage.findIndex(
    (u) => u.same_claim && u.service === booking.service_code && u.under === booking.under && u.year === year && u.mode === "NETWORK",
  );
  return {
    ...file,
    sessions: Math.max(0, file.sessions - 1),
    // a service without a total has nothing to give back
    paid_of_total: file.paid_of_total === 0n ? 0n : file.paid_of_total - BigInt(booking.insurer_pays_minor),
    usage: file.usage.map((u, i) => (i === mine ? { ...u, count: u.count - 1 } : u)).filter((u) => u.count > 0),
    claim: {
      ...claim,
      portion_used: claim.portion_authorised === null ? claim.portion_used : Math.max(0, claim.portion_used - 1),
      first_booking_id: claim.first_booking_id === booking.id ? null : claim.first_booking_id,
    },
  };
}

export type MoveDecision = {
  readonly file: CaseFile;
  readonly decision: BookingDecision;
  /** The guarantee ended with this move. */
  readonly lapsed: boolean;
  readonly claim: ClaimPatch;
};

/**
 * A first appointment that is moved beyond the latest date is not refused: the member is treated as having wished a later
 * date, and the guarantee ends (BOK-RESCHEDULE, GUA-EXC-LATER).
 */
export function decideMove(full: CaseFile, old: EndingFile, at: SlotFile, wish: BookingWish, newBookingId: string): MoveDecision {
  const file = withoutBooking(full, old);
  const inside = decideBooking(file, at, wish);
  const first = file.claim.first_booking_id === null;
  if (!first) return { file, decision: inside, lapsed: false, claim: {} };
  if (inside.standing !== "TOO_LATE") return { file, decision: inside, lapsed: false, claim: movedClaim(file, newBookingId, {}) };
  const exceptions = { ...file.claim.exceptions, wishedNotBefore: dayOf(at) };
  const later: CaseFile = { ...file, claim: { ...file.claim, exceptions } };
  const decision = decideBooking(later, at, wish);
  const lapsed = decision.guarantee.decision.outcome === "NONE";
  return lapsed
    ? { file: later, decision, lapsed, claim: movedClaim(later, newBookingId, { exceptions }) }
    : { file, decision: inside, lapsed, claim: movedClaim(file, newBookingId, {}) };
}

function movedClaim(file: CaseFile, newBookingId: string, more: ClaimPatch): ClaimPatch {
  const claim = { ...file.claim, first_booking_id: newBookingId };
  return { first_booking_id: newBookingId, ...more, ...guaranteeOf({ ...file, claim }).columns };
}
