/**
 * What an operation may cost at most, before it runs: a scalar 0, an object 1, a connection `first` times its child, a list
 * that is asked for by ids the number of ids, a question at the root 8 more, a mutation 10 more. The shape is worked out once per document; each request only
 * fills in its variables.
 */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { Extensions } from "type-graphql";
import { badInput } from "../api/bad-input.js";
import { MAX_PAGE } from "../api/paging/page.js";

/** How many objects a plain list is taken to hold, unless its field says so with @costs. */
const PLAIN_LIST = 5;
const MUTATION = 10;
/** What is asked of the database at the root costs a place on a connection, whatever comes back. */
const ROOT = 8;
/** One of a list of ids: each is looked up by itself, whether it is found or not. */
const BY_ID = 3;
/** Nobody reads a list of ids beyond this; it is refused where it is read. */
const MOST_IDS = 250;
/** Objects looked at before a document is called too large without reading on; a fragment bomb ends here. */
const GIVE_UP = 5_000;

/** What a field costs beyond the rule: `own` units by itself, `size` items of a plain list. */
export function costs(cost: { own?: number; size?: number }): MethodDecorator & PropertyDecorator {
  return Extensions({ cost }) as MethodDecorator & PropertyDecorator;
}

type Times =
  | number
  /** The number in a variable. */
  | { readonly variable: string; readonly otherwise: number }
  /** The length of the list in a variable. */
  | { readonly listIn: string; readonly otherwise: number };
export type Cost = {
  readonly own: number;
  readonly once: readonly Cost[];
  readonly times: Times;
  readonly each: readonly Cost[];
  /** True where a field's price is not for the objects it answers, so an empty answer costs as much. */
  readonly fixed?: boolean;
  /** Of a whole operation: what is not given back, however little it answers. */
  readonly floor?: number;
  /** Of a whole operation: where its answer holds places in a list, which are no objects, by response key. */
  readonly places?: ReadonlySet<string>;
};

const TOO_MUCH: Cost = { own: Infinity, once: [], times: 1, each: [] };

export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  try {
    return new Pricing(schema, document, operation).total();
  } catch (error) {
    if (error === TOO_MUCH) return TOO_MUCH;
    throw error;
  }
}

export function evaluate(cost: Cost, variables: Readonly<Record<string, unknown>>): number {
  let total = cost.own;
  for (const part of cost.once) total += evaluate(part, variables);
  if (cost.each.length === 0) return total;
  let each = 0;
  for (const part of cost.each) each += evaluate(part, variables);
  return total + times(cost.times, variables) * each;
}

function times(of: Times, variables: Readonly<Record<string, unknown>>): number {
  if (typeof of === "number") return of;
  if ("listIn" in of) {
    const list = variables[of.listIn];
    // GraphQL takes one value for a list of one
    return Array.isArray(list) ? Math.min(list.length, MOST_IDS) : list === undefined || list === null ? of.otherwise : 1;
  }
  const given = variables[of.variable];
  // anything but a number is refused when the variables are read
  return pageCount(typeof given === "number" ? given : of.otherwise);
}

function pageCount(first: number): number {
  if (first < 0 || first > MAX_PAGE) throw badInput(`first must be from 0 to ${MAX_PAGE}.`, ["first"]);
  return first;
}

/** Files are sent as one long text. */
const CHARACTERS_A_POINT = 400;
const SHORT_TEXT = 4_000;
/** So many lines in one request cost each twice as much as one alone: they hold the thread in one piece. */
const LINES_THAT_DOUBLE = 2_000;

/** What a mutation brings in costs beside what it is: for the lines of its lists, and for each few hundred characters of a file. */
export function intakeCost(variables: Readonly<Record<string, unknown>>): number {
  let lines = 0;
  let points = 0;
  const left: unknown[] = Object.values(variables);
  while (left.length > 0) {
    const value = left.pop();
    if (Array.isArray(value)) lines += value.length;
    else if (typeof value === "string" && value.length > SHORT_TEXT) points += Math.ceil(value.length / CHARACTERS_A_POINT);
    else if (typeof value === "object" && value !== null) left.push(...Object.values(value as object));
  }
  return points + Math.floor(lines * (1 + lines / LINES_THAT_DOUBLE));
}

type Asked = { readonly field: GraphQLField<unknown, unknown>; readonly nodes: FieldNode[] };

class Pricing {
  readonly #fragments: ReadonlyMap<string, { typeCondition: { name: { value: string } }; selectionSet: SelectionSetNode }>;
  #seen = 0;
  #fixed = false;
  #floor = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
  ) {
    this.#fragments = new Map(
      document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])),
    );
  }

  total(): Cost {
    const root = this.schema.getRootType(this.operation.operation);
    const isQuery = this.operation.operation === "query";
    const own = this.operation.operation === "mutation" ? MUTATION : isQuery ? ROOT : 0;
    const asked = root ? this.#asked([this.operation.selectionSet], root) : [];
    const once = asked.flatMap(({ field, nodes }) => this.#field(field, nodes, own) ?? []);
    const fixed = this.#fixed || this.operation.operation !== "query";
    const floor = isQuery ? ROOT * asked.length + this.#floor : 0;
    return { own: 0, once, times: 1, each: [], fixed, floor, places: this.#placesIn(root) };
  }

  /** By the schema's types: what a caller calls a field says nothing about it. */
  #placesIn(root: GraphQLNamedType | undefined | null): ReadonlySet<string> {
    const places = new Set<string>();
    const objects = new Set<string>();
    const walk = (sets: readonly SelectionSetNode[], parent: GraphQLNamedType, at: string): void => {
      for (const { field, nodes } of this.#asked(sets, parent)) {
        const type = getNamedType(field.type);
        if (!isCompositeType(type)) continue;
        const path = `${at}.${nodes[0]?.alias?.value ?? field.name}`;
        (type.name.endsWith("Edge") ? places : objects).add(path);
        walk(
          nodes.flatMap((node) => node.selectionSet ?? []),
          type,
          path,
        );
      }
    };
    if (root) walk([this.operation.selectionSet], root, "");
    return new Set([...places].filter((path) => !objects.has(path)));
  }

  #fields(sets: readonly SelectionSetNode[], parent: GraphQLNamedType, extra = 0): Cost[] {
    return this.#asked(sets, parent).flatMap(({ field, nodes }) => this.#field(field, nodes, extra) ?? []);
  }

  #asked(sets: readonly SelectionSetNode[], parent: GraphQLNamedType): Asked[] {
    const asked = new Map<string, Asked>();
    const spread = new Set<string>();
    for (const set of sets) this.#collect(set, parent, asked, spread);
    return [...asked.values()];
  }

  /** Fields that graphql merges are one; under an abstract type each object type's count for themselves. */
  #collect(set: SelectionSetNode, parent: GraphQLNamedType, asked: Map<string, Asked>, spread: Set<string>): void {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
        if (!field) continue;
        const key = `${parent.name}.${node.alias?.value ?? node.name.value}`;
        const known = asked.get(key);
        if (known) known.nodes.push(node);
        else asked.set(key, { field, nodes: [node] });
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD && spread.has(node.name.value)) continue;
      if (node.kind === Kind.FRAGMENT_SPREAD) spread.add(node.name.value);
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition?.name.value;
      const type = condition === undefined ? parent : this.schema.getType(condition);
      if (fragment && type) this.#collect(fragment.selectionSet, type, asked, spread);
    }
  }

  #field(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], extra: number): Cost | null {
    const type = getNamedType(field.type);
    const set = (field.extensions["cost"] ?? {}) as { own?: number; size?: number };
    this.#floor += set.own ?? 0;
    if (!isCompositeType(type)) return set.own || extra ? { own: (set.own ?? 0) + extra, once: [], times: 1, each: [] } : null;
    if ((this.#seen += 1) > GIVE_UP) throw TOO_MUCH;
    const own = (set.own ?? 0) + extra;
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    const list = isListType(getNullableType(field.type));
    const paged = field.args.some((arg) => arg.name === "first");
    if (paged && !list) return this.#connection(own + 1, this.#first(nodes), this.#asked(sets, type));
    const once = this.#fields(sets, type);
    const ids = list ? this.#ids(field, nodes) : null;
    if (ids !== null) {
      this.#fixed = true;
      return { own, once: [], times: ids, each: [{ own: BY_ID, once, times: 1, each: [] }] };
    }
    if (!list) return { own: own + 1, once, times: 1, each: [] };
    const size = paged ? this.#first(nodes) : (set.size ?? PLAIN_LIST);
    return { own, once: [], times: size, each: [{ own: 1, once, times: 1, each: [] }] };
  }

  /** What hangs on the edges counts `first` times; an edge itself is only a place in the list. */
  #connection(own: number, times: Times, asked: readonly Asked[]): Cost {
    const isList = ({ field }: Asked): boolean => isListType(getNullableType(field.type));
    const each = asked.filter(isList).flatMap(({ field, nodes }) => {
      const type = getNamedType(field.type);
      const once = isCompositeType(type)
        ? this.#fields(
            nodes.flatMap((node) => node.selectionSet ?? []),
            type,
          )
        : [];
      return type.name.endsWith("Edge") ? once : [{ own: 1, once, times: 1, each: [] }];
    });
    const once = asked.filter((a) => !isList(a)).flatMap(({ field, nodes }) => this.#field(field, nodes, 0) ?? []);
    return { own, once, times, each };
  }

  /** How many ids a list is asked for by; null for any other list. */
  #ids(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Times | null {
    if (!field.args.some((arg) => arg.name === "ids" && isListType(getNullableType(arg.type)))) return null;
    const value = nodes[0]?.arguments?.find((arg) => arg.name.value === "ids")?.value;
    if (value?.kind === Kind.LIST) return value.values.length;
    if (value?.kind !== Kind.VARIABLE) return 1;
    const name = value.name.value;
    const given = this.operation.variableDefinitions?.find((v) => v.variable.name.value === name)?.defaultValue;
    return { listIn: name, otherwise: given?.kind === Kind.LIST ? given.values.length : 1 };
  }

  #first(nodes: readonly FieldNode[]): Times {
    const value = nodes[0]?.arguments?.find((arg) => arg.name.value === "first")?.value;
    if (value?.kind !== Kind.VARIABLE) return pageCount(number(value) ?? MAX_PAGE);
    const name = value.name.value;
    const defined = this.operation.variableDefinitions?.find((v) => v.variable.name.value === name);
    return { variable: name, otherwise: number(defined?.defaultValue) ?? MAX_PAGE };
  }
}

/** How many objects an answer holds, up to `most`. Places in a list are none. */
export function objectsIn(value: unknown, most: number, places: ReadonlySet<string> = new Set(), at = ""): number {
  if (typeof value !== "object" || value === null || value instanceof Date) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const inner of value) {
      if (count >= most) return most;
      count += objectsIn(inner, most - count, places, at);
    }
    return count;
  }
  // the answer itself is no object that somebody asked for
  count = at === "" || places.has(at) ? 0 : 1;
  for (const key in value) {
    if (count >= most) return most;
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === "object" && inner !== null) count += objectsIn(inner, most - count, places, `${at}.${key}`);
  }
  return count;
}

function number(value: ValueNode | undefined): number | null {
  return value?.kind === Kind.INT ? Number(value.value) : null;
}
