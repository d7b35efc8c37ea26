import { and, desc, eq, lt, or, sql, type SQL } from "drizzle-orm";
import type { Booking } from "../../../schema/rows.js";
import { booking } from "../../../schema/tables/booking.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

/** The booking as this viewer may see it, or null. */
export async function bookingById(tx: Tx, id: string): Promise<Booking | null> {
  const [found] = await tx.db.select().from(booking).where(eq(booking.id, id)).limit(1);
  return found ?? null;
}

export type BookingFilter = {
  readonly claimId?: string | null;
  readonly clinicId?: string | null;
  readonly memberId?: string | null;
  readonly reference?: string | null;
  readonly states?: readonly Booking["state"][] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly after?: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

/** Latest appointment first; row-level security narrows it to what the viewer may see. */
export async function bookingsBy(tx: Tx, f: BookingFilter): Promise<Booking[]> {
  const where: (SQL | undefined)[] = [
    f.claimId ? eq(booking.claimId, f.claimId) : undefined,
    f.clinicId ? eq(booking.clinicId, f.clinicId) : undefined,
    f.memberId ? eq(booking.memberId, f.memberId) : undefined,
    f.reference ? eq(booking.reference, f.reference) : undefined,
    f.states && f.states.length > 0 ? sql`${booking.state} = any (${sql.param([...f.states])})` : undefined,
    f.from ? sql`${booking.startsAt} >= ${f.from.toISOString()}` : undefined,
    f.to ? sql`${booking.startsAt} < ${f.to.toISOString()}` : undefined,
    f.after ? or(lt(booking.startsAt, f.after.at), and(eq(booking.startsAt, f.after.at), lt(booking.id, f.after.id))) : undefined,
  ];
  return tx.db
    .select()
    .from(booking)
    .where(and(...where))
    .orderBy(desc(booking.startsAt), desc(booking.id))
    .limit(f.limit);
}

/** What a clinic may know of the person it treats. */
export type Patient = { readonly name: string; readonly birthYear: number };

const PATIENTS = statement(
  "patients-of-bookings",
  "select booking_id, name, birth_year from patients_of_bookings($1)",
  // a member has a name
  { neverNull: ["name"] },
);

/** The patients of the viewer's own bookings: by name while an appointment is current and 30 days after, by initials later. */
export async function patientsOf(tx: Tx, bookingIds: readonly string[]): Promise<ReadonlyMap<string, Patient>> {
  if (bookingIds.length === 0) return new Map();
  const rows = await tx.query(PATIENTS.with(bookingIds));
  return new Map(rows.map((row) => [row.booking_id, { name: row.name, birthYear: row.birth_year }]));
}
