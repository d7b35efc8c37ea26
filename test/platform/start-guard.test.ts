import { describe, expect, it } from "@jest/globals";
import { randomBytes } from "node:crypto";
import { loadConfig, type Config } from "../../src/assembly/config.js";
import { MACHINE_CLOCK } from "../../src/assembly/start/database-clock.js";
import { isTooOld, unsafeSettings, type DatabaseFacts } from "../../src/assembly/start/start-guard.js";

const key = (): string => randomBytes(32).toString("base64");
const SAFE: Config = loadConfig({
  NODE_ENV: "production",
  HOST: "0.0.0.0",
  DATABASE_URL: "postgres://gateway_login@db/gateway?sslmode=verify-full",
  JOBS_DATABASE_URL: "postgres://gateway_jobs@db/gateway?sslmode=verify-full",
  RETENTION_DATABASE_URL: "postgres://gateway_removal@db/gateway?sslmode=verify-full",
  PUBLIC_URL: "https://api.example",
  JWKS_URL: "https://broker.example/jwks",
  ISSUER: "https://broker.example",
  CPR_KEY: key(),
  CPR_INDEX_KEY: key(),
});
const FACTS: DatabaseFacts = {
  version: 180_007,
  superuser: false,
  bypassRls: false,
  powerful: false,
  fsync: true,
  fullPageWrites: true,
  synchronousCommit: "on",
  clock: MACHINE_CLOCK,
};

describe("a gateway that others can reach", () => {
  it("starts with safe settings", () => {
    expect(unsafeSettings(SAFE, FACTS)).toEqual([]);
  });

  const unsafe: [string, Partial<Config>, Partial<DatabaseFacts>][] = [
    ["NODE_ENV is not production", { production: false }, {}],
    ["introspection is on", { introspection: true }, {}],
    ["documents need not be registered", { trustedDocumentsOnly: false }, {}],
    ["callers are not held to a rate", { rateLimits: false }, {}],
    ["a key is missing", { cprKey: "" }, {}],
    ["keys were made up at the start", { keysGenerated: true }, {}],
    ["both keys are the same", { cprIndexKey: SAFE.cprKey }, {}],
    ["the development issuer is believed", { issuer: "urn:provider-network-gateway:development" }, {}],
    ["there is nothing to check tokens with", { jwksUrl: null }, {}],
    ["the embedded database is used", { databaseUrl: null }, {}],
    ["the database login is a superuser", {}, { superuser: true }],
    ["the database login bypasses row-level security", {}, { bypassRls: true }],
    ["the login of requests may become the product", {}, { powerful: true }],
    [
      "a database on another host is reached without its name being checked",
      { databaseUrl: "postgres://gateway_login@db/gateway?sslmode=require" },
      {},
    ],
    ["a replica is reached without encryption", { directoryDatabaseUrl: "postgres://gateway_login@replica/gateway" }, {}],
    ["jobs have no login of their own", { jobsDatabaseUrl: null }, {}],
    ["jobs have the login of requests", { jobsDatabaseUrl: "postgres://gateway_login@db/gateway?sslmode=verify-full" }, {}],
    ["a key is nothing but zeros", { cprKey: `a:${Buffer.alloc(32).toString("base64")}` }, {}],
    ["a key was typed", { cprKey: `a:${Buffer.from("changeme".repeat(4)).toString("base64")}` }, {}],
    ["both settings share a key under two names", { cprKey: `a:${SAFE.cprIndexKey}` }, {}],
    ["a key is a development machine's", { cprKey: `dev:${key()}` }, {}],
    ["the issuer is spoken to in the clear", { issuer: "http://broker.example" }, {}],
    ["the log tells everything", { logLevel: "trace" }, {}],
    ["statements are printed", { sqlLog: true }, {}],
    ["tokens that are bound are about an address nobody knows", { publicUrl: null }, {}],
    ["the database does not sync", {}, { fsync: false }],
    ["the database does not write full pages", {}, { fullPageWrites: false }],
    ["the database acknowledges before it has written", {}, { synchronousCommit: "off" }],
    ["the database's clock was moved", {}, { clock: MACHINE_CLOCK.replace("now()", "now() + interval '1 day'") }],
    ["the database has no clock of the product", {}, { clock: null }],
    ["the database is older than the release of 12 November 2026", {}, { version: 180_004 }],
  ];
  it.each(unsafe)("does not start when %s", (_name, config, facts) => {
    expect(unsafeSettings({ ...SAFE, ...config }, { ...FACTS, ...facts })).toHaveLength(1);
  });

  it("is told every reason at once", () => {
    expect(unsafeSettings({ ...SAFE, introspection: true, cprKey: "" }, { ...FACTS, superuser: true, fsync: false })).toHaveLength(4);
  });
});

it("a developer's own machine starts as it is", () => {
  expect(
    unsafeSettings(
      { ...SAFE, production: false, host: "127.0.0.1", introspection: true, databaseUrl: null },
      { ...FACTS, superuser: true, version: 180_004 },
    ),
  ).toEqual([]);
});

it.each([
  [150_019, true],
  [150_020, false],
  [160_015, true],
  [160_016, false],
  [170_011, true],
  [170_012, false],
  [180_006, true],
  [180_007, false],
  [140_099, true],
  [190_000, false],
])("server version %i is too old: %s", (version, tooOld) => {
  expect(isTooOld(version)).toBe(tooOld);
});
