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

@InputType({ description: "The member says that a treatment did not take place." })
export class DisputeAttendanceInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 30 days." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The attended booking." })
  bookingId!: string;
}

@visibleTo("MEMBER")
@ObjectType({ description: "The booking with the member's answer, or every reason why not." })
export class DisputeAttendancePayload {
  @Field(() => BookingType, { nullable: true, description: "The booking." })
  booking!: BookingType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

@Resolver()
export class DisputeAttendance {
  @visibleTo("MEMBER")
  @Mutation(() => DisputeAttendancePayload, {
    description: "Disputes an attended treatment within the dispute window: it is not paid until finance has looked.",
  })
  async disputeAttendance(
    @Arg("input", () => DisputeAttendanceInput) input: DisputeAttendanceInput,
    @Ctx() ctx: Context,
  ): Promise<DisputeAttendancePayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const keyed = { operation: "disputeAttendance", key: input.idempotencyKey, input, keepHours: 720 };
    const work = (tx: Parameters<typeof replayBooking>[0]) => answerAttendance(ctx, tx, { bookingId, confirmed: false, keyed });
    return bookingAnswer(await act(ctx, { operation: "disputeAttendance", rights: "WORKER", keyed, work, replay: replayBooking }));
  }
}
