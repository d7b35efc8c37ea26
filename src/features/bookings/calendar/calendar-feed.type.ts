import { Field, ID, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { UserError } from "../../../vocabulary/user-error.type.js";
import { CalendarFeedKindEnum } from "../booking-enums.type.js";
import type { CalendarFeedKind } from "../booking-words.js";
import type { CalendarFeedKnown } from "./calendar-feed.store.js";

@visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("CalendarFeed", {
  description: "A private calendar of appointments under a secret address: times and places, and nothing else of them.",
  simpleResolvers: true,
})
export class CalendarFeedType {
  @Field(() => ID, { description: "For rotateCalendarFeed and revokeCalendarFeed." })
  id!: string;
  @Field(() => CalendarFeedKindEnum, { description: "Whose appointments." })
  kind!: CalendarFeedKind;
  @relation("Clinic", { nullable: true, description: "The clinic; null for a member's." })
  clinic!: Ref | null;
  @relation("Practitioner", { nullable: true, description: "The practitioner; null where it is everybody's of the clinic, or a member's." })
  practitioner!: Ref | null;
  @Field(() => DateTime, { description: "When it was made." })
  createdAt!: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: "When it was last read by anybody who has its address; null before the first time.",
  })
  lastReadAt!: Date | null;
}

@visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "A private calendar and its address, or every reason why not." })
export class CalendarFeedPayload {
  @Field(() => CalendarFeedType, { nullable: true, description: "The calendar as it stands now; null when it was refused or revoked." })
  feed!: CalendarFeedType | null;
  @Field(() => String, {
    nullable: true,
    description:
      "Its secret path under this gateway's address, to be given to a calendar program as a subscription. Told this once and kept nowhere: a repeated request does not tell it again, rotateCalendarFeed makes a new one. Null when it was refused.",
  })
  path!: string | null;
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

export function feedView(row: CalendarFeedKnown): CalendarFeedType {
  return {
    id: globalId("CalendarFeed", row.id),
    kind: row.kind,
    clinic: refOrNull("Clinic", row.clinicId),
    practitioner: refOrNull("Practitioner", row.practitionerId),
    createdAt: row.createdAt,
    lastReadAt: row.lastReadAt,
  };
}
