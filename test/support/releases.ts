/**
 * What a release leaves to its successors' tests: which steps it had, each with the hash of its text, and the rows of a small
 * network as its tables held them. `RELEASE=1.0.0 npm test -- test/database/migrations.test.ts` writes one.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import type { Prepared } from "./prepared.js";

const HOME = "test/fixtures/releases";
type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;
/** SHA-256 of each step's text by its tag, in order; rows by table, as to_jsonb writes them. */
export type Release = { readonly steps: Readonly<Record<string, string>>; readonly rows: Rows };
export type Journal = { readonly entries: { idx: number; when: number; tag: string }[] };

export function journalOf(folder: string): Journal {
  return JSON.parse(readFileSync(path.join(folder, "meta", "_journal.json"), "utf8"));
}

export function releases(): { readonly version: string; readonly release: Release }[] {
  if (!existsSync(HOME)) return [];
  return readdirSync(HOME).map((file) => ({
    version: path.basename(file, ".json"),
    release: JSON.parse(readFileSync(path.join(HOME, file), "utf8")),
  }));
}

/** Refuses to write a release a second time: what left stays as it left. */
export function writeRelease(version: string, release: Release): void {
  mkdirSync(HOME, { recursive: true });
  writeFileSync(path.join(HOME, `${version}.json`), JSON.stringify(release, null, 1), { flag: "wx" });
}

export async function releaseOf(database: Database, folder: string): Promise<Release> {
  const steps = journalOf(folder).entries.map(({ tag }) => [tag, hashOf(folder, tag)] as const);
  return { steps: Object.fromEntries(steps), rows: await rowsOf(database) };
}

/** Steps of the release that are no longer what they were. */
export function stepFaults(release: Release, folder: string): string[] {
  const now = journalOf(folder).entries.map(({ tag }) => tag);
  return Object.entries(release.steps).flatMap(([tag, hash], i) => {
    if (now[i] !== tag) return [`${tag} is no longer step ${i}`];
    return hashOf(folder, tag) === hash ? [] : [`${tag} was edited after its release`];
  });
}

/** Fills a new database as the release left one and takes the steps since, one by one. Answers "step: table" for each table that
 * lost or changed a row; a column that joined is no change. */
export async function upgrade(release: Release, folder: string, made: Prepared): Promise<string[]> {
  const copy = mkdtempSync(path.join(tmpdir(), "upgrade-"));
  const database = connectDatabase(made.adminUrl, { max: 1 });
  try {
    cpSync(folder, copy, { recursive: true });
    const journal = journalOf(folder);
    const migrateThrough = async (steps: number): Promise<void> => {
      const upTo = { ...journal, entries: journal.entries.slice(0, steps) };
      writeFileSync(path.join(copy, "meta", "_journal.json"), JSON.stringify(upTo));
      await migrateUp(made.ownerUrl, copy);
    };
    const released = Object.keys(release.steps).length;
    await migrateThrough(released);
    await load(database, release.rows);
    const faults: string[] = [];
    let before: Rows = release.rows;
    for (const [i, { tag }] of journal.entries.entries()) {
      if (i < released) continue;
      await migrateThrough(i + 1);
      const after = await rowsOf(database);
      for (const [table, rows] of Object.entries(before)) if (!holds(after[table] ?? [], rows)) faults.push(`${tag}: ${table}`);
      before = after;
    }
    return faults;
  } finally {
    await database.close();
    rmSync(copy, { recursive: true, force: true });
  }
}

function hashOf(folder: string, tag: string): string {
  return createHash("sha256")
    .update(readFileSync(path.join(folder, `${tag}.sql`)))
    .digest("hex");
}

async function rowsOf({ pool }: Database): Promise<Rows> {
  const tables = await pool.query(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const all: Record<string, Row[]> = {};
  for (const { name } of tables.rows)
    all[name] = (await pool.query(`select to_jsonb(t) as row from "${name}" t`)).rows.map(({ row }) => row);
  return all;
}

/** As a copy would be restored: no trigger runs, and what is computed is computed. */
async function load({ pool }: Database, rows: Rows): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    for (const [table, held] of Object.entries(rows)) {
      const [{ columns }] = (
        await client.query(
          `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
           where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
          [`public.${table}`],
        )
      ).rows;
      const text = `insert into "${table}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table}", $1)`;
      await client.query(text, [JSON.stringify(held)]);
    }
  } finally {
    client.release(true);
  }
}

function holds(after: readonly Row[], before: readonly Row[]): boolean {
  const left = before.map((row) => JSON.stringify(row)).sort();
  const columns = Object.keys(before[0] ?? {});
  const there = after.map((row) => JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])))).sort();
  return before.length === after.length && left.every((row, i) => row === there[i]);
}
