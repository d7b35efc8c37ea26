import { Field, Int, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Booking } from "../../../schema/rows.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { globalId, Node } from "../../gateway/api/node.js";
import { DateTime, LocalDate, PositiveInt } from "../../gateway/api/scalars.js";
import { QuoteType, quoteView, type QuoteRecord } from "../rates/rate.type.js";
import { Money, money } from "../../gateway/api/money.js";
import type { Patient } from "./booking.reads.js";
import { BookingStateEnum } from "./booking-enums.type.js";
import { ServiceType, serviceView } from "../../vocabulary/service.type.js";
import { ChannelEnum, StandingEnum } from "../../vocabulary/rules.type.js";
import { ViewerRoleEnum } from "../../vocabulary/viewer.type.js";
import { ChoiceReasonType, choiceReasonView } from "./choice-reason.type.js";
import { readBecause } from "./book/because.js";
import { ref, refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

const PARTIES = ["MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM"] as const;

@visibleTo(...PARTIES)
@ObjectType("Patient", { description: "What a clinic may know of the person it treats: name and year of birth, no number and no address." })
export class PatientType {
  @Field(() => String, { description: "Name while the booking is current and 30 days after; initials later." })
  name!: string;
  @Field(() => Int, { description: "Year of birth." })
  birthYear!: number;
}

@visibleTo(...PARTIES, "FINANCE")
@ObjectType("Booking", {
  description: "One appointment of a member at a clinic, with the price and the promise as they stood when it was made.",
  implements: Node,
  simpleResolvers: true,
})
export class BookingType extends Node {
  @Field(() => String, { description: "Short reference for the telephone, e.g. B-1004." })
  reference!: string;
  @Field(() => BookingStateEnum, { description: "How it stands." })
  state!: Booking["state"];
  @relation("Slot", { description: "The slot it takes a unit of." })
  slot!: Ref;
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @relation("Organisation", { description: "The company that runs the clinic, and is paid." })
  organisation!: Ref;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Decision", {
    nullable: true,
    description: "The coverage decision it rests on; null once it is no longer kept.",
  })
  decision!: Ref | null;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @relation("AgreedRate", { description: "The rate that its price is made from." })
  rate!: Ref;
  @relation("Practitioner", { description: "Who treats." })
  practitioner!: Ref;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Member", { nullable: true, description: "The person to be treated; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Claim", {
    nullable: true,
    description: "The claim it belongs to; null for whoever may see the appointment only.",
  })
  claim!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => PositiveInt, { description: "1 for the first treatment of the claim." })
  sessionNumber!: number;
  @Field(() => DateTime, { description: "Start." })
  startsAt!: Date;
  @Field(() => DateTime, { description: "End; not included." })
  endsAt!: Date;
  @Field(() => ChannelEnum, { description: "How member and practitioner meet." })
  channel!: Booking["channel"];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => StandingEnum, {
    nullable: true,
    description: "How a first appointment stands against the promise; null where no guarantee runs.",
  })
  standing!: Booking["standing"];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => LocalDate, {
    nullable: true,
    description: "Last day on which the promise could have been kept; null for what was no first appointment, or under no promise.",
  })
  latestOn!: string | null;
  @visibleTo("MEMBER", "HEALTH_TEAM", "FINANCE")
  @Field(() => QuoteType, { description: "The price as frozen at booking." })
  quote!: QuoteType;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
  @Field(() => Money, { description: "What the insurer will pay the clinic once the treatment has taken place." })
  payable!: unknown;
  @Field(() => DateTime, { description: "Until this instant the member cancels free of charge (ABS-LATE-CANCEL)." })
  freeCancellationUntil!: Date;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => [ChoiceReasonType], { description: "Why this slot was chosen, when the gateway chose it." })
  chosenBecause!: readonly ChoiceReasonType[];
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => ViewerRoleEnum, { description: "As what it was booked: by the member, or by the health team on the member's behalf." })
  bookedByRole!: string;
  @Field(() => DateTime, { description: "When it was booked." })
  bookedAt!: Date;
  @visibleTo(...PARTIES)
  @Field(() => DateTime, {
    nullable: true,
    description:
      "When the clinic spoke with the member by telephone, as it said (GUA-CRISIS-3H); null before, and for other ways of meeting.",
  })
  contactedAt!: Date | null;
  @Field(() => DateTime, { nullable: true, description: "When it ended, was called off or moved; null while it is to come." })
  endedAt!: Date | null;
  @Field(() => Int, { description: "Version for expectedVersion." })
  version!: number;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Field(() => PatientType, {
    nullable: true,
    description: "The person to expect; null for everybody but the clinic, and once it need not know any more.",
  })
  patient!: PatientType | null;
  @visibleTo("MEMBER", "HEALTH_TEAM", "FINANCE")
  @Field(() => Boolean, {
    nullable: true,
    description: "What the member said about an attended treatment: true confirmed, false disputed, null nothing yet.",
  })
  confirmedByMember!: boolean | null;
  @relation("Booking", {
    nullable: true,
    description:
      "The booking this one was moved to; null where there is none, or where it is at another company's clinic and you are a clinic.",
    mayBeHidden: true,
  })
  movedTo!: Ref | null;
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Field(() => String, { nullable: true, description: "Why it ended; null where nobody said so." })
  endReason!: string | null;
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Field(() => Boolean, { description: "Somebody acted on the member's behalf: the health team, or the holder of custody." })
  onBehalfOfMember!: boolean;
}

export const BookingConnection: ClassType<Connection<BookingType>> = connectionOf("Booking", () => BookingType);

export function bookingView(booking: Booking, patient: Patient | null = null): BookingType {
  return {
    id: globalId("Booking", booking.id),
    reference: booking.reference,
    state: booking.state,
    slot: ref("Slot", booking.slotId),
    clinic: ref("Clinic", booking.clinicId),
    organisation: ref("Organisation", booking.providerId),
    decision: ref("Decision", booking.decisionId),
    rate: ref("AgreedRate", booking.rateId),
    practitioner: ref("Practitioner", booking.practitionerId),
    member: ref("Member", booking.memberId),
    claim: ref("Claim", booking.claimId),
    service: serviceView(booking.serviceCode),
    sessionNumber: booking.sessionNumber,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    channel: booking.channel,
    standing: booking.standing,
    latestOn: booking.latestOn,
    quote: quoteView(booking.quote as QuoteRecord, booking.serviceCode),
    payable: money(booking.insurerPaysMinor),
    freeCancellationUntil: booking.freeCancellationUntil,
    chosenBecause: booking.chosenBecause.flatMap((text) => readBecause(text) ?? []).map(choiceReasonView),
    bookedByRole: booking.actorRole,
    bookedAt: booking.bookedAt,
    contactedAt: booking.contactedAt,
    endedAt: booking.endedAt,
    version: booking.version,
    patient,
    confirmedByMember: booking.confirmedByMember,
    movedTo: refOrNull("Booking", booking.movedTo),
    endReason: booking.endReason,
    onBehalfOfMember: booking.onBehalfOf !== null,
  };
}
