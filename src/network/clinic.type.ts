import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { asAnswered } from "../gateway/execution/as-answered.js";
import { visibleTo } from "../gateway/api/guard.js";
import { globalId, Node } from "../gateway/api/node.js";
import { DateTime } from "../gateway/api/scalars.js";
import type { OrganisationRow, PractitionerRow } from "./search/directory-rows.js";
import { PROVIDER_KINDS, type ProviderKindCode } from "./kinds/index.js";

export const ProviderKindEnum = Object.fromEntries(PROVIDER_KINDS.map(({ code }) => [code, code]));
registerEnumType(ProviderKindEnum, {
  name: "ProviderKind",
  description: "What a provider of the network is.",
  valuesConfig: Object.fromEntries(PROVIDER_KINDS.map(({ code, description }) => [code, { description }])),
});

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Clinic", { description: "A place of treatment of the network.", implements: Node, simpleResolvers: true })
export class ClinicType extends Node {
  @Field(() => String, { description: "Name on the door." })
  name!: string;
  @Field(() => ProviderKindEnum, { description: "Kind of the provider that runs it." })
  kind!: ProviderKindCode;
  @Field(() => String, { description: "Street and number." })
  address!: string;
  @Field(() => String, { description: "Danish postal code, four digits." })
  postalCode!: string;
  @Field(() => String, { description: "Town of the postal code." })
  town!: string;
  @Field(() => String, { nullable: true, description: "Code of the region, e.g. 1084 for Region Hovedstaden." })
  regionCode!: string | null;
  @Field(() => Float, { description: "Latitude in degrees (WGS 84)." })
  lat!: number;
  @Field(() => Float, { description: "Longitude in degrees (WGS 84)." })
  lon!: number;
  @Field(() => String, { nullable: true, description: "Telephone." })
  phone!: string | null;
  @Field(() => [String], { description: "Languages spoken by anyone there, ISO 639-1." })
  languages!: readonly string[];
  @Field(() => Boolean, { description: "True if children are treated there." })
  treatsChildren!: boolean;
  @Field(() => Int, {
    nullable: true,
    description: "Hours before the start until which a cancellation is free; null means the product's setting (ABS-LATE-CANCEL).",
  })
  cancellationHours!: number | null;
  @Field(() => DateTime, {
    nullable: true,
    description: "When its calendar was last heard from: how fresh its openings are. Null before the first time.",
  })
  lastSyncedAt!: string | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

/** The clinic as the database writes it (clinic_card, migration 0003): ready to be answered, with the plain ids of its own. */
export type ClinicCard = ClinicType & { readonly clinicId: string; readonly providerId: string };

export function readCard(card: string): ClinicCard {
  const parsed: ClinicCard = JSON.parse(card);
  return parsed;
}

@visibleTo("PUBLIC")
@ObjectType("Organisation", {
  description: "The company that runs clinics of the network: the party of the agreement and the payee.",
  implements: Node,
  simpleResolvers: true,
})
export class OrganisationType extends Node {
  @Field(() => String, { description: "Registered name." })
  legalName!: string;
  @Field(() => String, { description: "CVR number." })
  cvr!: string;
  @Field(() => ProviderKindEnum, { description: "What kind of provider it is." })
  kind!: ProviderKindCode;
  @Field(() => Boolean, {
    description: "True if it has a provider number with the region, so that the region pays a share (PRV-YDERNUMMER).",
  })
  hasPublicAgreement!: boolean;
}

@visibleTo("PUBLIC")
@ObjectType("Practitioner", { description: "Somebody who treats members at one or more clinics.", implements: Node, simpleResolvers: true })
export class PractitionerType extends Node {
  @Field(() => String, { description: "Full name." })
  name!: string;
  @Field(() => String, { description: "Profession, e.g. PHYSIOTHERAPIST." })
  profession!: string;
  @Field(() => String, { description: "Female, male or other, as in the public register; some members ask for one." })
  gender!: string;
  @Field(() => [String], { description: "Languages spoken, ISO 639-1." })
  languages!: readonly string[];
  @Field(() => Boolean, { description: "True if this practitioner treats children." })
  treatsChildren!: boolean;
}

export function practitionerView(row: PractitionerRow): PractitionerType {
  return { ...row, id: globalId("Practitioner", row.id) };
}

export function organisationView(row: OrganisationRow): OrganisationType {
  return { ...row, id: globalId("Organisation", row.id) };
}
