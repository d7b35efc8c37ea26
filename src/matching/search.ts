/**
 * Alternating search over the graph: from a claim without a unit, over units held by others, to an unused one. Breadth
 * first, so that as few plans as possible move for one claim.
 *
 * `seen` outlives a search that failed. What such a search saw is closed: every unit in it is used, and every claim that
 * uses one can reach only units in it. No later path leads out, so nobody looks there again until a unit in it comes free.
 */
import { invariant } from "../kernel/invariant.js";
import type { CapacityGraph } from "./graph.js";

/**
 * What a member would rather have of two units, in kilometres: a day past the target weighs like a long drive, a day's wait like a
 * short one. A first guess for a plan, which preference.ts makes exact.
 */
const LATE_AT_ALL_AS_KM = 200;
const LATE_DAY_AS_KM = 20;
const WAIT_DAY_AS_KM = 0.25;

export function costOf(graph: CapacityGraph, claim: number, km: number, day: number): number {
  const late = day - graph.target[claim]!;
  return km + (late > 0 ? LATE_AT_ALL_AS_KM + late * LATE_DAY_AS_KM : 0) + (day - graph.earliest[claim]!) * WAIT_DAY_AS_KM;
}

export class AlternatingSearch {
  private seen = new Int32Array(0);
  private from = new Int32Array(0);
  private queue = new Int32Array(0);
  /** Words changed by the running search with their former value, to take back what a successful search saw. */
  private readonly changedWords: number[] = [];
  private readonly formerBits: number[] = [];
  private growth = -1;

  constructor(private readonly graph: CapacityGraph) {}

  /** True when the tables moved and everything seen is forgotten. */
  sync(): boolean {
    const { graph } = this;
    if (this.queue.length < graph.claimAt.length) this.queue = new Int32Array(graph.claimAt.length * 2);
    if (this.growth === graph.growth) return false;
    this.seen = new Int32Array(graph.open.length);
    this.from = new Int32Array(graph.units.length);
    this.growth = graph.growth;
    return true;
  }

  forget(service: number): void {
    const { words } = this.graph;
    for (const lane of this.graph.lanesOf[service]!) this.seen.fill(0, lane * words, (lane + 1) * words);
  }

  isClosed(cell: number): boolean {
    return (this.seen[cell >> 5]! & (1 << (cell & 31))) !== 0;
  }

  mark(cell: number): void {
    this.seen[cell >> 5]! |= 1 << (cell & 31);
  }

  unmark(cell: number): void {
    this.seen[cell >> 5]! &= ~(1 << (cell & 31));
  }

  /** Makes room for the claim by moving others along a shortest path. `keepSeen` leaves the marks of a path that was found. */
  place(claim: number, keepSeen = false): boolean {
    this.queue[0] = claim;
    const end = this.explore(1);
    if (end < 0) {
      this.settle(true);
      return false;
    }
    this.settle(keepSeen);
    this.shift(end);
    return true;
  }

  /**
   * No unit is unused in this claim's reach: whoever of those reached comes last in turn gives up a place to it. Answers that claim,
   * unseated; the claim itself when everybody reached comes before it. The marks are left as they were.
   */
  displace(claim: number, comesAfter: (a: number, b: number) => boolean): number {
    const { graph, queue } = this;
    queue[0] = claim;
    const end = this.explore(1);
    invariant(end < 0, "who displaces somebody has no other place");
    let last = claim;
    for (let i = 1; i < this.reached; i++) if (comesAfter(queue[i]!, last)) last = queue[i]!;
    this.settle(false);
    if (last === claim) return claim;
    const cell = graph.unseat(last);
    this.shift(cell);
    return last;
  }

  /**
   * Could one claim of this cell give way without anyone losing a place, if one unit of `vacated` were unused and `absent`
   * were not in the plan? Changes nothing.
   */
  canGiveWay(cell: number, vacated: number, absent: number): boolean {
    const { graph } = this;
    const word = cell >> 5;
    this.changedWords.push(word);
    this.formerBits.push(this.seen[word]!);
    this.mark(cell);
    let count = 0;
    for (let c = graph.firstClaim[cell]!; c >= 0; c = graph.nextInCell[c]!) if (c !== absent) this.queue[count++] = c;
    const found = this.explore(count, vacated, absent) >= 0;
    this.settle(false);
    return found;
  }

  /** Claims in the queue after a search that found no unused unit. */
  private reached = 0;

  /** The unused cell reached first, or -1. The queue holds `count` claims to start from. */
  private explore(count: number, vacated = -1, absent = -1): number {
    const { graph, seen, from, queue } = this;
    const { words, open, free, firstClaim, nextInCell } = graph;
    for (let head = 0; head < count; head++) {
      const claim = queue[head]!;
      const { lanes } = graph.groupAt[claim]!;
      for (let w = 0; w < words; w++) {
        const window = graph.windowBits(claim, w);
        if (window === 0) continue;
        for (let i = 0; i < lanes.length; i++) {
          const word = lanes[i]! * words + w;
          let bits = open[word]! & window & ~seen[word]!;
          if (bits === 0) continue;
          const unused = bits & free[word]!;
          if (unused !== 0) {
            const cell = word * 32 + lowestBit(unused);
            from[cell] = claim;
            return cell;
          }
          this.changedWords.push(word);
          this.formerBits.push(seen[word]!);
          seen[word] = seen[word]! | bits;
          while (bits !== 0) {
            const cell = word * 32 + lowestBit(bits);
            bits &= bits - 1;
            if (cell === vacated) return cell;
            from[cell] = claim;
            for (let c = firstClaim[cell]!; c >= 0; c = nextInCell[c]!) if (c !== absent) queue[count++] = c;
          }
        }
      }
    }
    this.reached = count;
    return -1;
  }

  private settle(keep: boolean): void {
    if (!keep) for (let i = this.changedWords.length - 1; i >= 0; i--) this.seen[this.changedWords[i]!] = this.formerBits[i]!;
    this.changedWords.length = 0;
    this.formerBits.length = 0;
  }

  private shift(end: number): void {
    const { graph, from } = this;
    for (let cell = end; ;) {
      const claim = from[cell]!;
      const left = graph.cellOf[claim]!;
      if (left >= 0) graph.unseat(claim);
      graph.seat(claim, cell);
      if (left < 0) return;
      cell = left;
    }
  }
}

export function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
