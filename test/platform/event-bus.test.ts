import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { announcedSince } from "../../src/platform/trail/announced-since.js";
import {
  announce,
  connectEventBus,
  EventsMissed,
  type BusEvent,
  type EventBus,
  type EventsSince,
} from "../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../src/platform/trail/relay-outbox.js";
import { freshDatabase, type FreshDatabase } from "../support/database.js";
import { newTestId } from "../support/make.js";
import { proxyTo } from "./proxy.js";

let fresh: FreshDatabase;
let bus: EventBus | undefined;
let listening: Promise<unknown> = Promise.resolve();
const stopping = new AbortController();
let heard: BusEvent[];
let failure: unknown;

beforeEach(async () => {
  fresh = await freshDatabase();
  heard = [];
  failure = undefined;
});
afterEach(async () => {
  await bus?.close();
  await listening;
  await fresh.drop();
});

async function listen(url: string, since?: EventsSince): Promise<void> {
  const made = connectEventBus(url, since, { heartbeatMs: 200, answerMs: 1_000 });
  bus = made;
  await made.ready;
  listening = (async () => {
    for await (const event of made.listen("a.", stopping.signal)) heard.push(event);
  })().catch((error: unknown) => (failure = error));
}
async function happens(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, newTestId);
  await fresh.database.pool.query(
    "insert into outbox (id, topic, aggregate_id, payload) select id, 'a.b', id, '{}' from unnest($1::uuid[]) id",
    [ids],
  );
  await relayOutbox(fresh.database, announce);
  return ids;
}
async function until(is: () => boolean, ms = 10_000): Promise<void> {
  for (const end = performance.now() + ms; !is() && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20));
}
const KILL =
  "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'provider-network-events' and datname = current_database()";
const idsOf = (events: readonly BusEvent[]): string[] => events.map(({ id }) => id).sort();

it("reads from the outbox what was announced while its connection was gone, each event once", async () => {
  await listen(fresh.url, announcedSince(fresh.database));
  const all = await happens(3);
  await until(() => heard.length === 3);
  for (let round = 0; round < 5; round += 1) {
    await fresh.database.pool.query(KILL);
    all.push(...(await happens(2)));
    await until(() => heard.length === all.length);
  }
  expect(idsOf(heard)).toEqual(all.sort());
  expect(failure).toBeUndefined();
});

it("notices a connection that died without a word, and catches up", async () => {
  const wire = await proxyTo(fresh.url);
  await listen(wire.url, announcedSince(fresh.database));
  wire.blackHole = true;
  const ids = await happens(2);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(heard).toEqual([]);
  // the answer to a sign of life is waited for; then a new connection stands where the wire carries again
  setTimeout(() => (wire.blackHole = false), 1_500);
  await until(() => heard.length === 2, 20_000);
  expect(idsOf(heard)).toEqual(ids.sort());
  await bus?.close();
  await wire.close();
}, 40_000);

it("tells its readers that they missed something when it cannot be read again", async () => {
  await listen(fresh.url, () => Promise.resolve(null));
  await fresh.database.pool.query(KILL);
  await until(() => failure !== undefined);
  expect(failure).toBeInstanceOf(EventsMissed);
});
