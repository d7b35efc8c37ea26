/**
 * Every database that a test leaves behind: each act under a key has its line in the audit trail, each that others are told of its event,
 * each of a case or an appointment its line in the history of the case, and each appointment the decision that it rests on.
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
    where o.topic in ('claim.changed', 'claim.reported', 'booking.confirmed', 'booking.moved', 'booking.cancelled', 'booking.declined',
        'booking.attended', 'attendance.confirmed', 'attendance.disputed')
      and o.written_in >= (select written_in from claim_event order by written_in limit 1)
      and not exists (select from claim_event e where e.written_in = o.written_in)
  union all
  select o.topic || ': no decision' from outbox o
    where o.topic = 'booking.confirmed' and o.written_in >= (select written_in from claim_event order by written_in limit 1)
      and not exists (select from decision d where d.booking_id = o.aggregate_id)
  union all
  select i.operation || ': no outcome' from idempotency i where i.outcome is null`;
/** A table or the database is gone: the test was about that. */
const GONE = ["42P01", "42703", "3D000", "57P01"];

export async function halfDoneActs(pool: Pool): Promise<readonly string[]> {
  try {
    const { rows } = await pool.query<{ what: string }>(`select distinct what from (${HALF_DONE}) h order by 1`, [ANNOUNCED]);
    return rows.map(({ what }) => what);
  } catch (error) {
    if (GONE.includes(codeOf(error) ?? "")) return [];
    throw error;
  }
}
