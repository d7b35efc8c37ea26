/** A gateway on a fresh database, on which the demo's steps were played over HTTP, with what they printed. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startApp } from "../../src/assembly/app.js";
import { loadConfig, type Config } from "../../src/assembly/config.js";
import { developersConsole } from "../../src/assembly/trial/console.js";
import { asker, type Asker } from "../../src/commands/demo/gateway.js";
import type { ReadyViewer } from "../../src/assembly/trial/ready-viewers.js";
import type { JourneyEnd } from "../../src/commands/demo/journey.js";
import { createLog } from "../../src/platform/log.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

export type Played = {
  readonly end: JourneyEnd;
  readonly printed: string;
  /** Reads as the owner. */
  readonly rows: <R extends object>(text: string, values?: readonly unknown[]) => Promise<R[]>;
  readonly stop: () => Promise<void>;
};

type Play = {
  readonly steps: (gateway: Asker) => Promise<JourneyEnd>;
  /** What the database is to hold before the gateway starts. */
  readonly before?: (fresh: FreshDatabase, config: Config) => Promise<void>;
  readonly settings?: Readonly<Record<string, string>>;
  readonly reference?: true;
  readonly viewers?: readonly ReadyViewer[];
};

export async function played({ steps, before, settings = {}, reference, viewers = [] }: Play): Promise<Played> {
  const fresh = await freshDatabase(reference ? { reference } : {});
  const dir = await mkdtemp(path.join(tmpdir(), "gateway-played-"));
  const config = loadConfig({ DATA_DIR: dir, PORT: "0", RUN_JOBS: "true", LOG_LEVEL: "silent", ...settings });
  await before?.(fresh, config);
  const app = await startApp({ config, databaseUrl: fresh.url, log: createLog("silent"), pages: developersConsole });
  let printed = "";
  const { write } = process.stdout;
  process.stdout.write = (text: string | Uint8Array) => (printed += String(text)) !== "";
  let end: JourneyEnd;
  try {
    end = await steps(await asker(app.url, config, { url: fresh.url }, viewers));
  } finally {
    process.stdout.write = write;
  }
  return {
    end,
    printed,
    rows: async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await fresh.database.pool.query(text, [...values])).rows as R[],
    stop: async () => {
      await app.stop();
      await fresh.drop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
