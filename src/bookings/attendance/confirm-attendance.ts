import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { act } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { UUID } from "../../gateway/api/scalars.js";
import { UserError } from "../../vocabulary/user-error.type.js";
import { answerAttendance } from "./answer-attendance.js";
import { bookingAnswer, replayBooking } from "../booking-answer.js";
import { BookingType } from "../booking.type.js";

@InputType({ description: "The member confirms that a treatment took place." })
export class ConfirmAttendanceInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 30 days." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The attended booking." })
  bookingId!: string;
}

@visibleTo("MEMBER")
@ObjectType({ description: "The booking with the member's answer, or every reason why not." })
export class ConfirmAttendancePayload {
  @Field(() => BookingType, { nullable: true, description: "The booking." })
  booking!: BookingType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

@Resolver()
export class ConfirmAttendance {
  @visibleTo("MEMBER")
  @Mutation(() => ConfirmAttendancePayload, {
    description: "Confirms an attended treatment: the clinic is paid without waiting for the dispute window to end.",
  })
  async confirmAttendance(
    @Arg("input", () => ConfirmAttendanceInput) input: ConfirmAttendanceInput,
    @Ctx() ctx: Context,
  ): Promise<ConfirmAttendancePayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "confirmAttendance", key: input.idempotencyKey, input, keepHours: 720 };
    const work = (tx: Parameters<typeof replayBooking>[0]) => answerAttendance(ctx, tx, { bookingId, confirmed: true, keyed });
    return bookingAnswer(await act(ctx, { operation: "confirmAttendance", rights: "WORKER", keyed, work, replay: replayBooking }));
  }
}
