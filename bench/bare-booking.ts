/**
 * What PostgreSQL itself needs for the rows of a booking: one statement written by hand, one round trip, a commit. It locks the
 * member and the claim, takes the unit and writes the same rows, of the same size, as the gateway; as the owner of the tables,
 * without row security, and without reading or deciding anything. Keys, checks, indexes and triggers stay, because they are the
 * tables'.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { clients, type Clients } from "./clients.js";

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;
type Target = Readonly<
  Record<
    "slot_id" | "clinic_id" | "provider_id" | "practitioner_id" | "starts_at" | "ends_at" | "claim_id" | "member_id" | "policy_id",
    string
  >
>;

/** Rows of one booking by table, and how each is found from the booking's id. */
const TABLES: readonly (readonly [table: string, where: string])[] = [
  ["idempotency", "outcome ->> 'bookingId' = $1::text"],
  ["booking", "id::text = $1"],
  ["treatment_usage", "booking_id::text = $1"],
  ["ledger_entry", "id::text = $1"],
  ["posting", "entry_id::text = $1"],
  ["decision", "booking_id::text = $1"],
  ["claim_event", "data ->> 'bookingId' = $1::text"],
  ["audit_event", "object_id::text = $1"],
  ["outbox", "aggregate_id::text = $1"],
];
const TAKE = `
with locked as (select m.id from claim c join member m on m.id = c.member_id where c.id = $1 for no key update of m, c),
  unit as (update slot set booked = booked + 1 where id = $2 and state = 'OPEN' and booked < capacity and exists (select from locked) returning 1),
  reserved as (update claim set first_booking_id = coalesce(first_booking_id, $3::uuid), promise_state = 'SAFE', version = version + 1 where id = $1 returning 1)`;

/** Needs a booking of the gateway to copy; books the slots given, each for a claim of its own, and none twice. */
export async function bareBooking(url: string, count: number, asked: readonly { claimId: string; slotId: string }[]): Promise<Clients> {
  const pool = new pg.Pool({ connectionString: url, max: count });
  const pattern = await patternIn(pool);
  const targets = await targetsOf(pool, asked);
  let next = 0;
  return clients(pool, count, async (client) => {
    const target = targets[next++];
    if (!target) throw new Error("the bench ran out of slots to book");
    const { rows } = await client.query<{ taken: number }>(statementOf(copyFor(pattern, target), target));
    if (rows[0]?.taken !== 1) throw new Error("a slot of the bench's own was taken");
  });
}

async function patternIn(pool: pg.Pool): Promise<Rows> {
  const found = await pool.query<{ id: string }>("select id from booking order by id desc limit 1");
  const made: Record<string, Row[]> = {};
  for (const [table, where] of TABLES) {
    const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(t) - 'seq' as row from ${table} t where ${where}`, [
      found.rows[0]?.id,
    ]);
    made[table] = rows.map(({ row }) => row);
    if (rows.length === 0) throw new Error(`a booking without a row in ${table}`);
  }
  return made;
}

async function targetsOf(pool: pg.Pool, asked: readonly { claimId: string; slotId: string }[]): Promise<Target[]> {
  const { rows } = await pool.query<{ target: Target }>(
    `select to_jsonb(t) as target from (
       select s.id as slot_id, s.clinic_id, s.provider_id, s.practitioner_id, s.starts_at, s.ends_at, c.id as claim_id, c.member_id, c.policy_id
       from unnest($1::uuid[], $2::uuid[]) with ordinality as a(claim_id, slot_id, n) join claim c on c.id = a.claim_id join slot s on s.id = a.slot_id order by n) t`,
    [asked.map((a) => a.claimId), asked.map((a) => a.slotId)],
  );
  return rows.map(({ target }) => target);
}

function copyFor(pattern: Rows, target: Target): Rows {
  const bookingId = randomUUID();
  const ids = { booking_id: bookingId, entry_id: bookingId, object_id: bookingId, aggregate_id: bookingId, on_behalf_of: target.member_id };
  const known: Row = { ...target, ...ids };
  const own = new Set(["booking", "ledger_entry"]);
  return Object.fromEntries(
    Object.entries(pattern).map(([table, rows]) => [
      table,
      rows.map((row) => ({
        ...Object.fromEntries(Object.entries(row).map(([column, value]) => [column, known[column] ?? value])),
        ...(table === "idempotency" ? { key: randomUUID() } : { id: own.has(table) ? bookingId : randomUUID() }),
        ...(table === "booking" ? { reference: bookingId } : {}),
      })),
    ]),
  );
}

function statementOf(rows: Rows, { claim_id: claimId, slot_id: slotId }: Target): pg.QueryConfig {
  const values: unknown[] = [claimId, slotId, rows["booking"]?.[0]?.["id"]];
  const inserts = Object.entries(rows).map(([table, list]) => {
    const columns = Object.keys(list[0] ?? {});
    const tuples = list.map((row) => `(${columns.map((column) => `$${values.push(row[column])}`).join(", ")})`);
    return `put_${table} as (insert into ${table} (${columns.join(", ")}) values ${tuples.join(", ")})`;
  });
  return { name: "bare-booking", text: `${TAKE},\n${inserts.join(",\n")}\nselect count(*)::int as taken from unit`, values };
}
