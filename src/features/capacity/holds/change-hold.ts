/** What renewing and releasing a hold have in common: lock, look, refuse or write, and answer with the hold as it stands. */
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { write, type Change } from "../../../platform/postgres/write.js";
import { availabilityChanged } from "../slots/availability-event.js";
import type { HoldSeen } from "./hold.js";
import { holdById, lockHold } from "./hold.store.js";
import { HoldPayload, holdPayload } from "./hold.type.js";

const UNKNOWN_HOLD = refusal("NOT_FOUND", "There is no such hold.", { path: ["input", "holdId"], remedy: "Check the id." });

export type HoldChange = {
  readonly holdId: string;
  readonly keyed: IdempotencyKey;
  readonly refuse: (hold: HoldSeen) => readonly Refusal[];
  /** The writes and the hold after them; null when there is nothing left to do. */
  readonly change: (hold: HoldSeen) => { readonly changes: readonly Change[]; readonly after: HoldSeen } | null;
};

export async function changeHold(ctx: Context, { holdId, keyed, refuse, change }: HoldChange): Promise<HoldPayload> {
  const outcome = await runMutation<HoldSeen | null>(ctx, {
    operation: keyed.operation,
    keyed,
    work: async (tx) => {
      const hold = (await lockHold(tx, holdId)) ? await holdById(tx, holdId) : null;
      if (!hold) throw new Refused([UNKNOWN_HOLD]);
      const refusals = refuse(hold);
      if (refusals.length > 0) throw new Refused(refusals);
      const { changes, after } = change(hold) ?? { changes: [], after: hold };
      const audited = {
        operation: keyed.operation,
        memberId: hold.memberId,
        object: "Hold",
        objectId: hold.id,
        outcome: "ALLOWED",
      } as const;
      const rows = {
        audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
        outbox: changes.length > 0 ? [availabilityChanged(hold.clinicId, hold.providerId, hold.slotId)] : [],
      };
      await write(tx, rows, [...changes, outcomeOf(ctx.viewer.subject, keyed, { holdId })]);
      return after;
    },
    replay: (tx, stored) => holdById(tx, (stored as { holdId: string }).holdId),
  });
  return holdPayload(outcome);
}
