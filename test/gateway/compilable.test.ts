import { expect, test } from "@jest/globals";
import { buildSchema, parse } from "graphql";
import { isCompilable } from "../../src/gateway/execution/compilable.js";
import { conditionVariables, withoutConditions } from "../../src/gateway/execution/conditions.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  type Slot implements Node { id: ID! }
  union Thing = Slot
  input Inner { mode: String! = "ATOMIC" }
  input Deep { inner: [Inner!] deep: Deep }
  input Plain { text: String, again: Plain }
  type Query { node: Node things: [Thing!]! slot(input: Plain, deep: Deep, first: Int = 3): Slot }
  type Mutation { book: Slot }
`);

test.each([
  ["a field of an object type", "{ slot(first: 1) { id } }", true],
  [
    "fragments, spread as often as one likes",
    "{ ...f ...f slot { ...g } } fragment f on Query { slot { ...g ...g } } fragment g on Node { id }",
    true,
  ],
  ["a variable without defaults inside", "query ($i: Plain) { slot(input: $i) { id } }", true],
  ["a variable that is always given, inside a written object", "query ($t: String!) { slot(input: { text: $t }) { id } }", true],
  ["a variable that may be left out, inside a written object", "query ($t: String) { slot(input: { text: $t }) { id } }", false],
  ["an interface", "{ node { id } }", false],
  ["a union in a list, in a fragment", "{ ...f } fragment f on Query { things { __typename } }", false],
  ["a default deep inside a variable", "query ($i: Deep) { slot(deep: $i) { id } }", false],
  ["an underscore in a name of the answer", "{ slot { id_id: id } }", false],
  ["a mutation", "mutation { book { id } }", false],
])("%s", (_, document, expected) => {
  expect(isCompilable(schema, parse(document))).toBe(expected);
});

test("a document without conditions is known as one, and the variables of conditions are found wherever they stand", () => {
  expect(conditionVariables(parse("{ slot { id } }"))).toBeNull();
  expect(conditionVariables(parse("{ slot { id @skip(if: true) } }"))).toEqual([]);
  expect(
    conditionVariables(
      parse("query ($a: Boolean!, $b: Boolean!) { ...f @skip(if: $b) } fragment f on Query { slot @include(if: $a) { id } }"),
    ),
  ).toEqual(["a", "b"]);
});

test("what its conditions leave out is gone, and the rest keeps its place", () => {
  const document = parse("{ slot @include(if: false) { id } ... @skip(if: false) @include(if: true) { a: slot { id } } }");
  const { definitions } = withoutConditions(document, new Map());
  const [operation] = definitions;
  const [left, ...more] = operation?.kind === "OperationDefinition" ? operation.selectionSet.selections : [];
  expect(more).toEqual([]);
  expect(left).toMatchObject({ kind: "InlineFragment", directives: [], loc: { start: 34 } });
});
