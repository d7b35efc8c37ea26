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
/** Step after step, as each reads the one before: what the time is, the pause, and who writes when it is over. */
const LOOK = statement(
  "book-look",
  `with clock as materialized (select clock_moment() as now, date_trunc('milliseconds', clock_moment()) as told),
   paused as materialized (select c.now, c.told, case when $1 then pg_sleep(0.002)::text end as paused from clock c)
   select p.now, p.told, p.paused,
     array(select k.virtualtransaction from ${WRITING} and p.now is not null) as writers from paused p`,
);
const STILL = statement(
  "book-still-writing",
  `select count(k.*)::int as n, pg_sleep(0.005)::text as paused from ${WRITING}
     and k.virtualtransaction = any ($1::text[])`,
);

/** Looks until those who were writing are done: two seconds, and whoever asks is told to ask again. */
const MOST_LOOKS = 400;

/** The instant that is answered for: the one asked about, or now. Everything that was recorded by then is there to be read. */
export async function settledAsOf(tx: Tx, asked: Date | null, path: string = "asOf"): Promise<Date> {
  // entries carry microseconds, an instant of the API does not: the millisecond that runs is waited for
  const [seen] = await tx.query(LOOK.with(asked === null));
  const now = seen?.now ?? new Date(0);
  if (asked && asked > now) throw badInput("The book is not written for instants that are still to come.", [path]);
  const asOf = asked ?? new Date((seen?.told ?? now).getTime() + 1);
  const writers = seen?.writers ?? [];
  if (writers.length === 0) return asOf;
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const [still] = await tx.query(STILL.with(writers));
    if ((still?.n ?? 0) === 0) return asOf;
  }
  throw new Overloaded();
}
