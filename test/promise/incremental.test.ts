import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { certificatesOf } from "../../src/matching/certificate.js";
import { checkPromise } from "../../src/matching/checker.js";
import { LivePlan } from "../../src/matching/incremental.js";
import { solvePlan } from "../../src/matching/matching.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";
import { easyBucket, easyClaim, instance, mostPlaceable, someBucket, someClaim } from "./instances.js";

type Step =
  | { readonly do: "ADD"; readonly claim: OpenClaim }
  | { readonly do: "REMOVE" | "HOLD" | "WITHDRAW"; readonly pick: number }
  | { readonly do: "BOOK"; readonly pick: number; readonly bucket: number }
  | { readonly do: "PUBLISH"; readonly bucket: UnitBucket }
  | { readonly do: "UNITS"; readonly pick: number; readonly units: number };

const pick = fc.nat(100);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(easyClaim("n"), someClaim("n")).map((claim) => ({ do: "ADD" as const, claim })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("REMOVE" as const, "HOLD" as const, "WITHDRAW" as const), pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("BOOK" as const), pick, bucket: pick }) },
  { weight: 2, arbitrary: fc.oneof(easyBucket("n"), someBucket("n")).map((bucket) => ({ do: "PUBLISH" as const, bucket })) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("UNITS" as const), pick, units: fc.nat(3) }) },
);

/** The same history told to the live plan and to two plain maps. */
function replay(
  start: { claims: OpenClaim[]; buckets: UnitBucket[] },
  steps: readonly Step[],
  after: (live: LivePlan, claims: OpenClaim[], buckets: UnitBucket[]) => void,
): void {
  const live = new LivePlan(start.claims, start.buckets);
  const claims = new Map(start.claims.map((c) => [c.id, c]));
  const buckets = new Map(start.buckets.map((b) => [b.id, b]));
  const nth = <T>(map: Map<string, T>, n: number): T | undefined => [...map.values()][n % Math.max(1, map.size)];
  const units = (bucket: UnitBucket, n: number): void => void buckets.set(bucket.id, { ...bucket, units: n });
  steps.forEach((s, i) => {
    if (s.do === "ADD") {
      const claim = { ...s.claim, id: `n${i}` };
      claims.set(claim.id, claim);
      live.addClaim(claim);
    } else if (s.do === "PUBLISH") {
      const bucket = { ...s.bucket, id: `n${i}` };
      buckets.set(bucket.id, bucket);
      live.setBucket(bucket);
    } else if (s.do === "REMOVE") {
      const claim = nth(claims, s.pick);
      if (!claim) return;
      claims.delete(claim.id);
      live.removeClaim(claim.id);
    } else {
      const bucket = nth(buckets, s.do === "BOOK" ? s.bucket : s.pick);
      if (!bucket) return;
      if (s.do === "UNITS") {
        units(bucket, s.units);
        live.setBucket({ ...bucket, units: s.units });
      } else if (s.do === "WITHDRAW") {
        units(bucket, 0);
        live.withdraw(bucket.id);
      } else if (bucket.units > 0) {
        const claim = nth(claims, s.pick);
        if (s.do === "BOOK" && !claim) return;
        units(bucket, bucket.units - 1);
        if (s.do === "HOLD") live.hold(bucket.id);
        else {
          claims.delete(claim!.id);
          live.bookClaim(claim!.id, bucket.id);
        }
      }
    }
    after(live, [...claims.values()], [...buckets.values()]);
  });
}

describe("the plan under change", () => {
  it("stays as good as a fresh one, and provably so, after every change", () => {
    fc.assert(
      fc.property(instance(10, 8), fc.array(step, { maxLength: 14 }), (start, steps) => {
        replay(start, steps, (live, claims, buckets) => {
          expect(live.unplaced()).toEqual(solvePlan(claims, buckets).plan.unplaced);
          expect(live.unplaced()).toEqual(live.plan().unplaced);
          expect(checkPromise(claims, buckets, live.plan(), certificatesOf(live.graph))).toEqual([]);
        });
      }),
    );
  });

  it("knows whose place a booking would cost, without changing anything", () => {
    fc.assert(
      fc.property(instance(7, 6), fc.array(step, { maxLength: 5 }), (start, steps) => {
        replay(start, steps, (live, claims, buckets) => {
          const before = live.plan();
          for (const bucket of buckets) {
            if (bucket.units === 0) continue;
            const without = buckets.map((b) => (b === bucket ? { ...b, units: b.units - 1 } : b));
            expect(live.harms(bucket.id)).toBe(mostPlaceable(claims, without) < before.assignments.length);
            for (const claim of claims.filter((c) => mostPlaceable([c], [bucket]) === 1)) {
              // those who have a place, not as many as have one: a waiting claim that gains does not make up for one that loses
              const placed = before.assignments.map((a) => a.claimId).filter((id) => id !== claim.id);
              const keepers = claims.filter((c) => placed.includes(c.id));
              expect(live.harms(bucket.id, claim.id)).toBe(mostPlaceable(keepers, without) < keepers.length);
            }
          }
          expect(live.plan()).toEqual(before);
        });
      }),
    );
  });
});
