import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { occurrences, readRecurrence } from "../../src/features/capacity/schedules/recurrence.js";
import { cases } from "../support/size.js";

/** Rules, first moment, window and the moments python-dateutil 2.9.0 gives: written once by it, read here for ever. */
type Known = readonly [rule: string, first: string, from: string, before: string, falls: string];
const KNOWN = JSON.parse(readFileSync(new URL("../fixtures/recurrence.json", import.meta.url), "utf8")) as Known[];
const momentOf = (text: string): number =>
  Date.parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 11)}:${text.slice(11, 13)}:${text.slice(13)}Z`);
const written = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+Z/g, "");

describe("recurrence after RFC 5545", () => {
  test("falls where an implementation by others says it does, on 700 rules, begun near the window or long before", () => {
    const others = KNOWN.flatMap(([text, first, from, before, falls]) => {
      const rule = readRecurrence(text);
      if (typeof rule === "string") return [`${text}: ${rule}`];
      const found = (occurrences(rule, momentOf(first), momentOf(from), momentOf(before)) ?? []).map(written).join(" ");
      return found === falls ? [] : [`${text} from ${first}: ${found} instead of ${falls}`];
    });
    expect(KNOWN).toHaveLength(700);
    expect(others).toEqual([]);
  });

  test("a window far from the start gives what a window from the start gives there", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 0, max: 365 * 3 }),
        fc.integer({ min: 0, max: 365 * 30 }),
        (freq, interval, startDay, windowDay) => {
          const rule = readRecurrence(`FREQ=${freq};INTERVAL=${interval}`);
          if (typeof rule === "string") throw new Error(rule);
          const first = Date.UTC(1995, 0, 1, 9, 30) + startDay * 86_400_000;
          const from = first + windowDay * 86_400_000;
          const before = from + 400 * 86_400_000;
          const whole = occurrences(rule, first, first, before) ?? [];
          expect(occurrences(rule, first, from, before)).toEqual(whole.filter((at) => at >= from));
        },
      ),
      { numRuns: cases(150, 1_500) },
    );
  });

  test.each([
    "",
    "hello",
    "FREQ=SECONDLY",
    "FREQ=MINUTELY",
    "FREQ=DAILY;COUNT=0",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=1.5",
    "FREQ=DAILY;UNTIL=soon",
    "FREQ=DAILY;COUNT=3;UNTIL=20260101",
    "FREQ=DAILY;FREQ=WEEKLY",
    "FREQ=DAILY;BYHOUR=24",
    "FREQ=DAILY;BYMONTHDAY=0",
    "FREQ=WEEKLY;BYDAY=1MO",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=DAILY;BYSETPOS=1",
    "FREQ=MONTHLY;BYEASTER=1",
    "RSCALE=CHINESE;FREQ=YEARLY",
    "FREQ=__proto__",
    `FREQ=HOURLY;BYMINUTE=${Array.from({ length: 60 }, (_, i) => i).join(",")}`,
  ])("%j is refused in a sentence that repeats nothing of it", (text) => {
    const answer = readRecurrence(text);
    expect(typeof answer).toBe("string");
    if (text.length > 8) expect(answer).not.toContain(text);
  });

  test("every rule there is gives an answer, and one that can never fall gives none", () => {
    for (const text of ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=DAILY;BYDAY=MO;INTERVAL=7", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]) {
      const rule = readRecurrence(text);
      if (typeof rule === "string") throw new Error(rule);
      expect(occurrences(rule, Date.UTC(2026, 10, 3), Date.UTC(2026, 10, 3), Date.UTC(2027, 10, 3))).toEqual([]);
    }
    const part = fc.constantFrom(
      ...["BYMONTH=2", "BYMONTH=1,12", "BYMONTHDAY=-31", "BYMONTHDAY=30", "BYDAY=MO", "BYDAY=5SA", "BYDAY=-5SU,FR", "BYYEARDAY=366"],
      ...["BYWEEKNO=53", "BYHOUR=0,23", "BYMINUTE=15", "BYSETPOS=-1", "BYSETPOS=5", "WKST=WE", "COUNT=3", "COUNT=20000", "INTERVAL=9999"],
    );
    fc.assert(
      fc.property(
        fc.constantFrom("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
        fc.uniqueArray(part, { maxLength: 4, selector: (p) => p.split("=")[0] }),
        fc.integer({ min: -20_000, max: 40_000 }),
        (freq, parts, day) => {
          const rule = readRecurrence([`FREQ=${freq}`, ...parts].join(";"));
          if (typeof rule === "string") return;
          const first = day * 86_400_000;
          const from = Date.UTC(2026, 10, 1);
          const until = from + 60 * 86_400_000;
          expect((occurrences(rule, first, from, until) ?? []).filter((at) => at < from || at >= until)).toEqual([]);
        },
      ),
      { numRuns: cases(50, 2_000) },
    );
  });
});
