/** Each obstacle turns /ready red, and nothing else does; and what a gateway does before a primary and its standby, of which one goes. */
import "reflect-metadata";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { startApp } from "../../src/assembly/app.js";
import { loadConfig } from "../../src/assembly/config.js";
import { makeReadiness, type ReadinessOptions } from "../../src/assembly/start/readiness.js";
import { startEmbedded, ensureDatabase, type EmbeddedPostgres } from "../../src/platform/embedded/embedded-postgres.js";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { createLog } from "../../src/platform/log.js";
import { bulkToPrimary } from "../../src/platform/postgres/bulk.js";
import { connectDatabase, type Database, type DatabaseOptions } from "../../src/platform/postgres/database.js";
import { Unavailable } from "../../src/platform/postgres/database-errors.js";
import { readDirectory } from "../../src/platform/postgres/directory.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { transaction } from "../../src/platform/postgres/transaction.js";
import { ANONYMOUS } from "../../src/platform/viewer.js";
import { asserted } from "../support/asserted.js";
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

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries > 100) throw new Error("it never came to be");
    await pause(100);
  }
}

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

/** Of the given database, how many of its server processes wait for a standby that does not come. */
const waiting = async (admin: Database): Promise<number> =>
  (await admin.pool.query("select count(*)::int as n from pg_stat_activity where wait_event = 'SyncRep'")).rows[0].n;

it("commits that no standby confirms take the places of their pool and no more, and give them back", async () => {
  const admin = connectDatabase(primary.url("postgres"), { max: 1, role: null, connectMs: 10_000 });
  const few = connectDatabase(primary.url("gateway"), { max: 2, statementMs: 200, connectMs: 300 });
  const write = (): Promise<unknown> =>
    transaction(few, ANONYMOUS, (tx) => tx.query(asserted("select pg_logical_emit_message(true, 'unanswered', '')")), { retries: 0 });
  const told = async (): Promise<string> =>
    write().then(
      () => "kept",
      (error: Error) => error.name,
    );
  try {
    await admin.pool.query("alter system set synchronous_standby_names = 'nobody'");
    await admin.pool.query("select pg_reload_conf()");
    await pause(300);
    expect(await Promise.all([told(), told()])).toEqual(["UnknownOutcome", "UnknownOutcome"]);
    // the callers are gone, their commits are not
    for (let i = 0; i < 3; i += 1) expect(await told()).toBe("Unavailable");
    expect(await waiting(admin)).toBe(2);
    await admin.pool.query("alter system reset synchronous_standby_names");
    await admin.pool.query("select pg_reload_conf()");
    await until(async () => (await told()) === "kept");
    expect(await waiting(admin)).toBe(0);
  } finally {
    await admin.pool.query("alter system reset synchronous_standby_names");
    await admin.pool.query("select pg_reload_conf()");
    await admin.close();
    await few.close();
  }
}, 60_000);

describe("an address with several hosts", () => {
  const both = (...ports: readonly number[]): string =>
    primary.url("gateway").replace(/@[^/]+/, `@${ports.map((port) => `127.0.0.1:${port}`).join(",")}`);
  const recovering = (database: Database, more = {}): Promise<unknown> =>
    transaction(database, ANONYMOUS, async (tx) => (await tx.query(asserted("select pg_is_in_recovery() as standby")))[0], more);
  const ends: (() => Promise<void>)[] = [];
  const open = (url: string, more: DatabaseOptions = {}): Database => {
    const opened = connectDatabase(url, { max: 3, connectMs: 5_000, ...more });
    ends.push(opened.close);
    return opened;
  };
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it("leads to the one that takes writes, wherever it stands in the list, past what nobody answers at", async () => {
    const nobody = await freePort();
    for (const order of [
      [primary.port, standby.port],
      [standby.port, primary.port],
      [nobody, standby.port, primary.port],
    ])
      expect(await recovering(open(both(...order)))).toEqual({ standby: false });
  });

  it("is found once for all: a machine that answers nothing is waited for by one, and not by those after it", async () => {
    let asked = 0;
    const silent = createServer(() => (asked += 1));
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    ends.push(async () => void silent.close());
    const url = both((silent.address() as AddressInfo).port, primary.port);
    expect(await recovering(open(url, { connectMs: 1_000 }))).toEqual({ standby: false });
    expect(asked).toBe(1);
    expect(await recovering(open(url))).toEqual({ standby: false });
    expect(asked).toBe(1);
  });

  it("leads whoever migrates and loads to the same, although the standby stands first", async () => {
    const sql = await bulkToPrimary(`${both(standby.port, primary.port)}?target_session_attrs=read-write`);
    try {
      expect(await sql`select pg_is_in_recovery() as standby`).toMatchObject([{ standby: false }]);
    } finally {
      await sql.end();
    }
  });

  it("leads nowhere while none takes writes, but to the directory and to what a start has to know", async () => {
    const [nobody, nobodyEither] = [await freePort(), await freePort()];
    const strict = open(both(nobody, standby.port));
    await expect(recovering(strict, { retries: 0 })).rejects.toBeInstanceOf(Unavailable);
    const directory = await readDirectory(strict, asserted("select pg_is_in_recovery() as standby", [], "where-directory"));
    expect(directory).toEqual([{ standby: true }]);
    const start = open(both(nobody, standby.port), { orStandby: true });
    expect(await recovering(start, { readOnly: true })).toEqual({ standby: true });
    await expect(recovering(open(both(nobody, nobodyEither), { orStandby: true }), { retries: 0 })).rejects.toBeInstanceOf(Unavailable);
  });

  it("has a gateway start before a standby alone, which answers what can be read and is not ready", async () => {
    const dataDir = path.join(dir, "gateway");
    const settings = { DATA_DIR: dataDir, PORT: "0", SEED: "none", LOG_LEVEL: "silent", RUN_JOBS: "false", RATE_LIMITS: "false" };
    const address = `${both(await freePort(), standby.port)}?target_session_attrs=read-write`;
    const config = loadConfig({ ...settings, DATABASE_URL: address });
    expect(config.migrate).toBe(false);
    const app = await startApp({ config, databaseUrl: address, log: createLog("silent") });
    try {
      const ready = await fetch(`${app.url}/ready`);
      expect([ready.status, await ready.text()]).toEqual([503, expect.stringContaining("WRITES")]);
      const answer = await fetch(`${app.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ services { code } }" }),
      });
      expect(answer.status).toBe(200);
    } finally {
      await app.stop();
    }
  }, 60_000);

  it("finds the standby that became the primary, also over connections that were there before", async () => {
    const followed = open(both(primary.port, standby.port));
    expect(await recovering(followed)).toEqual({ standby: false });
    const admin = open(standby.url("postgres"), { role: null });
    await primary.stop();
    await admin.pool.query("select pg_promote()");
    expect(await recovering(followed)).toEqual({ standby: false });
    expect(await asked({ database: followed })).toEqual([]);
  }, 60_000);
});
