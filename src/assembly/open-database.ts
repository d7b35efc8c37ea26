/** The database in the settings, or the embedded one of this folder. */
import { createHmac } from "node:crypto";
import path from "node:path";
import { codeOf } from "../platform/error-code.js";
import type { Config } from "./config.js";
import { ensureDatabase, startEmbedded } from "../platform/embedded/embedded-postgres.js";
import { bulkConnection } from "../platform/postgres/bulk.js";
import type { Logins } from "../platform/postgres/database.js";
import { migrateUp } from "../platform/postgres/migrate.js";

export type OpenDatabase = {
  /** For requests. */
  readonly url: string;
  /** For jobs and for what the product does in somebody's act. */
  readonly workerUrl: string;
  /** For removing what is old enough. */
  readonly retentionUrl: string;
  /** For whoever owns the tables: migrations and seeding. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Stops the embedded server, if this process started it. */
  readonly stop: () => Promise<void>;
};

export function loginsOf({ url, workerUrl, retentionUrl }: OpenDatabase): Required<Logins> {
  return { url, workerUrl, retentionUrl };
}

/** Migrated unless told otherwise, so that whoever comes first prepares it. */
export async function openDatabase(
  config: Config,
  onProgress: (line: string) => void,
  { migrate = true }: { readonly migrate?: boolean } = {},
): Promise<OpenDatabase> {
  const opened = config.databaseUrl === null ? await embedded(config, onProgress) : external(config, config.databaseUrl);
  try {
    if (migrate) await migrateUp(opened.ownerUrl, "migrations", onProgress);
    if (migrate && opened.embedded) await makeLogins(opened);
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

async function embedded(config: Config, onProgress: (line: string) => void): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir: path.join(config.dataDir, "postgres"), log: onProgress });
  const ownerUrl = await ensureDatabase(server, "gateway");
  const login = (name: keyof typeof LOGINS) => loginOf(ownerUrl, name);
  const logins = { url: login("gateway_login"), workerUrl: login("gateway_jobs"), retentionUrl: login("gateway_removal") };
  return { ...logins, ownerUrl, embedded: true, stop: server.stop };
}

function external(config: Config, url: string): OpenDatabase {
  return {
    url,
    workerUrl: config.jobsDatabaseUrl ?? url,
    retentionUrl: config.retentionDatabaseUrl ?? url,
    ownerUrl: config.migrateDatabaseUrl ?? url,
    embedded: false,
    stop: () => Promise.resolve(),
  };
}

/** The logins that deploy/roles.sql makes, each with what it may become: a developer's gateway stands behind the same walls. */
const LOGINS = {
  gateway_login: ["gateway_app", "gateway_identity", "gateway_directory"],
  gateway_jobs: ["gateway_worker", "gateway_keys", "gateway_directory", "pg_read_all_stats"],
  gateway_removal: ["gateway_retention", "gateway_keys"],
} as const;

/** Its password follows from the owner's, which lies in this folder: nothing more to keep, and no way back to the owner's. */
function loginOf(ownerUrl: string, name: keyof typeof LOGINS): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", decodeURIComponent(url.password)).update(name).digest("base64url");
  url.username = name;
  return url.href;
}

async function makeLogins({ ownerUrl, url, workerUrl, retentionUrl }: OpenDatabase): Promise<void> {
  const sql = bulkConnection(ownerUrl);
  try {
    for (const each of [url, workerUrl, retentionUrl]) {
      const { username, password } = new URL(each);
      const [known] = await sql`select from pg_roles where rolname = ${username}`;
      // names are our own and the password is base64url: nothing in them ends a literal
      const make = `create role ${username} login noinherit nosuperuser nobypassrls password '${password}'`;
      // another process that starts at this moment may be faster
      if (!known) await sql.unsafe(make).catch((error: unknown) => passIf(error, "42710", "23505"));
      await sql.unsafe(`grant ${LOGINS[username as keyof typeof LOGINS].join(", ")} to ${username}`);
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function passIf(error: unknown, ...states: readonly string[]): void {
  if (!states.includes(codeOf(error) ?? "")) throw error;
}
