import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";
import { DateTime, JSONObject, UUID } from "../../gateway/api/scalars.js";
import { cloudEvent, eventTypeOf, type Audience } from "./cloud-event.js";
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
  @Field(() => DateTime, { description: "When it happened." })
  at!: Date;
  @Field(() => JSONObject, {
    description: "The whole event as CloudEvents 1.0 in JSON, as a webhook sends it; the AsyncAPI document describes its data.",
  })
  cloudEvent!: Readonly<Record<string, unknown>>;
  /** Not a field: what `subject` is fetched from. */
  about!: { readonly type: string; readonly uuid: string };
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("Booking", {
    nullable: true,
    mayBeHidden: true,
    description: "The appointment as it is now, not as it was then; null for an event about none.",
  })
  booking!: Ref | null;
  @relation("Clinic", { nullable: true, description: "The clinic it happened at; null for an event about none." })
  clinic!: Ref | null;
  @relation("Organisation", { nullable: true, description: "The company it happened at; null for an event about none." })
  organisation!: Ref | null;
  @relation("Slot", { nullable: true, mayBeHidden: true, description: "The opening as it is now; null for an event about none." })
  slot!: Ref | null;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("AgreedRate", { nullable: true, mayBeHidden: true, description: "The rate as it is now; null for an event about none." })
  rate!: Ref | null;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("SettlementPayment", {
    nullable: true,
    mayBeHidden: true,
    description: "The payment as it is now; null for an event about none.",
  })
  payment!: Ref | null;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("SettlementLine", {
    nullable: true,
    mayBeHidden: true,
    description: "The line of the settlement as it is now; null for an event about none.",
  })
  line!: Ref | null;
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
    about: { type: eventTypeOf(row.topic).about, uuid: row.subject_id },
    at: row.at,
    cloudEvent: told,
    booking: refOrNull("Booking", idIn("bookingId")),
    clinic: refOrNull("Clinic", idIn("clinicId")),
    organisation: refOrNull("Organisation", idIn("providerId")),
    slot: refOrNull("Slot", idIn("slotId")),
    rate: refOrNull("AgreedRate", idIn("rateId")),
    payment: refOrNull("SettlementPayment", idIn("paymentId")),
    line: refOrNull("SettlementLine", idIn("lineId")),
    claim: audience === "CLINIC" ? null : refOrNull("Claim", idIn("claimId")),
  };
}
