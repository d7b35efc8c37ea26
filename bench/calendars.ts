/** What foreign calendars cost where they are read, in the thread for heavy work: a long one, and small ones made to be dear. */
import { readFile } from "../src/capacity/intake/read-file.js";
import { icalendarSource } from "../src/capacity/intake/icalendar/icalendar.js";
import { endHeavyWork } from "../src/platform/heavy-work.js";

const ENTRIES = 20_000;
const WINDOW_DAYS = 58;
const FIRST = Date.UTC(2026, 9, 1);
const MINUTE = 60_000;

export type CalendarFigures = {
  readonly entries: number;
  readonly bytes: number;
  /** Median of the rounds after the first, with the copying between the threads. */
  readonly longMs: number;
  /** Forty monthly series without end since 1990. */
  readonly endlessMs: number;
  /** The longest that this thread was kept from its own work meanwhile. */
  readonly latestTurnMs: number;
};

export async function run(rounds = 9): Promise<CalendarFigures> {
  const long = calendarOf(Array.from({ length: ENTRIES }, (_, n) => entry(n)));
  const endless = calendarOf(Array.from({ length: 40 }, (_, n) => series(n)));
  let latestTurnMs = 0;
  let turn = performance.now();
  const timer = setInterval(() => {
    latestTurnMs = Math.max(latestTurnMs, performance.now() - turn - 5);
    turn = performance.now();
  }, 5);
  try {
    const longMs = await medianMs(long, rounds);
    return { entries: ENTRIES, bytes: long.byteLength, longMs, endlessMs: await medianMs(endless, rounds), latestTurnMs };
  } finally {
    clearInterval(timer);
    await endHeavyWork();
  }
}

async function medianMs(content: Uint8Array, rounds: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now();
    const now = new Date(FIRST);
    const window = { start: now, end: new Date(FIRST + WINDOW_DAYS * 1440 * MINUTE) };
    const read = await readFile(icalendarSource, content, {
      now,
      sourceAsOf: null,
      staleAfterMinutes: 0,
      window,
      schedules: new Map(),
      defaults: {},
    });
    if (read.busy?.state !== "KNOWN") throw new Error("the calendar of the bench is one that is read");
    // the first starts the thread
    if (round > 0) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;
}

function calendarOf(entries: readonly string[][]): Uint8Array {
  return Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", ...entries.flat(), "END:VCALENDAR"].join("\r\n"));
}

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");

function entry(n: number): string[] {
  // six years of appointments, the last of them weeks ahead
  const at = FIRST + (((n * 4_321) % (2_200 * 1440)) - 2_100 * 1440) * MINUTE;
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

function series(n: number): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:s${n}`,
    "DTSTART;TZID=Europe/Copenhagen:19900101T080000",
    "DURATION:PT30M",
    "RRULE:FREQ=MONTHLY;BYDAY=1MO",
    "END:VEVENT",
  ];
}
