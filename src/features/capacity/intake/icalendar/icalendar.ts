import { union } from "../../../../kernel/period.js";
import { refusal, type Refusal } from "../../../../kernel/refusal.js";
import { fileIn, tooManyLines, type IntakeContext, type IntakeInput, type IntakeResult, type IntakeSource } from "../source.js";
import { busyTimes } from "./busy-times.js";
import { letIn, type LetIn } from "./door.js";
import { NONSENSE_REASONS, UNREAD_REASONS, type SenselessCode } from "./senseless.js";

/**
 * A calendar's busy feed. It lists appointments, not openings, so free time is the schedule minus what stands here. What is
 * not understood costs time, and what cannot be placed in time at all (no feed, an old one, an entry that makes no sense) means
 * UNKNOWN: an empty answer read as "all free" would sell every patient's hour a second time.
 */
export const icalendarSource: IntakeSource = {
  code: "ICALENDAR",
  words: ["Calendar", "Kalender", "A practitioner's own calendar, sent or fetched."],
  description: "An iCalendar feed of busy times; free is the schedule minus busy.",
  mediaTypes: ["text/calendar"],
  maxBytes: 8_000_000,
  maxLines: 1_000_000,
  brings: "BUSY",
  parse(input: IntakeInput, context: IntakeContext): IntakeResult {
    const file = fileIn(input, icalendarSource);
    if (typeof file !== "string" && !(file instanceof Uint8Array)) return unknown([file], null, 0);
    const { text, decode } = textIn(file);
    const linesRead = linesIn(text);
    if (linesRead > icalendarSource.maxLines) return unknown([tooManyLines(icalendarSource)], null, linesRead);
    const asOf = context.sourceAsOf ?? context.now;
    if (context.now.getTime() - asOf.getTime() > context.staleAfterMinutes * 60_000)
      return unknown(
        [refusal("FEED_STALE", `The feed is older than ${context.staleAfterMinutes} minutes.`, { retryable: true })],
        asOf,
        linesRead,
      );
    const answer = readCalendars(letIn(text, decode), context);
    return Array.isArray(answer)
      ? unknown(answer, null, linesRead)
      : { lines: [], busy: answer, faults: [], meta: { lastSyncedAt: asOf, linesRead } };
  },
};

/** Bytes as one character each: a line may be folded inside the octets of a letter, so they are letters only once it is whole. */
function textIn(file: string | Uint8Array): { readonly text: string; readonly decode: (line: string) => string } {
  const same = (line: string): string => line;
  if (typeof file === "string") return { text: file.replace(/^\uFEFF/, ""), decode: same };
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(file), decode: same };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(file), decode: same };
  const text = Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString("latin1");
  return {
    text: text.replace(/^\u00EF\u00BB\u00BF/, ""),
    decode: (line) => (/[\u0080-\u00FF]/.test(line) ? Buffer.from(line, "latin1").toString("utf8") : line),
  };
}

function linesIn(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}

type Known = Extract<IntakeResult["busy"], { state: "KNOWN" }>;

function readCalendars(door: LetIn, context: IntakeContext): Known | Refusal[] {
  if ("notCalendarAtLine" in door) return [refusal("FEED_UNREADABLE", `Line ${door.notCalendarAtLine} is not iCalendar.`)];
  if (door.calendars.length === 0) return [refusal("FEED_UNREADABLE", "There is no calendar in the feed.")];
  const busy = busyTimes(door.calendars, context.window);
  if (busy === null) return [refusal("FEED_TOO_LONG", "A feed may hold at most 50000 times inside the eight weeks that are offered.")];
  const senseless = new Map<SenselessCode, number>(busy.senseless);
  if (door.statesAvailability) senseless.set("AVAILABILITY", 1);
  if (senseless.size > 0)
    return [...senseless].map(([code, entries]) => refusal("FEED_UNREADABLE", `Entries ${NONSENSE_REASONS[code]}: ${entries}.`));
  return {
    state: "KNOWN",
    times: busy.times,
    periods: union([...busy.times, ...busy.unspoken]),
    unread: busy.unread.map(({ code, entries }) => ({ code, entries, message: `Entries ${UNREAD_REASONS[code]}: ${entries}.` })),
  };
}

function unknown(reasons: readonly Refusal[], lastSyncedAt: Date | null, linesRead: number): IntakeResult {
  const [reason = refusal("FEED_UNREADABLE", "The feed cannot be read.")] = reasons;
  return { lines: [], busy: { state: "UNKNOWN", reason }, faults: reasons, meta: { lastSyncedAt, linesRead } };
}
