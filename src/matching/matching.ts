/**
 * From open claims and free units to a plan that places as many claims as can be placed, and places them well.
 *
 * 1. One claim after the other in turn (turn.ts), each on its cheapest unused unit, or where none is left by an augmenting path that
 *    moves others. What a search without a path saw is closed for good, and is the Hall set of the certificates.
 * 2. Of all ways to place these claims the best: most on target, then the fewest kilometres, then the fewest changes (preference.ts).
 *
 * Input order does not matter: both sides are sorted by id first.
 */
import { CapacityGraph } from "./graph.js";
import { preferring } from "./preference.js";
import { AlternatingSearch, costOf, lowestBit } from "./search.js";
import type { Assignment, OpenClaim, Plan, UnitBucket } from "./model.js";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The graph of an instance, a step at a time: whoever has other things to do takes a break between steps. */
export function* building(claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Generator<void, CapacityGraph> {
  let first = Infinity;
  let last = -Infinity;
  for (const bucket of buckets) {
    if (bucket.dayOn < first) first = bucket.dayOn;
    if (bucket.dayOn > last) last = bucket.dayOn;
  }
  const graph = Number.isFinite(first) ? new CapacityGraph(first, last) : new CapacityGraph(0, 0);
  for (const bucket of [...buckets].sort(byId)) {
    graph.setUnits(graph.addBucket(bucket), bucket.units);
    yield;
  }
  for (const claim of [...claims].sort(byId)) {
    graph.addClaim(claim);
    yield;
  }
  return graph;
}

export function buildGraph(claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): CapacityGraph {
  return atOnce(building(claims, buckets));
}

/** All steps without a break. */
export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The cheapest unused unit, or -1. Lanes come nearest first, so the scan stops when the drive alone costs more. */
export function cheapestFreeCell(graph: CapacityGraph, claim: number): number {
  const { lanes, km } = graph.groupAt[claim]!;
  let best = -1;
  let bestCost = Infinity;
  for (let i = 0; i < lanes.length && km[i]! < bestCost; i++) {
    for (let w = 0; w < graph.words; w++) {
      const word = lanes[i]! * graph.words + w;
      const bits = graph.free[word]! & graph.windowBits(claim, w);
      if (bits === 0) continue;
      // within a lane the first unused day is the cheapest: cost only rises with the day
      const bit = lowestBit(bits);
      const cost = costOf(graph, claim, km[i]!, graph.firstDay + w * 32 + bit);
      if (cost < bestCost) {
        best = word * 32 + bit;
        bestCost = cost;
      }
      break;
    }
  }
  return best;
}

/**
 * In turn, so that who waits is who the rule says (turn.ts): a claim that cannot be placed beside those before it never can be beside
 * those after it. Leaves in `search` the closed set of the claims that no plan can place; answers who they are.
 */
export function* placeClaims(graph: CapacityGraph, search: AlternatingSearch): Generator<void, number[]> {
  const unplaced: number[] = [];
  search.sync();
  for (const claim of graph.inTurn()) {
    const cell = cheapestFreeCell(graph, claim);
    if (cell >= 0) graph.seat(claim, cell);
    else if (!search.place(claim)) unplaced.push(claim);
    yield;
  }
  return unplaced;
}

export function placeAll(graph: CapacityGraph, search: AlternatingSearch): number[] {
  return atOnce(placeClaims(graph, search));
}

export function readPlan(graph: CapacityGraph): Plan {
  const assignments: Assignment[] = [];
  const unplaced: string[] = [];
  for (const [claimId, at] of graph.claims) {
    const cell = graph.cellOf[at]!;
    if (cell < 0) unplaced.push(claimId);
    else assignments.push({ claimId, bucketId: graph.bucketOfCell(cell) });
  }
  assignments.sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  return { assignments, unplaced: unplaced.sort() };
}

export function solvePlan(
  claims: readonly OpenClaim[],
  buckets: readonly UnitBucket[],
): { readonly graph: CapacityGraph; readonly plan: Plan } {
  const graph = buildGraph(claims, buckets);
  placeAll(graph, new AlternatingSearch(graph));
  atOnce(preferring(graph));
  return { graph, plan: readPlan(graph) };
}
