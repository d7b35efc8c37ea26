/** Starts that must not happen, each as a process of its own: `npm start` with settings that production refuses. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { exportJWK, generateKeyPair } from "jose";
import { DEVELOPMENT_ISSUER } from "../../../src/assembly/config.js";
import { FULL } from "../../support/size.js";

const dir = mkdtempSync(path.join(tmpdir(), "settings-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const privateKeys = path.join(dir, "private.json");
const signInRules = path.join(dir, "sign-in.json");
writeFileSync(
  signInRules,
  JSON.stringify({
    scope: "openid",
    claims: { subject: "sub", name: "name", assurance: "loa" },
    rules: [{ role: "HEALTH_TEAM" }, { role: "CLINIC_STAFF" }],
  }),
);
beforeAll(async () => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  writeFileSync(privateKeys, JSON.stringify({ keys: [await exportJWK(privateKey)] }));
});

const random = (): string => randomBytes(32).toString("base64");
const GOOD: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  DATA_DIR: path.join(dir, "data"),
  PORT: "0",
  // nobody listens there: what gets so far ends at the database
  DATABASE_URL: "postgres://gateway_login:x@127.0.0.1:9/gateway",
  JOBS_DATABASE_URL: "postgres://gateway_jobs:x@127.0.0.1:9/gateway",
  RETENTION_DATABASE_URL: "postgres://gateway_removal:x@127.0.0.1:9/gateway",
  PUBLIC_URL: "https://api.example",
  ISSUER: "https://id.example",
  JWKS_URL: "https://id.example/jwks",
  CPR_KEY: `a:${random()}`,
  CPR_INDEX_KEY: `b:${random()}`,
};
const SAME = random();

type Bad = readonly [name: string, env: Record<string, string>, fault: RegExp];
/** Alone: settings that stand in each other's way, or that end the start before the others are looked at. */
const ALONE: readonly Bad[] = [
  ["a NODE_ENV that is nearly production", { NODE_ENV: "Production" }, /NODE_ENV must be exactly one of/],
  [
    "the settings of a developer on an address that others reach",
    { NODE_ENV: "", HOST: "0.0.0.0" },
    /public address without NODE_ENV=production/,
  ],
  ["one key in both settings", { CPR_KEY: `a:${SAME}`, CPR_INDEX_KEY: `b:${SAME}` }, /a key stands in CPR_KEY and in CPR_INDEX_KEY/],
  ["the fictional network", { SEED: "network" }, /SEED=network/],
  ["the development issuer", { ISSUER: DEVELOPMENT_ISSUER }, /the development issuer of tokens is not accepted/],
  ["equal keys", { CPR_KEY: `a:${SAME}`, CPR_INDEX_KEY: `a:${SAME}` }, /CPR_KEY and CPR_INDEX_KEY must differ/],
  ["the embedded database", { DATABASE_URL: "" }, /the embedded database is for development only/],
  ["pages that nobody can sign in to", { DESK: "true" }, /DESK=true needs a provider to sign in with/],
  ["half of a provider to sign in with", { DESK: "true", SIGN_IN_ISSUER: "https://id.example" }, /SIGN_IN_RULES go together/],
  [
    "a provider in the clear, with a secret that can be guessed, whose every login is the insurer's",
    {
      DESK: "true",
      SIGN_IN_ISSUER: "http://id.example",
      SIGN_IN_CLIENT_ID: "gateway",
      SIGN_IN_CLIENT_SECRET: "secret",
      SIGN_IN_RULES: signInRules,
    },
    /(?=[^]*SIGN_IN_ISSUER must be an https address)(?=[^]*SIGN_IN_CLIENT_SECRET is too short)[^]*HEALTH_TEAM needs cvr/,
  ],
];
/** Together: every reason is told at once, so one start shows them all. */
const TOGETHER: readonly Bad[] = [
  ["a key of zeros", { CPR_KEY: `a:${Buffer.alloc(32).toString("base64")}` }, /is not random/],
  ["a development key", { CPR_INDEX_KEY: `dev:${random()}` }, /is a development key/],
  ["keys that sign", { JWKS_URL: "", JWKS_FILE: privateKeys }, /JWKS_FILE: a key holds its private part/],
  ["an issuer in the clear", { ISSUER: "http://id.example" }, /ISSUER must be an https address/],
  [
    "a database elsewhere, unchecked",
    { DATABASE_URL: "postgres://gateway_login:x@db.example/g?sslmode=require" },
    /DATABASE_URL leads to another host/,
  ],
  ["one login for all", { JOBS_DATABASE_URL: "postgres://gateway_login:x@127.0.0.1:9/g" }, /must be three logins/],
  ["no login of removal", { RETENTION_DATABASE_URL: "" }, /need logins of their own/],
  ["a log that tells everything", { LOG_LEVEL: "trace" }, /LOG_LEVEL tells too much/],
  ["statements in the log", { SQL_LOG: "true" }, /SQL_LOG is for development/],
  ["a schema that strangers read", { INTROSPECTION: "true" }, /introspection is on/],
  ["any document", { TRUSTED_DOCUMENTS_ONLY: "false" }, /TRUSTED_DOCUMENTS_ONLY is off/],
  ["no limits", { RATE_LIMITS: "false" }, /RATE_LIMITS is off/],
  ["tokens of systems that anybody may send", { BOUND_TOKENS: "INTEGRATION" }, /BOUND_TOKENS must name CLINIC_SYSTEM/],
  ["pages in the clear that may call", { ORIGINS: "https://a.example,http://b.example" }, /ORIGINS holds a page/],
  ["no address for proofs", { PUBLIC_URL: "" }, /PUBLIC_URL is missing/],
];

/** Set only by test/sabotage, which takes a wall away to see whether this notices. */
const SABOTAGED: NodeJS.ProcessEnv = process.env["WALL_GONE"]
  ? { WALL_GONE: process.env["WALL_GONE"], NODE_OPTIONS: process.env["NODE_OPTIONS"] }
  : {};

async function start(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const started = spawn(process.execPath, ["--no-warnings", "--import", "./src/typescript.mjs", "src/main.ts"], {
    env: { PATH: process.env["PATH"], ...SABOTAGED, ...GOOD, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [started.stdout, started.stderr]) stream.on("data", (bytes: Buffer) => (said += bytes.toString()));
  const code = await new Promise<number | null>((resolve) => started.once("close", resolve));
  return { code, said };
}

it("refuses all of them at once, with every reason", async () => {
  const { code, said } = await start(Object.assign({}, ...TOGETHER.map(([, env]) => env)));
  expect(code).toBe(1);
  expect(TOGETHER.filter(([, , fault]) => !fault.test(said)).map(([name]) => name)).toEqual([]);
  expect(said).not.toContain(SAME);
}, 60_000);

it("refuses each of those that stand alone", async () => {
  const left = [...ALONE, ...(FULL ? TOGETHER : [])];
  for (const [name, env, fault] of left) {
    const { code, said } = await start(env);
    expect([name, code, fault.test(said)]).toEqual([name, 1, true]);
  }
}, 300_000);

it("gets as far as the database with settings that are safe", async () => {
  const { code, said } = await start({});
  expect(code).toBe(1);
  expect(said).toMatch(/ECONNREFUSED|connect/);
  expect(said).not.toMatch(/settings are not usable/);
}, 60_000);
