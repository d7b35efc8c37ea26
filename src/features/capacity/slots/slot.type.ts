import { Field, Int, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { DateTime, LanguageTag, PositiveInt } from "../../../gateway/api/scalars.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import type { SlotSeen } from "./slot.js";
import { ChannelEnum } from "../../../vocabulary/rules.type.js";
import { AudienceEnum, FundingEnum, SlotStateEnum } from "../slot-enums.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

export type { SlotSeen } from "./slot.js";

@visibleTo("PUBLIC")
@ObjectType("Slot", { description: "One opening in a clinic's calendar.", implements: Node, simpleResolvers: true })
export class SlotType extends Node {
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @relation("Practitioner", { description: "The practitioner." })
  practitioner!: Ref;
  @Field(() => DateTime, { description: "Start." })
  startsAt!: Date | string;
  @Field(() => DateTime, { description: "End; not included." })
  endsAt!: Date | string;
  @Field(() => ChannelEnum, { description: "How member and practitioner meet." })
  channel!: SlotSeen["channel"];
  @Field(() => AudienceEnum, { description: "Whom it is for." })
  audience!: SlotSeen["audience"];
  @Field(() => [LanguageTag], { description: "Languages spoken." })
  languages!: readonly string[];
  @Field(() => FundingEnum, { description: "Which patients it is kept for; a promise with a deadline uses private ones only." })
  funding!: SlotSeen["funding"];
  @Field(() => PositiveInt, { description: "Units in all; more than one is group training." })
  capacity!: number;
  @Field(() => Int, { description: "Units nobody has booked or holds right now." })
  freeUnits!: number;
  @Field(() => [ServiceType], { description: "Treatments the opening can be used for." })
  services!: readonly ServiceType[];
  @Field(() => Int, {
    nullable: true,
    description: "Hours before the start until which a cancellation is free; null means the clinic's setting.",
  })
  cancellationHours!: number | null;
  @Field(() => SlotStateEnum, { description: "How it stands." })
  state!: SlotSeen["state"];
  @Field(() => Boolean, { description: "On-call crisis counselling by telephone." })
  onCall!: boolean;
  @withoutPurpose()
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "NETWORK_MANAGER")
  @Field(() => String, { nullable: true, description: "The clinic's own key for it; null for other clinics." })
  externalId!: string | null;
}

export function slotView(slot: SlotSeen): SlotType {
  return {
    ...slot,
    id: globalId("Slot", slot.id),
    clinic: ref("Clinic", slot.clinicId),
    practitioner: ref("Practitioner", slot.practitionerId),
    services: slot.services.map(serviceView),
  };
}
