/**
 * The half year with the promise kept by the plan: members book what suits them unless it is somebody else's last place,
 * withdrawals are planned anew at once, and the health team calls those whose days run out while there is a place for them.
 */
import { isWorkingDay } from "../../../kernel/calendar.js";
import { dayWith } from "../../../kernel/day.js";
import { certificateFor, certificatesOf } from "../../../matching/certificate.js";
import { checkPromise } from "../../../matching/checker.js";
import { LivePlan } from "../../../matching/incremental.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import { TIGHT_MARGIN_WORKING_DAYS } from "../plan/standing.js";
import { cheapestUnits } from "./cheapest-units.js";
import type { ClaimFate, ClaimFates } from "./outcome.js";
import type { World } from "./world.js";

export type GatewayRun = {
  readonly fates: ClaimFates;
  /** Members who were offered the next time because the first was somebody's last. */
  readonly steered: number;
  /** Plans and certificates the independent checker looked at, and what it found wrong. */
  readonly checked: number;
  readonly faults: number;
};

/** Times a member looks at before taking whatever the plan has for them. */
const LOOKED_AT = 12;
/** Working days between two checks of the whole plan. */
const CHECK_EVERY = 10;

/** The desk at which the half year is booked: the plan, the appointments, and who still looks for one (from which day on). */
type Desk = {
  readonly live: LivePlan;
  readonly fates: Map<string, ClaimFate>;
  readonly booked: Map<string, string[]>;
  readonly looking: Map<string, number | null>;
  steered: number;
};

export function runGateway(world: World): GatewayRun {
  const live = new LivePlan([], [...(world.published.get(world.days[0] ?? 0) ?? [])]);
  const desk: Desk = { live, fates: new Map(), booked: new Map(), looking: new Map(), steered: 0 };
  let checked = 0;
  let faults = 0;
  world.days.forEach((day, at) => {
    live.advanceTo(day + 1);
    if (at > 0) for (const bucket of world.published.get(day) ?? []) live.setBucket(bucket);
    moveFrom(desk, world.withdrawn.get(day) ?? [], day);
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

function receive({ live, fates, looking }: Desk, world: World, day: number): void {
  for (const { claim, looksOn } of world.arrivals.get(day) ?? []) {
    fates.set(claim.id, { claim, reportedOn: day, appointmentOn: null, replanned: 0, certifiedOn: null });
    live.addClaim(claim);
    looking.set(claim.id, looksOn);
  }
}

function serve(desk: Desk, id: string, looksOn: number | null, day: number): void {
  const fate = desk.fates.get(id);
  if (!fate) return;
  if (looksOn !== null && looksOn <= day) choose(desk, fate);
  else if (marginOf(fate.claim, day) <= TIGHT_MARGIN_WORKING_DAYS) takePlanned(desk, fate);
}

function choose(desk: Desk, fate: ClaimFate): void {
  const options = cheapestUnits(desk.live.graph, fate.claim.id, LOOKED_AT);
  const free = options.find((option) => !desk.live.harms(option.bucketId, fate.claim.id));
  if (free !== undefined && free !== options[0]) desk.steered += 1;
  if (free !== undefined) take(desk, fate, free.bucketId, free.dayOn);
  else if (takePlanned(desk, fate)) desk.steered += 1;
}

function take({ live, looking, booked }: Desk, fate: ClaimFate, bucketId: string, on: number): void {
  live.bookClaim(fate.claim.id, bucketId);
  looking.delete(fate.claim.id);
  fate.appointmentOn = on;
  booked.set(bucketId, [...(booked.get(bucketId) ?? []), fate.claim.id]);
}

function takePlanned(desk: Desk, fate: ClaimFate): boolean {
  const bucketId = desk.live.placeOf(fate.claim.id);
  if (bucketId === null) return false;
  take(desk, fate, bucketId, desk.live.graph.buckets.get(bucketId)?.dayOn ?? 0);
  return true;
}

function moveFrom(desk: Desk, bucketIds: readonly string[], day: number): void {
  const { live, fates, booked, looking } = desk;
  const victims = bucketIds.flatMap((id) => booked.get(id) ?? []).flatMap((id) => fates.get(id) ?? []);
  for (const id of bucketIds) {
    live.withdraw(id);
    booked.delete(id);
  }
  for (const fate of victims.sort((a, b) => a.claim.deadlineOn - b.claim.deadlineOn || (a.claim.id < b.claim.id ? -1 : 1))) {
    fate.appointmentOn = null;
    fate.replanned += 1;
    live.addClaim({ ...fate.claim, earliestOn: day + 1 });
    if (!takePlanned(desk, fate)) looking.set(fate.claim.id, day);
  }
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

/** Counted only up to what matters here. */
function marginOf({ deadlineOn }: OpenClaim, day: number): number {
  let left = 0;
  for (let d = day + 1; d <= deadlineOn && left <= TIGHT_MARGIN_WORKING_DAYS; d++) if (isWorkingDay(dayWith(d))) left += 1;
  return left;
}

function check(live: LivePlan): number {
  const { graph } = live;
  const claims = [...graph.claims.values()].flatMap((at) => graph.claimAt[at] ?? []);
  const buckets = [...graph.buckets.values()]
    .map((bucket): UnitBucket => ({ ...bucket, units: live.unitsOf(bucket.id) }))
    .filter((bucket) => bucket.units > 0);
  return checkPromise(claims, buckets, live.plan(), certificatesOf(graph)).length;
}
