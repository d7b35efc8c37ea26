import { Ctx, Field, FieldResolver, Info, ObjectType, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { nodeOf } from "../../gateway/api/nodes.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { relation, type Ref } from "../../gateway/api/relation.js";
import { PhoneNumber } from "../../gateway/api/scalars.js";
import { Address } from "../network/address.type.js";
import type { ClinicType } from "../network/clinic.type.js";
import { AccessibilityEnum } from "../network/network-enums.type.js";
import { ChannelEnum } from "../../vocabulary/rules.type.js";
import { BookingType } from "./booking.type.js";
import { linksOf } from "./contact/contact.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
@ObjectType("Meeting", { description: "How member and practitioner meet.", simpleResolvers: true })
export class MeetingType {
  @Field(() => ChannelEnum, { description: "In person, online or by telephone: then the clinic rings the member." })
  channel!: string;
  @relation("Clinic", { description: "The clinic." })
  clinic!: Ref;
  @Field(() => Address, { nullable: true, description: "Where to come; null for an appointment online or by telephone." })
  address!: Address | null;
  @Field(() => String, {
    nullable: true,
    description: "How to get in: entrance, floor, bell; null for an appointment online or by telephone.",
  })
  wayIn!: string | null;
  @Field(() => [AccessibilityEnum], {
    description: "How easily the place is reached and used; empty for an appointment online or by telephone.",
  })
  accessibility!: readonly string[];
  @Field(() => PhoneNumber, {
    nullable: true,
    description: "The clinic's telephone, for everything about the appointment; null where none is known.",
  })
  phone!: string | null;
}

@Resolver(() => BookingType)
export class BookingMeeting {
  @FieldResolver(() => MeetingType, { description: "How to meet: the way, the address and the way in, the clinic's telephone." })
  async meeting(@Root() { channel, clinic }: BookingType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<MeetingType> {
    const place = (await nodeOf(ctx, info, "Clinic", clinic.uuid)) as ClinicType | null;
    const there = channel === "IN_PERSON" ? place : null;
    return {
      channel,
      clinic,
      address: there?.address ?? null,
      wayIn: there?.wayIn ?? null,
      accessibility: there?.accessibility ?? [],
      phone: place?.phone ?? null,
    };
  }

  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where an online appointment takes place, an https address: while it is ahead, and for its parties alone. Null for any other.",
  })
  async videoLink(@Root() { id, channel }: BookingType, @Ctx() ctx: Context): Promise<string | null> {
    if (channel !== "ONLINE") return null;
    const [row] = await rowsOf(ctx, idOf("Booking", id), { key: ["links of bookings"], read: (tx, bookings) => linksOf(tx, bookings) });
    return row?.link ?? null;
  }
}
