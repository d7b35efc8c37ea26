/**
 * The schema with answers that follow from nothing but where they stand and what was asked: the same for every executor,
 * different for every argument, now at once and now later, now null.
 */
import { MapperKind, mapSchema } from "@graphql-tools/utils";
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { accepted } from "./scalar-values.js";

type Made = { readonly __typename: string; readonly seed: string };
/** In percent: fields whose resolvers fail, and that answer null even where that may not be. */
export type Faults = { readonly fail: number; readonly missing: number };

export function withMadeUpAnswers(schema: GraphQLSchema, faults: () => Faults): GraphQLSchema {
  const answers = new Answers(schema, faults);
  return mapSchema(schema, {
    [MapperKind.INTERFACE_TYPE]: (type) => {
      type.resolveType = (value: Made) => value.__typename;
      return type;
    },
    [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
      const type = schema.getType(typeName);
      const root = !isObjectType(type) || [schema.getQueryType(), schema.getMutationType()].includes(type);
      if (!field.resolve && !root) return undefined;
      const resolve = (source: Made | undefined, args: object) =>
        answers.resolve(field.type, `${source?.seed ?? ""}/${name}${written(args)}`, typeName);
      return { ...field, resolve };
    },
  });
}

/** Arguments in one way of writing them: their order and their prototypes are the executor's own. */
function written(value: unknown): string {
  if (value instanceof Date) return `Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map(written).join()}]`;
  if (typeof value !== "object" || value === null) return `${typeof value}:${String(value)}`;
  const parts = Object.entries(value).map(([key, each]) => `${key}=${written(each)}`);
  return `{${parts.sort().join()}}`;
}

/** FNV-1a, mixed once more so that near seeds differ in every bit. */
function draw(seed: string, what: string, below: number): number {
  let hash = 0x811c9dc5;
  const text = what + seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % below;
}

class Answers {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly faults: () => Faults,
  ) {}

  resolve(type: GraphQLOutputType, seed: string, on: string): unknown {
    const { fail, missing } = this.faults();
    const answer = (): unknown => {
      if (draw(seed, "fail", 100) < fail) throw new Error(`failed at ${seed}`);
      return draw(seed, "missing", 100) < missing ? null : this.value(type, seed, on);
    };
    // graphql-js leaves promises alone that fail after a field beside them failed at once, and Node ends the process over it
    const atOnce = fail + missing === 0 && draw(seed, "when", 2) === 0;
    return atOnce ? answer() : Promise.resolve().then(answer);
  }

  value(type: GraphQLOutputType, seed: string, on: string): unknown {
    if (!isNonNullType(type) && draw(seed, "null", 100) < 15) return null;
    const inner = getNullableType(type);
    if (isListType(inner)) return Array.from({ length: draw(seed, "length", 3) }, (_, i) => this.value(inner.ofType, `${seed}/${i}`, on));
    if (isObjectType(inner)) return this.record(inner, seed);
    if (isAbstractType(inner)) {
      const possible = this.schema.getPossibleTypes(inner);
      return this.record(possible[draw(seed, "type", possible.length)] as GraphQLObjectType, seed);
    }
    if (isEnumType(inner)) return inner.getValues()[draw(seed, "enum", inner.getValues().length)]?.value;
    if (!isScalarType(inner)) return null;
    if (inner.name === "String" || inner.name === "ID") return `${draw(seed, "text", 1_000_000)}`;
    const values = accepted(inner);
    const text = values[draw(seed, "scalar", values.length)];
    // a type marked as answered holds the text itself (as-answered.ts)
    const ready = this.schema.getType(on)?.extensions["asAnswered"] === true;
    const value = inner.parseValue(text);
    return ready ? inner.serialize(value) : value;
  }

  record(type: GraphQLObjectType, seed: string): Made {
    const made: Made = { __typename: type.name, seed };
    for (const field of Object.values(type.getFields())) {
      if (!field.resolve)
        Object.defineProperty(made, field.name, { get: () => this.value(field.type, `${seed}/${field.name}`, type.name) });
    }
    return made;
  }
}
