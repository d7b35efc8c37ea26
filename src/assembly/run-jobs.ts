/**
 * The rhythm of the jobs. Minutes and more are graphile-worker's: of all gateways on one database one runs each turn, a turn
 * missed while all were down is made up for, a failed one is tried again. Seconds are a loop here, one gateway at a time.
 */
import { Logger, parseCronItems, run, type CronItem, type TaskList } from "graphile-worker";
import pg from "pg";
import { setTimeout as pause } from "node:timers/promises";
import { transaction } from "../platform/transaction.js";
import { newId } from "../platform/random.js";
import { WORKER } from "../platform/viewer.js";
import { write } from "../platform/write.js";
import type { Job, JobContext } from "./jobs.js";

/** A turn missed longer ago than this is not made up for: the next one does all there is to do anyway. */
const BACKFILL = { backfillPeriod: 2 * 3_600_000, maxAttempts: 5 };

export async function startJobs(url: string, jobs: readonly Job[], ctx: JobContext): Promise<() => Promise<void>> {
  const timed = jobs.flatMap((job) => ("cron" in job.rhythm ? [{ job, cron: job.rhythm.cron }] : []));
  const loops = jobs.flatMap((job) => ("cron" in job.rhythm ? [] : [startLoop(job, job.rhythm.everySeconds, ctx)]));
  const stopTimed = timed.length > 0 ? await startTimed(url, timed, ctx) : () => Promise.resolve();
  return async () => {
    await Promise.all([stopTimed(), ...loops.map((stop) => stop())]);
  };
}

async function startTimed(url: string, timed: readonly { job: Job; cron: string }[], ctx: JobContext): Promise<() => Promise<void>> {
  const taskList: TaskList = Object.fromEntries(timed.map(({ job }) => [job.name, async () => void (await runJob(job, ctx))]));
  const items = timed.map(({ job, cron }): CronItem => ({ task: job.name, match: cron, options: BACKFILL, identifier: job.name }));
  // a pool of our own: the library's own has no listener once it is told to stop, and a server that ends then ends us
  const pgPool = new pg.Pool({ connectionString: url, max: 3, application_name: "provider-network-jobs" });
  pgPool.on("error", () => {});
  pgPool.on("connect", (client) => client.on("error", () => {}));
  const runner = await run({
    pgPool,
    concurrency: 1,
    noHandleSignals: true,
    taskList,
    parsedCronItems: parseCronItems(items),
    logger: new Logger(() => () => {}),
  });
  return async () => {
    await runner.stop();
    await pgPool.end();
  };
}

function startLoop(job: Job, everySeconds: number, ctx: JobContext): () => Promise<void> {
  const stop = new AbortController();
  const turns = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await job.run(ctx).catch((error: unknown) => ctx.log.warn("a job failed and will be tried again", { job: job.name, err: error }));
      await pause(everySeconds * 1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  };
  const ended = turns();
  return async () => {
    stop.abort();
    await ended;
  };
}

/** Runs a job once and puts its figures on record. */
export async function runJob(job: Job, ctx: JobContext): Promise<Readonly<Record<string, number>>> {
  const began = Date.now();
  try {
    const result = await job.run(ctx);
    const row = { id: newId(), job: job.name, started_at: new Date(began).toISOString(), finished_at: new Date().toISOString(), result };
    await transaction(ctx.database, WORKER, (tx) => write(tx, { job_run: [row] }));
    ctx.log.debug("job done", { job: job.name, durationMs: Date.now() - began });
    return result;
  } catch (error) {
    ctx.log.error("a job failed", { job: job.name, durationMs: Date.now() - began, err: error });
    throw error;
  }
}
