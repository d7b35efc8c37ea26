/** Settings from the environment, read once. A start with wrong settings fails with every fault in one list. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { codeOf } from "../platform/error-code.js";
import { addressesOf, isAddress, wantedOf } from "../platform/postgres/connections/hosts.js";
import { paymentSettings, type PaymentSettings } from "../features/settlement/payments/payment-settings.js";
import { letterSettings } from "./letter-settings.js";
import type { LettersAsked } from "../platform/letters/index.js";
import { ROLES, type Role } from "../platform/viewer.js";
import { isHostPattern } from "../platform/fetch-outside.js";
import { parseKeys } from "../platform/people/personal-data.js";

const LOG_LEVELS = ["silent", "fatal", "error", "warn", "info", "debug", "trace"] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export const DEVELOPMENT_ISSUER = "urn:provider-network-gateway:development";

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
  /** Whether online reports that meet the criteria are approved without a person (CLM-AUTO-APPROVE). */
  readonly automaticApproval: boolean;
  /** Whether the pages for people are served. */
  readonly desk: boolean;
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

const NODE_ENVS = ["", "production", "development", "test"] as const;
const MACHINE_ROLES: readonly Role[] = ["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"];
const SEED_MODES = ["network", "reference", "none"] as const;
type SeedMode = (typeof SEED_MODES)[number];

export class ConfigFaults extends Error {
  override readonly name = "ConfigFaults";
  constructor(readonly faults: readonly string[]) {
    super(`the settings are not usable:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

export function loadConfig(env: Environment): Config {
  const read = new Reader(env);
  const production = env["NODE_ENV"] === "production";
  // "Production" or "prod" would be a gateway without its protection
  const known = NODE_ENVS.some((each) => each === (env["NODE_ENV"] ?? ""));
  if (!known) read.faults.push(`NODE_ENV must be exactly one of ${NODE_ENVS.filter(Boolean).join(", ")}, or left out`);
  const dataDir = read.text("DATA_DIR") ?? ".data";
  const cprKey = read.key("CPR_KEY", production, path.join(dataDir, "secrets"));
  const cprIndexKey = read.key("CPR_INDEX_KEY", production, path.join(dataDir, "secrets"));
  const port = read.whole("PORT", 4000, 0, 65_535);
  const databaseUrl = read.secret("DATABASE_URL", read.postgres);
  const pooler = read.oneOf("POOLER", ["none", "transaction"] as const, "none");
  const directDatabaseUrl = read.secret("DIRECT_DATABASE_URL", read.postgres);
  if ((pooler === "transaction") !== (directDatabaseUrl !== null))
    read.faults.push("POOLER=transaction and DIRECT_DATABASE_URL, the way past the pooler, go together");
  const config: Config = {
    port,
    host: read.host("HOST", "127.0.0.1"),
    databaseUrl,
    directDatabaseUrl: pooler === "none" ? null : directDatabaseUrl,
    directoryDatabaseUrl: read.secret("DIRECTORY_DATABASE_URL", read.oneHost),
    jobsDatabaseUrl: read.secret("JOBS_DATABASE_URL", read.postgres),
    retentionDatabaseUrl: read.secret("RETENTION_DATABASE_URL", read.postgres),
    verifyDatabaseUrl: read.secret("VERIFY_DATABASE_URL", read.postgres),
    migrateDatabaseUrl: read.secret("MIGRATE_DATABASE_URL", read.postgres),
    migrate: read.oneOf("MIGRATE", ["on", "off"] as const, databaseUrl === null ? "on" : "off") === "on",
    dataDir,
    erasureJournal: read.text("ERASURE_JOURNAL") ?? (production ? null : path.join(dataDir, "erasures.ndjson")),
    production,
    jwksFile: read.text("JWKS_FILE"),
    jwksUrl: read.web("JWKS_URL", production),
    issuer: read.text("ISSUER") ?? DEVELOPMENT_ISSUER,
    audience: read.text("AUDIENCE") ?? "provider-network-gateway",
    personTokenSeconds: read.whole("TOKEN_LIFETIME_PERSONS", 3_600, 60, 86_400),
    machineTokenSeconds: read.whole("TOKEN_LIFETIME_MACHINES", 43_200, 60, 86_400),
    boundRoles: read.roles("BOUND_TOKENS", production ? MACHINE_ROLES : []),
    publicUrl: read.origin("PUBLIC_URL", production),
    cprKey: cprKey.value,
    cprIndexKey: cprIndexKey.value,
    keysGenerated: cprKey.generated || cprIndexKey.generated,
    metricsPort: read.text("METRICS_PORT") === null ? null : read.whole("METRICS_PORT", 0, 0, 65_535),
    metricsHost: read.host("METRICS_HOST", "127.0.0.1"),
    poolSize: read.whole("POOL_SIZE", 10, 1, 200),
    drainSeconds: read.whole("DRAIN_SECONDS", production ? 3 : 0, 0, 60),
    logLevel: read.oneOf("LOG_LEVEL", LOG_LEVELS, production ? "info" : "warn"),
    sqlLog: read.flag("SQL_LOG", false),
    trustedDocumentsOnly: read.flag("TRUSTED_DOCUMENTS_ONLY", production),
    introspection: read.flag("INTROSPECTION", !production),
    seed: read.oneOf("SEED", SEED_MODES, production ? "reference" : "network"),
    runJobs: read.flag("RUN_JOBS", true),
    promiseRefreshSeconds: read.whole("PROMISE_REFRESH_SECONDS", 10, 0, 600),
    automaticApproval: read.flag("AUTOMATIC_APPROVAL", true),
    // until one can sign in with a provider of identities, the pages are for a developer's machine
    desk: read.flag("DESK", !production),
    compiled: read.flag("COMPILED", true),
    smallCounts: read.whole("SMALL_COUNTS", production ? 5 : 1, 1, 100),
    origins: read.origins("ORIGINS"),
    trustedProxies: read.whole("TRUSTED_PROXIES", 0, 0, 5),
    rateLimits: read.flag("RATE_LIMITS", true),
    calendarHosts: read.hosts("CALENDAR_HOSTS"),
    webhooks: read.oneOf("WEBHOOKS", ["on", "off"] as const, production ? "off" : "on") === "on",
    letters: letterSettings(read, production),
    payments: paymentSettings(read, production),
  };
  if (production && config.seed === "network") read.faults.push("SEED=network is the fictional network: never in production");
  if (config.jwksFile && config.jwksUrl) read.faults.push("JWKS_FILE and JWKS_URL exclude each other");
  if (production && !config.jwksFile && !config.jwksUrl) read.faults.push("JWKS_FILE or JWKS_URL is required in production");
  if (read.faults.length > 0) throw new ConfigFaults(read.faults);
  return Object.freeze(config);
}

/** After this no token that was issued before is alive. */
export function longestTokenSeconds({ personTokenSeconds, machineTokenSeconds }: Config): number {
  return Math.max(personTokenSeconds, machineTokenSeconds);
}

/** Reads one variable at a time and remembers what is wrong, never repeating the value: it may be a secret in the wrong place. */
class Reader {
  readonly faults: string[] = [];
  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const text = this.text(name);
    if (text === null) return otherwise;
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    this.faults.push(`${name} must be a whole number from ${least} to ${most}`);
    return otherwise;
  }

  flag(name: string, otherwise: boolean): boolean {
    return this.oneOf(name, ["true", "false"] as const, otherwise ? "true" : "false") === "true";
  }

  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const text = this.text(name);
    const found = text === null ? otherwise : values.find((value) => value === text);
    if (found === undefined) this.faults.push(`${name} must be one of ${values.join(", ")}`);
    return found ?? otherwise;
  }

  host(name: string, otherwise: string): string {
    const text = this.text(name) ?? otherwise;
    if (isIP(text) === 0 && !/^[A-Za-z0-9.-]+$/.test(text)) this.faults.push(`${name} must be an address or a host name`);
    return text;
  }

  web(name: string, httpsOnly: boolean): string | null {
    const text = this.text(name);
    const protocol = text === null || !URL.canParse(text) ? null : new URL(text).protocol;
    if (text !== null && protocol !== "https:" && (httpsOnly || protocol !== "http:")) this.faults.push(`${name} must be an https address`);
    return text;
  }

  roles(name: string, otherwise: readonly Role[]): readonly Role[] {
    const text = this.text(name);
    if (text === null) return otherwise;
    const listed = text === "none" ? [] : text.split(",").map((part) => part.trim());
    const found = listed.flatMap((each) => ROLES.filter((role) => role === each));
    if (found.length < listed.length) this.faults.push(`${name} is none, or a list of roles separated by commas`);
    return found;
  }

  origin(name: string, httpsOnly: boolean): string | null {
    const text = this.web(name, httpsOnly);
    if (text !== null && URL.canParse(text) && new URL(text).origin !== text)
      this.faults.push(`${name} is an origin like https://api.example`);
    return text;
  }

  origins(name: string): readonly string[] {
    const listed = (this.text(name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    const wrong = listed.some((each) => !URL.canParse(each) || new URL(each).origin !== each);
    if (wrong) this.faults.push(`${name} is a list of origins like https://app.example, separated by commas`);
    return listed;
  }

  hosts(name: string): readonly string[] {
    const listed = (this.text(name) ?? "")
      .toLowerCase()
      .split(",")
      .map((part) => part.trim())
      .filter(Boolean);
    if (!listed.every(isHostPattern)) this.faults.push(`${name} is a list of host names like calendar.example or *.calendar.example`);
    return listed;
  }

  /** A value, or the content of the file that NAME_FILE points at (how containers hand over secrets). */
  secret(name: string, check: (name: string, value: string) => void): string | null {
    const direct = this.text(name);
    const file = this.text(`${name}_FILE`);
    if (direct !== null && file !== null) this.faults.push(`${name} and ${name}_FILE exclude each other`);
    const value = direct ?? (file === null ? null : this.#contentOf(`${name}_FILE`, file));
    if (value !== null) check(name, value);
    return value;
  }

  readonly postgres = (name: string, value: string): void => {
    if (!isAddress(value)) this.faults.push(`${name} must be a postgres:// address`);
    else if (addressesOf(value).length > 1 && wantedOf(value) !== "read-write")
      this.faults.push(`${name} names several hosts: add ?target_session_attrs=read-write`);
  };

  /** One at whose place in the log can be looked. */
  readonly oneHost = (name: string, value: string): void => {
    if (!isAddress(value)) this.faults.push(`${name} must be a postgres:// address`);
    else if (addressesOf(value).length > 1) this.faults.push(`${name} is one replica: it names one host`);
  };

  key(name: string, production: boolean, folder: string): { value: string; generated: boolean } {
    const given = this.secret(name, (_, value) => {
      const fault = parseKeys(value).fault;
      if (fault) this.faults.push(`${name}: ${fault}`);
    });
    if (given !== null) return { value: given, generated: false };
    if (!production) return { value: developmentKey(path.join(folder, name.toLowerCase().replaceAll("_", "-"))), generated: true };
    if (!this.faults.some((fault) => fault.startsWith(name))) this.faults.push(`${name} or ${name}_FILE is required in production`);
    return { value: "", generated: false };
  }

  #contentOf(name: string, file: string): string | null {
    try {
      const content = readFileSync(file, "utf8").trim();
      if (content !== "") return content;
      this.faults.push(`${name} points at an empty file`);
    } catch {
      this.faults.push(`${name} points at a file that cannot be read`);
    }
    return null;
  }
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
