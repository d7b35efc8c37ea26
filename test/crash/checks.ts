/** What must hold after every crash, asked of the database and of the callers' own notes. */
import type { Pool } from "pg";
import type { Told } from "./clients.js";

export type Findings = Readonly<Record<string, number>>;

const COUNTS: Readonly<Record<string, string>> = {
  /** I1: more active bookings than units, or a count that is wrong. */
  doubleBooked: `select s.id from slot s left join booking b on b.slot_id = s.id and b.state in ('CONFIRMED','ATTENDED','NO_SHOW')
    group by s.id having count(b.id) > s.capacity or count(b.id) <> s.booked or count(b.id) <> count(distinct b.seat)`,
  /** I4: an entry, or the book, that does not sum to nothing. */
  unbalanced: "select entry_id from posting group by entry_id having sum(amount_minor) <> 0",
  /** A booking without one of its parts, or a part without its booking. Counted table by table: ten thousand of each take a moment. */
  halfWritten: `select b.id from booking b
    left join (select id, count(*) as n from ledger_entry group by 1) e on e.id = b.id
    left join (select booking_id as id, count(*) as n from treatment_usage group by 1) u on u.id = b.id
    left join (select booking_id as id, count(*) as n from decision group by 1) d on d.id = b.id
    left join (select aggregate_id as id, count(*) as n from outbox group by 1) o on o.id = b.id
    left join (select object_id as id, count(*) as n from audit_event where outcome = 'ALLOWED' group by 1) a on a.id = b.id
    where (e.n, u.n, d.n, o.n, a.n) is distinct from (1, 1, 3, 1, 1)
    union all select e.id from ledger_entry e left join booking b on b.id = e.booking_id where b.id is null`,
  /** I3: keys with an effect and no outcome, or an outcome and no effect. */
  keysWithoutEffect: `select i.key from idempotency i left join booking b on b.id = (i.outcome ->> 'bookingId')::uuid where i.operation = 'bookSlot' and b.id is null`,
};

export async function findings(pool: Pool, told: readonly Told[]): Promise<Findings> {
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(COUNTS)) found[name] = (await pool.query(sql)).rows.length;
  const { rows } = await pool.query<{ id: string; slot_id: string; claim_id: string }>(
    "select id, slot_id, claim_id from booking where state = 'CONFIRMED'",
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  const acknowledged = told.filter((t) => t.bookingId !== null);
  const isLost = (t: Told): boolean => {
    const row = kept.get(t.bookingId ?? "");
    return row?.slot_id !== t.slotId || row.claim_id !== t.person.claim.id;
  };
  found["acknowledgedLost"] = acknowledged.filter(isLost).length;
  const known = new Set(acknowledged.map((t) => t.bookingId));
  // every request was asked until its answer was definite: a booking nobody was told of is an effect without an answer
  found["nobodyWasTold"] = rows.filter((row) => !known.has(row.id)).length;
  found["toldTwice"] = acknowledged.length - known.size;
  return found;
}
