import ICAL from "ical.js";
import { addDays, resolveLocal, type LocalDate } from "../../kernel/calendar.js";

/** Thrown inside the parser only: the entry cannot be placed in time, hence the whole feed cannot be relied on. */
export class Unplaceable extends Error {}

/** How Danish clinics' systems name Danish time; the zones beside Copenhagen have had its clock since 1980. */
const DANISH_TIME = new Set([
  "Europe/Copenhagen",
  "Romance Standard Time",
  "W. Europe Standard Time",
  "Central European Standard Time",
  "Europe/Berlin",
  "Europe/Paris",
  "Europe/Oslo",
  "Europe/Stockholm",
]);

/** A moment of a calendar entry before it is an instant: wall-clock day and time, and the zone that gives it meaning. */
export type Wall = {
  readonly day: LocalDate;
  readonly seconds: number;
  readonly zone: "UTC" | "DANISH" | ICAL.Timezone;
  readonly wholeDay: boolean;
};

export function wallOf(time: ICAL.Time, tzid: string | null, zones: ReadonlyMap<string, ICAL.Timezone>): Wall {
  const written = time.toString();
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z?)?$/.test(written)) throw new Unplaceable();
  const day = written.slice(0, 10) as LocalDate;
  if (time.isDate) return { day, seconds: 0, zone: "DANISH", wholeDay: true };
  const seconds = time.hour * 3600 + time.minute * 60 + time.second;
  return { day, seconds, zone: written.endsWith("Z") ? "UTC" : zoneOf(tzid, zones), wholeDay: false };
}

function zoneOf(tzid: string | null, zones: ReadonlyMap<string, ICAL.Timezone>): Wall["zone"] {
  // A time without a zone is "whatever the clock on the wall says", and the wall is in Denmark.
  if (tzid === null) return "DANISH";
  const name = tzid.replace(/^\/?(freeassociation\.sourceforge\.net|mozilla\.org\/\d+_\d+)?\//, "");
  if (DANISH_TIME.has(name)) return "DANISH";
  if (/^(UTC|GMT|Etc\/UTC)$/i.test(name)) return "UTC";
  const described = zones.get(tzid);
  if (!described) throw new Unplaceable();
  return described;
}

/**
 * As an instant. Danish time that happens twice is taken as its first turn for a start and its second for an end, and a
 * start that never happens as the moment the clock moves: busy time may come out too long, never too short.
 */
export function instantOf(wall: Wall, end: "START" | "END"): Date {
  if (wall.zone === "DANISH") return danish(wall.day, wall.seconds, end);
  const [year = 0, month = 0, day = 0] = wall.day.split("-").map(Number);
  const asUtc = Date.UTC(year, month - 1, day) + wall.seconds * 1000;
  if (wall.zone === "UTC") return new Date(asUtc);
  const at = new Date(asUtc);
  const time = ICAL.Time.fromData({ year, month, day, hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() });
  return new Date(asUtc - wall.zone.utcOffset(time) * 1000);
}

function danish(day: LocalDate, seconds: number, end: "START" | "END"): Date {
  const minute = Math.floor(seconds / 60);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const rest = (seconds % 60) * 1000;
  const found = resolveLocal(day, clock);
  if (found.kind === "ONE") return new Date(found.at.getTime() + rest);
  if (found.kind === "TWICE") return new Date((end === "START" ? found.earlier : found.later).getTime() + rest);
  // RFC 5545 section 3.3.5: a time in the gap is read with the offset from before it, i.e. an hour after the hour before.
  return end === "START"
    ? danish(day, Math.floor(seconds / 3600) * 3600 + 3600, end)
    : new Date(danish(day, seconds - 3600, end).getTime() + 3_600_000);
}

export function laterDay(day: LocalDate, days: number): LocalDate {
  return addDays(day, days);
}
