import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { nodeOf } from "../../../gateway/api/nodes.js";
import { present } from "../../../kernel/invariant.js";
import type { ClinicType } from "../../network/clinic.type.js";
import { BookingType } from "../booking.type.js";
import { DocumentFileType } from "../../../vocabulary/document-file.type.js";
import { calendarPath } from "./calendar-door.js";
import { appointmentCalendar, stands } from "./appointment-calendar.js";

@Resolver(() => BookingType)
export class BookingCalendar {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => DocumentFileType, {
    description:
      "The appointment as a calendar file (.ics, RFC 5545) with its time and place and nothing else; called off, it takes itself out of the calendar.",
  })
  calendar(@Root() booking: BookingType, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): DocumentFileType {
    return {
      fileName: `${booking.reference}.ics`,
      mediaType: "text/calendar; charset=utf-8",
      path: calendarPath(booking.id),
      bytes: async () => {
        const clinic = present((await nodeOf(ctx, info, "Clinic", booking.clinic.uuid)) as ClinicType | null, "a booking has its clinic");
        const { reference, startsAt, endsAt, channel, version, state } = booking;
        const { line, postalCode: postnr, town } = clinic.address;
        const when = { startsAt, endsAt, modifiedAt: booking.endedAt ?? booking.bookedAt };
        const appointment = { id: idOf("Booking", booking.id), reference, channel, version, stands: stands(state), ...when };
        return Buffer.from(appointmentCalendar([{ ...appointment, address: line ?? "", postnr, town }], "FILE"), "utf8");
      },
    };
  }
}
