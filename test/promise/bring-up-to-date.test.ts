import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bringUpToDate, isSameShape } from "../../src/features/promise/plan/bring-up-to-date.js";
import { certificatesOf } from "../../src/matching/certificate.js";
import { checkPromise } from "../../src/matching/checker.js";
import { buildPlan } from "../../src/features/promise/plan/build-plan.js";
import { solvePlan } from "../../src/matching/matching.js";
import { instance } from "./instances.js";

describe("a plan brought up to date", () => {
  it("is as good as one made anew from the new reading, and provably so, whatever changed", async () => {
    await fc.assert(
      fc.asyncProperty(instance(9, 8), instance(9, 8), async (before, after) => {
        const live = await buildPlan(before.claims, before.buckets);
        // the same id may stand for another claim, and for a bucket with more or fewer units, but never for another bucket
        const buckets = after.buckets.map((bucket, i) => (before.buckets[i] ? { ...before.buckets[i], units: bucket.units } : bucket));
        await bringUpToDate(live, { ...after, buckets } as never);
        expect(live.unplacedCount).toBe(solvePlan(after.claims, buckets).plan.unplaced.length);
        expect(checkPromise(after.claims, buckets, live.plan(), certificatesOf(live.graph))).toEqual([]);
      }),
    );
  });

  it("is made anew where a unit serves something else than before, or lies elsewhere: a rate began or ended, a clinic moved", () => {
    const bucket = { id: "a", service: "PHYSIOTHERAPY", serves: ["CHIROPRACTIC", "PHYSIOTHERAPY"], lat: 56, lon: 10, units: 1 };
    const read = (more: object) =>
      ({
        today: 1,
        demand: { mask: 3n, gender: false, languages: new Map(), practitioners: new Set() },
        claims: [],
        buckets: [{ ...bucket, ...more }],
      }) as never;
    expect(isSameShape(read({}), read({ units: 5 }))).toBe(true);
    for (const other of [{ serves: ["PHYSIOTHERAPY"] }, { lat: 57 }, { lon: 11 }]) expect(isSameShape(read({}), read(other))).toBe(false);
  });
});
