import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { ProviderKindEnum } from "../network-enums.type.js";
import { rowOf, savePart } from "./save-part.js";

@InputType({
  description:
    "A company of the network: a new one, or with `id` what changes of one. Agreement and provider number are dated facts: they wait for a second person.",
})
export class SaveOrganisationInput extends LongKeyedInput {
  @Field(() => ID, { nullable: true, description: "The company to change; left out, a new one." })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: "Its key in the register it comes from, 1 to 64 characters." })
  externalId?: string | null;
  @Field(() => String, { nullable: true, description: "Registered name; a new one needs it." })
  legalName?: string | null;
  @Field(() => String, { nullable: true, description: "CVR number, eight digits with a valid check digit; a new one needs it." })
  cvr?: string | null;
  @Field(() => ProviderKindEnum, { nullable: true, description: "What kind of provider it is; a new one needs it." })
  kind?: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Address as it stands on its invoices and self-billing documents, e.g. Testgade 1, 6200 Aabenraa; up to 200 characters. Without one that of its first clinic stands there.",
  })
  address?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day of its agreement with the insurer (PRV-NETWORK-DEF)." })
  agreementFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; none while open." })
  agreementUntil?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Where the agreement is known from, e.g. the contract's number; up to 300 characters.",
  })
  agreementSource?: string | null;
  @Field(() => String, { nullable: true, description: "Provider number that the region gave, 4 to 6 digits (PRV-YDERNUMMER)." })
  providerNumber?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day of the public agreement." })
  publicFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; none while open." })
  publicUntil?: string | null;
  @Field(() => String, { nullable: true, description: "Where the public agreement is known from, e.g. the register and the day." })
  publicSource?: string | null;
}

@visibleTo("NETWORK_MANAGER")
@ObjectType({ description: "The company, and what of it waits for a second person; or every reason why not." })
export class SaveOrganisationPayload extends ActPayload {
  @relation("Organisation", { nullable: true, description: "The company as it now stands; null when it was refused." })
  organisation!: Ref | null;
  @relation("Proposal", { nullable: true, description: "The dated facts that wait for a second person; null where there are none." })
  proposal!: Ref | null;
}

@Resolver()
export class SaveOrganisation {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => SaveOrganisationPayload, { description: "Registers a company, or changes one." })
  async saveOrganisation(
    @Arg("input", () => SaveOrganisationInput) input: SaveOrganisationInput,
    @Ctx() ctx: Context,
  ): Promise<SaveOrganisationPayload> {
    const { result, errors, replayed } = await savePart(ctx, {
      part: "ORGANISATION",
      operation: "saveOrganisation",
      keyed: { operation: "saveOrganisation", key: input.idempotencyKey, input, keepHours: 720 },
      id: input.id == null ? null : idOf("Organisation", input.id, ["input", "id"]),
      expectedVersion: input.expectedVersion ?? null,
      row: rowOf(input),
    });
    return {
      organisation: refOrNull("Organisation", result?.id ?? null),
      proposal: refOrNull("Proposal", result?.proposalId ?? null),
      errors: userErrors(errors),
      replayed,
    };
  }
}
