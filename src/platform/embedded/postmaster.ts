/** Who runs on a cluster's folder, and how several processes agree on who may start it. */
import { readFile, rm, writeFile } from "node:fs/promises";
import { platform } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "../error-code.js";

export type RunningServer = { readonly pid: number; readonly port: number; readonly ready: boolean };

/**
 * The live server of this folder. A pid file left by a killed server is removed: PostgreSQL itself refuses to start while
 * any process carries that number, be it a zombie or another program.
 */
export async function runningOn(clusterDir: string): Promise<RunningServer | null> {
  const file = path.join(clusterDir, "postmaster.pid");
  const content = await readFile(file, "utf8").catch(() => "");
  if (content === "") return null;
  const lines = content.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(await isPostgres(pid)) || path.resolve(lines[1] ?? "") !== path.resolve(clusterDir)) {
    await rm(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), ready: lines[7] === "ready" || lines[7] === "standby" };
}

export async function isPostgres(pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (platform() !== "linux") return true;
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const [, program, state] = /^\d+ \((.*)\) (\S)/.exec(stat) ?? [];
  return program === "postgres" && state !== "Z" && state !== "X";
}

export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/** Runs the work alone among all processes; the lock of a process that died is taken over. */
export async function withFileLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await taken(lockFile))) {
    const holder = Number(await readFile(lockFile, "utf8").catch(() => ""));
    if (holder > 0 && !isAlive(holder)) await rm(lockFile, { force: true });
    if (Date.now() > giveUpAt) throw new Error(`${lockFile} has been held by process ${holder} for a minute`);
    await pause(40);
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

async function taken(lockFile: string): Promise<boolean> {
  try {
    await writeFile(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
