/** What clients of others bring along: documents by hash, manifests, event streams, packed answers, traces. */
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "graphql-sse";
import { COMMANDS } from "../../src/commands/list.js";
import { run } from "../../src/commands/run.js";
import { JOBS } from "../../src/assembly/jobs.js";
import { acceptedEncoding, packed } from "../../src/gateway/http/compression.js";
import { traceOf } from "../../src/gateway/http/trace-context.js";
import { newTestId } from "../support/make.js";
import { sceneOf } from "../bookings/scene.js";
import { today } from "../support/clock.js";
import { addDays } from "../../src/kernel/calendar.js";
import { globalId, startApp, type TestApp } from "../support/app.js";

let t: TestApp;
let dir: string;
beforeAll(async () => {
  t = await startApp({ TRUSTED_DOCUMENTS_ONLY: "true" });
  dir = await mkdtemp(path.join(tmpdir(), "manifests-"));
});
afterAll(async () => {
  await t.stop();
  await rm(dir, { recursive: true, force: true });
});
const hash = (text: string, algorithm = "sha256"): string => createHash(algorithm).update(text).digest("hex");
const tokenOf = async (of: TestApp, subject: string): Promise<string> =>
  `Bearer ${await of.app.identity.issuer!.mint({ sub: subject, role: "MEMBER" })}`;

type Raw = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer; body: any };
function post(body: object, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const req = http.request(`${t.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", ...headers } }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const encoding = res.headers["content-encoding"];
        const text = encoding === "br" ? brotliDecompressSync(bytes) : encoding === "gzip" ? gunzipSync(bytes) : bytes;
        resolve({ status: res.statusCode ?? 0, headers: res.headers, bytes, body: JSON.parse(text.toString("utf8")) });
      });
    });
    req.on("error", reject);
    req.end(JSON.stringify(body));
  });
}

async function manifest(content: unknown, more: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const file = path.join(dir, `${newTestId()}.json`);
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  const [out, err]: [string[], string[]] = [[], []];
  const given = { file, owner: "member-app", release: "3.2.0", role: "ANONYMOUS", until: addDays(today(), 30), by: "operator", ...more };
  const argv = ["manifest", ...Object.entries(given).flatMap(([name, value]) => [`--${name}`, value])];
  const code = await run(argv, COMMANDS, {
    say: (line) => void out.push(line),
    note: (line) => void err.push(line),
    env: { DATABASE_URL: t.fresh.url, DATA_DIR: dir },
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
const apollo = (...bodies: string[]) => ({
  format: "apollo-persisted-query-manifest",
  version: 1,
  operations: bodies.map((body) => ({ id: hash(body), name: "X", type: "query", body })),
});
/** The gateway asks at most once a second for what it does not know. */
const aSecond = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_100));

describe("a manifest of a client", () => {
  const APOLLO = "query FromApollo {\n  services {\n    code\n  }\n}";
  const RELAY = "query FromRelay {\n  services {\n    code\n    kind\n  }\n}";
  const CODEGEN = "query FromCodegen { conditions { code } }";

  it("is registered without a release of the gateway, in the form of each tool, and run by id or by its text", async () => {
    expect((await post({ documentId: hash(APOLLO) })).body.errors[0].extensions.code).toBe("UNTRUSTED_DOCUMENT");
    expect(await manifest(apollo(APOLLO))).toMatchObject({ code: 0, out: expect.stringContaining("1 documents are registered") });
    expect((await manifest({ [hash(CODEGEN, "sha1")]: CODEGEN }, { release: "3.3.0" })).code).toBe(0);
    const known = await manifest({ [hash(RELAY, "md5")]: RELAY }, { release: "3.4.0" });
    // its field `kind` is none
    expect([known.code, known.err]).toEqual([1, expect.stringContaining('FromRelay: Cannot query field "kind"')]);
    const relay = RELAY.replace("\n    kind", "");
    expect((await manifest({ [hash(relay, "md5")]: relay }, { release: "3.4.0" })).code).toBe(0);
    await aSecond();
    for (const documentId of [hash(APOLLO), `sha256:${hash(APOLLO)}`, hash(CODEGEN, "sha1"), hash(relay, "md5")])
      expect([documentId, Object.keys((await post({ documentId })).body.data ?? {})]).toEqual([
        documentId,
        [expect.stringMatching(/services|conditions/)],
      ]);
    expect((await post({ query: APOLLO.replace(/\s+/g, " ") })).body.data).toBeDefined();
    expect((await t.rows("select actor, rule from audit_event where operation = 'registerManifest' order by seq limit 1"))[0]).toEqual({
      actor: "operator",
      rule: `member-app 3.2.0 until ${addDays(today(), 30)}`,
    });
  });

  it("with a document that its role may not run is refused with every fault, and nothing of it is kept", async () => {
    const before = await t.rows("select count(*)::int as n from client_document");
    const { code, err } = await manifest(
      apollo("query A { services { code } }", "query B { paymentFile { id } }", "query C { __schema { types { name } } }", "{ broken"),
      { release: "4.0.0" },
    );
    expect(code).toBe(1);
    for (const said of ["B: ", "C: ", "it is no GraphQL"]) expect(err).toContain(said);
    expect(await t.rows("select count(*)::int as n from client_document")).toEqual(before);
    for (const content of ["no json", "[]", "{}", { [hash("x")]: "query { services { code } }" }, { short: "query { services { code } }" }])
      expect((await manifest(content, { release: "4.0.1" })).code).toBe(1);
  });

  it("ends on its day, and its release runs nothing else under the same name", async () => {
    const body = "query Ends { services { code } }";
    expect((await manifest(apollo(body), { release: "5.0.0" })).code).toBe(0);
    expect(await manifest(apollo(APOLLO), { release: "5.0.0" })).toMatchObject({
      code: 1,
      err: expect.stringContaining("other documents"),
    });
    await aSecond();
    expect((await post({ documentId: hash(body) })).status).toBe(200);
    expect(await manifest(apollo(body), { release: "5.0.0", until: addDays(today(), -1) })).toMatchObject({
      code: 0,
      out: expect.stringContaining("until"),
    });
    const twin = await t.another();
    const answer = await fetch(`${twin.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: body }),
    });
    expect(((await answer.json()) as any).errors[0].extensions.code).toBe("UNTRUSTED_DOCUMENT");
    await twin.stop();
  });

  it("an automatic persisted query is refused in the words that Apollo's clients know, and is not registered", async () => {
    const query = "query Automatic { services { code } }";
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash(query) } };
    for (const body of [{ extensions }, { extensions }]) {
      const answer = await post(body);
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [{ message: "PersistedQueryNotSupported", extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }],
      ]);
      expect((await post({ query, ...body })).body.errors[0].extensions.code).toBe("UNTRUSTED_DOCUMENT");
    }
    expect((await post({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash("x") } } })).status).toBe(400);
  });
});

describe("a stream of events", () => {
  let open: TestApp;
  beforeAll(async () => (open = await t.another()));
  afterAll(() => open.stop());
  const CHANGED =
    "subscription BookingChanged($bookingId: ID, $clinicId: ID) { bookingChanged(bookingId: $bookingId, clinicId: $clinicId) { change booking { id state } } }";

  it("tells a member of their booking as the socket does, and ends with the token that is taken back", async () => {
    const app = await startApp({}, t.fresh);
    const scene = sceneOf(app, () => clinic);
    const clinic = await app.make.clinic();
    const { member, id } = await scene.booked();
    const authorization = `Bearer ${await app.app.identity.issuer!.mint({ sub: member.subject, role: "MEMBER" })}`;
    const client = createClient({ url: `${app.url}/graphql`, headers: { authorization }, retryAttempts: 0 });
    const heard: any[] = [];
    const over = new Promise<unknown>((resolve) =>
      client.subscribe(
        { query: CHANGED, variables: { bookingId: globalId("Booking", id) } },
        { next: (answer) => void heard.push(answer), error: resolve, complete: () => resolve("complete") },
      ),
    );
    const relay = (): Promise<unknown> => JOBS.find(({ name }) => name === "relay-outbox")!.run({ database: app.app.database } as never);
    await relay();
    for (let tries = 0; heard.length === 0 && tries < 100; tries += 1) {
      await app.rows("insert into outbox (id, topic, aggregate_id, payload) values ($1, 'booking.confirmed', $2, '{}')", [newTestId(), id]);
      await relay();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(heard[0]).toMatchObject({
      data: { bookingChanged: { change: "CONFIRMED", booking: { id: globalId("Booking", id), state: "CONFIRMED" } } },
    });
    await app.rows("insert into token_revocation (id, subject, revoked_by, reason) values ($1, $2, 'x', 'x')", [
      newTestId(),
      member.subject,
    ]);
    expect(await Promise.race([over.then(() => "ended"), new Promise((resolve) => setTimeout(() => resolve("open"), 8_000))])).toBe(
      "ended",
    );
    client.dispose();
    await app.stop();
  }, 30_000);

  it("has the locks of the other doors: a login, registered documents, subscriptions only", async () => {
    const ask = async (query: string, headers: Record<string, string>): Promise<{ status: number; text: string }> => {
      const answer = await fetch(`${open.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
        body: JSON.stringify({ query }),
      });
      return { status: answer.status, text: await answer.text() };
    };
    const member = await t.make.member();
    const authorization = await tokenOf(open, member.subject);
    expect((await ask(CHANGED, {})).status).toBe(401);
    expect((await ask("subscription Own { bookingChanged { change } }", { authorization })).text).toContain("UNTRUSTED_DOCUMENT");
    const app = await startApp({}, t.fresh);
    const there = await fetch(`${app.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        authorization: `Bearer ${await app.app.identity.issuer!.mint({ sub: member.subject, role: "MEMBER" })}`,
      },
      body: JSON.stringify({ query: "{ services { code } }" }),
    });
    expect(there.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(await there.text()).toMatch(/^:\n\nevent: next\ndata: \{.*BAD_REQUEST.*\}\n\nevent: complete\ndata:\n\n$/);
    await app.stop();
  });
});

describe("a packed answer", () => {
  let app: TestApp;
  const LONG = { query: "{ conditions { code name en: name(language: EN) } }" };
  const at = (body: object, headers: Record<string, string>) =>
    new Promise<http.IncomingMessage & { bytes: Buffer }>((resolve, reject) => {
      const req = http.request(
        `${app.url}/graphql`,
        { method: "POST", headers: { "content-type": "application/json", ...headers } },
        (res) => {
          const chunks: Buffer[] = [];
          res.on("data", (chunk: Buffer) => chunks.push(chunk));
          res.on("end", () => resolve(Object.assign(res, { bytes: Buffer.concat(chunks) })));
        },
      );
      req.on("error", reject);
      req.end(JSON.stringify(body));
    });
  beforeAll(async () => (app = await startApp({}, t.fresh)));
  afterAll(() => app.stop());

  it("is smaller, says the same and how long it is, and is one of two for whoever keeps answers", async () => {
    const plain = await at(LONG, {});
    expect([plain.headers["content-encoding"], plain.bytes.length > 4_000]).toEqual([undefined, true]);
    for (const [asked, encoding, unpack] of [
      ["br, gzip", "br", brotliDecompressSync],
      ["gzip", "gzip", gunzipSync],
      ["br;q=0, gzip;q=0.5", "gzip", gunzipSync],
    ] as const) {
      const small = await at(LONG, { "accept-encoding": asked });
      expect(small.headers).toMatchObject({
        "content-encoding": encoding,
        "content-length": String(small.bytes.length),
        vary: "accept, accept-encoding, origin",
      });
      expect(small.bytes.length).toBeLessThan(plain.bytes.length / 2);
      expect(JSON.parse(unpack(small.bytes).toString("utf8")).data).toEqual(JSON.parse(plain.bytes.toString("utf8")).data);
    }
  });

  it("is none where it is short, an act's, or could have been asked for by another site", async () => {
    for (const [body, headers] of [
      [{ query: "{ __typename }" }, {}],
      [LONG, { "sec-fetch-site": "cross-site" }],
      [LONG, { cookie: "a=1" }],
    ] as const)
      expect((await at(body, { "accept-encoding": "br", ...headers })).headers["content-encoding"]).toBeUndefined();
    const clinic = await t.make.clinic();
    const act = "mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { errors { code } secret } }";
    const { headers } = await at(
      { query: act, variables: { input: { idempotencyKey: newTestId(), url: "x", types: [] } } },
      { authorization: `Bearer ${await app.app.identity.issuer!.mint({ sub: "s", role: "CLINIC_STAFF", cvr: clinic.cvr })}` },
    );
    expect(headers["cache-control"]).toBe("no-store, no-transform");
    const asked = { headers: { "accept-encoding": "br" } } as http.IncomingMessage;
    expect(await packed(asked, "x".repeat(5_000), headers["cache-control"])).toBeNull();
    expect(await packed(asked, "x".repeat(5_000), "no-store")).not.toBeNull();
  });

  it("is of another length each time, as whoever measures it sees it", async () => {
    const lengths = new Set<number>();
    for (let n = 0; n < 12; n += 1) lengths.add(String((await at(LONG, { "accept-encoding": "gzip" })).headers["x-blur"]).length);
    expect(lengths.size).toBeGreaterThan(3);
  });

  it.each([
    ["", null],
    ["identity", null],
    ["gzip", "gzip"],
    ["br", "br"],
    ["gzip, deflate, br", "br"],
    ["gzip;q=1, br;q=0.5", "gzip"],
    ["*", "br"],
    ["*;q=0", null],
    ["br;q=nonsense", null],
  ])("for %j is %s", (header, encoding) => expect(acceptedEncoding(header)).toBe(encoding));
});

describe("a trace", () => {
  const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  it("that a caller is in goes on in the answer, the audit trail and the event that follows", async () => {
    const app = await startApp({}, t.fresh);
    const clinic = await app.make.clinic();
    const scene = sceneOf(app, () => clinic);
    const { member, claim } = await scene.someone();
    const slot = await scene.freeSlot();
    const answer = await app.asMember(member)(
      "mutation ($input: BookSlotInput!) { bookSlot(input: $input) { booking { id } errors { code } } }",
      { input: { idempotencyKey: newTestId(), claimId: globalId("Claim", claim.id), slotId: globalId("Slot", slot.id) } },
      { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` },
    );
    expect(answer.data.bookSlot.errors).toEqual([]);
    expect(answer.headers["x-request-id"]).toBe(TRACE);
    expect(answer.headers["traceresponse"]).toMatch(new RegExp(`^00-${TRACE}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    expect(
      await app.rows("select distinct trace_id from audit_event where operation = 'bookSlot' and member_id = $1", [member.id]),
    ).toEqual([{ trace_id: TRACE }]);
    await JOBS.find(({ name }) => name === "relay-outbox")!.run({ database: app.app.database } as never);
    const told = await app.as({ sub: "s", role: "CLINIC_SYSTEM", cvr: clinic.cvr })(
      "{ events(first: 5, types: [BOOKING_CONFIRMED]) { edges { node { cloudEvent } } } }",
    );
    expect(told.data.events.edges[0].node.cloudEvent.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    await app.stop();
  });

  it.each([
    [`00-${TRACE}-00f067aa0ba902b7-01`, TRACE],
    [`01-${TRACE}-00f067aa0ba902b7-00-more`, TRACE],
    [`00-${TRACE}-00f067aa0ba902b7-01-more`, null],
    [`ff-${TRACE}-00f067aa0ba902b7-01`, null],
    [`00-${"0".repeat(32)}-00f067aa0ba902b7-01`, null],
    [`00-${TRACE}-${"0".repeat(16)}-01`, null],
    [`00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`, null],
    ["nonsense", null],
    [undefined, null],
  ])("%s is of %s", (header, traceId) => expect(traceOf(header)?.traceId ?? null).toBe(traceId));
});
