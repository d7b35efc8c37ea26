/** Load, decide, save for a move: the old appointment and the new one change hands in one transaction. */
import type { Booking } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { harmIn } from "../book/ask-admission.js";
import { eventRow } from "../booking-rows.js";
import { readBookingFile } from "../booking.store.js";
import { voidedEntry } from "./end-booking.js";
import { endingChanges } from "./ending-rows.js";
import { isLate, notAhead, versionRefusals, type EndingFile } from "./ending.js";
import { lockEnding } from "./ending.store.js";
import { decideMove } from "./moving.js";
import { actorFor, planOf, saveBooking, UNKNOWN_SLOT } from "../book/place-booking.js";

export type BookingMove = {
  readonly bookingId: string;
  readonly slotId: string;
  readonly keyed: IdempotencyKey;
  readonly expectedVersion: number | null;
  readonly overrideReason: string | null;
};

export type MovedBooking = { readonly booking: Booking; readonly lapsed: boolean; readonly late: boolean };

export async function moveBooking(
  ctx: Context,
  tx: Tx,
  { bookingId, slotId, keyed, expectedVersion, overrideReason }: BookingMove,
): Promise<MovedBooking> {
  const old = await lockEnding(tx, ctx.viewer, bookingId, slotId);
  const { claim_id: claimId } = old.booking;
  const read = await readBookingFile(tx, claimId, slotId, bookingId);
  if (!read) throw new Refused([UNKNOWN_SLOT]);
  const harm = harmIn(ctx, claimId, read.at);
  const newBookingId = newId();
  const move = decideMove(read.file, old, read.at, { role: ctx.viewer.role, overrideReason, harm, newWord: true }, newBookingId);
  const refusals = [...notAhead(old), ...versionRefusals(old, expectedVersion), ...sameSlot(old, slotId), ...move.decision.refusals];
  if (refusals.length > 0) throw new Refused(refusals);
  const late = isLate(old);
  const plan = {
    ...planOf(ctx.viewer, { file: move.file, at: read.at }, { decision: move.decision, overrideReason, chosenBecause: [] }),
    bookingId: newBookingId,
  };
  const actor = actorFor(ctx.viewer, old.booking.member_id);
  const ending = {
    state: "MOVED",
    reason: late ? "MOVED_LATE" : "MOVED_IN_TIME",
    unit: "FREE",
    usage: "RELEASED",
    claim: move.claim,
    movedTo: newBookingId,
  } as const;
  const booking = await saveBooking(ctx, tx, plan, {
    keyed,
    rows: {
      ...voidedEntry(ctx, old, "MOVED"),
      claim_event: [eventRow(old, actor, newId(), "MOVED", { bookingId, movedTo: newBookingId })],
      outbox: [
        outboxRow("booking.moved", bookingId, {
          bookingId,
          movedTo: newBookingId,
          claimId,
          clinicId: old.booking.clinic_id,
          providerId: old.booking.provider_id,
          slotId: old.booking.slot_id,
        }),
      ],
    },
    changes: endingChanges(old, ending),
    outcome: { lapsed: move.lapsed, late },
  });
  return { booking, lapsed: move.lapsed, late };
}

function sameSlot({ booking }: EndingFile, slotId: string): Refusal[] {
  return booking.slot_id === slotId
    ? [refusal("SAME_SLOT", "The appointment is at this time already.", { path: ["input", "slotId"], remedy: "Choose another time." })]
    : [];
}
