/**
 * Relations: a field that holds another record instead of its id. A view puts a reference there: the record's id, and what the
 * view's own row tells of it; what else a document asks for is fetched when it asks, once per request and for all parents in one
 * statement.
 */
import { getNamedType, Kind, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, type SelectionSetNode } from "graphql";
import { Extensions, Field, getMetadataStorage, type ClassType } from "type-graphql";
import { present } from "../../kernel/invariant.js";
import type { Context } from "./context.js";
import { globalId } from "./global-id.js";
import { guardedTypes } from "./policy.js";
import { loadNode, type NodeFetchers } from "./nodes.js";

/** A record by its id, and by what of it stands beside the id. */
export type Ref = { readonly id: string; readonly uuid: string };

/**
 * What the holder's row has of the record already, by the names of its fields: plain values that nobody who sees the holder is
 * kept from. Whoever asks for no more is answered without the record; one that is null is looked up.
 */
export type KnownOf = Readonly<Record<string, string | number | boolean | null>>;

export function ref(type: string, uuid: string, known?: KnownOf): Ref {
  return { ...known, id: globalId(type, uuid), uuid };
}

export function refOrNull(type: string, uuid: string | null): Ref | null {
  return uuid === null ? null : ref(type, uuid);
}

/** The class of a type by its name in the API: a type may lead to another that leads back, where imports may not. */
function classNamed(name: string): ClassType {
  const found = getMetadataStorage().objectTypes.find((type) => type.name === name);
  return present(found, "a relation leads to a type of the API").target as ClassType;
}

const KEY = "relation";

export type RelationOptions = {
  readonly description: string;
  readonly nullable?: boolean;
  /** Row security may keep the record from somebody who sees this one: then even its id is looked up. */
  readonly mayBeHidden?: boolean;
  /** Several records, of which those this viewer may not see are left out. */
  readonly list?: boolean;
};

/** The property holds a reference (`ref`) to a record of this type, or null. */
export function relation(
  type: string,
  { description, nullable = false, mayBeHidden = false, list = false }: RelationOptions,
): PropertyDecorator {
  return (target, name) => {
    Field(() => (list ? [classNamed(type)] : classNamed(type)), { description, nullable })(target, name);
    (Extensions({ [KEY]: { mayBeHidden } }) as PropertyDecorator)(target, name);
  };
}

type Kept = { readonly mayBeHidden: boolean };
type AnyField = GraphQLField<unknown, Context>;

export function isRelation(field: Pick<AnyField, "extensions"> | null | undefined): boolean {
  return field?.extensions[KEY] !== undefined;
}

/** Whether a reference answers a question for its id: nobody who sees the field may be kept from the record. */
export function isOpen(field: Pick<AnyField, "extensions">): boolean {
  return !(field.extensions[KEY] as Kept).mayBeHidden;
}

/** Resolvers of relations: where a document asks for ids alone, the compiler may leave them out. */
const known = new WeakSet<object>();

export function isRelationResolver(resolve: object | null | undefined): boolean {
  return resolve != null && known.has(resolve);
}

/**
 * Gives every relation of the schema its resolver, and answers those it cannot: their records cannot be fetched, so such a field
 * answers the id alone. A schema with all features has none.
 */
export function connectRelations(schema: GraphQLSchema, fetchers: NodeFetchers): readonly string[] {
  return guardedTypes(schema).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      if (!isRelation(field)) return [];
      const to = getNamedType(field.type).name;
      if (!Object.hasOwn(fetchers, to)) return [`${type.name}.${field.name}`];
      const resolve = resolverOf(field.name, to, isOpen(field), fetchers);
      known.add(resolve);
      field.resolve = resolve as never;
      return [];
    }),
  );
}

type Holder = Readonly<Record<string, Ref | readonly Ref[] | null | undefined>>;

function resolverOf(name: string, type: string, open: boolean, fetchers: NodeFetchers) {
  const one = (held: Ref, ctx: Context, info: GraphQLResolveInfo): unknown =>
    open && isTold(held, info) ? held : loadNode(fetchers, type, held.uuid, ctx);
  return (root: Holder, _args: unknown, ctx: Context, info: GraphQLResolveInfo): unknown => {
    const held = root[name];
    if (held === null || held === undefined) return null;
    if (!isList(held)) return one(held, ctx, info);
    return Promise.all(held.map((each) => one(each, ctx, info))).then((found) => found.filter((each) => each !== null));
  };
}

const isList = (held: Ref | readonly Ref[]): held is readonly Ref[] => Array.isArray(held);

/** Whether a reference holds everything that is asked of its record. */
function isTold(held: Ref, { fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  return fieldNodes.every(
    ({ selectionSet }) => selectionSet === undefined || fieldsOf(selectionSet, fragments).every((name) => isHeld(held, name)),
  );
}

function isHeld(held: Ref, name: string): boolean {
  return name === "__typename" || (Object.hasOwn(held, name) && held[name as keyof Ref] !== null);
}

const asked = new WeakMap<SelectionSetNode, readonly string[]>();

/** The fields that are asked of a record, whatever the conditions. */
function fieldsOf(set: SelectionSetNode, fragments: GraphQLResolveInfo["fragments"]): readonly string[] {
  const known = asked.get(set);
  if (known !== undefined) return known;
  const names = set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    return inner === undefined ? [UNKNOWN] : fieldsOf(inner, fragments);
  });
  asked.set(set, names);
  return names;
}

/** No field has this name. */
const UNKNOWN = "";

/** Whether nothing but the id of a record is asked for, whatever the conditions. */
export function isIdOnly(set: SelectionSetNode, fragments: GraphQLResolveInfo["fragments"]): boolean {
  return fieldsOf(set, fragments).every((name) => name === "id" || name === "__typename");
}
