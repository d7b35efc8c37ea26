import { Field, InputType, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime, LanguageTag, LocalDate, LocalEndTime, LocalTime } from "../../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { ScheduleRemark } from "./expand-schedules.js";
import type { Opening, ScheduleException, ScheduleRule } from "./schedule.js";
import type { SavedSchedule } from "./schedule.store.js";
import { ChannelEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { AudienceEnum, FundingEnum } from "../slot-enums.type.js";
import type { Channel } from "../../../rules/codes.js";
import type { Audience, Funding } from "../slots/slot-line.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("Opening", { description: "Hours of a day and what the slots in them are for." })
@InputType("OpeningInput", { description: "Hours of a day and what the slots in them are for." })
export class OpeningType {
  @Field(() => LocalTime, { description: "When it opens." })
  startTime!: string;
  @Field(() => LocalEndTime, { description: "When it closes." })
  endTime!: string;
  @Field(() => Int, { description: "Length of a slot, 5 to 1440 minutes." })
  slotMinutes!: number;
  @Field(() => Int, { nullable: true, description: "Minutes between two slots; null (left out) for none." })
  pauseMinutes?: number | null;
  @Field(() => [ServiceCodeEnum], { description: "Treatments the slots can be used for." })
  services!: readonly string[];
  @Field(() => ChannelEnum, { nullable: true, description: "How to meet; null (left out) for in person." })
  channel?: Channel | null;
  @Field(() => AudienceEnum, { nullable: true, description: "Whom the slots are for; null (left out) for everybody." })
  audience?: Audience | null;
  @Field(() => [LanguageTag], { nullable: true, description: "Languages spoken; null (left out) for Danish." })
  languages?: readonly string[] | null;
  @Field(() => FundingEnum, { nullable: true, description: "Which patients they are kept for; null (left out) for private ones." })
  funding?: Funding | null;
  @Field(() => Int, { nullable: true, description: "Units of each slot, 1 (null, left out) to 500." })
  capacity?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Hours before the start until which a cancellation is free; null (left out) for the clinic's own setting.",
  })
  cancellationHours?: number | null;
  @Field(() => Boolean, { nullable: true, description: "On call for crisis counselling by telephone; null (left out) for no." })
  onCall?: boolean | null;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("ScheduleRule", { description: "Hours that come again." })
@InputType("ScheduleRuleInput", { description: "Hours that come again." })
export class ScheduleRuleType {
  @Field(() => String, { description: "Recurrence after RFC 5545, e.g. FREQ=WEEKLY;BYDAY=MO,WE; counts from validFrom, in local days." })
  rrule!: string;
  @Field(() => OpeningType, { description: "The hours." })
  opening!: OpeningType;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("ScheduleException", { description: "A day on which nothing but this holds, public holiday or not." })
@InputType("ScheduleExceptionInput", { description: "A day on which nothing but this holds, public holiday or not." })
export class ScheduleExceptionType {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;
  @Field(() => [OpeningType], { description: "The hours of that day; none means closed." })
  openings!: OpeningType[];
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("Schedule", {
  description: "Weekly hours of one practitioner at one clinic, from which slots are made eight weeks ahead.",
  implements: Node,
})
export class ScheduleType extends Node {
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @relation("Practitioner", { description: "The practitioner." })
  practitioner!: Ref;
  @Field(() => LocalDate, { description: "First day it holds." })
  validFrom!: string;
  @Field(() => LocalDate, { nullable: true, description: "First day it no longer holds; null until further notice." })
  validUntil!: string | null;
  @Field(() => Boolean, { description: "Whether public holidays are closed." })
  closedOnPublicHolidays!: boolean;
  @Field(() => [ScheduleRuleType], { description: "Hours that come again." })
  rules!: ScheduleRuleType[];
  @Field(() => [ScheduleExceptionType], { description: "Days of their own." })
  exceptions!: ScheduleExceptionType[];
  @Field(() => LocalDate, { nullable: true, description: "First day for which no slots are made yet; null while none are." })
  expandedUntil!: string | null;
  @Field(() => Int, { description: "Counts up with each change; send it back as expectedVersion." })
  version!: number;
  @Field(() => DateTime, { description: "When it was saved last." })
  savedAt!: Date;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("ScheduleRemark", {
  description: "Something the schedule wants that was not done, and why: a booked slot stays, an hour does not exist that night.",
})
export class ScheduleRemarkType {
  @Field(() => LocalDate, { description: "The day." })
  on!: string;
  @Field(() => LocalTime, { nullable: true, description: "The slot's start by the Danish clock; null where it is about the whole day." })
  startTime!: string | null;
  @Field(() => [UserError], { description: "The reasons." })
  errors!: readonly UserError[];
}

/** With everything that may be left out filled in: that is how it is stored, so that a later default changes no old schedule. */
export function openingOf(input: OpeningType): Opening {
  return {
    startTime: input.startTime,
    endTime: input.endTime,
    slotMinutes: input.slotMinutes,
    pauseMinutes: input.pauseMinutes ?? 0,
    services: input.services,
    channel: input.channel ?? "IN_PERSON",
    audience: input.audience ?? "BOTH",
    languages: input.languages ?? ["da"],
    funding: input.funding ?? "PRIVATE",
    capacity: input.capacity ?? 1,
    cancellationHours: input.cancellationHours ?? null,
    ...(input.onCall ? { onCall: true } : {}),
  };
}

export function scheduleView({ definition, ...saved }: SavedSchedule): ScheduleType {
  return {
    id: globalId("Schedule", saved.id),
    clinic: ref("Clinic", saved.clinicId),
    practitioner: ref("Practitioner", saved.practitionerId),
    validFrom: definition.validFrom,
    validUntil: definition.validUntil,
    closedOnPublicHolidays: definition.closedOnPublicHolidays,
    rules: definition.rules.map(({ rrule, ...opening }: ScheduleRule) => ({ rrule, opening })),
    exceptions: definition.exceptions.map((e: ScheduleException) => ({ on: e.on, openings: e.closed ? [] : [...e.openings] })),
    expandedUntil: saved.expandedUntil,
    version: saved.version,
    savedAt: saved.savedAt,
  };
}

export function remarkView({ on, startTime, refusals }: ScheduleRemark): ScheduleRemarkType {
  return { on, startTime, errors: userErrors(refusals) };
}
