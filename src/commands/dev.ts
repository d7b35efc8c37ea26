/** npm run dev: the gateway with an inspector, started again whenever one of its files changes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { prepare } from "../assembly/prepare.js";
import { command } from "./command.js";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const FLAGS = ["--watch", "--watch-preserve-output", "--inspect", "--min-semi-space-size=16", "--no-warnings", "--import", "./src/typescript.mjs"];

export const dev = command({
  name: "dev",
  summary: "runs the gateway with an inspector and starts it again whenever one of its files changes",
  // the embedded server belongs to this process: a gateway that starts again finds it running, migrated and filled
  database: { which: "LIKE_START", connections: 1 },
  run: async (_, { config, opened, say }) => {
    await prepare(config, opened, say);
    const gateway = spawn(process.execPath, [...FLAGS, MAIN], { stdio: "inherit", env: { ...process.env, SEED: "none" } });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => gateway.kill(signal));
    await once(gateway, "exit");
  },
});
