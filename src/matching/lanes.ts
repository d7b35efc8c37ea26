/** Who may use which lanes: claims with the same wishes from the same place form a group, and each group knows its lanes, nearest first. */
import { isRemote, laneServes, REMOTE_AS_KM, travelKm, type CapacityLane } from "./edge.js";
import type { OpenClaim, UnitBucket } from "./model.js";
import { arcKm, chordSquared, inOrder, STEPS_PER_KM, TILE_DEGREES, tileOf, tilesAround, unitVector } from "./nearness.js";

/** Claims with the same wishes from the same place: lanes nearest first, with the kilometres to each. */
export type ClaimGroup = { readonly key: string; readonly wish: OpenClaim; lanes: Int32Array; km: Float32Array; claims: number };

/** Lanes open to all who wish the same, wherever they live: remote ones, and the others by tile of the map. */
type Kind = { readonly wish: OpenClaim; readonly remote: number[]; readonly tiles: Map<number, number[]> };

export class Lanes {
  readonly services: string[] = [];
  readonly lanes: CapacityLane[] = [];
  readonly lanesOf: number[][] = [];
  readonly groups = new Map<string, ClaimGroup>();

  private readonly serviceIndex = new Map<string, number>();
  private readonly laneIndex = new Map<string, number>();
  private readonly kinds = new Map<string, Kind>();
  private readonly kindsOf: Kind[][] = [];
  private readonly groupsOf: Set<ClaimGroup>[] = [];
  private readonly xs: number[] = [];
  private readonly ys: number[] = [];
  private readonly zs: number[] = [];

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

  /** New or known; `sibling` tells apart what is alike in everything. */
  protected lane(bucket: UnitBucket, sibling: number): number {
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

  protected group(wish: OpenClaim): ClaimGroup {
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

  /** One claim less has these wishes. */
  protected leave(group: ClaimGroup): void {
    if (--group.claims > 0) return;
    this.groups.delete(group.key);
    this.groupsOf[this.service(group.wish.pool ?? group.wish.service)]!.delete(group);
  }
}

function kindKey(wish: OpenClaim): string {
  const { service, under, channels, child, languages, gender, clinicId, practitionerId } = wish;
  return [service, under, channels.join("+"), child, languages, gender, clinicId, practitionerId].join("|");
}
