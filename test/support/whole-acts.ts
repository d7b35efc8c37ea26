/**
 * Every database that a test leaves behind: each act under a key has its line in the audit trail, each that others are told of its event. And
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
    const { rows } = await pool.query<Rows[number]>(`select distinct what from (${HALF_DONE}) h order by 1`, [ANNOUNCED]);
    return { halfDone: textsOf(rows), told };
  } catch (error) {
    if (GONE.includes(codeOf(error) ?? "")) return { halfDone: [], told: [] };
    throw error;
  }
}
