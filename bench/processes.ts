/** Processes of the bench, and how much processor time they have had: from /proc, so that a busy machine changes nothing. */
import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "../src/platform/embedded/free-port.js";

export type Served = {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly startedMs: number;
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 60_000;
const LOADER = fileURLToPath(new URL("../src/typescript.mjs", import.meta.url));
const TYPESCRIPT = ["--no-warnings", "--import", LOADER];

/** Starts a Node program that listens on $PORT, and waits until `path` answers. */
export async function serve(
  name: string,
  program: string,
  env: Readonly<Record<string, string>>,
  { path = "/ready", flags = [] }: { readonly path?: string; readonly flags?: readonly string[] } = {},
): Promise<Served> {
  const port = await freePort();
  const began = performance.now();
  const loader = program.endsWith(".ts") ? TYPESCRIPT : ["--no-warnings"];
  const child = spawn(process.execPath, [...flags, ...loader, program], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => void said.push(chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(name, child, url + path, said);
  return { name, url, pid: child.pid ?? 0, startedMs: Math.round(performance.now() - began), stop: () => stop(child) };
}

const running = new Set<ChildProcess>();
// a bench that is interrupted leaves nothing running that would be measured with the next one
process.once("exit", () => running.forEach((child) => child.kill()));

async function untilReady(name: string, child: ChildProcess, url: string, said: readonly string[]): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended early (${child.exitCode}): ${said.join("").slice(-2_000)}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    if (Date.now() > giveUpAt) {
      await stop(child);
      throw new Error(`${name} was not ready in time: ${said.join("").slice(-2_000)}`);
    }
    await pause(20);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(hard);
}

/** Microseconds of processor time of all threads of a process so far. */
export function cpuOf(pid: number): number {
  return entries(`/proc/${pid}/task`).reduce((sum, thread) => sum + scheduled(`/proc/${pid}/task/${thread}/schedstat`), 0);
}

type Times = Map<number, number>;
const seen = new Map<string, Times>();

/**
 * The same for every server process that works for `database`, autovacuum apart. One that has ended counts with what it had
 * when it was last seen, so that the sum never falls; look often enough and little is missed.
 */
export function cpuOfDatabase(postmaster: number, database: string): number {
  const times = seen.get(`${postmaster} ${database}`) ?? new Map<number, number>();
  seen.set(`${postmaster} ${database}`, times);
  for (const pid of backends(postmaster, database)) keep(times, pid, scheduled(`/proc/${pid}/schedstat`));
  return [...times.values()].reduce((sum, each) => sum + each, 0);
}

/** Time that a process with this number had before another one was given it. */
function keep(times: Times, pid: number, now: number): void {
  const before = times.get(pid) ?? 0;
  if (now < before) times.set(-times.size - 1, before);
  if (now > 0) times.set(pid, now);
}

function backends(postmaster: number, database: string): number[] {
  const children = text(`/proc/${postmaster}/task/${postmaster}/children`).trim().split(" ");
  return children.map(Number).filter((pid) => {
    const title = text(`/proc/${pid}/cmdline`);
    return title.includes(` ${database} `) && !title.includes("autovacuum");
  });
}

/** Microseconds of processor time that this process and the database spend on some work. */
export async function cpuDuring(postmaster: number, database: string, work: () => Promise<unknown>): Promise<number> {
  const now = (): number => cpuOf(process.pid) + cpuOfDatabase(postmaster, database);
  const before = now();
  const look = setInterval(now, 100);
  await work();
  clearInterval(look);
  return now() - before;
}

/** Megabytes resident now, and at most so far. */
export function memoryOf(pid: number): { readonly nowMb: number; readonly peakMb: number } {
  const status = text(`/proc/${pid}/status`);
  const of = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return { nowMb: of("VmRSS"), peakMb: of("VmHWM") };
}

/** Processor time in nanoseconds is the first figure. */
function scheduled(file: string): number {
  return Number(text(file).split(" ")[0] ?? 0) / 1000;
}

function text(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return "";
  }
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
