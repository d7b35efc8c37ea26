import { and, desc, eq, lt, or, sql, type SQL } from "drizzle-orm";
import type { Booking } from "../../schema/rows.js";
import { booking } from "../../schema/tables/booking.js";
import { member } from "../../schema/tables/member.js";
import type { Tx } from "../platform/transaction.js";
import type { Patient } from "./booking.type.js";

/** The booking as this viewer may see it, or null. */
export async function bookingById(tx: Tx, id: string): Promise<Booking | null> {
  const [found] = await tx.db.select().from(booking).where(eq(booking.id, id)).limit(1);
  return found ?? null;
}

export type BookingFilter = {
  readonly claimId?: string | null;
  readonly clinicId?: string | null;
  readonly memberId?: string | null;
  readonly states?: readonly string[] | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
  readonly after?: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

/** Newest appointment first; row-level security narrows it to what the viewer may see. */
export async function bookingsBy(tx: Tx, f: BookingFilter): Promise<{ booking: Booking; patient: Patient | null }[]> {
  const where: (SQL | undefined)[] = [
    f.claimId ? eq(booking.claimId, f.claimId) : undefined,
    f.clinicId ? eq(booking.clinicId, f.clinicId) : undefined,
    f.memberId ? eq(booking.memberId, f.memberId) : undefined,
    f.states && f.states.length > 0 ? sql`${booking.state} = any (${sql.param([...f.states])})` : undefined,
    f.from ? sql`${booking.startsAt} >= ${f.from.toISOString()}` : undefined,
    f.to ? sql`${booking.startsAt} < ${f.to.toISOString()}` : undefined,
    f.after ? or(lt(booking.startsAt, f.after.at), and(eq(booking.startsAt, f.after.at), lt(booking.id, f.after.id))) : undefined,
  ];
  const rows = await tx.db
    .select({ booking, givenNames: member.givenNames, familyName: member.familyName, birthDate: member.birthDate })
    .from(booking)
    .leftJoin(member, eq(member.id, booking.memberId))
    .where(and(...where))
    .orderBy(desc(booking.startsAt), desc(booking.id))
    .limit(f.limit);
  return rows.map((r) => ({
    booking: r.booking,
    patient: r.givenNames !== null && r.familyName !== null && r.birthDate !== null ? { givenNames: r.givenNames, familyName: r.familyName, birthDate: r.birthDate } : null,
  }));
}
