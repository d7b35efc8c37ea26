/** Applies pending migrations, once, however many instances start together. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { bulkToPrimary } from "./bulk.js";
import type { Database } from "./database.js";
import { sqlState } from "./database-errors.js";
import { lockKey } from "./locks.js";
import { statement } from "./statement.js";
import { transaction } from "./transaction.js";
import { ANONYMOUS } from "../viewer.js";

export type MigrationProgress = (line: string) => void;

/** Answers how many migrations were applied. */
export async function migrateUp(url: string, folder = "migrations", onProgress: MigrationProgress = () => {}): Promise<number> {
  const planned = journalled(folder);
  if (planned.length === 0) return 0;
  const sql = await bulkToPrimary(url, 1, { lock_timeout: LOCK_MS });
  try {
    await sql.unsafe(`select pg_advisory_lock(${lockKey("migrations")})`);
    const hashes = await applied(sql);
    const before = hashes.length;
    // a database of a newer gateway knows more steps than this one, but not other ones
    const known = readMigrationFiles({ migrationsFolder: folder });
    const edited = planned.find((_, i) => i < before && known[i]?.hash !== hashes[i]);
    if (edited !== undefined)
      throw new Error(`this database was made by another ${edited} than that in ${folder}: start with an empty one`);
    if (before < planned.length) onProgress(`applying ${planned.slice(before).join(", ")}`);
    await amongOthers(sql, onProgress, () => migrate(drizzle(sql), { migrationsFolder: folder }));
    const after = (await applied(sql)).length;
    // drizzle skips, silently, a migration older than the newest applied one; a schema with holes must not start
    if (after < planned.length)
      throw new Error(`${planned.length - after} of ${planned.length} migrations were skipped: their timestamps are too old`);
    return after - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Whoever waits for a table makes everybody wait who comes after. */
const LOCK_MS = 2_000;
const MOST_TRIES = 60;

/**
 * Steps are taken while people book, all of them in one transaction: a lock that is not had soon, or that another waits for the other way
 * round, undoes it, lets the others by, and it is tried again.
 */
async function amongOthers(
  sql: Awaited<ReturnType<typeof bulkToPrimary>>,
  onProgress: MigrationProgress,
  work: () => Promise<void>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!["55P03", "40P01"].includes(sqlState(error) ?? "") || tries >= MOST_TRIES) throw error;
      onProgress("others are at work on these tables: trying again");
      await pause(Math.random() * LOCK_MS);
    }
  }
}

const APPLIED = statement("migrations-applied", "select hash from drizzle.__drizzle_migrations order by id");

/** A gateway that does not migrate starts on a database that somebody has migrated, with the steps of this program or those of a newer one. */
export async function schemaFaults(database: Database, folder = "migrations"): Promise<readonly string[]> {
  const planned = journalled(folder);
  const known = readMigrationFiles({ migrationsFolder: folder });
  const asked = transaction(database, ANONYMOUS, (tx) => tx.query(APPLIED.with()), { readOnly: true });
  const hashes = await asked.catch((error: unknown) => {
    // no role, no table, or nobody let in: as it is before the first migration
    if (["22023", "42704", "42P01", "3F000", "42501"].includes(sqlState(error) ?? "")) return [];
    throw error;
  });
  const edited = planned.find((_, i) => i < hashes.length && known[i]?.hash !== hashes[i]?.hash);
  if (edited !== undefined) return [`this database was made by another ${edited} than that in ${folder}: start with an empty one`];
  const missing = planned.slice(hashes.length);
  return missing.length === 0 ? [] : [`the schema is older than this program, ${missing.join(", ")} missing: run npm run migrate first`];
}

/** Hashes of the texts that the database has taken, in order. */
async function applied(sql: Awaited<ReturnType<typeof bulkToPrimary>>): Promise<string[]> {
  const [there] = await sql<{ yes: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return [];
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map(({ hash }) => hash);
}

function journalled(folder: string): string[] {
  const file = path.join(folder, "meta", "_journal.json");
  if (!existsSync(file)) return [];
  const journal: unknown = JSON.parse(readFileSync(file, "utf8"));
  const entries: unknown = typeof journal === "object" && journal !== null && "entries" in journal ? journal.entries : [];
  return Array.isArray(entries) ? entries.map((e: { tag?: unknown }) => String(e.tag)) : [];
}
