/**
 * What capacity would remove a shortage: units at clinics that already treat such cases, or where nobody in reach does a new place,
 * spread over days. Each proposal says all that its units must be, and stands with the number of claims it was seen to place when it
 * was added to the plan and the plan was made again. Beside each stand other ways to the same end, with what a kept promise costs.
 */
import type { CapacityGraph } from "../../../matching/graph.js";
import { distanceKm } from "../../../kernel/place.js";
import { yieldBetweenSlices } from "../plan/build-plan.js";
import { LivePlan } from "../../../matching/incremental.js";
import type { Certificate, OpenClaim, UnitBucket } from "../../../matching/model.js";

export type Proposal = {
  /** One for each day; alike but for the day and the number of units. */
  readonly buckets: readonly UnitBucket[];
  /** Null: no clinic around offers it; a new one at this place would have to. */
  readonly clinicId: string | null;
  readonly units: number;
  /** Claims asked about that find a place because of it, as tried. */
  readonly removes: number;
  /** Øre of agreed first sessions for each promise kept; null where no rate is known. */
  readonly costPerKeptMinor: number | null;
};
export type Addition = Proposal & { readonly alternatives: readonly Proposal[] };

export type AdditionQuestion = {
  readonly isAsked: (claimId: string) => boolean;
  /** Days on which clinics see people. */
  readonly isOpenDay: (day: number) => boolean;
  /** No unit is proposed before this day. */
  readonly firstDay: number;
  /** Øre for a first session in such a unit, at a new place as elsewhere; null where no rate is known. */
  readonly priceOf: (bucket: Omit<UnitBucket, "id" | "units">, clinicId: string | null) => number | null;
};

/** Places tried for each proposal, and proposals made: a shortage too large for these needs more than a list. */
const COMPARED = 4;
const PROPOSED = 12;
/** Units one place adds in one proposal, and on one day: what a practitioner can make room for. */
const MOST_UNITS = 16;
const MOST_PER_DAY = 4;

export async function additionsFor(
  live: LivePlan,
  certificates: readonly Certificate[],
  question: AdditionQuestion,
): Promise<readonly Addition[]> {
  const pause = yieldBetweenSlices();
  const short = planOfSets(live, certificates);
  const additions: Addition[] = [];
  while (additions.length < PROPOSED) {
    const waiting = short.waitingInTurn().filter(({ id }) => question.isAsked(id));
    const tried: (Proposal & { readonly candidate: Candidate })[] = [];
    for (const candidate of candidatesFor(live.graph, waiting).slice(0, COMPARED)) {
      await pause();
      const proposal = tryOut(short, candidate, question);
      if (proposal !== null) tried.push({ ...proposal, candidate });
    }
    const [first, ...others] = tried.sort((a, b) => b.removes - a.removes || (a.costPerKeptMinor ?? 0) - (b.costPerKeptMinor ?? 0));
    if (first === undefined) break;
    const { candidate, ...best } = first;
    const served = new Set(candidate.claims);
    // another way to the same end serves some of the same claims
    const alternatives = others.flatMap(({ candidate: { claims }, ...other }) =>
      claims.some((claim) => served.has(claim)) ? [other] : [],
    );
    short.setBuckets(best.buckets);
    additions.push({ ...best, alternatives });
  }
  return additions;
}

/**
 * The part of the plan that is short. Its claims can reach no units but these, and whoever stands outside has a place and keeps it
 * when units are added: what is tried here comes out as it would in the whole plan.
 */
function planOfSets({ graph }: LivePlan, certificates: readonly Certificate[]): LivePlan {
  const claims = certificates.flatMap((set) => set.claims.flatMap((id) => graph.claimAt[graph.claims.get(id) ?? -1] ?? []));
  const units = (id: string): number => graph.units[graph.cellOfBucket(id)] ?? 0;
  const buckets = certificates.flatMap((set) =>
    set.buckets.flatMap((id) => graph.buckets.get(id) ?? []).map((bucket) => ({ ...bucket, units: units(bucket.id) })),
  );
  return new LivePlan(claims, buckets);
}

type Kind = Omit<UnitBucket, "id" | "units" | "dayOn">;
type Candidate = { readonly kind: Kind; readonly clinicId: string | null; readonly claims: readonly OpenClaim[] };

function tryOut(short: LivePlan, { kind, clinicId, claims }: Candidate, question: AdditionQuestion): Proposal | null {
  const { isAsked } = question;
  const idOn = (day: number): string => `added ${keyOf(kind)} ${day}`;
  const isFree = (day: number): boolean => question.isOpenDay(day) && short.unitsOf(idOn(day)) === 0;
  const days = spread(claims, isFree, question.firstDay);
  const buckets = days.map(([dayOn, units]) => ({ id: idOn(dayOn), ...kind, dayOn, units }));
  const [first] = buckets;
  if (first === undefined) return null;
  const waiting = (): number => short.unplaced().filter(isAsked).length;
  const before = waiting();
  short.setBuckets(buckets);
  const removes = before - waiting();
  for (const { id } of buckets) short.withdraw(id);
  if (removes === 0) return null;
  const units = days.reduce((sum, [, n]) => sum + n, 0);
  const price = question.priceOf(first, clinicId);
  return { buckets, clinicId, units, removes, costPerKeptMinor: price === null ? null : Math.round((price * units) / removes) };
}

const keyOf = ({ clinicId, practitionerId, service, serves, channel, treatsChildren, adults, languages, gender, lat, lon }: Kind): string =>
  [clinicId, practitionerId, service, serves?.join("+"), channel, treatsChildren, adults, languages, gender, lat, lon].join("|");

/** A unit for each of these claims, on a day of its own window, the emptiest of them first. */
function spread(
  claims: readonly OpenClaim[],
  isFree: (day: number) => boolean,
  firstDay: number,
): (readonly [day: number, units: number])[] {
  const units = new Map<number, number>();
  for (const { earliestOn, deadlineOn } of claims.slice(0, MOST_UNITS)) {
    let best: number | null = null;
    for (let day = Math.max(earliestOn, firstDay); day <= deadlineOn; day += 1)
      if (isFree(day) && (units.get(day) ?? 0) < (best === null ? MOST_PER_DAY : (units.get(best) ?? 0))) best = day;
    if (best !== null) units.set(best, (units.get(best) ?? 0) + 1);
  }
  return [...units].sort(([a], [b]) => a - b);
}

/** Places that already treat such cases, those first whom most of the waiting can reach; new places for claims that reach nobody. */
function candidatesFor(all: CapacityGraph, waiting: readonly OpenClaim[]): Candidate[] {
  const reached = new Map<number, OpenClaim[]>();
  const cutOff: OpenClaim[] = [];
  for (const claim of waiting) {
    const lanes = all.groupAt[all.claims.get(claim.id) ?? -1]?.lanes ?? [];
    if (lanes.length === 0) cutOff.push(claim);
    for (const lane of lanes) {
      const known = reached.get(lane);
      if (known) known.push(claim);
      else reached.set(lane, [claim]);
    }
  }
  const known = [...reached].map(([lane, claims]): Candidate => {
    const { service_, ...kind } = all.lanes[lane]!;
    return { kind: { ...kind, pool: all.services[service_]! }, clinicId: kind.clinicId, claims };
  });
  return [...known, ...cutOff.slice(0, COMPARED).map((claim) => newPlace(claim, cutOff))].sort((a, b) => b.claims.length - a.claims.length);
}

/** At the home of somebody whom nobody in reach treats, for all near who could be seen there: what they need together is what it must offer. */
function newPlace(first: OpenClaim, cutOff: readonly OpenClaim[]): Candidate {
  const channel = first.channels.includes("IN_PERSON") ? "IN_PERSON" : (first.channels[0] ?? "ONLINE");
  const claims = cutOff.filter(
    (claim) =>
      claim.service === first.service &&
      claim.pool === first.pool &&
      claim.under === first.under &&
      claim.clinicId === first.clinicId &&
      claim.practitionerId === first.practitionerId &&
      claim.channels.includes(channel) &&
      (claim.gender === undefined || first.gender === undefined || claim.gender === first.gender) &&
      (channel !== "IN_PERSON" || distanceKm(first, claim) < claim.radiusKm),
  );
  const gender = first.gender ?? claims.find((claim) => claim.gender !== undefined)?.gender;
  const kind: Kind = {
    clinicId: first.clinicId ?? `new clinic near ${first.postalCode}`,
    ...(first.practitionerId === undefined ? {} : { practitionerId: first.practitionerId }),
    service: first.service,
    ...(first.pool === undefined ? {} : { pool: first.pool }),
    channel,
    treatsChildren: claims.some(({ child }) => child),
    ...(claims.every(({ child }) => child) ? { adults: false as const } : {}),
    languages: claims.reduce((all, claim) => all | claim.languages, 0),
    ...(gender === undefined ? {} : { gender }),
    lat: first.lat,
    lon: first.lon,
  };
  return { kind, clinicId: first.clinicId ?? null, claims };
}
