/**
 * From open claims and free units to a plan that places as many claims as can be placed, and places them well.
 *
 * 1. Greedy, the tightest deadline first, each claim on its cheapest unused unit (on target before late, then near, then
 *    soon; a remote unit counts as a short drive). This alone is near the optimum when capacity is ample.
 * 2. Augmenting paths for the rest, in phases that share their marks (Pothen and Fan's variant of Hopcroft-Karp). A phase
 *    that finds no path proves the plan maximal: what it saw is the Hall set of the certificates.
 * 3. Moves to unused units and swaps of two claims that lower the total cost. Neither changes how many are placed.
 *
 * Input order does not matter: both sides are sorted by id first.
 */
import { CapacityGraph } from "./graph.js";
import { AlternatingSearch, costOf, lowestBit } from "./search.js";
import type { Assignment, OpenClaim, Plan, UnitBucket } from "./model.js";

const SWAPS_TRIED_PER_CLAIM = 48;

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
export function cheapestFreeCell(graph: CapacityGraph, claim: number, below = Infinity): number {
  const { lanes, km } = graph.groupAt[claim]!;
  let best = -1;
  let bestCost = below;
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

/** Leaves in `search` the closed set of the claims that no plan can place; answers who they are. */
export function* placeClaims(graph: CapacityGraph, search: AlternatingSearch): Generator<void, number[]> {
  const waiting: number[] = [];
  for (const at of graph.claims.values()) if (graph.cellOf[at]! < 0) waiting.push(at);
  waiting.sort((a, b) => graph.deadline[a]! - graph.deadline[b]! || byId(graph.claimAt[a]!, graph.claimAt[b]!));
  let unplaced: number[] = [];
  for (const claim of waiting) {
    const cell = cheapestFreeCell(graph, claim);
    if (cell >= 0) graph.seat(claim, cell);
    else unplaced.push(claim);
    yield;
  }
  search.sync();
  for (let before = Infinity; unplaced.length < before;) {
    before = unplaced.length;
    for (let s = 0; s < graph.services.length; s++) search.forget(s);
    const left: number[] = [];
    for (const claim of unplaced) {
      if (!search.place(claim, true)) left.push(claim);
      yield;
    }
    unplaced = left;
  }
  return unplaced;
}

export function placeAll(graph: CapacityGraph, search: AlternatingSearch): number[] {
  return atOnce(placeClaims(graph, search));
}

/** Local improvement: at most `rounds` passes over the placed claims. */
export function* improvePlan(graph: CapacityGraph, rounds = 2): Generator<void, void> {
  for (let round = 0, moved = true; round < rounds && moved; round++) {
    moved = false;
    for (const claim of graph.claims.values()) {
      if (graph.cellOf[claim]! >= 0) moved = improveOne(graph, claim) || moved;
      yield;
    }
  }
}

export function improvePlanAtOnce(graph: CapacityGraph, rounds = 2): void {
  atOnce(improvePlan(graph, rounds));
}

/** Moves one placed claim to a cheaper unit, or lets it change places with another; true when the plan moved. */
function improveOne(graph: CapacityGraph, claim: number): boolean {
  const own = graph.cellOf[claim]!;
  const ownLane = graph.laneOfCell(own);
  const ownDay = graph.dayOfCell(own);
  const ownCost = costOf(graph, claim, graph.kmBetween(claim, ownLane), ownDay);
  const cell = cheapestFreeCell(graph, claim, ownCost - 0.01);
  if (cell >= 0) {
    graph.unseat(claim);
    graph.seat(claim, cell);
    return true;
  }
  const { lanes, km } = graph.groupAt[claim]!;
  let tried = 0;
  for (let i = 0; i < lanes.length && km[i]! < ownCost; i++) {
    for (let w = 0; w < graph.words; w++) {
      const word = lanes[i]! * graph.words + w;
      for (let bits = graph.open[word]! & graph.windowBits(claim, w); bits !== 0; bits &= bits - 1) {
        const theirs = word * 32 + lowestBit(bits);
        const gain = ownCost - costOf(graph, claim, km[i]!, graph.dayOfCell(theirs));
        if (gain <= 0.01 || ++tried > SWAPS_TRIED_PER_CLAIM) break;
        for (let other = graph.firstClaim[theirs]!; other >= 0; other = graph.nextInCell[other]!) {
          if (other === claim || graph.earliest[other]! > ownDay || graph.deadline[other]! < ownDay) continue;
          const there = graph.kmBetween(other, ownLane);
          if (there < 0) continue;
          const loss =
            costOf(graph, other, there, ownDay) - costOf(graph, other, graph.kmBetween(other, lanes[i]!), graph.dayOfCell(theirs));
          if (loss >= gain - 0.01) continue;
          graph.unseat(claim);
          graph.unseat(other);
          graph.seat(claim, theirs);
          graph.seat(other, own);
          return true;
        }
      }
    }
    if (tried > SWAPS_TRIED_PER_CLAIM) return false;
  }
  return false;
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
  improvePlanAtOnce(graph);
  return { graph, plan: readPlan(graph) };
}
