/** What foreign calendars cost where they are read, in the thread for heavy work: a long one, and small ones made to be dear. */
import { readFile } from "../src/features/capacity/intake/read-file.js";
import { icalendarSource } from "../src/features/capacity/intake/icalendar/icalendar.js";
import type { IntakeReading } from "../src/features/capacity/intake/reading.js";
import { endHeavyWork, heavyWork } from "../src/platform/heavy-work.js";
import type { Timed } from "./read-timed.js";

const ENTRIES = 20_000;
const WINDOW_DAYS = 58;
const FIRST = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;

export type CalendarFigures = {
  readonly entries: number;
  readonly bytes: number;
  /** Median of the rounds after the first: processor time of the thread that reads, and the time until the answer is back here. */
  readonly longCpuMs: number;
  readonly longMs: number;
  /** Forty monthly series without end since 1990. */
  readonly endlessMs: number;
  /** Two hundred series since 1990 that never fall: every seventh day from a Monday on, on Wednesdays. */
  readonly neverMs: number;
  /** Processor time that reading the long one takes of the thread that answers requests: all that a caller can notice of it. */
  readonly gatewayCpuMs: number;
};

export async function run(rounds = 9): Promise<CalendarFigures> {
  const long = longCalendar();
  const never = calendarOf(Array.from({ length: 200 }, (_, n) => series(n, "FREQ=DAILY;INTERVAL=7;BYDAY=WE")));
  const endless = calendarOf(Array.from({ length: 40 }, (_, n) => series(n)));
  try {
    return {
      entries: ENTRIES,
      bytes: long.byteLength,
      longCpuMs: await medianOf(rounds, () => readCpuMs(long)),
      longMs: await medianOf(rounds, () => readMs(new Uint8Array(long))),
      endlessMs: await medianOf(rounds, () => readMs(new Uint8Array(endless))),
      neverMs: await medianOf(rounds, () => readMs(new Uint8Array(never))),
      gatewayCpuMs: await medianOf(rounds, () => gatewayCpuMs(long)),
    };
  } finally {
    await endHeavyWork();
  }
}

async function medianOf(rounds: number, once: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  // the first starts the thread and warms it up
  for (let round = 0; round <= rounds; round += 1) {
    const ms = await once();
    if (round > 0) times.push(ms);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

const CONTEXT = {
  now: new Date(FIRST),
  sourceAsOf: null,
  staleAfterMinutes: 0,
  window: { start: new Date(FIRST), end: new Date(FIRST + WINDOW_DAYS * 1440 * MINUTE) },
  schedules: new Map(),
  defaults: {},
};
const NOT_READ = "the calendar of the bench is one that is read";

async function readMs(content: Uint8Array): Promise<number> {
  const began = performance.now();
  const read = await readFile(icalendarSource, content, CONTEXT);
  if (read.busy?.state !== "KNOWN") throw new Error(NOT_READ);
  return performance.now() - began;
}

async function gatewayCpuMs(content: Uint8Array): Promise<number> {
  const own = new Uint8Array(content);
  const before = process.threadCpuUsage();
  await readMs(own);
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

async function readCpuMs(content: Uint8Array): Promise<number> {
  const reading: IntakeReading = { source: icalendarSource.code, input: content, context: CONTEXT };
  const { cpuMs, known } = await heavyWork<Timed>(new URL("./read-timed.js", import.meta.url), "readTimed", reading, 60_000);
  if (!known) throw new Error(NOT_READ);
  return cpuMs;
}

function calendarOf(entries: readonly string[][]): Uint8Array {
  return Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", ...entries.flat(), "END:VCALENDAR"].join("\r\n"));
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** Of twenty thousand entries, as a busy practice's is after six years. */
export function longCalendar(first = FIRST): Uint8Array {
  return calendarOf(Array.from({ length: ENTRIES }, (_, n) => entry(n, first)));
}

function entry(n: number, first: number): string[] {
  // six years of appointments, the last of them weeks ahead
  const at = first + (((n * 4_321) % (2_200 * 1440)) - 2_100 * 1440) * MINUTE;
  const [start, end] = [stamp(at), stamp(at + 30 * MINUTE)];
  return [
    "BEGIN:VEVENT",
    `UID:${n}@praksis`,
    `DTSTAMP:${start}`,
    n % 3 === 0 ? `DTSTART:${start}` : `DTSTART;TZID=Europe/Copenhagen:${start.slice(0, 15)}`,
    n % 3 === 0 ? `DTEND:${end}` : `DTEND;TZID=Europe/Copenhagen:${end.slice(0, 15)}`,
    `SUMMARY:Aftale ${n}`,
    "DESCRIPTION:En tekst\\, som den plejer at stå der\\, og som ingen læser",
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

function series(n: number, rule = "FREQ=MONTHLY;BYDAY=1MO"): string[] {
  return ["BEGIN:VEVENT", `UID:s${n}`, "DTSTART;TZID=Europe/Copenhagen:19900101T080000", "DURATION:PT30M", `RRULE:${rule}`, "END:VEVENT"];
}
