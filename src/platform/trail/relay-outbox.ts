/**
 * Sends what acts left in the outbox, in the order of each thing's own history. Delivery happens inside the transaction that
 * marks it done: what announces itself in the same database is sent exactly once, anything else at least once under its id.
 */
import type { Database } from "../postgres/database.js";
import { lockKey } from "../postgres/locks.js";
import { newId } from "../random.js";
import { statement, type RowOf } from "../postgres/statement.js";
import { transaction, type Tx } from "../postgres/transaction.js";
import { RETENTION, WORKER } from "../viewer.js";
import { write } from "../postgres/write.js";

type OutboxEvent = RowOf<"outbox-next">;

/** Throws when the events were not taken; they are then sent again, one by one. */
export type Deliver = (events: readonly OutboxEvent[], tx: Tx) => Promise<void>;

export type RelayResult = { readonly delivered: number; readonly failed: number; readonly dead: number };

const BATCH = 200;
/** After so many tries an event is put aside and a person is told. */
const MOST_ATTEMPTS = 8;
/** Seconds until the second try; doubled with each further one, at most an hour. */
const FIRST_PAUSE_S = 1;

/** What waits behind a put-off event of the same thing waits too: later must not overtake earlier. */
const NEXT = statement(
  "outbox-next",
  `select o.seq, o.id, o.topic, o.aggregate_id as "aggregateId", o.payload, o.attempts from outbox o
   where o.delivered_at is null and o.dead_at is null and o.next_attempt_at <= now()
     and not exists (select 1 from outbox e where e.aggregate_id = o.aggregate_id and e.seq < o.seq
       and e.delivered_at is null and e.dead_at is null and e.next_attempt_at > now())
   order by o.seq limit $1`,
);

/** One relay at a time, whoever it is. */
const TURN = statement("outbox-turn", `select pg_try_advisory_xact_lock(${lockKey("outboxRelay")}) as mine`);

const DONE = statement(
  "outbox-done",
  `update outbox set delivered_at = now(), attempts = attempts + 1
   where seq = any ($1)`,
);
const LATER = statement(
  "outbox-later",
  `update outbox set attempts = attempts + 1, last_error = $2,
     next_attempt_at = now() + least(3600, $3 * power(2, attempts)) * interval '1 second',
     dead_at = case when attempts + 1 >= $4 then now() end
   where seq = $1 returning dead_at is not null as dead`,
);
const SWEEP = statement(
  "sweep-outbox",
  `delete from outbox
   where delivered_at < now() - interval '7 days' returning seq`,
);

/** Sends until nothing is due, or until another gateway is found to be at it. */
export async function relayOutbox(database: Database, deliver: Deliver): Promise<RelayResult> {
  const total = { delivered: 0, failed: 0, dead: 0 };
  for (;;) {
    const sent = await relayBatch(database, deliver, BATCH).catch(() => null);
    const result = sent ?? (await oneByOne(database, deliver));
    total.delivered += result.delivered;
    total.failed += result.failed;
    total.dead += result.dead;
    if (result.delivered + result.failed === 0) return total;
  }
}

async function relayBatch(database: Database, deliver: Deliver, size: number): Promise<RelayResult> {
  return transaction(database, WORKER, async (tx) => {
    const [turn] = await tx.query(TURN.with());
    if (!turn?.mine) return { delivered: 0, failed: 0, dead: 0 };
    const events = await tx.query(NEXT.with(size));
    if (events.length === 0) return { delivered: 0, failed: 0, dead: 0 };
    await deliver(events, tx);
    await tx.query(DONE.with(events.map((event) => event.seq)));
    return { delivered: events.length, failed: 0, dead: 0 };
  });
}

/** One bad event among many: each gets a transaction of its own, and only the bad one waits. */
async function oneByOne(database: Database, deliver: Deliver): Promise<RelayResult> {
  const total = { delivered: 0, failed: 0, dead: 0 };
  for (let i = 0; i < BATCH; i += 1) {
    let tried: OutboxEvent | undefined;
    const only: Deliver = (events, tx) => {
      tried = events[0];
      return deliver(events, tx);
    };
    try {
      const { delivered } = await relayBatch(database, only, 1);
      if (delivered === 0) return total;
      total.delivered += 1;
    } catch (error) {
      if (!tried) throw error;
      total.failed += 1;
      if (await putOff(database, tried, error)) total.dead += 1;
    }
  }
  return total;
}

async function putOff(database: Database, event: OutboxEvent, error: unknown): Promise<boolean> {
  // the name only: a message may quote what was sent
  const why = error instanceof Error ? error.name : "Error";
  return transaction(database, WORKER, async (tx) => {
    const [row] = await tx.query(LATER.with(event.seq, why, FIRST_PAUSE_S, MOST_ATTEMPTS));
    if (row?.dead)
      await write(tx, {
        alert: [{ id: newId(), kind: "EVENT_UNDELIVERABLE", subject: event.id, detail: { topic: event.topic, attempts: MOST_ATTEMPTS } }],
      });
    return row?.dead ?? false;
  });
}

/** Delivered events are kept a week for questions, dead ones until somebody has looked. */
export async function sweepOutbox(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
