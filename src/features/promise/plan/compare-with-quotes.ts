/**
 * The plan and the quotes read one definition of what a claim may book. Once a night this is looked at from outside: for a sample of
 * open claims and of free openings around each, what the plan takes for an edge is compared with what the quote says, and every
 * difference is told as facts. What changes by the minute (a hold, the member's other appointments, who else needs the unit) is left out.
 */
import { decideBooking } from "../../bookings/booking.js";
import { readQuotePairs } from "../../bookings/booking.store.js";
import { distanceKm, type Place } from "../../../kernel/place.js";
import { mayUse } from "../../../matching/edge.js";
import type { Channel, OpenClaim } from "../../../matching/model.js";
import type { Database } from "../../../platform/postgres/database.js";
import { transaction } from "../../../platform/postgres/transaction.js";
import { WORKER } from "../../../platform/viewer.js";
import { openingsAround } from "./opening.store.js";
import { loadPromises, type PromiseInstance } from "./promise.store.js";

export type PlanQuoteDifference = {
  readonly claimId: string;
  readonly slotId: string;
  readonly planSays: "MAY_BOOK" | "MAY_NOT_BOOK";
  /** Codes of what the quote says against it; none where it may be booked. */
  readonly quoteSays: readonly string[];
};

export type PlanComparison = { readonly claims: number; readonly compared: number; readonly differences: readonly PlanQuoteDifference[] };

/** Claims looked at, and openings for each. */
const CLAIMS = 200;
const OPENINGS = 12;
/** Pairs read in one statement. */
const AT_ONCE = 300;
const OF_THE_MOMENT: ReadonlySet<string> = new Set(["SLOT_HELD", "SLOT_TAKEN", "MEMBER_BUSY", "HARMS_OTHER_PROMISE"]);

export type ComparisonOptions = {
  readonly now?: Date | null;
  readonly claims?: number;
  readonly openings?: number;
};

export async function comparePlanWithQuotes(database: Database, options: ComparisonOptions = {}): Promise<PlanComparison> {
  const { claims: most = CLAIMS, openings = OPENINGS } = options;
  return transaction(
    database,
    WORKER,
    async (tx) => {
      const instance = await loadPromises(tx, { now: options.now ?? null });
      const sample = everySoMany(instance.claims, most, instance.today);
      const claims = new Map(sample.map((claim) => [claim.id, leastAsking(instance, claim)]));
      const buckets = new Map(instance.buckets.map((bucket) => [bucket.id, bucket]));
      const around = await openingsAround(tx, instance, [...claims.keys()], { lot: String(instance.today), each: openings });
      // beyond the radius the plan sends nobody, and a member may still choose to go
      const pairs = around.filter(({ claimId, channel, clinic }) => isNear(claims.get(claimId)!, channel, clinic));
      const differences: PlanQuoteDifference[] = [];
      for (let at = 0; at < pairs.length; at += AT_ONCE) {
        const some = pairs.slice(at, at + AT_ONCE);
        const bucketOf = new Map(some.map(({ claimId, slotId, bucket }) => [`${claimId} ${slotId}`, bucket]));
        for (const { claimId, slotId, file, at: opening } of await readQuotePairs(tx, some)) {
          const bucket = buckets.get(bucketOf.get(`${claimId} ${slotId}`) ?? "");
          const planned = bucket !== undefined && mayUse(claims.get(claimId)!, bucket);
          const against = decideBooking(file, opening, { role: "HEALTH_TEAM", overrideReason: null }).refusals;
          const quoteSays = against.flatMap(({ code }) => (OF_THE_MOMENT.has(code) ? [] : [code]));
          if (planned !== (quoteSays.length === 0))
            differences.push({ claimId, slotId, planSays: planned ? "MAY_BOOK" : "MAY_NOT_BOOK", quoteSays });
        }
      }
      return { claims: sample.length, compared: pairs.length, differences };
    },
    { readOnly: true, retries: 0 },
  );
}

/** Another part of them each day, so that in time all are looked at. */
function everySoMany(claims: readonly OpenClaim[], most: number, today: number): OpenClaim[] {
  const step = Math.max(1, Math.ceil(claims.length / most));
  return claims.filter((_, i) => (i + today) % step === 0);
}

/** A quote asks for no wish but the date. */
function leastAsking(instance: PromiseInstance, claim: OpenClaim): OpenClaim {
  return instance.relaxed(claim.id).at(-1) ?? claim;
}

function isNear(claim: OpenClaim, channel: Channel, clinic: Place): boolean {
  return channel !== "IN_PERSON" || distanceKm(claim, clinic) <= claim.radiusKm;
}

/** How many differ how, e.g. "MAY_BOOK but FUNDING_NOT_PRIVATE": figures for the record of the job, without anybody in them. */
export function differencesByKind(differences: readonly PlanQuoteDifference[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { planSays, quoteSays } of differences) {
    const kind = `${planSays} but ${[...quoteSays].sort().join(" ") || "nothing against it"}`;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}
