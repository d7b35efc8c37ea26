import { Field, ID, Int, ObjectType } from "type-graphql";
import { visibleTo } from "../gateway/guard.js";
import { DateTime } from "../gateway/scalars.js";
import { globalId } from "../gateway/node.js";

@visibleTo("PUBLIC")
@ObjectType("Slot", { description: "One opening in a clinic's calendar.", simpleResolvers: true })
export class SlotType {
  @Field(() => ID, { description: "Global id." })
  id!: string;
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
  @Field(() => Int, { description: "Units nobody has booked or holds right now." })
  freeUnits!: number;
  @Field(() => [String], { description: "Service codes the opening can be used for." })
  services!: readonly string[];
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The clinic's own key for it." })
  externalId!: string | null;
}

export type SlotSeen = {
  readonly id: string;
  readonly clinicId: string;
  readonly practitionerId: string;
  readonly startsAt: Date | string;
  readonly endsAt: Date | string;
  readonly channel: string;
  readonly freeUnits: number;
  readonly services: readonly string[];
  readonly externalId: string | null;
};

export function slotView(slot: SlotSeen): SlotType {
  return { ...slot, id: globalId("Slot", slot.id), clinicId: globalId("Clinic", slot.clinicId), practitionerId: globalId("Practitioner", slot.practitionerId) };
}
