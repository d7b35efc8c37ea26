import { describe, expect, it } from "@jest/globals";
import { halfYear, otherRules, type HalfYear, type OtherRule } from "../../src/features/promise/simulate/half-year.js";
import { runHalfYear } from "../../src/features/promise/simulate/run-half-year.js";
import { worldOf, type Scenario } from "../../src/features/promise/simulate/world.js";
import { GLANCE, sized } from "../support/size.js";

const SMALL: Scenario = { seed: 3, from: "2026-11-02", days: GLANCE ? 56 : 91, clinics: 120, claimsPerDay: 20 };
const result: HalfYear = halfYear(SMALL);

describe("the simulated half year", () => {
  it.each(GLANCE ? [3] : [3, 11, 29])("keeps more promises than first come does under the same warnings, seed %i", (seed) => {
    const { gateway, firstCome, optimum, faults } = seed === SMALL.seed ? result : halfYear({ ...SMALL, seed });
    const kept = (o: HalfYear["gateway"]): number => o.onTarget + o.withinLimit;
    expect(faults).toBe(0);
    expect([gateway.silent, firstCome.silent]).toEqual([0, expect.any(Number)]);
    expect(firstCome.certified).toBeGreaterThan(0);
    expect(kept(gateway)).toBeGreaterThan(kept(firstCome));
    expect(kept(gateway)).toBeLessThanOrEqual(optimum);
  });

  it("tries other rules of admission on the same people: none keeps more than the one there is", () => {
    const [asItIs, ...others] = otherRules({ ...SMALL, days: GLANCE ? 28 : sized(56, 91) });
    const kept = ({ outcome: o }: OtherRule): number => o.onTarget + o.withinLimit;
    expect(others.map(kept).every((n) => n <= kept(asItIs!))).toBe(true);
    expect(others.some((other) => kept(other) < kept(asItIs!))).toBe(true);
    // what admission costs: somebody who comes later than they would have liked
    expect(others.at(-1)!.outcome.onTarget).toBeGreaterThan(asItIs!.outcome.onTarget);
    expect([asItIs!, ...others].map(({ outcome }) => outcome.silent)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("repeats itself to the letter under the same seed, and not under another", () => {
    const short = { ...SMALL, days: sized(28, 91) };
    const once = halfYear(short);
    expect(halfYear(short)).toEqual(once);
    expect(halfYear({ ...short, seed: 4 }).history).not.toBe(once.history);
  });

  it("breaks no promise silently, and the checker finds nothing wrong with any plan or certificate", () => {
    expect(result.gateway.silent).toBe(0);
    expect(result.faults).toBe(0);
    expect(result.checked).toBeGreaterThan(3);
  });

  it("counts every promise once, in whatever way it was booked", () => {
    for (const { claims, onTarget, withinLimit, certified, ownChoice, silent } of [result.gateway, result.firstCome]) {
      expect(claims).toBeGreaterThan(500);
      expect(onTarget + withinLimit + certified + ownChoice + silent).toBe(claims);
    }
    expect(result.gateway.claims).toBe(result.firstCome.claims);
  });

  it("keeps more with the plan than first come, first served, and neither beats perfect foresight", () => {
    const kept = ({ onTarget, withinLimit }: HalfYear["gateway"]): number => onTarget + withinLimit;
    expect(kept(result.gateway)).toBeGreaterThan(kept(result.firstCome));
    expect(kept(result.gateway)).toBeLessThanOrEqual(result.optimum);
    expect(result.gateway.claims - kept(result.gateway)).toBeLessThan(result.firstCome.claims - kept(result.firstCome));
  });

  it("gives nobody an appointment outside the open calendar, and no unit to two", () => {
    const world = worldOf(SMALL);
    const gone = new Set([...world.withdrawn.values()].flat());
    const buckets = [...world.published.values()].flat();
    const units = new Map<string, number>();
    for (const bucket of buckets)
      if (!gone.has(bucket.id))
        units.set(`${bucket.service} ${bucket.dayOn}`, (units.get(`${bucket.service} ${bucket.dayOn}`) ?? 0) + bucket.units);
    const used = new Map<string, number>();
    for (const { claim, appointmentOn, reportedOn } of runHalfYear(world, "PLAN").fates.values()) {
      if (appointmentOn === null) continue;
      expect(appointmentOn).toBeGreaterThan(reportedOn);
      const key = `${claim.service} ${appointmentOn}`;
      used.set(key, (used.get(key) ?? 0) + 1);
    }
    for (const [key, n] of used) expect(n).toBeLessThanOrEqual(units.get(key) ?? 0);
  });

  it("draws a picture that is well-formed and names what it shows", () => {
    expect(result.picture).toMatch(/^<svg [^>]+>\n<title>/);
    expect(result.picture).toContain("offline optimum");
    expect(result.picture.match(/<text/g)?.length).toBe(result.picture.match(/<\/text>/g)?.length);
  });
});
