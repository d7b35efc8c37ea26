/** Work that nobody waits for, with its rhythm. Each job is safe to run twice, at once, and to be killed at any point. */
import { runExpandSchedules, runWithdrawSilentFeeds } from "../capacity/expand-schedules.js";
import { applyRetention } from "../members/apply-retention.js";
import { rotateCivilNumbers } from "../members/rotate-civil-numbers.js";
import { sealAudit } from "../platform/audit-seal.js";
import { announce } from "../platform/event-bus.js";
import { relayOutbox } from "../platform/relay-outbox.js";
import type { Database } from "../platform/database.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/personal-data.js";
import { watchPromises } from "../promise/watch-promises.js";

export type JobContext = {
  readonly database: Database;
  readonly log: Log;
  readonly personalData: PersonalData;
  /** Instead of the database's clock; only when a person runs a job by hand or a test does. */
  readonly now: Date | null;
};

export type Job = {
  /** kebab-case; what `npm run worker -- --job` takes. */
  readonly name: string;
  /** How often: minutes and more as a crontab line (UTC), seconds as a number. */
  readonly rhythm: { readonly cron: string } | { readonly everySeconds: number };
  /** Answers what was done, in figures; goes to job_run and the log. */
  readonly run: (ctx: JobContext) => Promise<Readonly<Record<string, number>>>;
};

export const JOBS: readonly Job[] = [
  { name: "watch-promises", rhythm: { cron: "* * * * *" }, run: ({ database, now }) => watchPromises(database, { now }) },
  { name: "expand-schedules", rhythm: { cron: "7 2 * * *" }, run: ({ database, now }) => runExpandSchedules(database, { now }) },
  { name: "withdraw-silent-feeds", rhythm: { cron: "* * * * *" }, run: ({ database, now }) => runWithdrawSilentFeeds(database, { now }) },
  { name: "relay-outbox", rhythm: { everySeconds: 0.5 }, run: ({ database }) => relayOutbox(database, announce) },
  { name: "seal-audit", rhythm: { cron: "* * * * *" }, run: sealAndAnnounce },
  { name: "apply-retention", rhythm: { cron: "17 * * * *" }, run: ({ database, now }) => applyRetention(database, now) },
  {
    name: "rotate-civil-numbers",
    rhythm: { cron: "41 * * * *" },
    run: ({ database, personalData }) => rotateCivilNumbers(database, personalData),
  },
];

/** The head of the chain goes to the log as well: whoever rewrites the chain later contradicts it. */
async function sealAndAnnounce({ database, log }: JobContext): Promise<{ sealed: number }> {
  const { sealed, throughSeq, hash } = await sealAudit(database);
  if (sealed > 0) log.info("the audit trail is sealed", { count: sealed, note: `${throughSeq}:${hash}` });
  return { sealed };
}
