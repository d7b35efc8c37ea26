/** Bookings by their ids, and those of claims, members, clinics and slots: a page of each in one statement. */
import { booking as bookingTable } from "../../../../schema/tables/booking.js";
import type { JsonOf } from "../../../../schema/columns-of.js";
import type { Booking } from "../../../../schema/rows.js";
import { ofEach, PARENT } from "../../../platform/postgres/of-each.js";
import { recordOf } from "../../../platform/postgres/record.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

const BY_ID = statement("bookings-by-id", "select to_json(b.*) as booking from booking b where b.id = any ($1::uuid[])");

/** The bookings of these ids that this viewer may see. */
export async function bookingsById(tx: Tx, ids: readonly string[]): Promise<Booking[]> {
  return (await tx.query(BY_ID.with(ids))).map(({ booking }) => recordOf(bookingTable, booking));
}

const ORDER = `case when $5::boolean then x.starts_at end, case when $5 then x.id end, x.starts_at desc, x.id desc`;
const of = (condition: string): string =>
  ofEach(
    "x.booking",
    `select to_json(b.*) as booking, b.starts_at, b.id from booking b where ${condition}
    and ($2::timestamptz is null or b.starts_at >= $2) and ($3::timestamptz is null or b.starts_at < $3)
    and ($4::text[] is null or b.state = any ($4))
    and ($6::timestamptz is null or case when $5 then (b.starts_at, b.id) > ($6, $7::uuid)
      else (b.starts_at, b.id) < ($6, $7::uuid) end)
  order by ${ORDER.replaceAll("x.", "b.")} limit $8`,
    ORDER,
  );

const OF = {
  Claim: statement("bookings-of-claims", of("b.claim_id = p.id"), PARENT),
  Clinic: statement("bookings-of-clinics", of("b.clinic_id = p.id"), PARENT),
  Member: statement("bookings-of-members", of("b.member_id = p.id"), PARENT),
  Organisation: statement("bookings-of-organisations", of("b.provider_id = p.id"), PARENT),
  Practitioner: statement("bookings-of-practitioners", of("b.practitioner_id = p.id"), PARENT),
  Slot: statement("bookings-of-slots", of("b.slot_id = p.id"), PARENT),
};
/** What bookings hang on. */
export type BookingParent = keyof typeof OF;

export type BookingPage = {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly states: readonly string[] | null;
  /** The earliest appointment first; else the latest. */
  readonly earliestFirst: boolean;
  readonly after: { readonly at: Date; readonly id: string } | null;
  readonly limit: number;
};

export type BookingOf = Booking & { readonly parent: string };

export async function bookingsOf(tx: Tx, of: BookingParent, parents: readonly string[], page: BookingPage): Promise<BookingOf[]> {
  const { from, to, states, earliestFirst, after, limit } = page;
  const rows = await tx.query(
    OF[of].with(parents, from, to, states && states.length > 0 ? states : null, earliestFirst, after?.at ?? null, after?.id ?? null, limit),
  );
  return rows.map(asBooking);
}

const MOVED_HERE = statement(
  "bookings-moved-here",
  "select b.moved_to as parent, to_json(b.*) as booking from booking b where b.moved_to = any ($1::uuid[])",
);

/** The appointments that these ones took the place of. */
export async function bookingsMovedHere(tx: Tx, ids: readonly string[]): Promise<BookingOf[]> {
  return (await tx.query(MOVED_HERE.with(ids))).map(asBooking);
}

function asBooking({ parent, booking }: { readonly parent: string; readonly booking: JsonOf<"booking"> }): BookingOf {
  return { ...recordOf(bookingTable, booking), parent };
}
