/** How the mutations that book answer: the booking or the refusals, a repeated request, and what is free after a lost race. */
import type { Booking } from "../../../schema/rows.js";
import { alternativesTo } from "../capacity/slots/slot.store.js";
import { slotView, type SlotType } from "../capacity/slots/slot.type.js";
import type { MutationOutcome } from "../../gateway/api/run-operation.js";
import { userErrors, type UserError } from "../../vocabulary/user-error.type.js";
import type { Refusal } from "../../kernel/refusal.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { bookingById } from "./booking.reads.js";
import { bookingView, type BookingType } from "./booking.type.js";

export type BookingAnswer = { booking: BookingType | null; errors: readonly UserError[]; replayed: boolean };

export function bookingAnswer({ result, errors, replayed }: MutationOutcome<Booking | null>): BookingAnswer {
  return { booking: result ? bookingView(result) : null, errors: userErrors(errors), replayed };
}

/** The booking that an earlier request with the same key made, as it stands today. */
export function replayBooking(tx: Tx, stored: unknown): Promise<Booking | null> {
  const id: unknown = typeof stored === "object" && stored !== null ? Reflect.get(stored, "bookingId") : null;
  return typeof id === "string" ? bookingById(tx, id) : Promise.resolve(null);
}

const LOST = new Set([
  "BUSY",
  "SLOT_TAKEN",
  "SLOT_HELD",
  "SLOT_WITHDRAWN",
  "SLOT_IN_PAST",
  "GUARANTEE_CANNOT_BE_MET",
  "HARMS_OTHER_PROMISE",
]);
export const ALTERNATIVES_OFFERED = 3;

/** The next best free times, where the answer was a no that another time would turn into a yes. */
export async function alternativesFor(
  tx: Tx,
  errors: readonly Refusal[],
  slotId: string,
  of: { readonly claimId: string } | { readonly bookingId: string },
): Promise<SlotType[]> {
  if (!errors.some((e) => LOST.has(e.code))) return [];
  const claimId = "claimId" in of ? of.claimId : (await bookingById(tx, of.bookingId))?.claimId;
  return claimId === undefined ? [] : (await alternativesTo(tx, slotId, claimId, ALTERNATIVES_OFFERED)).map(slotView);
}
