import { solvePlan } from "../../../matching/matching.js";
import type { World } from "./world.js";

/**
 * What nobody can beat: the most promises that could have been kept by somebody who had known the whole half year, every
 * report and every withdrawal, on its first morning. An upper bound, not a way of booking.
 */
export function offlineOptimum(world: World): number {
  const last = world.days.at(-1) ?? 0;
  const gone = new Set([...world.withdrawn.values()].flat());
  const buckets = [...world.published.values()].flat().filter((bucket) => !gone.has(bucket.id));
  const claims = [...world.arrivals.values()].flat().map(({ claim }) => claim);
  const { plan } = solvePlan(
    claims.filter((claim) => claim.deadlineOn <= last),
    buckets,
  );
  return plan.assignments.length;
}
