import { Refused, refusal } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { Viewer } from "../../../platform/viewer.js";
import type { EndingFile } from "./ending.js";

const UNKNOWN_BOOKING = refusal("NOT_FOUND", "There is no such booking.", { path: ["input", "bookingId"], remedy: "Check the id." });

/**
 * A clinic may end its own booking, and what follows from that (the claim's promise, the book) lies beyond what it may
 * read or write. So row-level security first answers, as the clinic, whether the booking is one of its own; only then does
 * the rest of this transaction work as the product itself. Whoever may do it all anyway stays who they are. A member's own is not what
 * a member may read: an authority lets somebody read another's appointments and do nothing to them.
 */
const OWN_THEN_SYSTEM = statement(
  "own-booking-then-system",
  `
select id, set_config('app.role', 'WORKER', true), set_config('role', 'gateway_worker', true) as as_role from booking
where id = $1 and (app_role() <> 'MEMBER' or member_id = any (app_members()))`,
);

export async function actForBooking(tx: Tx, bookingId: string): Promise<void> {
  const [own] = await tx.query(OWN_THEN_SYSTEM.with(bookingId));
  if (!own) throw new Refused([UNKNOWN_BOOKING]);
}

/** Days that the setting in force at an instant takes out of the working days (CAL-EXTRA-DAYS). */
export const extraDaysAt = (instant: string): string =>
  `coalesce((select r.settings -> 'extraNonWorkingDays' from rule_setting r
    where r.valid_from <= ${instant} order by r.valid_from desc limit 1), '[]'::jsonb)`;

/**
 * Locks in the order of a booking: member and claim, then slots by id, then the appointment itself. What is read is what is
 * locked, so it is current. `other` is the slot a booking moves to.
 */
const LOCK = statement(
  "lock-ending",
  `
with m as materialized (
  select c.* from booking b join claim c on c.id = b.claim_id join member m on m.id = b.member_id
  where b.id = $1 for no key update of m, c),
s as materialized (
  select s.id from slot s
  where s.id in ((select slot_id from booking where id = $1), $2::uuid) and exists (select from m)
  order by s.id for no key update of s),
b as materialized (
  select b.* from booking b where b.id = $1 and exists (select from s) for no key update of b)
select to_jsonb(b.*) as booking, to_jsonb(m.*) as claim, to_jsonb(clock_now()) #>> '{}' as now,
  ${extraDaysAt("m.received_at")} as extra_non_working_days
from b, m`,
);

export async function lockEnding(tx: Tx, viewer: Viewer, bookingId: string, other: string | null = null): Promise<EndingFile> {
  if (viewer.role === "CLINIC_STAFF" || viewer.role === "CLINIC_SYSTEM") await actForBooking(tx, bookingId);
  const [file] = await tx.query(LOCK.with(bookingId, other));
  if (!file) throw new Refused([UNKNOWN_BOOKING]);
  return file;
}
