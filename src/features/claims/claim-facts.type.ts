import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { DateTime, LanguageTag, LocalDate, NonNegativeInt, PostalCode } from "../../gateway/api/scalars.js";
import {
  ChannelEnum,
  ConditionCodeEnum,
  CrisisEventEnum,
  CrisisRelationEnum,
  ReferralTypeEnum,
  SectorEnum,
} from "../../vocabulary/rules.type.js";
import { GenderEnum } from "../members/member-enums.type.js";
import { TimeOfDayEnum } from "../bookings/booking-enums.type.js";
import { InformationNeedEnum } from "./claim-enums.type.js";
import type { ClaimExceptions, ClaimWishes } from "./case-file/claim-record.js";
import type { CrisisEvent, CrisisRelation, ReferralType as ReferralKind, Sector } from "../../rules/codes.js";
import type { InformationNeed } from "./information/needs.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Condition", { description: "A complaint as the claim has it." })
export class ConditionType {
  @Field(() => ConditionCodeEnum, { description: "What it is." })
  code!: string;
  @Field(() => LocalDate, { description: "First symptoms, or the event." })
  aroseOn!: string;
  @Field(() => LocalDate, { nullable: true, description: "When it was diagnosed; null where that is not known." })
  diagnosedOn!: string | null;
  @Field(() => Boolean, {
    description: "Judged chronic by the insurer's doctors, by name (GEN-CHRONIC-DEF); a listed one is chronic without it.",
  })
  chronic!: boolean;
}

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("Portion", {
  description: "Treatments the health team allocates at a time (COV-PORTION); reserved appointments count as used.",
})
export class PortionType {
  @Field(() => NonNegativeInt, { description: "Allocated so far." })
  authorised!: number;
  @Field(() => NonNegativeInt, { description: "Taken or booked." })
  used!: number;
  @Field(() => Int, { description: "Left." })
  remaining!: number;
}

@visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
@ObjectType("ClaimInformation", { description: "Information a claim needs, such as a referral. The clock waits for it (GUA-CLOCK-INFO)." })
export class InformationType {
  @Field(() => Boolean, { description: "True when more was needed than the report." })
  required!: boolean;
  @Field(() => [InformationNeedEnum], { description: "What is still needed; empty when nothing is, or it was found sufficient." })
  needs!: readonly InformationNeed[];
  @Field(() => DateTime, { nullable: true, description: "When the last of it was received; null while something is missing." })
  receivedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it was found sufficient; null while it was not." })
  approvedAt!: Date | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Referral", { description: "A doctor's referral or recommendation: its kind and date. The document itself stays elsewhere." })
export class ReferralType {
  @Field(() => ReferralTypeEnum, { nullable: true, description: "What the doctor wrote; null while there is none." })
  type!: ReferralKind | null;
  @Field(() => LocalDate, { nullable: true, description: "Day of issue; null where there is none." })
  issuedOn!: string | null;
  @Field(() => Boolean, { description: "True when the health team asks for one (REF-GENERAL)." })
  requested!: boolean;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("DeclinedOffer", { description: "An appointment that was offered and rejected (GUA-EXC-DECLINED)." })
export class DeclinedOfferType {
  @Field(() => LocalDate, { description: "Day of the offered appointment." })
  appointmentOn!: string;
  @Field(() => SectorEnum, { description: "Who offered it." })
  sector!: Sector;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("GuaranteeExceptions", {
  description: "Recorded facts that end or move the guarantee (insurance conditions 2025, sections 5.6, 6.4).",
})
export class GuaranteeExceptionsType {
  @Field(() => Boolean, { description: "Needs help sooner than planned treatment can give (CLM-EMERGENCY)." })
  emergency!: boolean;
  @Field(() => Boolean, { description: "Starting within the period is not medically appropriate (GUA-EXC-MEDICAL)." })
  notMedicallyAppropriate!: boolean;
  @Field(() => Boolean, { description: "Postponed for medical reasons (GUA-EXC-POSTPONED)." })
  medicallyPostponed!: boolean;
  @Field(() => Boolean, { description: "Highly specialised; belongs to the public system (GUA-EXC-SPECIALISED)." })
  highlySpecialised!: boolean;
  @Field(() => [DeclinedOfferType], { description: "Offers the member rejected." })
  declinedOffers!: readonly DeclinedOfferType[];
  @Field(() => LocalDate, { nullable: true, description: "Earliest day the member wishes (GUA-EXC-LATER); null where none is wished." })
  wishedNotBefore!: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Earliest appointment in the public system (GUA-EXC-PUBLIC); null where none was offered.",
  })
  publicOfferOn!: string | null;
  @Field(() => NonNegativeInt, { description: "Working days added for a major conflict or an unforeseeable event (GUA-EXC-EXTENSION)." })
  extensionWorkingDays!: number;
  @Field(() => NonNegativeInt, { description: "Appointments the provider has cancelled so far; changes nothing (GUA-PROVIDER-CANCEL)." })
  providerCancellations!: number;
}

export function exceptionsView(stored: ClaimExceptions): GuaranteeExceptionsType {
  return {
    emergency: stored.emergency ?? false,
    notMedicallyAppropriate: stored.notMedicallyAppropriate ?? false,
    medicallyPostponed: stored.medicallyPostponed ?? false,
    highlySpecialised: stored.highlySpecialised ?? false,
    declinedOffers: (stored.declinedOffers ?? []).map(({ appointmentOn, sector = "PRIVATE" }) => ({ appointmentOn, sector })),
    wishedNotBefore: stored.wishedNotBefore ?? null,
    publicOfferOn: stored.publicOfferOn ?? null,
    extensionWorkingDays: stored.extensionWorkingDays ?? 0,
    providerCancellations: stored.providerCancellations ?? 0,
  };
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Crisis", { description: "The event behind crisis counselling (COV-CRISIS-EVENTS)." })
export class CrisisType {
  @Field(() => CrisisEventEnum, { description: "What happened." })
  event!: CrisisEvent;
  @Field(() => DateTime, { description: "When it happened." })
  occurredAt!: Date | string;
  @Field(() => DateTime, { description: "When it was reported; after 48 hours ordinary psychological treatment applies (COV-CRISIS-48H)." })
  reportedAt!: Date | string;
  @Field(() => Boolean, { description: "Reported to the police (COV-CRISIS-POLICE)." })
  policeReported!: boolean;
  @Field(() => CrisisRelationEnum, {
    nullable: true,
    description: "How the person concerned is related to the member (COV-CRISIS-FAMILY); null where it is the member.",
  })
  relation!: CrisisRelation | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ClaimWishes", { description: "What the member asked for." })
export class WishesType {
  @Field(() => LanguageTag, { nullable: true, description: "Language of the treatment; null where nothing is wished." })
  language?: string | null;
  @Field(() => GenderEnum, { nullable: true, description: "Gender of the practitioner; null where nothing is wished." })
  gender?: string | null;
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet; null where nothing is wished." })
  channel?: string | null;
  @Field(() => TimeOfDayEnum, { nullable: true, description: "Part of the day; null where nothing is wished." })
  timeOfDay?: string | null;
  @Field(() => PostalCode, { nullable: true, description: "Postal code to search from instead of home; null for home." })
  postalCode?: string | null;
}

/** The wishes as the claim keeps them. */
export function wishesView({ postnr, ...wishes }: ClaimWishes): WishesType {
  return { ...wishes, postalCode: postnr ?? null };
}
