/**
 * The answer to those who queued for a slot that was taken meanwhile: one look, one line in the audit trail and what is
 * free instead, in one transaction and without a lock. It names the one reason that the race decided; whoever asks for
 * another time hears every other reason there.
 */
import { alternativesTo } from "../capacity/slot.store.js";
import { slotView, type SlotType } from "../capacity/slot.type.js";
import type { Context } from "../gateway/context.js";
import type { Refusal } from "../kernel/refusal.js";
import { auditRow } from "../platform/audit.js";
import type { Keyed } from "../platform/idempotency.js";
import { transaction } from "../platform/transaction.js";
import { write } from "../platform/write.js";
import { OFFERED } from "./booking-answer.js";
import { isLost } from "./booking.store.js";
import { SLOT_TAKEN } from "./slot-refusals.js";

export type Loser = { readonly claimId: string; readonly slotId: string; readonly keyed: Keyed };
export type Told = { readonly errors: readonly Refusal[]; readonly alternatives: readonly SlotType[] };

/** Null where the race is not all there is to say: a place left, a key used before, a claim this viewer does not know. */
export function tellLoser(ctx: Context, { claimId, slotId, keyed }: Loser): Promise<Told | null> {
  return transaction(ctx.database, ctx.viewer, async (tx) => {
    if (!(await isLost(tx, claimId, slotId, [ctx.viewer.subject, keyed]))) return null;
    const alternatives = await alternativesTo(tx, slotId, claimId, OFFERED);
    const audited = { operation: keyed.operation, outcome: "REFUSED", rule: SLOT_TAKEN.code } as const;
    await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] });
    return { errors: [SLOT_TAKEN], alternatives: alternatives.map(slotView) };
  });
}
