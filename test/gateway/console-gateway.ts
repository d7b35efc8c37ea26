/** A gateway with the developers' console, on a small fictional network that has claims and a plan. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startApp as start, type App } from "../../src/assembly/app.js";
import { developersConsole } from "../../src/assembly/trial/console.js";
import { loadConfig } from "../../src/assembly/config.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { createLog } from "../../src/platform/log.js";
import { seedNetwork } from "../../seeds/load.js";
import { freshDatabase } from "../support/database.js";

export async function startConsole(): Promise<{ readonly app: App; readonly stop: () => Promise<void> }> {
  const fresh = await freshDatabase();
  await seedNetwork(fresh.url, { clinics: 90, slots: 12_000, claims: true });
  const dir = await mkdtemp(path.join(tmpdir(), "console-test-"));
  const config = loadConfig({
    DATA_DIR: dir,
    PORT: "0",
    RUN_JOBS: "false",
    PROMISE_REFRESH_SECONDS: "0",
    SEED: "none",
    LOG_LEVEL: "silent",
    RATE_LIMITS: "false",
  });
  const app = await start({ config, databaseUrl: fresh.url, log: createLog(config.logLevel), pages: developersConsole });
  await watchPromises(app.database);
  const stop = async (): Promise<void> => {
    await app.stop();
    await rm(dir, { recursive: true, force: true });
    await fresh.drop();
  };
  return { app, stop };
}
