/** A time zone as a calendar describes it itself: VTIMEZONE, RFC 5545 section 3.6.5. */
import { occurrences, readRecurrence } from "../../schedules/recurrence.js";
import { propertiesOf, type Component } from "./door.js";
import { NonsenseEntry } from "./senseless.js";
import { readOffset, readWritten } from "./values.js";
import { ANYWHERE, offsetIn, type Zone } from "./zone.js";

const DAY = 86_400_000;
type Change = { readonly at: number; readonly offset: number };
/** Wall times between which the calendar is of interest. */
export type WallPeriod = { readonly from: number; readonly before: number };

/** Throws Senseless where it has no rule or a rule has no offsets; a rule that is not read makes it anywhere. */
export function describedZone(zone: Component, stretch: WallPeriod): Zone {
  const changes: Change[] = [];
  let before: Change | null = null;
  for (const rule of zone.children) {
    const offset = readOffset(propertiesOf(rule, "TZOFFSETTO")[0]?.value ?? "");
    const from = readOffset(propertiesOf(rule, "TZOFFSETFROM")[0]?.value ?? "");
    const start = readWritten(propertiesOf(rule, "DTSTART")[0]?.value ?? "");
    if (offset === null || from === null || start === null) throw new NonsenseEntry("ZONE_WITHOUT_RULES");
    const walls = onsets(rule, start.wall, stretch);
    if (walls === null) return ANYWHERE;
    for (const wall of walls) changes.push({ at: wall - from, offset });
    // before everything described the clock showed what the first rule changes from
    if (before === null || start.wall - from < before.at) before = { at: start.wall - from, offset: from };
  }
  if (before === null) throw new NonsenseEntry("ZONE_WITHOUT_RULES");
  const sorted = [{ at: -Infinity, offset: before.offset }, ...changes.sort((a, b) => a.at - b.at)];
  return { kind: "KNOWN", offsetAt: (utc) => offsetIn(sorted, utc) };
}

/** Wall times at which a rule takes hold, from three years before the stretch: the last one before it is among them. */
function onsets(rule: Component, start: number, { from, before }: WallPeriod): number[] | null {
  const walls = [start];
  for (const { value } of propertiesOf(rule, "RDATE")) {
    for (const one of value.split(",")) {
      const written = readWritten(one);
      if (written === null) return null;
      walls.push(written.wall);
    }
  }
  for (const { value } of propertiesOf(rule, "RRULE")) {
    const read = readRecurrence(value);
    if (typeof read === "string") return null;
    // a rule that has ended long ago still says what the clock shows since
    const end = read.until === null ? before + 366 * DAY : Math.min(read.until.at + DAY, before + 366 * DAY);
    const found = occurrences(read, start, Math.min(from, end) - 3 * 366 * DAY, end);
    if (found === null) return null;
    walls.push(...found);
  }
  return walls;
}
