import "reflect-metadata";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  buildSchema,
  execute,
  getOperationAST,
  GraphQLScalarType,
  isObjectType,
  Kind,
  parse,
  validate,
  visit,
  type DocumentNode,
  type FragmentSpreadNode,
  type GraphQLSchema,
  type InlineFragmentNode,
} from "graphql";
import { makeSchema } from "../../src/assembly/schema.js";
import { costOf, evaluate } from "../../src/gateway/admission/cost.js";
import { compiledExecutor } from "../../src/gateway/execution/compiled.js";
import { conditionVariables, withoutConditions } from "../../src/gateway/execution/conditions.js";
import { withMadeUpAnswers, type Faults } from "./documents/made-up-answers.js";
import { randomDocument } from "./documents/random-document.js";
import { cases, sized } from "../support/size.js";

type Variables = Record<string, unknown>;

async function bothWays(schema: GraphQLSchema, run: ReturnType<typeof compiledExecutor>, document: DocumentNode, variables: Variables) {
  const interpreted = await execute({ schema, document, variableValues: variables, contextValue: {}, options: { maxCoercionErrors: 5 } });
  const compiled = await run(document, null, {}, variables);
  const text = ({ data, errors }: typeof compiled): string => JSON.stringify({ data, errors });
  return { interpreted: text(interpreted), compiled: text(compiled) };
}

describe("any valid document over the published schema is answered alike, compiled and interpreted", () => {
  let faults: Faults = { fail: 0, missing: 0 };
  const schema = withMadeUpAnswers(makeSchema(), () => faults);
  const run = compiledExecutor(schema);
  const documents = sized(80, 1_000_000);
  const seconds = 60;

  test.each([
    ["when all goes well", "query", { fail: 0, missing: 0 }],
    ["when resolvers fail and answer null where that may not be", "query", { fail: 20, missing: 10 }],
    ["for mutations", "mutation", { fail: 10, missing: 10 }],
  ] as const)(
    "%s",
    async (_, root, some) => {
      faults = some;
      // graphql-js lets go of what is under way in a list when another item of it fails at once (main.ts)
      const jests = process.listeners("unhandledRejection");
      process.removeAllListeners("unhandledRejection").on("unhandledRejection", () => {});
      try {
        await fc.assert(
          fc.asyncProperty(fc.gen(), async (g) => {
            const { text, variables } = randomDocument(schema, g, root);
            const document = parse(text);
            fc.pre(validate(schema, document).length === 0);
            const { compiled, interpreted } = await bothWays(schema, run, document, variables);
            expect({ text, variables, answer: compiled }).toEqual({ text, variables, answer: interpreted });
          }),
          { numRuns: documents, interruptAfterTimeLimit: seconds * 1_000, maxSkipsPerRun: 1_000 },
        );
      } finally {
        process.removeAllListeners("unhandledRejection");
        for (const listener of jests) process.on("unhandledRejection", listener);
      }
    },
    seconds * 1_000 + 30_000,
  );
});

test("fragments cost what they would cost written out, and conditions never make a document dearer", () => {
  const schema = makeSchema();
  const cost = (document: DocumentNode, variables: Variables): number => {
    const operation = getOperationAST(document);
    if (!operation) throw new Error("no operation");
    return evaluate(costOf(schema, document, operation), variables);
  };
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const { text, variables } = randomDocument(schema, g);
      const document = parse(text);
      fc.pre(validate(schema, document).length === 0);
      const whole = cost(document, variables);
      expect(cost(writtenOut(document), variables)).toBe(whole);
      const names = conditionVariables(document) ?? [];
      const without = withoutConditions(document, new Map(names.map((name) => [name, variables[name] === true])));
      expect(cost(without, variables)).toBeLessThanOrEqual(whole);
    }),
    { numRuns: cases(100, 2_000), maxSkipsPerRun: 1_000 },
  );
});

function writtenOut(document: DocumentNode): DocumentNode {
  const inline = (node: FragmentSpreadNode): InlineFragmentNode => {
    const fragment = document.definitions.find((d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === node.name.value);
    if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error("no such fragment");
    const { typeCondition, selectionSet } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: node.directives ?? [] };
  };
  const { definitions } = visit(document, { FragmentSpread: inline });
  return { ...document, definitions: definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION) };
}

describe("each known difference of the compiler", () => {
  const schema = buildSchema(`
    scalar Pair
    input Range { from: Int, until: Int }
    type Thing { name: String, other: Thing, number: Int!, count: Int!, things: [Thing!]! }
    type Query {
      thing: Thing
      always: Thing!
      said(range: Range, pair: Pair, at: Int! = 3): String
    }
  `);
  const query = schema.getQueryType()?.getFields() ?? {};
  const thing = schema.getType("Thing");
  const pair = schema.getType("Pair");
  if (!isObjectType(thing) || !(pair instanceof GraphQLScalarType)) throw new Error("the schema of this test");
  pair.parseValue = pair.parseLiteral = () => new Set(["p"]);
  const { name, other, number, count, things } = thing.getFields();
  if (!name || !other || !number || !count || !things || !query["thing"] || !query["always"] || !query["said"]) throw new Error("as above");
  name.resolve = () => "a name";
  other.resolve = () => Promise.resolve({});
  number.resolve = () => Promise.reject(new Error("no number"));
  count.resolve = () => Promise.reject(new Error("no count"));
  things.resolve = () => Promise.resolve([{}, {}]);
  query["thing"].resolve = query["always"].resolve = () => Promise.resolve({});
  query["said"].resolve = (_, args: object) =>
    Object.entries(args)
      .map(([key, value]) => `${key} ${written(value)}`)
      .sort()
      .join("; ");
  function written(value: unknown): string {
    return value instanceof Set ? `set of ${[...value].join()}` : JSON.stringify(value);
  }
  const run = compiledExecutor(schema);

  test.each<[string, string, Variables, string]>([
    [
      "a fragment spread first under a condition and then without",
      "{ ...f @skip(if: true) ...f } fragment f on Query { thing { name } }",
      {},
      '{"thing":{"name":"a name"}}',
    ],
    [
      "a fragment whose place decides",
      "{ a: thing { ...f @skip(if: true) } b: thing { ...f } } fragment f on Thing { name }",
      {},
      '{"a":{},"b":{"name":"a name"}}',
    ],
    [
      "a fragment under one variable here and another there",
      "query ($x: Boolean!, $y: Boolean = false) { a: thing { ...f @include(if: $x) } b: thing { ...f @include(if: $y) } } fragment f on Thing { name }",
      { x: true },
      '{"a":{"name":"a name"},"b":{}}',
    ],
    [
      "a field in an inline fragment below a field left out",
      "{ thing @skip(if: true) { ... { name } } thing { other { name } } }",
      {},
      '{"thing":{"other":{"name":"a name"}}}',
    ],
    [
      "the same document with other values of its variables",
      "query ($x: Boolean!) { thing { name @include(if: $x) other @skip(if: $x) { name } } }",
      { x: false },
      '{"thing":{"other":{"name":"a name"}}}',
    ],
    [
      "a variable inside a written object that is left out",
      "query ($u: Int) { said(range: { from: 1, until: $u }) }",
      {},
      '{"said":"at 3; range {\\"from\\":1}"}',
    ],
    ["a scalar that JSON cannot hold, written", '{ said(pair: "p") }', {}, '{"said":"at 3; pair set of p"}'],
    ["the same as a variable's default", 'query ($p: Pair = "p") { said(pair: $p) }', {}, '{"said":"at 3; pair set of p"}'],
    ["a name in the answer that every object has", "{ __proto__: thing { name } }", {}, '{"__proto__":{"name":"a name"}}'],
  ])("%s", async (_, text, variables, expected) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    const { compiled, interpreted } = await bothWays(schema, run, document, variables);
    expect(interpreted).toBe(`{"data":${expected}}`);
    expect(compiled).toBe(interpreted);
  });

  test.each([
    ["two failures below one place that may be null", "{ thing { number count } }"],
    ["failures in every item of a list", "{ thing { things { number count } } }"],
    ["failures below roots that may and may not be null", "{ thing { number } always { count } }"],
    ["null for an argument that may not be null", "query ($n: Int) { said(at: $n) }"],
  ])("%s is told in the same errors", async (_, text) => {
    const { compiled, interpreted } = await bothWays(schema, run, parse(text), { n: null });
    expect(JSON.parse(interpreted)).toHaveProperty("errors.0.path");
    expect(compiled).toBe(interpreted);
  });

  test("one compiled document answers each set of its conditions, however often they change", async () => {
    const document = parse("query ($x: Boolean!) { thing { name @include(if: $x) } }");
    for (const x of [true, false, true, false]) {
      const { compiled } = await bothWays(schema, run, document, { x });
      expect(compiled).toBe(x ? '{"data":{"thing":{"name":"a name"}}}' : '{"data":{"thing":{}}}');
    }
  });
});
