import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import { asAnswered } from "../../gateway/execution/as-answered.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import { DateTime, LanguageTag, PhoneNumber } from "../../gateway/api/scalars.js";
import type { OrganisationRow, PractitionerRow } from "./search/directory.store.js";
import type { ProviderKindCode } from "./kinds/index.js";
import { AccessibilityEnum, ProfessionEnum, ProviderKindEnum } from "./network-enums.type.js";
import { GenderEnum } from "../members/member-enums.type.js";
import { Address } from "./address.type.js";

@asAnswered()
@visibleTo("PUBLIC")
@ObjectType("Clinic", { description: "A place of treatment of the network.", implements: Node, simpleResolvers: true })
export class ClinicType extends Node {
  @Field(() => String, { description: "Name on the door." })
  name!: string;
  @Field(() => ProviderKindEnum, { description: "Kind of the provider that runs it." })
  kind!: ProviderKindCode;
  @Field(() => Address, { description: "Where it is." })
  address!: Address;
  @Field(() => PhoneNumber, { nullable: true, description: "Telephone; null where none is known." })
  phone!: string | null;
  @Field(() => String, { nullable: true, description: "How to get in: entrance, floor, bell; null where nobody said." })
  wayIn!: string | null;
  @Field(() => [AccessibilityEnum], { description: "How easily it is reached and used." })
  accessibility!: readonly string[];
  @Field(() => [LanguageTag], { description: "Languages spoken by anyone there." })
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

/** As the card has it, in one row of columns. */
type WrittenCard = Omit<ClinicCard, "address"> & {
  readonly address: string;
  readonly postalCode: string;
  readonly town: string;
  readonly regionCode: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly precision: string;
};

export function readCard(card: string): ClinicCard {
  const { address: line, postalCode, town, regionCode: region, lat, lon, precision, ...clinic }: WrittenCard = JSON.parse(card);
  return { ...clinic, address: { line, postalCode, town, region, location: { latitude: lat, longitude: lon }, precision } };
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
    description: "True if it has a provider number with the region today, so that the region pays a share (PRV-YDERNUMMER).",
  })
  hasPublicAgreement!: boolean;
  @Field(() => String, {
    nullable: true,
    description: "Its address as it stands on its invoices; null: that of its first clinic stands there.",
  })
  address!: string | null;
  @relation("Organisation", { nullable: true, description: "The company that took over its clinics; null where none did." })
  successor!: Ref | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

@visibleTo("PUBLIC")
@ObjectType("Practitioner", { description: "Somebody who treats members at one or more clinics.", implements: Node, simpleResolvers: true })
export class PractitionerType extends Node {
  @Field(() => String, { description: "Full name." })
  name!: string;
  @Field(() => ProfessionEnum, { description: "What they are by training." })
  profession!: string;
  @Field(() => GenderEnum, { description: "As in the public register; some members ask for one." })
  gender!: string;
  @Field(() => [LanguageTag], { description: "Languages spoken." })
  languages!: readonly string[];
  @Field(() => Boolean, { description: "True if this practitioner treats children." })
  treatsChildren!: boolean;
  @relation("Practitioner", {
    nullable: true,
    description: "The record that is kept, where this one turned out to be of the same person; null where it is the person's record.",
  })
  mergedInto!: Ref | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
}

export function practitionerView({ id, mergedInto, ...row }: PractitionerRow): PractitionerType {
  return { ...row, id: globalId("Practitioner", id), mergedInto: refOrNull("Practitioner", mergedInto) };
}

export function organisationView({ id, successorId, ...row }: OrganisationRow): OrganisationType {
  return { ...row, id: globalId("Organisation", id), successor: refOrNull("Organisation", successorId) };
}

export const ClinicConnection: ClassType<Connection<ClinicType>> = connectionOf("Clinic", () => ClinicType);
