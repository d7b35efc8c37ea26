/**
 * Lists of thousands of lines in the input of a mutation stay the plain objects that GraphQL read. type-graphql makes an instance of
 * each, for which it looks through all input types once per field of each line: half a second of the only thread for ten thousand.
 */
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from "graphql";
import type { Context } from "../context.js";

/** Shorter ones are read, and made instances of, faster than anybody notices. */
export const LONG = 200;

/** Long lists of a request's variables that were read apart (execution/long-variables.ts), by `nameOfList`. */
export type LongLists = ReadonlyMap<string, readonly unknown[]>;

export function nameOfList(variable: string, field: string | null): string {
  return field === null ? variable : `${variable}.${field}`;
}

class AsRead extends Array<unknown> {
  /** Who would make instances of the items gets the items: a plain list from then on. */
  override map(): never {
    return Array.from(this) as never;
  }
}

export function keepLongListsAsRead(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) keepIn(field as GraphQLField<unknown, Context, Args>);
}

type Args = Record<string, unknown>;

function keepIn(field: GraphQLField<unknown, Context, Args>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, ctx, info) => {
    const apart = whatStandsFor(ctx.longLists ?? new Map(), info.variableValues);
    return resolve(root, Object.fromEntries(Object.entries(args).map((arg) => withLists(arg, apart))), ctx, info);
  };
}

/** By the empty list that took its place: GraphQL hands over variables as they are, whatever argument they stand in. */
function whatStandsFor(lists: LongLists, variables: Args): ReadonlyMap<unknown, readonly unknown[]> {
  return new Map(
    [...lists].map(([name, list]) => {
      const [variable = "", field] = name.split(".");
      const value = variables[variable];
      return [field === undefined ? value : (value as Args)[field], list] as const;
    }),
  );
}

function withLists([name, given]: [string, unknown], apart: ReadonlyMap<unknown, readonly unknown[]>): [string, unknown] {
  const input = apart.get(given) ?? given;
  if (typeof input !== "object" || input === null || Array.isArray(input)) return [name, input];
  const fields = Object.entries(input).map(([field, each]): [string, unknown] => {
    const value = apart.get(each) ?? each;
    return [field, isLong(value) ? AsRead.from(value) : value];
  });
  return [name, Object.fromEntries(fields)];
}

function isLong(value: unknown): value is object[] {
  return Array.isArray(value) && value.length > LONG && typeof value[0] === "object";
}
