/** When batches are closed by themselves: on weekdays that are bank days, at a time of day in Denmark. Pure. */
import { addDays, isBankDay, localDateOf, resolveLocal, weekday } from "../../../../kernel/calendar.js";

export type ClosingCalendar = {
  /** Monday is 1; empty: whenever somebody closes one. */
  readonly weekdays: readonly number[];
  /** `06:00`. */
  readonly at: string;
};

/** The first closing at or after an instant; null where there is no calendar. */
export function nextClosing(from: Date, calendar: ClosingCalendar): Date | null {
  return closingNear(from, calendar, 1);
}

/** The last closing at or before an instant; null where there is no calendar. */
export function lastClosing(until: Date, calendar: ClosingCalendar): Date | null {
  return closingNear(until, calendar, -1);
}

/** Between two closings there are never more days than a week and the longest run of days on which banks are closed. */
const FARTHEST = 60;

function closingNear(instant: Date, { weekdays, at }: ClosingCalendar, step: 1 | -1): Date | null {
  let day = localDateOf(instant);
  for (let i = 0; i < FARTHEST; i += 1) {
    if (weekdays.includes(weekday(day)) && isBankDay(day)) {
      const closing = instantOf(day, at);
      if (step === 1 ? closing >= instant : closing <= instant) return closing;
    }
    day = addDays(day, step);
  }
  return null;
}

/** A time that the clock skips comes with the hour after it, one that comes twice counts once. */
function instantOf(day: string, time: string): Date {
  const local = resolveLocal(day, time);
  if (local.kind === "ONE") return local.at;
  if (local.kind === "TWICE") return local.earlier;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return instantOf(day, `${String(hour + 1).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
}
