/** An offering clinic as a search finds it, and what of it is for whom. */
import { dayNumber, isWorkingDay, localDateOf, addDays, type LocalDate } from "../../../kernel/calendar.js";

export type ProviderOrder = "DISTANCE" | "EARLIEST";

/** A listing as a search finds it: what changes with every booking, and the mark of what hardly ever does. */
export type FoundRow = {
  readonly id: string;
  readonly mark: string;
  readonly distanceKm: number | null;
  /** Sort key of the order asked for. */
  readonly rank: number;
  /** Its next openings as the search writes them (listing-texts.ts); empty where there is none. */
  readonly slots: string;
};

/** Danish days that pages name again and again. */
const MOST = 20_000;
const days = new Map<string, LocalDate>();

/** The Danish day of an opening's start (GEN-LOCAL-DATE). */
export function dayOf(startsAt: string): LocalDate {
  const known = days.get(startsAt);
  if (known !== undefined) return known;
  const made = localDateOf(startsAt);
  if (days.size >= MOST) days.clear();
  days.set(startsAt, made);
  return made;
}

/** Counting further would only say "long". */
const COUNTED_DAYS = 400;

/**
 * Working days between the day of an appointment and the last day of the promise: 0 on the last day itself, negative when
 * it is over (CAL-WORKDAY, CAL-DAY-ZERO).
 */
export function marginWorkingDays(day: LocalDate, latestOn: LocalDate): number {
  const ahead = dayNumber(latestOn) - dayNumber(day);
  const [from, steps] = ahead >= 0 ? [day, ahead] : [latestOn, -ahead];
  let working = 0;
  for (let n = 1; n <= Math.min(steps, COUNTED_DAYS); n += 1) if (isWorkingDay(addDays(from, n))) working += 1;
  return ahead >= 0 ? working : -working;
}
