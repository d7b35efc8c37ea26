/** Values of RFC 5545 section 3.3 as they are written, and as they are miswritten where the meaning is certain. */
import { isLocalDate } from "../../../kernel/day.js";
import type { Property } from "./door.js";

const DAY = 86_400_000;
/** A hundred years: more than this is a slip, and less never overflows. */
const MOST_DAYS = 36_600;

/** A day or a wall time, with the offset it is written with, if any ("Z" is zero). */
export type Written = { readonly wall: number; readonly wholeDay: boolean; readonly offset: number | null };

const MOMENT = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Null when it is no moment, 31 February included. Hour 24 is the midnight that ends the day. */
export function readWritten(text: string): Written | null {
  const [, year, month, date, hour, minute = "00", second = "00", zone] = MOMENT.exec(text.trim()) ?? [];
  if (year === undefined || !isLocalDate(`${year}-${month}-${date}`) || year < "1600") return null;
  const day = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (hour === undefined) return { wall: day, wholeDay: true, offset: null };
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  if (Number(minute) > 59 || Number(second) > 60 || seconds > 86_400) return null;
  const offset = zone === undefined ? null : /^z$/i.test(zone) ? 0 : readOffset(zone);
  return { wall: day + seconds * 1000, wholeDay: false, offset };
}

/** "+0100", "-053000" or "+01:00" in milliseconds. */
export function readOffset(text: string): number | null {
  const [, sign, hours, minutes, seconds = "00"] = /^([+-])(\d{2}):?(\d{2}):?(\d{2})?$/.exec(text.trim()) ?? [];
  if (sign === undefined || Number(hours) > 15 || Number(minutes) > 59) return null;
  return (sign === "-" ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** Days and weeks are nominal, hours and less are exact (section 3.3.6). */
export type Duration = { readonly days: number; readonly ms: number };

/** Null when it is none: without any part, zero, negative, fractional, in months, beyond measure. */
export function readDuration(text: string): Duration | null {
  const form = /^\+?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i.exec(text.trim());
  if (!form) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = form.slice(1).map((part) => Number(part ?? 0));
  const found = { days: weeks * 7 + days, ms: (hours * 3600 + minutes * 60 + seconds) * 1000 };
  const total = found.days * DAY + found.ms;
  return total > 0 && total <= MOST_DAYS * DAY ? found : null;
}

/** The parameter's value without quotation marks; null when it is not given. */
export function parameter({ parameters }: Property, name: string): string | null {
  if (parameters === "") return null;
  for (const [, key = "", value = ""] of parameters.matchAll(/;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/g))
    if (key.toUpperCase() === name) return value.replace(/^"|"$/g, "");
  return null;
}
