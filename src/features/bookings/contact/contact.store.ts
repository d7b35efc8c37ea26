/** Whom to ring for an appointment, and what was recorded of it. */
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const CALL = statement(
  "booking-to-call",
  `select b.id, b.member_id as "memberId", b.claim_id as "claimId", b.clinic_id as "clinicId",
     b.provider_id as "providerId", b.channel, b.state, b.starts_at as "startsAt", b.ends_at as "endsAt",
     b.booked_at as "bookedAt",
     b.contacted_at as "contactedAt", b.version, clock_now() as now, consent_stands(b.id) as consented
   from booking b where b.id = $1`,
);
export type BookingToCall = RowOf<"booking-to-call">;

export async function bookingToCall(tx: Tx, id: string): Promise<BookingToCall | undefined> {
  const [row] = await tx.query(CALL.with(id));
  return row;
}

const WHOM = statement("contact-of-booking", `select name, phone, "isGuardian" from contact_of_booking($1)`);
export type ContactRow = RowOf<"contact-of-booking">;

/** Of one of the viewer's own bookings: the member, or for a child under 15 who holds custody; the phone is null where none is known. */
export async function contactOf(tx: Tx, bookingId: string): Promise<ContactRow | undefined> {
  const [row] = await tx.query(WHOM.with(bookingId));
  return row;
}

export const RECORD_CONTACT = statement(
  "record_contact",
  `update booking set contacted_at = $2::timestamptz, version = version + 1
   where id = $1 and state = 'CONFIRMED' and contacted_at is null`,
);

const MEETINGS = statement(
  "meetings-of-bookings",
  ofEach(
    "x.*",
    `select case when b.channel = 'ONLINE' and b.state = 'CONFIRMED' then coalesce(t.video_url, k.video_url) end as link
     from booking b join clinic k on k.id = b.clinic_id join practitioner t on t.id = b.practitioner_id
     where b.id = p.id`,
    "p.id",
  ),
  PARENT,
);

/** Where online appointments take place, while they are ahead. */
export function linksOf(tx: Tx, bookingIds: readonly string[]) {
  return tx.query(MEETINGS.with(bookingIds));
}
