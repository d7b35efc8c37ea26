/**
 * Callers who ask for more than they pay for: documents that cost the database or the thread much and were cheap or free, and failures on
 * purpose. What one caller's attack is to another is in neighbour.full.test.ts.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { parse, getOperationAST, type GraphQLError } from "graphql";
import { makeSchema } from "../../../src/assembly/schema.js";
import { storedOperations } from "../../../src/assembly/operations.js";
import { costOf, evaluate, intakeCost, objectsIn } from "../../../src/gateway/admission/cost.js";
import { Prices } from "../../../src/gateway/admission/prices.js";
import { Documents, readingCost } from "../../../src/gateway/admission/documents.js";
import { admitSubscription } from "../../../src/gateway/socket/subscription.js";
import { ANONYMOUS } from "../../../src/platform/viewer.js";
import { globalId, startApp, type TestApp } from "../../support/app.js";
import { newTestId } from "../../support/make.js";

const schema = makeSchema();
const costed = (document: string) => {
  const parsed = parse(document);
  return costOf(schema, parsed, getOperationAST(parsed)!);
};

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ RATE_LIMITS: "true" });
});
afterAll(() => app.stop());

describe("many ids", () => {
  const ids = Array.from({ length: 100 }, () => globalId("Booking", newTestId()));
  const aliases = (list: string): string => Array.from({ length: 15 }, (_, i) => `a${i}: nodes(ids: ${list}) { id }`).join(" ");

  it("cost what they are, written out or in a variable, found or not", () => {
    expect(evaluate(costed(`{ nodes(ids: ${JSON.stringify(ids)}) { id } }`), {})).toBe(
      evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids }),
    );
    expect(evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids })).toBeGreaterThanOrEqual(300);
    expect(evaluate(costed("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"), { ids: ids[0] })).toBeLessThan(20);
  });

  it("of fifteen aliases are refused before anything is asked of the database", async () => {
    const member = await app.make.member();
    const { errors, statements } = await app.asMember(member)(`query ($ids: [ID!]!) { ${aliases("$ids")} }`, { ids });
    expect(errors?.map((error) => error.extensions.code)).toEqual(["QUERY_TOO_COMPLEX"]);
    // whose token it is, and nothing else
    expect(statements).toBeLessThanOrEqual(2);
  });

  it("that find nothing are not given back", async () => {
    const member = await app.make.member();
    const ask = app.asMember(member);
    const { extensions } = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids });
    expect(extensions.cost.requested).toBeGreaterThanOrEqual(300);
    expect(extensions.cost.actual ?? extensions.cost.requested).toBe(extensions.cost.requested);
  });
});

describe("what a document leaves out this time", () => {
  const document = parse(`query ($more: Boolean! = false, $less: Boolean!) { clinics(first: 10) { edges { node {
    id practitioners @include(if: $more) { id } ...Rest @skip(if: $less) } } } }
    fragment Rest on Clinic { services { code } address { town } }`);
  const prices = new Prices(schema, document, getOperationAST(document)!);
  const priceOf = (variables: object): number => evaluate(prices.priceFor({ ...variables }), { ...variables });

  it("is not paid for, and what it does ask for is", () => {
    const bare = evaluate(costed("{ clinics(first: 10) { edges { node { id } } } }"), {});
    const all = evaluate(
      costed("{ clinics(first: 10) { edges { node { practitioners { id } services { code } address { town } } } } }"),
      {},
    );
    expect(priceOf({ less: true })).toBe(bare);
    expect(priceOf({ less: false, more: true })).toBe(all);
    expect(priceOf({ less: false })).toBeGreaterThan(bare);
    expect(priceOf({ less: false })).toBeLessThan(all);
    // nobody knows what is asked for, so it costs what it may cost at most
    expect(priceOf({ less: "no" })).toBe(all);
    expect(priceOf({})).toBe(all);
  });
});

describe("what an answer holds", () => {
  const { places } = costed("{ clinics(first: 2) { edges { cursor node { cursor: address { postalCode } } } } }");

  it("is counted by the types of the schema: a field that is called cursor makes nothing free", () => {
    const node = { cursor: { postalCode: "8000" } };
    const data = {
      clinics: {
        edges: [
          { cursor: "x", node },
          { cursor: "y", node },
        ],
      },
    };
    // the connection, two clinics and two addresses; an edge is a place in the list
    expect(objectsIn(data, 100, places)).toBe(5);
  });

  it("is counted alike whatever the caller calls it", async () => {
    const clinic = await app.make.clinic();
    const member = await app.make.member();
    const ask = app.asMember(member);
    const plain = "{ clinics(first: 30) { edges { node { address { town } services { code } practitioners { id } } } } }";
    const named =
      "{ clinics(first: 30) { edges { node { cursor: address { cursor: town } services { cursor: code } practitioners { cursor: id } } } } }";
    expect((await ask(named)).extensions.cost.actual).toBe((await ask(plain)).extensions.cost.actual);
    expect(clinic.id).toBeDefined();
  });
});

it("a failure of the caller's own making is paid for", async () => {
  const member = await app.make.member();
  const ask = app.asMember(member);
  const bad = '{ clinics(first: 90, after: "x") { edges { node { id name } } } }';
  const before = (await ask("{ viewer { role } }")).extensions.cost.available as number;
  const { errors, extensions } = await ask(bad);
  expect(errors?.map((error) => error.extensions.code)).toEqual(["BAD_USER_INPUT"]);
  const after = (await ask("{ viewer { role } }")).extensions.cost.available as number;
  expect(before - after).toBeGreaterThanOrEqual(Math.floor(extensions.cost.requested / 10));
});

describe("a document that was never seen", () => {
  const refused = (i: number): string => `query A${i} { viewer { ${"none ".repeat(900)} } }`;

  it("is paid for before it is read, also when it is none, and then its sender is turned away before anything of his is read", async () => {
    const member = await app.make.member();
    const ask = app.asMember(member);
    const codes = new Map<string, number>();
    for (let i = 0; i < 8; i += 1) {
      const { errors } = await ask(refused(i));
      const code = String(errors?.[0].extensions.code);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    // 300 tokens, and each of those is 90
    expect(codes.get("GRAPHQL_VALIDATION_FAILED")).toBe(3);
    expect(codes.get("RATE_LIMITED")).toBe(5);
    const { status, errors, headers, statements } = await ask("this is no document {{{");
    expect([status, errors?.[0].extensions.code, statements]).toEqual([429, "RATE_LIMITED", 0]);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    // another is not
    expect((await app.asMember(await app.make.member())("{ viewer { role } }")).status).toBe(200);
  });

  it("costs nothing more once it is known, nor ever where it is registered", async () => {
    const ask = app.asMember(await app.make.member());
    const own = "query Own { viewer { role } words(first: 1) { edges { node { value } } } }";
    const left = async (document: string): Promise<number> => (await ask(document)).extensions.cost.available as number;
    const { document } = storedOperations().find(({ name }) => name === "who-am-i") ?? {};
    const [before, registered, first] = [await left("{ viewer { role } }"), await left(document ?? ""), await left(own)];
    const again = await left(own);
    expect(before - registered).toBeLessThan(5);
    expect(registered - first).toBeGreaterThan(own.length / 5 / 10);
    expect(first - again).toBeLessThan(registered - first);
  });

  it("is paid for over a socket, where each message is read anew", async () => {
    const taken: number[] = [];
    const ctx = { viewer: { ...ANONYMOUS, role: "MEMBER" }, address: null } as unknown as Parameters<typeof admitSubscription>[1];
    const admission = {
      schema,
      admit: () => {
        throw new Error("it is not read");
      },
      takeTokens: (_: unknown, cost: number) => (taken.push(cost), { ok: false, available: 0, restoreRate: 300, retryAfterSeconds: 7 }),
    } as unknown as Parameters<typeof admitSubscription>[2];
    const answer = await admitSubscription({ query: refused(0) }, ctx, admission);
    expect(taken).toEqual([readingCost(refused(0))]);
    expect((answer as readonly GraphQLError[]).map(({ extensions }) => extensions["code"])).toEqual(["RATE_LIMITED"]);
  });

  it("is forgotten before all of them together fill the memory", async () => {
    const documents = new Documents(1_000);
    const text = (i: number): string => `{ a${i} ${"b ".repeat(100)}}`;
    for (let i = 0; i < 50; i += 1) await documents.set(`${i}`, parse(text(i)));
    const kept = await Promise.all(Array.from({ length: 50 }, (_, i) => documents.get(`${i}`)));
    expect(kept.map((each) => each !== undefined).lastIndexOf(false)).toBe(45);
    expect(kept.filter((each) => each !== undefined)).toHaveLength(4);
  });
});

describe("what a mutation brings in", () => {
  const lines = (count: number): Record<string, unknown> => ({
    input: { lines: Array.from({ length: count }, () => ({ externalId: "x" })) },
  });

  it("costs by the line, and more by the line where more come at once: they hold the thread in one piece", () => {
    expect(intakeCost({ input: { id: "x", note: "y" } })).toBe(0);
    expect([1, 100, 1_000, 10_000].map((count) => intakeCost(lines(count)))).toEqual([1, 105, 1_500, 60_000]);
    expect(intakeCost({ input: { content: "x".repeat(8_000_000) } })).toBe(20_000);
  });

  it("is charged, and no reason to refuse", async () => {
    const clinic = await app.make.clinic();
    const ask = app.as({ sub: "bulk", role: "CLINIC_SYSTEM", cvr: clinic.cvr });
    const document = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { errors { code } } }";
    const of = (count: number): object => ({
      input: {
        clinicId: globalId("Clinic", clinic.id),
        idempotencyKey: crypto.randomUUID(),
        mode: "CONTINUE",
        lines: Array.from({ length: count }, (_, i) => ({ externalId: `r${i}` })),
      },
    });
    const one = (await ask(document, of(1))).extensions.cost.available as number;
    const many = (await ask(document, of(1_000))).extensions.cost.available as number;
    expect(one - many).toBeGreaterThanOrEqual(145);
  });
});

it("a body that nests without end, or holds more values than any operation takes, is not read to its end", async () => {
  const clinic = await app.make.clinic();
  const ask = app.as({ sub: "intricate", role: "CLINIC_SYSTEM", cvr: clinic.cvr });
  const deep: unknown[] = [];
  let at = deep;
  for (let i = 0; i < 70; i += 1) at.push((at = []));
  for (const x of [deep, Array.from({ length: 250_000 }, () => 1)]) {
    const { status, errors } = await ask("{ viewer { role } }", { x });
    expect([status, errors?.[0].extensions.code]).toEqual([413, "BAD_REQUEST"]);
  }
});

it("what takes longer than it may is told to be asked again, not to be a fault of ours", async () => {
  const member = await app.make.member();
  await app.asMember(member)("{ viewer { role } }");
  const holder = await app.fresh.database.pool.connect();
  try {
    await holder.query("begin; lock table claim in access exclusive mode");
    const { status, errors, headers } = await app.asMember(member)("{ claims(first: 1) { edges { node { id } } } }");
    expect([status, errors?.[0].extensions.code, errors?.[0].extensions.retryable]).toEqual([503, "OVERLOADED", true]);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  } finally {
    await holder.query("rollback");
    holder.release();
  }
});

it("the page of prices names registered queries alone, none of them over five times the median", () => {
  const lines = [...readFileSync("docs/cost.md", "utf8").matchAll(/^\| `([\w-]+)` .*\| ([\d.]+) +\|$/gm)];
  const names = new Set(storedOperations().map(({ name }) => name));
  expect(lines.length).toBeGreaterThan(60);
  expect(lines.map(([, name]) => name).filter((name) => name === undefined || !names.has(name))).toEqual([]);
  expect(Math.max(...lines.map(([, , times]) => Number(times)))).toBeLessThanOrEqual(5);
});
