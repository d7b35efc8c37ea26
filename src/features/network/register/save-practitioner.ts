import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { LanguageTag, LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { GenderEnum } from "../../members/member-enums.type.js";
import { ProfessionEnum } from "../network-enums.type.js";
import { rowOf, savePart } from "./save-part.js";

@InputType({
  description:
    "Somebody who treats: a new one, or with `id` what changes of one. Authorisation and RAB approval are dated facts: they wait for a second person.",
})
export class SavePractitionerInput extends LongKeyedInput {
  @Field(() => ID, { nullable: true, description: "The practitioner to change; left out, a new one." })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: "Their key in the register they come from, 1 to 64 characters." })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: "Given names; a new one needs them." })
  givenNames?: string | null;
  @Field(() => String, { nullable: true, description: "Family name; a new one needs it." })
  familyName?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: "As in the public register; a new one needs it." })
  gender?: string | null;
  @Field(() => String, { nullable: true, description: "Id of the authorisation by the health authority; a new one needs it." })
  authorisationId?: string | null;
  @Field(() => ProfessionEnum, { nullable: true, description: "What they are by training; a new one needs it." })
  profession?: string | null;
  @Field(() => [LanguageTag], { nullable: true, description: "Languages spoken; all of them." })
  languages?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "True if this practitioner treats children." })
  treatsChildren?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: "Where their online treatments take place, an https address; the clinic's where there is none.",
  })
  videoUrl?: string | null;
  @Field(() => [ID], { nullable: true, description: "All clinics where they work." })
  clinicIds?: string[] | null;
  @Field(() => LocalDate, { nullable: true, description: "First day of the authorisation (PRV-AUTHORISED)." })
  authorisedFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; none while open." })
  authorisedUntil?: string | null;
  @Field(() => String, { nullable: true, description: "Where it is known from, e.g. the register and the day it was asked." })
  authorisationSource?: string | null;
  @Field(() => String, { nullable: true, description: "Number of the RAB approval." })
  rabNumber?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day of the RAB approval (PRV-A-QUALIFICATION)." })
  rabFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; none while open." })
  rabUntil?: string | null;
  @Field(() => String, { nullable: true, description: "Where it is known from." })
  rabSource?: string | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "The practitioner, and what of them waits for a second person; or every reason why not." })
export class SavePractitionerPayload extends ActPayload {
  @relation("Practitioner", { nullable: true, description: "The practitioner as they now stand; null when it was refused." })
  practitioner!: Ref | null;
  @relation("Proposal", { nullable: true, description: "The dated facts that wait for a second person; null where there are none." })
  proposal!: Ref | null;
}

@Resolver()
export class SavePractitioner {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => SavePractitionerPayload, { description: "Registers a practitioner, or changes one." })
  async savePractitioner(
    @Arg("input", () => SavePractitionerInput) input: SavePractitionerInput,
    @Ctx() ctx: Context,
  ): Promise<SavePractitionerPayload> {
    const { clinicIds, ...rest } = input;
    const clinics = clinicIds?.map((id) => idOf("Clinic", id, ["input", "clinicIds"]));
    const { result, errors, replayed } = await savePart(ctx, {
      part: "PRACTITIONER",
      operation: "savePractitioner",
      keyed: { operation: "savePractitioner", key: input.idempotencyKey, input, keepHours: 720 },
      id: input.id == null ? null : idOf("Practitioner", input.id, ["input", "id"]),
      expectedVersion: input.expectedVersion ?? null,
      row: { ...rowOf(rest), ...(clinics ? { clinics } : {}) },
    });
    return {
      practitioner: refOrNull("Practitioner", result?.id ?? null),
      proposal: refOrNull("Proposal", result?.proposalId ?? null),
      errors: userErrors(errors),
      replayed,
    };
  }
}
