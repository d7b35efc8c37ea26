/**
 * Settings from the environment, read once: what they are called, what they mean and what they are otherwise. A start with wrong settings fails
 * with every fault in one list. `npm run settings-page` writes docs/operations/settings.md and .env.example from here.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf } from "../platform/error-code.js";
import { HABIT_SETTINGS, habitRules } from "../features/promise/plan/habit-settings.js";
import type { HabitRules } from "../features/promise/plan/habits.js";
import { PAYMENT_SETTINGS, paymentSettings, type PaymentSettings } from "../features/settlement/payments/payment-settings.js";
import { addressesOf, isAddress, wantedOf } from "../platform/postgres/connections/hosts.js";
import { LETTER_SETTINGS, letterSettings } from "./letter-settings.js";
import { SIGN_IN_SETTINGS, signInSettings, type SignInSettings } from "./sign-in-settings.js";
import type { LettersAsked } from "../platform/letters/index.js";
import { ROLES, type Role } from "../platform/viewer.js";
import { isHostPattern } from "../platform/fetch-outside.js";
import { parseKeys } from "../platform/people/personal-data.js";
import {
  anyText,
  flag,
  host,
  kind,
  list,
  oneOf,
  optional,
  readSettings,
  setting,
  whole,
  type Environment,
} from "../platform/settings/setting.js";
import { origin, webAddress } from "./web-address.js";

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export const DEVELOPMENT_ISSUER = "urn:provider-network-gateway:development";

/** Whose tokens must be bound to a key where it counts. */
export const MACHINE_ROLES: readonly Role[] = ["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"];
const SEED_MODES = ["network", "reference", "none"] as const;
type SeedMode = (typeof SEED_MODES)[number];

/** One server, or several of which one takes writes. */
const database = kind("must be a postgres:// address; one that names several hosts says target_session_attrs=read-write", (text) =>
  isAddress(text) && (addressesOf(text).length === 1 || wantedOf(text) === "read-write") ? text : undefined,
);
/** One at whose place in the log can be looked. */
const oneDatabase = kind("must be a postgres:// address of one host", (text) =>
  isAddress(text) && addressesOf(text).length === 1 ? text : undefined,
);
const keys = kind("must be keys of 32 bytes in base64, each with an id of its own before a colon, separated by commas", (text) =>
  parseKeys(text).fault === null ? text : undefined,
);
const roles = kind("is none, or a list of roles separated by commas", (text): readonly Role[] | undefined => {
  const listed = text === "none" ? [] : text.split(",").map((part) => part.trim());
  const found = listed.flatMap((each) => ROLES.filter((role) => role === each));
  return found.length === listed.length ? found : undefined;
});
const hosts = list("is a list of host names like calendar.example or *.calendar.example", (part) =>
  isHostPattern(part.toLowerCase()) ? part.toLowerCase() : undefined,
);
const SECRET = { secret: true } as const;
const OWN_LOGIN = { ...SECRET, otherwiseSays: "`DATABASE_URL`; the embedded database has its own" } as const;
const GENERATED = { ...SECRET, otherwiseSays: "generated in `DATA_DIR` outside production" } as const;

export const GATEWAY_SETTINGS = {
  // "Production" or "prod" would be a gateway without its protection
  NODE_ENV: optional(
    "`production` changes the defaults named here and forbids what is unsafe",
    kind("must be exactly one of production, development, test, or left out", (text) =>
      ["production", "development", "test"].find((known) => known === text),
    ),
  ),
  PORT: setting("where to listen; `0` takes a free port and prints it", whole(0, 65_535), "4000"),
  HOST: setting("the address to listen on", host, "127.0.0.1"),
  DATABASE_URL: optional(
    "an existing PostgreSQL 15 to 18; several hosts as `postgres://login@one:5432,two:5432/gateway?target_session_attrs=read-write`",
    database,
    { ...SECRET, otherwiseSays: "the embedded PostgreSQL in `DATA_DIR`" },
  ),
  POOLER: setting(
    "`transaction`: the addresses lead through PgBouncer in transaction mode ([a pooler in between](../../deploy/README.md#a-pooler-in-between))",
    oneOf("none", "transaction"),
    "none",
  ),
  DIRECT_DATABASE_URL: optional(
    "the login of `DATABASE_URL`, past the pooler: for listening, and for searches; needed behind a pooler",
    database,
    SECRET,
  ),
  DIRECTORY_DATABASE_URL: optional(
    "a streaming replica that searches and the directory are read from while it is at most two seconds behind the primary",
    oneDatabase,
    SECRET,
  ),
  JOBS_DATABASE_URL: optional(
    "login of the background work and of what the product does in somebody's act; production does not start without",
    database,
    OWN_LOGIN,
  ),
  RETENTION_DATABASE_URL: optional("login that removes what is old enough; production does not start without", database, OWN_LOGIN),
  VERIFY_DATABASE_URL: optional(
    "login through which `verify` and `replay` see every row of what they ask about, and change nothing",
    database,
    OWN_LOGIN,
  ),
  MIGRATE_DATABASE_URL: optional("login that owns the tables, where requests use a lesser one", database, {
    ...SECRET,
    otherwiseSays: "`DATABASE_URL`",
  }),
  MIGRATE: optional(
    "whether a start applies migrations and loads what `SEED` says; `off`: `npm run migrate` has, or the start is refused",
    oneOf("on", "off"),
    { otherwiseSays: "`on` for the embedded database, else `off`" },
  ),
  ERASURE_JOURNAL: optional(
    "file that erasures are written to, outside the database and its backups; without it nobody is erased",
    anyText,
    {
      otherwiseSays: "`erasures.ndjson` in `DATA_DIR`, in production none",
    },
  ),
  DATA_DIR: setting("embedded database, development keys, development issuer", anyText, ".data"),
  JWKS_FILE: optional("public keys of the token issuer, in a file that may be replaced while running; or `JWKS_URL`", anyText, {
    otherwiseSays: "a local issuer outside production",
  }),
  JWKS_URL: optional("the same, fetched", webAddress),
  ISSUER: setting("what tokens must say in `iss`", anyText, DEVELOPMENT_ISSUER),
  AUDIENCE: setting("what tokens must say in `aud`", anyText, "provider-network-gateway"),
  TOKEN_LIFETIME_PERSONS: setting("seconds from `iat` to `exp` that a person's token may have at most", whole(60, 86_400), "3600"),
  TOKEN_LIFETIME_MACHINES: setting("the same of a system's token", whole(60, 86_400), "43200"),
  BOUND_TOKENS: setting(
    "roles whose tokens must be bound to a key of the caller (DPoP); in production these three at least",
    roles,
    "none",
    MACHINE_ROLES.join(","),
  ),
  PUBLIC_URL: optional("origin that callers use, which proofs of possession are about", origin, {
    otherwiseSays: "the host that the caller says",
  }),
  CPR_KEY: optional(
    "`id:base64` of 32 bytes, several separated by commas; the first seals civil registration numbers, all read them",
    keys,
    GENERATED,
  ),
  CPR_INDEX_KEY: optional("the same, for finding them", keys, GENERATED),
  SEED: setting(
    "what a start that migrates loads: the fictional network, reference data alone, or `none`",
    oneOf(...SEED_MODES),
    "network",
    "reference",
  ),
  AUTOMATIC_APPROVAL: setting(
    "whether online reports that meet the criteria are approved without a person (CLM-AUTO-APPROVE)",
    flag,
    "true",
  ),
  RUN_JOBS: setting("whether this process does background work", flag, "true"),
  PROMISE_REFRESH_SECONDS: setting(
    "how often the plan that bookings are checked against is read anew; `0` books without it",
    whole(0, 600),
    "10",
  ),
  ...HABIT_SETTINGS,
  POOL_SIZE: setting("connections to the database that requests have, and as many that jobs have", whole(1, 200), "10"),
  DRAIN_SECONDS: setting(
    "seconds from `SIGTERM` during which `/ready` says that it is going and requests are still answered",
    whole(0, 60),
    "0",
    "3",
  ),
  METRICS_PORT: optional("where `GET /metrics` answers Prometheus ([observing](observing.md)); without it nowhere", whole(0, 65_535)),
  METRICS_HOST: setting("the address of it", host, "127.0.0.1"),
  TRUSTED_DOCUMENTS_ONLY: setting(
    "run only the documents in `schema/operations` and of manifests that stand (`npm run manifest`)",
    flag,
    "false",
    "true",
  ),
  DESK: setting("whether the pages for people are served at `/`; in production with `SIGN_IN_ISSUER` only", flag, "true", "false"),
  INTROSPECTION: setting("whether the schema can be read over the API", flag, "true", "false"),
  COMPILED: setting("compile documents to functions; off runs them through graphql-js with the same answers", flag, "true"),
  SMALL_COUNTS: setting("counts of promises from 1 up to this are not told to who sees figures and no persons", whole(1, 100), "1", "5"),
  CALENDAR_HOSTS: optional(
    "hosts that clinics' calendars and publications are fetched from, separated by commas, `*.name` for all under one; none: nothing is fetched",
    hosts,
  ),
  WEBHOOKS: setting("whether webhooks are registered and sent", oneOf("on", "off"), "on", "off"),
  ORIGINS: optional(
    "web origins that may call from a browser, separated by commas; in production https only",
    list("is a list of origins like https://app.example, separated by commas", (part) =>
      URL.canParse(part) && new URL(part).origin === part ? part : undefined,
    ),
  ),
  RATE_LIMITS: setting("whether callers are held to their share; production does not start without", flag, "true"),
  TRUSTED_PROXIES: setting("balancers in front that write `x-forwarded-for`; `0` takes the address of the connection", whole(0, 5), "0"),
  LOG_LEVEL: setting("how much is told, in lines of JSON on standard error", oneOf(...LOG_LEVELS), "warn", "info"),
  SQL_LOG: setting(
    "print every round trip to the database on standard error: its milliseconds and its statements, never their values",
    flag,
    "false",
  ),
};

/** By what they are about, in the order in which they are told. */
export const SETTINGS = {
  "The gateway": GATEWAY_SETTINGS,
  "Signing in at the desk": SIGN_IN_SETTINGS,
  "Messages to members and clinics": LETTER_SETTINGS,
  "Who pays, and what is agreed with the bank": PAYMENT_SETTINGS,
};

const EVERY_SETTING = { ...GATEWAY_SETTINGS, ...SIGN_IN_SETTINGS, ...LETTER_SETTINGS, ...PAYMENT_SETTINGS };

export type Config = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  /** What stands between the gateway and its database gives a server connection for one transaction; this is the way past it, null where nothing does. */
  readonly directDatabaseUrl: string | null;
  /** A streaming replica that searches read while it is at most two seconds behind; null: the primary. */
  readonly directoryDatabaseUrl: string | null;
  /** Login of jobs and of acts that go on as the product; null: databaseUrl does it all. */
  readonly jobsDatabaseUrl: string | null;
  /** Login that removes what is old enough; null: databaseUrl does it all. */
  readonly retentionDatabaseUrl: string | null;
  /** Login that asks whether what must be true is true; null: databaseUrl, if it may. */
  readonly verifyDatabaseUrl: string | null;
  /** Login that owns the tables; null: databaseUrl does both. */
  readonly migrateDatabaseUrl: string | null;
  /** Whether a start brings the schema up to date and loads what it needs; else it asks whether somebody has. */
  readonly migrate: boolean;
  readonly dataDir: string;
  /** Append-only file of erasures, outside the database and its backups; null: nobody is erased through this gateway. */
  readonly erasureJournal: string | null;
  readonly production: boolean;
  readonly jwksFile: string | null;
  readonly jwksUrl: string | null;
  readonly issuer: string;
  readonly audience: string;
  /** The longest that a token of a person may live; one that says more is refused. */
  readonly personTokenSeconds: number;
  /** The same for systems. */
  readonly machineTokenSeconds: number;
  /** Roles whose tokens must be bound to a key of the caller (DPoP). */
  readonly boundRoles: readonly Role[];
  /** Origin that callers use; null: the host that they say. */
  readonly publicUrl: string | null;
  /** "id:base64,id:base64": the first key writes, all of them read. */
  readonly cprKey: string;
  readonly cprIndexKey: string;
  /** True when a key was not given and a development key from dataDir is used. */
  readonly keysGenerated: boolean;
  /** Port on which GET /metrics answers; null: none. */
  readonly metricsPort: number | null;
  readonly metricsHost: string;
  readonly poolSize: number;
  /** Seconds from SIGTERM, during which /ready says that it is going and requests are still answered, until no connection is taken. */
  readonly drainSeconds: number;
  readonly logLevel: LogLevel;
  /** Whether every statement is printed with what it took: for development. */
  readonly sqlLog: boolean;
  readonly trustedDocumentsOnly: boolean;
  readonly introspection: boolean;
  /** What a start loads into the database: the fictional network, reference data alone, or nothing. */
  readonly seed: SeedMode;
  /** Whether this process also does the background work; of several, one at a time does each job. */
  readonly runJobs: boolean;
  /** Seconds between two readings of the plan that bookings are checked against; 0 books without it. */
  readonly promiseRefreshSeconds: number;
  /** What admission makes of people's habits. */
  readonly promiseHabits: HabitRules;
  /** Whether online reports that meet the criteria are approved without a person (CLM-AUTO-APPROVE). */
  readonly automaticApproval: boolean;
  /** Whether the pages for people are served. */
  readonly desk: boolean;
  /** With whom people sign in there. */
  readonly signIn: SignInSettings;
  /** Whether documents are compiled to functions; off runs the same answers through graphql-js. */
  readonly compiled: boolean;
  /** Counts from 1 up to this are not told to who sees figures and no persons; 1 tells all. */
  readonly smallCounts: number;
  /** Web origins that may call from a browser. */
  readonly origins: readonly string[];
  /** Balancers in front that write x-forwarded-for; 0 takes the address of the connection. */
  readonly trustedProxies: number;
  /** Whether callers are held to their share (docs/decisions/0003-rate-limits.md). */
  readonly rateLimits: boolean;
  /** Hosts that calendars and publications may be fetched from, `*.` for all under a name; empty: the gateway fetches nothing. */
  readonly calendarHosts: readonly string[];
  /** Whether webhooks are registered and sent. */
  readonly webhooks: boolean;
  /** How members and clinics are told, if they are. */
  readonly letters: LettersAsked;
  /** Who pays the clinics, and the codes agreed with the bank. */
  readonly payments: PaymentSettings;
};

export class ConfigFaults extends Error {
  override readonly name = "ConfigFaults";
  constructor(readonly faults: readonly string[]) {
    super(`the settings are not usable:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  }
}

export function loadConfig(env: Environment): Config {
  const production = env["NODE_ENV"]?.trim() === "production";
  const { values: given, faults: unread } = readSettings(EVERY_SETTING, env, production);
  const faults = [...unread];
  const { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, DIRECT_DATABASE_URL: directDatabaseUrl } = given;
  const cprKey = keyOf("CPR_KEY", given.CPR_KEY, production, dataDir, faults);
  const cprIndexKey = keyOf("CPR_INDEX_KEY", given.CPR_INDEX_KEY, production, dataDir, faults);
  const config: Config = {
    port: given.PORT,
    host: given.HOST,
    databaseUrl,
    directDatabaseUrl,
    directoryDatabaseUrl: given.DIRECTORY_DATABASE_URL,
    jobsDatabaseUrl: given.JOBS_DATABASE_URL,
    retentionDatabaseUrl: given.RETENTION_DATABASE_URL,
    verifyDatabaseUrl: given.VERIFY_DATABASE_URL,
    migrateDatabaseUrl: given.MIGRATE_DATABASE_URL,
    migrate: (given.MIGRATE ?? (databaseUrl === null ? "on" : "off")) === "on",
    dataDir,
    erasureJournal: given.ERASURE_JOURNAL ?? (production ? null : path.join(dataDir, "erasures.ndjson")),
    production,
    jwksFile: given.JWKS_FILE,
    jwksUrl: given.JWKS_URL,
    issuer: given.ISSUER,
    audience: given.AUDIENCE,
    personTokenSeconds: given.TOKEN_LIFETIME_PERSONS,
    machineTokenSeconds: given.TOKEN_LIFETIME_MACHINES,
    boundRoles: given.BOUND_TOKENS,
    publicUrl: given.PUBLIC_URL,
    cprKey: cprKey.value,
    cprIndexKey: cprIndexKey.value,
    keysGenerated: cprKey.generated || cprIndexKey.generated,
    metricsPort: given.METRICS_PORT,
    metricsHost: given.METRICS_HOST,
    poolSize: given.POOL_SIZE,
    drainSeconds: given.DRAIN_SECONDS,
    logLevel: given.LOG_LEVEL,
    sqlLog: given.SQL_LOG,
    trustedDocumentsOnly: given.TRUSTED_DOCUMENTS_ONLY,
    introspection: given.INTROSPECTION,
    seed: given.SEED,
    runJobs: given.RUN_JOBS,
    promiseRefreshSeconds: given.PROMISE_REFRESH_SECONDS,
    promiseHabits: habitRules(given),
    automaticApproval: given.AUTOMATIC_APPROVAL,
    desk: given.DESK,
    signIn: signInSettings(given, production, faults),
    compiled: given.COMPILED,
    smallCounts: given.SMALL_COUNTS,
    origins: given.ORIGINS ?? [],
    trustedProxies: given.TRUSTED_PROXIES,
    rateLimits: given.RATE_LIMITS,
    calendarHosts: given.CALENDAR_HOSTS ?? [],
    webhooks: given.WEBHOOKS === "on",
    letters: letterSettings(given, production, faults),
    payments: paymentSettings(given, production, faults),
  };
  const isUnread = (name: string): boolean => unread.some((fault) => fault.startsWith(name));
  const together: readonly (readonly [boolean, string])[] = [
    [production && config.seed === "network", "SEED=network is the fictional network: never in production"],
    [config.jwksFile !== null && config.jwksUrl !== null, "JWKS_FILE and JWKS_URL exclude each other"],
    [production && !config.jwksFile && !config.jwksUrl && !isUnread("JWKS_URL"), "JWKS_FILE or JWKS_URL is required in production"],
    [production && config.jwksUrl?.startsWith("http:") === true, "JWKS_URL must be an https address"],
    [production && config.publicUrl?.startsWith("http:") === true, "PUBLIC_URL must be an https address"],
    [
      production && config.desk && config.signIn.provider === null && !faults.some((fault) => fault.startsWith("SIGN_IN_")),
      "DESK=true needs a provider to sign in with: set SIGN_IN_ISSUER",
    ],
    [
      (given.POOLER === "transaction") !== (directDatabaseUrl !== null) && !isUnread("DIRECT_DATABASE_URL"),
      "POOLER=transaction and DIRECT_DATABASE_URL, the way past the pooler, go together",
    ],
  ];
  faults.push(...together.flatMap(([wrong, fault]) => (wrong ? [fault] : [])));
  if (faults.length > 0) throw new ConfigFaults(faults);
  return Object.freeze(config);
}

/** After this no token that was issued before is alive. */
export function longestTokenSeconds({ personTokenSeconds, machineTokenSeconds }: Config): number {
  return Math.max(personTokenSeconds, machineTokenSeconds);
}

type Key = { readonly value: string; readonly generated: boolean };

function keyOf(name: string, given: string | null, production: boolean, dataDir: string, faults: string[]): Key {
  if (given !== null) return { value: given, generated: false };
  if (!production)
    return { value: developmentKey(path.join(dataDir, "secrets", name.toLowerCase().replaceAll("_", "-"))), generated: true };
  if (!faults.some((fault) => fault.startsWith(name))) faults.push(`${name} or ${name}_FILE is required in production`);
  return { value: "", generated: false };
}

/** Kept beside the development database, whose contents it encrypts; whoever starts first makes it. */
function developmentKey(file: string): string {
  // the folder above also holds the embedded database, whose server may run as another account and must pass through
  mkdirSync(path.dirname(path.dirname(file)), { recursive: true });
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, `dev:${randomBytes(32).toString("base64")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}
