/** npm run worker -- --once [--job NAME] [--now INSTANT]: the background work by hand, without a gateway. */
import "reflect-metadata";
import { parseArgs } from "node:util";
import { JOBS, type JobContext } from "../assembly/jobs.js";
import { runJob, startJobs } from "../assembly/run-jobs.js";
import { openDatabase } from "../assembly/open-database.js";
import { loadConfig } from "../assembly/config.js";
import { connectDatabase } from "../platform/postgres/database.js";
import { erasureJournalAt } from "../platform/trail/erasure-journal.js";
import { createLog } from "../platform/log.js";
import { personalData } from "../platform/people/personal-data.js";

const HELP = "npm run worker -- [--once] [--job NAME] [--now 2026-11-24T12:00:00Z]";

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { once: { type: "boolean" }, job: { type: "string" }, now: { type: "string" } },
  });
  const now = values.now === undefined ? null : new Date(values.now);
  if (now !== null && (Number.isNaN(now.getTime()) || !values.once)) throw new TypeError("--now takes an instant, and goes with --once");
  const jobs = JOBS.filter((job) => values.job === undefined || job.name === values.job);
  if (jobs.length === 0) throw new TypeError(`there is no such job; the jobs are ${JOBS.map((job) => job.name).join(", ")}`);
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel);
  const server = await openDatabase(config, () => {});
  const database = connectDatabase(server.url, { max: 4, statementMs: 60_000, applicationName: "provider-network-worker" });
  const erasureJournal = config.erasureJournal === null ? null : erasureJournalAt(config.erasureJournal);
  const ctx: JobContext = { database, log, personalData: personalData(config.cprKey, config.cprIndexKey), erasureJournal, now };
  try {
    if (values.once) {
      for (const job of jobs) process.stdout.write(`${JSON.stringify({ job: job.name, ...(await runJob(job, ctx)) })}\n`);
      return 0;
    }
    const stop = startJobs(jobs, ctx);
    await new Promise<void>((resolve) => ["SIGINT", "SIGTERM"].forEach((signal) => process.once(signal, () => resolve())));
    await stop();
    return 0;
  } finally {
    await database.close();
    await server.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof TypeError) console.error(HELP);
    process.exitCode = 1;
  },
);
