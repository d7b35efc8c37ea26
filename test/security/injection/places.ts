/** Every argument and input field of the published schema that takes a value, and a request that puts one there. */
import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isEnumType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import type { Operation } from "../matrix/requests.js";

export type Place = { readonly operation: Operation; readonly at: string; readonly scalar: string };

export function placesOf(schema: GraphQLSchema): Place[] {
  return (["query", "mutation"] as const).flatMap((kind) => {
    const root = kind === "query" ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {}).flatMap((field) => {
      const operation: Operation = { kind, name: field.name, ids: [] };
      return field.args.flatMap((arg) => leaves(arg, `${field.name}.${arg.name}`, []).map(({ at, scalar }) => ({ operation, at, scalar })));
    });
  });
}

function leaves(input: GraphQLArgument | GraphQLInputField, at: string, above: readonly string[]): { at: string; scalar: string }[] {
  const type = getNamedType(input.type);
  if (isInputObjectType(type)) {
    if (above.includes(type.name)) return [];
    return Object.values(type.getFields()).flatMap((field) => leaves(field, `${at}.${field.name}`, [...above, type.name]));
  }
  return isLeafType(type) && !isEnumType(type) && type.name !== "Boolean" ? [{ at, scalar: type.name }] : [];
}

/** The variables with `value` at this place; through lists it goes into the first item. */
export function putAt(variables: Readonly<Record<string, unknown>>, at: string, value: unknown): Record<string, unknown> {
  const [, ...steps] = at.split(".");
  const put = (inside: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (Array.isArray(inside)) return [put(inside[0], step === undefined ? [] : [step, ...rest]), ...inside.slice(1)];
    if (step === undefined) return value;
    const object = (inside ?? {}) as Record<string, unknown>;
    return { ...object, [step]: put(object[step], rest) };
  };
  return put(variables, steps) as Record<string, unknown>;
}
