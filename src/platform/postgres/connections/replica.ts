/**
 * A streaming replica for reading the directory, used only while it is known to be close behind. Clocks and idle primaries
 * deceive; positions in the log do not: what the primary had written a moment ago must have been replayed.
 */
import type pg from "pg";
import type { Statement } from "../exchange.js";
import { askServer } from "./server.js";
import { statement } from "../statement.js";

/** What a search may be behind a booking, as the product promises for publications, too: searchable within two seconds. */
const MOST_BEHIND_MS = 2_000;
const LOOK_MS = 500;

const WRITTEN = statement("log-written", "select (pg_current_wal_lsn() - '0/0')::text as at");
/** Null on a server that follows nobody: one that was promoted by mistake answers the past for ever. */
const REPLAYED = statement(
  "log-replayed",
  `select case when pg_is_in_recovery()
     then (pg_last_wal_replay_lsn() - '0/0')::text end as at`,
);

export type Replica = {
  readonly pool: pg.Pool;
  /** Whether it showed, within the last two seconds, what the primary had then. */
  readonly isFresh: () => boolean;
  readonly close: () => Promise<void>;
};

type Mark = { readonly at: number; readonly written: number };

export function followReplica(primary: pg.Pool, pool: pg.Pool): Replica {
  let marks: readonly Mark[] = [];
  let shownAt = -Infinity;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const at = performance.now();
    const written = await position(primary, WRITTEN.with());
    if (written !== null) marks = [...marks.filter((mark) => at - mark.at <= MOST_BEHIND_MS), { at, written }];
    const replayed = await position(pool, REPLAYED.with());
    shownAt = marks.findLast((mark) => replayed !== null && mark.written <= replayed)?.at ?? shownAt;
  };
  const again = async (): Promise<void> => {
    // a server that does not answer shows nothing; which of the two it was makes no difference
    await look().catch(() => {});
    if (!closed) timer = setTimeout(() => void (looking = again()), LOOK_MS).unref();
  };
  let looking = again();
  return {
    pool,
    isFresh: () => performance.now() - shownAt <= MOST_BEHIND_MS,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await looking;
      await pool.end();
    },
  };
}

async function position(pool: pg.Pool, asked: Statement<{ readonly at: string | null }>): Promise<number | null> {
  const [row] = await askServer(pool, asked);
  const at = row?.at ?? null;
  return at === null ? null : Number(at);
}
