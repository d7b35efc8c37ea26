import { describe, expect, it } from "@jest/globals";
import { Concessions, expectedReturns, isLate, isReserved, lateShares, type ClinicRecord } from "../../src/features/promise/plan/habits.js";
import { KeptHabits } from "../../src/features/promise/plan/kept-habits.js";
import { HABIT_SETTINGS, habitRules } from "../../src/features/promise/plan/habit-settings.js";
import { readSettings } from "../../src/platform/settings/setting.js";
import { LivePlan } from "../../src/matching/incremental.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";
import { dayNumber } from "../../src/kernel/calendar.js";

/** A Monday. */
const TODAY = dayNumber("2026-03-02");
const clinic = (more: Partial<ClinicRecord>): ClinicRecord => ({
  ...{ clinicId: "a", service: "PHYSIOTHERAPY", booked: 80, cancelled: 20, missed: 10, ahead: 40 },
  ...more,
});

describe("what the record says of habits", () => {
  it("late is who has at most one working day left, weekends not counted", () => {
    expect(isLate(TODAY + 1, TODAY)).toBe(true);
    expect(isLate(TODAY + 2, TODAY)).toBe(false);
    // from Friday over the weekend to Monday is one, to Tuesday two
    expect([isLate(TODAY + 7, TODAY + 4), isLate(TODAY + 8, TODAY + 4)]).toEqual([true, false]);
  });

  it("a treatment's reserve is the share that was booked late, drawn to none while little is known", () => {
    const of = (service: string, latestOn: number, bookings: number) => ({ service, bookedOn: TODAY, latestOn, bookings });
    const shares = lateShares([of("A", TODAY + 1, 30), of("A", TODAY + 9, 150), of("B", TODAY + 1, 1)]);
    expect(shares.get("A")).toBeCloseTo(30 / 200);
    expect(shares.get("B")).toBeLessThan(0.05);
    expect(shares.get("C")).toBeUndefined();
  });

  it("a reserve takes its share of a clinic's units over the days, the last ones of each", () => {
    for (const [units, percent] of [
      [1, 5],
      [2, 10],
      [4, 25],
    ] as const) {
      let reserved = 0;
      for (let day = TODAY; day < TODAY + 400; day += 1)
        for (let left = units; left > 0; left -= 1) if (isReserved(day, units, left, percent / 100)) reserved += 1;
      expect(Math.abs(reserved - (400 * units * percent) / 100)).toBeLessThanOrEqual(1);
    }
  });

  it("each clinic's appointments come back as its own were called off, and as missed only where that is asked", () => {
    const record = [
      clinic({}),
      clinic({ clinicId: "b", cancelled: 0, missed: 0 }),
      clinic({ clinicId: "c", booked: 0, cancelled: 0, missed: 0 }),
    ];
    // 20 of 80 and a prior of 20, spread over four days
    expect(expectedReturns(record, "CANCELLED").get("PHYSIOTHERAPY")).toBeCloseTo((40 * 20) / 100 / 4);
    expect(expectedReturns(record, "ALL").get("PHYSIOTHERAPY")).toBeCloseTo((40 * 30) / 100 / 4);
    expect(expectedReturns(record, "OFF").size).toBe(0);
  });

  it("no more is given away in a day than is expected back, and each day begins anew", () => {
    const conceded = new Concessions();
    const expected = new Map([["A", 2.4]]);
    const give = (day: number): boolean => {
      const may = conceded.concedes("A", day, expected);
      if (may) conceded.give("A", day);
      return may;
    };
    expect([give(1), give(1), give(1), give(2)]).toEqual([true, true, false, true]);
    expect(conceded.concedes("B", 1, expected)).toBe(false);
  });
});

describe("admission with the rules of habits", () => {
  const claim = (id: string, deadlineOn: number): OpenClaim => ({
    ...{ id, service: "A", under: "BASE", channels: ["IN_PERSON"], child: false, languages: 0, lat: 56, lon: 10, postalCode: "8000" },
    ...{ radiusKm: 20, earliestOn: TODAY + 1, targetOn: deadlineOn, deadlineOn, waitingSince: 0 },
  });
  const bucket = (id: string, dayOn: number): UnitBucket => ({
    ...{ id, clinicId: "k", service: "A", dayOn, channel: "IN_PERSON", treatsChildren: true, languages: 1, lat: 56, lon: 10, units: 1 },
  });
  const plan = (): LivePlan =>
    new LivePlan([claim("late", TODAY + 1), claim("early", TODAY + 10)], [bucket("b1", TODAY + 1), bucket("b2", TODAY + 8)]);
  const record = {
    clinics: [clinic({ service: "A" })],
    bookings: [{ service: "A", bookedOn: TODAY, latestOn: TODAY + 1, bookings: 1_000 }],
  };
  const kept = async (...rules: ConstructorParameters<typeof KeptHabits>): Promise<KeptHabits> => {
    const habits = new KeptHabits(...rules);
    await habits.bringUpToDate(TODAY, () => Promise.resolve(record));
    return habits;
  };

  it("keeps what is reserved from whoever has time, and from nobody else", async () => {
    for (const habits of [await kept({ reserve: 100, returns: "OFF" }), await kept({ reserve: "RECORD", returns: "OFF" })]) {
      const days = [1, 8].map((n) => `b${n === 1 ? 1 : 2}`);
      expect(days.some((id) => habits.keepsForLate(plan(), id, "early"))).toBe(true);
      expect(days.some((id) => habits.keepsForLate(plan(), id, "late"))).toBe(false);
      // over its last day, or no promise at all: the plan does not know it
      expect(days.some((id) => habits.keepsForLate(plan(), id, "unknown"))).toBe(false);
    }
    expect((await kept()).keepsForLate(plan(), "b2", "early")).toBe(false);
  });

  it("gives a last unit away only as often as units are expected back", async () => {
    const habits = await kept({ reserve: 0, returns: "CANCELLED" });
    const live = plan();
    expect(live.harms("b1", "early")).toBe(true);
    expect([habits.concedes(live, "early"), habits.concedes(live, "unknown")]).toEqual([true, false]);
    habits.taking(live, "b1", "early");
    expect(habits.concedes(live, "early")).toBe(true);
    habits.taking(live, "b1", "early");
    expect(habits.concedes(live, "early")).toBe(false);
    expect((await kept()).concedes(plan(), "early")).toBe(false);
  });
});

describe("the settings", () => {
  const read = (env: Record<string, string>) => readSettings(HABIT_SETTINGS, env, false);
  const rules = (env: Record<string, string>) => habitRules(read(env).values);

  it("are off unless they are turned on, and say what they take", () => {
    expect(rules({})).toEqual({ reserve: 0, returns: "OFF" });
    expect(rules({ PROMISE_RESERVE: "5", PROMISE_RETURNS: "cancelled" })).toEqual({ reserve: 5, returns: "CANCELLED" });
    expect(rules({ PROMISE_RESERVE: "record", PROMISE_RETURNS: "all" })).toEqual({ reserve: "RECORD", returns: "ALL" });
    for (const wrong of ["51", "-1", "5 %", "1.5"])
      expect(read({ PROMISE_RESERVE: wrong }).faults).toEqual([expect.stringContaining("PROMISE_RESERVE")]);
    expect(read({ PROMISE_RETURNS: "some" }).faults).toEqual([expect.stringContaining("PROMISE_RETURNS")]);
  });
});
