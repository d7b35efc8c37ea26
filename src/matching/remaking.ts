/**
 * A plan of other claims and units, decided from the first in turn on, on the tables of an earlier one, which is given up with it. Of many
 * changes that takes less than one after the other, and less than a plan from nothing: who may use which lanes is known already.
 */
import { LivePlan } from "./incremental.js";
import { placeClaims } from "./matching.js";
import type { OpenClaim, UnitBucket } from "./model.js";
import { AlternatingSearch } from "./search.js";

/** A claim that is told anew is another; buckets of one id differ in their units alone. */
export function* remaking({ graph }: LivePlan, claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Generator<void, LivePlan> {
  const wanted = new Map(claims.map((claim) => [claim.id, claim]));
  const units = new Map(buckets.map((bucket) => [bucket.id, bucket.units]));
  for (const [id, at] of [...graph.claims]) {
    if (graph.cellOf[at]! >= 0) graph.unseat(at);
    if (wanted.get(id) !== graph.claimAt[at]) graph.removeClaim(at);
    yield;
  }
  for (const id of graph.buckets.keys()) if (!units.has(id)) graph.setUnits(graph.cellOfBucket(id), 0);
  for (const bucket of buckets) {
    graph.setUnits(graph.addBucket(bucket), bucket.units);
    yield;
  }
  for (const claim of claims) {
    if (!graph.claims.has(claim.id)) graph.addClaim(claim);
    yield;
  }
  const search = new AlternatingSearch(graph);
  const unplaced = yield* placeClaims(graph, search);
  return new LivePlan(claims, buckets, { graph, search, unplaced });
}
