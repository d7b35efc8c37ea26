import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import type { Job, JobContext } from "../../src/platform/job.js";
import { runJob, startJobs } from "../../src/assembly/run-jobs.js";
import { createLog } from "../../src/platform/log.js";
import { personalData } from "../../src/platform/people/personal-data.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

let fresh: FreshDatabase;
let ctx: JobContext;
const key = Buffer.alloc(32, 1).toString("base64");
const lines: string[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  ctx = {
    database: fresh.database,
    log: createLog("info", (line) => void lines.push(line)),
    personalData: personalData(key, key),
    now: null,
  };
});
afterAll(() => fresh.drop());
beforeEach(() => fresh.database.pool.query("truncate job_run"));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const rows = async (): Promise<{ job: string; result: unknown; finished: boolean }[]> =>
  (await fresh.database.pool.query("select job, result, finished_at is not null as finished from job_run order by job")).rows;
type Counted = Job & { runs: number };
function counted(more: Partial<Job> = {}): Counted {
  const job: Counted = {
    name: "counted",
    everySeconds: 3_600,
    by: "ONE",
    runs: 0,
    run: () => Promise.resolve({ n: (job.runs += 1) }),
    ...more,
  };
  return job;
}

it("of several gateways that start together one takes the turn", async () => {
  const job = counted();
  const stops = Array.from({ length: 6 }, () => startJobs([job], ctx));
  await pause(400);
  await Promise.all(stops.map((stop) => stop()));
  expect(job.runs).toBe(1);
  expect(await rows()).toEqual([{ job: "counted", result: { n: 1 }, finished: true }]);
});

it("a turn that is due again is taken, one that is not yet is left", async () => {
  const job = counted();
  await startJobsFor(job);
  await startJobsFor(job);
  expect(job.runs).toBe(1);
  await fresh.database.pool.query("update job_run set started_at = now() - interval '61 minutes'");
  await startJobsFor(job);
  expect(job.runs).toBe(2);
});

it("a turn whose process died is taken over when its lease has run out, and not before", async () => {
  const job = counted({ everySeconds: 1 });
  await startJobsFor(job);
  await fresh.database.pool.query("update job_run set finished_at = null, started_at = now() - interval '9 minutes'");
  await startJobsFor(job);
  expect(job.runs).toBe(1);
  await fresh.database.pool.query("update job_run set started_at = now() - interval '11 minutes'");
  await startJobsFor(job);
  expect(job.runs).toBe(2);
});

it("a job that fails is logged, stands in the record and is tried again", async () => {
  let tries = 0;
  const job = counted({
    everySeconds: 0.05,
    run: () => ((tries += 1) < 2 ? Promise.reject(new Error("no")) : Promise.resolve({ done: 1 })),
  });
  const stop = startJobs([job], ctx);
  await pause(500);
  await stop();
  expect(tries).toBeGreaterThan(1);
  expect(lines.join("")).toContain("a job failed");
  expect(await rows()).toEqual([{ job: "counted", result: { done: 1 }, finished: true }]);
});

it("a job run by hand runs whether or not it is due", async () => {
  const job = counted();
  expect(await runJob(job, ctx)).toEqual({ n: 1 });
  expect(await runJob(job, ctx)).toEqual({ n: 2 });
});

async function startJobsFor(job: Job): Promise<void> {
  const stop = startJobs([job], ctx);
  await pause(150);
  await stop();
}
