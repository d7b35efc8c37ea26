/**
 * Of all ways to place the claims that have a place, the best: most on target, then the fewest kilometres, then the fewest changes to
 * where they stand. A flow of least cost, one pool at a time, with the three wishes as one number: a late claim weighs more than all
 * kilometres of the pool together, a quarter of a kilometre more than all changes (docs/decisions/0063-exact-preference.md).
 *
 * Shortest augmenting paths with prices: the price of a unit is what the others would gain by one more of it. A unit that nobody uses
 * costs nothing, so a claim looks no farther than the nearest unused unit, and lanes come nearest first.
 */
import { invariant } from "../kernel/invariant.js";
import type { CapacityGraph } from "./graph.js";
import { STEPS_PER_KM } from "./nearness.js";
import { MinHeap } from "./min-heap.js";
import { lowestBit } from "./search.js";

const NOBODY = -1;

/** What a plan is judged by, in this order; smaller is better. */
export type PlanCost = { readonly late: number; readonly km: number };

/** Of all placed claims; a remote unit counts as the drive it stands for. */
export function costOfPlan(graph: CapacityGraph): PlanCost {
  let late = 0;
  let km = 0;
  for (const claim of graph.claims.values()) {
    const cell = graph.cellOf[claim]!;
    if (cell < 0) continue;
    if (graph.dayOfCell(cell) > graph.target[claim]!) late++;
    km += graph.kmBetween(claim, graph.laneOfCell(cell));
  }
  return { late, km };
}

/** A step at a time; the graph is changed after the last step only. */
export function* preferring(graph: CapacityGraph): Generator<void, void> {
  const pools = new Map<number, number[]>();
  for (const claim of graph.claims.values()) {
    if (graph.cellOf[claim]! < 0) continue;
    const pool = pools.get(graph.serviceOf[claim]!);
    if (pool) pool.push(claim);
    else pools.set(graph.serviceOf[claim]!, [claim]);
  }
  const places = new BestPlaces(graph);
  for (const claims of pools.values()) yield* places.choose(claims);
  for (const claims of pools.values()) {
    const moving = claims.filter((claim) => places.cellOf[claim] !== graph.cellOf[claim]);
    for (const claim of moving) graph.unseat(claim);
    for (const claim of moving) graph.seat(claim, places.cellOf[claim]!);
  }
}

class BestPlaces {
  readonly cellOf: Int32Array;
  private readonly nextInCell: Int32Array;
  /** Of each placed claim, what its unit costs it. */
  private readonly costOf: Float64Array;
  /** Per cell. */
  private readonly firstClaim: Int32Array;
  private readonly used: Int32Array;
  private readonly price: Float64Array;
  private readonly dist: Float64Array;
  private readonly from: Int32Array;
  /** Per lane and word: days with an unused unit, days whose distance is final. */
  private readonly free: Int32Array;
  private readonly done: Int32Array;
  /** Per lane and word, in the running search: the least cost at which days were offered, and which days these were. */
  private readonly offeredAt: Float64Array;
  private readonly offered: Int32Array;

  private readonly heap = new MinHeap();
  private readonly touched: number[] = [];
  private readonly touchedWords: number[] = [];
  private readonly settled: number[] = [];
  private best = Infinity;
  private bestCell = NOBODY;
  private bestFrom = NOBODY;
  private lateCost = 0;
  private stepCost = 0;

  constructor(private readonly graph: CapacityGraph) {
    const claims = graph.claimAt.length;
    const cells = graph.units.length;
    this.cellOf = new Int32Array(claims).fill(NOBODY);
    this.nextInCell = new Int32Array(claims);
    this.costOf = new Float64Array(claims);
    this.firstClaim = new Int32Array(cells).fill(NOBODY);
    this.used = new Int32Array(cells);
    this.price = new Float64Array(cells);
    this.dist = new Float64Array(cells).fill(Infinity);
    this.from = new Int32Array(cells);
    this.free = graph.open.slice();
    this.done = new Int32Array(graph.open.length);
    this.offeredAt = new Float64Array(graph.open.length).fill(Infinity);
    this.offered = new Int32Array(graph.open.length);
  }

  *choose(claims: readonly number[]): Generator<void, void> {
    this.weigh(claims);
    const left: number[] = [];
    for (const claim of claims) {
      if (!this.takeCheapest(claim)) left.push(claim);
      yield;
    }
    for (const claim of left) {
      this.place(claim);
      yield;
    }
  }

  /** Whole numbers far below 2^53, so that sums of them are exact. */
  private weigh(claims: readonly number[]): void {
    let steps = 0;
    for (const claim of claims) steps += (this.graph.groupAt[claim]!.km.at(-1) ?? 0) * STEPS_PER_KM;
    this.stepCost = claims.length + 1;
    this.lateCost = (steps + 1) * this.stepCost;
    invariant(this.lateCost * claims.length < Number.MAX_SAFE_INTEGER, "a pool is small enough for its costs to be exact");
  }

  /** A claim whose cheapest unit of all is unused needs no search. */
  private takeCheapest(claim: number): boolean {
    const { graph } = this;
    const stands = graph.cellOf[claim]!;
    const { lanes, km } = graph.groupAt[claim]!;
    let [best, bestCell] = [Infinity, NOBODY];
    for (let i = 0; i < lanes.length; i++) {
      const near = km[i]! * STEPS_PER_KM * this.stepCost;
      if (near >= best) break;
      for (let w = 0; w < graph.words; w++) {
        const window = graph.windowBits(claim, w);
        if (window === 0) continue;
        const word = lanes[i]! * graph.words + w;
        const onTarget = graph.open[word]! & window & graph.onTargetBits(claim, w);
        const bits = onTarget !== 0 ? onTarget : graph.open[word]! & window;
        if (bits === 0) continue;
        const atHome = stands >> 5 === word && (bits & (1 << (stands & 31))) !== 0;
        const unused = bits & this.free[word]!;
        const cell = atHome ? stands : word * 32 + lowestBit(unused !== 0 ? unused : bits);
        const cost = near + (onTarget !== 0 ? 0 : this.lateCost) + (atHome ? 0 : 1);
        if (cost < best) [best, bestCell] = [cost, cell];
      }
    }
    if (bestCell < 0 || (this.free[bestCell >> 5]! & (1 << (bestCell & 31))) === 0) return false;
    this.seat(claim, bestCell, best);
    return true;
  }

  private place(root: number): void {
    this.best = Infinity;
    this.bestCell = NOBODY;
    this.expand(root, 0);
    for (let cell = this.heap.pop(); cell >= 0; cell = this.heap.pop()) {
      const dist = this.dist[cell]!;
      if (dist >= this.best) break;
      const bit = 1 << (cell & 31);
      if ((this.done[cell >> 5]! & bit) !== 0) continue;
      this.done[cell >> 5]! |= bit;
      this.settled.push(cell);
      const price = this.price[cell]!;
      for (let c = this.firstClaim[cell]!; c >= 0; c = this.nextInCell[c]!) this.expand(c, dist - price - this.costOf[c]!);
    }
    invariant(this.bestCell >= 0, "who has a place in the plan has one in the best plan");
    for (const cell of this.settled) {
      this.price[cell]! += this.best - this.dist[cell]!;
      this.done[cell >> 5] = 0;
    }
    for (const cell of this.touched) this.dist[cell] = Infinity;
    for (const word of this.touchedWords) this.offeredAt[word] = Infinity;
    this.touchedWords.length = 0;
    this.settled.length = 0;
    this.touched.length = 0;
    this.heap.clear();
    this.shift(root);
  }

  /** Offers this claim's units at `base` and what they cost it. */
  private expand(claim: number, base: number): void {
    const { graph } = this;
    const stands = graph.cellOf[claim]!;
    const { lanes, km } = graph.groupAt[claim]!;
    const perKm = STEPS_PER_KM * this.stepCost;
    for (let w = 0; w < graph.words; w++) {
      const window = graph.windowBits(claim, w);
      if (window === 0) continue;
      const onTarget = window & graph.onTargetBits(claim, w);
      const late = window & ~onTarget;
      for (let i = 0; i < lanes.length; i++) {
        const cost = base + km[i]! * perKm;
        if (cost >= this.best) break;
        const word = lanes[i]! * graph.words + w;
        const open = graph.open[word]! & ~this.done[word]!;
        const home = stands >> 5 === word ? 1 << (stands & 31) : 0;
        if ((open & onTarget) !== 0) this.offer(claim, word, open & onTarget, cost, home);
        if ((open & late) !== 0 && cost + this.lateCost < this.best) this.offer(claim, word, open & late, cost + this.lateCost, home);
      }
    }
  }

  /** Days of one lane at one cost, to which comes their price, and the step of a change except for the day the claim stands on. */
  private offer(claim: number, word: number, days: number, cost: number, home: number): void {
    const { dist, price, offeredAt, offered } = this;
    // whoever offered these days for less has left nothing to better, except where this claim need not change
    const cheaper = offeredAt[word]! <= cost;
    let bits = cheaper ? days & ~(offered[word]! & ~home) : days;
    if (bits === 0) return;
    const unused = bits & this.free[word]!;
    if (unused !== 0) {
      const stays = (unused & home) !== 0;
      if (cost + (stays ? 0 : 1) < this.best) {
        this.best = cost + (stays ? 0 : 1);
        this.bestCell = word * 32 + lowestBit(stays ? home : unused);
        this.bestFrom = claim;
      }
      bits &= ~unused;
    }
    if (bits === 0) return;
    if (!cheaper) {
      if (offeredAt[word] === Infinity) this.touchedWords.push(word);
      offeredAt[word] = cost;
      offered[word] = bits;
    }
    for (; bits !== 0; bits &= bits - 1) {
      const bit = bits & -bits;
      const cell = word * 32 + 31 - Math.clz32(bit);
      const reached = cost + (bit === home ? 0 : 1) + price[cell]!;
      if (reached >= this.best || reached >= dist[cell]!) continue;
      if (dist[cell] === Infinity) this.touched.push(cell);
      dist[cell] = reached;
      this.from[cell] = claim;
      this.heap.push(cell, reached);
    }
  }

  private shift(root: number): void {
    let cell = this.bestCell;
    for (let claim = this.bestFrom; ; claim = this.from[cell]!) {
      const left = this.cellOf[claim]!;
      if (left >= 0) this.unseat(claim, left);
      this.seat(claim, cell, this.costAt(claim, cell));
      if (claim === root) return;
      cell = left;
    }
  }

  private costAt(claim: number, cell: number): number {
    const { graph } = this;
    const steps = Math.floor(graph.kmBetween(claim, graph.laneOfCell(cell)) * STEPS_PER_KM);
    const late = graph.dayOfCell(cell) > graph.target[claim]! ? this.lateCost : 0;
    return steps * this.stepCost + late + (cell === graph.cellOf[claim] ? 0 : 1);
  }

  private seat(claim: number, cell: number, cost: number): void {
    this.cellOf[claim] = cell;
    this.costOf[claim] = cost;
    this.nextInCell[claim] = this.firstClaim[cell]!;
    this.firstClaim[cell] = claim;
    if (++this.used[cell]! === this.graph.units[cell]) this.free[cell >> 5]! &= ~(1 << (cell & 31));
  }

  private unseat(claim: number, cell: number): void {
    if (this.firstClaim[cell] === claim) this.firstClaim[cell] = this.nextInCell[claim]!;
    else {
      let before = this.firstClaim[cell]!;
      while (this.nextInCell[before] !== claim) before = this.nextInCell[before]!;
      this.nextInCell[before] = this.nextInCell[claim]!;
    }
    this.used[cell]!--;
    this.free[cell >> 5]! |= 1 << (cell & 31);
  }
}
