/** Lists of thousands of lines, read apart: what an operation is given, and what it is refused for, is what graphql-js says of the whole. */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { buildSchema, execute, getOperationAST, parse, type GraphQLSchema } from "graphql";
import { keepLongListsAsRead } from "../../src/gateway/api/input/long-lists.js";
import { readApart } from "../../src/gateway/execution/long-variables.js";
import { variableFaults } from "../../src/gateway/execution/variables.js";
import { globalId, startApp, type TestApp } from "../support/app.js";

const SDL = `
  enum Kind { A B }
  input Line { id: ID!, kind: Kind = A, count: Int, more: [Line!] }
  input Deep { act: Act }
  input Act { name: String, lines: [Line!]!, others: [Line] }
  type Query { none: Int }
  type Mutation { act(input: Act!): Int, lines(lines: [Line!]!): Int, deep(input: Deep!): Int }`;
let given: unknown[];
let schema: GraphQLSchema;
const fresh = (): GraphQLSchema => {
  const made = buildSchema(SDL);
  for (const field of Object.values(made.getMutationType()?.getFields() ?? {})) field.resolve = (_root, args) => given.push(args);
  return made;
};
beforeAll(() => {
  schema = fresh();
  keepLongListsAsRead(schema);
});

const line = (i: number): object => ({ id: i, ...(i % 2 ? { kind: "B" } : {}), count: i, more: [{ id: `m${i}` }] });
const lines = (count: number): object[] => Array.from({ length: count }, (_, i) => line(i));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What the fields were given, and how many lists were read apart. */
async function run(text: string, variables: Record<string, unknown>): Promise<{ given: unknown; apart: number; errors: number }> {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("one operation");
  given = [];
  const apart = await readApart(schema, document, operation, variables);
  expect(apart?.errors ?? []).toEqual([]);
  const contextValue = apart ? { longLists: apart.lists } : {};
  const { errors = [] } = await execute({ schema, document, contextValue, variableValues: apart?.variables ?? variables });
  return { given: plain(given), apart: apart?.lists.size ?? 0, errors: errors.length };
}

async function whole(text: string, variables: Record<string, unknown>): Promise<unknown> {
  given = [];
  await execute({ schema: fresh(), document: parse(text), variableValues: variables });
  return plain(given);
}

describe("long lists of variables", () => {
  const ACT = "mutation ($input: Act!) { act(input: $input) }";
  it.each([
    ["of a whole argument", ACT, { input: { name: "x", lines: lines(450), others: [null, ...lines(300)] } }, 2],
    ["that are an argument", "mutation ($l: [Line!]!) { lines(lines: $l) }", { l: lines(250) }, 1],
    ["in a written argument", 'mutation ($l: [Line!]!) { act(input: { name: "x", lines: $l }) }', { l: lines(250) }, 1],
    [
      "used twice",
      "mutation ($i: Act!, $l: [Line!]!) { a: act(input: $i) b: lines(lines: $l) c: act(input: $i) }",
      { i: { lines: lines(201) }, l: lines(202) },
      2,
    ],
    [
      "in a fragment",
      "mutation ($input: Act!) { ...F } fragment F on Mutation { act(input: $input) }",
      { input: { lines: lines(300) } },
      1,
    ],
    ["beside short ones", ACT, { input: { lines: lines(3), others: lines(201) } }, 1],
    ["that lie deeper stay where they are", "mutation ($a: Act!) { deep(input: { act: $a }) }", { a: { lines: lines(300) } }, 0],
    ["one use of which lies deeper", "mutation ($a: Act!) { act(input: $a) deep(input: { act: $a }) }", { a: { lines: lines(300) } }, 0],
    ["that are short", ACT, { input: { lines: lines(200) } }, 0],
  ] as const)("%s: the operation is given the same", async (_name, text, variables, apart) => {
    const told = await run(text, { ...variables });
    expect(told).toEqual({ given: await whole(text, { ...variables }), apart, errors: 0 });
  });

  it("are refused for the same faults, each with its place", async () => {
    const document = parse("mutation ($input: Act!, $n: Line) { act(input: $input) lines(lines: [$n]) }");
    const operation = getOperationAST(document)!;
    const bad = [...lines(300), { id: "x", kind: "C" }, {}, { id: [], nobody: 1 }];
    for (const variables of [
      { input: { lines: bad } },
      { input: { lines: bad, name: 5 } },
      { input: { lines: [...lines(400), null] }, n: {} },
    ]) {
      const apart = await readApart(schema, document, operation, variables);
      const found = apart?.errors.map(({ message, extensions }) => ({ message, inputPath: extensions["inputPath"] }));
      const expected = variableFaults(schema, operation, variables).map(({ message, extensions }) => ({
        message,
        inputPath: extensions?.["inputPath"],
      }));
      expect(found?.length).toBeGreaterThan(0);
      expect(new Set(found?.map((each) => JSON.stringify(each)))).toEqual(new Set(expected.map((each) => JSON.stringify(each))));
    }
  });
});

describe("over the API", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  it("a fault far down in a long list is told as in a short one, and nothing is done", async () => {
    const clinic = await t.make.clinic();
    const ask = t.as({ sub: "system", role: "CLINIC_SYSTEM", cvr: clinic.cvr });
    const document = "mutation ($input: PublishSlotsInput!) { publishSlots(input: $input) { counts { inserted } errors { code } } }";
    const told = async (before: number): Promise<unknown> => {
      const lines = [...Array.from({ length: before }, (_, i) => ({ externalId: `r${i}` })), { externalId: "x", channel: "PIGEON" }];
      const input = { clinicId: globalId("Clinic", clinic.id), idempotencyKey: crypto.randomUUID(), mode: "CONTINUE", lines };
      const { status, data, errors } = await ask(document, { input });
      return { status, data, errors: errors?.map(({ message, extensions: { cost: _, ...more } }) => ({ message, ...more })) };
    };
    const short = JSON.stringify(await told(7));
    expect(short).toContain('["input","lines",7,"channel"]');
    expect(JSON.stringify(await told(407)).replaceAll("407", "7")).toBe(short);
  });
});
