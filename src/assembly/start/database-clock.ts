/**
 * The clock of a database that holds a fictional world can be moved: its function clock_now() gets a constant difference, which
 * only the owner of the functions can give it. Gateways read the difference when they open, and again when they are told.
 */
import { connectDatabase, type Database } from "../../platform/postgres/database.js";
import { command } from "../../platform/postgres/connections/server.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { newId } from "../../platform/random.js";
import { announce, EventsMissed, type EventBus } from "../../platform/trail/event-bus.js";
import { ANONYMOUS, WORKER } from "../../platform/viewer.js";

/** Body of clock_now() as the first migration makes it: the machine's clock and nothing else. */
export const MACHINE_CLOCK = clockBody(0);
const MOVED = "clock.moved";
const AHEAD = statement("clock-ahead", "select (extract(epoch from clock_now() - now()) * 1000)::float8 as ms");

/** Puts this process on the database's clock; `asked` are the connections that are used for it. */
export async function readClock(database: Database, asked: Database = database): Promise<void> {
  const [row] = await transaction(asked, ANONYMOUS, (tx) => tx.query(AHEAD.with()), { readOnly: true });
  database.clock.aheadMs = row?.ms ?? 0;
}

/** Reads the clock again whenever it was moved, until the bus is closed. */
export async function followClock(database: Database, events: EventBus): Promise<void> {
  const never = new AbortController().signal;
  for (;;) {
    try {
      for await (const _ of events.listen(MOVED, never)) await readClock(database);
      return;
    } catch (error) {
      if (!(error instanceof EventsMissed)) throw error;
      await readClock(database);
    }
  }
}

/** As the owner of the functions. With 0 it is the machine's clock again. */
export async function moveClock(ownerUrl: string, aheadMs: number): Promise<void> {
  const event = { id: newId(), topic: MOVED, aggregateId: newId(), payload: {}, seq: 0n, attempts: 0 };
  const database = connectDatabase(ownerUrl, { max: 1, role: null });
  try {
    await command(
      database.pool,
      `create or replace function public.clock_now() returns timestamptz language sql stable parallel safe
       as $$${clockBody(aheadMs)}$$`,
    );
    await transaction(database, WORKER, (tx) => announce([event], tx));
  } finally {
    await database.close();
  }
}

/** As PostgreSQL keeps it, word for word: it is compared. */
function clockBody(aheadMs: number): string {
  const ahead = aheadMs === 0 ? "" : ` + interval '${Math.round(aheadMs)} milliseconds'`;
  return ` SELECT pg_catalog.now()${ahead} `;
}
