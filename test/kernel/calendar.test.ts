import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import Holidays from "date-holidays";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  addMonths,
  ageOn,
  dayNumber,
  easterSunday,
  endOfDay,
  EXTRA_DAYS,
  type ExtraDay,
  isBankDay,
  isLocalDate,
  isWorkingDay,
  lastDayOfMonth,
  localDateOf,
  localText,
  nextBankDay,
  offsetMinutes,
  publicHoliday,
  resolveLocal,
  startOfDay,
  weekday,
  workday,
} from "../../src/kernel/calendar.js";
import { GLANCE } from "../support/size.js";

const ZONE = "Europe/Copenhagen";
const FROM = "2024-01-01";
const UNTIL = "2036-01-01";
const everyDay = (): string[] => {
  const days: string[] = [];
  for (let day = FROM; day < UNTIL; day = addDays(day, 1)) days.push(day);
  return days;
};
const anyDay = fc.integer({ min: dayNumber(FROM), max: dayNumber(UNTIL) - 1 }).map((n) => addDays("1970-01-01", n));
const anyExtra = fc.subarray([...EXTRA_DAYS]);
/** Day by day, from the official list alone. */
const official = new Map(
  readFileSync("seeds/data/dk_holidays_2024_2035.csv", "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([date = "", , name = "", , isPublic, closesBanks]) => [
      date,
      { name, isPublic: isPublic === "1", closesBanks: closesBanks === "1" },
    ]),
);

describe("days", () => {
  test("numbering and writing days agrees with Temporal, leap years and centuries included", () => {
    for (const day of ["0001-01-01", "1600-02-29", "1900-02-28", "1969-12-31", "1970-01-01", "2000-02-29", "2100-03-01", "9999-12-31"])
      expect([day, dayNumber(day)]).toEqual([day, Temporal.PlainDate.from("1970-01-01").until(day, { largestUnit: "day" }).days]);
    let oracle = Temporal.PlainDate.from(FROM);
    for (const day of everyDay()) {
      if (day !== oracle.toString() || weekday(day) !== oracle.dayOfWeek) throw new Error(day);
      oracle = oracle.add({ days: 1 });
    }
  });
  test("a day that does not exist is no day", () => {
    expect(["2028-02-29", "2026-12-31"].filter(isLocalDate)).toHaveLength(2);
    expect(
      [
        "2027-02-29",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "2026-1-01",
        "0000-01-01",
        "2026-01-00",
        " 2026-01-1",
        "2026/01/01",
        "",
      ].filter(isLocalDate),
    ).toEqual([]);
    expect(() => dayNumber("2027-02-29")).toThrow();
  });
  test("adding months keeps the day number or takes the last day of a shorter month", () => {
    expect(addMonths("2025-08-31", 6)).toBe("2026-02-28");
    expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
    expect(addMonths("2025-02-28", 3)).toBe("2025-05-28");
    expect(addMonths("2025-01-15", -13)).toBe("2023-12-15");
    expect(lastDayOfMonth("2028-02-03")).toBe("2028-02-29");
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        expect(addMonths(day, n)).toBe(Temporal.PlainDate.from(day).add({ months: n }, { overflow: "constrain" }).toString());
      }),
    );
  });
  test("an age is reached on the birthday, on 28 February for those born on the 29th", () => {
    expect([
      ageOn("2008-02-29", "2026-02-27"),
      ageOn("2008-02-29", "2026-02-28"),
      ageOn("2008-02-29", "2028-02-28"),
      ageOn("2008-02-29", "2028-02-29"),
    ]).toEqual([17, 18, 19, 20]);
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30_000 }), (day, lived) => {
        const born = addDays(day, -lived);
        const age = ageOn(born, day);
        expect(addMonths(born, 12 * age) <= day && addMonths(born, 12 * (age + 1)) > day).toBe(true);
      }),
    );
  });
});

describe("the Danish clock", () => {
  test("agrees with the time zone database on both sides of every change and at every hour of the changing days", () => {
    for (const day of everyDay().slice(0, GLANCE ? 800 : Infinity)) {
      const start = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE });
      if (startOfDay(day).getTime() !== start.epochMilliseconds || endOfDay(addDays(day, -1)).getTime() !== start.epochMilliseconds)
        throw new Error(day);
      if (endOfDay(day).getTime() - startOfDay(day).getTime() === 86_400_000) continue;
      for (let minute = -1; minute <= 26 * 60; minute += 7) {
        const at = new Date(start.epochMilliseconds + minute * 60_000);
        const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
        if (localDateOf(at) !== there.toPlainDate().toString() || offsetMinutes(at) !== there.offsetNanoseconds / 60e9)
          throw new Error(at.toISOString());
      }
    }
  });
  test("a wall-clock time is no instant, one, or two", () => {
    expect(resolveLocal("2026-03-29", "02:30")).toEqual({ kind: "GAP" });
    expect(resolveLocal("2027-03-28", "02:00")).toEqual({ kind: "GAP" });
    expect(resolveLocal("2027-03-28", "03:00")).toEqual({ kind: "ONE", at: new Date("2027-03-28T01:00:00Z") });
    expect(resolveLocal("2027-03-28", "01:59")).toEqual({ kind: "ONE", at: new Date("2027-03-28T00:59:00Z") });
    for (const [day, earlier] of [
      ["2026-10-25", "2026-10-25T00:30:00Z"],
      ["2027-10-31", "2027-10-31T00:30:00Z"],
    ] as const)
      expect(resolveLocal(day, "02:30")).toEqual({
        kind: "TWICE",
        earlier: new Date(earlier),
        later: new Date(Date.parse(earlier) + 3_600_000),
      });
    expect(resolveLocal("2026-10-25", "03:00")).toEqual({ kind: "ONE", at: new Date("2026-10-25T02:00:00Z") });
    expect(() => resolveLocal("2026-10-25", "24:00")).toThrow();
  });
  test("an evening instant belongs to the Danish day, whatever offset it is written with", () => {
    expect(localDateOf("2026-11-20T23:30:00Z")).toBe("2026-11-21");
    expect(localDateOf("2026-11-20T18:30:00-05:00")).toBe("2026-11-21");
    expect(localDateOf("2026-07-20T21:59:59Z")).toBe("2026-07-20");
    expect(localDateOf("2026-07-20T22:00:00Z")).toBe("2026-07-21");
    expect(localText(new Date("2026-07-20T22:00:00Z"))).toBe("2026-07-21T00:00:00+02:00");
    expect(localText(new Date("2026-11-20T23:30:00.250Z"))).toBe("2026-11-21T00:30:00.250+01:00");
    expect(() => localDateOf("yesterday")).toThrow();
  });
});

describe("holidays", () => {
  test("the computed public holidays and bank closing days are the official ones, 2024 to 2035", () => {
    for (const day of everyDay()) {
      const known = official.get(day);
      if ((publicHoliday(day) !== null) !== (known?.isPublic === true)) throw new Error(`${day} public`);
      if (isBankDay(day) !== (weekday(day) <= 5 && known?.closesBanks !== true)) throw new Error(`${day} bank`);
    }
  });
  test("a library of holidays agrees on the public ones", () => {
    const library = new Holidays("DK");
    const ours = everyDay().filter((day) => publicHoliday(day) !== null);
    for (let year = 2024; year <= 2035; year += 1) {
      const theirs = library.getHolidays(year).filter((h) => h.type === "public");
      expect(ours.filter((day) => day.startsWith(String(year)))).toEqual([...new Set(theirs.map((h) => h.date.slice(0, 10)))].sort());
    }
  });
  test("Easter falls on the day the clock changes in 2027, and the abolished holiday is a working day", () => {
    expect(easterSunday(2027)).toBe("2027-03-28");
    expect(easterSunday(2038)).toBe("2038-04-25");
    for (const day of ["2025-05-16", "2026-05-01", "2027-04-23", "2028-05-12"]) expect(isWorkingDay(day)).toBe(true);
  });
  test("each extra day is a working day until it is named", () => {
    const days = {
      GRUNDLOVSDAG: "2026-06-05",
      CHRISTMAS_EVE: "2026-12-24",
      NEW_YEARS_EVE: "2026-12-31",
      DAY_AFTER_ASCENSION: "2026-05-15",
    };
    for (const extra of EXTRA_DAYS) {
      expect(isWorkingDay(days[extra])).toBe(true);
      expect(isWorkingDay(days[extra], [extra])).toBe(false);
      expect(
        isWorkingDay(
          days[extra],
          EXTRA_DAYS.filter((other) => other !== extra),
        ),
      ).toBe(true);
    }
  });
});

describe("working days", () => {
  const vectors: readonly (readonly [string, number, readonly ExtraDay[], string, string, string])[] = [
    ["2026-03-26", 4, [], "2026-04-01", "2026-04-01T22:00:00.000Z", "over the change to summer time"],
    ["2026-03-26", 10, [], "2026-04-14", "2026-04-14T22:00:00.000Z", "Easter"],
    ["2026-12-18", 10, [], "2027-01-05", "2027-01-05T23:00:00.000Z", "Christmas and the turn of the year"],
    ["2026-12-18", 10, ["CHRISTMAS_EVE", "NEW_YEARS_EVE"], "2027-01-07", "2027-01-07T23:00:00.000Z", "with 24 and 31 December off"],
    ["2027-03-22", 4, [], "2027-03-31", "2027-03-31T22:00:00.000Z", "Easter Sunday is the day the clock changes"],
    ["2027-03-22", 10, [], "2027-04-08", "2027-04-08T22:00:00.000Z", "the same"],
    ["2027-03-24", 4, [], "2027-04-02", "2027-04-02T22:00:00.000Z", "Saturdays are not counted"],
    ["2027-04-22", 4, [], "2027-04-28", "2027-04-28T22:00:00.000Z", "the abolished holiday counts"],
    ["2027-05-04", 10, [], "2027-05-20", "2027-05-20T22:00:00.000Z", "Ascension and Whit Monday"],
    ["2027-10-28", 4, [], "2027-11-03", "2027-11-03T23:00:00.000Z", "over the change to winter time"],
    ["2028-02-24", 4, [], "2028-03-01", "2028-03-01T23:00:00.000Z", "the leap day"],
  ];
  test.each(vectors)("%s and %i working days (off: %j) is %s, over at %s: %s", (day, n, extra, last, over) => {
    expect(workday(day, n, extra)).toBe(last);
    expect(endOfDay(workday(day, n, extra)).toISOString()).toBe(over);
  });
  test("a deadline over a clock change is an hour nearer or further than the days suggest", () => {
    const hours = (from: string, to: string): number => (endOfDay(to).getTime() - Date.parse(from)) / 3_600_000;
    expect(hours("2026-03-26T10:00:00+01:00", workday("2026-03-26", 4))).toBe(157);
    expect(hours("2027-10-28T12:00:00+02:00", workday("2027-10-28", 4))).toBe(157);
  });
  test("the n-th working day is what counting day by day through the official list gives", () => {
    const oracle = (day: string, n: number, extra: readonly string[]): string => {
      const names: Record<string, string> = {
        Grundlovsdag: "GRUNDLOVSDAG",
        Juleaftensdag: "CHRISTMAS_EVE",
        Nytårsaftensdag: "NEW_YEARS_EVE",
      };
      let at = day;
      for (let left = n; left > 0;) {
        at = Temporal.PlainDate.from(at).add({ days: 1 }).toString();
        const known = official.get(at);
        const closed = known && (known.isPublic || extra.includes(names[known.name] ?? "DAY_AFTER_ASCENSION"));
        if (Temporal.PlainDate.from(at).dayOfWeek <= 5 && !closed) left -= 1;
      }
      return at;
    };
    const inRange = anyDay.filter((day) => day < "2035-10-01");
    fc.assert(
      fc.property(inRange, fc.integer({ min: 0, max: 30 }), anyExtra, (day, n, extra) => {
        expect(workday(day, n, extra)).toBe(oracle(day, n, extra));
      }),
    );
  });
  test("later starts and more days never give an earlier day, and more closed days never either", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 20 }), anyExtra, (day, n, extra) => {
        expect(workday(day, n + 1, extra) > workday(day, n, extra)).toBe(true);
        expect(workday(addDays(day, 1), n, extra) >= workday(day, n, extra)).toBe(true);
        expect(workday(day, n, extra) >= workday(day, n)).toBe(true);
        if (n > 0) expect(isWorkingDay(workday(day, n, extra), extra)).toBe(true);
      }),
    );
  });
  test("the next bank day skips everything banks close on", () => {
    expect(nextBankDay("2026-12-23")).toBe("2026-12-28");
    expect(nextBankDay("2026-05-13")).toBe("2026-05-18");
  });
});
