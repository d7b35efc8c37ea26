/** Saves the end of an appointment, whoever brought it about, with everything that follows from it in one statement. */
import { recordOf } from "../../../platform/postgres/record.js";
import { booking as bookingTable } from "../../../../schema/tables/booking.js";
import type { Booking } from "../../../../schema/rows.js";
import type { Acting, Context } from "../../../gateway/api/context.js";
import { voidedForBooking } from "../../ledger/entry.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { writeAndCommit, type NewRows } from "../../../platform/postgres/write.js";
import { eventRow } from "../booking-rows.js";
import type { EndingFile } from "./ending.js";
import { endingChanges, type Ending } from "./ending-rows.js";
import { actorFor, mergeRows } from "../book/place-booking.js";
import type { ClaimEventKind } from "../../claims/claim-words.js";

export type EndingAct = {
  readonly ending: Ending;
  /** Kind of the line in the claim's history. */
  readonly event: ClaimEventKind;
  /** Topic of the message to others, e.g. "booking.cancelled". */
  readonly topic: string;
  /** The money and whatever else this ending brings. */
  readonly rows: NewRows;
  readonly keyed: IdempotencyKey;
};

export async function saveEnding(ctx: Context, tx: Tx, file: EndingFile, act: EndingAct): Promise<Booking> {
  const { booking } = file;
  const { id: bookingId, claim_id: claimId, clinic_id: clinicId, provider_id: providerId, slot_id: slotId } = booking;
  const actor = actorFor(ctx.viewer, booking.member_id);
  const data = { bookingId, state: act.ending.state, ...(act.ending.reason ? { reason: act.ending.reason } : {}) };
  const audited = {
    operation: act.keyed.operation,
    memberId: booking.member_id,
    object: "Booking",
    objectId: bookingId,
    outcome: "ALLOWED",
  } as const;
  const rows = mergeRows(act.rows, {
    claim_event: [eventRow(file, actor, newId(), act.event, data)],
    audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
    outbox: [outboxRow(act.topic, bookingId, { bookingId, claimId, clinicId, providerId, slotId, state: act.ending.state })],
  });
  const outcome = outcomeOf(ctx.viewer.subject, act.keyed, { bookingId });
  await writeAndCommit(tx, rows, [...endingChanges(file, act.ending), outcome]);
  return {
    ...recordOf(bookingTable, booking),
    state: act.ending.state,
    endedAt: new Date(file.now),
    endReason: act.ending.reason,
    version: booking.version + 1,
  };
}

/** The pending entry resolved to nothing: nobody owes anything for it (ABS-NO-SHOW, ABS-LATE-CANCEL, ABS-PROVIDER-OR-TIMELY). */
export function voidedEntry(ctx: Acting, { booking, now }: EndingFile, reason: string): NewRows {
  return voidedForBooking(
    { bookingId: booking.id, treatedOn: booking.treated_on, reason },
    { actor: ctx.viewer.subject, recordedAt: now, newId },
  );
}
