import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { certificatesOf } from "../../src/matching/certificate.js";
import { checkPromise } from "../../src/matching/checker.js";
import { LivePlan } from "../../src/matching/incremental.js";
import { remaking } from "../../src/matching/remaking.js";
import { atOnce, solvePlan } from "../../src/matching/matching.js";
import type { OpenClaim, Plan, UnitBucket } from "../../src/matching/model.js";
import { inTurn } from "../../src/matching/turn.js";
import { cases, sized } from "../support/size.js";
import { bestPlan, judge, placedInTurn } from "./exact.js";
import { DAY_ZERO, instance } from "./instances.js";

const placesOf = (plan: Plan): Map<string, string> => new Map(plan.assignments.map(({ claimId, bucketId }) => [claimId, bucketId]));
const NOWHERE = new Map<string, string>();

/** A region: people and clinics in four towns, more wanted than there is, so that nearly every choice costs somebody something. */
function region(seed: number, claimCount: number, unitsPerClaim: number): { claims: OpenClaim[]; buckets: UnitBucket[] } {
  let a = seed;
  const below = (n: number): number => {
    a = (Math.imul(a, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((a / 2 ** 32) * n);
  };
  const towns = [55.2, 55.35, 55.5, 55.8];
  const buckets = Array.from({ length: Math.floor(claimCount / 3) }, (_, i): UnitBucket => ({
    id: `b${i}`,
    clinicId: `k${i % 20}`,
    service: "PHYSIO",
    channel: below(12) === 0 ? "ONLINE" : "IN_PERSON",
    treatsChildren: below(3) > 0,
    languages: 1 + below(2) * 2,
    lat: towns[below(4)]! + below(80) / 1_000,
    lon: 9 + below(200) / 1_000,
    dayOn: DAY_ZERO + below(8),
    units: below(2 * 3 * unitsPerClaim * 10) / 10 < 1 ? 1 : 1 + below(Math.round(2 * 3 * unitsPerClaim) - 1),
  }));
  const claims = Array.from({ length: claimCount }, (_, i): OpenClaim => {
    const from = below(4);
    return {
      id: `c${i}`,
      service: "PHYSIO",
      under: "BASE",
      channels: below(3) === 0 ? ["IN_PERSON", "ONLINE"] : ["IN_PERSON"],
      child: below(8) === 0,
      languages: below(15) === 0 ? 2 : 0,
      lat: towns[below(4)]! + below(120) / 1_000,
      lon: 9 + below(300) / 1_000,
      postalCode: "6000",
      radiusKm: 20 + below(30),
      earliestOn: DAY_ZERO + from,
      targetOn: DAY_ZERO + from + 2,
      deadlineOn: DAY_ZERO + from + 4,
      waitingSince: below(1_000),
    };
  });
  return { claims, buckets };
}

describe("the best plan", () => {
  it("has as many on target, then as few kilometres, then as few changes as an exact solver of another kind finds", () => {
    fc.assert(
      fc.property(instance(8, 7), fc.nat(20), ({ claims, buckets }, seed) => {
        const placed = placedInTurn(claims, buckets, inTurn);
        const first = solvePlan(claims, buckets).plan;
        expect(judge(claims, buckets, first, NOWHERE)).toEqual(judge(claims, buckets, bestPlan(placed, buckets, NOWHERE), NOWHERE));
        // something changes: the plan made before is kept where nothing better calls
        const changed = buckets.filter((_, i) => (i + seed) % 5 !== 0);
        const live = new LivePlan(claims, buckets);
        live.prefer();
        for (const bucket of buckets) if (!changed.includes(bucket)) live.withdraw(bucket.id);
        const before = placesOf(live.plan());
        live.prefer();
        const still = placedInTurn(claims, changed, inTurn);
        expect(judge(claims, changed, live.plan(), before)).toEqual(judge(claims, changed, bestPlan(still, changed, before), before));
        expect(checkPromise(claims, changed, live.plan(), certificatesOf(live.graph))).toEqual([]);
      }),
      { numRuns: cases(60, 3_000) },
    );
  });

  it("does so for twenty regions that are short of units", () => {
    for (let seed = 1; seed <= sized(2, 20); seed += 1) {
      const { claims, buckets } = region(seed, sized(80, 300), 0.7 + (seed % 4) / 10);
      const { plan } = solvePlan(claims, buckets);
      const placed = placedInTurn(claims, buckets, inTurn);
      expect(plan.unplaced.length).toBeGreaterThan(0);
      expect(plan.assignments.map(({ claimId }) => claimId).sort()).toEqual(placed.map(({ id }) => id).sort());
      const found = judge(claims, buckets, plan, NOWHERE);
      expect(found).toEqual(judge(claims, buckets, bestPlan(placed, buckets, NOWHERE), NOWHERE));
      expect(found.late).toBeGreaterThan(0);
    }
  });

  it("moves nobody when nothing has changed", () => {
    const { claims, buckets } = region(5, sized(80, 200), 0.8);
    const live = new LivePlan(claims, buckets);
    live.prefer();
    const once = live.plan();
    live.prefer();
    expect(live.plan()).toEqual(once);
  });
});

describe("a plan that was changed", () => {
  it("keeps exactly who has a place, and gives none before the best plan is asked for again: what it is off by reaches nobody", () => {
    fc.assert(
      fc.property(instance(9, 7), fc.array(fc.nat(1_000), { minLength: 4, maxLength: 12 }), ({ claims, buckets }, moves) => {
        const live = new LivePlan([], buckets);
        for (const claim of claims) live.addClaim(claim);
        live.prefer();
        for (const move of moves) {
          const bucket = buckets[move % Math.max(1, buckets.length)];
          if (!bucket) break;
          if (move % 3 === 0) live.withdraw(bucket.id);
          else live.setBucket({ ...bucket, units: 1 + (move % 3) });
        }
        const units = buckets.map((bucket) => ({ ...bucket, units: live.unitsOf(bucket.id) })).filter((bucket) => bucket.units > 0);
        const placed = placedInTurn(claims, units, inTurn);
        const changed = live.plan();
        expect(changed.assignments.map(({ claimId }) => claimId)).toEqual(placed.map(({ id }) => id).sort());
        const isChanged = JSON.stringify(units) !== JSON.stringify(buckets);
        if (isChanged) for (const { claimId } of changed.assignments) expect(() => live.bestPlaceOf(claimId)).toThrow("best plan");
        live.prefer();
        const best = live.plan();
        for (const { claimId, bucketId } of best.assignments) expect(live.bestPlaceOf(claimId)).toBe(bucketId);
        const [was, is] = [judge(claims, units, changed, NOWHERE), judge(claims, units, best, NOWHERE)];
        expect(is.late).toBeLessThanOrEqual(was.late);
        expect(judge(claims, units, best, placesOf(changed))).toEqual(
          judge(claims, units, bestPlan(placed, units, placesOf(changed)), placesOf(changed)),
        );
      }),
      { numRuns: cases(60, 2_000) },
    );
  });
});

describe("a plan remade on the tables of another", () => {
  it("places and leaves waiting whom a plan from nothing does, and lives on as one", () => {
    fc.assert(
      fc.property(instance(9, 7), fc.nat(1_000), ({ claims, buckets }, seed) => {
        const live = new LivePlan(claims, buckets);
        const others = claims.flatMap((claim, i) => ((i + seed) % 3 === 0 ? [] : [claim, { ...claim, id: `more ${claim.id}` }]));
        const units = buckets
          .filter((_, i) => (i + seed) % 4 !== 0)
          .map((bucket, i) => ({ ...bucket, units: 1 + ((i + seed) % 3) }))
          .concat(buckets.slice(0, 1).map((bucket) => ({ ...bucket, id: "new", clinicId: "another", units: 1 })));
        const remade = atOnce(remaking(live, others, units));
        expect(remade.unplaced()).toEqual(new LivePlan(others, units).unplaced());
        expect(checkPromise(others, units, remade.plan(), certificatesOf(remade.graph))).toEqual([]);
        // and back, by single changes
        for (const { id } of others) remade.removeClaim(id);
        for (const claim of claims) remade.addClaim(claim);
        expect(remade.unplaced()).toEqual(new LivePlan(claims, units).unplaced());
      }),
      { numRuns: cases(60, 2_000) },
    );
  });
});

describe("who waits", () => {
  const facts = (claims: readonly OpenClaim[], ids: readonly string[]): string[] =>
    ids.map((id) => JSON.stringify({ ...claims.find((claim) => claim.id === id)!, id: "" })).sort();

  it("is who the rule names: each in turn has a place if those before can keep theirs", () => {
    fc.assert(
      fc.property(instance(9, 6), ({ claims, buckets }) => {
        const placed = placedInTurn(claims, buckets, inTurn).map(({ id }) => id);
        const waits = claims.map(({ id }) => id).filter((id) => !placed.includes(id));
        expect(new LivePlan(claims, buckets).unplaced()).toEqual(waits.sort());
      }),
      { numRuns: cases(50, 2_000) },
    );
  });

  it("is a function of the facts: other ids, another order of arrival and a restart name the same", () => {
    fc.assert(
      fc.property(instance(10, 7), fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 }), ({ claims, buckets }, keys) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item, i) => [keys[i % keys.length]! * 31 + i, item] as const)
            .sort(([a], [b]) => a - b)
            .map(([, item]) => item);
        const waits = facts(claims, new LivePlan(claims, buckets).unplaced());
        const renamed = shuffled(claims).map((claim, i) => ({ ...claim, id: `z${(keys[i % keys.length]! * 7) % 97}-${i}` }));
        expect(facts(renamed, new LivePlan(renamed, buckets).unplaced())).toEqual(waits);
        const live = new LivePlan([], []);
        for (const bucket of shuffled(buckets)) live.setBucket(bucket);
        for (const claim of shuffled(claims)) live.addClaim(claim);
        expect(facts(claims, live.unplaced())).toEqual(waits);
        const late = new LivePlan([], []);
        for (const claim of shuffled(claims)) late.addClaim(claim);
        for (const bucket of shuffled(buckets)) late.setBucket(bucket);
        expect(facts(claims, late.unplaced())).toEqual(waits);
      }),
      { numRuns: cases(50, 2_000) },
    );
  });
});
