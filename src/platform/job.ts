import { addDays, localDateOf, resolveLocal } from "../kernel/calendar.js";
import type { Database } from "./postgres/database.js";
import type { FileExchange } from "./outside/file-exchange.js";
import type { Outside } from "./outside/fetch-outside.js";
import type { SendOutside } from "./outside/send-outside.js";
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
  /** Folders shared with a bank's transport; left out or null, there are none. */
  readonly exchange?: FileExchange | null;
  /** When batches are closed by themselves, and whether a payee without an account is paid to its NemKonto, and members to theirs; null: nothing is. */
  readonly closings?: {
    readonly weekdays: readonly number[];
    readonly at: string;
    readonly nemKonto: boolean;
    readonly members?: boolean;
  } | null;
  /** Instead of the database's clock; only when a person runs a job by hand or a test does. */
  readonly now: Date | null;
};

/** By seconds since it began last, or by the calendar: times of day in Denmark, `06:15`. */
type Rhythm = { readonly everySeconds: number } | { readonly dailyAt: readonly string[] };

/** The last of these times that has come; a time that the clock skips comes with the hour after it, one that comes twice counts once. */
export function lastDue(dailyAt: readonly string[], now: Date): Date {
  const today = localDateOf(now);
  const instants = [addDays(today, -1), today].flatMap((day) => dailyAt.map((time) => instantOf(day, time)));
  return new Date(Math.max(...instants.map(Number).filter((at) => at <= now.getTime())));
}

function instantOf(day: string, time: string): Date {
  const local = resolveLocal(day, time);
  if (local.kind === "ONE") return local.at;
  if (local.kind === "TWICE") return local.earlier;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantOf(day, `${String(hour + 1).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}

/** Work that nobody waits for, with its rhythm (docs/decisions/0002-jobs.md). Safe to run twice, at once, and to be killed at any point. */
export type Job = Rhythm & {
  /** kebab-case; what `npm run worker -- --job` takes. */
  readonly name: string;
  /** ONE: of all gateways on a database one takes each turn. ALL: each does its share, all the time. */
  readonly by: "ONE" | "ALL";
  /** Answers what was done, in figures; goes to job_run and the log. */
  readonly run: (ctx: JobContext) => Promise<Readonly<Record<string, number>>>;
};

export const HOUR = 3_600;
