import { fileURLToPath } from "node:url";
import { serve, type Served } from "./processes.js";
import { benchFolder, type World } from "./world.js";

/**
 * The product as it runs, over a database that is already there. Jobs are off because they would be measured with it;
 * limits per viewer are off because a few callers here stand for many; everything else is as a user has it.
 */
export function startGateway(world: World): Promise<Served> {
  return serve("gateway", fileURLToPath(new URL("../src/main.ts", import.meta.url)), {
    DATABASE_URL: world.url,
    DATA_DIR: benchFolder(),
    SEED: "none",
    RUN_JOBS: "false",
    RATE_LIMITS: "false",
    LOG_LEVEL: "warn",
    // as npm start has it
    NODE_OPTIONS: "--max-semi-space-size=16",
  });
}
