import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { ConfigFaults, loadConfig, type Config } from "../../src/assembly/config.js";
import { MACHINE_CLOCK } from "../../src/assembly/start/database-clock.js";
import { isTooOld, readDatabaseFacts, unsafeSettings, type DatabaseFacts } from "../../src/assembly/start/start-guard.js";
import { freshDatabase } from "../support/database.js";

const folder = mkdtempSync(path.join(tmpdir(), "config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = (n: number): string => createHash("sha256").update(String(n)).digest("base64");
const PRODUCTION = {
  NODE_ENV: "production",
  DATA_DIR: folder,
  HOST: "0.0.0.0",
  DATABASE_URL: "postgres://gateway_login@db.internal/gateway?sslmode=verify-full",
  JOBS_DATABASE_URL: "postgres://gateway_jobs@db.internal/gateway?sslmode=verify-full",
  RETENTION_DATABASE_URL: "postgres://gateway_removal@db.internal/gateway?sslmode=verify-full",
  PUBLIC_URL: "https://api.example",
  CPR_KEY: `a:${key(1)}`,
  CPR_INDEX_KEY: `b:${key(2)}`,
  ISSUER: "https://login.example",
  JWKS_URL: "https://login.example/jwks",
};
const SAFE: DatabaseFacts = {
  version: 180007,
  superuser: false,
  bypassRls: false,
  powerful: false,
  fsync: true,
  fullPageWrites: true,
  synchronousCommit: "on",
  clock: MACHINE_CLOCK,
};

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
};

test("an empty environment gives a development gateway on this machine only", () => {
  const config = loadConfig({ DATA_DIR: folder });
  expect(config).toMatchObject({
    port: 4000,
    host: "127.0.0.1",
    databaseUrl: null,
    production: false,
    trustedDocumentsOnly: false,
    keysGenerated: true,
  });
  expect(Object.isFrozen(config)).toBe(true);
  expect(loadConfig({ DATA_DIR: folder }).cprKey).toBe(config.cprKey);
  expect(config.cprKey).not.toBe(config.cprIndexKey);
  expect(statSync(path.join(folder, "secrets", "cpr-key")).mode & 0o077).toBe(0);
  expect(unsafeSettings(config, { ...SAFE, version: 180004, superuser: true, fsync: false })).toEqual([]);
});

test("every fault is listed at once, and no value is repeated", () => {
  const faults = faultsOf({
    NODE_ENV: "production",
    DATA_DIR: folder,
    PORT: "http",
    POOL_SIZE: "0",
    LOG_LEVEL: "loud",
    DATABASE_URL: "hunter2",
    CPR_KEY: "hunter2",
  });
  const names = ["PORT", "POOL_SIZE", "LOG_LEVEL", "DATABASE_URL", "CPR_KEY", "CPR_INDEX_KEY", "JWKS_FILE"];
  for (const name of names) expect(faults.filter((fault) => fault.startsWith(name))).toHaveLength(1);
  expect(faults).toHaveLength(names.length);
  expect(faults.join()).not.toContain("hunter2");
});

test("secrets come from files as well, but not from both places", () => {
  const file = path.join(folder, "key");
  writeFileSync(file, `c:${key(3)}\n`);
  expect(loadConfig({ DATA_DIR: folder, CPR_KEY_FILE: file }).cprKey).toBe(`c:${key(3)}`);
  expect(faultsOf({ DATA_DIR: folder, CPR_KEY: key(1), CPR_KEY_FILE: file })).toEqual(["CPR_KEY and CPR_KEY_FILE exclude each other"]);
  expect(faultsOf({ DATA_DIR: folder, CPR_KEY_FILE: "/nowhere" })).toEqual(["CPR_KEY_FILE points at a file that cannot be read"]);
});

test("an address names several hosts only together with the wish for the one that takes writes, and a pooler only with the way past it", () => {
  const several = "postgres://login@one:5432,two:5433,three/gateway";
  const wish = "?target_session_attrs=read-write";
  const fault = "DATABASE_URL must be a postgres:// address; one that names several hosts says target_session_attrs=read-write";
  expect(faultsOf({ DATA_DIR: folder, DATABASE_URL: several })).toEqual([fault]);
  expect(faultsOf({ DATA_DIR: folder, DATABASE_URL: `${several}?target_session_attrs=any` })).toEqual([fault]);
  expect(loadConfig({ DATA_DIR: folder, DATABASE_URL: several + wish }).migrate).toBe(false);
  expect(loadConfig({ DATA_DIR: folder }).migrate).toBe(true);
  expect(faultsOf({ DATA_DIR: folder, DATABASE_URL: `postgres://one:5432,two:port/gateway${wish}` })).toEqual([fault]);
  expect(faultsOf({ DATA_DIR: folder, DIRECTORY_DATABASE_URL: several + wish })).toEqual([
    "DIRECTORY_DATABASE_URL must be a postgres:// address of one host",
  ]);
  const together = "POOLER=transaction and DIRECT_DATABASE_URL, the way past the pooler, go together";
  expect(faultsOf({ DATA_DIR: folder, DATABASE_URL: "postgres://a/b", POOLER: "transaction" })).toEqual([together]);
  expect(faultsOf({ DATA_DIR: folder, DIRECT_DATABASE_URL: "postgres://a/b" })).toEqual([together]);
  const unsafe = several.replace("login", "gateway_login") + wish;
  expect(unsafeSettings({ ...loadConfig(PRODUCTION), databaseUrl: `${unsafe}&sslmode=verify-full` }, SAFE)).toEqual([]);
  expect(unsafeSettings({ ...loadConfig(PRODUCTION), databaseUrl: unsafe }, SAFE)).toEqual([
    "DATABASE_URL leads to another host without sslmode=verify-full",
  ]);
});

test("a production gateway on a current server starts", () => {
  const config = loadConfig(PRODUCTION);
  expect(config).toMatchObject({ trustedDocumentsOnly: true, introspection: false, keysGenerated: false });
  expect(unsafeSettings(config, SAFE)).toEqual([]);
});

const CASES: readonly (readonly [string, Partial<Config>, Partial<DatabaseFacts>])[] = [
  ["NODE_ENV", { production: false }, {}],
  ["embedded", { databaseUrl: null }, {}],
  ["CPR_KEY", { keysGenerated: true }, {}],
  ["must differ", { cprIndexKey: PRODUCTION.CPR_KEY }, {}],
  ["issuer", { issuer: "urn:provider-network-gateway:development" }, {}],
  ["JWKS", { jwksUrl: null }, {}],
  ["introspection", { introspection: true }, {}],
  ["TRUSTED", { trustedDocumentsOnly: false }, {}],
  ["superuser", {}, { superuser: true }],
  ["bypasses", {}, { bypassRls: true }],
  ["fsync", {}, { fsync: false }],
  ["full_page_writes", {}, { fullPageWrites: false }],
  ["synchronous_commit", {}, { synchronousCommit: "off" }],
  ["18.4 is too old", {}, { version: 180004 }],
  ["clock", {}, { clock: " SELECT pg_catalog.now() + interval '5 milliseconds' " }],
];

test.each(CASES)("an unsafe setting refuses the start: %s", (words, config, facts) => {
  const faults = unsafeSettings({ ...loadConfig(PRODUCTION), ...config }, { ...SAFE, ...facts });
  expect(faults).toEqual([expect.stringContaining(words)]);
});

test.each([
  [150019, true],
  [150020, false],
  [160015, true],
  [160016, false],
  [170011, true],
  [170012, false],
  [180006, true],
  [180007, false],
  [140030, true],
  [190000, false],
])("server %i too old: %s", (version, old) => expect(isTooOld(version)).toBe(old));

test("the facts are read from a live server", async () => {
  const fresh = await freshDatabase({ empty: true });
  const facts = await readDatabaseFacts(fresh.database);
  await fresh.drop();
  expect(facts).toMatchObject({ superuser: true, bypassRls: true, version: expect.any(Number), fsync: expect.any(Boolean) });
});
