/**
 * When a calendar says its owner is busy, inside a window. Everything that is not understood costs time: what can be placed
 * roughly is busy for all it could mean, what cannot be placed at all makes the calendar UNKNOWN.
 */
import { overlaps, subtract, union, type Period } from "../../../../kernel/period.js";
import type { BusyTime } from "../source.js";
import { describedZone } from "./described-zone.js";
import { propertiesOf, textOf, type Component } from "./door.js";
import { lastModified, moments, periodEnd, readEntry, type Entry, type WallTime, type ZoneOf } from "./entry.js";
import { NonsenseEntry, UNREAD_REASONS, type SenselessCode, type UnreadEntries, type UnreadCode } from "./senseless.js";
import { seriesTimes, type ReplacedOccurrence } from "./series.js";
import { readWritten } from "./values.js";
import { ANYWHERE, DANISH, instantOf, type Zone } from "./zone.js";
import { guessedZone, namedZone } from "./zone-names.js";

const DAY = 86_400_000;
/** A feed of more than this inside one window is not a practitioner's calendar. */
const MOST_TIMES = 50_000;

export type Busy = {
  readonly times: readonly BusyTime[];
  /** Stretches of the window of which the calendar does not speak. */
  readonly unspoken: readonly Period[];
  readonly unread: readonly UnreadEntries[];
  readonly senseless: ReadonlyMap<SenselessCode, number>;
};

/** Null when there is more than any practitioner's calendar holds. */
export function busyTimes(calendars: readonly Component[], window: Period): Busy | null {
  const times: BusyTime[] = [];
  const unread = new Map<UnreadCode, number>();
  const senseless = new Map<SenselessCode, number>();
  const covered: Period[] = [];
  let statesStretch = false;
  const attempt = (component: Component, zoneOf: ZoneOf, read: () => void): void => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof NonsenseEntry)) throw error;
      if (mayMatter(component, zoneOf, window)) senseless.set(error.code, (senseless.get(error.code) ?? 0) + 1);
    }
  };
  for (const calendar of calendars) {
    const zoneOf = zonesOf(calendar, window);
    const entries: Entry[] = [];
    for (const component of calendar.children) {
      if (component.name === "VEVENT" && isNear(component, window))
        attempt(component, zoneOf, () => void entries.push(readEntry(component, zoneOf)));
      if (component.name !== "VFREEBUSY") continue;
      statesStretch = true;
      attempt(component, zoneOf, () => {
        const found = freeBusy(component, zoneOf, window);
        times.push(...found.times);
        covered.push(...found.covered);
      });
    }
    const replaced = replacedByUid(entries);
    for (const entry of entries) {
      const found = seriesTimes(entry, replaced.get(entry.uid ?? "") ?? [], window);
      for (const time of found.times) times.push(time);
      if (found.times.length > 0) for (const code of found.unread) unread.set(code, (unread.get(code) ?? 0) + 1);
      if (times.length > MOST_TIMES) return null;
    }
  }
  const unspoken = statesStretch ? subtract([window], union(covered)) : [];
  if (unspoken.length > 0) unread.set("STRETCH_UNSPOKEN", 1);
  return {
    times: times.sort((a, b) => a.start.getTime() - b.start.getTime()),
    unspoken,
    unread: (Object.keys(UNREAD_REASONS) as UnreadCode[]).flatMap((code) =>
      unread.has(code) ? [{ code, entries: unread.get(code) ?? 0 }] : [],
    ),
    senseless,
  };
}

/** False only of a single entry whose times are all written, and all of them years away: most of a long feed. */
function isNear(component: Component, window: Period): boolean {
  const { properties } = component;
  if (properties.has("RRULE") || properties.has("RDATE") || properties.has("RECURRENCE-ID") || !properties.has("DTEND")) return true;
  return !isFar(component, window);
}

function isFar(component: Component, window: Period): boolean {
  const written = ["DTSTART", "DTEND"].flatMap((name) => propertiesOf(component, name).map(({ value }) => readWritten(value)));
  if (written.length === 0 || written.some((one) => one === null)) return false;
  const walls = written.map((one) => one?.wall ?? 0);
  return Math.max(...walls) <= window.start.getTime() - 366 * DAY || Math.min(...walls) >= window.end.getTime() + 366 * DAY;
}

/** Years of entries lie in a calendar: one that is far from the window under every reading of it need not make sense. */
function mayMatter(component: Component, zoneOf: ZoneOf, window: Period): boolean {
  if (component.name !== "VEVENT" || propertiesOf(component, "RRULE").length + propertiesOf(component, "RDATE").length > 0) return true;
  const free = textOf(component, "STATUS")?.toUpperCase() === "CANCELLED" || textOf(component, "TRANSP")?.toUpperCase() === "TRANSPARENT";
  if (free && propertiesOf(component, "RECURRENCE-ID").length === 0) return false;
  return !isFar(component, window);
}

/** The zone of a name: as it is known everywhere, else as the calendar describes it, else as it can be guessed. */
function zonesOf(calendar: Component, window: Period): ZoneOf {
  const described = new Map<string, Component>();
  for (const zone of calendar.children) {
    const tzid = zone.name === "VTIMEZONE" ? textOf(zone, "TZID") : null;
    if (tzid !== null) described.set(plain(tzid), zone);
  }
  const found = new Map<string, Zone | NonsenseEntry>();
  return (tzid, unread) => {
    if (tzid === null) return DANISH;
    const name = plain(tzid);
    const known = found.get(name) ?? zoneNamed(name, described.get(name), window);
    found.set(name, known);
    if (known instanceof NonsenseEntry) throw known;
    if (known.kind === "VAGUE") unread.add("ZONE_UNKNOWN");
    return known;
  };
}

function zoneNamed(name: string, description: Component | undefined, window: Period): Zone | NonsenseEntry {
  try {
    const described = description && describedZone(description, { from: window.start.getTime(), before: window.end.getTime() });
    return namedZone(name) ?? described ?? guessedZone(name) ?? ANYWHERE;
  } catch (error) {
    if (error instanceof NonsenseEntry) return error;
    throw error;
  }
}

function plain(tzid: string): string {
  return tzid.replaceAll("\\", "").replace(/^"|"$/g, "").trim();
}

function replacedByUid(entries: readonly Entry[]): ReadonlyMap<string, readonly ReplacedOccurrence[]> {
  const byUid = new Map<string, ReplacedOccurrence[]>();
  for (const entry of entries) {
    if (entry.replaces === null || entry.uid === null) continue;
    const list = byUid.get(entry.uid) ?? [];
    list.push({ ...entry.replaces, by: entry });
    byUid.set(entry.uid, list);
  }
  return byUid;
}

/** RFC 5545 section 3.6.4: periods, and the stretch they are about; where none is stated, from the first of them to the last. */
function freeBusy(list: Component, zoneOf: ZoneOf, window: Period): { times: BusyTime[]; covered: Period[] } {
  const about = { uid: textOf(list, "UID")?.slice(0, 255) ?? null, lastModified: lastModified(list) };
  const unread = new Set<UnreadCode>();
  const spans: number[] = [];
  const times: BusyTime[] = [];
  for (const property of propertiesOf(list, "FREEBUSY")) {
    // section 3.2.9: nothing said, and anything not known, is BUSY
    const type = /;FBTYPE="?([^;"]*)/i.exec(property.parameters)?.[1]?.toUpperCase() ?? "BUSY";
    for (const one of property.value.split(",")) {
      const [from = "", to = ""] = one.split("/");
      const [start] = moments({ ...property, value: from }, zoneOf, unread);
      if (start === undefined || start === "UNREADABLE") throw new NonsenseEntry("PERIOD_UNREADABLE");
      const period = {
        start: new Date(instantOf(start.wall, start.zone, "START")),
        end: new Date(periodEnd(property, start, to, zoneOf, unread)),
      };
      spans.push(period.start.getTime(), period.end.getTime());
      if (type !== "FREE" && overlaps(period, window))
        times.push({ ...period, status: /^BUSY(-UNAVAILABLE|-TENTATIVE)?$/.test(type) ? type : "BUSY", ...about });
    }
  }
  const edge = (name: string): WallTime | null => {
    const [moment] = propertiesOf(list, name).flatMap((p) => moments(p, zoneOf, unread));
    if (moment === "UNREADABLE") throw new NonsenseEntry("TIME_UNREADABLE");
    return moment ?? null;
  };
  const [from, to] = [edge("DTSTART"), edge("DTEND")];
  // read narrowly: what is covered is free where nothing stands
  const start = from ? instantOf(from.wall, from.zone, "END") : Math.min(...spans);
  const end = to ? instantOf(to.wall, to.zone, "START") : Math.max(...spans);
  if (from && to && end <= start) throw new NonsenseEntry("ENDS_BEFORE_START");
  return { times, covered: spans.length > 0 || (from && to) ? [{ start: new Date(start), end: new Date(end) }] : [] };
}
