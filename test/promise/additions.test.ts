import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { additionsFor, type Proposal } from "../../src/features/promise/feasibility/additions.js";
import { certificatesOf } from "../../src/matching/certificate.js";
import { LivePlan } from "../../src/matching/incremental.js";
import { solvePlan } from "../../src/matching/matching.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";
import { cases } from "../support/size.js";
import { DAY_ZERO, instance } from "./instances.js";

const CHRISTMAS_EVE = DAY_ZERO + 2;
const isOpenDay = (day: number): boolean => day !== CHRISTMAS_EVE;
const asked = (claims: readonly OpenClaim[]) => new Set(claims.filter(({ postalCode }) => postalCode < "6003").map(({ id }) => id));

const propose = (claims: readonly OpenClaim[], buckets: readonly UnitBucket[], of: ReadonlySet<string>) => {
  const live = new LivePlan(claims, buckets);
  const priceOf = (): number => 50_000;
  return additionsFor(live, certificatesOf(live.graph), { isAsked: (id) => of.has(id), isOpenDay, firstDay: DAY_ZERO + 1, priceOf });
};

describe("capacity proposed for a shortage", () => {
  it("removes what it says it does when the plan is made again with it, and so does each alternative", async () => {
    let [seen, others] = [0, 0];
    await fc.assert(
      fc.asyncProperty(instance(12, 6), async ({ claims, buckets }) => {
        const of = asked(claims);
        const short = (with_: readonly UnitBucket[]): number => solvePlan(claims, with_).plan.unplaced.filter((id) => of.has(id)).length;
        let now = buckets;
        for (const addition of await propose(claims, buckets, of)) {
          const before = short(now);
          const removed = (proposal: Proposal): number => before - short([...now, ...proposal.buckets]);
          expect([addition, ...addition.alternatives].map(removed)).toEqual([addition, ...addition.alternatives].map((p) => p.removes));
          now = [...now, ...addition.buckets];
          seen += 1;
          others += addition.alternatives.length;
        }
      }),
      { numRuns: cases(50, 2_000) },
    );
    expect(Math.min(seen, others)).toBeGreaterThan(cases(20, 800));
  });

  it("is spread over days, none of them closed, and priced by what it keeps", async () => {
    const claim = (i: number): OpenClaim => ({
      id: `c${i}`,
      service: "PHYSIO",
      under: "BASE",
      channels: ["IN_PERSON"],
      child: false,
      languages: i === 3 ? 2 : 0,
      ...(i === 5 && { gender: "FEMALE" as const }),
      lat: 55,
      lon: 9,
      postalCode: "6000",
      radiusKm: 10,
      earliestOn: DAY_ZERO,
      targetOn: DAY_ZERO + 4,
      deadlineOn: DAY_ZERO + 4,
      waitingSince: i,
    });
    const claims = Array.from({ length: 9 }, (_, i) => claim(i));
    const [addition, ...rest] = await propose(claims, [], new Set(claims.map(({ id }) => id)));
    expect(rest).toEqual([]);
    expect(addition!.buckets.map(({ dayOn, units }) => [dayOn - DAY_ZERO, units])).toEqual([
      [1, 3],
      [3, 3],
      [4, 3],
    ]);
    expect(addition).toMatchObject({ units: 9, removes: 9, costPerKeptMinor: 50_000, clinicId: null });
    expect(addition!.buckets[0]).toMatchObject({ gender: "FEMALE", languages: 2, treatsChildren: false, channel: "IN_PERSON" });
  });
});
