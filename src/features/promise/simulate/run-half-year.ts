/**
 * The half year booked in one of two ways, by the same people with the same habits. With the plan, members book what suits them unless
 * it is somebody else's last place (the admission a booking asks), withdrawals are planned anew at once, and who is called gets the place
 * the plan has. First come, first served, everybody takes what suits them best. In both the same plan warns of promises that cannot be kept.
 */
import { isWorkingDay } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import { certificateFor, certificatesOf } from "../../../matching/certificate.js";
import { checkPromise } from "../../../matching/checker.js";
import { LivePlan } from "../../../matching/incremental.js";
import { inTurn } from "../../../matching/turn.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import {
  Concessions,
  expectedReturns,
  isLate,
  isReserved,
  lateShares,
  NO_HABITS,
  type BookingRecord,
  type HabitRules,
} from "../plan/habits.js";
import { cheapestUnits, type Option } from "./cheapest-units.js";
import type { ClaimFate, ClaimFates } from "./outcome.js";
import type { Habits, World } from "./world.js";

/** How a half year is booked. UNASKED: with the plan, and bookings do not ask whether they harm somebody. */
export type Way = "PLAN" | "FIRST_COME" | "UNASKED";

export type HalfYearRun = {
  readonly fates: ClaimFates;
  /** Members who were offered the next time because the first was somebody's last. */
  readonly steered: number;
  /** Plans and certificates the independent checker looked at, and what it found wrong. */
  readonly checked: number;
  readonly faults: number;
};

/** Working days between two checks of the whole plan. */
const CHECK_EVERY = 10;

/** The desk at which the half year is booked: the plan, the appointments, and who still looks for one (from which day on). */
type Desk = {
  readonly way: Way;
  readonly record: Record;
  readonly live: LivePlan;
  readonly fates: Map<string, ClaimFate>;
  readonly booked: Map<string, string[]>;
  readonly looking: Map<string, number | null>;
  readonly habits: Map<string, Habits>;
  /** Appointments that will be called off by the member, by the day on which that happens; holds that lapse among them. */
  readonly leaving: Map<number, { readonly id: string; readonly bucketId: string }[]>;
  /** Appointments to which nobody will come, by their day. */
  readonly missing: Map<number, { readonly id: string; readonly bucketId: string }[]>;
  steered: number;
};

export function runHalfYear(world: World, way: Way): HalfYearRun {
  const live = new LivePlan([], [...(world.published.get(world.days[0] ?? 0) ?? [])]);
  const desk: Desk = {
    ...{ way, live, steered: 0, record: new Record(world.scenario.habits ?? NO_HABITS) },
    fates: new Map(),
    booked: new Map(),
    looking: new Map(),
    habits: new Map(),
    leaving: new Map(),
    missing: new Map(),
  };
  let checked = 0;
  let faults = 0;
  world.days.forEach((day, at) => {
    live.advanceTo(day + 1);
    if (at > 0) for (const bucket of world.published.get(day) ?? []) live.setBucket(bucket);
    moveFrom(desk, world.withdrawn.get(day) ?? [], day);
    letGo(desk, day);
    desk.record.look(desk.booked, live, day);
    receive(desk, world, day);
    for (const [id, looksOn] of [...desk.looking]) serve(desk, id, looksOn, day);
    certify(desk, day);
    if (at % CHECK_EVERY === 0) {
      checked += 1;
      faults += check(live);
    }
    close(desk, day);
  });
  return { fates: desk.fates, steered: desk.steered, checked, faults };
}

function receive({ live, fates, looking, habits }: Desk, world: World, day: number): void {
  for (const { claim, looksOn, habits: own } of world.arrivals.get(day) ?? []) {
    fates.set(claim.id, { claim, reportedOn: day, appointmentOn: null, replanned: 0, certifiedOn: null, letGo: 0, noShow: false });
    live.addClaim(claim);
    looking.set(claim.id, looksOn);
    habits.set(claim.id, { ...own });
  }
}

function serve(desk: Desk, id: string, looksOn: number | null, day: number): void {
  const fate = desk.fates.get(id);
  if (!fate) return;
  if (looksOn !== null && looksOn <= day) choose(desk, fate, day);
  else if (isLate(fate.claim.deadlineOn, day)) beCalled(desk, fate, day);
}

function choose(desk: Desk, fate: ClaimFate, day: number): void {
  const options = cheapestUnits(desk.live.graph, fate.claim.id);
  const [liked] = options;
  const free = options.find(({ bucketId }) => !isKeptForLate(desk, fate, bucketId, day) && isHarmless(desk, fate, bucketId));
  if (free !== undefined && free !== liked) desk.steered += 1;
  if (free !== undefined) take(desk, fate, free, day);
  else if (desk.way !== "FIRST_COME" && takePlanned(desk, fate, day)) desk.steered += 1;
}

function isHarmless({ way, live, record }: Desk, { claim }: ClaimFate, bucketId: string): boolean {
  return way !== "PLAN" || !live.harms(bucketId, claim.id) || record.concedes(claim.service);
}

function isKeptForLate({ live, record, way }: Desk, { claim }: ClaimFate, bucketId: string, day: number): boolean {
  const share = record.reserveOf(claim.service);
  const bucket = live.graph.buckets.get(bucketId);
  if (way !== "PLAN" || share === 0 || !bucket || isLate(claim.deadlineOn, day)) return false;
  return isReserved(bucket.dayOn, bucket.units, live.unitsOf(bucketId), share);
}

/** The health team offers a time; some decline the first one and want to look for themselves. */
function beCalled(desk: Desk, fate: ClaimFate, day: number): void {
  const habits = desk.habits.get(fate.claim.id);
  if (habits?.declines && desk.live.placeOf(fate.claim.id) !== null) {
    habits.declines = false;
    fate.letGo += 1;
    desk.looking.set(fate.claim.id, day + 1);
  } else if (desk.way === "FIRST_COME") choose(desk, fate, day);
  else takePlanned(desk, fate, day);
}

function take(desk: Desk, fate: ClaimFate, { bucketId, dayOn }: Pick<Option, "bucketId" | "dayOn">, day: number): void {
  const { live, looking, booked, habits, leaving, missing, record } = desk;
  const { id } = fate.claim;
  record.booked(clinicOf(live, bucketId), fate.claim, day);
  if (record.countsOnReturns && live.harms(bucketId, id)) record.conceded.give(fate.claim.service, day);
  live.bookClaim(id, bucketId);
  looking.delete(id);
  fate.appointmentOn = dayOn;
  booked.set(bucketId, [...(booked.get(bucketId) ?? []), id]);
  const own = habits.get(id);
  const leavesOn = own?.leavesAfter == null ? null : nextWorkingDay(day, own.leavesAfter);
  if (own && leavesOn !== null) {
    own.leavesAfter = null;
    if (leavesOn < dayOn) leaving.set(leavesOn, [...(leaving.get(leavesOn) ?? []), { id, bucketId }]);
  }
  fate.noShow = own?.noShow ?? false;
  if (fate.noShow) missing.set(dayOn, [...(missing.get(dayOn) ?? []), { id, bucketId }]);
}

function takePlanned(desk: Desk, fate: ClaimFate, day: number): boolean {
  const bucketId = desk.live.placeOf(fate.claim.id);
  if (bucketId === null) return false;
  take(desk, fate, { bucketId, dayOn: desk.live.graph.buckets.get(bucketId)?.dayOn ?? 0 }, day);
  return true;
}

/** Holds that lapse and appointments that members call off: the unit is free again, and they look again. */
function letGo({ live, fates, booked, looking, leaving, missing, record }: Desk, day: number): void {
  for (const { id, bucketId } of missing.get(day) ?? []) if (booked.get(bucketId)?.includes(id)) record.missed(clinicOf(live, bucketId));
  for (const { id, bucketId } of leaving.get(day) ?? []) {
    const fate = fates.get(id);
    const there = booked.get(bucketId);
    const bucket = live.graph.buckets.get(bucketId);
    // a withdrawal of the clinic was there first
    if (!fate || !bucket || !there?.includes(id)) continue;
    booked.set(
      bucketId,
      there.filter((other) => other !== id),
    );
    record.cancelled(bucket.clinicId);
    live.setBucket({ ...bucket, units: live.unitsOf(bucketId) + 1 });
    fate.appointmentOn = null;
    fate.letGo += 1;
    live.addClaim({ ...fate.claim, earliestOn: day + 1 });
    looking.set(id, day);
  }
}

function moveFrom(desk: Desk, bucketIds: readonly string[], day: number): void {
  const { live, fates, booked, looking, way } = desk;
  const victims = bucketIds.flatMap((id) => booked.get(id) ?? []).flatMap((id) => fates.get(id) ?? []);
  for (const id of bucketIds) {
    live.withdraw(id);
    booked.delete(id);
  }
  for (const fate of victims.sort((a, b) => inTurn(a.claim, b.claim))) {
    fate.appointmentOn = null;
    fate.replanned += 1;
    live.addClaim({ ...fate.claim, earliestOn: day + 1 });
    looking.set(fate.claim.id, day);
  }
  if (way === "FIRST_COME" || victims.length === 0) return;
  // as a withdrawal does: the best places for all of them together
  live.prefer();
  for (const fate of victims) takePlanned(desk, fate, day);
}

function certify({ live, fates }: Desk, day: number): void {
  for (const id of live.unplaced()) {
    const fate = fates.get(id);
    if (fate && fate.certifiedOn === null && certificateFor(live.graph, id) !== null) fate.certifiedOn = day;
  }
}

function close({ live, fates, looking }: Desk, day: number): void {
  for (const id of [...looking.keys()]) {
    if ((fates.get(id)?.claim.deadlineOn ?? 0) > day) continue;
    live.removeClaim(id);
    looking.delete(id);
  }
}

const clinicOf = (live: LivePlan, bucketId: string): string => live.graph.buckets.get(bucketId)?.clinicId ?? "";

/** What the simulated half year has shown so far of people's habits, and what is expected of them today. */
class Record {
  private readonly clinics = new Map<string, { booked: number; cancelled: number; missed: number }>();
  private readonly bookings: BookingRecord[] = [];
  private expectedOn = -1;
  private expected: ReadonlyMap<string, number> = new Map();
  private shares: ReadonlyMap<string, number> = new Map();
  readonly conceded = new Concessions();

  constructor(private readonly rules: HabitRules) {}

  get countsOnReturns(): boolean {
    return this.rules.returns !== "OFF";
  }

  booked(clinicId: string, { service, deadlineOn }: OpenClaim, day: number): void {
    this.of(clinicId).booked += 1;
    this.bookings.push({ service, bookedOn: day, latestOn: deadlineOn, bookings: 1 });
  }

  cancelled(clinicId: string): void {
    this.of(clinicId).cancelled += 1;
  }

  missed(clinicId: string): void {
    this.of(clinicId).missed += 1;
  }

  /** What this morning shows. */
  look(booked: ReadonlyMap<string, readonly string[]>, live: LivePlan, day: number): void {
    if (this.countsOnReturns) {
      const rows = [...booked].flatMap(([bucketId, ids]) => {
        const bucket = live.graph.buckets.get(bucketId);
        if (!bucket || bucket.dayOn <= day) return [];
        return [{ clinicId: bucket.clinicId, service: bucket.service, ahead: ids.length, booked: 0, cancelled: 0, missed: 0 }];
      });
      const past = [...this.clinics].map(([clinicId, of]) => ({ clinicId, service: "", ahead: 0, ...of }));
      this.expected = expectedReturns([...past, ...rows], this.rules.returns);
    }
    if (this.rules.reserve === "RECORD") this.shares = lateShares(this.bookings);
    this.expectedOn = day;
  }

  concedes(service: string): boolean {
    return this.conceded.concedes(service, this.expectedOn, this.expected);
  }

  reserveOf(service: string): number {
    const { reserve } = this.rules;
    return reserve === "RECORD" ? (this.shares.get(service) ?? 0) : reserve / 100;
  }

  private of(clinicId: string): { booked: number; cancelled: number; missed: number } {
    const known = this.clinics.get(clinicId) ?? { booked: 0, cancelled: 0, missed: 0 };
    this.clinics.set(clinicId, known);
    return known;
  }
}

function nextWorkingDay(day: number, n: number): number {
  let at = day;
  for (let left = n; left > 0;) if (isWorkingDay(dayWith((at += 1)))) left -= 1;
  return at;
}

function check(live: LivePlan): number {
  const { graph } = live;
  const claims = [...graph.claims.values()].flatMap((at) => graph.claimAt[at] ?? []);
  const buckets = [...graph.buckets.values()]
    .map((bucket): UnitBucket => ({ ...bucket, units: live.unitsOf(bucket.id) }))
    .filter((bucket) => bucket.units > 0);
  return checkPromise(claims, buckets, live.plan(), certificatesOf(graph)).length;
}
