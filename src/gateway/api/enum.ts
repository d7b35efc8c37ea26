/**
 * Enumerations, made from the lists in the code. What is sent as one and is none of its values is refused with the values there
 * are, and without what was sent.
 */
import { GraphQLError, isEnumType, Kind, type GraphQLEnumType, type GraphQLSchema, type ValueNode } from "graphql";
import { registerEnumType } from "type-graphql";
import type { WordList } from "../../kernel/worded.js";

const words = new Map<string, WordList<string>>();

/** The words of an enumeration of the API; null for one that has none. */
export function wordsOf(name: string): WordList<string> | null {
  return words.get(name) ?? null;
}

type Enumerated<V extends string> = { readonly [K in V]: K };

/** `stored`: how a value is written where it is kept, for lists that are kept in other letters. */
export function enumOf<V extends string>(
  name: string,
  description: string,
  values: WordList<V>,
  stored: Partial<Readonly<Record<V, string>>> = {},
): Enumerated<V> {
  const names = Object.keys(values) as V[];
  const made = Object.fromEntries(names.map((value) => [value, stored[value] ?? value])) as Enumerated<V>;
  const described = names.map((value) => {
    const [en, , means = en] = values[value];
    return [value, { description: /[.?)]$/.test(means) ? means : `${means}.` }];
  });
  registerEnumType(made, { name, description, valuesConfig: Object.fromEntries(described) as Record<V, { description: string }> });
  words.set(name, values);
  return made;
}

/** graphql-js says which value there is none of, and guesses what was meant. */
export function refuseUnknownValues(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) if (isEnumType(type) && !type.name.startsWith("__")) refuseIn(type);
}

function refuseIn(type: GraphQLEnumType): void {
  const byName = new Map<unknown, unknown>(type.getValues().map(({ name, value }) => [name, value as unknown]));
  const read = (name: unknown): unknown => {
    if (byName.has(name)) return byName.get(name);
    const values = [...byName.keys()].join(", ");
    throw new GraphQLError(`${type.name} must be one of ${values}.`, { extensions: { code: "BAD_USER_INPUT" } });
  };
  type.parseValue = read;
  type.parseLiteral = (node: ValueNode) => read(node.kind === Kind.ENUM ? node.value : null);
}
