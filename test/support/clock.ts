/**
 * The time at which a run plays, the same for its databases and its test files: an ordinary Wednesday, or TEST_CLOCK, a reading
 * of the clock in Copenhagen ("2026-12-23T10:00"). From there it passes. No test asks the machine what day it is.
 */
import { localDateOf, resolveLocal } from "../../src/kernel/calendar.js";
import { Clock } from "../../src/platform/clock.js";

const ORDINARY = "2026-12-02T10:00";

/** Milliseconds from now to the chosen reading; of a reading that comes twice, the first. */
export function aheadOfMachine(chosen = process.env["TEST_CLOCK"] ?? ORDINARY): number {
  const [day = "", time = ""] = chosen.split("T");
  const local = resolveLocal(day, time);
  if (local.kind === "GAP") throw new Error(`${chosen} is not on the clock in Copenhagen`);
  return (local.kind === "ONE" ? local.at : local.earlier).getTime() - Date.now();
}

const clock = new Clock();
// the global setup decides once for all processes of a run; the bench and the crash run stay on the machine's clock
clock.aheadMs = Number(process.env["TEST_CLOCK_AHEAD_MS"] ?? 0);

export const testAheadMs = clock.aheadMs;
export const now = (): Date => clock.now();
export const fromNow = (ms: number): Date => new Date(now().getTime() + ms);
/** The day in Copenhagen. */
export const today = (): string => localDateOf(now());
