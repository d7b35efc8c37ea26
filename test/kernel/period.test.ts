import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { contains, durationMinutes, overlaps, overlapTest, period, subtract, union, type Period } from "../../src/kernel/period.js";

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 2) + minute * 60_000);
const of = (start: number, end: number): Period => ({ start: at(start), end: at(end) });
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 40 }))
  .map(([start, length]) => of(start, start + length));
const anyList = fc.array(anyPeriod, { maxLength: 12 });
const minutesIn = (list: readonly Period[]): Set<number> => {
  const found = new Set<number>();
  for (let minute = 0; minute < 260; minute += 1) if (list.some((p) => contains(p, at(minute)))) found.add(minute);
  return found;
};

describe("half-open periods", () => {
  test("neighbours that touch do not overlap", () => {
    expect(overlaps(of(0, 30), of(30, 60))).toBe(false);
    expect(overlaps(of(0, 31), of(30, 60))).toBe(true);
    expect(contains(of(0, 30), at(30))).toBe(false);
    expect(contains(of(0, 30), of(0, 30))).toBe(true);
  });
  test("a period lasts from its start to its end, whatever the clock on the wall does", () => {
    expect(durationMinutes({ start: new Date("2026-03-29T01:30:00+01:00"), end: new Date("2026-03-29T03:30:00+02:00") })).toBe(60);
  });
  test("a period that ends before it starts is none", () => {
    expect(period(at(5), at(5))).toBeNull();
    expect(period(at(6), at(5))).toBeNull();
    expect(period(at(5), at(6))).toEqual(of(5, 6));
  });
  test("taking the middle out leaves both sides", () => {
    expect(subtract([of(0, 60)], [of(20, 40)])).toEqual([of(0, 20), of(40, 60)]);
  });
  test("union covers the same minutes, in order and apart", () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const joined = union(list);
        expect(minutesIn(joined)).toEqual(minutesIn(list));
        joined.slice(1).forEach((p, i) => expect(p.start.getTime()).toBeGreaterThan(joined[i]!.end.getTime()));
        expect(union(joined)).toEqual(joined);
      }),
    );
  });
  test("what is left after subtracting is what was there and was not taken", () => {
    fc.assert(
      fc.property(anyList, anyList, (from, taken) => {
        const gone = minutesIn(taken);
        const left = subtract(from, taken);
        expect(minutesIn(left)).toEqual(new Set([...minutesIn(from)].filter((m) => !gone.has(m))));
        for (const piece of left) for (const cut of taken) if (durationMinutes(cut) > 0) expect(overlaps(piece, cut)).toBe(false);
      }),
    );
  });
  test("the quick overlap test agrees with looking at each one", () => {
    fc.assert(
      fc.property(anyList, anyPeriod, (list, probe) => {
        fc.pre(durationMinutes(probe) > 0);
        expect(overlapTest(list)(probe)).toBe(list.some((p) => durationMinutes(p) > 0 && overlaps(p, probe)));
      }),
    );
  });
});
