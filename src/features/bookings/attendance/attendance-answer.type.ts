/** A member's answer to an attended treatment, yes or no: asked for and answered alike. */
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { ActPayload } from "../../../vocabulary/act.type.js";
import { bookingAnswer, replayBooking, type BookingAnswer } from "../booking-answer.js";
import { BookingType } from "../booking.type.js";
import { answerAttendance } from "./answer-attendance.js";

@InputType()
export abstract class AttendanceAnswerInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 30 days." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The attended booking." })
  bookingId!: string;
}

@ObjectType()
export abstract class AttendanceAnswerPayload extends ActPayload {
  @Field(() => BookingType, { nullable: true, description: "The booking; null when it was refused." })
  booking!: BookingType | null;
}

/** By the name of the operation, whether it says that the treatment took place. */
const SAYS = { confirmAttendance: true, disputeAttendance: false } as const;

export async function answered(ctx: Context, operation: keyof typeof SAYS, input: AttendanceAnswerInput): Promise<BookingAnswer> {
  const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
  const keyed = { operation, key: input.idempotencyKey, input, keepHours: 720 };
  const work = (tx: Parameters<typeof replayBooking>[0]) => answerAttendance(ctx, tx, { bookingId, confirmed: SAYS[operation], keyed });
  return bookingAnswer(await runMutation(ctx, { operation, rights: "WORKER", keyed, work, replay: replayBooking }));
}
