/**
 * What capacity would remove a shortage: units at a clinic that already treats such cases, on the day that suits most of them.
 * Each proposal is tried in the plan, and stands with the number of claims it was seen to place.
 */
import type { CapacityGraph, Lane } from "./graph.js";
import type { LivePlan } from "./incremental.js";
import type { Certificate, OpenClaim, UnitBucket } from "./model.js";

export type Addition = {
  readonly bucket: UnitBucket;
  /** Null: no clinic around offers it; a new one at this place would have to. */
  readonly clinicId: string | null;
  readonly units: number;
  /** Claims that find a place because of it; as many as units. */
  readonly removes: number;
};

/** Clinics compared for one shortage, and clinic-days proposed for it. */
const COMPARED = 8;
const PROPOSED = 6;

/** Adds to `live` what it proposes, so that proposals for several shortages add up. */
export function additionsFor(live: LivePlan, certificates: readonly Certificate[], isWorkingDay: (day: number) => boolean): Addition[] {
  const proposals: Addition[] = [];
  for (const certificate of certificates) {
    for (let i = 0; i < PROPOSED; i++) {
      const waiting = certificate.claims.filter((id) => live.placeOf(id) === null);
      if (waiting.length === 0) break;
      const best = bestOf(live, certificate, waiting.length, isWorkingDay, proposals.length);
      if (best === null) break;
      live.setBucket(best.bucket);
      proposals.push(best);
    }
  }
  return proposals;
}

function bestOf(
  live: LivePlan,
  { claims }: Certificate,
  missing: number,
  isWorkingDay: (day: number) => boolean,
  number: number,
): Addition | null {
  const candidates = candidatesFor(live.graph, claims, isWorkingDay);
  let best: Addition | null = null;
  candidates.forEach((candidate, i) => {
    const bucket = { ...candidate.bucket, id: `added-${number}-${i}-of-${missing}`, units: missing };
    const before = live.unplacedCount;
    live.setBucket(bucket);
    const removes = before - live.unplacedCount;
    live.withdraw(bucket.id);
    if (removes > (best?.removes ?? 0))
      best = { bucket: { ...bucket, units: removes }, clinicId: candidate.clinicId, units: removes, removes };
  });
  return best;
}

type Candidate = { readonly bucket: Omit<UnitBucket, "id" | "units">; readonly clinicId: string | null; readonly reach: number };

function candidatesFor(graph: CapacityGraph, claimIds: readonly string[], isWorkingDay: (day: number) => boolean): Candidate[] {
  const claimsOf = new Map<number, OpenClaim[]>();
  const all: OpenClaim[] = [];
  for (const id of claimIds) {
    const at = graph.claims.get(id);
    const claim = at === undefined ? undefined : graph.claimAt[at];
    if (at === undefined || claim === undefined) continue;
    all.push(claim);
    for (const lane of graph.groupAt[at]?.lanes ?? []) claimsOf.set(lane, [...(claimsOf.get(lane) ?? []), claim]);
  }
  const known = [...claimsOf].map(([lane, claims]) => offered(graph.lanes[lane]!, graph, claims, isWorkingDay));
  const found = known.length > 0 ? known : newPlaces(all, isWorkingDay);
  return found.sort((a, b) => b.reach - a.reach).slice(0, COMPARED);
}

function offered(lane: Lane, graph: CapacityGraph, claims: readonly OpenClaim[], isWorkingDay: (day: number) => boolean): Candidate {
  const { service_, ...kind } = lane;
  const { day, reach } = bestDay(claims, isWorkingDay);
  return { bucket: { ...kind, pool: graph.services[service_]!, dayOn: day }, clinicId: lane.clinicId, reach };
}

/** Where nobody offers it: at the homes of those who wait, open to all of them. */
function newPlaces(claims: readonly OpenClaim[], isWorkingDay: (day: number) => boolean): Candidate[] {
  return claims.slice(0, COMPARED).map((claim) => {
    const channel = claim.channels.includes("IN_PERSON") ? "IN_PERSON" : (claim.channels[0] ?? "ONLINE");
    const { day, reach } = bestDay(claims, isWorkingDay);
    const place = { lat: claim.lat, lon: claim.lon };
    const kind = {
      service: claim.service,
      ...(claim.pool === undefined ? {} : { pool: claim.pool }),
      channel,
      treatsChildren: true,
      languages: -1,
    } as const;
    return {
      bucket: {
        clinicId: `new clinic near ${claim.postalCode}`,
        ...kind,
        ...(claim.gender ? { gender: claim.gender } : {}),
        ...place,
        dayOn: day,
      },
      clinicId: null,
      reach,
    };
  });
}

/** The working day inside most of their windows; the earliest of equals. */
function bestDay(claims: readonly OpenClaim[], isWorkingDay: (day: number) => boolean): { day: number; reach: number } {
  const days = [...new Set(claims.flatMap((claim) => [claim.earliestOn, claim.deadlineOn]))].sort((a, b) => a - b);
  const open = days.map((day) => workingDayBefore(day, isWorkingDay));
  let best = { day: open[0] ?? 0, reach: 0 };
  for (const day of open) {
    const reach = claims.filter((claim) => claim.earliestOn <= day && day <= claim.deadlineOn).length;
    if (reach > best.reach) best = { day, reach };
  }
  return best;
}

function workingDayBefore(day: number, isWorkingDay: (day: number) => boolean): number {
  let at = day;
  for (let i = 0; i < 14 && !isWorkingDay(at); i++) at -= 1;
  return at;
}
