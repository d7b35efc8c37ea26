import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { SlotType } from "../../capacity/slots/slot.type.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { newId } from "../../../platform/random.js";
import { alternativesFor, bookingAnswer, replayBooking } from "../booking-answer.js";
import { loadBooking } from "../booking.store.js";
import { BookingType } from "../booking.type.js";
import { placeBooking } from "./place-booking.js";
import { inTurn } from "./slot-queue.js";
import { SLOT_TAKEN } from "../quote/slot-refusals.js";
import { answerLostBooking } from "./tell-loser.js";

@InputType({ description: "Books one slot for a claim." })
export class BookSlotInput extends KeyedInput {
  @Field(() => ID, { description: "The approved claim the treatment belongs to." })
  claimId!: string;
  @Field(() => ID, { description: "The slot to take a unit of." })
  slotId!: string;
  @Field(() => String, {
    nullable: true,
    description: "Health team only: why a refusal that the rules leave room for is set aside. Audited.",
  })
  overrideReason?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The booking, or every reason why not and what is free instead." })
export class BookSlotPayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The confirmed booking; null when it was refused." })
  booking!: BookingType | null;
  @Field(() => [SlotType], { description: "After a lost race: the next best free times." })
  alternatives!: readonly SlotType[];
}

@Resolver()
export class BookSlot {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => BookSlotPayload, {
    description: "Takes one unit of a slot for a claim, if cover, limits, consent, referral and deadline allow it. All or nothing.",
  })
  async bookSlot(@Arg("input", () => BookSlotInput) input: BookSlotInput, @Ctx() ctx: Context): Promise<BookSlotPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const slotId = idOf("Slot", input.slotId, ["input", "slotId"]);
    const bookingId = newId();
    const keyed = { operation: "bookSlot", key: input.idempotencyKey, input, keepHours: 72, outcome: { bookingId } };
    const loser = { claimId, slotId, keyed };
    return inTurn(ctx.database, slotId, async (queue) => {
      const told = queue.taken ? await answerLostBooking(ctx, queue, loser) : null;
      if (told) return { ...bookingAnswer({ result: null, errors: told.errors, replayed: false }), alternatives: told.alternatives };
      let alternatives: readonly SlotType[] = [];
      const outcome = await runMutation(ctx, {
        operation: "bookSlot",
        keyed,
        load: loadBooking(claimId, slotId),
        work: (tx, loaded) => placeBooking(ctx, tx, loaded, { keyed, overrideReason: input.overrideReason ?? null, bookingId }),
        replay: replayBooking,
        refused: async (tx, errors) => {
          alternatives = await alternativesFor(tx, errors, slotId, { claimId });
        },
      });
      queue.taken ||= outcome.errors.some(({ code }) => code === SLOT_TAKEN.code);
      return { ...bookingAnswer(outcome), alternatives };
    });
  }
}
