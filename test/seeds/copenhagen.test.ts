import { Temporal } from "temporal-polyfill";
import { addDays, clockChanges, openDays, readHolidays, utcOf, weekday } from "../../seeds/copenhagen.js";
import { sized } from "../support/size.js";

const ZONE = "Europe/Copenhagen";
const byTemporal = (day: string, hour: number): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from({ hour }) }).epochMilliseconds;

describe("the Danish clock", () => {
  it("agrees with Temporal over ten years", () => {
    for (let day = "2024-01-01"; day < "2034-01-01"; day = addDays(day, sized(13, 1)))
      for (const hour of [0, 1, 3, 8, 17, 23]) if (utcOf(day, hour * 60) !== byTemporal(day, hour)) throw new Error(`${day} ${hour}:00`);
  });

  it("has one hour less on the last Sunday of March and one more on the last Sunday of October", () => {
    expect(clockChanges(2027)).toEqual(["2027-03-28", "2027-10-31"]);
    const hours = (day: string): number => (utcOf(day, 1440) - utcOf(day, 0)) / 3_600_000;
    expect(clockChanges(2027).map(hours)).toEqual([23, 25]);
  });

  it("takes the first of two equal readings", () => {
    expect(new Date(utcOf("2026-10-25", 150)).toISOString()).toBe("2026-10-25T00:30:00.000Z");
  });
});

describe("open days", () => {
  it("leave out weekends and public holidays, and bank days where the clinic closes on them", () => {
    const closing = readHolidays();
    const days = openDays("2026-12-21", 2, closing, false);
    expect(days).toEqual(["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]);
    expect(openDays("2026-12-21", 2, closing, true)).not.toContain("2026-12-24");
    expect(days.every((day) => weekday(day) <= 5)).toBe(true);
  });
});
