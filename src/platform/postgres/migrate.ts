/** Applies pending migrations, once, however many instances start together. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { bulkConnection } from "./bulk.js";
import { lockKey } from "./locks.js";

export type MigrationProgress = (line: string) => void;

/** Answers how many migrations were applied. */
export async function migrateUp(url: string, folder = "migrations", onProgress: MigrationProgress = () => {}): Promise<number> {
  const planned = journalled(folder);
  if (planned.length === 0) return 0;
  const sql = bulkConnection(url);
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
    await migrate(drizzle(sql), { migrationsFolder: folder });
    const after = (await applied(sql)).length;
    // drizzle skips, silently, a migration older than the newest applied one; a schema with holes must not start
    if (after < planned.length)
      throw new Error(`${planned.length - after} of ${planned.length} migrations were skipped: their timestamps are too old`);
    return after - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Hashes of the texts that the database has taken, in order. */
async function applied(sql: ReturnType<typeof bulkConnection>): Promise<string[]> {
  const [there] = await sql<{ yes: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return [];
  return (await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`).map(({ hash }) => hash);
}

function journalled(folder: string): string[] {
  const file = path.join(folder, "meta", "_journal.json");
  if (!existsSync(file)) return [];
  const journal: unknown = JSON.parse(readFileSync(file, "utf8"));
  const entries: unknown = typeof journal === "object" && journal !== null && "entries" in journal ? journal.entries : [];
  return Array.isArray(entries) ? entries.map((e: { tag?: unknown }) => String(e.tag)) : [];
}
