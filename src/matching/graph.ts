/**
 * The graph without its edges. Buckets that differ only in the day form a lane; claims that may use the same lanes form a
 * group. A claim's edges into a lane are then a run of days, kept as bits, 32 days to a word: 6 million edges of a national
 * network become half a million lane entries and a few `and`s. Everything the search touches is a typed array.
 */
import { invariant } from "../kernel/invariant.js";
import type { OpenClaim, UnitBucket } from "./model.js";
import { inTurn } from "./turn.js";
import { arcKm, chordSquared, inOrder, kmWithin, STEPS_PER_KM, TILE_DEGREES, tileOf, tilesAround, unitVector } from "./nearness.js";

export type CapacityLane = Pick<
  UnitBucket,
  | "clinicId"
  | "practitionerId"
  | "service"
  | "serves"
  | "channel"
  | "treatsChildren"
  | "adults"
  | "languages"
  | "gender"
  | "covers"
  | "lat"
  | "lon"
> & { readonly service_: number };
/** Claims with the same wishes from the same place: lanes nearest first, with the kilometres to each. */
export type ClaimGroup = { readonly key: string; readonly wish: OpenClaim; lanes: Int32Array; km: Float32Array; claims: number };

/** A remote unit costs as much as this drive, so that it stays free for those who live far away. */
const REMOTE_AS_KM = 15;
const NOBODY = -1;

function isRemote(channel: string): boolean {
  return channel !== "IN_PERSON";
}

/** The part of the rule that is the same on every day. */
function laneServes(lane: CapacityLane, wish: OpenClaim): boolean {
  return (
    (lane.serves?.includes(wish.service) ?? lane.service === wish.service) &&
    wish.channels.includes(lane.channel) &&
    (wish.child ? lane.treatsChildren : lane.adults !== false) &&
    (wish.languages === 0 || (wish.languages & lane.languages) !== 0) &&
    (wish.gender === undefined || wish.gender === lane.gender) &&
    (wish.clinicId === undefined || wish.clinicId === lane.clinicId) &&
    (wish.practitionerId === undefined || wish.practitionerId === lane.practitionerId) &&
    (lane.covers === undefined || lane.covers.includes(wish.under))
  );
}

/** Kilometres the member would travel, or -1 when the lane is closed to them. */
function travelKm(lane: CapacityLane, wish: OpenClaim): number {
  if (!laneServes(lane, wish)) return -1;
  if (isRemote(lane.channel)) return REMOTE_AS_KM;
  return kmWithin(unitVector(lane), unitVector(wish), wish.radiusKm);
}

/** Whether a unit of this bucket may serve this claim: an edge of the plan. */
export function mayUse(claim: OpenClaim, bucket: UnitBucket): boolean {
  const inTime = claim.earliestOn <= bucket.dayOn && bucket.dayOn <= claim.deadlineOn;
  return inTime && travelKm({ ...bucket, service_: 0 }, claim) >= 0;
}

/** Lanes open to all who wish the same, wherever they live: remote ones, and the others by tile of the map. */
type Kind = { readonly wish: OpenClaim; readonly remote: number[]; readonly tiles: Map<number, number[]> };

export class CapacityGraph {
  readonly services: string[] = [];
  readonly lanes: CapacityLane[] = [];
  readonly lanesOf: number[][] = [];
  readonly groups = new Map<string, ClaimGroup>();
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

  private readonly serviceIndex = new Map<string, number>();
  private readonly laneIndex = new Map<string, number>();
  private readonly bucketAt = new Map<number, string>();
  private readonly cells = new Map<string, number>();
  private readonly kinds = new Map<string, Kind>();
  private readonly kindsOf: Kind[][] = [];
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly zs: number[] = [];
  private readonly groupsOf: Set<ClaimGroup>[] = [];
  private readonly spareClaims: number[] = [];
  private dayCount = 32;

  /** Room for these days; days outside are added later at the cost of copying the tables once. */
  constructor(firstDay: number, lastDay: number) {
    this.firstDay = firstDay;
    this.words = Math.max(1, Math.ceil((lastDay - firstDay + 1) / 32));
    this.dayCount = this.words * 32;
  }

  service(name: string): number {
    let at = this.serviceIndex.get(name);
    if (at === undefined) {
      at = this.services.push(name) - 1;
      this.serviceIndex.set(name, at);
      this.lanesOf.push([]);
      this.kindsOf.push([]);
      this.groupsOf.push(new Set());
    }
    return at;
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
    if (--group.claims === 0) {
      this.groups.delete(group.key);
      this.groupsOf[this.serviceOf[at]!]!.delete(group);
    }
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

  private refreshBits(cell: number): void {
    const word = cell >> 5;
    const bit = 1 << (cell & 31);
    const units = this.units[cell]!;
    this.open[word] = units > 0 ? this.open[word]! | bit : this.open[word]! & ~bit;
    this.free[word] = units > this.used[cell]! ? this.free[word]! | bit : this.free[word]! & ~bit;
  }

  private lane(bucket: UnitBucket, sibling: number): number {
    const key = [
      bucket.clinicId,
      bucket.service,
      bucket.serves?.join("+"),
      bucket.channel,
      bucket.treatsChildren,
      bucket.adults,
      bucket.languages,
      bucket.gender,
      bucket.practitionerId,
      bucket.covers?.join("+"),
      bucket.lat,
      bucket.lon,
      sibling,
    ].join("|");
    const known = this.laneIndex.get(key);
    if (known !== undefined) return known;
    const { clinicId, service, channel, treatsChildren, languages, lat, lon } = bucket;
    const service_ = this.service(bucket.pool ?? service);
    const lane: CapacityLane = {
      ...{ clinicId, service, channel, treatsChildren, languages, lat, lon, service_ },
      ...(bucket.serves && { serves: bucket.serves }),
      ...(bucket.adults === false && { adults: false }),
      ...(bucket.gender && { gender: bucket.gender }),
      ...(bucket.practitionerId && { practitionerId: bucket.practitionerId }),
      ...(bucket.covers && { covers: bucket.covers }),
    };
    const at = this.lanes.push(lane) - 1;
    this.laneIndex.set(key, at);
    this.lanesOf[service_]!.push(at);
    const [x, y, z] = unitVector(bucket);
    this.xs.push(x);
    this.ys.push(y);
    this.zs.push(z);
    for (const kind of this.kindsOf[service_]!) this.admit(kind, at);
    if ((at + 1) * this.dayCount > this.units.length) this.growLanes(Math.max(16, this.lanes.length * 2), this.words, 0);
    for (const group of this.groupsOf[service_]!) this.offerLane(group, at);
    return at;
  }

  /** A lane opened after the groups were made: put in where its distance belongs. */
  private offerLane(group: ClaimGroup, lane: number): void {
    const km = travelKm(this.lanes[lane]!, group.wish);
    if (km < 0) return;
    let at = group.km.findIndex((other) => other > km);
    if (at < 0) at = group.km.length;
    const lanes = new Int32Array(group.lanes.length + 1);
    const kms = new Float32Array(lanes.length);
    lanes.set(group.lanes.subarray(0, at));
    kms.set(group.km.subarray(0, at));
    lanes[at] = lane;
    kms[at] = km;
    lanes.set(group.lanes.subarray(at), at + 1);
    kms.set(group.km.subarray(at), at + 1);
    group.lanes = lanes;
    group.km = kms;
  }

  private group(wish: OpenClaim): ClaimGroup {
    const kind = kindKey(wish);
    const key = `${kind}|${wish.lat}|${wish.lon}|${wish.radiusKm}`;
    let group = this.groups.get(key);
    if (group === undefined) {
      group = { key, wish, ...this.lanesFor(wish, this.kind(kind, wish)), claims: 0 };
      this.groups.set(key, group);
      this.groupsOf[this.service(wish.pool ?? wish.service)]!.add(group);
    }
    return group;
  }

  private kind(key: string, wish: OpenClaim): Kind {
    let kind = this.kinds.get(key);
    if (kind === undefined) {
      const service = this.service(wish.pool ?? wish.service);
      kind = { wish, remote: [], tiles: new Map() };
      this.kinds.set(key, kind);
      this.kindsOf[service]!.push(kind);
      for (const lane of this.lanesOf[service]!) this.admit(kind, lane);
    }
    return kind;
  }

  private admit(kind: Kind, at: number): void {
    const lane = this.lanes[at]!;
    if (!laneServes(lane, kind.wish)) return;
    if (isRemote(lane.channel)) kind.remote.push(at);
    else {
      const tile = tileOf(Math.floor(lane.lat / TILE_DEGREES), Math.floor(lane.lon / TILE_DEGREES));
      const inTile = kind.tiles.get(tile);
      if (inTile) inTile.push(at);
      else kind.tiles.set(tile, [at]);
    }
  }

  private lanesFor(wish: OpenClaim, kind: Kind): { lanes: Int32Array; km: Float32Array } {
    const found: number[] = [];
    const steps: number[] = [];
    for (const lane of kind.remote) {
      found.push(lane);
      steps.push(REMOTE_AS_KM * STEPS_PER_KM);
    }
    const [x, y, z] = unitVector(wish);
    const farthest = chordSquared(wish.radiusKm);
    const { xs, ys, zs } = this;
    for (const tile of tilesAround(kind.tiles, wish, wish.radiusKm)) {
      for (const lane of tile) {
        const squared = (xs[lane]! - x) ** 2 + (ys[lane]! - y) ** 2 + (zs[lane]! - z) ** 2;
        if (squared > farthest) continue;
        found.push(lane);
        steps.push(Math.floor(arcKm(squared) * STEPS_PER_KM));
      }
    }
    return inOrder(found, steps);
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

function kindKey(wish: OpenClaim): string {
  const { service, under, channels, child, languages, gender, clinicId, practitionerId } = wish;
  return [service, under, channels.join("+"), child, languages, gender, clinicId, practitionerId].join("|");
}
