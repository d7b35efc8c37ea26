/**
 * What becomes of each appointment of a withdrawal, from facts alone: moved, if the insurance agrees to the new place as it
 * would to any; escalated otherwise. One member may have several appointments: what one changes in the claim the next one sees.
 */
import type { Booking } from "../../../../schema/rows.js";
import { mayMove } from "../../claims/claim.js";
import type { CaseClaim } from "../../claims/case-file/case-file.js";
import type { Viewer } from "../../../platform/viewer.js";
import type { BookingFile } from "../../bookings/booking.store.js";
import { claimReleased, exceptionsAfterProvider, type ClaimPatch } from "../../bookings/end/ending.js";
import { decideMove } from "../../bookings/end/moving.js";
import { planOf } from "../../bookings/book/place-booking.js";
import type { UnitPlace, ReplannedBooking } from "../../promise/replanning/replan.js";
import type { SettledBooking } from "./save-withdrawal.js";
import type { CertificateWithTexts } from "../../promise/feasibility/told-certificate.js";
import { extraKm, keepsPromise, type WithdrawnBooking } from "../../promise/replanning/withdrawn.js";
import { type ChoiceReason, choiceReason, withoutWish } from "../../bookings/book/because.js";
import { unmetWishes, wishesOf } from "../../bookings/book/wishes.js";

export type WithdrawalSettlement = {
  readonly settled: SettledBooking[];
  readonly claims: CaseClaim[];
  /** Openings somebody else took since they were chosen: worth another look. */
  readonly lost: string[];
  /** Codes of what stood against a move, by booking. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
};

const LOST = new Set(["SLOT_TAKEN", "SLOT_HELD", "SLOT_WITHDRAWN"]);

export function settleWithdrawal(
  viewer: Viewer,
  replanned: readonly ReplannedBooking[],
  files: ReadonlyMap<string, BookingFile>,
  newId: () => string,
): WithdrawalSettlement {
  const claims = new Map<string, CaseClaim>();
  const seats = new Map<string, number[]>();
  const settled: SettledBooking[] = [];
  const lost: string[] = [];
  const refused = new Map<string, readonly string[]>();
  for (const { withdrawn: before, place, certificate } of replanned) {
    const known = claims.get(before.claim.id) ?? before.claim;
    const withdrawn: WithdrawnBooking = {
      ...before,
      claim: { ...known, exceptions: exceptionsAfterProvider({ ...before, claim: known }) },
    };
    const read = files.get(before.booking.id);
    const move = place && read ? tryMove(viewer, withdrawn, place, withSeats(read, seats), newId()) : null;
    if (move?.plan) {
      seats.set(move.plan.at.slot.id, [...(seats.get(move.plan.at.slot.id) ?? []), move.plan.decision.seat ?? 0]);
      claims.set(known.id, patched(withdrawn.claim, move.claim));
      settled.push({ withdrawn: before, plan: move.plan, certificate: null });
      continue;
    }
    if (place && move?.codes.some((code) => LOST.has(code))) lost.push(place.slot.id);
    if (move) refused.set(before.booking.id, move.codes);
    claims.set(known.id, patched(withdrawn.claim, released(withdrawn, certificate)));
    settled.push({ withdrawn: before, plan: null, certificate });
  }
  return { settled, claims: [...claims.values()], lost, refused };
}

type Try = { readonly plan: SettledBooking["plan"]; readonly claim: ClaimPatch; readonly codes: readonly string[] };

function tryMove(viewer: Viewer, withdrawn: WithdrawnBooking, place: UnitPlace, { file, at }: BookingFile, bookingId: string): Try {
  const move = decideMove({ ...file, claim: withdrawn.claim }, withdrawn, at, { role: viewer.role, overrideReason: null }, bookingId);
  const codes = move.decision.refusals.map((refusal) => refusal.code);
  if (codes.length > 0) return { plan: null, claim: {}, codes };
  const more = { decision: move.decision, overrideReason: null, chosenBecause: because(withdrawn, place, at, move.decision.standing) };
  return { plan: { ...planOf(viewer, { file: move.file, at }, more), bookingId }, claim: move.claim, codes };
}

function because(
  withdrawn: WithdrawnBooking,
  { bucket }: UnitPlace,
  { slot, practitioner }: BookingFile["at"],
  standing: Booking["standing"],
): ChoiceReason[] {
  const km = extraKm(withdrawn, bucket);
  return [
    choiceReason("WITHDRAWN"),
    ...(standing === "ON_TARGET" || standing === "WITHIN_LIMIT" ? [choiceReason(standing)] : []),
    ...(km === null ? [] : [journey(km)]),
    ...unmetWishes(wishesOf(withdrawn.promise.wishes), { ...slot, gender: practitioner.gender }).map(withoutWish),
  ];
}

function journey(km: number): ChoiceReason {
  if (km === 0) return { code: "TRAVEL", en: "no longer than before.", da: "ikke længere end før." };
  const [en, da] = km > 0 ? ["more", "mere"] : ["less", "mindre"];
  return { code: "TRAVEL", en: `${Math.abs(km)} km ${en} than before.`, da: `${Math.abs(km)} km ${da} end før.` };
}

/** Seats given out in this act, which the database does not know yet. */
function withSeats({ file, at }: BookingFile, seats: ReadonlyMap<string, readonly number[]>): BookingFile {
  const given = seats.get(at.slot.id) ?? [];
  return given.length === 0
    ? { file, at }
    : { file, at: { ...at, slot: { ...at.slot, booked: at.slot.booked + given.length }, seats_taken: [...at.seats_taken, ...given] } };
}

/** The claim of an appointment that is gone: its treatment is free again, and a promise that hung on it is in people's hands. */
function released(withdrawn: WithdrawnBooking, certificate: CertificateWithTexts | null): ClaimPatch {
  const patch = claimReleased(withdrawn);
  if (!keepsPromise(withdrawn)) return patch;
  const escalated: ClaimPatch = mayMove(withdrawn.claim, "escalate") ? { state: "ESCALATED" } : {};
  return { ...patch, ...escalated, promise_state: "AT_RISK", certificate };
}

function patched(claim: CaseClaim, patch: ClaimPatch): CaseClaim {
  return Object.assign({}, claim, patch);
}
