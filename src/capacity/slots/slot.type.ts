import { Field, ID, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { DateTime } from "../../gateway/api/scalars.js";
import { globalId, Node } from "../../gateway/api/node.js";
import type { SlotSeen } from "./slot.js";

export type { SlotSeen } from "./slot.js";

@visibleTo("PUBLIC")
@ObjectType("Slot", { description: "One opening in a clinic's calendar.", implements: Node, simpleResolvers: true })
export class SlotType extends Node {
  @Field(() => ID, { description: "The clinic." })
  clinicId!: string;
  @Field(() => ID, { description: "The practitioner." })
  practitionerId!: string;
  @Field(() => DateTime, { description: "Start." })
  startsAt!: Date | string;
  @Field(() => DateTime, { description: "End; not included." })
  endsAt!: Date | string;
  @Field(() => String, { description: "IN_PERSON, ONLINE or PHONE." })
  channel!: string;
  @Field(() => String, { description: "ADULT, CHILD or BOTH: whom it is for." })
  audience!: string;
  @Field(() => [String], { description: "Languages spoken, ISO 639-1, e.g. da." })
  languages!: readonly string[];
  @Field(() => String, {
    description: "PRIVATE, or PUBLIC for patients of the public agreement; a promise with a deadline uses private ones only.",
  })
  funding!: string;
  @Field(() => Int, { description: "Units in all; more than one is group training." })
  capacity!: number;
  @Field(() => Int, { description: "Units nobody has booked or holds right now." })
  freeUnits!: number;
  @Field(() => [String], { description: "Service codes the opening can be used for." })
  services!: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: "Hours before the start until which a cancellation is free; null means the clinic's setting.",
  })
  cancellationHours!: number | null;
  @Field(() => String, { description: "OPEN, or WITHDRAWN by its clinic." })
  state!: string;
  @Field(() => Boolean, { description: "On-call crisis counselling by telephone." })
  onCall!: boolean;
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The clinic's own key for it; null for other clinics." })
  externalId!: string | null;
}

export function slotView(slot: SlotSeen): SlotType {
  return {
    ...slot,
    id: globalId("Slot", slot.id),
    clinicId: globalId("Clinic", slot.clinicId),
    practitionerId: globalId("Practitioner", slot.practitionerId),
  };
}
