import type { Database } from "./postgres/database.js";
import type { Outside } from "./fetch-outside.js";
import type { SendOutside } from "./send-outside.js";
import type { Letters } from "./letters/index.js";
import type { Log } from "./log.js";
import type { PersonalData } from "./people/personal-data.js";
import type { ErasureJournal } from "./trail/erasure-journal.js";

export type JobContext = {
  readonly database: Database;
  readonly log: Log;
  readonly personalData: PersonalData;
  readonly erasureJournal?: ErasureJournal | null;
  /** What may be fetched from elsewhere; left out, nothing is. */
  readonly outside?: Outside;
  /** What may be sent elsewhere; left out, nothing is. */
  readonly sending?: SendOutside;
  /** This gateway as it is called outside (CloudEvents `source`). */
  readonly source?: string;
  /** How messages leave; left out, or null, none does. */
  readonly letters?: Letters | null;
  /** Instead of the database's clock; only when a person runs a job by hand or a test does. */
  readonly now: Date | null;
};

/** Work that nobody waits for, with its rhythm (docs/decisions/0002-jobs.md). Safe to run twice, at once, and to be killed at any point. */
export type Job = {
  /** kebab-case; what `npm run worker -- --job` takes. */
  readonly name: string;
  readonly everySeconds: number;
  /** ONE: of all gateways on a database one takes each turn. ALL: each does its share, all the time. */
  readonly by: "ONE" | "ALL";
  /** Answers what was done, in figures; goes to job_run and the log. */
  readonly run: (ctx: JobContext) => Promise<Readonly<Record<string, number>>>;
};

export const HOUR = 3_600;
