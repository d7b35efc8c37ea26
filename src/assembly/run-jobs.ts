/**
 * The rhythm of the jobs (docs/decisions/0002-jobs.md). Each job does all there is to do whenever it runs, so a turn that was
 * missed needs no making up: the next one finds the work. What must not happen twice at once is claimed in job_run first, and
 * whoever has claimed it says again and again that it still lives.
 */
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "../platform/random.js";
import { lockKey } from "../platform/postgres/locks.js";
import { classify } from "../platform/postgres/database-errors.js";
import { statement } from "../platform/postgres/statement.js";
import { transaction } from "../platform/postgres/transaction.js";
import { spanned } from "../platform/traces.js";
import { WORKER } from "../platform/viewer.js";
import { lastDue, type Job, type JobContext } from "../platform/job.js";

type Figures = Readonly<Record<string, number>>;

export type RunningJobs = {
  /** Names of those that have not looked for work, nor said that they still work, for a minute and a half. */
  readonly stuck: () => readonly string[];
  /** Ends when what runs has ended. */
  readonly stop: () => Promise<void>;
};
/** Told of each run when it ends; `figures` is null when it failed. */
export type OnJob = (job: string, seconds: number, figures: Figures | null) => void;
export type JobOptions = { readonly onJob?: OnJob; readonly beatMs?: number };

/** A turn of which nothing was heard for so long was taken by a process that died: another takes over within two minutes. */
const LEASE_SECONDS = 90;
const BEAT_MS = 20_000;
/** A job that does not come to its end is not vouched for any longer than this. */
const LONGEST_MS = 3_600_000;
const LOOK_SECONDS = 5;
const STUCK_MS = 90_000;

export function startJobs(jobs: readonly Job[], ctx: JobContext, options: JobOptions = {}): RunningJobs {
  const loops = jobs.map((job) => startLoop(job, ctx, options));
  return {
    stuck: () => loops.filter(({ aliveAt }) => performance.now() - aliveAt() > STUCK_MS).map(({ name }) => name),
    stop: async () => {
      await Promise.all(loops.map(({ stop }) => stop()));
    },
  };
}

type Loop = { readonly name: string; readonly aliveAt: () => number; readonly stop: () => Promise<void> };

function startLoop(job: Job, ctx: JobContext, options: JobOptions): Loop {
  const stop = new AbortController();
  let aliveAt = performance.now();
  const turn = async (): Promise<void> => {
    if (job.by === "ALL") return void (await timed(job, ctx, options.onJob));
    const mine = newId();
    if (!(await claimTurn(job, ctx, mine))) return;
    const beats = beat(mine, ctx, options.beatMs ?? BEAT_MS, () => (aliveAt = performance.now()));
    await runJob(job, ctx, { turn: mine, ...(options.onJob ? { onJob: options.onJob } : {}) }).finally(() => clearInterval(beats));
  };
  const turns = async (): Promise<void> => {
    let failed = 0;
    while (!stop.signal.aborted) {
      await turn().then(
        () => (failed = 0),
        (error: unknown) => {
          failed += 1;
          // a database that is busy for a moment, as when everything starts, is nobody's fault
          const level = failed === 1 && classify(error).kind !== "OTHER" ? "info" : "warn";
          ctx.log[level]("a job failed and will be tried again", { job: job.name, err: error });
        },
      );
      aliveAt = performance.now();
      const rhythm = "everySeconds" in job ? job.everySeconds : LOOK_SECONDS;
      const seconds = job.by === "ALL" ? rhythm : Math.min(rhythm, LOOK_SECONDS);
      await pause(seconds * 1_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  };
  const ended = turns();
  return {
    name: job.name,
    aliveAt: () => aliveAt,
    stop: async () => {
      stop.abort();
      await ended;
    },
  };
}

/**
 * One row per job. Whoever writes the start takes the turn; the row's lock decides between two that come at once. `$2` seconds
 * or the instant `$4` say since when it is due.
 */
const CLAIM = statement(
  "job-claim",
  `update job_run set started_at = now(), beat_at = now(), finished_at = null, turn = $5
   where job = $1 and case when finished_at is null
     then beat_at <= now() - make_interval(secs => $3)
     else started_at <= coalesce($4::timestamptz, now() - make_interval(secs => $2)) end
   returning id`,
);
const ONE_FIRST = statement("job-first", `select pg_advisory_xact_lock(${lockKey("firstJobRun")})`);
const FIRST = statement(
  "job-insert",
  `insert into job_run (id, job, started_at, turn)
   select $1, $2, now(), $3 where not exists (select from job_run where job = $2) returning id`,
);

async function claimTurn(job: Job, { database }: JobContext, turn: string): Promise<boolean> {
  const [seconds, since] = "everySeconds" in job ? [job.everySeconds, null] : [null, lastDue(job.dailyAt, new Date())];
  return transaction(database, WORKER, async (tx) => {
    const [mine] = await tx.query(CLAIM.with(job.name, seconds, LEASE_SECONDS, since, turn));
    if (mine) return true;
    await tx.query(ONE_FIRST.with());
    const [first] = await tx.query(FIRST.with(newId(), job.name, turn));
    return first !== undefined;
  });
}

const BEAT = statement("job-beat", "update job_run set beat_at = now() where turn = $1 and finished_at is null returning id");

/** A beat that fails is followed by the next; if none arrives for the length of the lease, somebody else takes over. */
function beat(turn: string, { database }: JobContext, everyMs: number, alive: () => void): NodeJS.Timeout {
  const began = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - began > LONGEST_MS) return clearInterval(timer);
    transaction(database, WORKER, (tx) => tx.query(BEAT.with(turn)), { retries: 0 }).then(alive, () => {});
  }, everyMs);
  return timer.unref();
}

/** Of a turn that somebody else has taken over meanwhile nothing is kept. */
const KEEP = statement(
  "job-keep",
  "update job_run set finished_at = now(), result = $2::jsonb where job = $1 and ($3::uuid is null or turn = $3)",
);

async function timed(job: Job, ctx: JobContext, onJob: OnJob | undefined): Promise<Figures> {
  const began = performance.now();
  const told = (figures: Figures | null): void => onJob?.(job.name, (performance.now() - began) / 1_000, figures);
  try {
    const figures = await spanned("job", { name: job.name }, () => job.run(ctx));
    told(figures);
    return figures;
  } catch (error) {
    told(null);
    throw error;
  }
}

/** Runs a job once, claimed or not, and puts its figures on record; a failed one is due again after its usual time. */
export async function runJob(
  job: Job,
  ctx: JobContext,
  { turn = null, onJob }: { readonly turn?: string | null; readonly onJob?: OnJob } = {},
): Promise<Figures> {
  const began = Date.now();
  const keep = (figures: Figures): Promise<unknown> =>
    transaction(ctx.database, WORKER, (tx) => tx.query(KEEP.with(job.name, figures, turn)));
  try {
    const figures = await timed(job, ctx, onJob);
    await keep(figures);
    ctx.log.debug("job done", { job: job.name, durationMs: Date.now() - began });
    return figures;
  } catch (error) {
    await keep({ failed: 1 }).catch(() => {});
    throw error;
  }
}
