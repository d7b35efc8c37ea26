/** Puts a gateway together: database, schema, server, listener, jobs. main.ts starts one; tests start several. */
import { newContext, type Context } from "../gateway/context.js";
import { makeListener, type Page } from "../gateway/http.js";
import { makeApollo } from "../gateway/server.js";
import type { Config } from "../platform/config.js";
import { connectDatabase, type Database } from "../platform/database.js";
import type { Log } from "../platform/log.js";
import { personalData } from "../platform/personal-data.js";
import { readDatabaseFacts, unsafeSettings } from "../platform/start-guard.js";
import { WORKER } from "../platform/viewer.js";
import { transaction } from "../platform/transaction.js";
import { makeIdentity, type Identity } from "./identity.js";
import { JOBS, type JobContext } from "./jobs.js";
import { startJobs } from "./run-jobs.js";
import { makeSchema } from "./schema.js";
import "./services.js";

export type AppOptions = {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly log: Log;
  /** Further pages, made once the issuer is known: the explorer. */
  readonly pages?: (identity: Identity, database: Database) => Promise<ReadonlyMap<string, Page>>;
};

export type App = {
  readonly url: string;
  readonly port: number;
  readonly database: Database;
  readonly identity: Identity;
  readonly stop: () => Promise<void>;
};

/** Feeds of openings and files of the bank are larger than an ordinary request. */
const SENDS_FILES = new Set(["CLINIC_STAFF", "CLINIC_SYSTEM", "FINANCE", "BANK_CHANNEL"]);

/** A start that the settings forbid; every reason in one list. */
export class UnsafeStart extends Error {
  override readonly name = "UnsafeStart";
  constructor(readonly faults: readonly string[]) {
    super(`the gateway does not start like this:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  }
}

export async function startApp({ config, databaseUrl, log, pages }: AppOptions): Promise<App> {
  const database = connectDatabase(databaseUrl, { max: config.poolSize });
  try {
    const faults = unsafeSettings(config, await readDatabaseFacts(database));
    if (faults.length > 0) throw new UnsafeStart(faults);
    return await assemble({ config, databaseUrl, log, ...(pages ? { pages } : {}) }, database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble({ config, databaseUrl, log, pages }: AppOptions, database: Database): Promise<App> {
  const schema = makeSchema();
  const personal = personalData(config.cprKey, config.cprIndexKey);
  const identity = await makeIdentity(config, database);
  const services = { config, log, personalData: personal };
  const { apollo } = makeApollo<Context>({
    schema,
    production: config.production,
    introspection: config.introspection,
    compiled: config.compiled,
    onFailure: ({ traceId, operation, operationHash, error }) => log.error("a request failed", { traceId, operation, operationHash, err: error }),
  });
  await apollo.start();
  const listener = makeListener<Context>({
    apollo,
    identify: identity.identify,
    context: (request) => newContext({ ...request, database, services }),
    ready: () => isReady(database),
    allowLarge: ({ role }) => SENDS_FILES.has(role),
    origins: config.origins,
    onFailure: (traceId, error) => log.error("a request failed before it was read", { traceId, err: error }),
    ...(pages ? { pages: await pages(identity, database) } : {}),
  });
  const { port, url } = await listener.listen(config.port, config.host);
  const jobs: JobContext = { database, log, personalData: personal, now: null };
  const stopJobs = config.runJobs ? await startJobs(databaseUrl, JOBS, jobs) : () => Promise.resolve();
  const stop = async (): Promise<void> => {
    await listener.stop();
    await Promise.all([apollo.stop(), stopJobs()]);
    await database.close();
  };
  let stopped: Promise<void> | undefined;
  return { url, port, database, identity, stop: () => (stopped ??= stop()) };
}

async function isReady(database: Database): Promise<boolean> {
  await transaction(database, WORKER, (tx) => tx.query("select 1", [], "ready"), { readOnly: true, retries: 0 });
  return true;
}
