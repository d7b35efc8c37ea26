/** The database in the settings, or the embedded one of this folder. */
import path from "node:path";
import type { Config } from "../config.js";
import { ensureDatabase, startEmbedded } from "../../platform/embedded/embedded-postgres.js";
import { loginOf, makeLogins, type LoginName } from "../../platform/postgres/connections/logins.js";
import type { Logins } from "../../platform/postgres/database.js";
import { migrateUp } from "../../platform/postgres/migrate.js";

export type OpenDatabase = {
  /** For requests. */
  readonly url: string;
  /** For jobs and for what the product does in somebody's act. */
  readonly workerUrl: string;
  /** For removing what is old enough. */
  readonly retentionUrl: string;
  /** For requests, past a pooler; null where there is none. */
  readonly directUrl: string | null;
  /** For asking whether what must be true is true. */
  readonly verifyUrl: string;
  /** For whoever owns the tables: migrations and seeding. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Stops the embedded server, if this process started it. */
  readonly stop: () => Promise<void>;
};

export function loginsOf({ url, workerUrl, retentionUrl, directUrl }: OpenDatabase): Required<Logins> {
  return { url, workerUrl, retentionUrl, directUrl };
}

/** Migrated if the settings say so, or as told. */
export async function openDatabase(
  config: Config,
  onProgress: (line: string) => void,
  { migrate = config.migrate }: { readonly migrate?: boolean } = {},
): Promise<OpenDatabase> {
  const opened = config.databaseUrl === null ? await embedded(config, onProgress) : external(config, config.databaseUrl);
  try {
    if (migrate) await migrateUp(opened.ownerUrl, "migrations", onProgress);
    const { url, workerUrl, retentionUrl, verifyUrl } = opened;
    if (migrate && opened.embedded) await makeLogins(opened.ownerUrl, [url, workerUrl, retentionUrl, verifyUrl]);
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

async function embedded(config: Config, onProgress: (line: string) => void): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir: path.join(config.dataDir, "postgres"), log: onProgress });
  const ownerUrl = await ensureDatabase(server, "gateway");
  const login = (name: LoginName) => loginOf(ownerUrl, name);
  const logins = { url: login("gateway_login"), workerUrl: login("gateway_jobs"), retentionUrl: login("gateway_removal") };
  return { ...logins, directUrl: null, verifyUrl: login("gateway_verifier"), ownerUrl, embedded: true, stop: server.stop };
}

function external(config: Config, url: string): OpenDatabase {
  return {
    url,
    workerUrl: config.jobsDatabaseUrl ?? url,
    retentionUrl: config.retentionDatabaseUrl ?? url,
    directUrl: config.directDatabaseUrl,
    // who vouches and who migrates keeps a session
    verifyUrl: config.verifyDatabaseUrl ?? config.directDatabaseUrl ?? url,
    ownerUrl: config.migrateDatabaseUrl ?? config.directDatabaseUrl ?? url,
    embedded: false,
    stop: () => Promise.resolve(),
  };
}
