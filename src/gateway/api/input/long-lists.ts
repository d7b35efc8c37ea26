/**
 * Lists of thousands of lines in the input of a mutation stay the plain objects that GraphQL read. type-graphql makes an instance of
 * each, for which it looks through all input types once per field of each line: half a second of the only thread for ten thousand.
 */
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from "graphql";

/** Shorter ones are made instances of faster than anybody notices. */
const LONG = 200;

class AsRead extends Array<unknown> {
  /** Who would make instances of the items gets the items: a plain list from then on. */
  override map(): never {
    return Array.from(this) as never;
  }
}

export function keepLongListsAsRead(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) keepIn(field);
}

function keepIn(field: GraphQLField<unknown, unknown, Record<string, unknown>>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, ctx, info) => resolve(root, Object.fromEntries(Object.entries(args).map(withLists)), ctx, info);
}

function withLists([name, input]: [string, unknown]): [string, unknown] {
  if (typeof input !== "object" || input === null || Array.isArray(input)) return [name, input];
  const fields = Object.entries(input).map(([field, value]): [string, unknown] => [field, isLong(value) ? AsRead.from(value) : value]);
  return [name, Object.fromEntries(fields)];
}

function isLong(value: unknown): value is object[] {
  return Array.isArray(value) && value.length > LONG && typeof value[0] === "object";
}
