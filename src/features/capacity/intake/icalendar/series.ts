/** The occurrences of one entry inside a window, less those that are excepted, called off or moved. */
import { overlaps, type Period } from "../../../../kernel/period.js";
import { occurrences, type Recurrence } from "../../schedules/recurrence.js";
import type { BusyTime } from "../source.js";
import type { Entry, WallTime } from "./entry.js";
import type { UnreadCode } from "./senseless.js";
import { instantOf, wallOf } from "./zone.js";

const DAY = 86_400_000;

/** An occurrence that has an entry of its own: moved, changed or called off, alone or with all later ones. */
export type ReplacedOccurrence = { readonly moment: WallTime; readonly andLater: boolean; readonly by: Entry };

export type SeriesTimes = { readonly times: readonly BusyTime[]; readonly unread: ReadonlySet<UnreadCode> };

export function seriesTimes(entry: Entry, replaced: readonly ReplacedOccurrence[], window: Period): SeriesTimes {
  if (entry.free) return { times: [], unread: entry.unread };
  const repeats = entry.rules.length + entry.added.length > 0 || entry.unreadRule !== null;
  // an occurrence that has an entry of its own is where that entry says
  if (entry.replaces !== null || (!repeats && entry.excepted.length + replaced.length === 0))
    return { times: once(entry, window), unread: entry.unread };
  const unread = new Set(entry.unread);
  const times = new Map<string, BusyTime>();
  const add = (start: number, end: number): void => {
    const time = { start: new Date(start), end: new Date(end) };
    if (end > start && overlaps(time, window))
      times.set(`${start} ${end}`, { ...time, uid: entry.uid, status: entry.status, lastModified: entry.lastModified });
  };
  const startOf = (moment: WallTime): number => instantOf(moment.wall, moment.zone, "START");
  const { start, endOf } = entry;
  const computed = entry.rules.map((rule) => occurrencesIn(entry, rule, window));
  const found = [start, ...computed.flatMap((moments) => moments ?? [])];
  if (entry.unreadRule !== null || computed.includes(null)) {
    unread.add("RECURRENCE_UNREAD");
    const lastDay = computed.includes(null) ? null : (entry.unreadRule?.lastDay ?? null);
    add(startOf(start), lastDay === null ? window.end.getTime() : endOf({ ...start, wall: lastDay + 2 * DAY }));
  }
  const removed = removal(entry, [...found, ...entry.added.map((a) => a.start)], replaced, unread);
  const later = laterOnes(replaced, unread);
  const place = (moment: WallTime, end: number | null): void => {
    if (removed(moment)) return;
    const at = startOf(moment);
    const change = later.find((one) => one.from < at);
    if (!change) return add(at, end ?? endOf(moment));
    if (change.by.free) return;
    const wall = wallOf(at, change.by.start.zone) + change.shift;
    const moved = { ...change.by.start, wall };
    add(startOf(moved), change.by.endOf(moved));
  };
  for (const moment of found) place(moment, null);
  for (const { start: moment, end } of entry.added) place(moment, end);
  return { times: [...times.values()], unread };
}

function once({ start, endOf, uid, status, lastModified }: Entry, window: Period): BusyTime[] {
  const from = instantOf(start.wall, start.zone, "START");
  const to = endOf(start);
  if (to <= from || from >= window.end.getTime() || to <= window.start.getTime()) return [];
  return [{ start: new Date(from), end: new Date(to), uid, status, lastModified }];
}

/** Starts of a rule from long enough before the window that none which reaches into it is missed; null when it cannot be computed. */
function occurrencesIn({ start, endOf }: Entry, rule: Recurrence, window: Period): WallTime[] | null {
  const length = endOf(start) - instantOf(start.wall, start.zone, "START");
  // two days more at both ends: the window is in instants, the rule in wall time of any zone
  const before = Math.min(window.end.getTime(), rule.until?.at ?? Infinity) + 2 * DAY;
  const walls = occurrences(rule, start.wall, window.start.getTime() - length - 2 * DAY, before);
  return walls && walls.map((wall) => ({ ...start, wall })).filter((moment) => notAfter(moment, rule));
}

function notAfter(moment: WallTime, { until }: Recurrence): boolean {
  if (until === null) return true;
  if (until.form === "DAY") return Math.floor(moment.wall / DAY) * DAY <= until.at;
  // a time without a zone is one of the series' own clock
  if (until.form === "LOCAL") return moment.wall <= until.at;
  return instantOf(moment.wall, moment.zone, "START") <= until.at;
}

/** Which occurrences are gone. A day takes away the one occurrence of that day; of several none, for nobody says which. */
function removal(
  entry: Entry,
  found: readonly WallTime[],
  replaced: readonly ReplacedOccurrence[],
  unread: Set<UnreadCode>,
): (moment: WallTime) => boolean {
  const gone = [...entry.excepted, ...replaced.map(({ moment }) => moment)];
  if (gone.length === 0) return () => false;
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const moment of gone) {
    instants.add(instantOf(moment.wall, moment.zone, "START"));
    // midnight is how some write a day
    if (moment.wholeDay || (entry.start.wholeDay && moment.wall % DAY === 0)) days.add(moment.wall);
  }
  const onDay = new Map<number, number>();
  const seen = new Set<number>();
  for (const { wall } of found) {
    if (seen.has(wall)) continue;
    seen.add(wall);
    const day = Math.floor(wall / DAY) * DAY;
    onDay.set(day, (onDay.get(day) ?? 0) + 1);
  }
  if ([...days].some((day) => (onDay.get(day) ?? 0) > 1)) unread.add("EXCEPTION_UNREAD");
  return (moment) => {
    if (instants.has(instantOf(moment.wall, moment.zone, "START"))) return true;
    const day = Math.floor(moment.wall / DAY) * DAY;
    return days.has(day) && onDay.get(day) === 1;
  };
}

type Later = { readonly from: number; readonly shift: number; readonly by: Entry };

/** RANGE=THISANDFUTURE, RFC 5545 section 3.8.4.4: all later ones move by as much as the first; the last such change holds. */
function laterOnes(replaced: readonly ReplacedOccurrence[], unread: Set<UnreadCode>): Later[] {
  return replaced
    .filter(({ andLater }) => andLater)
    .flatMap(({ moment, by }) => {
      if (by.start.zone.kind === "VAGUE" || moment.zone.kind === "VAGUE") {
        unread.add("EXCEPTION_UNREAD");
        return [];
      }
      const from = instantOf(moment.wall, moment.zone, "START");
      return [{ from, shift: by.start.wall - wallOf(from, by.start.zone), by }];
    })
    .sort((a, b) => b.from - a.from);
}
