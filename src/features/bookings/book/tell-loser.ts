/**
 * The answer to those who queued for a slot that was taken meanwhile: one look with its line in the audit trail, in one round
 * trip and without a lock, and what is free instead. It names the one reason that the race decided; whoever asks for
 * another time hears every other reason there.
 */
import { alternativesTo } from "../../capacity/slots/slot.store.js";
import type { SlotSeen } from "../../capacity/slots/slot.js";
import { slotView, type SlotType } from "../../capacity/slots/slot.type.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import type { Refusal } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { ALTERNATIVES_OFFERED } from "../booking-answer.js";
import { recordLost } from "../booking.store.js";
import type { Offer, SlotQueue } from "./slot-queue.js";
import { SLOT_TAKEN } from "../quote/slot-refusals.js";

export type LostBooking = { readonly claimId: string; readonly slotId: string; readonly keyed: IdempotencyKey };
export type LostBookingAnswer = { readonly errors: readonly Refusal[]; readonly alternatives: readonly SlotType[] };

/** Milliseconds that one look at what is free serves a whole rush: it is a hint, and the booking itself looks again. */
const SHARED_MS = 1_000;

/** Null where the race is not all there is to say: a place left, a key used before, a claim this viewer does not know. */
export async function answerLostBooking(
  ctx: Context,
  queue: SlotQueue,
  { claimId, slotId, keyed }: LostBooking,
): Promise<LostBookingAnswer | null> {
  const line = auditRow(ctx.viewer, ctx.traceId, { operation: keyed.operation, outcome: "REFUSED", rule: SLOT_TAKEN.code });
  const lost = await transaction(ctx.database, ctx.viewer, (tx) => recordLost(tx, line, [claimId, slotId], ctx.viewer.subject, keyed));
  if (!lost) return null;
  const slots =
    shared(queue.offered, lost.service_code, lost.deadline_at) ??
    (await runQuery(ctx, (tx) => alternativesTo(tx, slotId, claimId, ALTERNATIVES_OFFERED)));
  if (slots !== queue.offered?.slots) queue.offered = { service: lost.service_code, slots, at: performance.now() };
  return { errors: [SLOT_TAKEN], alternatives: slots.map(slotView) };
}

/** What another loser was offered a moment ago, if it serves this claim and is in time for it. */
function shared(offer: Offer | null, service: string, deadline: Date | null): readonly SlotSeen[] | null {
  if (offer?.service !== service || offer.slots.length === 0 || performance.now() - offer.at > SHARED_MS) return null;
  return offer.slots.every((slot) => deadline === null || slot.startsAt < deadline) ? offer.slots : null;
}
