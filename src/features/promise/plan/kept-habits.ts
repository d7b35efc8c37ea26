/** The rules of habits beside the plan that a gateway keeps: read from the record now and again, asked with each booking. */
import type { LivePlan } from "../../../matching/incremental.js";
import { Concessions, expectedReturns, isLate, isReserved, lateShares, NO_HABITS, type HabitRules } from "./habits.js";
import type { HabitRecord } from "./habits.store.js";

/** What people do changes over weeks. */
const READ_EVERY_MS = 600_000;

export class KeptHabits {
  readonly #conceded = new Concessions();
  #shares: ReadonlyMap<string, number> = new Map();
  #expected: ReadonlyMap<string, number> = new Map();
  #today = -1;
  #readAt = -Infinity;

  constructor(private readonly rules: HabitRules = NO_HABITS) {}

  /** Whether some units are kept although nobody in the plan needs them. */
  get reserves(): boolean {
    return this.rules.reserve !== 0;
  }

  async bringUpToDate(today: number, read: () => Promise<HabitRecord>): Promise<void> {
    const learns = this.rules.reserve === "RECORD" || this.rules.returns !== "OFF";
    const isDue = today !== this.#today || performance.now() - this.#readAt > READ_EVERY_MS;
    this.#today = today;
    if (!learns || !isDue) return;
    const { clinics, bookings } = await read();
    this.#readAt = performance.now();
    this.#shares = lateShares(bookings);
    this.#expected = expectedReturns(clinics, this.rules.returns);
  }

  /** Is what is left of this day at this clinic kept for those with hardly a day left? Who is not in the plan may be over their last day. */
  keepsForLate(live: LivePlan, bucketId: string, claimId: string): boolean {
    const claim = this.reserves ? claimOf(live, claimId) : undefined;
    const bucket = live.graph.buckets.get(bucketId);
    if (claim === undefined || bucket === undefined || isLate(claim.deadlineOn, this.#today)) return false;
    const { reserve } = this.rules;
    const share = reserve === "RECORD" ? (this.#shares.get(claim.service) ?? 0) : reserve / 100;
    return isReserved(bucket.dayOn, bucket.units, live.unitsOf(bucketId), share);
  }

  /** May a promise that waits take somebody's last unit, because as many are expected back? */
  concedes(live: LivePlan, claimId: string): boolean {
    const claim = this.rules.returns === "OFF" ? undefined : claimOf(live, claimId);
    return claim !== undefined && this.#conceded.concedes(claim.service, this.#today, this.#expected);
  }

  /** Before a booking is taken into the plan: a last unit that goes with it was given away. */
  taking(live: LivePlan, bucketId: string, claimId: string): void {
    const claim = this.rules.returns === "OFF" ? undefined : claimOf(live, claimId);
    if (claim !== undefined && live.harms(bucketId, claimId)) this.#conceded.give(claim.service, this.#today);
  }
}

function claimOf({ graph }: LivePlan, claimId: string) {
  const at = graph.claims.get(claimId);
  return at === undefined ? undefined : graph.claimAt[at];
}
