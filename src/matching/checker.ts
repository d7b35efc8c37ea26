/**
 * Reads a plan and its certificates against the claims and units they speak of, and believes neither. It shares no code
 * with the matching: the rule of who may use what is written here a second time, with another distance formula and plain
 * loops. When everything holds the plan is proved as good as any: the certificates say that at least so many claims must
 * stay unplaced, and exactly so many do.
 */
import type { Certificate, OpenClaim, Plan, UnitBucket } from "./model.js";

export type Fault = { readonly kind: FaultKind; readonly detail: string };
export type FaultKind =
  | "UNKNOWN_CLAIM"
  | "UNKNOWN_BUCKET"
  | "CLAIM_TWICE"
  | "CLAIM_FORGOTTEN"
  | "UNITS_OVERUSED"
  | "EDGE_NOT_ALLOWED"
  | "OUTSIDE_DATES"
  | "CLAIM_IN_TWO_CERTIFICATES"
  | "WRONG_DEFICIENCY"
  | "NOT_SHORT"
  | "EDGE_LEAVES_SET"
  | "UNPLACED_WITHOUT_CERTIFICATE"
  | "NOT_OPTIMAL";

/** Two formulas for one distance differ in the last digits; a centimetre at the rim is nobody's fault. */
const RIM_KM = 0.00001;

export function checkPromise(
  claims: readonly OpenClaim[],
  buckets: readonly UnitBucket[],
  plan: Plan,
  certificates: readonly Certificate[],
): Fault[] {
  return [...checkWitness(claims, buckets, plan), ...checkCertificates(claims, buckets, plan, certificates)];
}

export function checkWitness(claims: readonly OpenClaim[], buckets: readonly UnitBucket[], plan: Plan): Fault[] {
  const faults: Fault[] = [];
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const bucketById = new Map(buckets.map((bucket) => [bucket.id, bucket]));
  const mentioned = new Set<string>();
  const taken = new Map<string, number>();
  const mention = (id: string): void => {
    if (!claimById.has(id)) faults.push({ kind: "UNKNOWN_CLAIM", detail: id });
    if (mentioned.has(id)) faults.push({ kind: "CLAIM_TWICE", detail: id });
    mentioned.add(id);
  };
  for (const { claimId, bucketId } of plan.assignments) {
    mention(claimId);
    const claim = claimById.get(claimId);
    const bucket = bucketById.get(bucketId);
    if (!bucket) faults.push({ kind: "UNKNOWN_BUCKET", detail: bucketId });
    if (!claim || !bucket) continue;
    taken.set(bucketId, (taken.get(bucketId) ?? 0) + 1);
    if (bucket.dayOn > claim.deadlineOn || bucket.dayOn < claim.earliestOn)
      faults.push({ kind: "OUTSIDE_DATES", detail: `${claimId} on ${bucketId}` });
    if (!suits(claim, bucket) || outOfReachKm(claim, bucket) > RIM_KM)
      faults.push({ kind: "EDGE_NOT_ALLOWED", detail: `${claimId} on ${bucketId}` });
  }
  for (const id of plan.unplaced) mention(id);
  for (const [id, count] of taken)
    if (count > bucketById.get(id)!.units)
      faults.push({ kind: "UNITS_OVERUSED", detail: `${id}: ${count} of ${bucketById.get(id)!.units}` });
  for (const claim of claims) if (!mentioned.has(claim.id)) faults.push({ kind: "CLAIM_FORGOTTEN", detail: claim.id });
  return faults;
}

function checkCertificates(
  claims: readonly OpenClaim[],
  buckets: readonly UnitBucket[],
  plan: Plan,
  certificates: readonly Certificate[],
): Fault[] {
  const faults: Fault[] = [];
  const claimById = new Map(claims.map((claim) => [claim.id, claim]));
  const bucketById = new Map(buckets.map((bucket) => [bucket.id, bucket]));
  const certified = new Set<string>();
  let total = 0;
  for (const certificate of certificates) {
    const name = `certificate of ${certificate.claims[0] ?? "nobody"}`;
    for (const id of certificate.claims) {
      if (!claimById.has(id)) faults.push({ kind: "UNKNOWN_CLAIM", detail: id });
      // counted twice, one claim would prove two places missing
      if (certified.has(id)) faults.push({ kind: "CLAIM_IN_TWO_CERTIFICATES", detail: id });
      certified.add(id);
    }
    let units = 0;
    const inside = new Set(certificate.buckets);
    for (const id of inside) {
      const bucket = bucketById.get(id);
      if (bucket) units += bucket.units;
      else faults.push({ kind: "UNKNOWN_BUCKET", detail: id });
    }
    if (certificate.units !== units || certificate.deficiency !== certificate.claims.length - units)
      faults.push({ kind: "WRONG_DEFICIENCY", detail: name });
    if (certificate.claims.length <= units) faults.push({ kind: "NOT_SHORT", detail: name });
    faults.push(...leaks(certificate, claimById, buckets, inside));
    total += certificate.deficiency;
  }
  for (const id of plan.unplaced) if (!certified.has(id)) faults.push({ kind: "UNPLACED_WITHOUT_CERTIFICATE", detail: id });
  if (total !== plan.unplaced.length) faults.push({ kind: "NOT_OPTIMAL", detail: `${plan.unplaced.length} unplaced, ${total} certified` });
  return faults;
}

function leaks(
  certificate: Certificate,
  claimById: ReadonlyMap<string, OpenClaim>,
  buckets: readonly UnitBucket[],
  inside: ReadonlySet<string>,
): Fault[] {
  const faults: Fault[] = [];
  for (const bucket of buckets) {
    if (bucket.units === 0 || inside.has(bucket.id)) continue;
    for (const id of certificate.claims) {
      const claim = claimById.get(id);
      if (!claim || bucket.dayOn < claim.earliestOn || bucket.dayOn > claim.deadlineOn) continue;
      if (suits(claim, bucket) && outOfReachKm(claim, bucket) < -RIM_KM)
        faults.push({ kind: "EDGE_LEAVES_SET", detail: `${id} to ${bucket.id}` });
    }
  }
  return faults;
}

function suits(claim: OpenClaim, bucket: UnitBucket): boolean {
  if (!(bucket.serves ?? [bucket.service]).some((service) => service === claim.service)) return false;
  if (!claim.channels.some((channel) => channel === bucket.channel)) return false;
  if (claim.child && !bucket.treatsChildren) return false;
  if (!claim.child && bucket.adults === false) return false;
  if (claim.languages !== 0 && (claim.languages & bucket.languages) === 0) return false;
  if (claim.gender !== undefined && claim.gender !== bucket.gender) return false;
  if (claim.clinicId !== undefined && claim.clinicId !== bucket.clinicId) return false;
  if (claim.practitionerId !== undefined && claim.practitionerId !== bucket.practitionerId) return false;
  return bucket.covers === undefined || bucket.covers.some((cover) => cover === claim.under);
}

/** Kilometres beyond the radius, negative inside it: the angle between two unit vectors, from chord and sum. */
function outOfReachKm(claim: OpenClaim, bucket: UnitBucket): number {
  if (bucket.channel === "ONLINE" || bucket.channel === "PHONE") return -Infinity;
  const a = unitVector(claim.lat, claim.lon);
  const b = unitVector(bucket.lat, bucket.lon);
  const chord = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
  const sum = Math.hypot(a[0] + b[0], a[1] + b[1], a[2] + b[2]);
  return 6371.0088 * 2 * Math.atan2(chord, sum) - claim.radiusKm;
}

function unitVector(lat: number, lon: number): readonly [number, number, number] {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lon * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
