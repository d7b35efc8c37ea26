/** One clock for what a rule, a person or a stored row means by now (docs/decisions/0008-one-clock.md). */
import "reflect-metadata";
import { globSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { moveClock } from "../../src/assembly/start/database-clock.js";
import { COMMANDS } from "../../src/commands/list.js";
import { run } from "../../src/commands/run.js";
import { startApp, type TestApp } from "../support/app.js";
import { aheadMs, now } from "../support/clock.js";
import { at, dayIn } from "../support/make.js";

const DAY_MS = 86_400_000;
let t: TestApp;
beforeAll(async () => {
  t = await startApp();
});
afterAll(() => t.stop());

const onClock = async (): Promise<{ now: Date; today: string; moment: Date }> =>
  (await t.rows("select clock_now() as now, clock_today() as today, clock_moment() as moment"))[0];
const planOf = async (role: string, statement: string): Promise<string> => {
  const client = await t.fresh.database.pool.connect();
  try {
    await client.query(`begin; set local enable_seqscan = off; set local role ${role}`);
    const { rows } = await client.query<{ "QUERY PLAN": string }>(`explain (verbose) ${statement}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    await client.query("rollback");
    client.release();
  }
};

describe("the database's clock", () => {
  it.each(["gateway_app", "gateway_identity", "gateway_directory"])("costs %s no call: the planner puts it in place", async (role) => {
    expect(await planOf(role, "select clock_now(), clock_today(), clock_moment()")).not.toContain("clock_now");
  });

  it("is in the conditions of indexes, as now() is", async () => {
    const plan = await planOf(
      "gateway_directory",
      "select id from slot where clinic_id = gen_random_uuid() and state = 'OPEN' and booked < capacity and starts_at > clock_now()",
    );
    expect(plan).toMatch(/Index Cond: .*starts_at > \(?now\(\)/);
  });

  it("stands still within a transaction, and clock_moment() goes on", async () => {
    const client = await t.fresh.database.pool.connect();
    try {
      await client.query("begin");
      const read = async () => (await client.query("select clock_now() as now, clock_moment() as moment")).rows[0];
      const [first, , second] = [await read(), await client.query("select pg_sleep(0.01)"), await read()];
      expect(second.now).toEqual(first.now);
      expect(second.moment.getTime()).toBeGreaterThan(first.moment.getTime());
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("is that of the tests, in rows as in answers", async () => {
    const clinic = await t.make.clinic();
    await t.make.slot(clinic, { startsAt: at(dayIn(3)) });
    const read = await onClock();
    for (const instant of [read.now, read.moment, t.app.database.clock.now()])
      expect(Math.abs(instant.getTime() - now().getTime())).toBeLessThan(5_000);
    const { data } = await t.as(null)(
      `{ providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 1) { edges { node { earliestAt } } } }`,
    );
    expect(data.providers.edges[0].node.earliestAt).toBe(at(dayIn(3)).toISOString());
  });

  it("can be moved by the owner, and a running gateway follows", async () => {
    const search = `{ providers(near: { postalCode: "8000" }, service: PHYSIOTHERAPY, first: 1) { edges { node { earliestAt } } } }`;
    await moveClock(t.fresh.url, aheadMs() + 30 * DAY_MS);
    try {
      for (let tries = 0; t.app.database.clock.aheadMs === aheadMs() && tries < 100; tries++) await pause(50);
      expect(t.app.database.clock.aheadMs).toBe(Math.round(aheadMs()) + 30 * DAY_MS);
      expect((await onClock()).now.getTime() - now().getTime()).toBeGreaterThan(29 * DAY_MS);
      expect((await t.as(null)(search)).data.providers.edges.map((edge: any) => edge.node.earliestAt)).not.toContain(
        at(dayIn(3)).toISOString(),
      );
    } finally {
      await moveClock(t.fresh.url, aheadMs());
    }
  });
});

describe("npm run clock", () => {
  const asked = async (
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<{ said: string; noted: string; code: number }> => {
    const said: string[] = [];
    const noted: string[] = [];
    const around = { say: (line: string) => said.push(line), note: (line: string) => noted.push(line) };
    const code = await run(["clock", ...args], COMMANDS, { ...around, env: { DATABASE_URL: t.fresh.url, ...env } });
    return { said: said.join("\n"), noted: noted.join("\n"), code };
  };
  const key = (id: string, n: number) => `${id}:${Buffer.alloc(32, n).toString("base64")}`;
  const PRODUCTION = {
    NODE_ENV: "production",
    CPR_KEY: key("a", 1),
    CPR_INDEX_KEY: key("b", 2),
    ISSUER: "https://id.example",
    JWKS_FILE: "keys.json",
  };

  it.each([
    ["what is no reading of a clock", ["--to", "tomorrow"], "like 2026-12-23T10:00"],
    ["a day that does not exist", ["--to", "2027-02-29T10:00"], "like 2026-12-23T10:00"],
    ["a reading that the clock passes over", ["--to", "2027-03-28T02:30"], "it is put forward over 2027-03-28T02:30"],
    ["two wishes at once", ["--to", "2026-12-23T10:00", "--back"], "one of the two"],
  ])("refuses %s", async (_, args, words) => {
    const { noted, code } = await asked(args);
    expect(noted).toContain(words);
    expect(code).toBe(2);
  });

  it("refuses in production, and a database that holds anything but the fictional network", async () => {
    expect((await asked(["--to", "2027-01-04T08:00"], PRODUCTION)).noted).toContain("is not moved");
    expect((await asked(["--to", "2027-01-04T08:00"])).noted).toContain("only where the fictional network is loaded");
    expect(Math.abs((await onClock()).now.getTime() - now().getTime())).toBeLessThan(60_000);
  });

  it("moves the fictional world to a reading of the clock in Copenhagen, says it, and takes it back", async () => {
    await t.rows("insert into installation (key, value) values ('seed', '{}')");
    try {
      expect((await asked(["--to", "2027-06-01T08:00"])).said).toMatch(
        /^2027-06-01T08:00 in Copenhagen, [\d.]+ days ahead of this machine$/,
      );
      expect((await onClock()).today).toBe("2027-06-01");
      expect((await asked([])).said).toMatch(/^2027-06-01T08:0\d in Copenhagen/);
      expect((await asked(["--back"])).said).toContain("as this machine");
      expect((await t.rows("select clock_now() = now() as same"))[0]).toEqual({ same: true });
    } finally {
      await moveClock(t.fresh.url, aheadMs());
      await t.rows("delete from installation where key = 'seed'");
    }
  });

  it("is told by verify in production, where nobody moved the clock", async () => {
    const verdicts = async (env: Record<string, string>): Promise<any[]> => {
      const said: string[] = [];
      const around = { say: (line: string) => said.push(line), note: () => {} };
      await run(["verify"], COMMANDS, { ...around, env: { DATABASE_URL: t.fresh.url, ...env } });
      return JSON.parse(said.join("")).invariants.filter((verdict: any) => verdict.invariant === "CLOCK");
    };
    expect(await verdicts({})).toEqual([]);
    expect(await verdicts(PRODUCTION)).toMatchObject([{ violations: 1, sample: [expect.stringContaining("interval")] }]);
  });
});

describe("whoever needs the time", () => {
  /** Waits and lifetimes between machines, whose rhythm must not follow a moved clock. */
  const MACHINE: Readonly<Record<string, string>> = {
    "src/platform/clock.ts": "the clock itself",
    "test/events/practice-system.test.ts": "how long it goes on, and how often it asks",
    "src/assembly/start/database-clock.ts": "the difference to the machine's clock",
    "src/assembly/desk.ts": "sessions live by the machine's clock, as tokens do",
    "src/gateway/desk/door.ts": "sessions live by the machine's clock, as tokens do",
    "test/desk/broker.ts": "a provider of identities lives by the machine's clock",
    "test/sabotage/walls/tokens.ts": "tokens are issued on the machine's clock",
    "test/desk/sign-in.test.ts": "sessions live by the machine's clock, as tokens do",
    "src/assembly/observe/figures.ts": "ages of events and of runs of jobs",
    "src/assembly/trial/life-player.ts": "the difference to the machine's clock, by which past weeks are played",
    "src/commands/bank.ts": "when a fictional file was made; there is no database",
    "src/commands/clock.ts": "the difference to the machine's clock",
    "src/platform/trail/audit-seal.ts": "transactions that still run began on the machine's clock",
    "src/platform/trail/relay-outbox.ts": "back-off of deliveries",
    "src/platform/trail/event-bus.ts": "signs of life of a connection",
    "src/platform/people/revocations.ts": "tokens are issued on the machine's clock",
    "src/platform/people/web-sessions.ts": "sessions live by the machine's clock, as tokens do",
    "src/platform/people/used-proofs.ts": "proofs live by the machine's clock",
    "src/platform/rate-limit.ts": "buckets fill by the second",
    "src/platform/random.ts": "ids only have to grow",
    "src/platform/embedded/embedded-postgres.ts": "patience with a server that starts",
    "src/platform/embedded/postmaster.ts": "patience with a server that starts",
    "src/assembly/run-jobs.ts": "rhythm and lease of jobs",
    "src/commands/generate/intake-corpus.ts": "files are tried without a database",
    "src/commands/generate/sdl.ts": "deprecations end on the calendar of those who release",
    "src/gateway/identity/viewer.ts": "tokens are issued on the machine's clock",
    "src/gateway/identity/keys.ts": "age of fetched keys",
    "src/gateway/identity/proof.ts": "how old a proof of possession is, on the clock that its maker has",
    "src/gateway/identity/dev-issuer.ts": "tokens are issued on the machine's clock",
    "src/gateway/socket/socket.ts": "tokens are issued on the machine's clock",
    "src/gateway/socket/socket-transport.ts": "messages per second",
    "src/gateway/socket/event-stream.ts": "tokens are issued on the machine's clock",
    "src/gateway/admission/registered-documents.ts": "pause between readings of what is registered",
    "src/features/events/event.store.ts": "the difference to the machine's clock, by which the outbox goes",
    "src/features/webhooks/delivery/deliver-webhooks.ts": "receivers check signatures by the machine's clock",
    "src/features/webhooks/delivery/delivery.store.ts": "back-off and leases of deliveries",
    "src/features/webhooks/webhook.store.ts": "back-off of deliveries",
    "src/features/promise/plan/keep-plan.ts": "pause between readings of the plan",
    "src/features/settlement/exchange/fetch-bank-files.ts": "how long ago a file was written, which the file system says",
    "test/contracts/statement-types.test.ts": "a text that is only described",
    "test/support/clock.ts": "the clock of the tests",
    "test/support/make.ts": "ids only have to grow",
    "test/support/subscribe.ts": "patience with an answer",
    "test/support/gateway-process.ts": "patience with a process that starts",
    "test/support/global-setup.ts": "age of folders left behind",
    "test/security/tokens.test.ts": "tokens are issued on the machine's clock",
    "test/platform/outbox.test.ts": "back-off of deliveries",
    "test/webhooks/webhooks.test.ts": "back-off of deliveries",
    "test/webhooks/world.ts": "back-off of deliveries",
    "test/settlement/exchange.test.ts": "files that were written a while ago",
    "test/assembly/run-jobs.test.ts": "rhythm and lease of jobs",
    "test/assembly/life.test.ts": "how far ahead the fictional world is of the machine's clock",
    "test/assembly/observing.test.ts": "ages of events and of runs of jobs",
    "test/database/invariants.test.ts": "an event that was given up",
  };
  const OWN = "test/assembly/clock.test.ts";
  const CALLS = /\bnew Date\(\)|\bDate\.now\b|Temporal\.Now/;
  const SQL = /(?<![\w.$])now\(\)|\b(current_date|current_timestamp|localtimestamp|clock_timestamp\(\)|statement_timestamp\(\))/i;
  /** In a test `now()` is the clock of the tests unless it stands in a statement. */
  const STATEMENT = /\b(select|update|insert into|values|where|set)\b.*((?<![\w.$])now\(\)|current_date)/;

  it("asks the product's clock, but for the waits and lifetimes of machines, each with its reason", () => {
    const files = globSync(["src/**/*.ts", "seeds/*.ts", "test/**/*.ts"], { exclude: ["**/node_modules"] }).filter((file) => file !== OWN);
    const found = files.filter((file) =>
      readFileSync(file, "utf8")
        .split("\n")
        .some((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && (CALLS.test(line) || (file.startsWith("test/") ? STATEMENT : SQL).test(line))),
    );
    expect(found.sort()).toEqual(Object.keys(MACHINE).sort());
  });

  it("fills rows by it, but for what machines wait for", async () => {
    const defaults = await t.rows(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_schema = 'public' and column_default ~ '(^|[^_])now\\(\\)|clock_timestamp|CURRENT_' order by 1`,
    );
    expect(defaults.map(({ column }) => column)).toEqual([
      "job_run.beat_at",
      "job_run.started_at",
      "outbox.created_at",
      "outbox.next_attempt_at",
      "rate_bucket.filled_at",
      "token_revocation.expires_at",
      "token_revocation.revoked_at",
      "webhook_delivery.next_at",
    ]);
    const elsewhere = await t.rows(
      `select polname as name from pg_policy where pg_get_expr(polqual, polrelid) ~ '(^|[^_])now\\(\\)|CURRENT_'
       union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosrc ~* '(^|[^_])now\\(\\)|current_date|clock_timestamp'
         and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e') order by 1`,
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([
      "clock_moment",
      "clock_now",
      "lease_tokens",
      "outbox_retention",
      "rate_bucket_retention",
    ]);
  });
});
