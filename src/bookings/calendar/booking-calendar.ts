import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { requirePurpose } from "../../gateway/api/purpose.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { bookingById } from "../booking.reads.js";
import { seenBookings } from "../find-booking.js";
import { appointmentCalendar, stands } from "./appointment-calendar.js";

const PLACE = statement("place-of-clinic", `select address, postnr, town from clinic where id = $1`);

@Resolver()
export class BookingCalendar {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => String, {
    nullable: true,
    description:
      "One appointment as a calendar file (.ics, RFC 5545) with its time and place and nothing else; called off, it takes itself out of the calendar. Null when there is none that you may see.",
  })
  bookingCalendar(@Arg("id", () => ID, { description: "The booking." }) id: string, @Ctx() ctx: Context): Promise<string | null> {
    requirePurpose(ctx);
    const bookingId = idOf("Booking", id, ["id"]);
    return look(
      ctx,
      (tx) => read(tx, bookingId),
      (seen) => (seen ? seenBookings("bookingCalendar", [seen.booking], ["appointment"]) : []),
    ).then((seen) => seen?.calendar ?? null);
  }
}

async function read(tx: Tx, id: string) {
  const booking = await bookingById(tx, id);
  const [place] = booking ? await tx.query(PLACE.with(booking.clinicId)) : [];
  if (!booking || !place) return null;
  const { reference, startsAt, endsAt, channel, version, state } = booking;
  const modifiedAt = booking.endedAt ?? booking.bookedAt;
  const appointment = { id, reference, startsAt, endsAt, channel, version, stands: stands(state), modifiedAt, ...place };
  return { booking, calendar: appointmentCalendar([appointment], "FILE") };
}
