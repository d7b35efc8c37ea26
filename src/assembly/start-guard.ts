/**
 * Settings under which the gateway refuses to start. They bind in production and whenever other machines can reach it: a
 * "development" instance on a public address is a production instance without its protection.
 */
import { DEVELOPMENT_ISSUER, type Config } from "./config.js";
import { MACHINE_CLOCK } from "./database-clock.js";
import type { Database } from "../platform/postgres/database.js";
import { askServer } from "../platform/postgres/server.js";
import { statement, type RowOf } from "../platform/postgres/statement.js";

export type DatabaseFacts = RowOf<"database-facts">;

/**
 * Minor release of 12 November 2026 per major. Before it, INSERT ... ON CONFLICT DO UPDATE read past row-level security
 * (CVE-2026-120154) and indexes could be corrupted; the double-booking guarantee is an index.
 */
const OLDEST_MINOR: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };

export const MOVED_CLOCK = "the database's clock is not the machine's: it was moved for development";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

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
    [config.issuer === DEVELOPMENT_ISSUER, "the development issuer of tokens is not accepted: set ISSUER"],
    [config.jwksFile === null && config.jwksUrl === null, "no keys to check tokens with: set JWKS_FILE or JWKS_URL"],
    [config.introspection, "introspection is on"],
    [!config.rateLimits, "callers are not held to a rate: RATE_LIMITS is off"],
    [!config.trustedDocumentsOnly, "documents outside the manifest are accepted: TRUSTED_DOCUMENTS_ONLY is off"],
  ]);
}

function unsafeDatabase(facts: DatabaseFacts): readonly string[] {
  return found([
    [facts.superuser, "the database login is a superuser"],
    [facts.bypassRls, "the database login bypasses row-level security"],
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
 * `version` is server_version_num, e.g. 180007; `synchronousCommit` off, local, remote_write, on or remote_apply; `clock` the body of
 * clock_now(), which every rule and row takes its time from, null before the first migration.
 */
const FACTS = statement(
  "database-facts",
  `select current_setting('server_version_num')::int as version, r.rolsuper as superuser, r.rolbypassrls as "bypassRls",
     current_setting('fsync') = 'on' as fsync, current_setting('full_page_writes') = 'on' as "fullPageWrites",
     current_setting('synchronous_commit') as "synchronousCommit",
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
