/**
 * Reading the directory: what everyone may know of clinics and their openings. It needs no viewer, so it needs no
 * transaction that sets one: a single prepared statement on a connection whose role can read nothing else, and write nothing.
 */
import type { Sent, Statement } from "./exchange.js";
import type pg from "pg";
import { spend } from "./connections/budget.js";
import type { Database } from "./database.js";
import { classify, Overloaded, Unavailable } from "./database-errors.js";
import { readTextRows, type TextRow } from "./text-rows.js";

export function readDirectory<R extends object>(database: Database, { text, values = [], name }: Statement<R>): Promise<R[]> {
  return ask(database, { text, name }, async (pool) => (await pool.query<R>({ text, values: [...values], name })).rows);
}

/** The same, with each row as the texts of its columns, in their order: the types of its rows do not apply. */
export function readDirectoryTexts(database: Database, { text, values = [], name = "" }: Statement): Promise<readonly TextRow[]> {
  return ask(database, { text, name }, (pool) => readTextRows(pool, text, values, name));
}

/** A replica that keeps up is asked first; the second time the primary is. */
async function ask<T>(database: Database, { text, name = "unnamed" }: Sent, read: (pool: pg.Pool) => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    spend("roundTrips");
    const leave = await database.places.DIRECTORY.enter(null);
    const [began, alone] = [performance.now(), database.directory.waitingCount === 0];
    database.statements += 1;
    const answered = database.onStatement(text, name);
    try {
      return await read(attempt === 0 && database.replica?.isFresh() ? database.replica.pool : database.directory);
    } catch (error) {
      // a connection that died in the pool, or whose plan a migration overtook, is found out by whoever uses it next
      const { kind } = classify(error);
      if (kind === "TIMEOUT") throw new Overloaded(error);
      if (kind !== "UNAVAILABLE" && kind !== "RETRY") throw error;
      if (attempt > 0) throw new Unavailable(error);
    } finally {
      answered?.();
      leave(alone ? performance.now() - began : undefined);
    }
  }
}
