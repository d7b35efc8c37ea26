import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { bucketsOf, leaseFrom, makeRateLimiter, type Bucket, type LeaseFrom } from "../../src/platform/rate-limit.js";
import { ANONYMOUS, type Role, type Viewer } from "../../src/platform/viewer.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";

const as = (role: Role, more: Partial<Viewer> = {}): Viewer => ({ ...ANONYMOUS, role, subject: `${role}-1`, assurance: "HIGH", ...more });
let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

describe("a bucket", () => {
  it("is a person's, a clinic user's beside the clinic's, and an address's for nobody in particular", () => {
    expect(bucketsOf(as("MEMBER"), "1.2.3.4")).toEqual([{ key: "USER:MEMBER-1", perMinute: 300 }]);
    expect(bucketsOf(as("CLINIC_STAFF", { providerId: "p" }), null).map((b) => b.perMinute)).toEqual([600, 6_000]);
    expect(bucketsOf(as("HEALTH_TEAM"), null)).toEqual([{ key: "STAFF:HEALTH_TEAM-1", perMinute: 3_000 }]);
    expect(bucketsOf(ANONYMOUS, "1.2.3.4")).toEqual([{ key: "ADDRESS:1.2.3.4", perMinute: 300 }]);
  });

  it("is one for all gateways: two of them do not double the limit", async () => {
    const gateways = [makeRateLimiter(leaseFrom(fresh.database)), makeRateLimiter(leaseFrom(fresh.database))];
    const viewer = as("MEMBER", { subject: "two-gateways" });
    let units = 0;
    for (let i = 0; i < 60; i += 1) {
      const taken = await gateways[i % 2]?.take(viewer, null, 100);
      if (taken?.ok) units += 100;
    }
    // 300 tokens are 3,000 units; what came back in the second or two that this takes is a few more
    expect(units).toBeGreaterThanOrEqual(2_700);
    expect(units).toBeLessThanOrEqual(3_300);
  });

  it("costs a statement once in a while, not with every request", async () => {
    const limiter = makeRateLimiter(leaseFrom(fresh.database));
    const viewer = as("HEALTH_TEAM", { subject: "cheap" });
    const before = fresh.database.statements;
    for (let i = 0; i < 100; i += 1) expect((await limiter.take(viewer, null, 20)).ok).toBe(true);
    expect(fresh.database.statements - before).toBeLessThanOrEqual(3);
  });

  it("that is empty says when to come back, without asking the database again", async () => {
    const limiter = makeRateLimiter(leaseFrom(fresh.database));
    const viewer = as("MEMBER", { subject: "empty" });
    let last = await limiter.take(viewer, null, 1_000);
    while (last.ok) last = await limiter.take(viewer, null, 1_000);
    const before = fresh.database.statements;
    for (let i = 0; i < 50; i += 1) last = await limiter.take(viewer, null, 1_000);
    expect(fresh.database.statements).toBe(before);
    expect(last).toMatchObject({ ok: false, restoreRate: 300 });
    if (!last.ok) expect(last.retryAfterSeconds).toBeGreaterThan(0);
  });

  it("of a clinic binds its users together", async () => {
    const viewers = Array.from({ length: 14 }, (_, i) => as("CLINIC_STAFF", { subject: `colleague-${i}`, providerId: "shared" }));
    let tokens = 0;
    for (const viewer of viewers) {
      const limiter = makeRateLimiter(leaseFrom(fresh.database));
      for (let i = 0; i < 6; i += 1) if ((await limiter.take(viewer, null, 1_000)).ok) tokens += 100;
    }
    expect(tokens).toBeGreaterThanOrEqual(5_000);
    expect(tokens).toBeLessThanOrEqual(6_600);
  });
});

describe("a lease", () => {
  const counting = (): { lease: LeaseFrom; asked: number[] } => {
    const asked: number[] = [];
    return {
      asked,
      lease: (_buckets: readonly Bucket[], needed, wanted) => (
        asked.push(wanted),
        Promise.resolve({ granted: Math.max(needed, wanted), available: 100, waitSeconds: 0 })
      ),
    };
  };

  it("is a tenth of the bucket, is used up and ends after ten seconds", async () => {
    let clock = 1_000_000;
    const { lease, asked } = counting();
    const limiter = makeRateLimiter(lease, () => clock);
    for (let i = 0; i < 30; i += 1) await limiter.take(as("MEMBER"), null, 10);
    expect(asked).toEqual([30]);
    await limiter.take(as("MEMBER"), null, 10);
    expect(asked).toHaveLength(2);
    clock += 10_001;
    await limiter.take(as("MEMBER"), null, 10);
    expect(asked).toHaveLength(3);
  });

  it("gets back what an answer did not hold", async () => {
    const { lease, asked } = counting();
    const limiter = makeRateLimiter(lease);
    for (let i = 0; i < 20; i += 1) {
      await limiter.take(as("MEMBER"), null, 200);
      limiter.refund(as("MEMBER"), null, 190);
    }
    expect(asked.length).toBeLessThanOrEqual(2);
  });
});
