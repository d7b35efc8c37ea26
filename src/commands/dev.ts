/**
 * `npm run dev`: the gateway with an inspector, started again whenever one of its files changes. The embedded database belongs to
 * this process, so that a restart finds it running, migrated and filled.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { prepare } from "../assembly/prepare.js";
import { command } from "./command.js";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const WATCHED = ["--watch", "--watch-preserve-output", "--inspect", "--no-warnings", "--import", "./src/typescript.mjs", MAIN];

export const dev = command({
  name: "dev",
  summary: "the gateway with an inspector, started again whenever one of its files changes",
  database: { which: "LIKE_START" },
  run: async (_, { config, opened, say }) => {
    await prepare(config, opened, say);
    const gateway = spawn(process.execPath, WATCHED, { stdio: "inherit", env: { ...process.env, SEED: "none" } });
    // the terminal's Ctrl-C reaches both; the database goes last
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => gateway.kill(signal));
    const [code] = (await once(gateway, "exit")) as [number | null];
    return code === null || code === 0 ? 0 : 1;
  },
});
