/**
 * The database's wall, attacked: each login tries everything in attempts.ts. What works is a file that is read in review
 * (`npm run attacks` writes it anew), the same on every version of PostgreSQL that is supported; whatever is not in it must be
 * refused, or find nothing.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import pg from "pg";
import { migrateUp } from "../../../src/platform/postgres/migrate.js";
import { asAdmin, prepare, type Prepared } from "../../support/prepared.js";
import { attempts, KEPT, REPLACED, type Attempt } from "./attempts.js";

const FILE = path.resolve("test/security/attacks/expected/database.txt");
const WRITE = process.env["UPDATE_ATTACKS"] === "1";

let made: Prepared;
const found = new Map<string, string[]>();

beforeAll(async () => {
  made = await prepare();
  await migrateUp(made.ownerUrl);
  await asAdmin(made.adminUrl, readFileSync("test/fixtures/small-network.sql", "utf8"), "analyze");
}, 120_000);
afterAll(() => made?.drop());

/** null: refused, or nothing was found or changed. */
async function outcomeOf(client: pg.Client, { statements }: Attempt): Promise<string | null> {
  await client.query("begin");
  try {
    let last: pg.QueryResult | undefined;
    for (const statement of statements) last = await client.query(statement);
    const value: unknown = Object.values((last?.rows[0] ?? {}) as object)[0];
    if (value !== undefined) return ["0", "false", ""].includes(String(value)) ? null : `answers ${String(value)}`;
    const changed = last?.rowCount ?? null;
    return changed === 0 ? null : changed === null ? "works" : `changes ${changed}`;
  } catch (error) {
    // what a login lacks, what it may not look at, and what does not exist; anything else is a fault of the attempt
    const { code } = error as { code?: string };
    if (code === "42501" || code === "0LP01") return null;
    return `fails with ${code ?? "no code"}`;
  } finally {
    await client.query("rollback").catch(() => {});
  }
}

type Login = { readonly name: string; readonly url: () => string };
const LOGINS: readonly Login[] = [
  { name: "the login of requests", url: () => made.loginUrl },
  { name: "the login of jobs", url: () => made.jobsUrl },
  { name: "the login of removal", url: () => made.removalUrl },
  { name: "the login that vouches", url: () => made.verifierUrl },
];

describe.each(LOGINS)("$name", ({ name, url }) => {
  it("can do what is written down for it, and nothing else", async () => {
    const client = new pg.Client({ connectionString: url(), statement_timeout: 10_000 });
    await client.connect();
    client.on("error", () => {});
    const works: string[] = [];
    try {
      for (const attempt of attempts(made.owner, [made.login, made.jobs, made.removal, made.verifier])) {
        const outcome = await outcomeOf(client, attempt);
        if (outcome !== null) works.push(`${attempt.name}: ${outcome}`.replaceAll(made.owner, "the owner"));
      }
    } finally {
      await client.end();
    }
    const own = (line: string): string =>
      line
        .replaceAll(made.login, "requests")
        .replaceAll(made.jobs, "jobs")
        .replaceAll(made.removal, "removal")
        .replaceAll(made.verifier, "verifier");
    found.set(name, works.map(own).sort());
    if (!WRITE) expect(found.get(name)).toEqual(written(name));
  }, 60_000);
});

it("the powers of the product and of removal are not within reach of the login of requests", () => {
  const works = found.get("the login of requests") ?? [];
  expect(works.filter((line) => /gateway_(worker|retention|keys|verify)|WORKER|RETENTION|superuser|the owner/.test(line))).toEqual([]);
});

it("every table that something may be removed from is among what is tried", async () => {
  const client = new pg.Client({ connectionString: made.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select distinct table_name as name from information_schema.role_table_grants
       where table_schema = 'public' and privilege_type in ('DELETE', 'TRUNCATE') and grantee like 'gateway%' order by name`,
    );
    expect(rows.map(({ name }) => name)).toEqual([...KEPT, ...REPLACED].sort());
  } finally {
    await client.end();
  }
});

it("the owner of the tables makes no roles, and no login inherits, owns or bypasses anything", async () => {
  const client = new pg.Client({ connectionString: made.adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select rolname, rolcreaterole, rolcreatedb, rolsuper, rolbypassrls, rolreplication from pg_roles where rolname = any ($1)",
      [[made.owner, made.login, made.jobs, made.removal, made.verifier]],
    );
    expect(rows).toHaveLength(5);
    for (const { rolname, ...rights } of rows)
      expect([rolname, ...Object.values(rights)]).toEqual([rolname, false, false, false, false, false]);
  } finally {
    await client.end();
  }
});

function written(login: string): string[] {
  if (!existsSync(FILE)) return [];
  const [, part = ""] = readFileSync(FILE, "utf8").split(`## ${login}\n`);
  return (part.split("\n## ")[0] ?? "").split("\n").filter(Boolean);
}

afterAll(() => {
  if (WRITE) writeFileSync(FILE, LOGINS.map(({ name }) => `## ${name}\n${(found.get(name) ?? []).join("\n")}\n`).join("\n"));
});
