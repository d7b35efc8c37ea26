/**
 * Settings from the environment, read once: what they are called, what they mean and what they are otherwise. A start with wrong settings fails
 * with every fault in one list. `npm run settings-page` writes docs/operations/settings.md and .env.example from here.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf } from "../platform/error-code.js";
import { habitRules } from "../features/promise/plan/habit-settings.js";
import type { HabitRules } from "../features/promise/plan/habits.js";
import { PAYMENT_SETTINGS, paymentSettings, type PaymentSettings } from "../features/settlement/payments/payment-settings.js";
import { GATEWAY_SETTINGS, type LogLevel, type SeedMode } from "./settings/gateway-settings.js";
import { LETTER_SETTINGS, letterSettings } from "./settings/letter-settings.js";
import { SIGN_IN_SETTINGS, signInSettings, type SignInSettings } from "./settings/sign-in-settings.js";
import type { LettersAsked } from "../platform/letters/index.js";
import type { Role } from "../platform/viewer.js";
import { readSettings, type Environment } from "../platform/settings/setting.js";

export { DEVELOPMENT_ISSUER, MACHINE_ROLES } from "./settings/gateway-settings.js";

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
