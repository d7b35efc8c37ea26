/**
 * Settings under which the gateway refuses to start. They bind in production and whenever other machines can reach it: a
 * "development" instance on a public address is a production instance without its protection.
 */
import { readFileSync } from "node:fs";
import { keySetFaults } from "../../gateway/identity/keys.js";
import { parseKeys } from "../../platform/people/personal-data.js";
import { DEVELOPMENT_ISSUER, MACHINE_ROLES, type Config } from "../config.js";
import { MACHINE_CLOCK } from "./database-clock.js";
import { addressesOf, firstOf } from "../../platform/postgres/connections/hosts.js";
import type { Database } from "../../platform/postgres/database.js";
import { askServer } from "../../platform/postgres/connections/server.js";
import { statement, type RowOf } from "../../platform/postgres/statement.js";

export type DatabaseFacts = RowOf<"database-facts">;

/**
 * Minor release of 12 November 2026 per major. Before it, INSERT ... ON CONFLICT DO UPDATE read past row-level security
 * (CVE-2026-120154) and indexes could be corrupted; the double-booking guarantee is an index.
 */
const OLDEST_MINOR: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };

export const MOVED_CLOCK = "the database's clock is not the machine's: it was moved for development";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Of a Host header: the machine's own names, with any port. */
export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1"));
}

export function isBinding(config: Config): boolean {
  return config.production || !LOOPBACK.test(config.host);
}

/** Every reason not to start; empty when there is none, and always on a developer's own machine. */
export function unsafeSettings(config: Config, database: DatabaseFacts): readonly string[] {
  if (!isBinding(config)) return [];
  return [...unsafeConfig(config), ...unsafeDatabase(database)];
}

/** Known before anything is opened. */
export function unsafeConfig(config: Config): readonly string[] {
  if (!isBinding(config)) return [];
  return found([
    [!config.production, "the gateway listens on a public address without NODE_ENV=production"],
    [config.databaseUrl === null, "the embedded database is for development only: set DATABASE_URL"],
    [config.keysGenerated || config.cprKey === "" || config.cprIndexKey === "", "CPR_KEY and CPR_INDEX_KEY must be given"],
    [config.cprKey !== "" && config.cprKey === config.cprIndexKey, "CPR_KEY and CPR_INDEX_KEY must differ"],
    [hasWeakKey(config), "CPR_KEY or CPR_INDEX_KEY is not random: 32 bytes of a random generator"],
    [sharesKey(config), "a key stands in CPR_KEY and in CPR_INDEX_KEY: they must differ"],
    [hasDevelopmentKey(config), "CPR_KEY or CPR_INDEX_KEY is a development key of DATA_DIR"],
    [config.issuer === DEVELOPMENT_ISSUER, "the development issuer of tokens is not accepted: set ISSUER"],
    [config.issuer !== DEVELOPMENT_ISSUER && !/^https:\/\//.test(config.issuer), "ISSUER must be an https address"],
    ...keyFileFaults(config.jwksFile),
    ...databaseUrls(config).map(([name, url]): [boolean, string] => [
      !addressesOf(url).every(isProtectedOnItsWay),
      `${name} leads to another host without sslmode=verify-full`,
    ]),
    [
      config.jobsDatabaseUrl === null || config.retentionDatabaseUrl === null,
      "jobs and retention need logins of their own: set JOBS_DATABASE_URL and RETENTION_DATABASE_URL",
    ],
    [sharesLogin(config), "DATABASE_URL, JOBS_DATABASE_URL and RETENTION_DATABASE_URL must be three logins"],
    [config.logLevel === "trace" || config.logLevel === "debug", "LOG_LEVEL tells too much: info at most"],
    [config.sqlLog, "SQL_LOG is for development"],
    [
      MACHINE_ROLES.some((role) => !config.boundRoles.includes(role)),
      `tokens of systems that are good in anybody's hands: BOUND_TOKENS must name ${MACHINE_ROLES.join(", ")}`,
    ],
    [config.origins.some((origin) => !origin.startsWith("https://")), "ORIGINS holds a page that is not https"],
    [config.boundRoles.length > 0 && config.publicUrl === null, "PUBLIC_URL is missing: tokens that are bound to a key are about it"],
    [config.jwksFile === null && config.jwksUrl === null, "no keys to check tokens with: set JWKS_FILE or JWKS_URL"],
    [config.introspection, "introspection is on"],
    [!config.rateLimits, "callers are not held to a rate: RATE_LIMITS is off"],
    [!config.trustedDocumentsOnly, "documents outside the manifest are accepted: TRUSTED_DOCUMENTS_ONLY is off"],
  ]);
}

type Ring = readonly { readonly id: string; readonly bytes: Buffer }[];
const ringsOf = ({ cprKey, cprIndexKey }: Config): readonly [Ring, Ring] => [keysIn(cprKey), keysIn(cprIndexKey)];
const keysIn = (text: string): Ring => (text === "" ? [] : parseKeys(text).keys);

/** Zeros, one byte again and again, or letters that somebody typed: fewer than a dozen different bytes of 32. */
function hasWeakKey(config: Config): boolean {
  return ringsOf(config)
    .flat()
    .some(({ bytes }) => new Set(bytes).size < 12);
}

function sharesKey(config: Config): boolean {
  const [sealing, indexing] = ringsOf(config);
  // the whole settings being equal has a sentence of its own
  return config.cprKey !== config.cprIndexKey && sealing.some((a) => indexing.some((b) => a.bytes.equals(b.bytes)));
}

/** Made by a start outside production: its file lies beside a development database. */
function hasDevelopmentKey(config: Config): boolean {
  return (
    !config.keysGenerated &&
    ringsOf(config)
      .flat()
      .some(({ id }) => id === "dev")
  );
}

function keyFileFaults(file: string | null): [boolean, string][] {
  if (file === null) return [];
  try {
    const faults = keySetFaults(JSON.parse(readFileSync(file, "utf8")));
    return faults.map((fault) => [true, `JWKS_FILE: ${fault}`]);
  } catch {
    return [[true, "JWKS_FILE cannot be read as a set of keys"]];
  }
}

function databaseUrls(config: Config): (readonly [string, string])[] {
  const all = {
    DATABASE_URL: config.databaseUrl,
    DIRECT_DATABASE_URL: config.directDatabaseUrl,
    DIRECTORY_DATABASE_URL: config.directoryDatabaseUrl,
    JOBS_DATABASE_URL: config.jobsDatabaseUrl,
    RETENTION_DATABASE_URL: config.retentionDatabaseUrl,
    VERIFY_DATABASE_URL: config.verifyDatabaseUrl,
    MIGRATE_DATABASE_URL: config.migrateDatabaseUrl,
  };
  return Object.entries(all).flatMap(([name, url]) => (url === null ? [] : [[name, url] as const]));
}

/** The machine itself, a socket of it, or a server whose certificate and name are checked. */
function isProtectedOnItsWay(url: string): boolean {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname).replace(/^\[(.*)\]$/, "$1");
  return host === "" || host.startsWith("/") || LOOPBACK.test(host) || searchParams.get("sslmode") === "verify-full";
}

function sharesLogin({ databaseUrl, jobsDatabaseUrl, retentionDatabaseUrl }: Config): boolean {
  const names = [databaseUrl, jobsDatabaseUrl, retentionDatabaseUrl].flatMap((url) => (url === null ? [] : [firstOf(url).username]));
  return new Set(names).size < names.length;
}

function unsafeDatabase(facts: DatabaseFacts): readonly string[] {
  return found([
    [facts.superuser, "the database login is a superuser"],
    [facts.bypassRls, "the database login bypasses row-level security"],
    [facts.powerful, "the login of requests may become gateway_worker, gateway_retention or gateway_keys"],
    [!facts.fsync, "the database runs with fsync off"],
    [!facts.fullPageWrites, "the database runs with full_page_writes off"],
    [facts.synchronousCommit === "off", "the database runs with synchronous_commit off"],
    [facts.clock !== MACHINE_CLOCK, MOVED_CLOCK],
    [isTooOld(facts.version), `PostgreSQL ${versionText(facts.version)} is too old: 15.20, 16.16, 17.12, 18.7 or newer`],
  ]);
}

export function isTooOld(version: number): boolean {
  const major = Math.floor(version / 10_000);
  const oldest = OLDEST_MINOR[major];
  return oldest === undefined ? major < 15 : version % 10_000 < oldest;
}

function versionText(version: number): string {
  return `${Math.floor(version / 10_000)}.${version % 10_000}`;
}

function found(checks: readonly (readonly [boolean, string])[]): readonly string[] {
  return checks.filter(([unsafe]) => unsafe).map(([, fault]) => fault);
}

/**
 * `version` is server_version_num, e.g. 180007; `synchronousCommit` off, local, remote_write, on or remote_apply; `powerful` whether the login may take on
 * a role of jobs, of retention or of keys; `clock` the body of
 * clock_now(), which every rule and row takes its time from, null before the first migration.
 */
const FACTS = statement(
  "database-facts",
  `select current_setting('server_version_num')::int as version, r.rolsuper as superuser, r.rolbypassrls as "bypassRls",
     current_setting('fsync') = 'on' as fsync, current_setting('full_page_writes') = 'on' as "fullPageWrites",
     current_setting('synchronous_commit') as "synchronousCommit",
     exists (select from pg_roles p where p.rolname in ('gateway_worker', 'gateway_retention', 'gateway_keys')
       and not r.rolsuper and pg_has_role(session_user, p.oid, 'MEMBER')) as powerful,
     (select prosrc from pg_proc where oid = to_regprocedure('public.clock_now()')) as clock
   from pg_roles r where r.rolname = session_user`,
  // settings that every server has, and every role
  { neverNull: ["version", "superuser", "bypassRls", "fsync", "fullPageWrites", "synchronousCommit"] },
);

export async function readDatabaseFacts(database: Database): Promise<DatabaseFacts> {
  const [facts] = await askServer(database.pool, FACTS.with());
  if (!facts) throw new Error("the database does not know the role it let in");
  return facts;
}
