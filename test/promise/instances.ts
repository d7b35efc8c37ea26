import fc from "fast-check";
import { checkWitness } from "../../src/matching/checker.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";

const service = fc.constantFrom("PSYCHOLOGIST", "PHYSIO");
// now and then a unit serves both services: then the two compete for it and belong to one pool
const serves = fc.option(fc.constant(["PHYSIO", "PSYCHOLOGIST"]), { nil: undefined, freq: 2 });
const POOL = "ALL";
const channel = fc.constantFrom("IN_PERSON" as const, "ONLINE" as const, "PHONE" as const);
// five towns on a line about 11 km apart, so that radii of 5, 15 and 25 km all mean something
const town = fc.integer({ min: 0, max: 4 });
const gender = fc.option(fc.constantFrom("FEMALE" as const, "MALE" as const), { nil: undefined, freq: 5 });
export const DAY_ZERO = 20_780;

export const someClaim = (id: string): fc.Arbitrary<OpenClaim> =>
  fc
    .record({
      service,
      channels: fc.uniqueArray(channel, { minLength: 1 }),
      child: fc.boolean(),
      languages: fc.constantFrom(0, 0, 1, 2, 3),
      gender,
      designated: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined, freq: 4 }),
      practitioner: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined, freq: 2 }),
      town,
      radiusKm: fc.constantFrom(5, 15, 25),
      from: fc.integer({ min: 0, max: 3 }),
      days: fc.integer({ min: 0, max: 40 }),
      under: fc.constantFrom("BASE", "EXTRA"),
      waitingSince: fc.nat(3),
    })
    .map(({ gender, designated, practitioner, town, from, days, ...rest }) => ({
      id,
      pool: POOL,
      ...rest,
      ...(gender && { gender }),
      ...(designated !== undefined && {
        clinicId: `k${designated}`,
        ...(practitioner !== undefined && { practitionerId: `p${practitioner}` }),
      }),
      lat: 55 + town / 10,
      lon: 9,
      postalCode: String(6000 + town),
      earliestOn: DAY_ZERO + from,
      targetOn: DAY_ZERO + from + Math.floor(days / 2),
      deadlineOn: DAY_ZERO + from + days,
    }));

export const someBucket = (id: string): fc.Arbitrary<UnitBucket> =>
  fc
    .record({
      clinic: fc.integer({ min: 0, max: 3 }),
      practitioner: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined, freq: 2 }),
      service,
      serves,
      adults: fc.option(fc.constant(false as const), { nil: undefined, freq: 4 }),
      channel,
      treatsChildren: fc.boolean(),
      languages: fc.constantFrom(1, 2, 3),
      gender,
      town,
      day: fc.oneof(fc.integer({ min: -2, max: 6 }), fc.integer({ min: -40, max: 70 })),
      units: fc.integer({ min: 0, max: 2 }),
      covers: fc.option(fc.constantFrom(["BASE"], ["BASE", "EXTRA"]), { nil: undefined }),
    })
    .map(({ clinic, practitioner, gender, town, day, covers, serves, adults, ...rest }) => ({
      id,
      pool: POOL,
      clinicId: `k${clinic}`,
      ...rest,
      ...(serves && { serves }),
      ...(adults === false && { adults }),
      ...(gender && { gender }),
      ...(practitioner !== undefined && { practitionerId: `p${practitioner}` }),
      ...(covers && { covers }),
      lat: 55.01 + town / 10,
      lon: 9.01,
      dayOn: DAY_ZERO + day,
    }));

/** Plain wishes, so that claims compete: the dense end of what can happen. */
export const easyClaim = (id: string): fc.Arbitrary<OpenClaim> =>
  fc
    .record({ town, days: fc.integer({ min: 0, max: 3 }), radiusKm: fc.constantFrom(5, 15), waitingSince: fc.nat(3) })
    .map(({ town, days, radiusKm, waitingSince }) => ({
      id,
      service: "PHYSIO",
      pool: POOL,
      under: "BASE",
      channels: ["IN_PERSON" as const],
      child: false,
      languages: 0,
      lat: 55 + town / 10,
      lon: 9,
      postalCode: String(6000 + town),
      radiusKm,
      earliestOn: DAY_ZERO,
      targetOn: DAY_ZERO + 1,
      deadlineOn: DAY_ZERO + days,
      waitingSince,
    }));

export const easyBucket = (id: string): fc.Arbitrary<UnitBucket> =>
  fc.record({ town, day: fc.integer({ min: 0, max: 3 }), units: fc.integer({ min: 0, max: 2 }) }).map(({ town, day, units }) => ({
    id,
    clinicId: `k${town}`,
    service: "PHYSIO",
    pool: POOL,
    channel: "IN_PERSON" as const,
    treatsChildren: true,
    languages: 1,
    lat: 55.01 + town / 10,
    lon: 9.01,
    dayOn: DAY_ZERO + day,
    units,
  }));

const many = <T>(most: number, make: (i: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.integer({ min: 0, max: most }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => make(i))) as fc.Arbitrary<T[]>);

export const instance = (claims: number, buckets: number): fc.Arbitrary<{ claims: OpenClaim[]; buckets: UnitBucket[] }> =>
  fc.oneof(
    fc.record({ claims: many(claims, (i) => easyClaim(`c${i}`)), buckets: many(buckets, (i) => easyBucket(`b${i}`)) }),
    fc.record({ claims: many(claims, (i) => someClaim(`c${i}`)), buckets: many(buckets, (i) => someBucket(`b${i}`)) }),
    fc.record({
      claims: many(claims, (i) => fc.oneof(easyClaim(`c${i}`), someClaim(`c${i}`))),
      buckets: many(buckets, (i) => fc.oneof(easyBucket(`b${i}`), someBucket(`b${i}`))),
    }),
  );

/** By trying every possibility; the edges are the checker's, one question each. */
export function mostPlaceable(claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): number {
  const edges = claims.map((claim) =>
    buckets.flatMap((bucket, b) =>
      checkWitness([claim], [{ ...bucket, units: 1 }], { assignments: [{ claimId: claim.id, bucketId: bucket.id }], unplaced: [] })
        .length === 0
        ? [b]
        : [],
    ),
  );
  const known = new Map<string, number>();
  const best = (c: number, left: number[]): number => {
    if (c === claims.length) return 0;
    const key = `${c}:${left.join()}`;
    let most = known.get(key);
    if (most === undefined) {
      most = best(c + 1, left);
      for (const b of edges[c]!)
        if (left[b]! > 0)
          most = Math.max(
            most,
            1 +
              best(
                c + 1,
                left.map((n, i) => (i === b ? n - 1 : n)),
              ),
          );
      known.set(key, most);
    }
    return most;
  };
  return best(
    0,
    buckets.map((bucket) => bucket.units),
  );
}
