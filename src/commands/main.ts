/** gateway <command>: one entry to everything an operator runs besides the gateway itself. */
import "reflect-metadata";
import { COMMANDS } from "./list.js";
import { run } from "./run.js";

process.exitCode = await run(process.argv.slice(2), COMMANDS, {
  say: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
  env: process.env,
});
