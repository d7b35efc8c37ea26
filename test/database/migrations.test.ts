/**
 * The way to a database: prepared by the administrator's script, migrated by an owner without special rights, used through a
 * login that owns nothing. From the first release on no step is edited, and the steps after a release are taken over its rows.
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { moveClock } from "../../src/assembly/start/database-clock.js";
import { JOBS } from "../../src/assembly/jobs.js";
import { INVARIANTS } from "../../src/assembly/features.js";
import { runJob } from "../../src/assembly/run-jobs.js";
import { loadConfig } from "../../src/assembly/config.js";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { createLog } from "../../src/platform/log.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { MOVED_CLOCK, readDatabaseFacts, unsafeSettings } from "../../src/assembly/start/start-guard.js";
import { seedReference } from "../../seeds/load.js";
import { bookSlot } from "../bookings/documents.js";
import { startApp, type TestApp } from "../support/app.js";
import { aheadMs } from "../support/clock.js";
import { asAdmin, prepare, SHARED_ROLES, type Prepared } from "../support/prepared.js";
import { journalOf, releaseOf, releases, stepFaults, upgrade, writeRelease, type Release } from "../support/releases.js";

const FOLDER = "migrations";
const TAGS = journalOf(FOLDER).entries.map(({ tag }) => tag);
/** The baseline is five files over one snapshot; every later step has a snapshot of its own. */
const BASELINE = 5;

describe("the journal", () => {
  it("numbers its steps without a gap and dates each after the one before", () => {
    const { entries } = journalOf(FOLDER);
    expect(entries.map(({ idx }) => idx)).toEqual(TAGS.map((_, i) => i));
    expect(TAGS.map((tag) => tag.slice(0, 5))).toEqual(TAGS.map((_, i) => `${String(i).padStart(4, "0")}_`));
    const whens = entries.map(({ when }) => when);
    expect(whens).toEqual([...new Set(whens)].sort((a, b) => a - b));
  });

  it("lists every file, and each step after the baseline has its snapshot", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
    expect(files.sort()).toEqual(TAGS.map((tag) => `${tag}.sql`));
    const snapshots = readdirSync(path.join(FOLDER, "meta")).filter((name) => name.endsWith("_snapshot.json"));
    expect(snapshots.sort()).toEqual(
      ["0000", ...TAGS.slice(BASELINE).map((tag) => tag.slice(0, 4))].map((number) => `${number}_snapshot.json`),
    );
  });

  it("names its steps by what they bring", () => {
    for (const tag of TAGS) expect(tag).toMatch(/^\d{4}_[a-z]+(-[a-z]+)*$/);
  });

  it("leaves nothing to generate: the tables in code are those of the last snapshot", async () => {
    mkdirSync(".data", { recursive: true });
    const copy = path.relative(".", mkdtempSync(path.join(".data", "generate-")));
    try {
      cpSync(FOLDER, copy, { recursive: true });
      const kit = path.join("node_modules", "drizzle-kit", "bin.cjs");
      const flags = ["generate", "--dialect", "postgresql", "--schema", "./schema/tables/*.ts", "--out", `./${copy}`];
      const { stdout } = await promisify(execFile)(process.execPath, [kit, ...flags]);
      expect(stdout).toContain("No schema changes");
      expect(readdirSync(copy).sort()).toEqual(readdirSync(FOLDER).sort());
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }, 120_000);
});

/** Today, as the next release would freeze it. */
describe("a database with a small network in use", () => {
  let made: Prepared;
  let database: Database;
  let today: Release;

  beforeAll(async () => {
    made = await prepare();
    database = connectDatabase(made.adminUrl, { max: 2 });
    await migrateUp(made.ownerUrl);
    await asAdmin(made.adminUrl, readFileSync("test/fixtures/small-network.sql", "utf8"));
    today = await releaseOf(database, FOLDER);
    if (process.env["RELEASE"]) writeRelease(process.env["RELEASE"], today);
  }, 60_000);
  afterAll(async () => {
    await database.close();
    await made.drop();
  });

  it("has a row in every table, so that a release takes one along", () => {
    expect(Object.entries(today.rows).filter(([, rows]) => rows.length === 0)).toEqual([]);
    expect(Object.keys(today.rows).length).toBeGreaterThan(50);
  });

  it("keeps everything that must be true true", async () => {
    expect(await brokenInvariants(database)).toEqual([]);
  });

  it("lists what is repeated of a new clinic", async () => {
    const [listing] = (await database.pool.query("select clinic_id, first_rates from listing")).rows;
    expect(listing.clinic_id).toBe("00000000-0000-7000-8000-000000000011");
    expect(JSON.parse(listing.first_rates)).toEqual([["00000000-0000-7000-8000-000000000014", 65000, "ANY", "2024-01-01", null]]);
  });

  it("would tell of a later step that edits a released one, and of one that loses or changes a row", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "steps-"));
    cpSync(FOLDER, folder, { recursive: true });
    const journal = journalOf(folder);
    for (const [i, [tag, text]] of Object.entries(LATER_STEPS).entries()) {
      const last = journal.entries.at(-1);
      if (!last) throw new Error("no migrations");
      journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1 + i, tag });
      writeFileSync(path.join(folder, `${tag}.sql`), text);
    }
    writeFileSync(path.join(folder, "meta", "_journal.json"), JSON.stringify(journal));
    const other = await prepare();
    try {
      expect(stepFaults(today, folder)).toEqual([]);
      expect(await upgrade(today, folder, other)).toEqual(["a-row-is-lost: busy_feed", "a-row-is-changed: alert"]);
      appendFileSync(path.join(folder, `${TAGS[1]}.sql`), "-- an afterthought");
      expect(stepFaults(today, folder)).toEqual([`${TAGS[1]} was edited after its release`]);
    } finally {
      await other.drop();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

/** Row security holds for the owner, too: a step that fills a column says as whom. */
const LATER_STEPS = {
  "a-column-joins": "alter table alert add column note text default 'none' not null",
  "a-row-is-lost": "set local app.role = 'WORKER'; delete from busy_feed",
  "a-row-is-changed": "set local app.role = 'WORKER'; update alert set subject = 'other'",
};

for (const { version, release } of releases())
  describe(`release ${version}`, () => {
    it("has no step that was edited since", () => {
      expect(stepFaults(release, FOLDER)).toEqual([]);
    });

    it("becomes the present without losing or changing a row, with every truth true, in the shape of a new database", async () => {
      const [old, fresh] = [await prepare(), await prepare()];
      const [grown, empty] = [old, fresh].map(({ adminUrl }) => connectDatabase(adminUrl, { max: 1 })) as [Database, Database];
      try {
        expect(await upgrade(release, FOLDER, old)).toEqual([]);
        expect(await brokenInvariants(grown)).toEqual([]);
        await migrateUp(fresh.ownerUrl);
        expect(await shapeOf(grown)).toEqual(await shapeOf(empty));
      } finally {
        for (const database of [grown, empty]) await database.close();
        for (const database of [old, fresh]) await database.drop();
      }
    }, 120_000);
  });

async function brokenInvariants(database: Database): Promise<string[]> {
  const broken: string[] = [];
  for (const {
    id,
    says,
    broken: { text, values = [] },
  } of INVARIANTS)
    if ((await database.pool.query(text, [...values])).rows.length > 0) broken.push(`${id} ${says}`);
  return broken;
}

/** Columns, constraints, indexes, policies, triggers, functions and grants, in words that do not depend on who owns them. */
const SHAPE = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(' ' || column_default, '') as line from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || ' ' || coalesce(qual, '') || ' / ' || coalesce(with_check, '') from pg_policies where schemaname = 'public'
  union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t where not tgisinternal
  union all select 'function ' || pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  union all select 'grant ' || table_name || ' ' || grantee || ' ' || privilege_type from information_schema.role_table_grants where table_schema = 'public' and grantee = any ($1)
  order by 1`;
const shapeOf = async (database: Database): Promise<string[]> =>
  (await database.pool.query(SHAPE, [SHARED_ROLES])).rows.map((row) => row.line);

describe("a database prepared by deploy/roles.sql", () => {
  let made: Prepared;
  let database: Database;
  let app: TestApp;

  beforeAll(async () => {
    made = await prepare();
    await migrateUp(made.ownerUrl);
    await moveClock(made.ownerUrl, aheadMs());
    await seedReference(made.ownerUrl);
    database = connectDatabase(made.adminUrl, { max: 3 });
    app = await startApp(
      {},
      {
        database,
        url: made.loginUrl,
        workerUrl: made.jobsUrl,
        retentionUrl: made.removalUrl,
        drop: () => Promise.resolve(),
      },
    );
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    await database?.close();
    await made?.drop();
  });

  it("has the roles that the migrations name", () => {
    expect(made.left.map((statement) => statement.split(" ")[2])).toEqual(SHARED_ROLES);
  });

  it("gives the gateway a login that owns nothing, bypasses nothing and may not make roles or tables", async () => {
    const facts = await readDatabaseFacts(app.app.database);
    expect(facts).toMatchObject({ superuser: false, bypassRls: false });
    const [login] = await app.rows(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit from pg_roles where rolname = $1",
      [made.login],
    );
    expect(new Set(Object.values(login))).toEqual(new Set([false]));
    const owned = `select relname as name from pg_class where relowner = to_regrole($1) union all select proname from pg_proc where proowner = to_regrole($1)`;
    expect(await app.rows(owned, [made.login])).toEqual([]);
    await expect(app.app.database.pool.query("select 1 from member")).rejects.toMatchObject({ code: "42501" });
    for (const made of ["table t (n int)", "temporary table t (n int)", "temporary view hold as select 1"])
      await expect(app.app.database.pool.query(`create ${made}`)).rejects.toMatchObject({ code: "42501" });
  });

  it("passes the guard that stands before a start in production", async () => {
    await moveClock(made.ownerUrl, 0);
    const facts = await readDatabaseFacts(app.app.database);
    await moveClock(made.ownerUrl, aheadMs());
    const keys = { CPR_KEY: `a:${randomBytes(32).toString("base64")}`, CPR_INDEX_KEY: `b:${randomBytes(32).toString("base64")}` };
    const config = loadConfig({
      NODE_ENV: "production",
      DATABASE_URL: made.loginUrl,
      JOBS_DATABASE_URL: made.jobsUrl,
      RETENTION_DATABASE_URL: made.removalUrl,
      PUBLIC_URL: "https://api.example",
      JWKS_URL: "https://id.example/jwks",
      ISSUER: "https://id.example",
      ...keys,
    });
    // the server of a test run spares the disk and may be an older release; what the guard asks of the login is asked here
    const durable = { ...facts, version: 180_007, fsync: true, fullPageWrites: true, synchronousCommit: "on" };
    expect(unsafeSettings(config, durable)).toEqual([]);
    expect(facts.powerful).toBe(false);
    expect(unsafeSettings(config, { ...durable, superuser: true })).toEqual(["the database login is a superuser"]);
    const { clock } = await readDatabaseFacts(app.app.database);
    expect(unsafeSettings(config, { ...durable, clock })).toEqual([MOVED_CLOCK]);
  });

  it("answers a search, books, and writes a book that sums to zero", async () => {
    const clinic = await app.make.clinic();
    const slot = await app.make.slot(clinic);
    const member = await app.make.member();
    const claim = await app.make.claim(member);
    const search = await app.asMember(member)(
      `{ providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 3) { edges { node { clinic { name } } } } }`,
    );
    expect(search.data.providers.edges).toHaveLength(1);
    const { data, codes } = await bookSlot(app.asMember(member), claim, slot);
    expect(codes).toEqual([]);
    expect(data.booking.state).toBe("CONFIRMED");
    expect(await app.rows("select sum(amount_minor)::int as sum, count(*) > 1 as more from posting")).toEqual([{ sum: 0, more: true }]);
    const stranger = await app.make.member();
    const theirs = await app.asMember(stranger)("{ bookings(first: 5) { edges { node { id } } } }");
    expect(theirs.data.bookings.edges).toEqual([]);
  });

  it("understands the queries that the runbook tells to ask", async () => {
    const queries = [...readFileSync("docs/operations/runbook.md", "utf8").matchAll(/`(select [^`]+)`/g)].map(([, query = ""]) => query);
    expect(queries.length).toBeGreaterThan(4);
    for (const query of queries) await expect(app.rows(query)).resolves.toBeDefined();
  });

  it("lets every background job do its work", async () => {
    const key = `k:${Buffer.alloc(32, 1).toString("base64")}`;
    const ctx = { database: app.app.database, log: createLog("silent"), personalData: personalData(key, key), now: null };
    for (const job of JOBS) expect([job.name, typeof (await runJob(job, ctx))]).toEqual([job.name, "object"]);
  }, 60_000);
});
