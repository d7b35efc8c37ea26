/**
 * The order of preference decided a second time, slowly and by other means: edges asked one by one of the checker, who waits found by
 * trying claim after claim, and the best plan as a flow of least cost by Bellman and Ford over lists of edges.
 */
import { checkWitness } from "../../src/matching/checker.js";
import type { OpenClaim, Plan, UnitBucket } from "../../src/matching/model.js";

export type Judged = { readonly placed: number; readonly late: number; readonly quarterKm: number; readonly changed: number };

const REMOTE_AS_KM = 15;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** By the law of haversines, in whole quarters of a kilometre. */
function quarterKm(claim: OpenClaim, bucket: UnitBucket): number {
  if (bucket.channel !== "IN_PERSON") return REMOTE_AS_KM * 4;
  const [a, b] = [radians(claim.lat), radians(bucket.lat)];
  const half = Math.sin((b - a) / 2) ** 2 + Math.cos(a) * Math.cos(b) * Math.sin(radians(bucket.lon - claim.lon) / 2) ** 2;
  return Math.floor(6371.0088 * 2 * Math.asin(Math.sqrt(half)) * 4 + 1e-9);
}

const mayUse = (claim: OpenClaim, bucket: UnitBucket): boolean =>
  bucket.units > 0 &&
  checkWitness([claim], [bucket], { assignments: [{ claimId: claim.id, bucketId: bucket.id }], unplaced: [] }).length === 0;

export function judge(
  claims: readonly OpenClaim[],
  buckets: readonly UnitBucket[],
  plan: Plan,
  before: ReadonlyMap<string, string>,
): Judged {
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]));
  const bucketOf = new Map(buckets.map((bucket) => [bucket.id, bucket]));
  let [late, km, changed] = [0, 0, 0];
  for (const { claimId, bucketId } of plan.assignments) {
    const [claim, bucket] = [claimOf.get(claimId)!, bucketOf.get(bucketId)!];
    if (bucket.dayOn > claim.targetOn) late += 1;
    km += quarterKm(claim, bucket);
    if (before.get(claimId) !== bucketId) changed += 1;
  }
  return { placed: plan.assignments.length, late, quarterKm: km, changed };
}

/** Earliest last day, then longest wait; what else tells two claims apart comes from the caller. */
export type Turn = (a: OpenClaim, b: OpenClaim) => number;

/** Who has a place: each in turn, if all before who have one keep one. */
export function placedInTurn(claims: readonly OpenClaim[], buckets: readonly UnitBucket[], turn: Turn): OpenClaim[] {
  const kept: OpenClaim[] = [];
  const seated = new Map<string, OpenClaim[]>();
  const tryToSeat = (claim: OpenClaim, seen: Set<string>): boolean =>
    buckets.some((bucket) => {
      if (seen.has(bucket.id) || !mayUse(claim, bucket)) return false;
      seen.add(bucket.id);
      const there = seated.get(bucket.id) ?? [];
      const goes = there.length < bucket.units ? null : there.find((other) => tryToSeat(other, seen));
      if (goes === undefined) return false;
      seated.set(bucket.id, [...(seated.get(bucket.id) ?? []).filter((other) => other !== goes), claim]);
      return true;
    });
  for (const claim of [...claims].sort(turn)) if (tryToSeat(claim, new Set())) kept.push(claim);
  return kept;
}

type Edge = { readonly to: number; readonly back: number; left: number; readonly cost: number };

/** Of all plans for exactly these claims the least late, then the shortest, then the least changed. */
export function bestPlan(placed: readonly OpenClaim[], buckets: readonly UnitBucket[], before: ReadonlyMap<string, string>): Plan {
  const [source, sink] = [0, 1 + placed.length + buckets.length];
  const edges: Edge[][] = Array.from({ length: sink + 1 }, () => []);
  const join = (from: number, to: number, units: number, cost: number): void => {
    edges[from]!.push({ to, back: edges[to]!.length, left: units, cost });
    edges[to]!.push({ to: from, back: edges[from]!.length - 1, left: 0, cost: -cost });
  };
  const step = placed.length + 1;
  const lateCost = step * 40_000 * (placed.length + 1);
  placed.forEach((claim, c) => {
    join(source, 1 + c, 1, 0);
    buckets.forEach((bucket, b) => {
      if (!mayUse(claim, bucket)) return;
      const late = bucket.dayOn > claim.targetOn ? lateCost : 0;
      join(1 + c, 1 + placed.length + b, 1, late + quarterKm(claim, bucket) * step + (before.get(claim.id) === bucket.id ? 0 : 1));
    });
  });
  buckets.forEach((bucket, b) => bucket.units > 0 && join(1 + placed.length + b, sink, bucket.units, 0));
  while (augment(edges, source, sink));
  const assignments = placed.flatMap((claim, c) => {
    const used = edges[1 + c]!.find(({ to, left, cost }) => to > placed.length && left === 0 && cost >= 0);
    return used ? [{ claimId: claim.id, bucketId: buckets[used.to - 1 - placed.length]!.id }] : [];
  });
  return { assignments, unplaced: [] };
}

function augment(edges: Edge[][], source: number, sink: number): boolean {
  const dist = edges.map(() => Infinity);
  const via: (readonly [node: number, edge: Edge] | undefined)[] = [];
  dist[source] = 0;
  const queue = [source];
  const waits = new Set(queue);
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    waits.delete(node);
    for (const edge of edges[node]!) {
      const reached = dist[node]! + edge.cost;
      if (edge.left === 0 || reached >= dist[edge.to]!) continue;
      dist[edge.to] = reached;
      via[edge.to] = [node, edge];
      if (!waits.has(edge.to)) queue.push(edge.to);
      waits.add(edge.to);
    }
  }
  if (dist[sink] === Infinity) return false;
  for (let node = sink; node !== source;) {
    const [from, edge] = via[node]!;
    edge.left -= 1;
    edges[node]![edge.back]!.left += 1;
    node = from;
  }
  return true;
}
