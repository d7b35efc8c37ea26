/** The database in the settings, or the embedded one of this folder. */
import path from "node:path";
import type { Config } from "./config.js";
import { ensureDatabase, startEmbedded } from "../platform/embedded/embedded-postgres.js";
import { migrateUp } from "../platform/postgres/migrate.js";

export type OpenDatabase = {
  /** For requests and jobs. */
  readonly url: string;
  /** For whoever owns the tables: migrations and seeding. */
  readonly ownerUrl: string;
  readonly embedded: boolean;
  /** Stops the embedded server, if this process started it. */
  readonly stop: () => Promise<void>;
};

/** Migrated unless told otherwise, so that whoever comes first prepares it. */
export async function openDatabase(
  config: Config,
  onProgress: (line: string) => void,
  { migrate = true }: { readonly migrate?: boolean } = {},
): Promise<OpenDatabase> {
  const opened = config.databaseUrl === null ? await embedded(config, onProgress) : external(config, config.databaseUrl);
  try {
    if (migrate) await migrateUp(opened.ownerUrl, "migrations", onProgress);
    return opened;
  } catch (error) {
    await opened.stop();
    throw error;
  }
}

async function embedded(config: Config, onProgress: (line: string) => void): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir: path.join(config.dataDir, "postgres"), log: onProgress });
  const url = await ensureDatabase(server, "gateway");
  return { url, ownerUrl: url, embedded: true, stop: server.stop };
}

function external(config: Config, url: string): OpenDatabase {
  return { url, ownerUrl: config.migrateDatabaseUrl ?? url, embedded: false, stop: () => Promise.resolve() };
}
