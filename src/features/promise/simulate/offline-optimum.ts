import { costOfPlan } from "../../../matching/preference.js";
import { solvePlan } from "../../../matching/matching.js";
import type { World } from "./world.js";

/**
 * What nobody can beat: the most promises that could have been kept by somebody who had known the whole half year, every
 * report and every withdrawal, on its first morning, and of all ways to keep so many the one with the most on target. An upper bound,
 * not a way of booking: it lets whoever is late wait to the last day, so that the days before are left to those who come later.
 */
export function offlineOptimum(world: World): { readonly kept: number; readonly onTarget: number } {
  const last = world.days.at(-1) ?? 0;
  const gone = new Set([...world.withdrawn.values()].flat());
  const buckets = [...world.published.values()].flat().filter((bucket) => !gone.has(bucket.id));
  const claims = [...world.arrivals.values()].flat().map(({ claim }) => claim);
  const { graph, plan } = solvePlan(
    claims.filter((claim) => claim.deadlineOn <= last),
    buckets,
  );
  const kept = plan.assignments.length;
  return { kept, onTarget: kept - costOfPlan(graph).late };
}
