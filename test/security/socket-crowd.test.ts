/** Many clinics listening at once: each hears of its own and of nothing else. FULL=1: 50 clinics, 1,000 sockets, 5,000 events. */
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { WebSocket } from "ws";
import { announce } from "../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../src/platform/trail/relay-outbox.js";
import { revoke } from "../../src/platform/people/revocations.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { newTestId } from "../support/make.js";
import { openSocket, type Listening, type Socket } from "../support/subscribe.js";
import { FULL } from "../support/size.js";
import { makeHouse, type House } from "./matrix/world.js";

const [CLINICS, SOCKETS, EVENTS] = FULL ? [50, 20, 5_000] : [6, 3, 60];

/** Each event is read again for each socket of its clinic. */
const BATCH = 2;

let app: TestApp;
const sockets: Socket[] = [];
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(async () => {
  await Promise.all(sockets.map((socket) => socket.stop()));
  await app.stop();
});

type Tenant = { readonly house: House; readonly subject: string; readonly listening: Listening[]; readonly sockets: Socket[] };

async function tenant(n: number): Promise<Tenant> {
  const house = await makeHouse(app, { clinic: await app.make.clinic(), member: await app.make.member() }, false);
  const subject = `staff-${n}`;
  const authorization = `Bearer ${await app.app.identity.issuer?.mint({ sub: subject, role: "CLINIC_STAFF", cvr: house.clinic.cvr })}`;
  const own = Array.from({ length: SOCKETS }, () => openSocket(app.url, { authorization }));
  sockets.push(...own);
  const listening = own.map((socket) => socket.listen("subscription { bookingChanged { change booking { id } } }"));
  return { house, subject, listening, sockets: own };
}

it("every socket hears of every change at its own clinic and of none at another's; all of a person's close when the token is taken back", async () => {
  const tenants: Tenant[] = [];
  for (let n = 0; n < CLINICS; n += 1) tenants.push(await tenant(n));
  await new Promise((resolve) => setTimeout(resolve, FULL ? 5_000 : 1_000));
  const counts = new Map<Tenant, number>();
  for (let sent = 0; sent < EVENTS; sent += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) => tenants[(sent + i * 7 + (i % 3)) % CLINICS] as Tenant);
    for (const each of batch) counts.set(each, (counts.get(each) ?? 0) + 1);
    await app.rows(
      "insert into outbox (id, topic, aggregate_id, payload) select id, 'booking.confirmed', booking, jsonb_build_object('providerId', provider, 'clinicId', clinic) from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) e (id, booking, provider, clinic)",
      [
        batch.map(() => newTestId()),
        batch.map(({ house }) => house.ids["Booking"]),
        batch.map(({ house }) => house.clinic.providerId),
        batch.map(({ house }) => house.clinic.id),
      ],
    );
    await relayOutbox(app.app.database, announce);
    // each event is read again for each socket: the next batch comes when these have been told
    for (const each of tenants) for (const heard of each.listening) await heard.next(counts.get(each) ?? 0, 60_000);
  }
  let foreign = 0;
  let missing = 0;
  for (const each of tenants) {
    const own = globalId("Booking", each.house.ids["Booking"] ?? "");
    for (const { answers, errors } of each.listening) {
      expect(errors).toEqual([]);
      foreign += answers.filter((answer) => answer.data?.bookingChanged?.booking?.id !== own).length;
      missing += (counts.get(each) ?? 0) - answers.length;
    }
  }
  expect([foreign, missing]).toEqual([0, 0]);

  const leaving = tenants.slice(0, 5);
  const began = performance.now();
  for (const { subject } of leaving)
    await revoke(app.app.database, { subject, by: "test", reason: "left the clinic", lifetimeSeconds: 3_600 });
  const closed = await Promise.all(leaving.flatMap((each) => each.sockets.map((socket) => socket.closed)));
  const took = performance.now() - began;
  console.info(`${CLINICS * SOCKETS} sockets, ${EVENTS} events: foreign ${foreign}, missing ${missing}, closed after ${took} ms`);
  expect(new Set(closed.map(({ reason }) => reason))).toEqual(new Set(["Token revoked"]));
  expect(took).toBeLessThan(5_000);
}, 1_200_000);

it("a message in a hundred thousand pieces closes its socket, and costs no memory", async () => {
  const raw = new WebSocket(`${app.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  raw.on("error", () => {});
  await new Promise((resolve) => raw.on("open", resolve));
  global.gc?.();
  const before = process.memoryUsage().rss;
  const closed = new Promise<number>((resolve) => raw.on("close", resolve));
  let open = true;
  void closed.then(() => (open = false));
  for (let i = 0; i < 100_000 && open; i += 1) {
    raw.send("", { fin: false });
    if (i % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await closed).not.toBe(1000);
  const grown = process.memoryUsage().rss - before;
  console.info(`a message in pieces: ${Math.round(grown / 1e6)} MB`);
  expect(grown).toBeLessThan(50_000_000);
}, 60_000);
