/**
 * Load, decide, save: the one way a unit of capacity becomes an appointment. Called by the mutations that book, inside
 * their transaction. Six round trips in all, with opening, key and commit.
 */
import { Refused, refusal } from "../kernel/refusal.js";
import { present } from "../kernel/invariant.js";
import type { Context } from "../gateway/context.js";
import { auditRow } from "../platform/audit.js";
import { outcomeOf, type Keyed } from "../platform/idempotency.js";
import { outboxRow } from "../platform/outbox.js";
import { newId } from "../platform/random.js";
import type { Tx } from "../platform/transaction.js";
import { write } from "../platform/write.js";
import type { CaseFile } from "../claims/case-file.js";
import { decideBooking, type BookingDecision, type SlotFile } from "./booking.js";
import { bookingChanges, bookingRows, type BookingIds } from "./booking-rows.js";
import { lockForBooking, readBookingFile } from "./booking.store.js";

export type Placement = {
  readonly claimId: string;
  readonly slotId: string;
  readonly keyed: Keyed;
  readonly overrideReason: string | null;
  readonly chosenBecause: readonly string[];
};

export type Placed = { readonly bookingId: string; readonly file: CaseFile; readonly at: SlotFile; readonly decision: BookingDecision };

export const UNKNOWN_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["input", "claimId"], remedy: "Check the id." });
export const UNKNOWN_SLOT = refusal("NOT_FOUND", "There is no such time.", { path: ["input", "slotId"], remedy: "Search again; times come and go." });

export async function placeBooking(ctx: Context, tx: Tx, placement: Placement): Promise<Placed> {
  const locked = await lockForBooking(tx, placement.claimId, placement.slotId);
  if (!locked.memberId) throw new Refused([UNKNOWN_CLAIM]);
  const read = await readBookingFile(tx, placement.claimId, placement.slotId);
  if (!read) throw new Refused([UNKNOWN_SLOT]);
  const decision = decideBooking(read.file, read.at, { mode: ctx.viewer.role === "HEALTH_TEAM" ? "HEALTH_TEAM" : "MEMBER", overrideReason: placement.overrideReason });
  if (decision.refusals.length > 0) throw new Refused(decision.refusals);
  const bookingId = await saveBooking(ctx, tx, placement, read.file, read.at, decision);
  return { bookingId, ...read, decision };
}

async function saveBooking(ctx: Context, tx: Tx, placement: Placement, file: CaseFile, at: SlotFile, decision: BookingDecision): Promise<string> {
  const ids = freshIds();
  const plan = {
    file,
    at,
    decision,
    ids,
    actor: { subject: ctx.viewer.subject, role: ctx.viewer.role, onBehalfOf: ctx.viewer.role === "MEMBER" ? null : file.claim.member_id },
    reference: present(at.next_reference, "the database numbers bookings"),
    overrideReason: placement.overrideReason,
    chosenBecause: placement.chosenBecause,
  };
  const written = await write(
    tx,
    {
      ...bookingRows(plan),
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation: placement.keyed.operation, memberId: file.claim.member_id, object: "Booking", objectId: ids.booking, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow("booking.confirmed", ids.booking, { bookingId: ids.booking, claimId: file.claim.id, clinicId: at.slot.clinic_id, providerId: at.slot.provider_id })],
    },
    [...bookingChanges(plan), outcomeOf(ctx.viewer.subject, placement.keyed, { bookingId: ids.booking })],
  );
  // Locks make this impossible; the condition in the update is what would say so if they ever did not.
  if (written["take_unit"] !== 1) throw new Refused([refusal("SLOT_TAKEN", "This time has just been taken.", { path: ["input", "slotId"], remedy: "Choose another time." })]);
  return ids.booking;
}

function freshIds(): BookingIds {
  return {
    booking: newId(),
    usage: newId(),
    entry: newId(),
    debit: newId(),
    credit: newId(),
    coverage: newId(),
    guarantee: newId(),
    price: newId(),
    event: newId(),
    programme: newId(),
  };
}
