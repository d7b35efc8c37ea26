import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { EmailAddress, LanguageTag, Latitude, Longitude, PhoneNumber, PostalCode } from "../../../gateway/api/scalars.js";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Channel } from "../../../rules/codes.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { AccessibilityEnum } from "../network-enums.type.js";
import { rowOf, savePart, type SavedPart } from "./save-part.js";

/** What a clinic may change of itself. */
@InputType({ description: "How a clinic is reached and whom it treats. What is left out stays as it is; null takes it away." })
export abstract class ClinicContactInput extends LongKeyedInput {
  @Field(() => PhoneNumber, { nullable: true, description: "Telephone, with the country code." })
  phone?: string | null;
  @Field(() => EmailAddress, { nullable: true, description: "E-mail address." })
  email?: string | null;
  @Field(() => String, { nullable: true, description: "Where its online treatments take place, an https address." })
  videoUrl?: string | null;
  @Field(() => String, { nullable: true, description: "How to get in: entrance, floor, bell; up to 300 characters." })
  wayIn?: string | null;
  @Field(() => [AccessibilityEnum], { nullable: true, description: "How easily it is reached and used; all of it." })
  accessibility?: string[] | null;
  @Field(() => [LanguageTag], { nullable: true, description: "Languages spoken; all of them." })
  languages?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: "True if children are treated there." })
  treatsChildren?: boolean | null;
  @Field(() => Int, { nullable: true, description: "Hours before the start until which a cancellation is free, 0 to 168." })
  cancellationHours?: number | null;
}

@InputType({ description: "A treatment that a clinic offers, and how it can be met for it." })
export class OfferInput {
  @Field(() => ServiceCodeEnum, { description: "The treatment." })
  service!: string;
  @Field(() => [ChannelEnum], { description: "How to meet." })
  channels!: Channel[];
}

@InputType({ description: "A clinic: a new one of a company, or with `id` what changes of one." })
export class SaveClinicInput extends ClinicContactInput {
  @Field(() => ID, { nullable: true, description: "The clinic to change; left out, a new one." })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: "Version that was looked at; refused when it has changed since." })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: "Its key in the register it comes from, 1 to 64 characters." })
  externalId?: string | null;
  @Field(() => ID, { nullable: true, description: "The company that runs it; a new one needs it. Moving it is moveClinics." })
  organisationId?: string | null;
  @Field(() => String, { nullable: true, description: "Name on the door; a new one needs it." })
  name?: string | null;
  @Field(() => String, { nullable: true, description: "Production unit (P number), ten digits; a new one needs it." })
  pNumber?: string | null;
  @Field(() => String, { nullable: true, description: "Id in the health organisation register SOR." })
  sorId?: string | null;
  @Field(() => String, { nullable: true, description: "GLN location number, 13 digits." })
  gln?: string | null;
  @Field(() => String, { nullable: true, description: "Street and number; a new one needs it." })
  street?: string | null;
  @Field(() => PostalCode, {
    nullable: true,
    description:
      "Postal code; a new one needs it. Where no coordinates are given, the middle of its built-up area is the place, in inner Copenhagen that of its street: the data that may be shipped knows no addresses. `address.precision` says which.",
  })
  postalCode?: string | null;
  @Field(() => Latitude, {
    nullable: true,
    description:
      "Where it is exactly, with the longitude: it takes the place of what the postal code says, until street or postal code change.",
  })
  latitude?: number | null;
  @Field(() => Longitude, { nullable: true, description: "Where it is exactly; with the latitude." })
  longitude?: number | null;
  @Field(() => Boolean, { nullable: true, description: "True if openings of one practitioner may overlap, e.g. in supervised rooms." })
  allowsOverlap?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "True if it is closed on the banks' closing days." })
  closesOnBankDays?: boolean | null;
  @Field(() => String, { nullable: true, description: "The practice system it uses." })
  practiceSystem?: string | null;
  @Field(() => [OfferInput], { nullable: true, description: "All treatments it offers; those left out of the list are offered no more." })
  services?: OfferInput[] | null;
}

@visibleTo("NETWORK_MANAGER", "CLINIC_STAFF")
@ObjectType({ description: "The clinic, or every reason why not." })
export class SaveClinicPayload extends ActPayload {
  @relation("Clinic", { nullable: true, description: "The clinic as it now stands; null when it was refused." })
  clinic!: Ref | null;
}

export function clinicPayload({ result, errors, replayed }: MutationOutcome<SavedPart>): SaveClinicPayload {
  return { clinic: refOrNull("Clinic", result?.id ?? null), errors: userErrors(errors), replayed };
}

@Resolver()
export class SaveClinic {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => SaveClinicPayload, {
    description: "Registers a clinic, or changes one. It can be booked on the days of its company's agreement.",
  })
  async saveClinic(@Arg("input", () => SaveClinicInput) input: SaveClinicInput, @Ctx() ctx: Context): Promise<SaveClinicPayload> {
    const { organisationId, services, ...rest } = input;
    const row = {
      ...rowOf(rest),
      ...(organisationId == null ? {} : { organisation: idOf("Organisation", organisationId, ["input", "organisationId"]) }),
      ...(services == null ? {} : { services: services.map(({ service, channels }) => `${service}:${channels.join("+")}`) }),
    };
    return clinicPayload(
      await savePart(ctx, {
        part: "CLINIC",
        operation: "saveClinic",
        keyed: { operation: "saveClinic", key: input.idempotencyKey, input, keepHours: 720 },
        id: input.id == null ? null : idOf("Clinic", input.id, ["input", "id"]),
        expectedVersion: input.expectedVersion ?? null,
        row,
      }),
    );
  }
}
