import { Field, ID, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import { DateTime, JSONObject, UUID } from "../../gateway/api/scalars.js";
import { cloudEvent, type Audience } from "./cloud-event.js";
import { EventTypeEnum } from "./event-enums.type.js";
import type { EventRow } from "./event.store.js";

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "INTEGRATION")
@ObjectType("Event", {
  description: "A fact that others may act on. It names what it is about and says nothing of a person.",
  simpleResolvers: true,
})
export class EventView {
  @Field(() => UUID, { description: "Unique; the same in a webhook. Whoever has acted on it once needs not act again." })
  id!: string;
  @Field(() => EventTypeEnum, { description: "What happened." })
  type!: string;
  @Field(() => ID, { description: "Global id of what it happened to. Events of one subject come in the order in which they happened." })
  subject!: string;
  @Field(() => DateTime, { description: "When it happened." })
  at!: Date;
  @Field(() => JSONObject, {
    description: "The whole event as CloudEvents 1.0 in JSON, as a webhook sends it; the AsyncAPI document describes its data.",
  })
  cloudEvent!: Readonly<Record<string, unknown>>;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("Booking", {
    nullable: true,
    mayBeHidden: true,
    description: "The appointment as it is now, not as it was then; null for an event about none.",
  })
  booking!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic it happened at; null for an event about none." })
  clinic!: Ref | null;
  @visibleTo("INTEGRATION")
  @relation("Claim", { nullable: true, mayBeHidden: true, description: "The claim as it is now; null for an event about none." })
  claim!: Ref | null;
}

export function eventView(row: EventRow, audience: Audience, source: string): EventView {
  const idIn = (name: string): string | null => {
    const value = row.payload[name];
    return typeof value === "string" ? value : null;
  };
  const told = cloudEvent(row, audience, source);
  return {
    id: row.id,
    type: row.topic,
    subject: told.subject,
    at: row.at,
    cloudEvent: told,
    booking: refOrNull("Booking", idIn("bookingId")),
    clinic: refOrNull("Clinic", idIn("clinicId")),
    claim: audience === "CLINIC" ? null : refOrNull("Claim", idIn("claimId")),
  };
}
