/** Each obstacle turns /ready red, and nothing else does. */
import "reflect-metadata";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { makeReadiness, type ReadinessOptions } from "../../src/assembly/readiness.js";
import { startEmbedded, ensureDatabase, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { startStandby } from "../support/standby.js";

const dir = mkdtempSync(path.join(tmpdir(), "readiness-"));
let primary: EmbeddedPostgres;
let standby: EmbeddedPostgres;
let database: Database;
let onStandby: Database;
beforeAll(async () => {
  // the server's account must pass through
  chmodSync(dir, 0o711);
  primary = await startEmbedded({ dataDir: path.join(dir, "primary"), settings: { shared_buffers: "32MB", fsync: "off" } });
  const url = await ensureDatabase(primary, "gateway");
  await migrateUp(url);
  standby = await startStandby(primary, path.join(dir, "primary"), path.join(dir, "standby"));
  database = connectDatabase(url, { max: 2, connectMs: 10_000 });
  onStandby = connectDatabase(standby.url("gateway"), { max: 2, connectMs: 10_000 });
}, 120_000);
afterAll(async () => {
  await database.close();
  await onStandby.close();
  await standby.stop();
  await primary.stop();
  rmSync(dir, { recursive: true, force: true });
});

const asked = (more: Partial<ReadinessOptions> = {}): Promise<readonly string[]> =>
  makeReadiness({ database, stuckJobs: () => [], planAgeSeconds: () => 5, journal: path.join(dir, "erasures.ndjson"), ...more })();

it("a gateway before a primary, with its jobs and its plan, can work", async () => {
  expect(await asked()).toEqual([]);
  expect(await asked({ planAgeSeconds: () => null, journal: null })).toEqual([]);
});

it("a standby takes no booking", async () => {
  expect(await asked({ database: onStandby })).toEqual(["WRITES"]);
});

it("a database that commits nothing, because its synchronous standby is gone, takes no booking", async () => {
  const admin = connectDatabase(primary.url("postgres"), { max: 1, role: null, connectMs: 10_000 });
  const set = async (names: string): Promise<void> => {
    await admin.pool.query(`alter system set synchronous_standby_names = '${names}'`);
    await admin.pool.query("select pg_reload_conf()");
  };
  try {
    await set("nobody");
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await asked()).toEqual(["WRITES"]);
  } finally {
    await set("");
    await admin.close();
  }
}, 60_000);

it.each<[string, Partial<ReadinessOptions>, string]>([
  ["a job that stands still", { stuckJobs: () => ["relay-outbox"] }, "JOBS"],
  ["a plan that is three minutes old", { planAgeSeconds: () => 181 }, "PLAN"],
  // a file system without any room
  ["a full disk", { journal: "/proc/erasures.ndjson" }, "DISK"],
])("%s stands in the way", async (_, more, obstacle) => {
  expect(await asked(more)).toEqual([obstacle]);
});

it("is asked of the database once a second, however many ask", async () => {
  const before = database.statements;
  const ready = makeReadiness({ database, stuckJobs: () => [], planAgeSeconds: () => null, journal: null });
  await Promise.all(Array.from({ length: 50 }, ready));
  expect(database.statements - before).toBe(2);
});
