import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Booking } from "../../schema/rows.js";
import { look } from "../gateway/api/act.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { requirePurpose } from "../gateway/api/purpose.js";
import type { Audited } from "../platform/trail/audit.js";
import type { Tx } from "../platform/postgres/transaction.js";
import { bookingById, patientsOf, type Patient } from "./booking.reads.js";
import { BookingType, bookingView } from "./booking.type.js";

const NOBODY: ReadonlyMap<string, Patient> = new Map();

/** Only a clinic sees patients; for everyone else the question is not even asked. */
export async function patientsFor(ctx: Context, tx: Tx, bookings: readonly Booking[]): Promise<ReadonlyMap<string, Patient>> {
  const clinic = ctx.viewer.role === "CLINIC_STAFF" || ctx.viewer.role === "CLINIC_SYSTEM";
  return clinic
    ? patientsOf(
        tx,
        bookings.map((b) => b.id),
      )
    : NOBODY;
}

/** One line in the audit trail per member whose appointments were seen. */
export function seenBookings(operation: string, bookings: readonly Booking[], fields: readonly string[]): Audited[] {
  const byMember = new Map(bookings.map((b) => [b.memberId, b]));
  return [...byMember].map(([memberId, b]) => ({ operation, memberId, object: "Booking", objectId: b.id, fields, outcome: "ALLOWED" }));
}

/** The booking behind an id as this viewer sees it; null is "not there, or not for you". */
export async function fetchBooking(id: string, ctx: Context): Promise<BookingType | null> {
  requirePurpose(ctx);
  const found = await look(
    ctx,
    async (tx) => {
      const booking = await bookingById(tx, id);
      return booking && { booking, patient: (await patientsFor(ctx, tx, [booking])).get(id) ?? null };
    },
    (seen) => (seen ? seenBookings("booking", [seen.booking], seen.patient ? ["appointment", "patient"] : ["appointment"]) : []),
  );
  return found && bookingView(found.booking, found.patient);
}

@Resolver()
export class FindBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
  @Query(() => BookingType, { nullable: true, description: "One booking; null when there is none that you may see." })
  booking(@Arg("id", () => ID, { description: "Global id of the booking." }) id: string, @Ctx() ctx: Context): Promise<BookingType | null> {
    return fetchBooking(idOf("Booking", id, ["id"]), ctx);
  }
}
