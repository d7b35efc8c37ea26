/** The shortest document that asks for fields of one type, worked out from the schema: how the matrix reaches everything. */
import {
  getNamedType,
  GraphQLNonNull,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";

type Step = {
  readonly field: GraphQLField<unknown, unknown>;
  /** Narrowed to this type, where the field answers an interface or a union. */ readonly on: string | null;
};
export type Path = { readonly operation: "query" | "mutation" | "subscription"; readonly steps: readonly Step[] };

/** The shortest way to every object type, from a root; "node" only where nothing else leads there. */
export function pathsTo(schema: GraphQLSchema): ReadonlyMap<string, Path> {
  const found = new Map<string, Path>();
  const waiting: { type: GraphQLObjectType; path: Path }[] = [];
  for (const [operation, root] of [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
    ["subscription", schema.getSubscriptionType()],
  ] as const) {
    if (!root) continue;
    found.set(root.name, { operation, steps: [] });
    waiting.push({ type: root, path: { operation, steps: [] } });
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const fields = Object.values(next.type.getFields()).sort(
      (a, b) => Number(a.name.startsWith("node")) - Number(b.name.startsWith("node")),
    );
    for (const field of fields) {
      const answer = getNamedType(field.type);
      const objects = isAbstractType(answer) ? schema.getPossibleTypes(answer) : isObjectType(answer) ? [answer] : [];
      for (const object of objects) {
        if (found.has(object.name)) continue;
        const step = { field, on: isAbstractType(answer) ? object.name : null };
        const path = { operation: next.path.operation, steps: [...next.path.steps, step] };
        found.set(object.name, path);
        waiting.push({ type: object, path });
      }
    }
  }
  return found;
}

/** Asks for these fields at the end of a path. Required arguments are variables, so that nothing has to be made up. */
export function documentFor(path: Path, fields: readonly GraphQLField<unknown, unknown>[]): string {
  const variables: string[] = [];
  const write = (of: GraphQLField<unknown, unknown>): string => of.name + argumentsOf(of.args, variables);
  const leaf = fields.map((field) => write(field) + (isCompositeType(getNamedType(field.type)) ? " { __typename }" : "")).join(" ");
  const body = [...path.steps]
    .reverse()
    .reduce((inner, { field: of, on }) => `${write(of)} { ${on ? `... on ${on} { ${inner} }` : inner} }`, leaf);
  return `${path.operation} Q${variables.length > 0 ? `(${variables.join(", ")})` : ""} { ${body} }`;
}

function argumentsOf(args: readonly GraphQLArgument[], variables: string[]): string {
  const needed = args.filter((arg) => isRequiredArgument(arg) || arg.name === "first");
  const given = needed.map((arg) => {
    if (arg.name === "first") return "first: 1";
    const name = `v${variables.length}`;
    variables.push(`$${name}: ${arg.type instanceof GraphQLNonNull ? String(arg.type) : `${String(arg.type)}!`}`);
    return `${arg.name}: $${name}`;
  });
  return given.length > 0 ? `(${given.join(", ")})` : "";
}

/**
 * Everything a role may see of a type, so many objects deep; lists one item, arguments left out where they may be. No way comes
 * back to a type it has left: records lead to each other in circles.
 */
export function wholeSelection(type: GraphQLNamedType, depth: number, above: readonly string[] = []): string {
  if (!isObjectType(type) || above.includes(type.name)) return "__typename";
  const way = [...above, type.name];
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const answer = getNamedType(field.type);
    if (field.args.some((arg) => isRequiredArgument(arg) && arg.name !== "first")) return [];
    const args = field.args.some((arg) => arg.name === "first") ? "(first: 1)" : "";
    if (isScalarType(answer) || isEnumType(answer)) return [field.name + args];
    if (depth <= 0 || !isObjectType(answer)) return [];
    const place = /(Connection|Edge)$/.test(answer.name);
    const inner = wholeSelection(answer, place ? depth : depth - 1, way);
    return [`${field.name}${args} { ${inner} }`];
  });
  return ["__typename", ...fields].join(" ");
}
