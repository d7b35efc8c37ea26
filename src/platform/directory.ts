/**
 * Reading the directory: what everyone may know of clinics and their openings. It needs no viewer, so it needs no
 * transaction that sets one: a single prepared statement on a connection whose role can read nothing else, and write nothing.
 */
import type { QueryResultRow } from "pg";
import type { Database } from "./database.js";
import { classify, Unavailable } from "./database-errors.js";

export async function readDirectory<R extends QueryResultRow>(
  database: Database,
  text: string,
  values: readonly unknown[],
  name: string,
): Promise<R[]> {
  for (let attempt = 0; ; attempt += 1) {
    database.statements += 1;
    database.onStatement(text);
    try {
      return (await database.directory.query<R>({ text, values: [...values], name })).rows;
    } catch (error) {
      // a connection that died in the pool, or whose plan a migration overtook, is found out by whoever uses it next
      const { kind } = classify(error);
      if (kind !== "UNAVAILABLE" && kind !== "RETRY") throw error;
      if (attempt > 0) throw new Unavailable(error);
    }
  }
}
