/**
 * Danish wall-clock time by arithmetic: the clock is put forward at 01:00 UTC on the last Sunday of March and back at
 * 01:00 UTC on the last Sunday of October (Directive 2000/84/EC, the same dates since 1996). Neither the zone of the
 * process nor that of the database plays a part, and it is fast enough for every decision. A test compares it with the
 * time zone database over the years the product is used in; should the law change, that test says so first.
 */
import { invariant } from "./invariant.js";
import { dayNumber, dayText, dayWith, weekdayOf, type LocalDate } from "./day.js";

/** A wall-clock time stands for no instant, one, or two on the nights the clock changes. */
export type LocalTime =
  | { readonly kind: "GAP" }
  | { readonly kind: "ONE"; readonly at: Date }
  | { readonly kind: "TWICE"; readonly earlier: Date; readonly later: Date };

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 86_400_000;

type Summer = { readonly from: number; readonly until: number };
const summers = new Map<number, Summer>();

/** Minutes Denmark is ahead of UTC at this instant: 60, or 120 in summer. */
export function offsetMinutes(at: Date): number {
  return offsetMs(at.getTime()) / MS_PER_MINUTE;
}

/** The Danish day of an instant (GEN-LOCAL-DATE). Text is RFC 3339 with any offset. */
export function localDateOf(instant: string | Date): LocalDate {
  const at = typeof instant === "string" ? Date.parse(instant) : instant.getTime();
  invariant(!Number.isNaN(at), "an instant is RFC 3339 text with an offset");
  return dayWith(Math.floor((at + offsetMs(at)) / MS_PER_DAY));
}

/** The instant at which the Danish day begins. Midnight always exists here: the clock changes at 02:00 and 03:00. */
export function startOfDay(day: LocalDate): Date {
  const midnight = dayNumber(day) * MS_PER_DAY;
  return new Date(midnight - offsetMs(midnight - MS_PER_HOUR));
}

/** The instant at which the Danish day is over: the next midnight. A day has 23, 24 or 25 hours. */
export function endOfDay(day: LocalDate): Date {
  return startOfDay(dayWith(dayNumber(day) + 1));
}

/** What the wall clock means on that day; `time` is "HH:MM" or "HH:MM:SS". Nothing is moved silently. */
export function resolveLocal(day: LocalDate, time: string): LocalTime {
  const [, hour, minute, second = "00"] = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(time) ?? [];
  invariant(hour !== undefined && minute !== undefined, "a wall-clock time is written HH:MM, from 00:00 to 23:59");
  const wall = dayNumber(day) * MS_PER_DAY + Number(hour) * MS_PER_HOUR + Number(minute) * MS_PER_MINUTE + Number(second) * 1000;
  const inSummer = wall - 2 * MS_PER_HOUR;
  const inWinter = wall - MS_PER_HOUR;
  const summer = offsetMs(inSummer) === 2 * MS_PER_HOUR;
  const winter = offsetMs(inWinter) === MS_PER_HOUR;
  if (summer && winter) return { kind: "TWICE", earlier: new Date(inSummer), later: new Date(inWinter) };
  if (!summer && !winter) return { kind: "GAP" };
  return { kind: "ONE", at: new Date(summer ? inSummer : inWinter) };
}

/** RFC 3339 with the Danish offset of that instant, "2025-04-10T12:00:00+02:00"; parts of a second only where there are any. */
export function localText(at: Date): string {
  const ahead = offsetMs(at.getTime());
  const wall = new Date(at.getTime() + ahead).toISOString().slice(0, at.getTime() % 1000 === 0 ? 19 : 23);
  return `${wall}+0${ahead / MS_PER_HOUR}:00`;
}

function offsetMs(at: number): number {
  const year = new Date(at).getUTCFullYear();
  const summer = summers.get(year) ?? summerOf(year);
  return at >= summer.from && at < summer.until ? 2 * MS_PER_HOUR : MS_PER_HOUR;
}

function summerOf(year: number): Summer {
  const summer = { from: lastSunday(year, 3) * MS_PER_DAY + MS_PER_HOUR, until: lastSunday(year, 10) * MS_PER_DAY + MS_PER_HOUR };
  summers.set(year, summer);
  return summer;
}

function lastSunday(year: number, month: 3 | 10): number {
  const last = dayNumber(dayText(year, month, 31));
  return last - (weekdayOf(last) % 7);
}
