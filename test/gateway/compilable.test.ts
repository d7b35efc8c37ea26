import { expect, test } from "@jest/globals";
import { buildSchema, parse } from "graphql";
import { isCompilable } from "../../src/gateway/execution/compilable.js";

const schema = buildSchema(`
  interface Node { id: ID! }
  type Slot implements Node { id: ID! }
  union Thing = Slot
  input Inner { mode: String! = "ATOMIC" }
  input Deep { inner: [Inner!] deep: Deep }
  input Plain { text: String, again: Plain }
  type Query { node: Node things: [Thing!]! slot(input: Plain, deep: Deep, first: Int = 3): Slot }
`);

test.each([
  ["a field of an object type", "{ slot(first: 1) { id } }", true],
  ["a variable without defaults inside", "query ($i: Plain) { slot(input: $i) { id } }", true],
  ["an interface", "{ node { id } }", false],
  ["a union in a list, in a fragment", "{ ...f } fragment f on Query { things { __typename } }", false],
  ["a default deep inside a variable", "query ($i: Deep) { slot(deep: $i) { id } }", false],
])("%s", (_, document, expected) => {
  expect(isCompilable(schema, parse(document))).toBe(expected);
});
