/**
 * What capacity would remove a shortage: units at a clinic that already treats such cases, on the day that suits most of them.
 * Each proposal is tried in the plan, and stands with the number of claims it was seen to place.
 */
import type { CapacityGraph, CapacityLane } from "../../../matching/graph.js";
import { yieldBetweenSlices } from "../plan/build-plan.js";
import { LivePlan } from "../../../matching/incremental.js";
import type { Certificate, OpenClaim, UnitBucket } from "../../../matching/model.js";

export type Addition = {
  readonly bucket: UnitBucket;
  /** Null: no clinic around offers it; a new one at this place would have to. */
  readonly clinicId: string | null;
  readonly units: number;
  /** Claims that find a place because of it; as many as units. */
  readonly removes: number;
};

/** Clinics compared for one shortage, and clinic-days proposed for it; a shortage too large for these needs more than a list. */
const COMPARED = 8;
const PROPOSED = 12;
/** Units one clinic can add on one day: eight hours of half an hour each. */
const MOST_PER_DAY = 16;

/**
 * Tried within the set of each certificate: its claims can reach no unit but its own, so every unit added for it places one
 * more of them, whoever else might like it. Sets share neither claims nor units, so their proposals add up.
 */
export async function additionsFor(
  live: LivePlan,
  certificates: readonly Certificate[],
  isWorkingDay: (day: number) => boolean,
): Promise<Addition[]> {
  const pause = yieldBetweenSlices();
  const proposals: Addition[] = [];
  for (const certificate of certificates) {
    const set = planOfSet(live, certificate);
    for (let i = 0; i < PROPOSED && set.unplacedCount > 0; i++) {
      await pause();
      const waiting = new Set(set.unplaced());
      const candidates = candidatesFor(live.graph, [...waiting], isWorkingDay);
      const best = bestOf(set, candidates, Math.min(waiting.size, MOST_PER_DAY), proposals.length);
      if (best === null) break;
      set.setBucket(best.bucket);
      proposals.push(best);
    }
  }
  return proposals;
}

function planOfSet(live: LivePlan, { claims, buckets }: Certificate): LivePlan {
  const { graph } = live;
  const inSet = claims.flatMap((id) => graph.claimAt[graph.claims.get(id) ?? -1] ?? []);
  const units = buckets.flatMap((id) => graph.buckets.get(id) ?? []).map((bucket) => ({ ...bucket, units: live.unitsOf(bucket.id) }));
  return new LivePlan(inSet, units);
}

function bestOf(set: LivePlan, candidates: readonly Candidate[], missing: number, number: number): Addition | null {
  const [widest] = candidates;
  // as many who wait can use it as it has units: each of them places one, and there is nothing to try
  if (widest && widest.reach >= missing) {
    const bucket = { ...widest.bucket, id: `added-${number}`, units: missing };
    return { bucket, clinicId: widest.clinicId, units: missing, removes: missing };
  }
  let best: Addition | null = null;
  candidates.forEach((candidate, i) => {
    const bucket = { ...candidate.bucket, id: `added-${number}-${i}`, units: missing };
    const before = set.unplacedCount;
    set.setBucket(bucket);
    const removes = before - set.unplacedCount;
    set.withdraw(bucket.id);
    if (removes > (best?.removes ?? 0))
      best = { bucket: { ...bucket, id: `added-${number}`, units: removes }, clinicId: candidate.clinicId, units: removes, removes };
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
    for (const lane of graph.groupAt[at]?.lanes ?? []) {
      const known = claimsOf.get(lane);
      if (known) known.push(claim);
      else claimsOf.set(lane, [claim]);
    }
  }
  const known = [...claimsOf].map(([lane, claims]) => offered(graph.lanes[lane]!, graph, claims, isWorkingDay));
  const found = known.length > 0 ? known : newPlaces(all, isWorkingDay);
  return found.sort((a, b) => b.reach - a.reach).slice(0, COMPARED);
}

function offered(
  lane: CapacityLane,
  graph: CapacityGraph,
  claims: readonly OpenClaim[],
  isWorkingDay: (day: number) => boolean,
): Candidate {
  const { service_, ...kind } = lane;
  const { day, reach } = bestDay(claims, isWorkingDay);
  return { bucket: { ...kind, pool: graph.services[service_]!, dayOn: day }, clinicId: lane.clinicId, reach };
}

/** Where nobody offers it: at the homes of those who wait, open to all of them; who has a designated clinic waits for that one alone. */
function newPlaces(claims: readonly OpenClaim[], isWorkingDay: (day: number) => boolean): Candidate[] {
  return claims.slice(0, COMPARED).map((claim) => {
    const channel = claim.channels.includes("IN_PERSON") ? "IN_PERSON" : (claim.channels[0] ?? "ONLINE");
    const { day, reach } = bestDay(
      claims.filter(({ clinicId, practitionerId }) => clinicId === claim.clinicId && practitionerId === claim.practitionerId),
      isWorkingDay,
    );
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
        clinicId: claim.clinicId ?? `new clinic near ${claim.postalCode}`,
        ...kind,
        ...(claim.gender ? { gender: claim.gender } : {}),
        ...(claim.practitionerId ? { practitionerId: claim.practitionerId } : {}),
        ...place,
        dayOn: day,
      },
      clinicId: claim.clinicId ?? null,
      reach,
    };
  });
}

/** The working day inside most of their windows; the earliest of equals. */
function bestDay(claims: readonly OpenClaim[], isWorkingDay: (day: number) => boolean): { day: number; reach: number } {
  const change = new Map<number, number>();
  for (const { earliestOn, deadlineOn } of claims) {
    const last = workingDayBefore(deadlineOn, isWorkingDay);
    if (last < earliestOn) continue;
    change.set(earliestOn, (change.get(earliestOn) ?? 0) + 1);
    change.set(last + 1, (change.get(last + 1) ?? 0) - 1);
  }
  let best = { day: claims[0]?.earliestOn ?? 0, reach: 0 };
  let open = 0;
  const days = [...change.keys()].sort((a, b) => a - b);
  days.forEach((from, i) => {
    open += change.get(from) ?? 0;
    // the windows open now are open until the next change: the last working day before it serves them all
    const day = workingDayBefore((days[i + 1] ?? from + 1) - 1, isWorkingDay);
    if (day >= from && open > best.reach) best = { day, reach: open };
  });
  return best;
}

function workingDayBefore(day: number, isWorkingDay: (day: number) => boolean): number {
  let at = day;
  for (let i = 0; i < 14 && !isWorkingDay(at); i++) at -= 1;
  return at;
}
