import { afterAll, beforeEach, describe, expect, it } from "@jest/globals";
import { announcedSince } from "../../src/platform/trail/announced-since.js";
import { announce, connectEventBus, type BusEvent, type EventBus } from "../../src/platform/trail/event-bus.js";
import { relayOutbox, sweepOutbox, type Deliver } from "../../src/platform/trail/relay-outbox.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { newTestId } from "../support/make.js";

let fresh: FreshDatabase;
const left: (() => Promise<void>)[] = [];
beforeEach(async () => {
  fresh = await freshDatabase();
  left.push(fresh.drop);
});
afterAll(async () => {
  for (const drop of left) await drop();
});

const put = (n: number, aggregate: () => string = newTestId, topic = "booking.confirmed") =>
  fresh.database.pool.query(
    "insert into outbox (id, topic, aggregate_id, payload) select i, $2, a, jsonb_build_object('n', n) from unnest($1::uuid[], $3::uuid[]) with ordinality x (i, a, n)",
    [Array.from({ length: n }, newTestId), topic, Array.from({ length: n }, aggregate)],
  );
const rows = async (text: string): Promise<any[]> => (await fresh.database.pool.query(text)).rows;

describe("the relay", () => {
  it("delivers everything once, in order, however many relays run", async () => {
    await put(900);
    const seen: bigint[] = [];
    const deliver: Deliver = async (events) => void seen.push(...events.map((event) => event.seq));
    const results = await Promise.all(Array.from({ length: 4 }, () => relayOutbox(fresh.database, deliver)));
    expect(results.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(900);
    expect(seen).toHaveLength(900);
    expect(seen).toEqual([...seen].sort((a, b) => Number(a - b)));
    expect(await rows("select count(*)::int as n from outbox where delivered_at is null")).toEqual([{ n: 0 }]);
  });

  it("puts the one bad event in a thousand aside after eight tries, with an alert, and lets the others through at once", async () => {
    await put(1_000);
    const [{ id: poison }] = await rows("select id from outbox order by seq offset 500 limit 1");
    const deliver: Deliver = async (events) => {
      if (events.some((event) => event.id === poison)) throw new Error(`cpr 0101701234 in a message`);
    };
    const first = await relayOutbox(fresh.database, deliver);
    // on a slow machine its second try may be due before the others are through
    expect(first).toMatchObject({ delivered: 999, dead: 0 });
    for (let i = 0; i < 8; i += 1) {
      await fresh.database.pool.query("update outbox set next_attempt_at = now() where delivered_at is null");
      await relayOutbox(fresh.database, deliver);
    }
    expect(await rows("select id, attempts, dead_at is not null as dead, last_error from outbox where delivered_at is null")).toEqual([
      { id: poison, attempts: 8, dead: true, last_error: "Error" },
    ]);
    expect(await rows("select kind, subject from alert")).toEqual([{ kind: "EVENT_UNDELIVERABLE", subject: poison }]);
  });

  it("never lets a later event of the same thing overtake one that waits for its next try", async () => {
    const one = newTestId();
    await put(3, () => one);
    const seen: number[] = [];
    let fail = true;
    const deliver: Deliver = async (events) => {
      if (fail) throw new Error("not now");
      seen.push(...events.map((event) => Number(event.payload["n"])));
    };
    await relayOutbox(fresh.database, deliver);
    await fresh.database.pool.query("update outbox set next_attempt_at = now() + interval '1 hour' where attempts > 0");
    fail = false;
    expect(await relayOutbox(fresh.database, deliver)).toEqual({ delivered: 0, failed: 0, dead: 0 });
    await fresh.database.pool.query("update outbox set next_attempt_at = now()");
    await relayOutbox(fresh.database, deliver);
    expect(seen).toEqual([1, 2, 3]);
  });

  it("forgets delivered events after a week", async () => {
    await put(2);
    await relayOutbox(fresh.database, () => Promise.resolve());
    await fresh.database.pool.query("update outbox set delivered_at = now() - interval '8 days' where seq = (select min(seq) from outbox)");
    expect(await sweepOutbox(fresh.database)).toBe(1);
  });
});

describe("the event bus", () => {
  const take = async (bus: EventBus, prefix: string, n: number, signal: AbortSignal): Promise<BusEvent[]> => {
    const taken: BusEvent[] = [];
    for await (const event of bus.listen(prefix, signal)) if (taken.push(event) >= n) break;
    return taken;
  };

  it("tells every gateway, by topic, and goes on after its connection was cut", async () => {
    const since = announcedSince(fresh.database);
    const buses = [connectEventBus(fresh.url, since), connectEventBus(fresh.url, since)];
    await Promise.all(buses.map((bus) => bus.ready));
    const end = new AbortController();
    const heard = buses.map((bus) => take(bus, "booking.", 2, end.signal));
    await put(2);
    await put(2, newTestId, "rate.approved");
    await relayOutbox(fresh.database, announce);
    expect((await Promise.all(heard)).map((events) => events.map((event) => event.payload["n"]))).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await fresh.database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'provider-network-events' and datname = current_database()",
    );
    const again = take(buses[0] as EventBus, "", 1, end.signal);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await put(1);
    await relayOutbox(fresh.database, announce);
    expect(await again).toHaveLength(1);
    end.abort();
    await Promise.all(buses.map((bus) => bus.close()));
    expect(buses.map((bus) => bus.readers())).toEqual([0, 0]);
  });

  it("ends a reader at once when it is no longer wanted", async () => {
    const bus = connectEventBus(fresh.url);
    await bus.ready;
    const end = new AbortController();
    const reading = take(bus, "", 1, end.signal);
    end.abort();
    expect(await reading).toEqual([]);
    expect(bus.readers()).toBe(0);
    await bus.close();
  });
});
