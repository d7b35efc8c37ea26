/** One VEVENT as it is read: when it first is, how long, when again, and which occurrence of which series it stands for. */
import { readRecurrence, type Recurrence } from "../../schedules/recurrence.js";
import { propertiesOf, textOf, type Component, type Property } from "./door.js";
import { NonsenseEntry, type UnreadCode } from "./senseless.js";
import { parameter, readDuration, readWritten } from "./values.js";
import { DANISH, fixedZone, instantOf, UTC, type Zone } from "./zone.js";

const DAY = 86_400_000;

/** A wall time and the zone that makes it an instant; a whole day is a Danish one. */
export type WallTime = { readonly wall: number; readonly wholeDay: boolean; readonly zone: Zone };
export type Entry = {
  readonly uid: string | null;
  readonly status: string | null;
  readonly lastModified: Date | null;
  /** Called off, or takes no time of anybody. */
  readonly free: boolean;
  readonly start: WallTime;
  /** The instant at which an occurrence that starts so ends. */
  readonly endOf: (start: WallTime) => number;
  readonly rules: readonly Recurrence[];
  /** A rule that is not read, and the last day it says it may fall on; null where it does not say. */
  readonly unreadRule: { readonly lastDay: number | null } | null;
  readonly added: readonly { readonly start: WallTime; readonly end: number | null }[];
  readonly excepted: readonly WallTime[];
  readonly replaces: { readonly moment: WallTime; readonly andLater: boolean } | null;
  readonly unread: ReadonlySet<UnreadCode>;
};
/** The zone a TZID means, and what is not known of it. */
export type ZoneOf = (tzid: string | null, unread: Set<UnreadCode>) => Zone;

/** Throws Senseless where no time can be given to it. */
export function readEntry(event: Component, zoneOf: ZoneOf): Entry {
  const unread = new Set<UnreadCode>(event.brokenLines > 0 ? ["LINE_UNREAD"] : []);
  const status = textOf(event, "STATUS")?.toUpperCase().slice(0, 40) ?? null;
  const replaces = replacedBy(event, zoneOf, unread);
  const starts = propertiesOf(event, "DTSTART").flatMap((p) => moments(p, zoneOf, unread));
  // an occurrence that is called off need not say again when it would have been (RFC 5546 section 3.2.5)
  if (starts.length === 0 && replaces !== null && status === "CANCELLED") starts.push(replaces.moment);
  const [start] = starts;
  if (start === undefined) throw new NonsenseEntry("ENTRY_WITHOUT_START");
  if (start === "UNREADABLE" || starts.length > 1) throw new NonsenseEntry("TIME_UNREADABLE");
  const rules = propertiesOf(event, "RRULE").map(({ value }) => ({ value, rule: readRecurrence(value) }));
  const unreadRules = rules.filter(({ rule }) => typeof rule === "string");
  return {
    uid: textOf(event, "UID")?.slice(0, 255) ?? null,
    status,
    lastModified: lastModified(event),
    free: status === "CANCELLED" || textOf(event, "TRANSP")?.toUpperCase() === "TRANSPARENT",
    start,
    endOf: lengthOf(event, start, zoneOf, unread),
    rules: rules.flatMap(({ rule }) => (typeof rule === "string" ? [] : [rule])),
    unreadRule: unreadRules.length > 0 ? { lastDay: lastDayOf(unreadRules.map(({ value }) => value)) } : null,
    added: propertiesOf(event, "RDATE").flatMap((p) => periods(p, start, zoneOf, unread)),
    excepted: propertiesOf(event, "EXDATE").flatMap((p) => known(moments(p, zoneOf, unread), unread)),
    replaces,
    unread,
  };
}

function replacedBy(event: Component, zoneOf: ZoneOf, unread: Set<UnreadCode>): Entry["replaces"] {
  const [property] = propertiesOf(event, "RECURRENCE-ID");
  if (!property) return null;
  const [moment] = known(moments(property, zoneOf, unread), unread);
  const range = parameter(property, "RANGE")?.toUpperCase() ?? null;
  // "this and all before", of older calendars: what it replaces stays busy as well
  if (!moment || (range !== null && range !== "THISANDFUTURE")) {
    unread.add("EXCEPTION_UNREAD");
    return null;
  }
  return { moment, andLater: range !== null };
}

/** An exception that is not understood takes nothing away. */
function known(found: readonly (WallTime | "UNREADABLE")[], unread: Set<UnreadCode>): WallTime[] {
  if (found.includes("UNREADABLE")) unread.add("EXCEPTION_UNREAD");
  return found.filter((moment) => moment !== "UNREADABLE");
}

/** Every value of a property, each a moment or unreadable. */
export function moments(property: Property, zoneOf: ZoneOf, unread: Set<UnreadCode>): (WallTime | "UNREADABLE")[] {
  return property.value.split(",").map((one) => momentIn(property, one, zoneOf, unread) ?? "UNREADABLE");
}

/** The form decides what is a day: VALUE=DATE is often forgotten, seldom wrong. */
function momentIn(property: Property, text: string, zoneOf: ZoneOf, unread: Set<UnreadCode>): WallTime | null {
  const written = readWritten(text);
  if (!written) return null;
  if (written.wholeDay || parameter(property, "VALUE")?.toUpperCase() === "DATE")
    return { wall: Math.floor(written.wall / DAY) * DAY, wholeDay: true, zone: DANISH };
  const { offset } = written;
  const zone = offset === null ? zoneOf(parameter(property, "TZID"), unread) : offset === 0 ? UTC : fixedZone(offset);
  return { wall: written.wall, wholeDay: false, zone };
}

/** A day added to a series of times is busy as a whole: at which hour is not said. */
function periods(property: Property, first: WallTime, zoneOf: ZoneOf, unread: Set<UnreadCode>): { start: WallTime; end: number | null }[] {
  return property.value.split(",").map((one) => {
    const [from = "", to] = one.split("/");
    const start = momentIn(property, from, zoneOf, unread);
    if (!start) throw new NonsenseEntry("TIME_UNREADABLE");
    if (to !== undefined) return { start, end: periodEnd(property, start, to, zoneOf, unread) };
    return { start, end: start.wholeDay && !first.wholeDay ? endInstant({ ...start, wall: start.wall + DAY }) : null };
  });
}

/** The end of a PERIOD: a moment, or how long it lasts. */
export function periodEnd(property: Property, start: WallTime, to: string, zoneOf: ZoneOf, unread: Set<UnreadCode>): number {
  const duration = readDuration(to);
  const moment = duration ? null : momentIn(property, to, zoneOf, unread);
  if (!duration && !moment) throw new NonsenseEntry("PERIOD_UNREADABLE");
  const end = duration ? instantOf(start.wall + duration.days * DAY, start.zone, "END") + duration.ms : moment ? endInstant(moment) : 0;
  if (end <= instantOf(start.wall, start.zone, "START")) throw new NonsenseEntry("ENDS_BEFORE_START");
  return end;
}

function endInstant({ wall, zone }: WallTime): number {
  return instantOf(wall, zone, "END");
}

/** From the start of an occurrence to its end. Where a calendar gives both an end and a duration, the longer. */
function lengthOf(event: Component, start: WallTime, zoneOf: ZoneOf, unread: Set<UnreadCode>): Entry["endOf"] {
  const ends = propertiesOf(event, "DTEND").flatMap((p) => moments(p, zoneOf, unread));
  const durations = propertiesOf(event, "DURATION").map(({ value }) => readDuration(value));
  const lengths = [
    ...ends.map((end) => {
      if (end === "UNREADABLE") throw new NonsenseEntry("TIME_UNREADABLE");
      return untilEnd(start, end);
    }),
    ...durations.map((duration) => {
      if (!duration) throw new NonsenseEntry("DURATION_UNREADABLE");
      const days = start.wholeDay ? duration.days + Math.ceil(duration.ms / DAY) : duration.days;
      const ms = start.wholeDay ? 0 : duration.ms;
      return (of: WallTime) => instantOf(of.wall + days * DAY, of.zone, "END") + ms;
    }),
  ];
  // section 3.6.1: without an end a day lasts the day, and a time takes none
  const [only] = lengths;
  if (only && lengths.length === 1) return only;
  if (lengths.length === 0) return (of) => (of.wholeDay ? instantOf(of.wall + DAY, of.zone, "END") : instantOf(of.wall, of.zone, "START"));
  return (of) => Math.max(...lengths.map((length) => length(of)));
}

function untilEnd(start: WallTime, written: WallTime): Entry["endOf"] {
  const first = instantOf(start.wall, start.zone, "START");
  // a day that ends on itself lasts that day; so does a time that ends on a day
  const sameDay = written.wholeDay && Math.floor(start.wall / DAY) * DAY === written.wall;
  const end = sameDay ? { ...written, wall: written.wall + DAY } : written;
  const elapsed = endInstant(end) - first;
  if (elapsed <= 0 || (end.zone === start.zone && end.wall <= start.wall)) throw new NonsenseEntry("ENDS_BEFORE_START");
  // The wall-clock end moves with the clock change, the elapsed one does not; systems differ, so the later of the two counts.
  return (of) => {
    const byClock = instantOf(end.wall + (of.wall - start.wall), end.zone, "END");
    return of.wholeDay ? byClock : Math.max(byClock, instantOf(of.wall, of.zone, "START") + elapsed);
  };
}

function lastDayOf(rules: readonly string[]): number | null {
  const days = rules.map((rule) => readWritten(/UNTIL=(\d{8})/i.exec(rule)?.[1] ?? "")?.wall ?? null);
  return days.some((day) => day === null) ? null : Math.max(...days.map((day) => day ?? 0));
}

export function lastModified(component: Component): Date | null {
  const written = readWritten(textOf(component, "LAST-MODIFIED") ?? "");
  return written && written.offset !== null ? new Date(written.wall - written.offset) : null;
}
