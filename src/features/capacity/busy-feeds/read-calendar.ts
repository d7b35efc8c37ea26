/** A practitioner's calendar, read for the stretch that is offered, and what is then known of it. */
import { addDays, localDateOf, startOfDay } from "../../../kernel/calendar.js";
import { SCHEDULE_HORIZON_DAYS } from "../capacity-limits.js";
import { icalendarSource } from "../intake/icalendar/icalendar.js";
import { readFile } from "../intake/read-file.js";
import type { IntakeInput, IntakeResult } from "../intake/source.js";
import type { SavedFeed } from "./busy-feed.store.js";

const DAY = 86_400_000;

/**
 * Outside the transaction, so that nobody waits for it; the stretch is a day wider at both ends than any clock of a database
 * will ask for.
 */
export function readCalendar(content: IntakeInput, now: Date): Promise<IntakeResult> {
  const window = { start: new Date(now.getTime() - DAY), end: new Date(now.getTime() + (SCHEDULE_HORIZON_DAYS + 2) * DAY) };
  return readFile(icalendarSource, content, {
    now,
    sourceAsOf: null,
    staleAfterMinutes: 0,
    window,
    schedules: new Map(),
    defaults: {},
  });
}

/** What is known now, by the clock of the database; `missing` where nothing came that could be read. */
export function feedOf({ busy }: IntakeResult, missing: boolean, sourceAsOf: Date | null, staleAfterMinutes: number, now: Date): SavedFeed {
  // a clock ahead of ours must not make a calendar fresher than now
  const asOf = sourceAsOf && sourceAsOf.getTime() < now.getTime() ? sourceAsOf : now;
  if (busy?.state !== "KNOWN") return { asOf: missing ? null : asOf, staleAfterMinutes, busy: null, knownUntil: null, unread: [] };
  return {
    asOf,
    staleAfterMinutes,
    busy: busy.periods
      .filter((period) => period.end.getTime() > now.getTime())
      .map((period) => [period.start.toISOString(), period.end.toISOString()] as const),
    knownUntil: startOfDay(addDays(localDateOf(now), SCHEDULE_HORIZON_DAYS)),
    unread: busy.unread,
  };
}
