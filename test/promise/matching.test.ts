import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { certificateFor, certificatesOf, describeCertificate } from "../../src/matching/certificate.js";
import { checkPromise } from "../../src/matching/checker.js";
import { solvePlan } from "../../src/matching/matching.js";
import type { OpenClaim, UnitBucket } from "../../src/matching/model.js";
import { DAY_ZERO, instance, mostPlaceable } from "./instances.js";

const claim = (id: string, more: Partial<OpenClaim> = {}): OpenClaim => ({
  id,
  service: "PHYSIO",
  under: "BASE",
  channels: ["IN_PERSON"],
  child: false,
  languages: 0,
  lat: 55.47,
  lon: 8.45,
  postalCode: "6700",
  radiusKm: 30,
  earliestOn: DAY_ZERO,
  targetOn: DAY_ZERO + 4,
  deadlineOn: DAY_ZERO + 9,
  waitingSince: 0,
  ...more,
});
const bucket = (id: string, more: Partial<UnitBucket> = {}): UnitBucket => ({
  id,
  clinicId: "k1",
  service: "PHYSIO",
  channel: "IN_PERSON",
  treatsChildren: true,
  languages: 1,
  lat: 55.47,
  lon: 8.45,
  dayOn: DAY_ZERO + 2,
  units: 1,
  ...more,
});

describe("a plan", () => {
  it("places as many claims as any plan can, and proves it", () => {
    fc.assert(
      fc.property(instance(8, 7), ({ claims, buckets }) => {
        const { graph, plan } = solvePlan(claims, buckets);
        const certificates = certificatesOf(graph);
        expect(checkPromise(claims, buckets, plan, certificates)).toEqual([]);
        expect(plan.assignments.length).toBe(mostPlaceable(claims, buckets));
        expect(certificates.reduce((sum, c) => sum + c.deficiency, 0)).toBe(plan.unplaced.length);
      }),
    );
  });

  it("does not depend on the order of the input", () => {
    fc.assert(
      fc.property(instance(12, 10), fc.integer(), ({ claims, buckets }, seed) => {
        const shuffle = <T extends { id: string }>(list: T[]): T[] =>
          [...list].sort((a, b) => ((a.id.charCodeAt(1) * 7919 + seed) % 13) - ((b.id.charCodeAt(1) * 7919 + seed) % 13));
        expect(solvePlan(shuffle(claims), shuffle(buckets)).plan).toEqual(solvePlan(claims, buckets).plan);
      }),
    );
  });

  it("prefers a day on target to a shorter drive, and a short drive to a remote unit far from need", () => {
    const choices = [bucket("near-late", { dayOn: DAY_ZERO + 6 }), bucket("far-on-target", { lat: 55.6, clinicId: "k2" })];
    expect(solvePlan([claim("a")], choices).plan.assignments).toEqual([{ claimId: "a", bucketId: "far-on-target" }]);
    const channels = [bucket("near"), bucket("online", { channel: "ONLINE", lat: 57, clinicId: "k3" })];
    expect(solvePlan([claim("a", { channels: ["IN_PERSON", "ONLINE"] })], channels).plan.assignments).toEqual([
      { claimId: "a", bucketId: "near" },
    ]);
  });
});

describe("a certificate", () => {
  it("is minimal: without any one of its claims it proves less", () => {
    fc.assert(
      fc.property(instance(8, 5), ({ claims, buckets }) => {
        for (const whole of certificatesOf(solvePlan(claims, buckets).graph)) {
          const inside = claims.filter((c) => whole.claims.includes(c.id));
          for (const left of inside) {
            const rest = inside.filter((c) => c !== left);
            expect(rest.length - mostPlaceable(rest, buckets)).toBe(whole.deficiency - 1);
          }
        }
      }),
    );
  });

  it("of one claim is exactly one unit short", () => {
    fc.assert(
      fc.property(instance(10, 6), ({ claims, buckets }) => {
        const { graph, plan } = solvePlan(claims, buckets);
        for (const id of plan.unplaced) {
          const own = certificateFor(graph, id)!;
          expect(own.claims).toContain(id);
          const inside = claims.filter((c) => own.claims.includes(c.id));
          expect(own.deficiency).toBe(1);
          expect(inside.length - mostPlaceable(inside, buckets)).toBe(1);
        }
      }),
    );
  });

  it("reads as a sentence with service, area, last day and what is missing", () => {
    const claims = Array.from({ length: 14 }, (_, i) =>
      claim(`c${i}`, { service: "PSYCHOLOGIST", postalCode: String(6700 + (i % 6)), deadlineOn: 20_783 }),
    );
    const { graph } = solvePlan(claims, [bucket("b", { service: "PSYCHOLOGIST", units: 9 })]);
    const names = { serviceName: (s: string) => s.toLowerCase(), placeName: () => "Esbjerg" };
    const [only, ...others] = certificatesOf(graph);
    expect(others).toEqual([]);
    expect(describeCertificate(only!, (id) => claims.find((c) => c.id === id)!, names)).toBe(
      "14 psychologist claims from 6 postal codes around Esbjerg until Thursday 2026-11-26, 9 units: 5 short",
    );
  });
});
