/**
 * npm run dev: the gateway with an inspector, started again whenever one of its files changes. Half of a start is loading packages, which do
 * not change: the next gateway has loaded them already and waits (dev/waiting.ts), so that it answers within a second.
 */
import { fork, type ChildProcess } from "node:child_process";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepare } from "../assembly/start/prepare.js";
import { command } from "./command.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WAITING = fileURLToPath(new URL("dev/waiting.ts", import.meta.url));
const FLAGS = ["--min-semi-space-size=16", "--no-warnings", "--import", "./src/typescript.mjs"];
/** An editor that saves several files is waited for. */
const QUIET_MS = 20;
/** Who still answers then is ended: what counts is in the database, which is not his. */
const LEAVE_MS = 300;
/** After a start, before the next gateway loads its packages. */
const START_MS = 2_000;

export const dev = command({
  name: "dev",
  summary: "runs the gateway with an inspector and starts it again whenever one of its files changes",
  // the embedded server belongs to this process: a gateway that starts again finds it running, migrated and filled
  database: { which: "LIKE_START", connections: 1 },
  run: async (_, { config, opened, say }) => {
    await prepare(config, opened, say);
    const waiting = (): ChildProcess => fork(WAITING, { cwd: ROOT, execArgv: FLAGS, env: { ...process.env, SEED: "none" } });
    const next: ChildProcess[] = [];
    let later: NodeJS.Timeout | undefined;
    const start = (): ChildProcess => {
      const started = next.pop() ?? waiting();
      started.send("go");
      clearTimeout(later);
      // it would take a processor from the one that starts
      later = setTimeout(() => next.push(waiting()), START_MS);
      return started;
    };
    let gateway = start();
    const again = (): void => {
      const old = gateway;
      old.kill("SIGINT");
      setTimeout(() => old.kill("SIGKILL"), LEAVE_MS);
      gateway = start();
    };
    let saved: NodeJS.Timeout | undefined;
    const watchers = ["src", "schema", "seeds"].map((folder) =>
      watch(folder, { recursive: true }, (_event, name) => {
        if (!name || !/\.(?:ts|mjs|graphql|csv|json)$/.test(name)) return;
        clearTimeout(saved);
        saved = setTimeout(again, QUIET_MS);
      }),
    );
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
    });
    for (const watcher of watchers) watcher.close();
    clearTimeout(later);
    next.pop()?.kill("SIGKILL");
    await new Promise((resolve) => {
      if (gateway.exitCode !== null || gateway.signalCode !== null) return resolve(null);
      gateway.once("exit", resolve);
      gateway.kill("SIGTERM");
    });
  },
});
