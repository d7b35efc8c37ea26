/** Danish days and clock for the generator: plain arithmetic, because it is asked millions of times. Tests hold it against Temporal. */
import { readCsv } from "./csv.js";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export type Day = string;

const atMidnightUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: Day, count: number): Day => dayOf(atMidnightUtc(day) + count * DAY_MS);
/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((new Date(atMidnightUtc(day)).getUTCDay() + 6) % 7) + 1;

/** The last Sunday of March and of October: the clock moves at 01:00 UTC (EU directive 2000/84). */
export function clockChanges(year: number): readonly [spring: Day, autumn: Day] {
  const lastSunday = (month: string): Day => {
    const end = `${year}-${month}-31`;
    return addDays(end, -(weekday(end) % 7));
  };
  return [lastSunday("03"), lastSunday("10")];
}

const summers = new Map<number, readonly [number, number]>();

function summerOf(year: number): readonly [number, number] {
  let summer = summers.get(year);
  if (!summer) {
    const [spring, autumn] = clockChanges(year);
    summer = [atMidnightUtc(spring) + 60 * MINUTE_MS, atMidnightUtc(autumn) + 60 * MINUTE_MS];
    summers.set(year, summer);
  }
  return summer;
}

function offsetMs(utc: number): number {
  const [start, end] = summerOf(new Date(utc).getUTCFullYear());
  return (utc >= start && utc < end ? 120 : 60) * MINUTE_MS;
}

/** The instant of a local clock reading, minutes after midnight (1440 is the next midnight). Of two readings, the first. */
export function utcOf(day: Day, minutes: number): number {
  const reading = atMidnightUtc(day) + minutes * MINUTE_MS;
  const summer = reading - 120 * MINUTE_MS;
  return offsetMs(summer) === 120 * MINUTE_MS ? summer : reading - 60 * MINUTE_MS;
}

export type Closing = { readonly publicHolidays: ReadonlySet<Day>; readonly bankDays: ReadonlySet<Day> };

/** Known to the end of 2035; later days count as ordinary ones. */
export function readHolidays(): Closing {
  const rows = readCsv<"date" | "kind" | "public_holiday">("dk_holidays_2024_2035");
  // half of the clinics also close on these; the day after Ascension is a bank matter only
  const also = /-(06-05|12-24|12-31)$/;
  return {
    publicHolidays: new Set(rows.filter((r) => r.public_holiday === "1").map((r) => r.date)),
    bankDays: new Set(rows.filter((r) => also.test(r.date)).map((r) => r.date)),
  };
}

/** Opening hours in minutes after midnight: Monday to Thursday 08-17, Friday 08-15. */
export const OPENS = 8 * 60;
export const closesAt = (day: Day): number => (weekday(day) === 5 ? 15 : 17) * 60;

/** The days a clinic is open, of the given number of weeks. */
export function openDays(from: Day, weeks: number, closing: Closing, closesOnBankDays: boolean): Day[] {
  return Array.from({ length: weeks * 7 }, (_, i) => addDays(from, i)).filter(
    (day) => weekday(day) <= 5 && !closing.publicHolidays.has(day) && !(closesOnBankDays && closing.bankDays.has(day)),
  );
}
