/** The doors: registered documents by hash, callers who dribble, names that point here, amounts that nobody pays. */
import { createHash } from "node:crypto";
import { connect } from "node:net";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { getNamedType, isObjectType } from "graphql";
import request from "supertest";
import { makeSchema } from "../../../src/assembly/schema.js";
import { storedOperations } from "../../../src/assembly/operations.js";
import { schemaSeenBy } from "../../../src/gateway/admission/role-schema.js";
import { makeListener } from "../../../src/gateway/http/http.js";
import type { Role } from "../../../src/platform/viewer.js";
import { isLoopbackHost } from "../../../src/assembly/start/start-guard.js";
import { startApp, type TestApp } from "../../support/app.js";

let t: TestApp;
beforeAll(async () => {
  t = await startApp({ TRUSTED_DOCUMENTS_ONLY: "true" });
});
afterAll(() => t.stop());

/** What fields are called that hold somebody's own words. */
const WRITTEN = /text|note|reason|comment|because|justification|wish|answer$|complaint|description|words$/i;

const stored =
  storedOperations().find(({ client, document }) => client === "public" && !document.includes("$")) ??
  storedOperations().find(({ client }) => client === "public");
const hash = stored?.hash ?? "";
const post = (body: object) => request(t.url).post("/graphql").set("content-type", "application/json").send(body);
const variables = stored?.variables ?? {};

describe("a registered document", () => {
  it("is run by its hash, in both ways of saying it, and by GET", async () => {
    const text = await post({ query: stored?.document, variables });
    expect(text.status).toBe(200);
    const ways = [
      { documentId: `sha256:${hash}` },
      { documentId: hash },
      { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    ];
    for (const way of ways) {
      const { status, body } = await post({ ...way, variables });
      expect([status, body.data]).toEqual([200, text.body.data]);
    }
    const got = await request(t.url)
      .get("/graphql")
      .query({ documentId: `sha256:${hash}`, variables: JSON.stringify(variables) })
      .set("apollo-require-preflight", "1");
    expect([got.status, got.body.data]).toEqual([200, text.body.data]);
  });

  it("is not added by sending it with its hash: what is not in the list is refused", async () => {
    const query = "{ services { nameEn: name } }";
    const own = createHash("sha256").update(query).digest("hex");
    for (const body of [{ documentId: own }, { query, extensions: { persistedQuery: { version: 1, sha256Hash: own } } }]) {
      const { status, body: answer } = await post(body);
      expect([status, answer.errors[0].extensions.code]).toEqual([400, "UNTRUSTED_DOCUMENT"]);
    }
  });

  it("is not another's text under its hash, and a hash is one", async () => {
    const bad = [
      { query: "{ services { code } }", documentId: hash },
      ...["", "x", hash.toUpperCase(), `md5:${hash}`, "__proto__", 1, {}, ["a"]].map((documentId) => ({ documentId })),
      ...[null, "", "constructor", 5].map((sha256Hash) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })),
    ];
    for (const body of bad) {
      const { status, body: answer } = await post(body);
      expect([body, status, answer.errors[0].extensions.code]).toEqual([body, 400, "BAD_REQUEST"]);
    }
  });

  it("stands in the committed list by what its file says", () => {
    const manifest = JSON.parse(readFileSync("schema/persisted-documents.json", "utf8"));
    expect(manifest).toMatchObject({ format: "apollo-persisted-query-manifest", version: 1 });
    for (const { id, body } of manifest.operations) expect(id).toBe(createHash("sha256").update(body).digest("hex"));
    expect(new Set(manifest.operations.map(({ id }: any) => id))).toEqual(
      new Set(storedOperations().flatMap((each) => [each.hash, each.forCache.hash])),
    );
  });
});

it("a caller who dribbles its headers is hung up on in time, and so is one who says nothing", async () => {
  const options = {
    apollo: {} as never,
    identify: () => Promise.reject(new Error("nobody gets here")),
    context: () => ({}) as never,
    ready: () => Promise.resolve([]),
  };
  const listener = makeListener({ ...options, headersMs: 400 });
  const { port } = await listener.listen(0, "127.0.0.1");
  try {
    const ended = (drip: string): Promise<number> =>
      new Promise((resolve) => {
        const began = performance.now();
        const socket = connect(port, "127.0.0.1");
        socket.on("error", () => {});
        socket.on("data", () => {});
        const timer = setInterval(() => drip && socket.write(drip), 50);
        socket.write(drip === "" ? "" : "POST /graphql HTTP/1.1\r\n");
        // who is not hung up on goes by itself, or the test would never end
        const given = setTimeout(() => socket.destroy(), 8_000);
        socket.once("close", () => {
          clearInterval(timer);
          clearTimeout(given);
          resolve(performance.now() - began);
        });
      });
    for (const took of await Promise.all([ended("x: y\r\n"), ended("")])) expect(took).toBeLessThan(5_000);
    // tried with less, so that the test does not take as long
    expect(makeListener(options).server.headersTimeout).toBe(10_000);
  } finally {
    await listener.stop(100);
  }
}, 30_000);

it("a name of somebody else's that points to a developer's machine opens nothing there", async () => {
  for (const host of ["evil.example", "evil.example:4000", "localhost.evil.example", "127.0.0.1.evil.example"]) {
    const { status, body } = await request(t.url).get("/health").set("host", host);
    expect([host, status, body.errors?.[0].extensions.code]).toEqual([host, 403, "FORBIDDEN"]);
  }
  expect((await request(t.url).get("/health")).status).toBe(200);
  expect(["localhost", "localhost:4000", "127.0.0.1:1", "[::1]:4000"].filter((host) => !isLoopbackHost(host))).toEqual([]);
  expect(["", "::2", "0.0.0.0", "127.evil.example", "128.0.0.1"].filter(isLoopbackHost)).toEqual([]);
});

it("what a member, a clinic or the health team wrote is not finance's to read", () => {
  const textsFor = (role: Role): string[] =>
    Object.values(schemaSeenBy(makeSchema(), role).getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith("__")
        ? Object.values(type.getFields())
            .filter((field) => getNamedType(field.type).name === "String" && WRITTEN.test(field.name))
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
  expect(textsFor("MEMBER")).toContain("Booking.endReason");
  // codes of the bank and of the book, sentences of the product and of the conditions, the wording of an agreement, and what a clinic
  // answers to a dispute, which it writes for finance
  expect(textsFor("FINANCE").sort()).toEqual([
    "BankAnswer.reason",
    "BankAnswer.reasonInWords",
    "DecisionReason.clauseInWords",
    "DisputeAnswer.words",
    "LedgerReason.inWords",
    "ProviderAccount.blockedReason",
    "SelfBillingAgreement.text",
    "SelfBillingAgreement.textVersion",
    "SettlementPayment.reasonInWords",
    "SettlementPayment.stateReason",
  ]);
});

it("an amount beyond ten thousand million kroner is refused before anything is done with it", async () => {
  const scalar = makeSchema().getType("BigInt") as any;
  expect(scalar.parseValue("1000000000000")).toBe(1_000_000_000_000n);
  for (const amount of ["1000000000001", "-1000000000001", "9223372036854775807", "1e3", "0x10"])
    expect(() => scalar.parseValue(amount)).toThrow();
});
