import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { Refused, refusal, type Refusal } from "../../../kernel/refusal.js";
import type { NewRow } from "../../../../schema/columns-of.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { harmIn } from "../../bookings/book/ask-admission.js";
import { decideBooking } from "../../bookings/booking.js";
import type { BookingFile } from "../../bookings/booking.store.js";
import { availabilityChanged } from "../slots/availability-event.js";
import { expiryFrom, holdRefusals, type HoldFile, type HoldSeen } from "./hold.js";
import { expireOldHolds, holdById, lockForHold, readHoldFile, slotHeldUntil } from "./hold.store.js";
import { HoldPayload, holdPayload } from "./hold.type.js";

@InputType({ description: "Keeps one unit of an opening for a claim while the member decides." })
export class HoldSlotInput extends KeyedInput {
  @Field(() => ID, { description: "The approved claim the time is wanted for." })
  claimId!: string;
  @Field(() => ID, { description: "The opening." })
  slotId!: string;
}

const UNKNOWN_CLAIM = refusal("NOT_FOUND", "There is no such claim.", { path: ["input", "claimId"], remedy: "Check the id." });
const UNKNOWN_SLOT = refusal("NOT_FOUND", "There is no such time.", {
  path: ["input", "slotId"],
  remedy: "Search again; times come and go.",
});
/** Free again between our look at the lock and our look at the facts: without the lock it is not ours to take. */
const JUST_FREED = refusal("SLOT_TAKEN", "This time was taken a moment ago.", {
  path: ["input", "slotId"],
  remedy: "Try again, or choose another time.",
  retryable: true,
});

@Resolver()
export class HoldSlot {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => HoldPayload, {
    description:
      "Holds one unit of an opening that the claim may book for ten minutes. At most two per member, three per family, one per claim and service; booking the time uses the hold up.",
  })
  async holdSlot(@Arg("input", () => HoldSlotInput) input: HoldSlotInput, @Ctx() ctx: Context): Promise<HoldPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const slotId = idOf("Slot", input.slotId, ["input", "slotId"]);
    const keyed: IdempotencyKey = { operation: "holdSlot", key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<HoldSeen | null>(ctx, {
      operation: "holdSlot",
      keyed,
      work: async (tx) => {
        const locked = await lockForHold(tx, claimId, slotId);
        if (!locked.member) throw new Refused([UNKNOWN_CLAIM]);
        const file = await readHoldFile(tx, claimId, slotId);
        if (!file) throw new Refused([UNKNOWN_SLOT]);
        const refusals = [...bookingRefusals(ctx, file.booking), ...holdRefusals(file.hold)];
        if (refusals.length > 0) throw new Refused(refusals);
        if (!locked.slot) throw new Refused([JUST_FREED]);
        return saveHold(ctx, tx, keyed, file.hold);
      },
      replay: (tx, stored) => holdById(tx, (stored as { holdId: string }).holdId),
    });
    return holdPayload(outcome);
  }
}

/** What cannot be booked cannot be held, a unit that another promise needs least of all. */
function bookingRefusals(ctx: Context, { file, at }: BookingFile): readonly Refusal[] {
  const harm = harmIn(ctx, file.claim.id, at);
  return decideBooking(file, at, { role: ctx.viewer.role, overrideReason: null, harm }).refusals;
}

async function saveHold(ctx: Context, tx: Tx, keyed: IdempotencyKey, { claim, slot, now }: HoldFile): Promise<HoldSeen> {
  const id = newId();
  const expiresAt = expiryFrom(now);
  const row: NewRow<"hold"> = {
    id,
    slot_id: slot.id,
    member_id: claim.memberId,
    family_id: claim.familyId,
    claim_id: claim.id,
    service_code: claim.serviceCode,
    state: "PENDING",
    expires_at: expiresAt,
    renewals: 0,
    created_at: now,
    actor: ctx.viewer.subject,
  };
  await write(
    tx,
    {
      hold: [row],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: keyed.operation,
          memberId: claim.memberId,
          object: "Hold",
          objectId: id,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [availabilityChanged(slot.clinicId, slot.providerId, slot.id)],
    },
    [expireOldHolds(claim.id, claim.serviceCode), slotHeldUntil(slot.id, expiresAt), outcomeOf(ctx.viewer.subject, keyed, { holdId: id })],
  );
  const { clinicId, practitionerId, providerId } = slot;
  const { memberId, serviceCode } = claim;
  return {
    id,
    slotId: slot.id,
    clinicId,
    practitionerId,
    providerId,
    claimId: claim.id,
    memberId,
    serviceCode,
    state: "PENDING",
    expiresAt,
    renewals: 0,
    now,
  };
}
