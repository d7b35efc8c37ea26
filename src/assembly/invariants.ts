/**
 * What must be true of the database at any moment, as questions whose answer is the list of rows that break it (design:
 * security.md, section C, I1-I9). Run by `npm run verify`, after every crash experiment and by whoever doubts.
 */
import { LEDGER_INVARIANTS } from "../ledger/check-ledger.js";

export type Invariant = {
  readonly id: "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9";
  readonly says: string;
  /** Selects the ids of offending rows as text `id`. */
  readonly sql: string;
};

const LIVE = `('CONFIRMED','ATTENDED','NO_SHOW')`;

export const INVARIANTS: readonly Invariant[] = [
  {
    id: "I1",
    says: "a slot has at most as many live bookings as units, and counts them right",
    sql: `select s.id::text as id from slot s
      left join (select slot_id, count(*) as n, count(distinct seat) as seats, max(seat) as highest from booking where state in ${LIVE} group by 1) b on b.slot_id = s.id
      where s.booked <> coalesce(b.n, 0) or coalesce(b.n, 0) > s.capacity or coalesce(b.seats, 0) <> coalesce(b.n, 0) or coalesce(b.highest, 0) > s.capacity`,
  },
  {
    id: "I1",
    says: "a practitioner has no two open slots at once unless the clinic allows it",
    // the longest end so far, per practitioner in the order of starts: one sort instead of a join with itself
    sql: `select id::text as id from (
        select id, starts_at, max(ends_at) over (partition by practitioner_id order by starts_at, id rows between unbounded preceding and 1 preceding) as taken_until
        from slot where state = 'OPEN' and not overlap_allowed) s
      where starts_at < taken_until`,
  },
  {
    id: "I2",
    says: "every booking that was acknowledged under a key exists",
    sql: `select i.key::text as id from idempotency i where i.outcome ? 'bookingId' and not exists (select from booking b where b.id = (i.outcome ->> 'bookingId')::uuid)`,
  },
  {
    id: "I3",
    says: "two keys of one operation never name the same booking",
    sql: `select outcome ->> 'bookingId' as id from idempotency where operation in ('bookSlot','bookFirstAppointment','rescheduleBooking') and outcome ? 'bookingId' group by operation, 1 having count(*) > 1`,
  },
  {
    id: "I3",
    says: "a booking reserves or counts exactly one treatment while it lives, and none when it did not take place",
    sql: `select b.id::text as id from booking b left join treatment_usage u on u.booking_id = b.id
      where (b.state = 'CONFIRMED' and u.state is distinct from 'RESERVED') or (b.state = 'ATTENDED' and u.state is distinct from 'COUNTED')
         or (b.state not in ('CONFIRMED','ATTENDED') and coalesce(u.state, 'RELEASED') <> 'RELEASED')`,
  },
  {
    id: "I4",
    says: "the pending entry of a booking is open while it is confirmed, posted when attended, voided otherwise",
    sql: `select b.id::text as id from booking b left join ledger_entry p on p.id = b.id left join ledger_entry r on r.resolves_id = b.id
      where p.status is distinct from 'PENDING'
         or r.status is distinct from case b.state when 'CONFIRMED' then null when 'ATTENDED' then 'POSTED' else 'VOIDED' end`,
  },
  {
    id: "I6",
    says: "every running guarantee past its deadline was met, or carries a breach stamped within 15 minutes",
    sql: `select c.id::text as id from claim c left join booking f on f.id = c.first_booking_id
      where c.guarantee_outcome = 'RUNNING' and c.deadline_at < clock_now() - interval '15 minutes' and c.breached_at is null
        and (f.id is null or f.starts_at >= c.deadline_at) and c.state not in ('DENIED','CLOSED','COMPLETED')`,
  },
  {
    id: "I7",
    says: "a booking, its slot, its clinic and its line belong to one tenant, and claim and booking to one member",
    sql: `select b.id::text as id from booking b join slot s on s.id = b.slot_id join clinic k on k.id = b.clinic_id join claim c on c.id = b.claim_id
      where b.provider_id <> s.provider_id or b.provider_id <> k.provider_id or b.clinic_id <> s.clinic_id or b.member_id <> c.member_id
      union all select l.id::text from settlement_line l join booking b on b.id = l.booking_id where l.provider_id <> b.provider_id or l.clinic_id <> b.clinic_id
      union all select l.id::text from settlement_line l join settlement_payment p on p.id = l.payment_id where p.provider_id <> l.provider_id`,
  },
  {
    id: "I8",
    says: "every booking has its line in the audit trail",
    sql: `select b.id::text as id from booking b where not exists (select from audit_event a where a.object_id = b.id and a.outcome = 'ALLOWED')`,
  },
  {
    id: "I9",
    says: "every booking has its event, and no event has been given up without being delivered",
    sql: `select b.id::text as id from booking b where not exists (select from outbox o where o.aggregate_id = b.id)
      union all select o.id::text from outbox o where o.dead_at is not null and o.delivered_at is null`,
  },
  ...LEDGER_INVARIANTS,
];
