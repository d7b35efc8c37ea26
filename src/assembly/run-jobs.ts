/**
 * The rhythm of the jobs (docs/decisions/0002-jobs.md). Each job does all there is to do whenever it runs, so a turn that was
 * missed needs no making up: the next one finds the work. What must not happen twice at once is claimed in job_run first.
 */
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../platform/random.js";
import { lockKey } from "../platform/postgres/locks.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction } from "../platform/postgres/transaction.js";
import { WORKER } from "../platform/viewer.js";
import type { Job, JobContext } from "../platform/job.js";

type Figures = Readonly<Record<string, number>>;

/** A turn that has not ended after this was taken by a process that died. */
const LEASE_SECONDS = 600;
const LOOK_SECONDS = 5;

export function startJobs(jobs: readonly Job[], ctx: JobContext): () => Promise<void> {
  const loops = jobs.map((job) => startLoop(job, ctx));
  return async () => {
    await Promise.all(loops.map((stop) => stop()));
  };
}

function startLoop(job: Job, ctx: JobContext): () => Promise<void> {
  const stop = new AbortController();
  const turn = async (): Promise<void> => {
    if (job.by === "ALL") await job.run(ctx);
    else if (await claimTurn(job, ctx)) await runJob(job, ctx);
  };
  const turns = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await turn().catch((error: unknown) => ctx.log.warn("a job failed and will be tried again", { job: job.name, err: error }));
      const seconds = job.by === "ALL" ? job.everySeconds : Math.min(job.everySeconds, LOOK_SECONDS);
      await pause(seconds * 1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  };
  const ended = turns();
  return async () => {
    stop.abort();
    await ended;
  };
}

/** One row per job. Whoever writes the start takes the turn; the row's lock decides between two that come at once. */
const CLAIM = statement(
  "job-claim",
  `update job_run set started_at = now(), finished_at = null
   where job = $1 and case when finished_at is null
     then started_at <= now() - make_interval(secs => $3) else started_at <= now() - make_interval(secs => $2) end
   returning id`,
);
const ONE_FIRST = statement("job-first", `select pg_advisory_xact_lock(${lockKey("firstJobRun")})`);
const FIRST = statement(
  "job-insert",
  `insert into job_run (id, job, started_at)
   select $1, $2, now() where not exists (select from job_run where job = $2) returning id`,
);

async function claimTurn(job: Job, { database }: JobContext): Promise<boolean> {
  return transaction(database, WORKER, async (tx) => {
    const [mine] = await tx.query(CLAIM.with(job.name, job.everySeconds, LEASE_SECONDS));
    if (mine) return true;
    await tx.query(ONE_FIRST.with());
    const [first] = await tx.query(FIRST.with(newId(), job.name));
    return first !== undefined;
  });
}

const KEEP = statement("job-keep", "update job_run set finished_at = now(), result = $2::jsonb where job = $1");

/** Runs a job once, claimed or not, and puts its figures on record; a failed one is due again after its usual time. */
export async function runJob(job: Job, ctx: JobContext): Promise<Figures> {
  const began = Date.now();
  const keep = (figures: Figures): Promise<unknown> => transaction(ctx.database, WORKER, (tx) => tx.query(KEEP.with(job.name, figures)));
  try {
    const figures = await job.run(ctx);
    await keep(figures);
    ctx.log.debug("job done", { job: job.name, durationMs: Date.now() - began });
    return figures;
  } catch (error) {
    await keep({ failed: 1 }).catch(() => {});
    throw error;
  }
}
