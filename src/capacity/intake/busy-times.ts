import ICAL from "ical.js";
import { overlaps, type Period } from "../../kernel/period.js";
import type { LocalDate } from "../../kernel/calendar.js";
import { readRecurrence, recurrenceDays, type Recurrence } from "../schedules/recurrence.js";
import { instantOf, laterDay, Unplaceable, wallOf, type Wall } from "./calendar-time.js";
import type { BusyTime } from "./source.js";

/** Steps of recurrence left for the whole feed: ten thousand entries that each repeat since 1990 would hold the process for minutes. */
type Budget = { steps: number };
type Zones = ReadonlyMap<string, ICAL.Timezone>;
const DAY = 86_400_000;
/** A feed of more than this inside one window is not a practitioner's calendar. */
const MOST_TIMES = 20_000;

/** Busy times inside the window. Throws Unplaceable when any entry cannot be placed: half a calendar is no calendar. */
export function busyTimes(calendars: readonly ICAL.Component[], window: Period): BusyTime[] {
  const times: BusyTime[] = [];
  const budget = { steps: 100_000 };
  for (const calendar of calendars) {
    const zones = new Map(
      calendar.getAllSubcomponents("vtimezone").flatMap((zone) => {
        const tzid = zone.getFirstPropertyValue("tzid");
        return typeof tzid === "string" ? [[tzid, new ICAL.Timezone(zone)] as const] : [];
      }),
    );
    const events = calendar.getAllSubcomponents("vevent");
    const moved = movedOccurrences(events, zones);
    for (const event of events) times.push(...eventTimes(event, zones, window, moved, budget));
    for (const list of calendar.getAllSubcomponents("vfreebusy")) times.push(...freeBusyTimes(list, window));
    if (times.length > MOST_TIMES) throw new Unplaceable();
  }
  return times.sort((a, b) => a.start.getTime() - b.start.getTime());
}

/** Occurrences that have an entry of their own, by uid: moved, changed or called off one by one. */
function movedOccurrences(events: readonly ICAL.Component[], zones: Zones): ReadonlyMap<string, ReadonlySet<number>> {
  const moved = new Map<string, Set<number>>();
  for (const event of events) {
    const property = event.getFirstProperty("recurrence-id");
    if (!property) continue;
    // "This and all later ones" would need the series rewritten; nobody writes it to a feed, and guessing would free busy time.
    if (property.getFirstParameter("range")) throw new Unplaceable();
    const uid = textOf(event, "uid");
    if (uid === null) throw new Unplaceable();
    moved.set(uid, (moved.get(uid) ?? new Set()).add(instantOf(walls(property, zones)[0]!, "START").getTime()));
  }
  return moved;
}

function eventTimes(
  event: ICAL.Component,
  zones: Zones,
  window: Period,
  moved: ReadonlyMap<string, ReadonlySet<number>>,
  budget: Budget,
): BusyTime[] {
  const status = textOf(event, "status")?.toUpperCase() ?? null;
  if (status === "CANCELLED" || textOf(event, "transp")?.toUpperCase() === "TRANSPARENT") return [];
  const startProperty = event.getFirstProperty("dtstart");
  if (!startProperty) throw new Unplaceable();
  const start = walls(startProperty, zones)[0]!;
  const endOf = lengthOf(event, start, zones);
  const uid = textOf(event, "uid");
  const about = { uid: uid?.slice(0, 255) ?? null, status, lastModified: lastModified(event) };
  const isOverride = event.getFirstProperty("recurrence-id") !== null;
  const replaced = isOverride ? new Set<number>() : new Set(uid === null ? [] : (moved.get(uid) ?? []));
  for (const property of event.getAllProperties("exdate"))
    for (const wall of walls(property, zones)) replaced.add(instantOf(wall, "START").getTime());
  const length = endOf(start).getTime() - instantOf(start, "START").getTime();
  const reach = { start: new Date(window.start.getTime() - length), end: window.end };
  const starts = isOverride
    ? [start]
    : [start, ...event.getAllProperties("rdate").flatMap((p) => walls(p, zones)), ...repeats(event, start, reach, budget)];
  const times = new Map<number, BusyTime>();
  for (const wall of starts) {
    const from = instantOf(wall, "START");
    const time = { start: from, end: endOf(wall), ...about };
    if (time.end.getTime() > from.getTime() && !replaced.has(from.getTime()) && overlaps(time, window)) times.set(from.getTime(), time);
  }
  return [...times.values()];
}

/** From the start of one occurrence to its end: by length of the first for DTEND, elapsed for DURATION, the day for a day. */
function lengthOf(event: ICAL.Component, start: Wall, zones: Zones): (of: Wall) => Date {
  const endProperty = event.getFirstProperty("dtend");
  const duration = event.getFirstPropertyValue("duration");
  if (endProperty) {
    const end = walls(endProperty, zones)[0]!;
    const days = Math.round((Date.parse(end.day) - Date.parse(start.day)) / DAY);
    const elapsed = instantOf(end, "END").getTime() - instantOf(start, "START").getTime();
    // The wall-clock end moves with the clock change, the elapsed one does not; systems differ, so the later of the two counts.
    return (of) =>
      latest(
        instantOf({ ...end, day: laterDay(of.day, days) }, "END"),
        new Date(instantOf(of, "START").getTime() + (start.wholeDay ? 0 : elapsed)),
      );
  }
  if (duration instanceof ICAL.Duration) {
    const seconds = duration.toSeconds();
    return (of) =>
      of.wholeDay
        ? instantOf({ ...of, day: laterDay(of.day, Math.ceil(seconds / 86_400)) }, "END")
        : new Date(instantOf(of, "END").getTime() + seconds * 1000);
  }
  return (of) => (of.wholeDay ? instantOf({ ...of, day: laterDay(of.day, 1) }, "END") : instantOf(of, "START"));
}

function repeats(event: ICAL.Component, start: Wall, window: Period, budget: Budget): Wall[] {
  return event.getAllProperties("rrule").flatMap((property) => {
    const value = property.getFirstValue();
    const rule = value instanceof ICAL.Recur ? readRecurrence(value.toString()) : "unreadable";
    if (typeof rule === "string") throw new Unplaceable();
    // A day more at the far end: the window is in instants, the rule in local days.
    const days = recurrenceDays(rule, start.day, new Date(window.end.getTime() + 2 * DAY).toISOString().slice(0, 10), budget);
    if (days === null) throw new Unplaceable();
    const first = new Date(window.start.getTime() - 2 * DAY).toISOString().slice(0, 10);
    return days
      .filter((day) => day >= first)
      .map((day) => ({ ...start, day: day as LocalDate }))
      .filter((wall) => notAfterUntil(wall, rule));
  });
}

function notAfterUntil(wall: Wall, rule: Recurrence): boolean {
  if (rule.until === null) return true;
  const until = wallOf(rule.until, null, new Map());
  if (until.wholeDay) return wall.day <= until.day;
  return instantOf(wall, "START").getTime() <= instantOf(until.zone === "UTC" ? until : { ...until, zone: wall.zone }, "END").getTime();
}

function freeBusyTimes(list: ICAL.Component, window: Period): BusyTime[] {
  const about = { uid: textOf(list, "uid")?.slice(0, 255) ?? null, lastModified: lastModified(list) };
  return list.getAllProperties("freebusy").flatMap((property) => {
    // RFC 5545 section 3.2.9: nothing said, and anything not known, is BUSY.
    const type = String(property.getFirstParameter("fbtype") ?? "BUSY").toUpperCase();
    if (type === "FREE") return [];
    return property.getValues().flatMap((value: unknown) => {
      if (!(value instanceof ICAL.Period)) throw new Unplaceable();
      const start = instantOf(wallOf(value.start, null, new Map()), "START");
      const end = instantOf(wallOf(value.getEnd(), null, new Map()), "END");
      const time = { start, end, status: /^BUSY(-UNAVAILABLE|-TENTATIVE)?$/.test(type) ? type : "BUSY", ...about };
      return end.getTime() > start.getTime() && overlaps(time, window) ? [time] : [];
    });
  });
}

function walls(property: ICAL.Property, zones: Zones): Wall[] {
  const tzid = property.getFirstParameter("tzid") || null;
  // The library carries 31 February over into March; such an entry is not to be trusted with when it is.
  if (!(property.toJSON() as unknown[]).slice(3).every((written) => typeof written === "string" && isReal(written)))
    throw new Unplaceable();
  const found = property.getValues().map((value: unknown) => {
    if (!(value instanceof ICAL.Time)) throw new Unplaceable();
    return wallOf(value, tzid, zones);
  });
  if (found.length === 0) throw new Unplaceable();
  return found;
}

function isReal(written: string): boolean {
  const time = Date.parse(written.length === 10 ? `${written}T00:00:00Z` : `${written.slice(0, 19)}Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(written.slice(0, 19));
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name);
  return typeof value === "string" ? value : null;
}

function lastModified(component: ICAL.Component): Date | null {
  const value = component.getFirstPropertyValue("last-modified");
  return value instanceof ICAL.Time && Number.isFinite(value.toUnixTime()) ? new Date(value.toUnixTime() * 1000) : null;
}

function latest(a: Date, b: Date): Date {
  return a.getTime() >= b.getTime() ? a : b;
}
