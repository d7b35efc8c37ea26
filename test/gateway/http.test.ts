import http from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { FairShare } from "../../src/gateway/http/fair-share.js";
import { start } from "./world.js";

let world: Awaited<ReturnType<typeof start>>;
beforeAll(
  async () =>
    (world = await start({
      origins: ["https://member.example"],
      share: new FairShare({ allowLarge: (viewer) => viewer.role === "CLINIC_SYSTEM" }),
    })),
);
afterAll(() => world.stop());

const JSON_POST = { "content-type": "application/json" };
const post = (body: string, headers: Record<string, string> = JSON_POST) => world.raw("/graphql", { method: "POST", headers, body });
const QUERY = JSON.stringify({ query: "{ __typename }" });
const RESPONSE = "application/graphql-response+json";

describe("the status of an answer", () => {
  const cases: [string, () => ReturnType<typeof post>, number][] = [
    ["a query", () => post(QUERY), 200],
    ["a document that does not parse", () => post(JSON.stringify({ query: "{" })), 400],
    ["a document that does not parse, new media type", () => post(JSON.stringify({ query: "{" }), { ...JSON_POST, accept: RESPONSE }), 400],
    ["a document that does not validate", () => post(JSON.stringify({ query: "{ nothing }" })), 400],
    ["variables that cannot be read", () => post(JSON.stringify({ query: "query($t: String!) { echo(text: $t) }" })), 400],
    ["an operation that is not there", () => post(JSON.stringify({ query: "query A { __typename }", operationName: "B" })), 400],
    ["two operations and no name", () => post(JSON.stringify({ query: "query A { __typename } query B { __typename }" })), 400],
    ["data and errors together", () => post(JSON.stringify({ query: '{ shelf { id } fail(how: "plain") }' })), 200],
    ["a subscription over HTTP", () => post(JSON.stringify({ query: "subscription { moved { id } }" })), 400],
    ["a persisted query", () => post(JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: "00" } } })), 400],
    ["a batch", () => post(`[${QUERY},${QUERY}]`), 400],
    ["an empty object", () => post("{}"), 400],
    ["an empty body", () => post(""), 400],
    ["another media type", () => post(QUERY, { "content-type": "text/plain" }), 415],
    ["a form", () => post("query=x", { "content-type": "application/x-www-form-urlencoded" }), 415],
    ["no media type", () => world.raw("/graphql", { method: "POST", body: new Uint8Array([123]) }), 415],
    ["another charset", () => post(QUERY, { "content-type": "application/json; charset=utf-16" }), 415],
    ["a compressed body", () => post(QUERY, { ...JSON_POST, "content-encoding": "gzip" }), 415],
    ["no acceptable answer", () => post(QUERY, { ...JSON_POST, accept: "text/html" }), 406],
    ["an acceptable answer forbidden by its quality", () => post(QUERY, { ...JSON_POST, accept: "application/json;q=0" }), 406],
    [
      "incremental delivery, with JSON as well",
      () => post(QUERY, { ...JSON_POST, accept: "multipart/mixed; incrementalSpec=v0.2, application/json" }),
      200,
    ],
    ["PUT", () => world.raw("/graphql", { method: "PUT", body: QUERY, headers: JSON_POST }), 405],
    ["HEAD", () => world.raw("/graphql", { method: "HEAD" }), 405],
    ["OPTIONS", () => world.raw("/graphql", { method: "OPTIONS" }), 204],
    ["GET without the preflight header", () => world.raw("/graphql?query={__typename}"), 400],
    ["GET that asks nothing and wants a page", () => world.raw("/graphql", { headers: { accept: "text/html" } }), 400],
    ["GET that wants a page as its answer", () => world.raw("/graphql?query={__typename}", { headers: { accept: "text/html" } }), 406],
    ["GET with it", () => world.raw("/graphql?query={__typename}", { headers: { "apollo-require-preflight": "1" } }), 200],
    ["a mutation by GET", () => world.raw("/graphql?query=mutation{__typename}", { headers: { "apollo-require-preflight": "1" } }), 405],
    ["another path", () => world.raw("/graphq"), 404],
    ["the root", () => world.raw("/"), 404],
    ["too large a body", () => post(JSON.stringify({ query: "{ __typename }", x: "x".repeat(101_000) })), 413],
    ["health", () => world.raw("/health"), 200],
    ["HEAD on health", () => world.raw("/health", { method: "HEAD" }), 200],
    ["POST on health", () => world.raw("/health", { method: "POST" }), 405],
    ["ready", () => world.raw("/ready"), 200],
  ];
  it.each(cases)("of %s is by policy", async (_name, send, status) => {
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers.get("x-request-id")).toMatch(/^[\w-]{8,64}$/);
    if (status >= 400 && answer.text !== "") expect(answer.body.errors?.[0]?.extensions.code).toMatch(/^[A-Z_]+$/);
    if (status === 405) expect(answer.headers.get("allow")).toBeTruthy();
    if (status !== 204) expect(answer.headers.get("cache-control")).toBe("no-store");
  });
});

describe("the listener", () => {
  it("answers broken JSON in JSON without repeating it", async () => {
    const answer = await post('{"query": secret');
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ message: "Bad Request: Invalid JSON." }] } });
    expect(answer.text).not.toContain("secret");
  });

  it("refuses text that is not UTF-8", async () => {
    const answer = await world.raw("/graphql", { method: "POST", headers: JSON_POST, body: new Uint8Array([0x22, 0xff, 0x22]) });
    expect(answer.status).toBe(400);
  });

  it.each(['"\\u0000"', '"\\ud800"', '"\\udc00x"'])("refuses the character %s in a variable", async (text) => {
    const answer = await post(`{"query":"query($t: String) { echo(text: $t) }","variables":{"t":${text}}}`);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] } });
  });

  it("refuses NUL as an escape inside a GraphQL string, and by GET", async () => {
    expect((await world.ask('{ echo(text: "\\u0000") }')).status).toBe(400);
    expect((await world.ask('{ echo(text: "\\u{0}") }')).status).toBe(400);
    const preflight = { "apollo-require-preflight": "1" };
    expect((await world.raw(`/graphql?query=${encodeURIComponent('{ echo(text: "\\u0000") }')}`, { headers: preflight })).status).toBe(400);
    expect((await world.raw("/graphql?query={__typename}%00", { headers: preflight })).status).toBe(400);
  });

  it("lets whole surrogate pairs through, escaped or not", async () => {
    const answer = await post(`{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"\\ud83c\\udfe5 🏥"}}`);
    expect(answer.body.data).toEqual({ echo: "🏥 🏥" });
  });

  it("answers a body over the limit only when all of it was sent, so that the answer is not lost with the connection", async () => {
    for (const megabytes of [1, 20]) {
      const { port } = new URL(world.url);
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(Number(port), "127.0.0.1");
        let heard = "";
        socket.on("data", (chunk) => (heard += String(chunk)));
        socket.on("error", (error) => (heard += ` ${error.message}`));
        socket.on("close", () => resolve(heard));
        socket.write(`POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${megabytes}000000\r\n\r\n`);
        socket.write(Buffer.alloc(megabytes * 1_000_000, 32));
      });
      expect(answer).toMatch(/^HTTP\/1.1 413 /);
      expect(answer).not.toMatch(/ECONNRESET|EPIPE/);
    }
  });

  it("reads up to 12 MB for a viewer who may, and for nobody else", async () => {
    const body = JSON.stringify({ query: "{ __typename }", extensions: { pad: "x".repeat(2_000_000) } });
    expect((await post(body, { ...JSON_POST, authorization: "Bearer CLINIC_SYSTEM" })).status).toBe(200);
    expect((await post(body, { ...JSON_POST, authorization: "Bearer MEMBER" })).status).toBe(413);
  });

  it("counts a body whose length was not announced", async () => {
    const { port } = new URL(world.url);
    const status = await new Promise<number | undefined>((resolve) => {
      const req = http.request({ port, path: "/graphql", method: "POST", headers: JSON_POST }, (res) => resolve(res.statusCode));
      req.on("error", () => {});
      for (let i = 0; i < 30; i += 1) req.write(" ".repeat(5_000));
    });
    expect(status).toBe(413);
  });

  it("sends the headers that keep a browser from doing more with an answer", async () => {
    const { headers } = await post(QUERY);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "content-type": "application/json; charset=utf-8",
    });
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("names a request as the caller did, when that is a plain name", async () => {
    expect((await post(QUERY, { ...JSON_POST, "x-request-id": "call-000001" })).headers.get("x-request-id")).toBe("call-000001");
    expect((await post(QUERY, { ...JSON_POST, "x-request-id": "a b<c>" })).headers.get("x-request-id")).not.toBe("a b<c>");
  });

  it("opens itself to the web origins it was told, and to no other", async () => {
    const origin = (name: string) =>
      world.raw("/graphql", { method: "OPTIONS", headers: { origin: name, "access-control-request-method": "POST" } });
    expect((await origin("https://member.example")).headers.get("access-control-allow-origin")).toBe("https://member.example");
    expect((await origin("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("stops the work of a caller who went away", async () => {
    const gone = new AbortController();
    const asked = fetch(`${world.url}/graphql`, {
      method: "POST",
      headers: JSON_POST,
      body: JSON.stringify({ query: "{ slow }" }),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 60);
    await expect(asked).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(world.seen.aborted).toBe(1);
  });

  it.each([
    ["WRITES", () => Promise.resolve(["WRITES"])],
    ["UNKNOWN", () => Promise.reject(new Error("no"))],
  ])("answers 503 on /ready, and why, when the probe says %s", async (why, ready) => {
    const other = await start({ ready });
    const answer = await other.raw("/ready");
    expect([answer.status, answer.text]).toEqual([503, `{"status":"unavailable","because":["${why}"]}`]);
    expect((await other.raw("/health")).status).toBe(200);
    await other.stop();
  });

  it("answers what has begun before it stops", async () => {
    const other = await start();
    const asked = other.ask("{ slow }");
    await new Promise((resolve) => setTimeout(resolve, 60));
    await other.stop();
    expect((await asked).body.data).toEqual({ slow: "done" });
    await expect(other.ask("{ slow }")).rejects.toThrow();
  });

  it("answers 500 without detail when it cannot tell who is asking", async () => {
    const other = await start({ identify: () => Promise.reject(new Error("postgres://user:secret@host")) });
    const answer = await other.ask("{ __typename }");
    expect(answer).toMatchObject({ status: 500, body: { errors: [{ extensions: { code: "INTERNAL" } }] } });
    expect(answer.text).not.toContain("secret");
    await other.stop();
  });
});
