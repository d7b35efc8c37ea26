import { Arg, Args, Ctx, Field, ID, InputType, FieldResolver, Query, Resolver } from "type-graphql";
import type { BookingState } from "../../../../schema/states.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ViewerType } from "../../members/read-viewer.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import type { Booking } from "../../../../schema/rows.js";
import { bookingsBy } from "../booking.reads.js";
import { BookingConnection, bookingView, type BookingType } from "../booking.type.js";
import { fieldsSeen, patientsFor, seenBookings } from "./find-booking.js";
import { BookingStateEnum } from "../booking-enums.type.js";

@InputType({ description: "Which bookings; everything given must hold." })
export class BookingFilterInput {
  @Field(() => ID, { nullable: true, description: "Of this claim." })
  claimId?: string | null;
  @Field(() => ID, { nullable: true, description: "At this clinic." })
  clinicId?: string | null;
  @Field(() => ID, { nullable: true, description: "Of this member." })
  memberId?: string | null;
  @Field(() => String, { nullable: true, description: "With this reference, e.g. B-1004." })
  reference?: string | null;
  @Field(() => [BookingStateEnum], { nullable: true, description: "In one of these states." })
  states?: BookingState[] | null;
  @Field(() => DateTime, { nullable: true, description: "Starting at or after this instant." })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Starting before this instant." })
  to?: Date | null;
}

const LIST = "bookings";

@Resolver()
export class FindBookings {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
  @Query(() => BookingConnection, {
    description: "Bookings you may see, latest appointment first: a member's own, a clinic's own, all for the health team.",
  })
  bookings(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => BookingFilterInput, { nullable: true, description: "Which ones; all when left out." })
    filter: BookingFilterInput | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return find(ctx, page, filter);
  }
}

@Resolver(() => ViewerType)
export class BookingsOfViewer {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => BookingConnection, {
    description: "The viewer's bookings, latest appointment first: one's own and those of children in one's custody, or the clinic's own.",
  })
  bookings(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => BookingFilterInput, { nullable: true, description: "Which ones; all when left out." })
    filter: BookingFilterInput | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<BookingType>> {
    return find(ctx, page, filter);
  }
}

async function find(
  ctx: Context,
  { first, after }: PageArgs,
  filter: BookingFilterInput | null | undefined,
): Promise<Connection<BookingType>> {
  requirePurpose(ctx);
  const size = pageSize(first);
  const page = await runQuery(
    ctx,
    async (tx) => {
      const rows = await bookingsBy(tx, { ...wanted(filter ?? {}), after: after ? place(after) : null, limit: size + 1 });
      return { rows, patients: await patientsFor(ctx, tx, rows.slice(0, size)) };
    },
    ({ rows, patients }) => seenBookings("bookings", rows.slice(0, size), fieldsSeen(patients)),
  );
  return connection(page.rows, size, cursorOf, (b) => bookingView(b, page.patients.get(b.id) ?? null));
}

function wanted({ claimId, clinicId, memberId, ...rest }: BookingFilterInput): Omit<Parameters<typeof bookingsBy>[1], "limit"> {
  return {
    ...rest,
    claimId: claimId ? idOf("Claim", claimId, ["filter", "claimId"]) : null,
    clinicId: clinicId ? idOf("Clinic", clinicId, ["filter", "clinicId"]) : null,
    memberId: memberId ? idOf("Member", memberId, ["filter", "memberId"]) : null,
  };
}

function cursorOf(b: Booking): string {
  return encodeCursor(LIST, [b.startsAt.toISOString(), b.id]);
}

function place(after: string): { at: Date; id: string } {
  const [at, id] = decodeCursor(LIST, ["instant", "uuid"], after);
  return { at: new Date(String(at)), id: String(id) };
}
