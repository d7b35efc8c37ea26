/**
 * One PostgreSQL server and one migrated template database per run, both under names of their own: several runs go side by
 * side in one checkout. TEST_DATABASE_URL names a server to use instead; the run makes databases on it and drops them again.
 * All that a run writes stands in one folder, in memory where there is room: a database of a test is three hundred files, and
 * making them on a disk cost more than the tests did.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { readdir, rm, stat, statfs } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { moveClock } from "../../src/assembly/start/database-clock.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { startEmbedded } from "../../src/platform/embedded/embedded-postgres.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { seedReference } from "../../seeds/load.js";
import { aheadOfMachine } from "./clock.js";
import { neverTold } from "./told.js";
import { isAlive, runningOn } from "../../src/platform/embedded/postmaster.js";

/** Linux keeps here what is to stay in memory. */
const MEMORY = "/dev/shm";
/** A server, its databases and a seeded demonstration or two take half of it. */
const ROOM_BYTES = 2 ** 31;
/** Runs of this checkout: the folder for memory is everybody's. */
const OURS = `gateway-${createHash("sha256").update(`${hostname()} ${process.cwd()}`).digest("hex").slice(0, 8)}`;
const HOUR_MS = 3_600_000;
/** Nothing a test writes has to survive a power cut. */
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  shared_buffers: "128MB",
  autovacuum: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  // several test files at a time, each with two gateways
  max_connections: "250",
};

/** What jest was asked for. */
type Asked = {
  readonly watch: boolean;
  readonly watchAll: boolean;
  readonly testPathPatterns: { readonly isSet: () => boolean };
  readonly testNamePattern?: string;
  readonly onlyChanged: boolean;
  readonly onlyFailures: boolean;
  readonly findRelatedTests: boolean;
  readonly shard?: object;
};
const run = globalThis as { stopTestDatabase?: (() => Promise<void>) | undefined };

/** While Jest watches, the server stays from one run to the next. */
export default async function setup(): Promise<void> {
  if (run.stopTestDatabase) return;
  const ahead = aheadOfMachine();
  const name = `${process.pid}-${randomBytes(3).toString("hex")}`;
  const given = process.env["TEST_DATABASE_URL"];
  const places = [MEMORY, tmpdir()];
  for (const place of places) await sweep(place);
  const dir = path.join((await hasRoom(MEMORY)) ? MEMORY : tmpdir(), `${OURS}-${name}`);
  mkdirSync(dir);
  const server = given ? null : await startEmbedded({ dataDir: dir, settings: SETTINGS });
  // what the tests themselves write and start
  process.env["TMPDIR"] = dir;
  process.env["TEST_TOLD"] = path.join(dir, "told");
  const admin = given ?? server?.url("postgres") ?? "";
  const template = `template_${name.replace("-", "_")}`;
  const withReference = `${template}_reference`;
  const kill = (): void => {
    if (server) process.kill(server.pid, "SIGQUIT");
    // no promise is kept any more: its last processes are waited for in place
    for (let tries = 0; existsSync(dir) && tries < 50; tries += 1) {
      try {
        rmSync(dir, { recursive: true, force: true });
      } catch {
        // one of them still writes
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  };
  run.stopTestDatabase = async () => {
    process.off("exit", kill);
    if (!server) {
      for (const each of [template, withReference]) await onServer(admin, (sql) => sql`drop database if exists ${sql(each)} with (force)`);
    }
    await server?.stop();
    await rm(dir, { recursive: true, force: true });
  };
  // an interrupted run, and the end of watching
  process.once("exit", kill);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  try {
    await onServer(admin, (sql) => sql`create database ${sql(template)}`);
    await migrateUp(urlOf(admin, template));
    await moveClock(urlOf(admin, template), ahead);
    await onServer(admin, (sql) => sql`create database ${sql(withReference)} template ${sql(template)}`);
    await seedReference(urlOf(admin, withReference));
  } catch (error) {
    await run.stopTestDatabase();
    throw error;
  }
  process.env["TEST_CLOCK_AHEAD_MS"] = String(ahead);
  process.env["TEST_ADMIN_URL"] = admin;
  process.env["TEST_TEMPLATE"] = template;
  process.env["TEST_TEMPLATE_REFERENCE"] = withReference;
  process.env["LOG_LEVEL"] ??= "silent";
}

export async function teardown(asked: Asked): Promise<void> {
  if (asked.watch || asked.watchAll) return;
  const untold = isWhole(asked) ? neverTold() : [];
  await run.stopTestDatabase?.();
  if (untold.length > 0) throw new Error(`types of event that no test's acts leave: ${untold.join(", ")}`);
}

const isWhole = (asked: Asked): boolean =>
  !(
    asked.testPathPatterns.isSet() ||
    asked.testNamePattern ||
    asked.onlyChanged ||
    asked.onlyFailures ||
    asked.findRelatedTests ||
    asked.shard
  );

async function hasRoom(place: string): Promise<boolean> {
  const room = await statfs(place).catch(() => null);
  return room !== null && room.bavail * room.bsize > ROOM_BYTES;
}

/** Servers and folders of runs that were killed before their teardown. */
async function sweep(place: string): Promise<void> {
  for (const name of await readdir(place).catch(() => [])) {
    const pid = Number(name.startsWith(`${OURS}-`) && name.split("-")[2]);
    const dir = path.join(place, name);
    if (!pid || isAlive(pid) || Date.now() - (await stat(dir)).mtimeMs < HOUR_MS) continue;
    const live = await runningOn(path.join(dir, "pg"));
    if (live) process.kill(live.pid, "SIGQUIT");
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function onServer(url: string, act: (sql: ReturnType<typeof bulkConnection>) => Promise<unknown>): Promise<void> {
  const sql = bulkConnection(url);
  try {
    await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function urlOf(admin: string, database: string): string {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  return url.href;
}
