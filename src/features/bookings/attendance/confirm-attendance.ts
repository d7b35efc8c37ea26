import { Arg, Ctx, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { answered, AttendanceAnswerInput, AttendanceAnswerPayload } from "./attendance-answer.type.js";

@InputType({ description: "The member confirms that a treatment took place." })
export class ConfirmAttendanceInput extends AttendanceAnswerInput {}

@visibleTo("MEMBER")
@ObjectType({ description: "The booking with the member's answer, or every reason why not." })
export class ConfirmAttendancePayload extends AttendanceAnswerPayload {}

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
    return answered(ctx, "confirmAttendance", input);
  }
}
