/** What a clock on a wall somewhere means in instants. All numbers are milliseconds; a wall time counts as if there were no zones. */
import { offsetMinutes } from "../../../../kernel/calendar.js";

export type Zone =
  | { readonly kind: "KNOWN"; readonly offsetAt: (utc: number) => number }
  /** Somewhere between these two: busy time is then taken from the earliest to the latest it could mean. */
  | { readonly kind: "VAGUE"; readonly least: number; readonly most: number };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const UTC: Zone = fixedZone(0);
/** A time without a zone is "whatever the clock on the wall says", and the wall is in Denmark. */
export const DANISH: Zone = { kind: "KNOWN", offsetAt: (utc) => offsetMinutes(new Date(utc)) * MINUTE };
/** A zone of which nothing is known: the clocks of the world are 12 hours behind to 14 ahead. */
export const ANYWHERE: Zone = { kind: "VAGUE", least: -12 * HOUR, most: 14 * HOUR };

export function fixedZone(offset: number): Zone {
  return { kind: "KNOWN", offsetAt: () => offset };
}

/**
 * A wall time as an instant. One that happens twice is taken as its first turn for a start and its second for an end, and a
 * start that never happens as the moment the clock moves: busy time may come out too long, never too short.
 */
export function instantOf(wall: number, zone: Zone, side: "START" | "END"): number {
  if (zone.kind === "VAGUE") return wall - (side === "START" ? zone.most : zone.least);
  const before = zone.offsetAt(wall - DAY);
  const after = zone.offsetAt(wall + DAY);
  if (before === after) return wall - before;
  const found = [wall - before, wall - after].filter((at) => zone.offsetAt(at) === wall - at);
  if (found.length > 0) return side === "START" ? Math.min(...found) : Math.max(...found);
  // RFC 5545 section 3.3.5: a time in the gap is read with the offset from before it
  return side === "END" ? wall - before : change(zone.offsetAt, wall - after, wall - before);
}

/** The wall time of an instant; where that is vague, the least late. */
export function wallOf(utc: number, zone: Zone): number {
  return utc + (zone.kind === "VAGUE" ? zone.least : zone.offsetAt(utc));
}

/** The first instant after `from` at which the offset is no longer that of `from`, known to lie before `to`; to the second. */
function change(offsetAt: (utc: number) => number, from: number, to: number): number {
  const old = offsetAt(from);
  let low = from;
  let high = to;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (offsetAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** Every ten days: the shortest stretch of a changed clock that a country keeps is a month. */
const STEP = 10 * DAY;

type Change = { readonly at: number; readonly offset: number };

/** A zone of the time zone database; null when it has none of that name. Its changes are looked up once a year of use. */
export function ianaZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
  const exact = (utc: number): number => {
    const [, sign = "+", hours = "0", minutes = "0", seconds = "0"] =
      /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(format.format(utc)) ?? [];
    return (sign === "-" ? -1000 : 1000) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  };
  const years = new Map<number, readonly Change[]>();
  const changesOf = (year: number): readonly Change[] => {
    const known = years.get(year);
    if (known) return known;
    const start = Date.UTC(year, 0, 1);
    const changes: { at: number; offset: number }[] = [{ at: start, offset: exact(start) }];
    for (let at = start; at < start + 366 * DAY; at += STEP) {
      const last = changes.at(-1)?.offset ?? 0;
      const offset = exact(at + STEP);
      if (offset !== last) changes.push({ at: change(exact, at, at + STEP), offset });
    }
    years.set(year, changes);
    return changes;
  };
  return { kind: "KNOWN", offsetAt: (utc) => offsetIn(changesOf(new Date(utc).getUTCFullYear()), utc) };
}

/** The offset in force: that of the last change before, or of the first one for whatever lies before all. */
export function offsetIn(changes: readonly Change[], utc: number): number {
  let offset = changes[0]?.offset ?? 0;
  for (const change of changes) if (change.at <= utc) offset = change.offset;
  return offset;
}
