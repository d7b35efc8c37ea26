import { afterAll, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { lastDue, type Job, type JobContext } from "../../src/platform/job.js";
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
type Counted = Extract<Job, { everySeconds: number }> & { runs: number };
function counted(more: Partial<Extract<Job, { everySeconds: number }>> = {}): Counted {
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
  await Promise.all(stops.map(({ stop }) => stop()));
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
  await fresh.database.pool.query("update job_run set finished_at = null, beat_at = now() - interval '80 seconds'");
  await startJobsFor(job);
  expect(job.runs).toBe(1);
  await fresh.database.pool.query("update job_run set beat_at = now() - interval '91 seconds'");
  await startJobsFor(job);
  expect(job.runs).toBe(2);
});

it("a job that fails is logged, stands in the record and is tried again", async () => {
  let tries = 0;
  const job = counted({
    everySeconds: 0.05,
    run: () => ((tries += 1) < 2 ? Promise.reject(new Error("no")) : Promise.resolve({ done: 1 })),
  });
  const { stop } = startJobs([job], ctx);
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

it("a long turn is nobody else's while whoever has it says that it lives, and what it did is kept", async () => {
  let end = (): void => {};
  const job = counted({ run: () => new Promise((resolve) => (end = () => resolve({ done: 1 }))) });
  const { stop } = startJobs([job], ctx, { beatMs: 20 });
  await pause(200);
  // long ago, had it not been said anew meanwhile
  await fresh.database.pool.query("update job_run set beat_at = now() - interval '100 seconds'");
  await pause(100);
  const other = counted();
  await startJobsFor(other);
  expect(other.runs).toBe(0);
  end();
  await stop();
  expect(await rows()).toEqual([{ job: "counted", result: { done: 1 }, finished: true }]);
});

it("of a turn that was taken over the first keeps nothing", async () => {
  let end = (): void => {};
  const slow = counted({ run: () => new Promise((resolve) => (end = () => resolve({ late: 1 }))) });
  const { stop } = startJobs([slow], ctx, { beatMs: 60_000 });
  await pause(150);
  await fresh.database.pool.query("update job_run set beat_at = now() - interval '100 seconds'");
  await startJobsFor(counted());
  end();
  await stop();
  expect(await rows()).toEqual([{ job: "counted", result: { n: 1 }, finished: true }]);
});

it("a job of the calendar is due when its time of day has come, and once", async () => {
  const { everySeconds, ...rest } = counted();
  void everySeconds;
  const dailyAt = ["00:00", "06:00", "12:00", "18:00"];
  const job: Job & { runs: number } = { ...rest, dailyAt, runs: 0, run: () => Promise.resolve({ n: (job.runs += 1) }) };
  await startJobsFor(job);
  await startJobsFor(job);
  expect(job.runs).toBe(1);
  await fresh.database.pool.query("update job_run set started_at = $1::timestamptz - interval '1 second'", [lastDue(dailyAt, new Date())]);
  await startJobsFor(job);
  expect(job.runs).toBe(2);
});

it.each([
  ["2026-11-25T11:00:00Z", "2026-11-25T05:30:00Z"],
  ["2026-11-25T05:00:00Z", "2026-11-24T05:30:00Z"],
  ["2027-07-01T11:00:00Z", "2027-07-01T04:30:00Z"],
])("at %s the last half past six in Denmark was %s", (now, due) => {
  expect(lastDue(["06:30"], new Date(now)).toISOString()).toBe(new Date(due).toISOString());
});

it.each([
  ["2027-03-28T10:00:00Z", "2027-03-28T01:30:00Z"],
  ["2027-10-31T10:00:00Z", "2027-10-31T00:30:00Z"],
])("at %s the last half past two was %s, whatever the clock did that night", (now, due) => {
  expect(lastDue(["02:30"], new Date(now)).toISOString()).toBe(new Date(due).toISOString());
});

it("jobs that neither look nor say that they live are stuck, and only they", async () => {
  const { stop, stuck } = startJobs([counted()], ctx);
  await pause(50);
  expect(stuck()).toEqual([]);
  const { now } = performance;
  performance.now = () => now.call(performance) + 100_000;
  try {
    expect(stuck()).toEqual(["counted"]);
  } finally {
    performance.now = now;
    await stop();
  }
});

async function startJobsFor(job: Job): Promise<void> {
  const { stop } = startJobs([job], ctx);
  await pause(150);
  await stop();
}
