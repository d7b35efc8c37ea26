/** Files of others, whole folders of them, and files that nobody would write: always an answer, never time that is taken. */
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { csvSource } from "../../src/features/capacity/intake/csv.js";
import { icalendarSource } from "../../src/features/capacity/intake/icalendar/icalendar.js";
import { ndjsonSource } from "../../src/features/capacity/intake/ndjson.js";
import type { IntakeContext, IntakeSource } from "../../src/features/capacity/intake/source.js";
import { readCorpus } from "../../src/commands/generate/intake-corpus.js";
import { overlapTest } from "../../src/kernel/period.js";

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures");
const now = new Date("2026-11-24T08:00:00Z");

test("a folder of foreign files is told file by file, with figures and reasons, and nothing of their text", () => {
  const said: string[] = [];
  const verdicts = readCorpus(FIXTURES, now, (line) => said.push(line));
  const of = (name: string): string | undefined => verdicts.find((v) => v.file.endsWith(name))?.verdict;
  expect(of("I1b-timed-end-before-start.ics")).toBe("refused");
  expect(of("I3-freebusy-covers-one-week.ics")).toBe("partly");
  expect(of("I6-zone-name-without-definition.ics")).toBe("read");
  expect(of("C1-crlf-inside-quotes-line-number.csv")).toBe("partly");
  expect(said.at(-1)).toMatch(/^\d+ files: \d+ read, \d+ partly read, \d+ refused$/);
  expect(said.join("\n")).not.toMatch(/09:30;45|1,2E\+11/);
});

const context: IntakeContext = {
  now,
  sourceAsOf: null,
  staleAfterMinutes: 30,
  window: { start: now, end: new Date("2027-01-19T00:00:00Z") },
  schedules: new Map(),
  defaults: {},
};
const full = Boolean(process.env["FULL"]);
const effort = { numRuns: full ? 1_000_000 : 200, interruptAfterTimeLimit: full ? 60_000 : 5_000, markInterruptAsFailure: false };

describe("whatever a file holds", () => {
  const pieces = fc.constantFrom(
    ...[
      "BEGIN:VEVENT",
      "END:VEVENT",
      "BEGIN:VTIMEZONE",
      "END:VTIMEZONE",
      "BEGIN:STANDARD",
      "END:STANDARD",
      "BEGIN:VFREEBUSY",
      "END:VFREEBUSY",
    ],
    ...["DTSTART:20261208T100000Z", "DTSTART;VALUE=DATE:20261208", "DTSTART;TZID=Europe/Rome:20261025T023000", "DTSTART:20260229"],
    ...["DTEND:20261208T110000Z", "DTEND;TZID=X:20261208T110000", "DURATION:P1D", "DURATION:-PT1H", "DURATION:PT36H", "UID:a", "UID:b"],
    ...["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9", "RRULE:FREQ=MINUTELY", "RRULE:FREQ=YEARLY;BYYEARDAY=-1"],
    ...[
      "EXDATE;VALUE=DATE:20261208",
      "EXDATE:20261209T100000Z,x",
      "RDATE;VALUE=PERIOD:20261210T100000Z/PT2H",
      "RECURRENCE-ID:20261209T100000Z",
    ],
    ...["RECURRENCE-ID;RANGE=THISANDFUTURE:20261210T100000Z", "STATUS:CANCELLED", "TRANSP:TRANSPARENT", "TZID:X", "TZOFFSETFROM:+0100"],
    ...["TZOFFSETTO:+0200", "FREEBUSY:20261208T100000Z/PT1H", " folded", "DESCRIPTION:x", "no iCalendar", ""],
  );
  test("a calendar of any pieces is known or unknown, and known busy time is in order, joined and ends after it starts", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (lines) => {
        const { busy } = icalendarSource.parse(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"].join("\r\n"), context);
        if (busy?.state !== "KNOWN") return expect(busy?.state).toBe("UNKNOWN");
        busy.periods.forEach((p, n) => {
          expect(p.end.getTime()).toBeGreaterThan(p.start.getTime());
          if (n > 0) expect(p.start.getTime()).toBeGreaterThan(busy.periods[n - 1]!.end.getTime());
        });
      }),
      effort,
    );
  }, 90_000);

  test("a readable entry stays busy whatever stands beside it, or the calendar is unknown", () => {
    const good = ["BEGIN:VEVENT", "UID:good", "DTSTART:20261215T120000Z", "DTEND:20261215T130000Z", "END:VEVENT"];
    const probe = { start: new Date("2026-12-15T12:15:00Z"), end: new Date("2026-12-15T12:45:00Z") };
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), fc.array(pieces, { maxLength: 15 }), (before, after) => {
        const { busy } = icalendarSource.parse(["BEGIN:VCALENDAR", ...before, ...good, ...after, "END:VCALENDAR"].join("\r\n"), context);
        // inside a component that something before has opened, or cut off by one, the entry is another's text
        const opens = before.some((line) => line.startsWith("BEGIN") || line.startsWith("END"));
        if (busy?.state === "KNOWN" && !opens) expect(overlapTest(busy.periods)(probe)).toBe(true);
      }),
      effort,
    );
  }, 90_000);

  test.each<[string, IntakeSource, readonly string[]]>([
    [
      "spreadsheet",
      csvSource,
      ["external_id;starts_at;minutes", "a;02-02-2027 09.30;45", '"', '"a""b"', "sep=;", ";;;", "\r\n", "\n", "\r", "\0", "\ud800", "é"],
    ],
    ["publication", ndjsonSource, ['{"resourceType":"Slot"', ',"id":"a"', ',"status":"busy"', "}", "\n", "[]", "null", '"\\u0000"', "{"]],
  ])(
    "a %s of any pieces gives an answer line by line, and no line that cannot be stored",
    (_, source, parts) => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (list) => {
          for (const input of [list.join(""), Buffer.from(list.join("")), Buffer.from(list.join(""), "utf16le")]) {
            const result = source.parse(input, context);
            for (const line of result.lines) if (line.ok) expect(line.value.externalId).not.toMatch(/[\0\p{Surrogate}]/u);
          }
        }),
        effort,
      );
    },
    90_000,
  );
});
