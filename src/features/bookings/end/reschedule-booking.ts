import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Booking } from "../../../../schema/rows.js";
import { SlotType } from "../../capacity/slots/slot.type.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { alternativesFor, bookingAnswer, replayBooking } from "../booking-answer.js";
import { BookingType } from "../booking.type.js";
import { moveBooking } from "./move-booking.js";

@InputType({ description: "Moves an appointment to another time." })
export class RescheduleBookingInput extends KeyedInput {
  @Field(() => ID, { description: "The confirmed booking to move." })
  bookingId!: string;
  @Field(() => ID, { description: "The slot to move it to." })
  slotId!: string;
  @Field(() => Int, { nullable: true, description: "Refuse if the booking has another version by now." })
  expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description: "Health team only: why a refusal that the rules leave room for is set aside. Audited.",
  })
  overrideReason?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The new booking, or every reason why not; then the old one stands." })
export class RescheduleBookingPayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The new confirmed booking; the old one is MOVED. Null when it was refused." })
  booking!: BookingType | null;
  @Field(() => Boolean, {
    description:
      "The guarantee lapsed: a first appointment moved beyond the latest date counts as the member's wish for a later date (BOK-RESCHEDULE).",
  })
  guaranteeLapsed!: boolean;
  @Field(() => Boolean, { description: "The old time was given up after the clinic's limit for free cancellation." })
  late!: boolean;
  @Field(() => [SlotType], { description: "After a lost race: the next best free times." })
  alternatives!: readonly SlotType[];
}

type Outcome = { readonly booking: Booking | null; readonly lapsed: boolean; readonly late: boolean };

@Resolver()
export class RescheduleBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => RescheduleBookingPayload, {
    description: "Gives up one time and takes another in one act: treatment, price and promise move with it, or nothing does.",
  })
  async rescheduleBooking(
    @Arg("input", () => RescheduleBookingInput) input: RescheduleBookingInput,
    @Ctx() ctx: Context,
  ): Promise<RescheduleBookingPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const slotId = idOf("Slot", input.slotId, ["input", "slotId"]);
    const keyed = { operation: "rescheduleBooking", key: input.idempotencyKey, input, keepHours: 72 };
    let alternatives: readonly SlotType[] = [];
    const outcome = await runMutation<Outcome>(ctx, {
      operation: "rescheduleBooking",
      rights: "WORKER",
      keyed,
      work: (tx) =>
        moveBooking(ctx, tx, {
          bookingId,
          slotId,
          keyed,
          expectedVersion: input.expectedVersion ?? null,
          overrideReason: input.overrideReason ?? null,
        }),
      replay: async (tx, stored) => ({
        booking: await replayBooking(tx, stored),
        lapsed: flag(stored, "lapsed"),
        late: flag(stored, "late"),
      }),
      refused: async (tx, errors) => {
        alternatives = await alternativesFor(tx, errors, slotId, { bookingId });
      },
    });
    const { booking = null, lapsed = false, late = false } = outcome.result ?? {};
    return { ...bookingAnswer({ ...outcome, result: booking }), guaranteeLapsed: lapsed, late, alternatives };
  }
}

function flag(stored: unknown, name: string): boolean {
  return typeof stored === "object" && stored !== null && Reflect.get(stored, name) === true;
}
