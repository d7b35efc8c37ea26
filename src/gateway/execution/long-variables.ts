/**
 * Long lists in the variables of a mutation are read apart, a portion at a time: GraphQL reads all variables in one piece, which holds
 * the only thread for 70 ms where ten thousand lines are sent. The variables go on without them, and they are put back where the
 * operation's fields get their arguments (api/input/long-lists.ts); so only lists are taken out that are sure to get there.
 */
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { inPieces } from "../../platform/breathe.js";
import { LONG, nameOfList, type LongLists } from "../api/input/long-lists.js";
import { faultOfVariable, variableFaults } from "./variables.js";

/** A list of objects: a variable itself, or a field of the object that a variable is. */
type Place = { readonly variable: string; readonly field: string | null; readonly itemType: GraphQLInputType };
type Variables = Readonly<Record<string, unknown>>;
type ReadApart = {
  /** Those that are left, the long lists empty. */
  readonly variables: Variables;
  readonly lists: LongLists;
  /** Why the variables cannot be read; then nothing is to be run. */
  readonly errors: readonly GraphQLError[];
};

const MOST_FAULTS = 5;
const known = new WeakMap<OperationDefinitionNode, readonly Place[]>();

/** Null where nothing of the variables is long. */
export async function readApart(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Promise<ReadApart | null> {
  if (operation.operation !== "mutation" || !Object.values(variables).some(holdsLong)) return null;
  const places = known.get(operation) ?? placesIn(schema, document, operation);
  known.set(operation, places);
  const long = places.flatMap((place) => {
    const list = listAt(variables, place);
    return list && list.length > LONG ? [{ ...place, list }] : [];
  });
  if (long.length === 0) return null;
  const lists = new Map<string, readonly unknown[]>();
  const left: Record<string, unknown> = { ...variables };
  const faults: { message: string; inputPath: readonly (string | number)[] }[] = [];
  for (const { variable, field, itemType, list } of long) {
    left[variable] = field === null ? [] : { ...(left[variable] as object), [field]: [] };
    const at = field === null ? [variable] : [variable, field];
    const read = await inPieces(list, (portion, from) =>
      // what has faults enough is not read on: nothing of it will be used
      faults.length >= MOST_FAULTS
        ? []
        : portion.map((item, n) =>
            coerceInputValue(item, itemType, (path, _value, error) => {
              faults.push({ message: faultOfVariable(variable, error), inputPath: [...at, from + n, ...path] });
            }),
          ),
    );
    lists.set(nameOfList(variable, field), read as readonly unknown[]);
  }
  if (faults.length === 0) return { variables: left, lists, errors: [] };
  const others = variableFaults(schema, operation, left).map(({ message, extensions }) => ({
    message,
    inputPath: extensions?.["inputPath"] as readonly (string | number)[],
  }));
  return { variables: left, lists, errors: [...others, ...faults].slice(0, MOST_FAULTS).map(unreadable) };
}

function unreadable({ message, inputPath }: { message: string; inputPath: readonly (string | number)[] }): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", inputPath, http: { status: 400 } } });
}

function holdsLong(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > LONG;
  return typeof value === "object" && value !== null && Object.values(value).some((inner) => Array.isArray(inner) && inner.length > LONG);
}

function listAt(variables: Variables, { variable, field }: Place): readonly unknown[] | null {
  let value = Object.hasOwn(variables, variable) ? variables[variable] : null;
  if (field !== null) value = typeof value === "object" && value !== null && Object.hasOwn(value, field) ? Reflect.get(value, field) : null;
  return Array.isArray(value) ? (value as unknown[]) : null;
}

function placesIn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): readonly Place[] {
  const elsewhere = usedElsewhere(schema, document);
  return (operation.variableDefinitions ?? []).flatMap(({ variable, type: node }): Place[] => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never);
    if (!isInputType(type) || elsewhere.has(name)) return [];
    const itself = itemTypeOf(type);
    if (itself) return [{ variable: name, field: null, itemType: itself }];
    const object = getNullableType(type);
    if (!isInputObjectType(object)) return [];
    return Object.values(object.getFields()).flatMap((field) => {
      const itemType = itemTypeOf(field.type);
      return itemType ? [{ variable: name, field: field.name, itemType }] : [];
    });
  });
}

function itemTypeOf(type: GraphQLInputType): GraphQLInputType | null {
  const list = getNullableType(type);
  return isListType(list) && !isListType(getNullableType(list.ofType)) && isInputObjectType(getNamedType(list)) ? list.ofType : null;
}

/** Variables that stand anywhere but as an argument of a mutation, or as a field of one that is written out: as lists only. */
function usedElsewhere(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const elsewhere = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Variable: (node, _key, parent, _path, ancestors) => {
        const kinds = [...ancestors.slice(-4), parent].flatMap((each) => (isNode(each) ? [each.kind] : []));
        if (kinds.at(-1) === Kind.VARIABLE_DEFINITION) return;
        const isRoot = info.getParentType() === schema.getMutationType() && info.getDirective() === null;
        const isWhole = kinds.at(-1) === Kind.ARGUMENT;
        const isFieldOfWritten =
          kinds.at(-1) === Kind.OBJECT_FIELD && kinds.at(-3) === Kind.ARGUMENT && isListType(getNullableType(info.getInputType() ?? null));
        if (!isRoot || !(isWhole || isFieldOfWritten)) elsewhere.add(node.name.value);
      },
    }),
  );
  return elsewhere;
}

function isNode(value: ASTNode | readonly ASTNode[] | undefined): value is ASTNode {
  return value !== undefined && "kind" in value;
}
