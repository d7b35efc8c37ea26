import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { WebSocket } from "ws";
import { newContext } from "../../src/gateway/api/context.js";
import { mask } from "../../src/gateway/execution/mask.js";
import { makeSocketServer, type SocketServer } from "../../src/gateway/socket/socket.js";
import type { Database } from "../../src/platform/postgres/database.js";
import type { Role } from "../../src/platform/viewer.js";
import { as, calls, schema, start } from "../gateway/world.js";
import { CORPUS } from "./abuse-corpus.js";

/** The quickest of a few tries counts: the others were waiting for a busy machine. */
const MOST_MS = 100;
const TRIES = 5;
const MOST_MB = 100;

let world: Awaited<ReturnType<typeof start>>;
let sockets: SocketServer;
beforeAll(async () => {
  world = await start({}, { introspection: false });
  sockets = makeSocketServer({
    server: world.listener.server,
    schema,
    gateway: { admit: world.admit, format: (error) => mask(error.toJSON(), error, { hideSuggestions: true }) },
    identify: (authorization) =>
      Promise.resolve({
        viewer: as((authorization ?? "").slice(7) as Role),
        claims: {
          subject: "x",
          role: "MEMBER",
          cvr: null,
          assurance: "HIGH",
          purpose: null,
          boundTo: null,
          tokenId: null,
          issuedAt: 0,
          expiresAt: Number.MAX_SAFE_INTEGER,
        },
      }),
    context: (request) => newContext({ ...request, database: {} as Database, services: {} as never }),
  });
  // the first request of a process pays for what the others share
  await world.ask("{ shelf { id } }");
});
afterAll(async () => {
  await sockets.stop();
  await world.stop();
});

it("counts forty", () => {
  expect(CORPUS).toHaveLength(40);
});

describe("over HTTP", () => {
  it.each(CORPUS.map((abuse) => [abuse.name, abuse] as const))(
    "%s is refused at once and reaches no resolver",
    async (_name, { body, headers }) => {
      const before = calls.count;
      const memory = process.memoryUsage().rss;
      const { answer, ms } = await quickest(() =>
        world.raw("/graphql", {
          method: "POST",
          headers: { "content-type": "application/json", authorization: "Bearer MEMBER", ...headers },
          body,
        }),
      );
      expect(ms).toBeLessThan(MOST_MS);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.body.data).toBeUndefined();
      expect(answer.body.errors?.[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
      expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
      expect(answer.text.length).toBeLessThan(4_000);
      expect(answer.text).not.toMatch(/Did you mean|call stack|node_modules|at \//);
      expect(calls.count).toBe(before);
      expect((process.memoryUsage().rss - memory) / 1e6).toBeLessThan(MOST_MB);
    },
  );

  it("an ordinary request is answered as before", async () => {
    const began = performance.now();
    expect((await world.ask("{ shelf { id label } }")).body.data.shelf.label).toBe("shelf 1");
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe("over the socket", () => {
  const socketed = CORPUS.filter((abuse) => abuse.socket);
  it.each(socketed.map((abuse) => [abuse.name, abuse] as const))(
    "%s is refused at once and reaches no resolver",
    async (_name, { body }) => {
      const before = calls.count;
      const ws = await connected();
      const payload = JSON.parse(body.replace("query(", "subscription(").replace(/^\{"query":"\{/, '{"query":"subscription {')) as object;
      let id = 0;
      const { answer, ms } = await quickest(() => {
        const end = new Promise<{ type: string; payload?: any[] }>((resolve) => {
          if (ws.readyState !== ws.OPEN) resolve({ type: "closed" });
          ws.once("message", (data) => resolve(JSON.parse(String(data))));
          ws.once("close", () => resolve({ type: "closed" }));
        });
        ws.send(JSON.stringify({ type: "subscribe", id: String(id++), payload }));
        return end;
      });
      expect(ms).toBeLessThan(MOST_MS);
      expect(["error", "closed"]).toContain(answer.type);
      if (answer.type === "error") expect(answer.payload?.[0]?.extensions?.code).toMatch(/^[A-Z_]+$/);
      expect(JSON.stringify(answer)).not.toMatch(/Did you mean|call stack|node_modules/);
      expect(calls.count).toBe(before);
      ws.terminate();
    },
  );

  it("100,000 tiny fragments of a message close the socket and do not fill the memory", async () => {
    const ws = await connected();
    const memory = process.memoryUsage().rss;
    const closed = new Promise<number>((resolve) => ws.on("close", resolve));
    ws.on("error", () => {});
    for (let i = 0; i < 100_000 && ws.readyState === ws.OPEN; i += 1) {
      ws.send("x", { fin: false });
      if (i % 5_000 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect([1006, 1008, 1009]).toContain(await closed);
    expect((process.memoryUsage().rss - memory) / 1e6).toBeLessThan(MOST_MB);
  }, 20_000);
});

async function quickest<T>(ask: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  let best: { answer: T; ms: number } | null = null;
  for (let i = 0; i < TRIES && (best === null || best.ms >= MOST_MS); i += 1) {
    const began = performance.now();
    const answer = await ask();
    const ms = performance.now() - began;
    if (best === null || ms < best.ms) best = { answer, ms };
  }
  if (!best) throw new Error("nothing was tried");
  return best;
}

async function connected(): Promise<WebSocket> {
  const ws = new WebSocket(`${world.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await new Promise((resolve) => ws.on("open", resolve));
  const ready = new Promise((resolve) => ws.once("message", resolve));
  ws.send(JSON.stringify({ type: "connection_init", payload: { authorization: "Bearer MEMBER" } }));
  await ready;
  return ws;
}
