/** Changes a live plan into what the database says now, where they differ. Most readings differ in a handful of places. */
import { yieldBetweenSlices } from "./build-plan.js";
import type { LivePlan } from "../../../matching/incremental.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import type { PromiseInstance } from "./promise.store.js";

/**
 * A new day, another service, language or practitioner asked for changes what every bucket is called, and a rate that begins or ends or a
 * clinic that moves changes whom its units reach: then a plan is made anew.
 */
export function isSameShape(a: PromiseInstance, b: PromiseInstance): boolean {
  const languages = [...a.demand.languages.keys()].join() === [...b.demand.languages.keys()].join();
  return (
    a.today === b.today &&
    a.demand.mask === b.demand.mask &&
    a.demand.gender === b.demand.gender &&
    languages &&
    [...a.demand.practitioners].join() === [...b.demand.practitioners].join() &&
    poolsAgree(a, b) &&
    unitsAgree(a, b)
  );
}

function poolsAgree(a: PromiseInstance, b: PromiseInstance): boolean {
  const pools = new Map(a.claims.map((claim) => [claim.service, claim.pool]));
  return b.claims.every((claim) => pools.get(claim.service) === claim.pool);
}

/** Units that both know serve the same services from the same place. */
function unitsAgree(a: PromiseInstance, b: PromiseInstance): boolean {
  const before = new Map(a.buckets.map((bucket) => [bucket.id, bucket]));
  return b.buckets.every((bucket) => {
    const known = before.get(bucket.id);
    return known === undefined || reachOf(known) === reachOf(bucket);
  });
}

const reachOf = ({ service, serves = [service], lat, lon }: UnitBucket): string => [...serves, lat, lon].join();

/** Capacity that came is put in before claims that left are taken out, and both before anything is taken away. */
export async function bringUpToDate(live: LivePlan, next: Pick<PromiseInstance, "claims" | "buckets">): Promise<void> {
  const pause = yieldBetweenSlices();
  const wanted = new Map(next.claims.map((claim) => [claim.id, claim]));
  const buckets = new Map(next.buckets.map((bucket) => [bucket.id, bucket]));
  for (const bucket of next.buckets) {
    if (bucket.units > live.unitsOf(bucket.id)) live.setBucket(bucket);
    await pause();
  }
  for (const [id, at] of [...live.graph.claims]) {
    const claim = wanted.get(id);
    const known = live.graph.claimAt[at];
    if (claim === undefined || known === undefined || !isSameClaim(claim, known)) live.removeClaim(id);
    await pause();
  }
  for (const id of [...live.graph.buckets.keys()]) {
    const bucket = buckets.get(id);
    lower(live, id, bucket);
    await pause();
  }
  for (const claim of next.claims) {
    if (!live.has(claim.id)) live.addClaim(claim);
    await pause();
  }
}

function lower(live: LivePlan, id: string, bucket: UnitBucket | undefined): void {
  if (bucket === undefined) live.withdraw(id);
  else if (bucket.units < live.unitsOf(id)) live.setBucket(bucket);
}

function isSameClaim(a: OpenClaim, b: OpenClaim): boolean {
  return (
    a.earliestOn === b.earliestOn &&
    a.targetOn === b.targetOn &&
    a.deadlineOn === b.deadlineOn &&
    a.lat === b.lat &&
    a.lon === b.lon &&
    a.radiusKm === b.radiusKm &&
    a.languages === b.languages &&
    a.gender === b.gender &&
    a.clinicId === b.clinicId &&
    a.practitionerId === b.practitionerId &&
    a.under === b.under &&
    a.service === b.service &&
    a.child === b.child &&
    a.channels.join() === b.channels.join()
  );
}
