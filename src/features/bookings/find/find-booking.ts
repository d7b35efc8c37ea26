import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Booking } from "../../../../schema/rows.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import type { Audited } from "../../../platform/trail/audit.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { byId } from "../../../gateway/api/nodes.js";
import { patientsOf, type Patient } from "../booking.reads.js";
import { bookingsById } from "./bookings-of.store.js";
import { BookingType, bookingView } from "../booking.type.js";

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

export const fieldsSeen = (patients: ReadonlyMap<string, Patient>): readonly string[] =>
  patients.size > 0 ? ["appointment", "patient"] : ["appointment"];

/** The bookings behind these ids as this viewer sees them. */
export async function fetchBookings(ids: readonly string[], ctx: Context): Promise<ReadonlyMap<string, BookingType>> {
  requirePurpose(ctx);
  const { rows, patients } = await runQuery(
    ctx,
    async (tx) => {
      const rows = await bookingsById(tx, ids);
      return { rows, patients: await patientsFor(ctx, tx, rows) };
    },
    (seen) => seenBookings("booking", seen.rows, fieldsSeen(seen.patients)),
  );
  return byId(rows, (booking) => bookingView(booking, patients.get(booking.id) ?? null));
}

@Resolver()
export class FindBooking {
  @visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE")
  @Query(() => BookingType, { nullable: true, description: "One booking; null when there is none that you may see." })
  async booking(
    @Arg("id", () => ID, { description: "Global id of the booking." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<BookingType | null> {
    const uuid = idOf("Booking", id, ["id"]);
    return (await fetchBookings([uuid], ctx)).get(uuid) ?? null;
  }
}
