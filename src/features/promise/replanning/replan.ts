/**
 * New places for appointments whose openings are withdrawn: first for those whose promise hangs on it, then the open promises
 * of others keep theirs, then the rest. Once placed nobody loses the place to a later one, so a move never costs a promise.
 */
import { LivePlan } from "../../../matching/incremental.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import { setWishesAside } from "../plan/build-plan.js";
import { slotsOfBuckets, type BucketSlot } from "../plan/opening.store.js";
import { instanceOf, openRows, type PromiseInstance } from "../plan/promise.store.js";
import { boxAround } from "../plan/reach.js";
import { certificatesByClaim } from "../feasibility/tell-certificates.js";
import { noneToTake, type CertificateWithTexts } from "../feasibility/told-certificate.js";
import { readNames } from "../watch/watch.store.js";
import { inOrderOfNeed, keepsPromise, nearestHour, waitingAgain, type WithdrawnBooking } from "./withdrawn.js";
import { servicesOn } from "./withdrawn.store.js";
import type { Tx } from "../../../platform/postgres/transaction.js";

export type UnitPlace = { readonly bucket: UnitBucket; readonly slot: BucketSlot };
export type ReplannedBooking = {
  readonly withdrawn: WithdrawnBooking;
  /** Null: nothing fits. */
  readonly place: UnitPlace | null;
  /** Why nothing fits, where a promise hung on it. */
  readonly certificate: CertificateWithTexts | null;
};

export type ReplanInput = {
  readonly withdrawn: readonly WithdrawnBooking[];
  readonly closing: readonly string[];
  /** Openings that turned out to be taken. */
  readonly lost: readonly string[];
  readonly now: Date;
  readonly today: number;
};

export async function replanBookings(tx: Tx, { withdrawn, closing, lost, now, today }: ReplanInput): Promise<ReplannedBooking[]> {
  if (withdrawn.length === 0) return [];
  const waiting = new Map(withdrawn.map((w) => [w.booking.id, waitingAgain(w, today)]));
  const services = new Set([...(await servicesOn(tx, closing)), ...withdrawn.map((w) => w.promise.service)]);
  const box = boxAround(withdrawn.map((w) => w.promise));
  const open = await openRows(tx, now, [...services], box);
  const instance = await instanceOf(tx, { now, today, rows: [...waiting.values(), ...open], box, without: [...closing, ...lost] });
  const live = planned(instance, withdrawn);
  const closed = new Set([...closing, ...lost]);
  const buckets = withdrawn.flatMap(({ booking }) => bucketPlanned(live, booking.id) ?? []);
  const places = new Places(withdrawn, await openingsOf(tx, instance, buckets, closed));
  const { promised, others } = inOrderOfNeed(withdrawn);
  const first = [...promised, ...others].map((w): Tried => {
    const bucket = bucketPlanned(live, w.booking.id);
    return { withdrawn: w, place: bucket ? places.take(w, bucket) : null };
  });
  const elsewhere = await placesElsewhere(tx, live, instance, { first, places, closed });
  const settled = first.map(({ withdrawn: w, place }): Tried => ({ withdrawn: w, place: place ?? elsewhere.get(w.booking.id) ?? null }));
  const stuck = settled.flatMap(({ withdrawn: w, place }) => (place === null ? [w] : []));
  const told = await certificates(tx, live, instance, stuck);
  return settled.map((tried) => ({ ...tried, certificate: tried.place ? null : (told.get(tried.withdrawn.booking.id) ?? null) }));
}

function bucketPlanned(live: LivePlan, bookingId: string): UnitBucket | undefined {
  const id = live.has(bookingId) ? live.bestPlaceOf(bookingId) : null;
  return id === null ? undefined : live.graph.buckets.get(id);
}

/** Whom the plan serves first, whatever the days: those whose promise hangs on it, then the open promises of others, then the rest. */
const OTHERS_PROMISES = 1;
const WITHOUT_PROMISE = 2;

function planned(instance: PromiseInstance, withdrawn: readonly WithdrawnBooking[]): LivePlan {
  const own = new Map(withdrawn.map((w) => [w.booking.id, keepsPromise(w) ? 0 : WITHOUT_PROMISE]));
  const inOrder = (claim: OpenClaim): OpenClaim => ({ ...claim, precedence: own.get(claim.id) ?? OTHERS_PROMISES });
  const live = new LivePlan(instance.claims.map(inOrder), instance.buckets);
  setWishesAside(live, { relaxed: (id) => instance.relaxed(id).map(inOrder) });
  live.prefer();
  return live;
}

async function openingsOf(
  tx: Tx,
  { demand, now }: PromiseInstance,
  buckets: readonly UnitBucket[],
  closed: ReadonlySet<string>,
): Promise<readonly BucketSlot[]> {
  const wanted = new Map(buckets.map((bucket) => [`${bucket.clinicId} ${bucket.dayOn}`, bucket]));
  const slots = wanted.size === 0 ? [] : await slotsOfBuckets(tx, demand, now, [...wanted.values()]);
  return slots.filter((slot) => !closed.has(slot.id));
}

/** Which openings are left, and when each member is busy, while one appointment after another is given a place. */
class Places {
  private readonly openings = new Map<string, BucketSlot[]>();
  private readonly left = new Map<string, number>();
  private readonly busy = new Map<string, [number, number][]>();

  constructor(withdrawn: readonly WithdrawnBooking[], slots: readonly BucketSlot[]) {
    this.know(slots);
    for (const { booking, busy } of withdrawn)
      this.busy.set(
        booking.member_id,
        busy.map(([from, to]) => [Date.parse(from), Date.parse(to)]),
      );
  }

  /** Openings known already keep what is left of them. */
  know(slots: readonly BucketSlot[]): void {
    for (const slot of slots) {
      if (this.left.has(slot.id)) continue;
      this.left.set(slot.id, slot.units);
      this.openings.set(slot.bucket, [...(this.openings.get(slot.bucket) ?? []), slot]);
    }
  }

  take(withdrawn: WithdrawnBooking, bucket: UnitBucket): UnitPlace | null {
    const others = this.busy.get(withdrawn.booking.member_id) ?? [];
    const free = (this.openings.get(bucket.id) ?? []).filter((slot) => (this.left.get(slot.id) ?? 0) > 0);
    const slot = nearestHour(withdrawn, free, others);
    if (!slot) return null;
    this.left.set(slot.id, (this.left.get(slot.id) ?? 0) - 1);
    others.push([slot.startsAt.getTime(), slot.endsAt.getTime()]);
    return { bucket, slot };
  }
}

type Tried = Pick<ReplannedBooking, "withdrawn" | "place">;
type Chosen = {
  readonly first: readonly Tried[];
  readonly places: Places;
  readonly closed: ReadonlySet<string>;
};

/** Buckets whose openings are read at once. */
const BUCKETS_AT_ONCE = 64;

/**
 * The plan counts in days and knows no hours: where the member is busy at every opening of the planned day, the next place is
 * tried, and so on to the last one within reach. None is taken that somebody else would then have to go without.
 */
async function placesElsewhere(
  tx: Tx,
  live: LivePlan,
  instance: PromiseInstance,
  { first, places, closed }: Chosen,
): Promise<ReadonlyMap<string, UnitPlace>> {
  const found = new Map<string, UnitPlace>();
  const stuck = first.filter(({ withdrawn, place }) => !place && bucketPlanned(live, withdrawn.booking.id));
  if (stuck.length === 0) return found;
  for (const { withdrawn, place } of first) if (place) live.bookClaim(withdrawn.booking.id, place.bucket.id);
  for (const { withdrawn } of stuck) {
    const id = withdrawn.booking.id;
    const within = bucketsWithinReach(live, id);
    for (let at = 0; at < within.length && !found.has(id); at += BUCKETS_AT_ONCE) {
      const some = within.slice(at, at + BUCKETS_AT_ONCE);
      places.know(await openingsOf(tx, instance, some, closed));
      const place = firstOf(some, (bucket) => (live.harms(bucket.id, id) ? null : places.take(withdrawn, bucket)));
      if (!place) continue;
      live.bookClaim(id, place.bucket.id);
      found.set(id, place);
    }
  }
  return found;
}

function firstOf<T, R>(list: readonly T[], found: (one: T) => R | null): R | null {
  for (const one of list) {
    const result = found(one);
    if (result !== null) return result;
  }
  return null;
}

/** Buckets with units that may serve this one: on target first, then the nearest, then the earliest. */
function bucketsWithinReach(live: LivePlan, id: string): UnitBucket[] {
  const { graph } = live;
  const claim = graph.claims.get(id);
  if (claim === undefined) return [];
  const [earliest = 0, target = 0, deadline = 0] = [graph.earliest[claim], graph.target[claim], graph.deadline[claim]];
  return [...graph.buckets.values()]
    .filter(({ id: bucketId, dayOn }) => earliest <= dayOn && dayOn <= deadline && live.unitsOf(bucketId) > 0)
    .map((bucket) => ({ bucket, km: graph.kmBetween(claim, graph.laneOfCell(graph.cellOfBucket(bucket.id))) }))
    .filter(({ km }) => km >= 0)
    .sort((a, b) => Number(a.bucket.dayOn > target) - Number(b.bucket.dayOn > target) || a.km - b.km || a.bucket.dayOn - b.bucket.dayOn)
    .map(({ bucket }) => bucket);
}

/** Why nothing fits, by appointment: too few units, or none at an hour when the member is free. */
async function certificates(
  tx: Tx,
  live: LivePlan,
  instance: PromiseInstance,
  stuck: readonly WithdrawnBooking[],
): Promise<ReadonlyMap<string, CertificateWithTexts>> {
  if (stuck.length === 0) return new Map();
  const names = await readNames(tx);
  const claimIds = new Map(stuck.map(({ booking }) => [booking.id, booking.claim_id]));
  const idOf = (id: string): string => claimIds.get(id) ?? id;
  const busy = stuck.flatMap(({ booking: { id } }) => {
    const claim = live.graph.claimAt[live.graph.claims.get(id) ?? -1];
    if (claim === undefined || live.placeOf(id) === null) return [];
    const units = bucketsWithinReach(live, id).reduce((sum, bucket) => sum + live.unitsOf(bucket.id), 0);
    return [[id, noneToTake(claim, idOf(id), units, names)] as const];
  });
  return new Map([...certificatesByClaim(live, instance, names, idOf), ...busy]);
}
