/** npm run worker -- --once [--job NAME] [--now INSTANT]: the background work by hand, without a gateway. */
import { closingsOf } from "../features/settlement/payments/payment-settings.js";
import { readClock } from "../assembly/start/database-clock.js";
import { JOBS } from "../assembly/jobs.js";
import { runJob, startJobs } from "../assembly/run-jobs.js";
import type { JobContext } from "../platform/job.js";
import { createLog } from "../platform/log.js";
import { sourceOf } from "../features/events/cloud-event.js";
import { lettersOf } from "../platform/letters/index.js";
import { sendOutside } from "../platform/outside/send-outside.js";
import { outside } from "../platform/outside/fetch-outside.js";
import { personalData } from "../platform/people/personal-data.js";
import { erasureJournalAt } from "../platform/trail/erasure-journal.js";
import { command, instant, oneOf, WrongArgument } from "./command.js";

const NAMES = JOBS.map(({ name }) => name);
const jobName = oneOf(...NAMES);

export const worker = command({
  name: "worker",
  summary: "does the background work without a gateway, until it is told to stop",
  options: {
    once: { says: "each job once, then ends; prints what was done as JSON lines" },
    job: { value: "name", says: `only this job: ${NAMES.join(", ")}`, read: jobName },
    now: { value: "instant", says: "instead of the database's clock, with --once; for trying something out", read: instant },
  },
  database: { which: "NAMED", connections: 4 },
  run: async ({ once, job, now }, { config, database, say }) => {
    if (now !== undefined && !once) throw new WrongArgument("--now goes with --once");
    const jobs = JOBS.filter(({ name }) => job === undefined || job === name);
    const ctx: JobContext = {
      database,
      log: createLog(config.logLevel),
      personalData: personalData(config.cprKey, config.cprIndexKey),
      erasureJournal: config.erasureJournal === null ? null : erasureJournalAt(config.erasureJournal),
      outside: outside(config.calendarHosts),
      ...(config.webhooks ? { sending: sendOutside() } : {}),
      source: sourceOf(config),
      letters: lettersOf(config.letters),
      exchange: config.payments.exchange,
      closings: closingsOf(config.payments),
      now: now ?? null,
    };
    await readClock(database);
    if (once) {
      for (const each of jobs) say(JSON.stringify({ job: each.name, ...(await runJob(each, ctx)) }));
      return;
    }
    const running = startJobs(jobs, ctx);
    await new Promise<void>((resolve) => ["SIGINT", "SIGTERM"].forEach((signal) => process.once(signal, () => resolve())));
    await running.stop();
  },
});
