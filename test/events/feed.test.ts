import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { JOBS } from "../../src/assembly/jobs.js";
import { encodeCursor } from "../../src/gateway/api/paging/page.js";
import { sweepEvents } from "../../src/features/events/event.store.js";
import { startApp, type Asker, type TestApp } from "../support/app.js";
import { newTestId, type MadeClinic } from "../support/make.js";
import { sized } from "../support/size.js";
import { fromNow } from "../support/clock.js";

let t: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
beforeAll(async () => {
  t = await startApp();
  clinic = await t.make.clinic();
  other = await t.make.clinic();
});
afterAll(() => t.stop());

const relay = async (app = t): Promise<void> => {
  await JOBS.find(({ name }) => name === "relay-outbox")?.run({ database: app.app.database } as never);
};
const put = (of: MadeClinic, n: number, topic = "availability.changed", subject: string | null = null) =>
  t.rows(
    `insert into outbox (id, topic, aggregate_id, payload)
     select id, $2, coalesce($5::uuid, $3::uuid), jsonb_build_object('clinicId', $3::uuid, 'providerId', $4::uuid, 'claimId', $3::uuid)
     from unnest($1::uuid[]) id`,
    [Array.from({ length: n }, newTestId), topic, of.id, of.providerId, subject],
  );
const QUERY = `query ($first: Int!, $after: String, $types: [EventType!]) { events(first: $first, after: $after, types: $types) {
  edges { cursor node { id type subject { id } at cloudEvent clinic { id } } } pageInfo { hasNextPage endCursor } } }`;
const page = async (asker: Asker, after: string | null = null, more: object = {}): Promise<any> =>
  (await asker(QUERY, { first: 100, after, ...more })).data?.events;
const system = (of: MadeClinic): Asker => t.as({ sub: "practice-system", role: "CLINIC_SYSTEM", cvr: of.cvr });
const insurer = (): Asker => t.as({ sub: "claims-system", role: "INTEGRATION" });

async function all(asker: Asker, after: string | null, more: object = {}): Promise<{ ids: string[]; end: string }> {
  const ids: string[] = [];
  for (let at = after; ;) {
    const { edges, pageInfo } = await page(asker, at, more);
    ids.push(...edges.map((edge: any) => edge.node.id));
    at = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return { ids, end: at as string };
  }
}

describe("the feed of events", () => {
  it("is read to its end and on from there; nothing new is an empty page with a place of its own", async () => {
    await put(clinic, 3);
    await relay();
    const first = await page(system(clinic), null, { first: 2 });
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true, endCursor: first.edges[1].cursor } });
    const second = await page(system(clinic), first.pageInfo.endCursor, { first: 2 });
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    const third = await page(system(clinic), second.pageInfo.endCursor);
    expect([third.edges, third.pageInfo.hasNextPage]).toEqual([[], false]);
    await put(clinic, 1);
    await relay();
    expect((await page(system(clinic), third.pageInfo.endCursor)).edges).toHaveLength(1);
  });

  it("tells a clinic its own and the insurer's system everything; a claim is told to the insurer alone", async () => {
    const [mine, theirs, insurers] = await Promise.all([all(system(clinic), null), all(system(other), null), all(insurer(), null)]);
    await put(other, 2, "booking.confirmed");
    await put(other, 1, "claim.changed");
    await relay();
    expect((await page(system(clinic), mine.end)).edges).toEqual([]);
    const seen = (await page(system(other), theirs.end)).edges.map((edge: any) => edge.node);
    expect(seen.map((event: any) => event.type)).toEqual(["BOOKING_CONFIRMED", "BOOKING_CONFIRMED"]);
    expect(seen[0].cloudEvent.data).not.toHaveProperty("claimId");
    const told = (await page(insurer(), insurers.end)).edges.map((edge: any) => edge.node);
    expect(told.map((event: any) => event.type)).toEqual(["BOOKING_CONFIRMED", "BOOKING_CONFIRMED", "CLAIM_CHANGED"]);
    expect(told[0].cloudEvent.data).toHaveProperty("claimId");
    for (const asker of [t.as(null), t.asFinance(), t.asHealthTeam()])
      expect((await asker(QUERY, { first: 1 })).errors?.[0]?.extensions.code).toMatch(/UNAUTHENTICATED|GRAPHQL_VALIDATION_FAILED/);
  });

  it("is narrowed to kinds, and one that there is not is refused with those there are", async () => {
    const { end } = await all(insurer(), null);
    await put(clinic, 2, "rate.proposed");
    await put(clinic, 2, "rate.approved");
    await relay();
    const { ids } = await all(insurer(), end, { types: ["RATE_APPROVED"] });
    expect(ids).toHaveLength(2);
    const { errors } = await insurer()(QUERY, { first: 1, types: ["BOOKING_EATEN"] });
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining("BOOKING_CONFIRMED"), extensions: { code: "BAD_USER_INPUT" } });
  });

  it("refuses a cursor of more than thirty days with a code and a remedy, and one of 29 not", async () => {
    const cursor = (days: number): string => encodeCursor("events", ["0", fromNow(-days * 86_400_000).toISOString()]);
    const { errors } = await insurer()(QUERY, { first: 1, after: cursor(30.01) });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "REFUSED",
      refusals: [{ code: "CURSOR_EXPIRED", path: ["after"], remedy: expect.stringContaining("without a cursor") }],
    });
    expect(await page(insurer(), cursor(29.9))).not.toBeNull();
    for (const after of [
      "x",
      encodeCursor("events", ["-1", fromNow(0).toISOString()]),
      encodeCursor("bookings", ["1", fromNow(0).toISOString()]),
    ])
      expect((await insurer()(QUERY, { first: 1, after })).errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("keeps events a day longer than a cursor is good for", async () => {
    await t.rows("update event set published_at = clock_now() - interval '30 days 23 hours'");
    expect(await sweepEvents(t.fresh.database)).toBe(0);
    await t.rows("update event set published_at = clock_now() - interval '31 days 1 hour' where topic = 'rate.proposed'");
    expect(await sweepEvents(t.fresh.database)).toBe(2);
  });

  it("puts what has no type aside, and tells the others", async () => {
    const { end } = await all(insurer(), null);
    await put(clinic, 1, "rate.eaten", newTestId());
    await put(clinic, 1, "rate.approved", newTestId());
    await relay();
    expect((await all(insurer(), end)).ids).toHaveLength(1);
    expect(await t.rows("select last_error from outbox where topic = 'rate.eaten'")).toEqual([{ last_error: "NoEventType" }]);
    await t.rows("delete from outbox where topic = 'rate.eaten'");
  });

  it("leaves none out, whatever order transactions end in, with two relays at work and a reader that never waits", async () => {
    const twin = await t.another();
    const WRITERS = 8;
    const each = sized(20, 200);
    const { end } = await all(insurer(), null);
    let writing = true;
    const writer = async (n: number): Promise<void> => {
      const client = await t.fresh.database.pool.connect();
      try {
        for (let i = 0; i < each; i += 1) {
          await client.query("begin");
          await client.query(
            "insert into outbox (id, topic, aggregate_id, payload) values ($1, 'availability.changed', $2, jsonb_build_object('providerId', $3::uuid, 'clinicId', $2::uuid))",
            [newTestId(), clinic.id, clinic.providerId],
          );
          // its number is taken; others take later ones and end before it
          await pause((i * 7 + n * 13) % 23);
          await client.query("commit");
        }
      } finally {
        client.release();
      }
    };
    const relaying = [t, twin].map(async (app) => {
      while (writing) await relay(app);
      await relay(app);
    });
    const heard: string[] = [];
    const reading = (async () => {
      let at = end;
      for (let last = false; ;) {
        const got = await all(insurer(), at);
        heard.push(...got.ids);
        at = got.end;
        if (last) return;
        last = !writing && (await t.rows("select from outbox where delivered_at is null")).length === 0;
      }
    })();
    await Promise.all(Array.from({ length: Math.min(WRITERS, 4) }, (_, n) => writer(n)));
    writing = false;
    await Promise.all([...relaying, reading]);
    await twin.stop();
    const told = (await t.rows("select id from event order by position")).map(({ id }) => id as string);
    expect(heard).toHaveLength(4 * each);
    expect(heard).toEqual(told.slice(-4 * each));
  });
});
