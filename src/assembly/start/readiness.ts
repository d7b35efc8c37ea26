/**
 * Whether this gateway can do its work, for the balancer: a booking can be committed, the background work goes on, the plan of
 * the promises is fresh, there is room for what must be written. Asked every second or two by each balancer, so an answer
 * is kept for a second.
 */
import { statfs } from "node:fs/promises";
import path from "node:path";
import type { Database } from "../../platform/postgres/database.js";
import { statement } from "../../platform/postgres/statement.js";
import { transaction } from "../../platform/postgres/transaction.js";
import { ANONYMOUS } from "../../platform/viewer.js";

/** WRITES: nothing can be committed. JOBS: a job of this gateway stands still. PLAN: the plan of the promises is old. DISK: no room. */
export type Obstacle = "WRITES" | "JOBS" | "PLAN" | "DISK";

export type ReadinessOptions = {
  /** Connections that wait for no request. */
  readonly database: Database;
  readonly stuckJobs: () => readonly string[];
  /** Seconds since the plan was read; null where none is kept. */
  readonly planAgeSeconds: () => number | null;
  /** File whose disk must have room; null where none is written. */
  readonly journal: string | null;
};

const KEPT_MS = 1_000;
/** Longer than one reading of the largest network takes, with a pause before it. */
const OLD_PLAN_SECONDS = 180;
const LEAST_BYTES = 50_000_000;

/**
 * A record in the log of the server, which reaches its disk and its standbys with the commit as that of a booking does, and
 * leaves nothing behind. A standby, a full disk and a synchronous standby that is gone all fail it.
 */
const COMMIT = statement("ready", "select pg_logical_emit_message(true, 'gateway-ready', '')::text as logged");

export function makeReadiness(options: ReadinessOptions): () => Promise<readonly Obstacle[]> {
  let asked: { readonly at: number; readonly answer: Promise<readonly Obstacle[]> } | null = null;
  return () => {
    if (asked === null || performance.now() - asked.at > KEPT_MS) asked = { at: performance.now(), answer: obstacles(options) };
    return asked.answer;
  };
}

async function obstacles({ database, stuckJobs, planAgeSeconds, journal }: ReadinessOptions): Promise<readonly Obstacle[]> {
  const [writes, room] = await Promise.all([canCommit(database), hasRoom(journal)]);
  const plan = planAgeSeconds();
  const checks: readonly (readonly [boolean, Obstacle])[] = [
    [!writes, "WRITES"],
    [stuckJobs().length > 0, "JOBS"],
    [plan !== null && plan > OLD_PLAN_SECONDS, "PLAN"],
    [!room, "DISK"],
  ];
  return checks.filter(([stands]) => stands).map(([, obstacle]) => obstacle);
}

function canCommit(database: Database): Promise<boolean> {
  return transaction(database, ANONYMOUS, (tx) => tx.query(COMMIT.with()), { retries: 1 }).then(
    () => true,
    () => false,
  );
}

/** The folder may be made with the first line. */
async function hasRoom(file: string | null): Promise<boolean> {
  if (file === null) return true;
  const disk = await statfs(path.dirname(path.resolve(file))).catch(() => null);
  return disk === null || disk.bavail * disk.bsize > LEAST_BYTES;
}
