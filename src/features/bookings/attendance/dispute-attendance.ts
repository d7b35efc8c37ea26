import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { answered, AttendanceAnswerInput, AttendanceAnswerPayload } from "./attendance-answer.type.js";

@InputType({ description: "The member says that a treatment did not take place." })
export class DisputeAttendanceInput extends AttendanceAnswerInput {}

@visibleTo("MEMBER")
@ObjectType({ description: "The booking with the member's answer, or every reason why not." })
export class DisputeAttendancePayload extends AttendanceAnswerPayload {}

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
    return answered(ctx, "disputeAttendance", input);
  }
}
