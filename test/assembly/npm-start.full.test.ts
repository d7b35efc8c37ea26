/** What stands between a person, or a supervisor, and the gateway: npm, and what starts it again while one writes. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { freePort } from "../../src/platform/embedded/free-port.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
let folder: string;
let port: number;
let started: ChildProcess | undefined;

beforeEach(async () => {
  fresh = await freshDatabase({ reference: true });
  folder = mkdtempSync(path.join(tmpdir(), "npm-start-"));
  port = await freePort();
});
afterEach(async () => {
  started?.kill("SIGKILL");
  await fresh.drop();
  rmSync(folder, { recursive: true, force: true });
});

const settings = (): Record<string, string> => ({
  DATABASE_URL: fresh.url,
  DATA_DIR: folder,
  PORT: String(port),
  SEED: "none",
  PROMISE_REFRESH_SECONDS: "0",
  LOG_LEVEL: "silent",
});
/** Without the test's own loader: npm starts node itself. */
function npm(...words: readonly string[]): ChildProcess {
  started = spawn("npm", words, { env: { ...process.env, ...settings() }, stdio: "ignore" });
  return started;
}
const answers = (): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    () => true,
    () => false,
  );
async function until(wanted: boolean): Promise<void> {
  for (let i = 0; i < 600 && (await answers()) !== wanted; i += 1) await pause(50);
  expect(await answers()).toBe(wanted);
}

it("npm start passes SIGTERM on", async () => {
  const gateway = npm("start", "--silent");
  await until(true);
  const gone = once(gateway, "exit");
  gateway.kill("SIGTERM");
  await gone;
  await until(false);
}, 120_000);

it("npm run dev starts the gateway again when a file is saved, and leaves nobody behind", async () => {
  const dev = npm("run", "--silent", "dev");
  await until(true);
  const gone = once(dev, "exit");
  const childOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ")[0]);
  // npm, its shell or not, and the process that starts gateways: the first of these with more than one is not waited for
  let parent = dev.pid ?? 0;
  while (!readFileSync(`/proc/${parent}/cmdline`, "utf8").endsWith("main.ts\0dev\0")) parent = childOf(parent);
  const before = childOf(parent);
  const { atime, mtime } = statSync("src/main.ts");
  utimesSync("src/main.ts", atime, mtime);
  await until(false);
  await until(true);
  expect(childOf(parent)).not.toBe(before);
  process.kill(parent, "SIGTERM");
  await gone;
  await until(false);
}, 120_000);

it("the gateway of npm run dev stops when that is killed", async () => {
  const args = ["--no-warnings", "--import", "./src/typescript.mjs", "src/commands/main.ts", "dev"];
  started = spawn(process.execPath, args, { env: { ...process.env, ...settings() }, stdio: "ignore" });
  await until(true);
  started.kill("SIGKILL");
  await until(false);
}, 120_000);
