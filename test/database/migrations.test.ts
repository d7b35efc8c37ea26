/**
 * The way to a database: prepared by the administrator's script, migrated by an owner without special rights, used through a
 * login that owns nothing; and every step taken with data in the tables.
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { escapeLiteral } from "pg";
import { JOBS } from "../../src/assembly/jobs.js";
import { INVARIANTS } from "../../src/assembly/invariants.js";
import { runJob } from "../../src/assembly/run-jobs.js";
import { bulkConnection } from "../../src/platform/postgres/bulk.js";
import { loadConfig } from "../../src/assembly/config.js";
import { connectDatabase, type Database } from "../../src/platform/postgres/database.js";
import { createLog } from "../../src/platform/log.js";
import { migrateUp } from "../../src/platform/postgres/migrate.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { readDatabaseFacts, unsafeSettings } from "../../src/assembly/start-guard.js";
import { seedReference } from "../../seeds/load.js";
import { bookSlot } from "../bookings/documents.js";
import { startApp, type TestApp } from "../support/app.js";

const FOLDER = "migrations";
type Entry = { idx: number; when: number; tag: string };
type Journal = { entries: Entry[] };
const journal = JSON.parse(readFileSync(path.join(FOLDER, "meta", "_journal.json"), "utf8")) as Journal;
const TAGS = journal.entries.map(({ tag }) => tag);

/** Roles of a whole server: the template of this run has made them already. */
const SHARED_ROLES = ["gateway_app", "gateway_identity", "gateway_directory"];

type Prepared = {
  readonly name: string;
  readonly owner: string;
  readonly login: string;
  /** The administrator's, the owner's and the gateway's way in. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly left: readonly string[];
  readonly drop: () => Promise<void>;
};

/** deploy/roles.sql as an administrator runs it with psql, under names of this test's own. */
async function prepare(): Promise<Prepared> {
  const admin = process.env["TEST_ADMIN_URL"] ?? "";
  const mark = randomBytes(6).toString("hex");
  const [name, owner, login] = [`m_${mark}`, `owner_${mark}`, `login_${mark}`];
  const passwords: Record<string, string> = { owner_password: `o'${mark}`, login_password: `l'${mark}` };
  const statements = readFileSync("deploy/roles.sql", "utf8")
    .replace(/^--.*$/gm, "")
    .replace(/:'(\w+)'/g, (_, variable: string) => escapeLiteral(passwords[variable] ?? `no ${variable}`))
    .replace(/\bgateway_owner\b/g, owner)
    .replace(/\bgateway_login\b/g, login)
    .replace(/\bDATABASE gateway\b/, `DATABASE ${name}`)
    .split(";")
    .map((statement) => statement.trim())
    .filter(Boolean);
  const left = statements.filter((s) => SHARED_ROLES.some((role) => s.startsWith(`CREATE ROLE ${role} `)));
  await asAdmin(admin, ...statements.filter((s) => !left.includes(s)));
  const url = (user: string | null, password = ""): string => {
    const made = new URL(admin);
    made.pathname = `/${name}`;
    if (user) [made.username, made.password] = [user, encodeURIComponent(password)];
    return made.href;
  };
  return {
    name,
    owner,
    login,
    left,
    adminUrl: url(null),
    ownerUrl: url(owner, passwords["owner_password"]),
    loginUrl: url(login, passwords["login_password"]),
    drop: () =>
      asAdmin(
        admin,
        `drop database if exists ${name} with (force)`,
        `revoke set on parameter "app.role" from ${owner}`,
        `drop owned by ${owner}, ${login}`,
        `drop role ${owner}, ${login}`,
      ),
  };
}

async function asAdmin(url: string, ...statements: readonly string[]): Promise<void> {
  const sql = bulkConnection(url);
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
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

describe("the journal", () => {
  it("numbers its steps without a gap and dates each after the one before", () => {
    expect(journal.entries.map(({ idx }) => idx)).toEqual(TAGS.map((_, i) => i));
    expect(TAGS.map((tag) => tag.slice(0, 5))).toEqual(TAGS.map((_, i) => `${String(i).padStart(4, "0")}_`));
    const whens = journal.entries.map(({ when }) => when);
    expect(whens).toEqual([...new Set(whens)].sort((a, b) => a - b));
  });

  it("lists every file, and each step has its file and its snapshot", () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".sql"));
    expect(files.sort()).toEqual(TAGS.map((tag) => `${tag}.sql`));
    const snapshots = readdirSync(path.join(FOLDER, "meta")).filter((name) => name.endsWith("_snapshot.json"));
    expect(snapshots.sort()).toEqual(TAGS.map((tag) => `${tag.slice(0, 4)}_snapshot.json`));
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

/** What the tables of a later step held before the steps after it. */
const ROWS_AFTER: Readonly<Record<string, string>> = {
  "0000_tables": readFileSync("test/fixtures/migrations/rows-of-the-first-step.sql", "utf8"),
  "0004_limits-holds-and-erasures": `
    insert into alert (id, kind, subject) values (gen_random_uuid(), 'QUOTA_EXCEEDED', 's');
    insert into erasure_journal (id, member_id, requested_by, counts) values (gen_random_uuid(), gen_random_uuid(), 'dpo', '{}');
    insert into legal_hold (id, member_id, reason, placed_by) select gen_random_uuid(), id, 'r', 'dpo' from member limit 1;
    insert into quota_use (id, quota, actor) values (gen_random_uuid(), 'q', 'a');
    insert into rate_bucket (key, tokens) values ('k', 1);
    insert into token_revocation (id, token_id, revoked_by, reason) values (gen_random_uuid(), 't', 'dpo', 'r')`,
  "0006_settlement-attempts-and-reimbursements": `
    insert into settlement_attempt (line_id, attempt, payment_id, provider_id, amount_minor, ended_as) select id, 1, payment_id, provider_id, amount_minor, 'RETURNED' from settlement_line;
    insert into reimbursement (id, claim_id, member_id, policy_id, service_code, under, treated_on, bill_received_on, bill_reference, fee_minor, reimbursed_minor, member_pays_minor, danmark_minor, reasons, decision_id, decided_by)
      select gen_random_uuid(), c.id, c.member_id, c.policy_id, c.service_code, 'BASE', current_date, current_date, 'bill', 100, 100, 0, 0, '{}', d.id, 'one' from claim c join decision d on d.claim_id = c.id`,
  "0008_consent-renewed-and-rule-settings": `
    insert into rule_setting (id, valid_from, settings, reason, actor) values (gen_random_uuid(), now(), '{}', 'r', 'one')`,
  "0010_busy-feeds": `
    insert into busy_feed (id, clinic_id, provider_id, practitioner_id, stale_after_minutes)
      select gen_random_uuid(), k.id, k.provider_id, p.practitioner_id, 60 from clinic k join practitioner_clinic p on p.clinic_id = k.id`,
};

describe("step by step, with data", () => {
  let made: Prepared;
  let database: Database;
  const folder = mkdtempSync(path.join(tmpdir(), "steps-"));
  const filled = new Map<string, unknown[]>();

  beforeAll(async () => {
    made = await prepare();
    database = connectDatabase(made.adminUrl, { max: 2 });
    cpSync(FOLDER, folder, { recursive: true });
  });
  afterAll(async () => {
    await database.close();
    await made.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const tables = async (): Promise<string[]> =>
    (
      await database.pool.query(
        "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
      )
    ).rows.map((row) => row.name);
  const contents = async (table: string): Promise<unknown[]> =>
    (await database.pool.query(`select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text`)).rows.map((row) => row.row);

  it("takes each step over the rows of those before, and no step loses or changes one", async () => {
    for (const [i, tag] of TAGS.entries()) {
      const upTo = { ...journal, entries: journal.entries.slice(0, i + 1) };
      writeFileSync(path.join(folder, "meta", "_journal.json"), JSON.stringify(upTo));
      expect([tag, await migrateUp(made.ownerUrl, folder)]).toEqual([tag, 1]);
      const before = new Set(filled.keys());
      for (const [table, rows] of filled) {
        // a later column may have joined; what was there stays what it was
        expect([tag, table, await contents(table)]).toMatchObject([tag, table, rows as object[]]);
      }
      await asAdmin(made.adminUrl, ROWS_AFTER[tag] ?? "select 1");
      if (ROWS_AFTER[tag]) for (const table of await tables()) if (!before.has(table)) filled.set(table, await contents(table));
    }
    const empty = [...filled].filter(([, rows]) => rows.length === 0).map(([table]) => table);
    expect(empty).toEqual([]);
    expect(filled.size).toBeGreaterThan(40);
  }, 120_000);

  it("gives new columns a value and new tables what they repeat", async () => {
    const [payment] = (await database.pool.query("select expected_on = current_date as today from settlement_payment")).rows;
    expect(payment).toEqual({ today: true });
    const [listing] = (await database.pool.query("select clinic_id, first_rates from listing")).rows;
    expect(listing.clinic_id).toBe("00000000-0000-7000-8000-000000000011");
    expect(JSON.parse(listing.first_rates)).toEqual([["00000000-0000-7000-8000-000000000014", 65000, "ANY", "2024-01-01", null]]);
  });

  it("keeps everything that must be true true", async () => {
    const broken: string[] = [];
    for (const { id, says, sql } of INVARIANTS) if ((await database.pool.query(sql)).rows.length > 0) broken.push(`${id} ${says}`);
    expect(broken).toEqual([]);
  });

  it("arrives where an empty database arrives in one go", async () => {
    const other = await prepare();
    const fresh = connectDatabase(other.adminUrl, { max: 1 });
    try {
      expect(await migrateUp(other.ownerUrl)).toBe(TAGS.length);
      expect(await shapeOf(database)).toEqual(await shapeOf(fresh));
    } finally {
      await fresh.close();
      await other.drop();
    }
  }, 60_000);
});

describe("a database prepared by deploy/roles.sql", () => {
  let made: Prepared;
  let database: Database;
  let app: TestApp;

  beforeAll(async () => {
    made = await prepare();
    await migrateUp(made.ownerUrl);
    await seedReference(made.ownerUrl);
    database = connectDatabase(made.adminUrl, { max: 3 });
    app = await startApp({}, { database, url: made.loginUrl, drop: () => Promise.resolve() });
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
    await expect(app.app.database.pool.query("create table t (n int)")).rejects.toMatchObject({ code: "42501" });
  });

  it("passes the guard that stands before a start in production", async () => {
    const facts = await readDatabaseFacts(app.app.database);
    const keys = { CPR_KEY: `a:${randomBytes(32).toString("base64")}`, CPR_INDEX_KEY: `b:${randomBytes(32).toString("base64")}` };
    const config = loadConfig({
      NODE_ENV: "production",
      DATABASE_URL: made.loginUrl,
      JWKS_FILE: "/etc/gateway/jwks.json",
      ISSUER: "https://id.example",
      ...keys,
    });
    // the server of a test run spares the disk and may be an older release; what the guard asks of the login is asked here
    const durable = { ...facts, version: 180_007, fsync: true, fullPageWrites: true, synchronousCommit: "on" };
    expect(unsafeSettings(config, durable)).toEqual([]);
    expect(unsafeSettings(config, { ...durable, superuser: true })).toEqual(["the database login is a superuser"]);
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

  it("understands the queries that deploy/README.md tells to watch", async () => {
    const queries = [...readFileSync("deploy/README.md", "utf8").matchAll(/`(select [^`]+)`/g)].map(([, query = ""]) => query);
    expect(queries.length).toBeGreaterThan(4);
    for (const query of queries) await expect(app.rows(query)).resolves.toBeDefined();
  });

  it("lets every background job do its work", async () => {
    const key = `k:${Buffer.alloc(32, 1).toString("base64")}`;
    const ctx = { database: app.app.database, log: createLog("silent"), personalData: personalData(key, key), now: null };
    for (const job of JOBS) expect([job.name, typeof (await runJob(job, ctx))]).toEqual([job.name, "object"]);
  }, 60_000);
});
