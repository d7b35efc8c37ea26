/** Applies pending migrations, once, however many instances start together. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { bulkConnection } from "./bulk.js";

/** Any fixed number; all instances must use the same. */
const LOCK = 4_711_001;

export type MigrationProgress = (line: string) => void;

/** Answers how many migrations were applied. */
export async function migrateUp(url: string, folder = "migrations", onProgress: MigrationProgress = () => {}): Promise<number> {
  const planned = journalled(folder);
  if (planned.length === 0) return 0;
  const sql = bulkConnection(url);
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    const before = await applied(sql);
    if (before < planned.length) onProgress(`applying ${planned.slice(before).join(", ")}`);
    await migrate(drizzle(sql), { migrationsFolder: folder });
    const after = await applied(sql);
    // drizzle skips, silently, a migration older than the newest applied one; a schema with holes must not start
    if (after < planned.length)
      throw new Error(`${planned.length - after} of ${planned.length} migrations were skipped: their timestamps are too old`);
    return after - before;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function applied(sql: ReturnType<typeof bulkConnection>): Promise<number> {
  const [there] = await sql<{ yes: boolean }[]>`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return 0;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

function journalled(folder: string): string[] {
  const file = path.join(folder, "meta", "_journal.json");
  if (!existsSync(file)) return [];
  const journal: unknown = JSON.parse(readFileSync(file, "utf8"));
  const entries: unknown = typeof journal === "object" && journal !== null && "entries" in journal ? journal.entries : [];
  return Array.isArray(entries) ? entries.map((e: { tag?: unknown }) => String(e.tag)) : [];
}
