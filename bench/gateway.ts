import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve, type Served } from "./processes.js";
import { benchFolder, type World } from "./world.js";

const PACKAGE = fileURLToPath(new URL("../package.json", import.meta.url));

/** The settings of V8 that npm start has. */
export const START_FLAGS: readonly string[] = startFlags();

function startFlags(): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(PACKAGE, "utf8"));
  const words = scripts.start.split(" ");
  return words.slice(words.indexOf("node") + 1, words.indexOf("--no-warnings"));
}

/**
 * The product as it runs, over a database that is already there. Jobs are off because they would be measured with it;
 * limits per viewer are off because a few callers here stand for many; everything else is as a user has it.
 */
export function startGateway(
  world: World,
  { preload, env = {} }: { readonly preload?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Served> {
  const settings = {
    DATABASE_URL: world.url,
    DATA_DIR: benchFolder(),
    SEED: "none",
    RUN_JOBS: "false",
    RATE_LIMITS: "false",
    LOG_LEVEL: "warn",
    ...env,
  };
  return serve("gateway", fileURLToPath(new URL("../src/main.ts", import.meta.url)), settings, {
    flags: [...START_FLAGS, ...(preload ? ["--import", preload] : [])],
  });
}
