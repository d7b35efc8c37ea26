/**
 * `npm run dev`: the gateway with an inspector, started again whenever one of its files changes. The embedded database belongs to
 * this process, so that a restart finds it running, migrated and filled.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { openDatabase } from "../assembly/open-database.js";
import { prepare } from "../assembly/prepare.js";
import { loadConfig } from "../assembly/config.js";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const config = loadConfig(process.env);
const database = await openDatabase(config, say);
await prepare(config, database, say);
const gateway = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", "--inspect", "--no-warnings", "--import", "./src/typescript.mjs", MAIN],
  { stdio: "inherit", env: { ...process.env, SEED: "none" } },
);
// the terminal's Ctrl-C reaches both; the database goes last
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => gateway.kill(signal));
gateway.once("exit", (code) => void database.stop().then(() => process.exit(code ?? 0)));
