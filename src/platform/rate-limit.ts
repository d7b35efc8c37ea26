/**
 * Shared token buckets with local leases (docs/decisions/0003-rate-limits.md). The truth is one row per viewer in PostgreSQL,
 * so two gateways do not double a limit; each gateway takes a small lease from it and spends that without asking again.
 */
import type { Database } from "./postgres/database.js";
import { statement } from "./postgres/statement.js";
import { transaction } from "./postgres/transaction.js";
import { RETENTION, WORKER, type Role, type Viewer } from "./viewer.js";

/** A bucket and what it holds when full, which is also what it restores in a minute. */
export type Bucket = { readonly key: string; readonly perMinute: number };

type Lease = { readonly granted: number; readonly available: number; readonly waitSeconds: number };
export type LeaseFrom = (buckets: readonly Bucket[], needed: number, wanted: number) => Promise<Lease>;

type Taken =
  | { readonly ok: true; readonly available: number; readonly restoreRate: number }
  | { readonly ok: false; readonly available: number; readonly restoreRate: number; readonly retryAfterSeconds: number };

export type RateLimiter = {
  /** Takes the tokens for an operation of this cost, or says how long to wait. Mostly without a round trip. */
  readonly take: (viewer: Viewer, address: string | null, cost: number) => Taken | Promise<Taken>;
  /** For how many seconds this viewer is known to have nothing left; null where that is not known. */
  readonly closedFor: (viewer: Viewer, address: string | null) => number | null;
  /** Gives back what an operation was charged but did not use. */
  readonly refund: (viewer: Viewer, address: string | null, cost: number) => void;
};

/** Units of the cost formula per token: a page of twenty objects is two tokens, a mutation one. */
const UNITS_PER_TOKEN = 10;
const MEMBER_PER_MINUTE = 300;
const CLINIC_USER_PER_MINUTE = 600;
const CLINIC_PER_MINUTE = 6_000;
const STAFF_PER_MINUTE = 3_000;
/** Part of a bucket that one lease takes: the most that a gateway going down can lose of it. */
const LEASE_PART = 0.1;
const LEASE_MS = 10_000;
const MOST_VIEWERS = 20_000;

const STAFF = new Set<Role>(["HEALTH_TEAM", "FINANCE", "NETWORK_MANAGER", "WORKER"]);
const MACHINES = new Set<Role>(["CLINIC_SYSTEM", "INTEGRATION", "BANK_CHANNEL"]);

/** Person first, organisation second: everyone takes them in this order, so nobody waits in a circle. */
export function bucketsOf(viewer: Viewer, address: string | null): readonly Bucket[] {
  const { role, subject, providerId } = viewer;
  if (role === "ANONYMOUS") return [{ key: `ADDRESS:${address ?? "unknown"}`, perMinute: MEMBER_PER_MINUTE }];
  if (STAFF.has(role)) return [{ key: `STAFF:${subject}`, perMinute: STAFF_PER_MINUTE }];
  const clinic = providerId === null ? [] : [{ key: `PROVIDER:${providerId}`, perMinute: CLINIC_PER_MINUTE }];
  if (role === "CLINIC_STAFF") return [{ key: `USER:${subject}`, perMinute: CLINIC_USER_PER_MINUTE }, ...clinic];
  if (MACHINES.has(role)) return clinic.length > 0 ? clinic : [{ key: `SYSTEM:${subject}`, perMinute: CLINIC_PER_MINUTE }];
  return [{ key: `USER:${subject}`, perMinute: MEMBER_PER_MINUTE }];
}

type Held = { tokens: number; available: number; until: number; closedUntil: number };

export function makeRateLimiter(lease: LeaseFrom, now: () => number = Date.now): RateLimiter {
  const held = new Map<string, Held>();

  const remember = (key: string): Held => {
    const known = held.get(key) ?? { tokens: 0, available: 0, until: 0, closedUntil: 0 };
    if (held.size >= MOST_VIEWERS && !held.has(key)) held.clear();
    held.set(key, known);
    return known;
  };

  const renew = async (own: Held, buckets: readonly Bucket[], needed: number, perMinute: number): Promise<Taken> => {
    // what is still here counts: a caller may use the last of a share
    const missing = needed - (own.until > now() ? own.tokens : 0);
    const { granted, available, waitSeconds } = await lease(buckets, missing, Math.max(missing, perMinute * LEASE_PART));
    own.available = available;
    if (granted < missing) {
      // known to be empty until then: the flood that follows costs no statement
      own.closedUntil = now() + waitSeconds * 1_000;
      return refusedFor(own, perMinute, waitSeconds);
    }
    own.tokens = granted - missing;
    own.until = now() + LEASE_MS;
    return { ok: true, available: Math.max(0, Math.floor(own.available + own.tokens)), restoreRate: perMinute };
  };

  return {
    take: (viewer, address, cost) => {
      const buckets = bucketsOf(viewer, address);
      const [first] = buckets;
      const perMinute = Math.min(...buckets.map((bucket) => bucket.perMinute));
      const own = remember(first?.key ?? "");
      const needed = Math.max(1, cost) / UNITS_PER_TOKEN;
      const at = now();
      if (own.closedUntil > at) return refusedFor(own, perMinute, (own.closedUntil - at) / 1_000);
      if (own.until <= at || own.tokens < needed) return renew(own, buckets, needed, perMinute);
      own.tokens -= needed;
      return { ok: true, available: Math.max(0, Math.floor(own.available + own.tokens)), restoreRate: perMinute };
    },
    closedFor: (viewer, address) => {
      const leftMs = (held.get(bucketsOf(viewer, address)[0]?.key ?? "")?.closedUntil ?? 0) - now();
      return leftMs > 0 ? Math.max(1, Math.ceil(leftMs / 1_000)) : null;
    },
    refund: (viewer, address, cost) => {
      const own = held.get(bucketsOf(viewer, address)[0]?.key ?? "");
      if (own && own.until > now()) own.tokens += cost / UNITS_PER_TOKEN;
    },
  };
}

function refusedFor(own: Held, restoreRate: number, seconds: number): Taken {
  return { ok: false, available: Math.max(0, Math.floor(own.available)), restoreRate, retryAfterSeconds: Math.max(1, Math.ceil(seconds)) };
}

const LEASE = statement(
  "lease-tokens",
  `select granted, available, wait_seconds as "waitSeconds"
   from lease_tokens($1, $2, $3, $4)`,
  // the function answers one whole row
  { neverNull: ["granted", "available", "waitSeconds"] },
);
const SWEEP = statement(
  "sweep-rate-buckets",
  `delete from rate_bucket
   where filled_at < now() - interval '10 minutes' returning key`,
);

export function leaseFrom(database: Database): LeaseFrom {
  return (buckets, needed, wanted) =>
    // searches are counted, too, and go on while no standby confirms anything
    transaction(
      database,
      WORKER,
      async (tx) => {
        const keys = buckets.map(({ key }) => key);
        const rates = buckets.map(({ perMinute }) => perMinute);
        const [answer] = await tx.query(LEASE.with(keys, rates, needed, wanted));
        if (!answer) throw new Error("a lease answers one row");
        return answer;
      },
      { durable: false },
    );
}

/** Forgets buckets that are full again: nobody has asked from them for longer than they take to fill. */
export async function sweepBuckets(database: Database): Promise<number> {
  return transaction(database, RETENTION, async (tx) => (await tx.query(SWEEP.with())).length);
}
