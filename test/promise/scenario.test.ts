import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { affectedBy, planOfScenario, planOfToday, type Scenario } from "../../src/features/promise/what-if/scenario.js";
import { solvePlan } from "../../src/matching/matching.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";
import { cases } from "../support/size.js";
import { DAY_ZERO, instance } from "./instances.js";

const NOTHING: Scenario = { withoutClinics: [], demandPercent: 0, closed: null, added: [] };
const facts = (claims: readonly OpenClaim[], buckets: readonly UnitBucket[]) => ({
  claims,
  buckets,
  relaxed: () => [],
  today: DAY_ZERO - 1,
  regionOf: new Map(claims.map(({ id, postalCode }) => [id, postalCode < "6002" ? "SOUTH" : "NORTH"])),
});
const everyDay = (): boolean => true;

describe("a scenario", () => {
  it("plans what is otherwise as a plan of those claims and units would, and counts each claim that loses or gains once", async () => {
    await fc.assert(
      fc.asyncProperty(instance(12, 8), fc.nat(3), fc.integer({ min: 0, max: 100 }), async ({ claims, buckets }, clinic, percent) => {
        const of = facts(claims, buckets);
        const today = await planOfToday(of, everyDay);
        expect([...today.who].sort()).toEqual(solvePlan(claims, buckets).plan.unplaced);
        const left = buckets.filter(({ clinicId }) => clinicId !== `k${clinic}`);
        const leaves = await planOfScenario(of, { ...NOTHING, withoutClinics: [`k${clinic}`] }, everyDay);
        expect([...leaves.who].sort()).toEqual(solvePlan(claims, left).plan.unplaced);
        // the same, made of today's plan, of that of another scenario, and back again
        const asked = [{ ...NOTHING, withoutClinics: [`k${clinic}`] }, { ...NOTHING, demandPercent: percent }, NOTHING];
        let last = today;
        for (const scenario of asked) {
          const [anew, changed] = [await planOfScenario(of, scenario, everyDay), await planOfScenario(of, scenario, everyDay, last)];
          last = changed;
          expect({ ...changed, live: null }).toEqual({ ...anew, live: null });
        }
        const affected = affectedBy(today, leaves, of);
        const sum = (what: "lose" | "gain"): number => affected.reduce((total, each) => total + each[what], 0);
        expect(sum("lose") - sum("gain")).toBe(leaves.waiting - today.waiting);
        const closed = { from: DAY_ZERO - 100, to: DAY_ZERO + 100, percent };
        const holiday = await planOfScenario(of, { ...NOTHING, closed }, everyDay);
        expect(today.units - holiday.units).toBe(Math.floor((today.units * percent) / 100));
        expect(holiday.waiting).toBeGreaterThanOrEqual(today.waiting);
      }),
      { numRuns: cases(60, 500) },
    );
  });

  it("of more demand adds the stated share, after all who are there; added units take claims off the list", async () => {
    const claim = (i: number): OpenClaim => ({
      ...{
        id: `c${String(i).padStart(2, "0")}`,
        service: "PHYSIOTHERAPY",
        under: "BASE",
        channels: ["IN_PERSON"],
        child: false,
        languages: 0,
      },
      ...{ lat: 55, lon: 9, postalCode: "6000", radiusKm: 10, earliestOn: DAY_ZERO, targetOn: DAY_ZERO + 6, deadlineOn: DAY_ZERO + 6 },
      waitingSince: i,
    });
    const bucket: UnitBucket = {
      ...{ id: "b", clinicId: "k1", service: "PHYSIOTHERAPY", dayOn: DAY_ZERO, channel: "IN_PERSON", treatsChildren: true, languages: 1 },
      ...{ lat: 55, lon: 9, units: 10 },
    };
    const of = facts(
      Array.from({ length: 10 }, (_, i) => claim(i)),
      [bucket],
    );
    const today = await planOfToday(of, everyDay);
    const busy = await planOfScenario(of, { ...NOTHING, demandPercent: 20 }, everyDay);
    expect([today.waiting, busy.claims, busy.waiting]).toEqual([0, 12, 2]);
    expect(affectedBy(today, busy, of)).toEqual([{ region: "SOUTH", service: "PHYSIOTHERAPY", lose: 2, gain: 0 }]);
    const added: Scenario["added"] = [{ clinicId: "k1", service: "PHYSIOTHERAPY", unitsPerWeek: 3 }];
    const helped = await planOfScenario(of, { ...NOTHING, demandPercent: 20, added }, everyDay);
    expect([helped.units, helped.waiting]).toEqual([13, 0]);
  });
});
