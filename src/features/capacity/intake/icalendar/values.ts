/** Values of RFC 5545 section 3.3 as they are written, and as they are miswritten where the meaning is certain. */
import { isLocalDate } from "../../../../kernel/day.js";
import type { Property } from "./door.js";

const DAY = 86_400_000;
/** A hundred years: more than this is a slip, and less never overflows. */
const MOST_DAYS = 36_600;

/** A day or a wall time, with the offset it is written with, if any ("Z" is zero). */
export type WrittenTime = { readonly wall: number; readonly wholeDay: boolean; readonly offset: number | null };

const MOMENT = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Null when it is no moment, 31 February included. Hour 24 is the midnight that ends the day. */
export function readWritten(text: string): WrittenTime | null {
  return asStandard(text) ?? asMiswritten(text);
}

/** "20261208T100000Z" and "20261208T100000", which nearly all are, digit by digit: twenty thousand of them stand in a feed. */
function asStandard(text: string): WrittenTime | null {
  const utc = text.length === 16 && text.charAt(15) === "Z";
  if ((text.length !== 15 && !utc) || text.charAt(8) !== "T") return null;
  let date = 0;
  let time = 0;
  for (let i = 0; i < 15; i += 1) {
    if (i === 8) continue;
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    if (i < 8) date = date * 10 + digit;
    else time = time * 10 + digit;
  }
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100];
  const [hour, minute, second] = [Math.floor(time / 10_000), Math.floor(time / 100) % 100, time % 100];
  if (year < 1600 || month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) return null;
  return { wall: Date.UTC(year, month - 1, day, hour, minute, second), wholeDay: false, offset: utc ? 0 : null };
}

function asMiswritten(text: string): WrittenTime | null {
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

/** The same few parameters stand at thousands of properties. */
const read = new Map<string, ReadonlyMap<string, string>>();

/** The parameter's value without quotation marks; null when it is not given. */
export function parameter({ parameters }: Property, name: string): string | null {
  if (parameters === "") return null;
  let known = read.get(parameters);
  if (!known) {
    known = parametersIn(parameters);
    if (read.size > 500) read.clear();
    if (parameters.length < 500) read.set(parameters, known);
  }
  return known.get(name) ?? null;
}

function parametersIn(parameters: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, key = "", value = ""] of parameters.matchAll(/;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/g)) {
    const name = key.toUpperCase();
    if (!found.has(name)) found.set(name, value.replace(/^"|"$/g, ""));
  }
  return found;
}
