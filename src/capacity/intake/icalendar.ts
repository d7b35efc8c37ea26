import ICAL from "ical.js";
import { union } from "../../kernel/period.js";
import { refusal, type Refusal } from "../../kernel/refusal.js";
import { busyTimes } from "./busy-times.js";
import { letIn } from "./calendar-door.js";
import { textOf, tooManyLines, type IntakeContext, type IntakeInput, type IntakeResult, type IntakeSource } from "./source.js";

/**
 * A calendar's busy feed. It lists appointments, not openings, so free time is the schedule minus what stands here, and
 * everything that keeps us from reading all of it (no feed, an old one, one entry that makes no sense) means UNKNOWN:
 * an empty answer read as "all free" would sell every patient's hour a second time.
 */
export const icalendarSource: IntakeSource = {
  code: "ICALENDAR",
  description: "An iCalendar feed of busy times; free is the schedule minus busy.",
  mediaTypes: ["text/calendar"],
  maxBytes: 8_000_000,
  maxLines: 200_000,
  brings: "BUSY",
  parse(input: IntakeInput, context: IntakeContext): IntakeResult {
    const text = textOf(input, icalendarSource);
    if (typeof text !== "string") return unknown(text, null, 0);
    const linesRead = text.split("\n").length;
    if (linesRead > icalendarSource.maxLines) return unknown(tooManyLines(icalendarSource), null, linesRead);
    const asOf = context.sourceAsOf ?? context.now;
    if (context.now.getTime() - asOf.getTime() > context.staleAfterMinutes * 60_000)
      return unknown(
        refusal("FEED_STALE", `The feed is older than ${context.staleAfterMinutes} minutes.`, { retryable: true }),
        asOf,
        linesRead,
      );
    const door = letIn(text);
    if ("notCalendarAtLine" in door)
      return unknown(refusal("FEED_UNREADABLE", `Line ${door.notCalendarAtLine} is not iCalendar.`), null, linesRead);
    if (door.components > 10_000) return unknown(refusal("FEED_TOO_LONG", "A feed may have at most 10000 entries."), null, linesRead);
    try {
      const calendars = calendarsIn(door.text);
      if (calendars.length === 0) return unknown(refusal("FEED_UNREADABLE", "There is no calendar in the feed."), null, linesRead);
      const times = busyTimes(calendars, context.window);
      return { lines: [], busy: { state: "KNOWN", times, periods: union(times) }, faults: [], meta: { lastSyncedAt: asOf, linesRead } };
    } catch {
      // Whatever was thrown may quote the feed: it goes no further.
      return unknown(refusal("FEED_UNREADABLE", "An entry of the feed cannot be placed in time."), null, linesRead);
    }
  },
};

function calendarsIn(text: string): ICAL.Component[] {
  if (text === "") return [];
  const parsed = ICAL.parse(text) as unknown[];
  const all = typeof parsed[0] === "string" ? [parsed] : (parsed as unknown[][]);
  return all.map((jcal) => new ICAL.Component(jcal as never)).filter((component) => component.name === "vcalendar");
}

function unknown(reason: Refusal, lastSyncedAt: Date | null, linesRead: number): IntakeResult {
  return { lines: [], busy: { state: "UNKNOWN", reason }, faults: [reason], meta: { lastSyncedAt, linesRead } };
}
