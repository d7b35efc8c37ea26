import { describe, expect, it } from "@jest/globals";
import { certificatesOf } from "../../src/matching/certificate.js";
import { checkPromise, type FaultKind } from "../../src/matching/checker.js";
import { solvePlan } from "../../src/matching/matching.js";
import type { Certificate, OpenClaim, Plan, UnitBucket } from "../../src/matching/model.js";
import { DAY_ZERO } from "./instances.js";

const claim = (id: string, more: Partial<OpenClaim> = {}): OpenClaim => ({
  id,
  service: "PHYSIO",
  under: "BASE",
  channels: ["IN_PERSON"],
  child: false,
  languages: 0,
  lat: 55,
  lon: 9,
  postalCode: "6000",
  radiusKm: 10,
  earliestOn: DAY_ZERO,
  targetOn: DAY_ZERO + 1,
  deadlineOn: DAY_ZERO + 3,
  waitingSince: 0,
  ...more,
});
const bucket = (id: string, more: Partial<UnitBucket> = {}): UnitBucket => ({
  id,
  clinicId: "k1",
  service: "PHYSIO",
  channel: "IN_PERSON",
  treatsChildren: false,
  languages: 1,
  lat: 55.01,
  lon: 9,
  dayOn: DAY_ZERO + 1,
  units: 1,
  ...more,
});
const claims = [claim("a"), claim("b"), claim("c"), claim("child", { child: true }), claim("far", { lat: 56 })];
const buckets = [
  bucket("one"),
  bucket("two", { dayOn: DAY_ZERO + 2 }),
  bucket("late", { dayOn: DAY_ZERO + 5 }),
  bucket("kids", { treatsChildren: true, dayOn: DAY_ZERO }),
  bucket("farther", { lat: 56.5 }),
  bucket("online", { channel: "ONLINE" }),
];
const { graph, plan } = solvePlan([...claims, claim("d")], buckets);
const certificates = certificatesOf(graph);
const faults = (p: Plan, certs: readonly Certificate[] = certificates): FaultKind[] =>
  checkPromise([...claims, claim("d")], buckets, p, certs).map((fault) => fault.kind);
const put = (claimId: string, bucketId: string): Plan => ({
  assignments: [...plan.assignments.filter((a) => a.claimId !== claimId), { claimId, bucketId }],
  unplaced: plan.unplaced.filter((id) => id !== claimId),
});
const main = certificates.find((c) => c.buckets.length > 0)!;
const sabotaged = (more: Partial<Certificate>): Certificate[] => certificates.map((c) => (c === main ? { ...c, ...more } : c));

describe("the checker", () => {
  it("accepts the plan and the certificates of the matching", () => {
    expect(plan.assignments.length).toBe(3);
    expect(faults(plan)).toEqual([]);
  });

  it.each<[string, Plan, FaultKind]>([
    [
      "a unit used twice",
      put(
        plan.unplaced.find((id) => id !== "far" && id !== "child")!,
        "one",
      ),
      "UNITS_OVERUSED",
    ],
    ["a day past the deadline", put("a", "late"), "OUTSIDE_DATES"],
    ["a child where only adults are treated", put("child", "one"), "EDGE_NOT_ALLOWED"],
    ["a clinic outside the radius", put("far", "farther"), "EDGE_NOT_ALLOWED"],
    ["a channel the member did not allow", put("a", "online"), "EDGE_NOT_ALLOWED"],
    ["a bucket that does not exist", put("a", "nowhere"), "UNKNOWN_BUCKET"],
    ["a claim that does not exist", { ...plan, unplaced: [...plan.unplaced, "ghost"] }, "UNKNOWN_CLAIM"],
    ["a claim placed and unplaced at once", { ...plan, unplaced: [...plan.unplaced, plan.assignments[0]!.claimId] }, "CLAIM_TWICE"],
    ["a claim left out", { ...plan, assignments: plan.assignments.slice(1) }, "CLAIM_FORGOTTEN"],
    [
      "a claim given up although a plan could place it",
      { assignments: plan.assignments.slice(1), unplaced: [...plan.unplaced, plan.assignments[0]!.claimId] },
      "NOT_OPTIMAL",
    ],
  ])("rejects a plan with %s", (_, corrupted, kind) => expect(faults(corrupted)).toContain(kind));

  it.each<[string, Certificate[], FaultKind]>([
    [
      "a unit concealed",
      sabotaged({ buckets: main.buckets.slice(1), units: main.units - 1, deficiency: main.deficiency + 1 }),
      "EDGE_LEAVES_SET",
    ],
    ["a missing number that is not the difference", sabotaged({ deficiency: main.deficiency + 1 }), "WRONG_DEFICIENCY"],
    ["more units counted than there are", sabotaged({ units: main.units + 1, deficiency: main.deficiency - 1 }), "WRONG_DEFICIENCY"],
    ["enough units for its claims", sabotaged({ claims: main.claims.slice(0, main.units), deficiency: 0 }), "NOT_SHORT"],
    ["a claim counted in two sets", [...certificates, main], "CLAIM_IN_TWO_CERTIFICATES"],
    ["an unknown claim", sabotaged({ claims: [...main.claims, "ghost"], deficiency: main.deficiency + 1 }), "UNKNOWN_CLAIM"],
    ["an unknown bucket", sabotaged({ buckets: [...main.buckets, "nowhere"] }), "UNKNOWN_BUCKET"],
    ["an unplaced claim it does not explain", certificates.filter((c) => c !== main), "UNPLACED_WITHOUT_CERTIFICATE"],
  ])("rejects a certificate with %s", (_, corrupted, kind) => expect(faults(plan, corrupted)).toContain(kind));
});
