import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { WebSocket } from "ws";
import { announce } from "../../src/platform/trail/event-bus.js";
import { relayOutbox } from "../../src/platform/trail/relay-outbox.js";
import { revoke } from "../../src/platform/people/revocations.js";
import { globalId, startApp, type TestApp } from "../support/app.js";
import { fromNow } from "../support/clock.js";
import type { MadeClaim, MadeClinic, MadeMember, MadeSlot } from "../support/make.js";
import { openSocket, type Socket } from "../support/subscribe.js";
import { newTestId } from "../support/make.js";
import { BOOK_SLOT } from "../support/documents.js";

let app: TestApp;
let clinic: MadeClinic;
let other: MadeClinic;
let member: MadeMember;
let stranger: MadeMember;
const open: Socket[] = [];

beforeAll(async () => {
  app = await startApp();
  clinic = await app.make.clinic();
  other = await app.make.clinic();
  member = await app.make.member();
  stranger = await app.make.member();
});
afterAll(async () => {
  await Promise.all(open.map((socket) => socket.stop()));
  await app.stop();
});

const token = async (claims: object, ttl?: number): Promise<string> =>
  `Bearer ${await app.app.identity.issuer?.mint(claims as never, ttl)}`;
const socketAs = async (claims: object, more: Record<string, string> = {}, ttl?: number): Promise<Socket> => {
  const socket = openSocket(app.url, { authorization: await token(claims, ttl), ...more });
  open.push(socket);
  return socket;
};
const relay = () => relayOutbox(app.app.database, announce);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function book(of: MadeMember, at: MadeClinic): Promise<{ slot: MadeSlot; claim: MadeClaim; id: string }> {
  const claim = await app.make.claim(of);
  const slot = await app.make.slot(at, { startsAt: fromNow(3 * 86_400_000 + counter++ * 3_600_000) });
  const answer = await app.asMember(of)(BOOK_SLOT, {
    input: { idempotencyKey: newTestId(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) },
  });
  expect(answer.data.bookSlot.errors).toEqual([]);
  await relay();
  return { slot, claim, id: answer.data.bookSlot.booking.id };
}
let counter = 0;

it("tells a member, its clinic and nobody else about a booking, and writes down who was told", async () => {
  const Q = "subscription { bookingChanged { change booking { id state } } }";
  const listeners = await Promise.all([
    socketAs({ sub: member.subject, role: "MEMBER" }),
    socketAs({ sub: "c1", role: "CLINIC_STAFF", cvr: clinic.cvr }),
    socketAs({ sub: "c2", role: "CLINIC_STAFF", cvr: other.cvr }),
    socketAs({ sub: stranger.subject, role: "MEMBER" }),
  ]);
  const [own, treating, foreign, outsider] = listeners.map((socket) => socket.listen(Q));
  await pause(300);
  const { id } = await book(member, clinic);
  expect(await own?.next()).toEqual([{ data: { bookingChanged: { change: "CONFIRMED", booking: { id, state: "CONFIRMED" } } } }]);
  expect(await treating?.next()).toEqual([{ data: { bookingChanged: { change: "CONFIRMED", booking: { id, state: "CONFIRMED" } } } }]);
  await pause(200);
  expect([foreign?.answers, outsider?.answers, foreign?.errors, outsider?.errors]).toEqual([[], [], [], []]);
  const told = await app.rows(
    "select actor_role from audit_event where operation = 'bookingChanged' and member_id = $1 order by actor_role",
    [member.id],
  );
  expect(told.map((row: any) => row.actor_role)).toEqual(["CLINIC_STAFF", "MEMBER"]);
});

it("says that something at a clinic changed, and not who changed it", async () => {
  const socket = await socketAs({ sub: stranger.subject, role: "MEMBER" });
  const heard = socket.listen("subscription($id: ID!) { availabilityChanged(clinicId: $id) { clinic { id } slot { id freeUnits } } }", {
    id: globalId("Clinic", clinic.id),
  });
  await pause(300);
  await book(member, other);
  const { slot } = await book(member, clinic);
  expect(await heard.next()).toEqual([
    {
      data: {
        availabilityChanged: { clinic: { id: globalId("Clinic", clinic.id) }, slot: { id: globalId("Slot", slot.id), freeUnits: 0 } },
      },
    },
  ]);
});

it("reads each event again with the eyes of the viewer: an event about somebody else is passed over in silence", async () => {
  const { id } = await book(stranger, other);
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" });
  const heard = socket.listen("subscription { bookingChanged { booking { id } } }");
  await pause(300);
  const uuid = Buffer.from(id, "base64url").toString().split(":")[1];
  // an announcement that does not say whose it is: nothing but the look itself can tell
  await app.rows("insert into outbox (id, topic, aggregate_id, payload) values ($1, 'booking.confirmed', $2, '{}')", [newTestId(), uuid]);
  await relay();
  const own = await book(member, clinic);
  await heard.next();
  await pause(200);
  expect(heard.answers.map((answer) => answer.data.bookingChanged.booking.id)).toEqual([own.id]);
});

it.each([
  ["no token", {}],
  ["a token that is none", { authorization: "Bearer a.b.c" }],
  ["a token in the wrong place", { token: "x" }],
])("closes a connection with %s", async (_name, params) => {
  const socket = openSocket(app.url, params);
  const heard = socket.listen("subscription { bookingChanged { change } }");
  await heard.next();
  expect((await socket.closed).code).toBe(4403);
});

it("closes a connection that says nothing within three seconds", async () => {
  const raw = new WebSocket(`${app.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const began = performance.now();
  const code = await new Promise((resolve) => raw.on("close", resolve));
  expect(code).toBe(4408);
  expect(performance.now() - began).toBeLessThan(4_500);
});

it("closes a connection when its token expires", async () => {
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" }, {}, 2);
  socket.listen("subscription { bookingChanged { change } }");
  const { code, reason } = await socket.closed;
  expect([code, reason]).toEqual([4403, "Token expired"]);
}, 10_000);

it("closes a connection within five seconds of its token being taken back, and lets the same token in no more", async () => {
  const taken = await app.make.member();
  const authorization = await token({ sub: taken.subject, role: "MEMBER" });
  const socket = openSocket(app.url, { authorization });
  socket.listen("subscription { bookingChanged { change } }");
  await pause(300);
  const began = performance.now();
  await revoke(app.app.database, { subject: taken.subject, by: "test", reason: "lost phone", lifetimeSeconds: 3_600 });
  expect((await socket.closed).reason).toBe("Token revoked");
  expect(performance.now() - began).toBeLessThan(5_000);
  const again = await fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization },
    body: '{"query":"{__typename}"}',
  });
  expect(again.status).toBe(401);
}, 10_000);

it("refuses over the socket what it refuses over HTTP, in the same words", async () => {
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" });
  const deep = `subscription { bookingChanged ${"{ booking ".repeat(40)} { id } ${"}".repeat(40)} }`;
  const cases: [string, string][] = [
    [`subscription { ${Array.from({ length: 40 }, (_, i) => `a${i}: __typename`).join(" ")} }`, "QUERY_TOO_COMPLEX"],
    [deep, "QUERY_TOO_COMPLEX"],
    [`subscription { bookingChanged { change ${"@skip(if: false) ".repeat(30)} } }`, "QUERY_TOO_COMPLEX"],
    [`subscription { bookingChanged { ${"change ".repeat(1_200)} } }`, "GRAPHQL_PARSE_FAILED"],
    ["subscription { promiseAtRisk { claim { id } } }", "GRAPHQL_VALIDATION_FAILED"],
    ["query { __typename }", "BAD_REQUEST"],
    ["subscription {", "GRAPHQL_PARSE_FAILED"],
    ['subscription { bookingChanged(bookingId: "nonsense") { change } }', "BAD_USER_INPUT"],
  ];
  for (const [query, code] of cases) {
    const heard = socket.listen(query);
    await heard.next();
    const said = (heard.errors[0] as any)?.[0] ?? heard.answers[0]?.errors?.[0];
    expect([query.slice(0, 40), said?.extensions?.code]).toEqual([query.slice(0, 40), code]);
    expect(JSON.stringify(said)).not.toMatch(/Did you mean|nonsense/);
  }
});

it("closes a socket that sends a message of more than 64 kB, or a flood of messages", async () => {
  const raw = (first: (ws: WebSocket) => void) =>
    new Promise<number>((resolve) => {
      const ws = new WebSocket(`${app.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
      ws.on("open", () => first(ws))
        .on("close", resolve)
        .on("error", () => {});
    });
  expect(await raw((ws) => ws.send(JSON.stringify({ type: "ping", payload: { x: "x".repeat(70_000) } })))).toBe(1009);
  expect(await raw((ws) => Array.from({ length: 100 }, () => ws.send('{"type":"ping"}')))).toBe(4429);
  expect(await raw((ws) => ws.send(Buffer.from([1, 2])))).toBe(4400);
  expect(await raw((ws) => ws.send('{"type":"subscribe","id":"1","payload":{"query":"{__typename}"}}'))).toBe(4401);
});

it("opens no socket at another path, with another protocol or for a foreign web page", async () => {
  const status = (url: string, protocol: string, headers = {}) =>
    new Promise<number>((resolve) => {
      const ws = new WebSocket(url, protocol, { headers });
      ws.on("unexpected-response", (_, response) => resolve(response.statusCode ?? 0))
        .on("close", resolve)
        .on("error", () => {});
    });
  const at = app.url.replace("http", "ws");
  expect(await status(`${at}/elsewhere`, "graphql-transport-ws")).toBe(404);
  expect(await status(`${at}/graphql`, "graphql-transport-ws", { origin: "https://evil.example" })).toBe(403);
  expect([4406, 1006]).toContain(await status(`${at}/graphql`, "graphql-ws"));
});

it("lets one person hold at most twenty connections", async () => {
  const one = await app.make.member();
  const params = { authorization: await token({ sub: one.subject, role: "MEMBER" }) };
  const sockets = Array.from({ length: 21 }, () => openSocket(app.url, params));
  open.push(...sockets);
  for (const socket of sockets) socket.listen("subscription { bookingChanged { change } }");
  const closed = await Promise.race(sockets.map((socket) => socket.closed));
  expect(closed.code).toBe(4429);
});

it("tells every change once, although the connection that hears of changes is killed again and again", async () => {
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" });
  const heard = socket.listen("subscription { bookingChanged { booking { id } } }");
  await pause(300);
  const { id } = await book(member, clinic);
  await heard.next();
  const uuid = Buffer.from(id, "base64url").toString().split(":")[1];
  for (let round = 0; round < 10; round += 1) {
    const [{ killed }] = await app.rows(
      "select count(*) filter (where pg_terminate_backend(pid)) as killed from pg_stat_activity where application_name = 'provider-network-events' and datname = current_database()",
    );
    expect(Number(killed)).toBe(1);
    // announced while nobody listens
    await app.rows("insert into outbox (id, topic, aggregate_id, payload) values ($1, 'booking.confirmed', $2, '{}')", [newTestId(), uuid]);
    await relay();
    await heard.next(round + 2);
    await pause(50);
  }
  await pause(300);
  expect(heard.errors).toEqual([]);
  expect(heard.answers).toHaveLength(11);
}, 30_000);

it("tells a reader that changes were missed when they are too many to be told, instead of leaving them out", async () => {
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" });
  const heard = socket.listen("subscription { bookingChanged { booking { id } } }");
  await pause(300);
  await app.rows(
    `select pg_notify('gateway_events', json_build_object('id', gen_random_uuid(), 'topic', 'booking.confirmed', 'aggregateId', gen_random_uuid(), 'payload', json_build_object())::text)
     from generate_series(1, 3000)`,
  );
  await heard.next(1, 10_000);
  expect(heard.errors).toEqual([
    [
      {
        message: expect.stringContaining("Some changes were missed"),
        extensions: expect.objectContaining({ code: "UNAVAILABLE", retryable: true }),
      },
    ],
  ]);
}, 30_000);

it("ends the reading of a source when the client is done with it", async () => {
  const socket = await socketAs({ sub: member.subject, role: "MEMBER" });
  const heard = socket.listen("subscription { bookingChanged { change } }");
  await pause(300);
  heard.stop();
  await pause(200);
  await book(member, clinic);
  await pause(200);
  expect(heard.answers).toEqual([]);
});
