/**
 * The time at which a run plays, the same for its databases and its test files: an ordinary Wednesday, or TEST_CLOCK, a reading
 * of the clock in Copenhagen ("2026-12-23T10:00"). From there it passes. No test asks the machine what day it is.
 */
import { localDateOf, resolveLocal } from "../../src/kernel/calendar.js";

const ORDINARY = "2026-12-02T10:00";

/** Milliseconds from now to the chosen reading; of a reading that comes twice, the first. */
export function aheadOfMachine(chosen = process.env["TEST_CLOCK"] ?? ORDINARY): number {
  const [day = "", time = ""] = chosen.split("T");
  const local = resolveLocal(day, time);
  if (local.kind === "GAP") throw new Error(`${chosen} is not on the clock in Copenhagen`);
  return (local.kind === "ONE" ? local.at : local.earlier).getTime() - Date.now();
}

/** The global setup decides once for all processes of a run; the bench and the crash run stay on the machine's clock. */
export const aheadMs = (): number => Number(process.env["TEST_CLOCK_AHEAD_MS"] ?? 0);
export const now = (): Date => fromNow(0);
export const fromNow = (ms: number): Date => new Date(Date.now() + aheadMs() + ms);
/** The day in Copenhagen. */
export const today = (): string => localDateOf(now());

/** The day on which the clock is moved, in March forward and in October back: the last Sunday (Directive 2000/84/EC). */
export function clockChangeOf(year: number, month: 3 | 10): string {
  const last = new Date(Date.UTC(year, month, 0));
  last.setUTCDate(last.getUTCDate() - last.getUTCDay());
  return last.toISOString().slice(0, 10);
}

/** The first of them that is neither past nor today. */
export function nextClockChange(month: 3 | 10): string {
  const year = Number(today().slice(0, 4));
  return clockChangeOf(year, month) > today() ? clockChangeOf(year, month) : clockChangeOf(year + 1, month);
}
