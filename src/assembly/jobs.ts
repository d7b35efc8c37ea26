/** Work that nobody waits for, with its rhythm. Each job is safe to run twice, at once, and to be killed at any point. */
import { runExpandSchedules, runWithdrawSilentFeeds } from "../capacity/schedules/expand-schedules.js";
import { applyRetention } from "../members/erasure/apply-retention.js";
import { settleJournal } from "../members/erasure/erase-member.js";
import { rotateCivilNumbers } from "../members/civil-number/rotate-civil-numbers.js";
import { sealAudit } from "../platform/trail/audit-seal.js";
import { announce } from "../platform/trail/event-bus.js";
import { relayOutbox } from "../platform/trail/relay-outbox.js";
import type { Database } from "../platform/postgres/database.js";
import type { ErasureJournal } from "../platform/trail/erasure-journal.js";
import type { Log } from "../platform/log.js";
import type { PersonalData } from "../platform/people/personal-data.js";
import { watchPromises } from "../promise/watch/watch-promises.js";

export type JobContext = {
  readonly database: Database;
  readonly log: Log;
  readonly personalData: PersonalData;
  readonly erasureJournal?: ErasureJournal | null;
  /** Instead of the database's clock; only when a person runs a job by hand or a test does. */
  readonly now: Date | null;
};

export type Job = {
  /** kebab-case; what `npm run worker -- --job` takes. */
  readonly name: string;
  readonly everySeconds: number;
  /** ONE: of all gateways on a database one takes each turn. ALL: each does its share, all the time. */
  readonly by: "ONE" | "ALL";
  /** Answers what was done, in figures; goes to job_run and the log. */
  readonly run: (ctx: JobContext) => Promise<Readonly<Record<string, number>>>;
};

const HOUR = 3_600;

export const JOBS: readonly Job[] = [
  { name: "watch-promises", everySeconds: 60, by: "ONE", run: ({ database, now }) => watchPromises(database, { now }) },
  { name: "expand-schedules", everySeconds: 6 * HOUR, by: "ONE", run: ({ database, now }) => runExpandSchedules(database, { now }) },
  { name: "withdraw-silent-feeds", everySeconds: 60, by: "ONE", run: ({ database, now }) => runWithdrawSilentFeeds(database, { now }) },
  { name: "relay-outbox", everySeconds: 0.5, by: "ALL", run: ({ database }) => relayOutbox(database, announce) },
  { name: "seal-audit", everySeconds: 60, by: "ONE", run: sealAndAnnounce },
  { name: "apply-retention", everySeconds: HOUR, by: "ONE", run: ({ database, now }) => applyRetention(database, now) },
  // each gateway its own file
  {
    name: "settle-erasure-journal",
    everySeconds: HOUR,
    by: "ALL",
    run: async ({ database, erasureJournal }) => (erasureJournal ? settleJournal(database, erasureJournal) : {}),
  },
  {
    name: "rotate-civil-numbers",
    everySeconds: HOUR,
    by: "ONE",
    run: ({ database, personalData }) => rotateCivilNumbers(database, personalData),
  },
];

/** The head of the chain goes to the log as well: whoever rewrites the chain later contradicts it. */
async function sealAndAnnounce({ database, log }: JobContext): Promise<{ sealed: number }> {
  const { sealed, throughSeq, hash } = await sealAudit(database);
  if (sealed > 0) log.info("the audit trail is sealed", { count: sealed, note: `${throughSeq}:${hash}` });
  return { sealed };
}
