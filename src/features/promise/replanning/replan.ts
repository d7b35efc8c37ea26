/**
 * New places for appointments whose openings are withdrawn: first for those whose promise hangs on it, then the open promises
 * of others keep theirs, then the rest. Once placed nobody loses the place to a later one, so a move never costs a promise.
 */
import { certificatesOf } from "../../../matching/certificate.js";
import { LivePlan } from "../../../matching/incremental.js";
import { improvePlanAtOnce } from "../../../matching/matching.js";
import type { UnitBucket } from "../../../matching/model.js";
import { instanceOf, openRows, slotsOfBuckets, type BucketSlot, type PromiseInstance } from "../plan/promise.store.js";
import { boxAround } from "../plan/reach.js";
import { certificateTexts, type CertificateWithTexts } from "../feasibility/told-certificate.js";
import { readNames } from "../watch/watch.store.js";
import { inOrderOfNeed, nearestHour, waitingAgain, type WithdrawnBooking } from "./withdrawn.js";
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
  const openings = await openingsOf(tx, live, instance, withdrawn, new Set([...closing, ...lost]));
  const told = await certificates(tx, live, instance, withdrawn);
  return chosen(withdrawn, live, openings, told);
}

function planned(instance: PromiseInstance, withdrawn: readonly WithdrawnBooking[]): LivePlan {
  const live = new LivePlan([], instance.buckets);
  const claims = new Map(instance.claims.map((claim) => [claim.id, claim]));
  const { promised, others } = inOrderOfNeed(withdrawn);
  const ids = new Set(withdrawn.map((w) => w.booking.id));
  const between = instance.claims.filter((claim) => !ids.has(claim.id)).sort((a, b) => a.deadlineOn - b.deadlineOn);
  const moved = (w: WithdrawnBooking): string => w.booking.id;
  for (const id of [...promised.map(moved), ...between.map((claim) => claim.id), ...others.map(moved)]) {
    const claim = claims.get(id);
    if (claim) live.addClaim(claim);
  }
  improvePlanAtOnce(live.graph);
  return live;
}

async function openingsOf(
  tx: Tx,
  live: LivePlan,
  instance: PromiseInstance,
  withdrawn: readonly WithdrawnBooking[],
  closed: ReadonlySet<string>,
): Promise<Map<string, BucketSlot[]>> {
  const wanted = new Map<string, UnitBucket>();
  for (const { booking } of withdrawn) {
    const id = live.placeOf(booking.id);
    const bucket = id === null ? undefined : live.graph.buckets.get(id);
    if (bucket) wanted.set(`${bucket.clinicId} ${bucket.dayOn}`, bucket);
  }
  const slots = wanted.size === 0 ? [] : await slotsOfBuckets(tx, instance.demand, instance.now, [...wanted.values()]);
  const byBucket = new Map<string, BucketSlot[]>();
  for (const slot of slots) if (!closed.has(slot.id)) byBucket.set(slot.bucket, [...(byBucket.get(slot.bucket) ?? []), slot]);
  return byBucket;
}

function chosen(
  withdrawn: readonly WithdrawnBooking[],
  live: LivePlan,
  openings: ReadonlyMap<string, BucketSlot[]>,
  told: ReadonlyMap<string, CertificateWithTexts>,
): ReplannedBooking[] {
  const left = new Map([...openings.values()].flat().map((slot) => [slot.id, slot.units]));
  const busy = new Map<string, [number, number][]>();
  for (const w of withdrawn)
    busy.set(
      w.booking.member_id,
      w.busy.map(([from, to]) => [Date.parse(from), Date.parse(to)]),
    );
  const { promised, others: rest } = inOrderOfNeed(withdrawn);
  return [...promised, ...rest].map((w) => {
    const id = live.placeOf(w.booking.id);
    const bucket = id === null ? undefined : live.graph.buckets.get(id);
    const others = busy.get(w.booking.member_id) ?? [];
    const slot =
      bucket &&
      nearestHour(
        w,
        (openings.get(bucket.id) ?? []).filter((s) => (left.get(s.id) ?? 0) > 0),
        others,
      );
    if (!bucket || !slot) return { withdrawn: w, place: null, certificate: told.get(w.booking.id) ?? null };
    left.set(slot.id, (left.get(slot.id) ?? 0) - 1);
    others.push([slot.startsAt.getTime(), slot.endsAt.getTime()]);
    return { withdrawn: w, place: { bucket, slot }, certificate: null };
  });
}

async function certificates(
  tx: Tx,
  live: LivePlan,
  instance: PromiseInstance,
  withdrawn: readonly WithdrawnBooking[],
): Promise<Map<string, CertificateWithTexts>> {
  const unplaced = new Set(withdrawn.filter((w) => live.placeOf(w.booking.id) === null).map((w) => w.booking.id));
  if (unplaced.size === 0) return new Map();
  const names = await readNames(tx);
  const claims = new Map(instance.claims.map((claim) => [claim.id, claim]));
  const told = new Map<string, CertificateWithTexts>();
  for (const certificate of certificatesOf(live.graph)) {
    const about = certificate.claims.filter((id) => unplaced.has(id));
    if (about.length === 0) continue;
    const text = certificateTexts(certificate, (id) => claims.get(id)!, names);
    for (const id of about) told.set(id, text);
  }
  return told;
}
