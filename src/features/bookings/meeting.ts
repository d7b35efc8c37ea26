import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { nodeOf } from "../../gateway/api/nodes.js";
import { relation, type Ref } from "../../gateway/api/relation.js";
import { PhoneNumber } from "../../gateway/api/scalars.js";
import { Address } from "../network/address.type.js";
import type { ClinicType } from "../network/clinic.type.js";
import { ChannelEnum } from "../../vocabulary/rules.type.js";
import { BookingType } from "./booking.type.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
@ObjectType("Meeting", { description: "How member and practitioner meet.", simpleResolvers: true })
export class MeetingType {
  @Field(() => ChannelEnum, { description: "In person, online or by telephone." })
  channel!: string;
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @Field(() => Address, { nullable: true, description: "Where to come; null for an appointment online or by telephone." })
  address!: Address | null;
  @Field(() => PhoneNumber, { nullable: true, description: "The clinic's telephone, for everything about the appointment." })
  phone!: string | null;
}

@Resolver(() => BookingType)
export class BookingMeeting {
  @FieldResolver(() => MeetingType, { description: "How to meet: the way, the address, the clinic's telephone." })
  async meeting(@Root() { channel, clinic }: BookingType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<MeetingType> {
    const place = (await nodeOf(ctx, info, "Clinic", clinic.uuid)) as ClinicType | null;
    return { channel, clinic, address: channel === "IN_PERSON" ? (place?.address ?? null) : null, phone: place?.phone ?? null };
  }
}
