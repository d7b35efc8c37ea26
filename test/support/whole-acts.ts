/**
 * Every database that a test leaves behind: each act under a key has its line in the audit trail, each that others are told of its event;
 * what others are told of a case stands in its history, and has made it another; an appointment has all that was written beside it. And
 * which types of event its acts have left.
 */
import type { Pool } from "pg";
import { ANNOUNCED } from "../../src/assembly/features.js";
import { codeOf } from "../../src/platform/error-code.js";

/** Tests empty tables between each other: what was written before the first row that is left is not asked about. */
const HALF_DONE = `
  select i.operation || ': no line in the audit trail' as what from idempotency i
    where i.written_in >= (select written_in from audit_event order by written_in limit 1)
      and not exists (select from audit_event a where a.written_in = i.written_in)
  union all
  select a.operation || ': no event' from audit_event a
    where a.operation = any ($1) and a.outcome = 'ALLOWED'
      and a.written_in >= (select written_in from outbox order by written_in limit 1)
      and not exists (select from outbox o where o.written_in = a.written_in)
  union all
  select o.topic || ': no line in the history of the case' from outbox o
    where o.topic in ('claim.changed', 'claim.reported')
      and o.written_in >= (select written_in from claim_event order by written_in limit 1)
      and not exists (select from claim_event e where e.written_in = o.written_in)
  union all
  select i.operation || ': no outcome' from idempotency i where i.outcome is null`;

/**
 * Of members who were not erased: what is kept of the others is theirs no more. A complaint leaves its case as it is; a case is decided
 * about as it is reported, and is no other than it was.
 */
const UNCHANGED_CASES = `
  select 'claim.changed: a case was not changed by it, or not decided about' as what
  from (
    select id, count(*) as decided, count(*) filter (where not reported) as changed
    from (
      select aggregate_id as id, written_in, bool_or(topic = 'claim.reported') as reported from outbox
      where topic in ('claim.reported', 'claim.changed') and coalesce(payload -> 'events' <> '["COMPLAINED"]', true)
      group by 1, 2
    ) act group by 1
  ) told join claim c using (id) join member m on m.id = c.member_id and m.erased_at is null
  where c.version <= told.changed
    or (select count(*) from decision d where d.claim_id = c.id and d.kind = 'GUARANTEE' and d.booking_id is null) < told.decided
  union all
  select o.topic || ': no line in the history of the case'
  from outbox o join booking b on b.id = o.aggregate_id join member m on m.id = b.member_id and m.erased_at is null
  where o.payload ? 'bookingId' and o.topic in ('booking.confirmed', 'booking.moved', 'booking.cancelled', 'booking.declined', 'booking.attended',
      'attendance.confirmed', 'attendance.disputed')
    and not exists (select from claim_event e where e.written_in = o.written_in)`;

/** Appointments that were booked, not those that a test put there. */
const HALF_BOOKED = `
  select b.state || ' appointment: ' || x.what as what
  from booking b
  join member m on m.id = b.member_id and m.erased_at is null
  join outbox o on o.aggregate_id = b.id and o.topic = 'booking.confirmed' and o.payload ? 'bookingId'
  left join treatment_usage u on u.booking_id = b.id
  join claim c on c.id = b.claim_id
  left join ledger_entry e on e.id = b.id
  left join ledger_entry end_ on end_.resolves_id = b.id
  left join agreed_rate r on r.id = b.rate_id
  cross join lateral (values
    ('no decision', not exists (select from decision d where d.booking_id = b.id)),
    ('no treatment', u.id is null),
    ('a treatment that is ' || u.state, u.state <> case b.state when 'CONFIRMED' then 'RESERVED' when 'ATTENDED' then 'COUNTED' else 'RELEASED' end),
    ('no entry in the book', e.id is null),
    ('an entry that is ' || coalesce(end_.status, e.status),
      coalesce(end_.status, e.status) <> case b.state when 'CONFIRMED' then 'PENDING' when 'ATTENDED' then 'POSTED' else 'VOIDED' end),
    ('an entry without amounts',
      b.insurer_pays_minor > 0 and exists (select from unnest(array[e.id, end_.id]) with ordinality as x (id, nth)
        where x.id is not null and (nth = 1 or end_.status = 'POSTED') and not exists (select from posting p where p.entry_id = x.id))),
    ('a case that has it as its first all the same', c.first_booking_id = b.id and b.state not in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')),
    ('a rate that is not known to be used', r.used_at is null and r.id is not null)
  ) as x (what, missing)
  where x.missing`;
/** A table or the database is gone: the test was about that. */
const GONE = ["42P01", "42703", "3D000", "57P01"];

/** An event that a test wrote by itself has no line in the audit trail, and shows nothing. */
const TOLD = `
  select distinct topic as what from outbox where written_in in (select written_in from audit_event where outcome = 'ALLOWED')`;

export type LeftBehind = { readonly halfDone: readonly string[]; readonly told: readonly string[] };

export async function leftBehind(pool: Pool): Promise<LeftBehind> {
  type Rows = { readonly what: string }[];
  const textsOf = (rows: Rows): string[] => rows.map(({ what }) => what);
  try {
    const told = textsOf((await pool.query<Rows[number]>(TOLD)).rows);
    const { rows } = await pool.query<Rows[number]>(
      `select distinct what from (${HALF_DONE} union all ${UNCHANGED_CASES} union all ${HALF_BOOKED}) h order by 1`,
      [ANNOUNCED],
    );
    return { halfDone: textsOf(rows), told };
  } catch (error) {
    if (GONE.includes(codeOf(error) ?? "")) return { halfDone: [], told: [] };
    throw error;
  }
}
