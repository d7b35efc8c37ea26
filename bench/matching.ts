/**
 * The promise at national size: a seeded map of Denmark, open claims where people live, clinics with ten working days of
 * free units, a tenth of them remote. Run alone it also shows the network short of units, where paths are long and certificates many.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { certificatesOf } from "../src/matching/certificate.js";
import { checkPromise } from "../src/matching/checker.js";
import { LivePlan } from "../src/matching/incremental.js";
import { atOnce, buildGraph, placeAll, readPlan } from "../src/matching/matching.js";
import { costOfPlan, preferring } from "../src/matching/preference.js";
import type { Channel, OpenClaim, UnitBucket } from "../src/matching/model.js";
import { AlternatingSearch } from "../src/matching/search.js";

export type Scale = {
  readonly claims: number;
  readonly clinics: number;
  readonly units: number;
  readonly changes: number;
  readonly seed: number;
};
export type Figures = Readonly<Record<string, number>>;

export const NATIONAL: Scale = { claims: 10_000, clinics: 1_500, units: 18_000, changes: 3_000, seed: 7 };

/** Towns with weight: most people live in a few of them. */
const TOWNS: readonly (readonly [lat: number, lon: number, weight: number])[] = [
  [55.68, 12.57, 30],
  [56.16, 10.2, 12],
  [55.4, 10.39, 8],
  [57.05, 9.92, 8],
  [55.47, 8.45, 5],
  [56.46, 10.04, 4],
  [55.49, 9.47, 5],
  [55.71, 9.54, 5],
  [55.86, 9.84, 4],
  [55.64, 12.08, 5],
  [55.23, 11.76, 4],
  [56.14, 8.97, 4],
  [56.36, 8.62, 2],
  [55.93, 12.3, 5],
  [56.03, 12.59, 3],
  [54.91, 9.79, 3],
  [57.44, 10.54, 2],
  [55.1, 14.7, 1],
  [54.77, 11.87, 2],
  [56.95, 8.69, 2],
];
const SERVICES = ["PHYSIO", "PSYCHOLOGIST", "CHIROPRACTOR", "SPECIALIST", "DIETICIAN", "OSTEOPATH"] as const;
const MONDAY = 20_780;

/** mulberry32: small, seeded, good enough to scatter points. */
function seeded(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const workingDay = (n: number): number => MONDAY + Math.floor(n / 5) * 7 + (n % 5);

function nationalNetwork({ claims: claimCount, clinics, units, seed }: Omit<Scale, "changes">): {
  claims: OpenClaim[];
  buckets: UnitBucket[];
} {
  const next = seeded(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const total = TOWNS.reduce((sum, town) => sum + town[2], 0);
  const somewhere = (spread: number): { lat: number; lon: number } => {
    let at = next() * total;
    const town = TOWNS.find((t) => (at -= t[2]) < 0) ?? TOWNS[0]!;
    return { lat: town[0] + (next() + next() - 1) * spread, lon: town[1] + (next() + next() - 1) * spread * 1.7 };
  };
  const service = (): (typeof SERVICES)[number] => SERVICES[Math.min(SERVICES.length - 1, Math.floor(next() ** 1.7 * SERVICES.length))]!;
  const lanes = Array.from({ length: clinics }, (_, i) => ({
    clinicId: `k${i}`,
    ...somewhere(0.2),
    service: service(),
    languages: next() < 0.3 ? 3 : 1,
    treatsChildren: next() < 0.6,
    channel: (next() < 0.1 ? "ONLINE" : "IN_PERSON") as Channel,
  }));
  const byId = new Map<string, UnitBucket>();
  for (let u = 0; u < units; u++) {
    const lane = lanes[below(lanes.length)]!;
    const dayOn = workingDay(below(10));
    const id = `${lane.clinicId}-${dayOn}`;
    const known = byId.get(id);
    byId.set(id, known ? { ...known, units: known.units + 1 } : { id, ...lane, dayOn, units: 1 });
  }
  const claims = Array.from({ length: claimCount }, (_, i): OpenClaim => {
    const from = below(6);
    const place = somewhere(0.45);
    return {
      id: `c${i}`,
      service: service(),
      under: "BASE",
      channels: next() < 0.5 ? ["IN_PERSON", "ONLINE"] : ["IN_PERSON"],
      child: next() < 0.12,
      languages: next() < 0.05 ? 2 : 0,
      ...place,
      postalCode: String(1000 + Math.floor(place.lat * 20) * 7 + Math.floor(place.lon * 10)),
      radiusKm: next() < 0.5 ? 20 : 40,
      earliestOn: workingDay(from),
      targetOn: workingDay(from + 2),
      deadlineOn: workingDay(Math.min(9, from + 4 + below(4))),
      waitingSince: workingDay(from) * 86_400_000 - below(86_400_000),
    };
  });
  return { claims, buckets: [...byId.values()] };
}

const milliseconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const cpuSince = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  return cpuSince(before);
};

/** What deciding is compared with: numbers put in order and names counted, which the machine always does alike. */
function sortAndCount(): void {
  const next = seeded(1);
  Float64Array.from({ length: 400_000 }, next).sort();
  const counted = new Map<string, number>();
  for (let i = 0; i < 400_000; i += 1) {
    const name = `n${Math.floor(next() * 20_000)}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
  }
}

const round = (n: number): number => Math.round(n * 1000) / 1000;
const quantile = (sorted: readonly number[], q: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0);

const middle = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function spread(name: string, times: number[]): Figures {
  times.sort((a, b) => a - b);
  return { [`${name}P50Ms`]: quantile(times, 0.5), [`${name}P99Ms`]: quantile(times, 0.99), [`${name}MaxMs`]: quantile(times, 1) };
}

export function run(scale: Scale = NATIONAL): Figures {
  const { claims, buckets } = nationalNetwork(scale);
  const before = heldBytes();
  const held: LivePlan[] = [];
  const first = milliseconds(() => void held.push(new LivePlan(claims, buckets)));
  const planMb = Math.round((heldBytes() - before) / 1e5) / 10;
  held.length = 0;
  const rounds = Array.from({ length: 5 }, () => {
    const reference = cpu(sortAndCount);
    let graph!: ReturnType<typeof buildGraph>;
    let unplaced = 0;
    const before = process.cpuUsage();
    const build = milliseconds(() => (graph = buildGraph(claims, buckets)));
    const greedyAndAugment = milliseconds(() => (unplaced = placeAll(graph, new AlternatingSearch(graph)).length));
    const cpuRatio = reference / cpuSince(before);
    const beforeImproving = process.cpuUsage();
    const improving = milliseconds(() => atOnce(preferring(graph)));
    const preferCpuRatio = reference / cpuSince(beforeImproving);
    const certify = milliseconds(() => void certificatesOf(graph));
    return {
      build,
      greedyAndAugment,
      improving,
      certify,
      total: build + greedyAndAugment + improving,
      unplaced,
      graph,
      cpuRatio,
      preferCpuRatio,
    };
  }).sort((a, b) => a.total - b.total);
  const median = rounds[2]!;
  const certificates = certificatesOf(median.graph);
  let faults = 0;
  const check = milliseconds(() => (faults = checkPromise(claims, buckets, readPlan(median.graph), certificates).length));
  const { graph } = median;
  let laneEntries = 0;
  for (const group of graph.groups.values()) laneEntries += group.lanes.length;
  return {
    claims: claims.length,
    clinics: scale.clinics,
    buckets: buckets.length,
    units: scale.units,
    laneEntries,
    unplaced: median.unplaced,
    late: costOfPlan(median.graph).late,
    km: costOfPlan(median.graph).km,
    certificates: certificates.length,
    checkerFaults: faults,
    buildMs: round(median.build),
    placeMs: round(median.greedyAndAugment),
    preferMs: round(median.improving),
    decidedMs: round(median.total),
    cpuRatio: middle(rounds.map((each) => each.cpuRatio)),
    preferCpuRatio: middle(rounds.map((each) => each.preferCpuRatio)),
    decidedColdMs: round(first),
    certifyMs: round(median.certify),
    checkMs: round(check),
    ...changes(scale, claims, buckets),
    planMb,
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  };
}

function changes(scale: Scale, claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Figures {
  const live = new LivePlan(claims, buckets);
  const next = seeded(scale.seed + 1);
  const open = claims.map((c) => c.id);
  const extra = nationalNetwork({ ...scale, seed: scale.seed + 2 }).claims;
  const times: Record<string, number[]> = {
    add: [],
    remove: [],
    book: [],
    hold: [],
    publish: [],
    withdraw: [],
    harms: [],
    withdrawTenDays: [],
  };
  const bucket = (): UnitBucket => buckets[Math.floor(next() * buckets.length)]!;
  const takeClaim = (): string => {
    const at = Math.floor(next() * open.length);
    const id = open[at]!;
    open[at] = open[open.length - 1]!;
    open.pop();
    return id;
  };
  for (let i = 0; i < scale.changes; i++) {
    const b = bucket();
    const claim = { ...extra[i % extra.length]!, id: `x${i}` };
    open.push(claim.id);
    times["add"]!.push(milliseconds(() => void live.addClaim(claim)));
    times["harms"]!.push(milliseconds(() => void live.harms(b.id, open[i % open.length]!)));
    if (i % 2 === 0) {
      const id = takeClaim();
      times["remove"]!.push(milliseconds(() => live.removeClaim(id)));
    } else if (live.unitsOf(b.id) > 0) {
      const id = takeClaim();
      times["book"]!.push(milliseconds(() => live.bookClaim(id, b.id)));
    }
    const h = bucket();
    if (live.unitsOf(h.id) > 0) {
      times["hold"]!.push(milliseconds(() => live.hold(h.id)));
      times["publish"]!.push(milliseconds(() => live.release(h.id)));
    }
    const p = bucket();
    times["withdraw"]!.push(milliseconds(() => live.withdraw(p.id)));
    times["publish"]!.push(milliseconds(() => live.setBucket(p)));
    if (i % 10 === 0) {
      const clinic = buckets.filter((x) => x.clinicId === p.clinicId);
      times["withdrawTenDays"]!.push(milliseconds(() => clinic.forEach((x) => live.withdraw(x.id))));
      clinic.forEach((x) => live.setBucket(x));
    }
  }
  const single = Object.entries(times).flatMap(([name, of]) => (name === "harms" || name === "withdrawTenDays" ? [] : of));
  return Object.assign({}, spread("change", single), ...Object.entries(times).map(([name, of]) => spread(name, of)), {
    unplacedAtEnd: live.unplacedCount,
    ...gapOf(live),
  }) as Figures;
}

/** How far a plan that was only changed has come from the best one: who has a place is exact, where they have it is not. */
function gapOf(live: LivePlan): Figures {
  const [changed, placed] = [costOfPlan(live.graph), live.graph.claims.size - live.unplacedCount];
  live.prefer();
  const best = costOfPlan(live.graph);
  return { placedAtEnd: placed, lateChanged: changed.late, lateBest: best.late, kmChanged: round(changed.km), kmBest: round(best.km) };
}

if (import.meta.filename === process.argv[1]) {
  console.log("national", run());
  console.log("short of units", run({ ...NATIONAL, units: 9_000 }));
  console.log("twice as large", run({ ...NATIONAL, claims: 20_000, clinics: 3_000, units: 20_000, changes: 500 }));
}
