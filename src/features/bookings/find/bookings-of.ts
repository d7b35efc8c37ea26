/** Bookings found on what they belong to: a claim, a member, a clinic, an opening. */
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import { ClaimEventConnection } from "../../claims/claim-fields.js";
import { ClaimEventType, claimEventView } from "../../claims/claim-history.type.js";
import { historyOfBookings } from "../../claims/claim.store.js";
import { ClaimType } from "../../claims/claim.type.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { DecisionConnection, type DecisionType } from "../../claims/coverage/decision.type.js";
import { decisionsPage } from "../../claims/coverage/decisions-of.js";
import { SlotType } from "../../capacity/slots/slot.type.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { byParent, rowsOf } from "../../../gateway/api/paging/list-of.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { MemberType } from "../../members/member.type.js";
import { ClinicType, OrganisationType, PractitionerType } from "../../network/clinic.type.js";
import { BookingStateEnum } from "../booking-enums.type.js";
import type { Patient } from "../booking.reads.js";
import { BookingConnection, BookingType, bookingView } from "../booking.type.js";
import { bookingsMovedHere, bookingsOf, type BookingOf, type BookingParent } from "./bookings-of.store.js";
import { fieldsSeen, patientsFor, seenBookings } from "./find-booking.js";

@ArgsType()
export class BookingsOfArgs extends PageArgs {
  @Field(() => DateTime, { nullable: true, description: "Only appointments that start at this instant or later." })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Only appointments that start before this instant." })
  to?: Date | null;
  @Field(() => [BookingStateEnum], { nullable: true, description: "Only those that stand so." })
  states?: string[] | null;
  @Field(() => Boolean, { defaultValue: false, description: "True: the earliest appointment first; else the latest." })
  earliestFirst!: boolean;
}

type Seen = BookingOf & { readonly patient: Patient | null };

async function pageOf(ctx: Context, of: BookingParent, id: string, args: BookingsOfArgs): Promise<Connection<BookingType>> {
  const { first, after = null, from = null, to = null, states = null, earliestFirst } = args;
  const size = pageSize(first);
  const list = `bookings of ${of} ${earliestFirst}`;
  const place = after === null ? null : placeOf(list, after);
  const rows = await rowsOf<Seen>(ctx, idOf(of, id), {
    key: [list, from, to, states, after, size],
    read: async (tx, parents) => {
      const found = await bookingsOf(tx, of, parents, { from, to, states, earliestFirst, after: place, limit: size + 1 });
      const shown = byParent(parents, found).flatMap((each) => each.slice(0, size));
      const patients = await patientsFor(ctx, tx, shown);
      return found.map((booking) => ({ ...booking, patient: patients.get(booking.id) ?? null }));
    },
    shown: size,
    seen: (shown) => seenBookings("bookings", shown, fieldsSeen(new Map(shown.flatMap((b) => (b.patient ? [[b.id, b.patient]] : []))))),
  });
  const cursor = (b: Seen): string => encodeCursor(list, [b.startsAt.toISOString(), b.id]);
  return connection(rows, size, cursor, (b) => bookingView(b, b.patient));
}

function placeOf(list: string, after: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(list, ["instant", "uuid"], after);
  return { at: new Date(String(at)), id: String(id) };
}

@Resolver(() => ClaimType)
export class BookingsOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => BookingConnection, { description: "Its appointments, those that ended included." })
  bookings(
    @Root() claim: ClaimType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Claim", claim.id, args);
  }
}

@Resolver(() => MemberType)
export class BookingsOfMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => BookingConnection, { description: "The member's appointments, those that ended included." })
  bookings(
    @Root() member: MemberType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Member", member.id, args);
  }
}

@Resolver(() => ClinicType)
export class BookingsOfClinic {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @FieldResolver(() => BookingConnection, { description: "Appointments there; a clinic sees those of its own company only." })
  bookings(
    @Root() clinic: ClinicType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Clinic", clinic.id, args);
  }
}

@Resolver(() => PractitionerType)
export class BookingsOfPractitioner {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @FieldResolver(() => BookingConnection, { description: "Appointments with them; a clinic sees those of its own company only." })
  bookings(
    @Root() practitioner: PractitionerType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Practitioner", practitioner.id, args);
  }
}

@Resolver(() => OrganisationType)
export class BookingsOfOrganisation {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @FieldResolver(() => BookingConnection, { description: "Appointments at its clinics; a clinic sees those of its own company only." })
  bookings(
    @Root() organisation: OrganisationType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Organisation", organisation.id, args);
  }
}

@Resolver(() => SlotType)
export class BookingsOfSlot {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM", "FINANCE")
  @FieldResolver(() => BookingConnection, {
    description: "Who booked it, as far as you may see: your own bookings, or those of your company.",
  })
  bookings(
    @Root() slot: SlotType,
    @Args(() => BookingsOfArgs) args: BookingsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return pageOf(ctx, "Slot", slot.id, args);
  }
}

@Resolver(() => BookingType)
export class HistoryOfBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ClaimEventConnection, {
    description: "What happened to the appointment, newest first: of the history of its claim what is about it, and what it replaced.",
  })
  async history(
    @Root() booking: BookingType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClaimEventType>> {
    const size = pageSize(first);
    const place = idAfter(HISTORY, after);
    const rows = await rowsOf(ctx, idOf("Booking", booking.id), {
      key: [HISTORY, place, size],
      read: (tx, bookings) => historyOfBookings(tx, bookings, place, size + 1),
    });
    return connection(rows, size, ({ id }) => idCursor(HISTORY, id), claimEventView);
  }
}
const HISTORY = "booking-history";

@Resolver(() => BookingType)
export class DecisionsOfBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => DecisionConnection, { description: "What the rules decided about it, newest first: cover, guarantee, price." })
  decisions(@Root() booking: BookingType, @Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<DecisionType>> {
    return decisionsPage(ctx, "Booking", booking.id, page);
  }
}

@Resolver(() => BookingType)
export class MovedFrom {
  @FieldResolver(() => BookingType, {
    nullable: true,
    description: "The booking that this one took the place of; null where there is none that you may see.",
  })
  async movedFrom(@Root() booking: BookingType, @Ctx() ctx: Context): Promise<BookingType | null> {
    const [found] = await rowsOf<Seen>(ctx, idOf("Booking", booking.id), {
      key: ["moved here"],
      read: async (tx, ids) => {
        const rows = await bookingsMovedHere(tx, ids);
        const patients = await patientsFor(ctx, tx, rows);
        return rows.map((row) => ({ ...row, patient: patients.get(row.id) ?? null }));
      },
      seen: (shown) => seenBookings("booking", shown, ["appointment"]),
    });
    return found ? bookingView(found, found.patient) : null;
  }
}
