import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ClinicContactInput, clinicPayload, SaveClinicPayload } from "./save-clinic.js";
import { rowOf, savePart } from "./save-part.js";

@InputType({ description: "What a clinic changes of itself: how it is reached, and whom it treats." })
export class UpdateClinicInput extends ClinicContactInput {
  @Field(() => ID, { description: "The clinic; one of your own." })
  clinicId!: string;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
}

@Resolver()
export class UpdateClinic {
  @visibleTo("CLINIC_STAFF")
  @Mutation(() => SaveClinicPayload, {
    description: "Changes how one of your own clinics is reached and whom it treats. Everything else of it is the network manager's.",
  })
  async updateClinic(@Arg("input", () => UpdateClinicInput) input: UpdateClinicInput, @Ctx() ctx: Context): Promise<SaveClinicPayload> {
    const { clinicId, ...rest } = input;
    return clinicPayload(
      await savePart(ctx, {
        part: "CLINIC",
        operation: "updateClinic",
        keyed: { operation: "updateClinic", key: input.idempotencyKey, input, keepHours: 720 },
        id: idOf("Clinic", clinicId, ["input", "clinicId"]),
        expectedVersion: input.expectedVersion ?? null,
        row: rowOf(rest),
        isForeign: (row) => row["provider_id"] !== ctx.viewer.providerId,
      }),
    );
  }
}
