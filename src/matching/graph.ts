/**
 * The graph without its edges. Buckets that differ only in the day form a lane; claims that may use the same lanes form a
 * group. A claim's edges into a lane are then a run of days, kept as bits, 32 days to a word: 6 million edges of a national
 * network become half a million lane entries and a few `and`s. Everything the search touches is a typed array.
 */
import { invariant } from "../kernel/invariant.js";
import { travelKm } from "./edge.js";
import { Lanes, type ClaimGroup } from "./lanes.js";
import type { OpenClaim, UnitBucket } from "./model.js";
import { inTurn } from "./turn.js";

const NOBODY = -1;

export class CapacityGraph extends Lanes {
  readonly buckets = new Map<string, UnitBucket>();
  readonly claims = new Map<string, number>();

  words = 1;
  firstDay = 0;
  /** Per lane and word: days with units, days with an unused unit. */
  open = new Int32Array(0);
  free = new Int32Array(0);
  /** Per cell, which is a lane on a day. */
  units = new Int32Array(0);
  used = new Int32Array(0);
  firstClaim = new Int32Array(0);
  /** Per claim. */
  cellOf = new Int32Array(0);
  nextInCell = new Int32Array(0);
  earliest = new Int32Array(0);
  target = new Int32Array(0);
  deadline = new Int32Array(0);
  serviceOf = new Int32Array(0);
  claimAt: (OpenClaim | undefined)[] = [];
  groupAt: (ClaimGroup | undefined)[] = [];

  private readonly bucketAt = new Map<number, string>();
  private readonly cells = new Map<string, number>();
  private readonly spareClaims: number[] = [];
  private dayCount = 32;

  /** Room for these days; days outside are added later at the cost of copying the tables once. */
  constructor(firstDay: number, lastDay: number) {
    super();
    this.firstDay = firstDay;
    this.words = Math.max(1, Math.ceil((lastDay - firstDay + 1) / 32));
    this.dayCount = this.words * 32;
  }

  laneOfCell(cell: number): number {
    return Math.floor(cell / this.dayCount);
  }

  dayOfCell(cell: number): number {
    return this.firstDay + (cell % this.dayCount);
  }

  cellAt(lane: number, word: number, bit: number): number {
    return lane * this.dayCount + word * 32 + bit;
  }

  cellOfBucket(id: string): number {
    return this.cells.get(id) ?? NOBODY;
  }

  bucketOfCell(cell: number): string {
    const id = this.bucketAt.get(cell);
    invariant(id !== undefined, "every cell with units belongs to a bucket");
    return id;
  }

  /** The days of this claim's window that fall into one word, as bits. */
  windowBits(claim: number, word: number): number {
    const base = this.firstDay + word * 32;
    const from = Math.max(0, this.earliest[claim]! - base);
    const to = Math.min(31, this.deadline[claim]! - base);
    return from > to ? 0 : (-1 << from) & (-1 >>> (31 - to));
  }

  /** The days of one word up to this claim's target. */
  onTargetBits(claim: number, word: number): number {
    const to = this.target[claim]! - this.firstDay - word * 32;
    return to < 0 ? 0 : to >= 31 ? -1 : -1 >>> (31 - to);
  }

  kmBetween(claim: number, lane: number): number {
    return travelKm(this.lanes[lane]!, this.groupAt[claim]!.wish);
  }

  /** The cell of a bucket new or known; its units are set separately. */
  addBucket(bucket: UnitBucket): number {
    const known = this.cells.get(bucket.id);
    if (known !== undefined) return known;
    this.coverDay(bucket.dayOn);
    const day = bucket.dayOn - this.firstDay;
    let cell: number;
    // two buckets alike in everything, day included, get sibling lanes: each keeps its own count
    for (let sibling = 0; ; sibling++) {
      const lane = this.lane(bucket, sibling);
      if ((lane + 1) * this.dayCount > this.units.length) this.growLanes(Math.max(16, this.lanes.length * 2), this.words, 0);
      cell = lane * this.dayCount + day;
      if (!this.bucketAt.has(cell)) break;
    }
    this.bucketAt.set(cell, bucket.id);
    this.cells.set(bucket.id, cell);
    this.buckets.set(bucket.id, bucket);
    return cell;
  }

  setUnits(cell: number, units: number): void {
    invariant(units >= this.used[cell]!, "units in use are given up before they are taken away");
    this.units[cell] = units;
    this.refreshBits(cell);
  }

  addClaim(claim: OpenClaim): number {
    invariant(!this.claims.has(claim.id), `claim ${claim.id} is in the plan once`);
    const at = this.spareClaims.pop() ?? this.claimAt.push(undefined) - 1;
    if (at >= this.cellOf.length) this.growClaims(Math.max(64, at * 2));
    const group = this.group(claim);
    group.claims++;
    this.claims.set(claim.id, at);
    this.claimAt[at] = claim;
    this.groupAt[at] = group;
    this.serviceOf[at] = this.service(claim.pool ?? claim.service);
    this.earliest[at] = claim.earliestOn;
    this.target[at] = claim.targetOn;
    this.deadline[at] = claim.deadlineOn;
    this.cellOf[at] = NOBODY;
    return at;
  }

  removeClaim(at: number): void {
    const claim = this.claimAt[at];
    const group = this.groupAt[at];
    invariant(
      claim !== undefined && group !== undefined && this.cellOf[at] === NOBODY,
      "a claim leaves its unit before it leaves the plan",
    );
    this.leave(group);
    this.claims.delete(claim.id);
    this.claimAt[at] = undefined;
    this.groupAt[at] = undefined;
    this.spareClaims.push(at);
  }

  /** All claims without a unit, those first who come first in turn. */
  inTurn(): number[] {
    return [...this.claims.values()].filter((at) => this.cellOf[at]! < 0).sort((a, b) => inTurn(this.claimAt[a]!, this.claimAt[b]!));
  }

  seat(claim: number, cell: number): void {
    this.cellOf[claim] = cell;
    this.nextInCell[claim] = this.firstClaim[cell]!;
    this.firstClaim[cell] = claim;
    this.used[cell]!++;
    this.refreshBits(cell);
  }

  unseat(claim: number): number {
    const cell = this.cellOf[claim]!;
    if (this.firstClaim[cell] === claim) this.firstClaim[cell] = this.nextInCell[claim]!;
    else {
      let before = this.firstClaim[cell]!;
      while (this.nextInCell[before] !== claim) before = this.nextInCell[before]!;
      this.nextInCell[before] = this.nextInCell[claim]!;
    }
    this.cellOf[claim] = NOBODY;
    this.used[cell]!--;
    this.refreshBits(cell);
    return cell;
  }

  /** Counts the times a unit was taken, given up, added or lost. */
  changes = 0;

  private refreshBits(cell: number): void {
    this.changes++;
    const word = cell >> 5;
    const bit = 1 << (cell & 31);
    const units = this.units[cell]!;
    this.open[word] = units > 0 ? this.open[word]! | bit : this.open[word]! & ~bit;
    this.free[word] = units > this.used[cell]! ? this.free[word]! | bit : this.free[word]! & ~bit;
  }

  private coverDay(day: number): void {
    const last = this.firstDay + this.dayCount - 1;
    const before = day < this.firstDay ? Math.ceil((this.firstDay - day) / 32) : 0;
    const after = day > last ? Math.ceil((day - last) / 32) : 0;
    if (before || after) this.growLanes(Math.max(16, this.lanes.length), this.words + before + after, before);
  }

  private growLanes(lanes: number, words: number, wordsBefore: number): void {
    const oldWords = this.words;
    const oldLanes = Math.floor(this.open.length / oldWords);
    lanes = Math.max(lanes, oldLanes);
    const spread = (from: Int32Array, per: number): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(lanes * words * per).fill(from === this.firstClaim ? NOBODY : 0);
      for (let lane = 0; lane < oldLanes; lane++)
        to.set(from.subarray(lane * oldWords * per, (lane + 1) * oldWords * per), (lane * words + wordsBefore) * per);
      return to;
    };
    this.open = spread(this.open, 1);
    this.free = spread(this.free, 1);
    this.units = spread(this.units, 32);
    this.used = spread(this.used, 32);
    this.firstClaim = spread(this.firstClaim, 32);
    if (words !== oldWords) {
      const moved = (cell: number): number => Math.floor(cell / (oldWords * 32)) * words * 32 + wordsBefore * 32 + (cell % (oldWords * 32));
      for (let claim = 0; claim < this.claimAt.length; claim++)
        if (this.claimAt[claim] && this.cellOf[claim]! >= 0) this.cellOf[claim] = moved(this.cellOf[claim]!);
      this.bucketAt.clear();
      for (const [id, cell] of this.cells) {
        this.cells.set(id, moved(cell));
        this.bucketAt.set(moved(cell), id);
      }
      this.words = words;
      this.dayCount = words * 32;
      this.firstDay -= wordsBefore * 32;
    }
    this.growth++;
  }

  /** Counts the times the tables moved: whoever keeps marks by cell or lane word starts over. */
  growth = 0;

  private growClaims(size: number): void {
    const grow = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    this.cellOf = grow(this.cellOf);
    this.nextInCell = grow(this.nextInCell);
    this.earliest = grow(this.earliest);
    this.target = grow(this.target);
    this.deadline = grow(this.deadline);
    this.serviceOf = grow(this.serviceOf);
  }
}
