import "reflect-metadata";
import { expect, test } from "@jest/globals";
import { buildSchema, isObjectType, isScalarType, parse } from "graphql";
import { isAsAnswered } from "../../src/gateway/execution/as-answered.js";
import { compiledExecutor } from "../../src/gateway/execution/compiled.js";

const schema = buildSchema(`
  scalar Moment
  enum Kind { A B }
  type Ready { id: ID! name: String kind: Kind tags: [String!]! other: Other at: Moment }
  type Other { count: Int at: Moment }
  type Query { ready: Ready other: Other count: Int }
`);
const ready = schema.getType("Ready");
if (isObjectType(ready)) ready.extensions = { asAnswered: true };

test.each([
  ["built-in scalars, enums and lists of a marked type", "{ ready { id name kind tags __typename } }", true],
  ["our own scalars of a type without a mark, which serialise anyway", "{ ready { other { at __typename } } }", true],
  ["a built-in scalar of a type without a mark", "{ ready { id other { count } } }", false],
  ["the same in a fragment", "{ ready { ...f } } fragment f on Ready { other { count } }", false],
  ["a built-in scalar of the root", "{ count }", false],
])("%s", (_, document, expected) => {
  expect(isAsAnswered(schema, parse(document))).toBe(expected);
});

test("what may not be null is refused with its path, marked or not", async () => {
  const run = compiledExecutor(schema);
  const query = schema.getQueryType()?.getFields()["ready"];
  if (query) query.resolve = () => ({ id: null, name: new Error("broken"), tags: ["a", null] });
  const missing = await run(parse("{ ready { id } }"), null, {}, {});
  expect(missing.data).toEqual({ ready: null });
  expect(missing.errors?.map(({ message, path }) => [message, path])).toEqual([
    ["Cannot return null for non-nullable field Ready.id.", ["ready", "id"]],
  ]);
  const broken = await run(parse("{ ready { name } }"), null, {}, {});
  expect(broken.data).toEqual({ ready: { name: null } });
  expect(broken.errors?.map(({ message, path }) => [message, path])).toEqual([["broken", ["ready", "name"]]]);
  const item = await run(parse("{ ready { tags } }"), null, {}, {});
  expect(item.data).toEqual({ ready: null });
  expect(item.errors?.[0]?.path).toEqual(["ready", "tags", 1]);
});

test("a scalar of our own is answered as it stands by a marked type, serialised by any other, and may be null or not as before", async () => {
  const own = buildSchema(
    "scalar Moment type Ready { at: Moment! all: [Moment!] } type Other { at: Moment } type Query { ready: Ready other: Other }",
  );
  const [marked, moment, query] = [own.getType("Ready"), own.getType("Moment"), own.getQueryType()?.getFields()];
  if (!isObjectType(marked) || !isScalarType(moment) || !query?.["ready"] || !query["other"]) throw new Error("the schema of this test");
  marked.extensions = { asAnswered: true };
  moment.serialize = (value) => `serialised ${String(value)}`;
  let at: string | null = "now";
  query["ready"].resolve = () => ({ at, all: ["then", "later"] });
  query["other"].resolve = () => ({ at: "now" });
  const run = compiledExecutor(own);
  const document = parse("{ ready { at all } other { at } }");
  expect((await run(document, null, {}, {})).data).toEqual({
    ready: { at: "now", all: ["then", "later"] },
    other: { at: "serialised now" },
  });
  at = null;
  const { data, errors } = await run(document, null, {}, {});
  expect(data).toEqual({ ready: null, other: { at: "serialised now" } });
  expect(errors?.map(({ message, path }) => [message, path])).toEqual([
    ["Cannot return null for non-nullable field Ready.at.", ["ready", "at"]],
  ]);
});
