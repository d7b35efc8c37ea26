import { Arg, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import { runQuery } from "../../gateway/api/run-operation.js";
import { changes, idIn } from "../../gateway/api/input/changes.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { requirePurpose } from "../../gateway/api/purpose.js";
import type { BusEvent } from "../../platform/trail/event-bus.js";
import { bookingById } from "./booking.reads.js";
import { BookingType, bookingView } from "./booking.type.js";
import { BookingChangeKindEnum } from "./booking-enums.type.js";
import type { BookingChangeKind } from "./booking-words.js";
import { isValueOf } from "../../kernel/worded.js";
import { invariant } from "../../kernel/invariant.js";
import { BOOKING_CHANGE_WORDS } from "./booking-words.js";

@visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType("BookingChange", { description: "A booking was made, moved, cancelled or attended.", simpleResolvers: true })
export class BookingChange {
  @Field(() => BookingChangeKindEnum, { description: "What happened." })
  change!: BookingChangeKind;
  @Field(() => BookingType, { description: "The booking as it is now and as you may see it." })
  booking!: BookingType;
}

type Filter = { readonly bookingId?: string | null; readonly clinicId?: string | null };

@Resolver()
export class BookingChanged {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @Subscription(() => BookingChange, {
    description:
      "Your bookings as they change: a member's own, a clinic's own, all for the health team. Each is read again for you, so a change you may not see is not told.",
    subscribe: ({ args, context }) => bookingChanges(args as Filter, context as Context),
  })
  bookingChanged(
    @Root() change: BookingChange,
    @Arg("bookingId", () => ID, { nullable: true, description: "Only this booking." }) _bookingId?: string | null,
    @Arg("clinicId", () => ID, { nullable: true, description: "Only bookings at this clinic." }) _clinicId?: string | null,
  ): BookingChange {
    return change;
  }
}

function bookingChanges({ bookingId, clinicId }: Filter, ctx: Context): AsyncIterable<BookingChange> {
  requirePurpose(ctx);
  const booking = bookingId == null ? null : idOf("Booking", bookingId, ["bookingId"]);
  const clinic = clinicId == null ? null : idOf("Clinic", clinicId, ["clinicId"]);
  return changes(ctx.services.events, ctx, "booking.", async (now, event) => {
    if ((booking !== null && event.aggregateId !== booking) || (clinic !== null && idIn(event, "clinicId") !== clinic)) return null;
    return isForSomebodyElse(now, event) ? null : see(now, event);
  });
}

/** Settled by the ids in the event: spares a clinic a look at every booking of the others. The look itself is what decides. */
function isForSomebodyElse({ viewer }: Context, event: BusEvent): boolean {
  const member = idIn(event, "memberId");
  if (viewer.role === "MEMBER") return member !== null && !viewer.memberIds.includes(member);
  return viewer.providerId !== null && idIn(event, "providerId") !== viewer.providerId;
}

function see(ctx: Context, { topic, aggregateId }: BusEvent): Promise<BookingChange | null> {
  return runQuery(
    ctx,
    async (tx) => {
      const found = await bookingById(tx, aggregateId);
      return found && { change: kindOf(topic), booking: bookingView(found), memberId: found.memberId };
    },
    (seen) =>
      seen
        ? [
            {
              operation: "bookingChanged",
              memberId: seen.memberId,
              object: "Booking",
              objectId: aggregateId,
              fields: ["booking"],
              outcome: "ALLOWED",
            },
          ]
        : [],
  );
}

/** As the event is named: booking.confirmed, booking.moved. */
function kindOf(topic: string): BookingChangeKind {
  const kind = topic.slice("booking.".length).toUpperCase();
  invariant(isValueOf(BOOKING_CHANGE_WORDS, kind), "every event of a booking is one of its changes");
  return kind;
}
