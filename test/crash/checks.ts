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
  /** A booking without one of its parts, or a part without its booking. */
  halfWritten: `select b.id from booking b where
      (select count(*) from ledger_entry e where e.id = b.id) <> 1 or (select count(*) from treatment_usage u where u.booking_id = b.id) <> 1
      or (select count(*) from decision d where d.booking_id = b.id) <> 3 or (select count(*) from outbox o where o.aggregate_id = b.id) <> 1
      or (select count(*) from audit_event a where a.object_id = b.id and a.outcome = 'ALLOWED') <> 1
    union all select e.id from ledger_entry e where not exists (select from booking b where b.id = e.booking_id)`,
  /** I3: keys with an effect and no outcome, or an outcome and no effect. */
  keysWithoutEffect: `select i.key from idempotency i where operation = 'bookSlot' and (outcome is null or not exists (select from booking b where b.id = (outcome ->> 'bookingId')::uuid))`,
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
