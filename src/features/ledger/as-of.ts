/**
 * The book as of an instant has one answer for ever. An entry is dated when it comes into the book (trigger ledger_entry_is_dated),
 * and is seen when its transaction is over; so whoever asks about an instant waits for those who were writing then, and nobody who
 * writes waits for a reader.
 */
import { badInput } from "../../gateway/api/bad-input.js";
import { Overloaded } from "../../platform/postgres/database-errors.js";
import { lockKey } from "../../platform/postgres/locks.js";
import { statement } from "../../platform/postgres/statement.js";
import type { Tx } from "../../platform/postgres/transaction.js";

const [CLASS = "", OBJECT = ""] = lockKey("book").split(", ");
const WRITING = `pg_locks k where k.locktype = 'advisory' and k.classid = ${CLASS} and k.objid = ${OBJECT}
     and k.objsubid = 2 and k.mode = 'ShareLock' and k.granted
     and k.database = (select oid from pg_database where datname = current_database())`;
const CLOCK = statement("book-clock", "select clock_moment() as now, date_trunc('milliseconds', clock_moment()) as told");
const WRITERS = statement("book-writers", `select k.virtualtransaction as writer from ${WRITING}`);
const STILL = statement(
  "book-still-writing",
  `select count(k.*)::int as n, pg_sleep(0.005)::text as paused from ${WRITING}
     and k.virtualtransaction = any ($1::text[])`,
);
const PAUSE = statement("book-pause", "select pg_sleep(0.002)::text as paused");

/** Looks until those who were writing are done: two seconds, and whoever asks is told to ask again. */
const MOST_LOOKS = 400;

/** The instant that is answered for: the one asked about, or now. Everything that was recorded by then is there to be read. */
export async function settledAsOf(tx: Tx, asked: Date | null, path: string = "asOf"): Promise<Date> {
  const [clock] = await tx.query(CLOCK.with());
  const now = clock?.now ?? new Date(0);
  if (asked && asked > now) throw badInput("The book is not written for instants that are still to come.", [path]);
  // entries carry microseconds, an instant of the API does not: the millisecond that runs is waited for
  const asOf = asked ?? new Date((clock?.told ?? now).getTime() + 1);
  if (!asked) await tx.query(PAUSE.with());
  const writers = (await tx.query(WRITERS.with())).map(({ writer }) => writer ?? "");
  if (writers.length === 0) return asOf;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [still] = await tx.query(STILL.with(writers));
    if ((still?.n ?? 0) === 0) return asOf;
  }
  throw new Overloaded();
}
