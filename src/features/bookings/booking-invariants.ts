/** What must be true of bookings and of all that is written with them, at any moment. */
import type { Invariant } from "../../platform/invariant-query.js";
import { statement } from "../../platform/postgres/statement.js";

const SLOTS = statement(
  "miscounted-slots",
  `with live as (
     select slot_id, count(*) as n, count(distinct seat) as seats, max(seat) as highest
       from booking where state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW') group by 1)
   select s.id::text as id from slot s left join live b on b.slot_id = s.id
    where s.booked <> coalesce(b.n, 0) or coalesce(b.n, 0) > s.capacity
      or coalesce(b.seats, 0) <> coalesce(b.n, 0) or coalesce(b.highest, 0) > s.capacity`,
);
const ACKNOWLEDGED = statement(
  "lost-bookings",
  `select i.key::text as id from idempotency i
    where i.outcome ? 'bookingId'
      and not exists (select from booking b where b.id = (i.outcome ->> 'bookingId')::uuid)`,
);
const KEYS = statement(
  "twice-named-bookings",
  `select outcome ->> 'bookingId' as id from idempotency
    where operation in ('bookSlot', 'bookFirstAppointment', 'rescheduleBooking') and outcome ? 'bookingId'
    group by operation, 1 having count(*) > 1`,
  // only outcomes that name a booking are looked at
  { neverNull: ["id"] },
);
const TREATMENTS = statement(
  "wrongly-counted-treatments",
  `select b.id::text as id from booking b left join treatment_usage u on u.booking_id = b.id
    where (b.state = 'CONFIRMED' and u.state is distinct from 'RESERVED')
      or (b.state = 'ATTENDED' and u.state is distinct from 'COUNTED')
      or (b.state not in ('CONFIRMED', 'ATTENDED') and coalesce(u.state, 'RELEASED') <> 'RELEASED')`,
);
const ENTRIES = statement(
  "wrong-pending-entries",
  `select b.id::text as id from booking b
     left join ledger_entry p on p.id = b.id left join ledger_entry r on r.resolves_id = b.id
    where p.status is distinct from 'PENDING'
      or r.status is distinct from
        case b.state when 'CONFIRMED' then null when 'ATTENDED' then 'POSTED' else 'VOIDED' end`,
);
const TENANTS = statement(
  "strangers-in-bookings",
  `select b.id::text as id from booking b
     join slot s on s.id = b.slot_id join clinic k on k.id = b.clinic_id join claim c on c.id = b.claim_id
    where b.provider_id <> s.provider_id or b.provider_id <> k.provider_id or b.clinic_id <> s.clinic_id
      or b.member_id <> c.member_id
   union all
   select l.id::text from settlement_line l join booking b on b.id = l.booking_id
    where l.provider_id <> b.provider_id or l.clinic_id <> b.clinic_id
   union all
   select l.id::text from settlement_line l join settlement_payment p on p.id = l.payment_id
    where p.provider_id <> l.provider_id`,
);
const AUDITED = statement(
  "unaudited-bookings",
  `select b.id::text as id from booking b
    where not exists (select from audit_event a where a.object_id = b.id and a.outcome = 'ALLOWED')`,
);

export const BOOKING_INVARIANTS: readonly Invariant[] = [
  { id: "I1", says: "a slot has at most as many live bookings as units, and counts them right", broken: SLOTS.with() },
  { id: "I2", says: "every booking that was acknowledged under a key exists", broken: ACKNOWLEDGED.with() },
  { id: "I3", says: "two keys of one operation never name the same booking", broken: KEYS.with() },
  {
    id: "I3",
    says: "a booking reserves or counts exactly one treatment while it lives, and none when it did not take place",
    broken: TREATMENTS.with(),
  },
  {
    id: "I4",
    says: "the pending entry of a booking is open while it is confirmed, posted when attended, voided otherwise",
    broken: ENTRIES.with(),
  },
  {
    id: "I7",
    says: "a booking, its slot, its clinic and its line belong to one tenant, and claim and booking to one member",
    broken: TENANTS.with(),
  },
  { id: "I8", says: "every booking has its line in the audit trail", broken: AUDITED.with() },
];
