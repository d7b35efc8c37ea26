/**
 * The plan a gateway keeps in memory, so that a booking can be asked in microseconds whether it takes the last place another
 * promise has. It follows the database: read anew every few seconds while bookings ask, just often enough not to grow too old
 * while none does, and changed where it differs; told of bookings as they happen. What it says is advice: the database alone
 * decides what is free. Too old, it says nothing.
 */
import type { Admission, OpeningKey } from "../../bookings/book/admission.js";
import { connectDatabase, type Database } from "../../../platform/postgres/database.js";
import { EventsMissed, type EventBus } from "../../../platform/trail/event-bus.js";
import { dayNumber } from "../../../kernel/calendar.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { proofOfEscalation } from "../feasibility/tell-certificates.js";
import { readNames } from "../watch/watch.store.js";
import { WORKER } from "../../../platform/viewer.js";
import { bringUpToDate, isSameShape } from "./bring-up-to-date.js";
import { buildPlan, setWishesAside, yieldBetweenSlices } from "./build-plan.js";
import type { HabitRules } from "./habits.js";
import { habitRecord } from "./habits.store.js";
import { KeptHabits } from "./kept-habits.js";
import type { LivePlan } from "../../../matching/incremental.js";
import { bucketOfOpening } from "./unit-bucket.js";
import { bucketsOfSlots } from "./opening.store.js";
import { loadPromises, type PromiseInstance } from "./promise.store.js";

export type PromiseService = Admission & {
  /** Reads the database now; answers whether there is a plan afterwards. */
  readonly refresh: () => Promise<boolean>;
  /** A booking that was confirmed: its unit is gone and its claim needs none any more. */
  readonly booked: (claimId: string, slotId: string) => Promise<void>;
  /** Seconds since the database was read for the plan there is, or since the start while there is none. */
  readonly ageSeconds: () => number;
  readonly stop: () => Promise<void>;
};

export type PromiseServiceOptions = {
  /** Seconds between two readings of the database while bookings ask. */
  readonly refreshSeconds?: number;
  /** Age in seconds from which the plan keeps silent; while nobody asks it is read anew shortly before. */
  readonly staleSeconds?: number;
  /** What is made of people's habits; nothing when left out. */
  readonly habits?: HabitRules;
  readonly events?: EventBus;
  readonly onFailure?: (error: unknown) => void;
};

type Kept = {
  readonly live: LivePlan;
  readonly instance: PromiseInstance;
  readonly habits: KeptHabits;
  /** Buckets whose last unit somebody needs, as of the last reading: nobody is harmed elsewhere. */
  critical: ReadonlySet<string>;
  /** Bookings since then may have made more of them so. */
  touched: boolean;
  readonly at: number;
};

/** A large network takes seconds to read: most of the time the database should do something else. */
const PAUSE_PER_READING = 5;
/** Of the age at which a plan keeps silent: the rest is for reading it. */
const IDLE_SHARE = 0.75;
const MOST_REMEMBERED = 50_000;
const NOBODY: ReadonlyMap<string, number> = new Map();

/** A gateway starts with `refresh` in the background and books without advice until the first plan stands. */
export function makePromiseService(database: Pick<Database, "logins" | "role">, options: PromiseServiceOptions = {}): PromiseService {
  const { refreshSeconds = 10, staleSeconds = 60, onFailure = () => {} } = options;
  // connections of its own: it is asked inside bookings, which must not wait for one another's
  const own = connectDatabase(database.logins.url, {
    ...database.logins,
    max: 2,
    statementMs: 15_000,
    role: database.role,
    applicationName: "provider-network-promise",
  });
  const slots = rememberedSlots(own);
  const habits = new KeptHabits(options.habits);
  const stopping = new AbortController();
  let kept: Kept | null = null;
  const fresh = (): Kept | null => (kept !== null && performance.now() - kept.at < staleSeconds * 1_000 ? kept : null);
  const startedAt = performance.now();
  let askedAt = -Infinity;
  const idleSeconds = Math.max(refreshSeconds, staleSeconds * IDLE_SHARE);
  const seconds = (): number => (performance.now() - askedAt < staleSeconds * 1_000 ? refreshSeconds : idleSeconds);
  const rhythm = everySoOften(seconds, stopping.signal, onFailure, async () => {
    const before = kept;
    kept = await readAnew(own, before, habits);
    // with the plan and not before it: a booking in between names its opening in the old plan's words
    if (kept.live !== before?.live) slots.forget();
  });
  const asked = (): Kept | null => {
    askedAt = performance.now();
    // the first to ask after a quiet time has the plan there is, and those after it a newer one
    if (kept !== null && askedAt - kept.at > Math.max(refreshSeconds * 1_000, rhythm.pauseMs())) void rhythm.now();
    return fresh();
  };
  const booked = async (claimId: string, slotId: string): Promise<void> => {
    const plan = fresh();
    const bucket = plan && (await slots.bucketsOf(plan, [slotId])).get(slotId);
    if (plan && bucket && plan === kept) takeUnit(plan, claimId, bucket);
  };
  // one that cannot be put in is in the next reading; those after it are heard
  const heard = (claimId: string, slotId: string): Promise<void> => booked(claimId, slotId).catch(onFailure);
  void follow(options.events, stopping.signal, heard).catch(onFailure);
  const harm = (claimId: string, opening: OpeningKey): number => {
    const plan = asked();
    if (plan === null) return 0;
    const bucket = bucketOfOpening(opening, plan.instance.demand);
    slots.remember(opening.id, bucket);
    return isNeeded(plan, bucket, claimId) ? 1 : 0;
  };
  return {
    harm: (claimId, opening) => {
      try {
        return harm(claimId, opening);
      } catch (error) {
        onFailure(error);
        return 0;
      }
    },
    proof: async (claimId, notBefore) => {
      let plan = asked();
      // approved a moment ago, or nobody has asked for long
      if (!plan?.live.has(claimId)) {
        await rhythm.now();
        plan = fresh();
      }
      if (!plan) return null;
      const earliestOn = notBefore === null ? null : dayNumber(notBefore);
      return proofOfEscalation(
        plan.live,
        plan.instance,
        { claimId, earliestOn },
        await transaction(own, WORKER, readNames, { readOnly: true }),
      );
    },
    harms: (claimId, slotIds) => harmsOf(asked(), slots, claimId, slotIds).catch((error: unknown) => (onFailure(error), NOBODY)),
    refresh: async () => {
      await rhythm.now();
      return kept !== null;
    },
    booked,
    ageSeconds: () => (performance.now() - (kept?.at ?? startedAt)) / 1_000,
    stop: async () => {
      stopping.abort();
      await rhythm.ended();
      await own.close();
    },
  };
}

/** Runs the work now and again; a run that fails is told and tried at the next turn. Never two at a time. */
function everySoOften(
  seconds: () => number,
  signal: AbortSignal,
  onFailure: (error: unknown) => void,
  work: () => Promise<void>,
): { readonly now: () => Promise<void>; readonly ended: () => Promise<void>; readonly pauseMs: () => number } {
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let leastMs = 0;
  const now = (): Promise<void> => {
    const began = performance.now();
    running ??= work()
      .catch((error: unknown) => {
        if (!signal.aborted) onFailure(error);
      })
      .finally(() => {
        running = null;
        clearTimeout(timer);
        leastMs = (performance.now() - began) * PAUSE_PER_READING;
        if (!signal.aborted) timer = setTimeout(() => void now(), Math.max(seconds() * 1_000, leastMs)).unref();
      });
    return running;
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { now, ended: async () => void (await running), pauseMs: () => leastMs };
}

async function readAnew(own: Database, before: Kept | null, habits: KeptHabits): Promise<Kept> {
  const at = performance.now();
  const instance = await transaction(own, WORKER, (tx) => loadPromises(tx), { readOnly: true, retries: 1 });
  const same = before !== null && isSameShape(before.instance, instance);
  const live = same ? before.live : await buildPlan(instance.claims, instance.buckets);
  if (same) await bringUpToDate(live, instance);
  setWishesAside(live, instance);
  await habits.bringUpToDate(instance.today, () => transaction(own, WORKER, habitRecord, { readOnly: true, retries: 1 }));
  return { live, instance, habits, critical: await criticalBuckets(live), touched: false, at };
}

type RememberedSlots = {
  /** The bucket of each opening; null for one that is no capacity of the plan. */
  readonly bucketsOf: (plan: Kept, slotIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
  readonly remember: (slotId: string, bucket: string | null) => void;
  readonly forget: () => void;
};

/** What an opening is does not change: the database is asked once about each. */
function rememberedSlots(own: Database): RememberedSlots {
  let known = new Map<string, string | null>();
  const forget = (): void => void (known = new Map<string, string | null>());
  return {
    forget,
    remember: (slotId, bucket) => {
      if (known.size > MOST_REMEMBERED) forget();
      known.set(slotId, bucket);
    },
    bucketsOf: async ({ instance }, slotIds) => {
      if (known.size > MOST_REMEMBERED) forget();
      // what is found for this plan stays with it, also if another takes its place meanwhile
      const buckets = known;
      const unknown = slotIds.filter((id) => !buckets.has(id));
      if (unknown.length === 0) return buckets;
      const found = await transaction(own, WORKER, (tx) => bucketsOfSlots(tx, instance.demand, unknown), { readOnly: true });
      for (const id of unknown) buckets.set(id, found.get(id) ?? null);
      return buckets;
    },
  };
}

async function harmsOf(
  plan: Kept | null,
  slots: RememberedSlots,
  claimId: string,
  slotIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (plan === null || (plan.critical.size === 0 && !plan.touched && !plan.habits.reserves)) return NOBODY;
  const buckets = await slots.bucketsOf(plan, slotIds);
  return new Map(slotIds.flatMap((id) => (isNeeded(plan, buckets.get(id) ?? null, claimId) ? [[id, 1] as const] : [])));
}

function takeUnit(plan: Kept, claimId: string, bucket: string): void {
  if (plan.live.unitsOf(bucket) === 0) return;
  plan.habits.taking(plan.live, bucket, claimId);
  if (plan.live.has(claimId)) plan.live.bookClaim(claimId, bucket);
  else plan.live.hold(bucket);
  plan.touched = true;
}

function isNeeded({ live, critical, touched, habits }: Kept, bucket: string | null, claimId: string): boolean {
  if (bucket === null) return false;
  if (habits.keepsForLate(live, bucket, claimId)) return true;
  return (touched || critical.has(bucket)) && live.harms(bucket, claimId) && !habits.concedes(live, claimId);
}

/** A bucket harms a claim of the plan only if it harms an outsider: taking along one's own unit never makes it worse. */
async function criticalBuckets(live: LivePlan): Promise<Set<string>> {
  const pause = yieldBetweenSlices();
  const { graph } = live;
  const critical = new Set<string>();
  for (const cell of new Set(graph.cellOf)) {
    // room kept for claims to come says cell 0, which may be a day without any unit
    if (cell < 0 || graph.units[cell] === 0 || graph.used[cell]! < graph.units[cell]!) continue;
    const bucket = graph.bucketOfCell(cell);
    if (live.harms(bucket)) critical.add(bucket);
    await pause();
  }
  return critical;
}

async function follow(events: EventBus | undefined, signal: AbortSignal, booked: PromiseService["booked"]): Promise<void> {
  if (!events) return;
  try {
    for await (const { payload } of events.listen("booking.confirmed", signal)) {
      const { claimId, slotId } = payload;
      if (typeof claimId === "string" && typeof slotId === "string") await booked(claimId, slotId);
    }
  } catch (error) {
    if (!(error instanceof EventsMissed)) throw error;
    // the next refresh reads what was missed
    return follow(events, signal, booked);
  }
}
