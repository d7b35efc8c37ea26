/**
 * Documents without `@skip` and `@include`. graphql-jit 0.8.9 keeps a field's conditions on the syntax node, which a fragment
 * shares with every place it is spread, and joins them as if all had to hold. So none reach it: a document is compiled once
 * for each set of values its conditions take, with what they leave out gone.
 */
import {
  Kind,
  visit,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
} from "graphql";

type Selection = FieldNode | FragmentSpreadNode | InlineFragmentNode;
type Values = ReadonlyMap<string, boolean>;

const isCondition = ({ name }: DirectiveNode): boolean => name.value === "skip" || name.value === "include";

function condition({ arguments: [argument] = [] }: DirectiveNode): boolean | string | null {
  if (argument?.value.kind === Kind.VARIABLE) return argument.value.name.value;
  return argument?.value.kind === Kind.BOOLEAN ? argument.value.value : null;
}

/** The variables that decide what a document asks for; null when it has no condition at all. */
export function conditionVariables(document: DocumentNode): readonly string[] | null {
  const names = new Set<string>();
  let any = false;
  visit(document, {
    Directive: (node) => {
      if (!isCondition(node)) return;
      any = true;
      const decides = condition(node);
      if (typeof decides === "string") names.add(decides);
    },
  });
  return any ? [...names].sort() : null;
}

/** What the caller's variables say, or null where graphql-js has to say what is wrong with them. */
export function valuesOf(
  names: readonly string[],
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Values | null {
  const values = new Map<string, boolean>();
  for (const name of names) {
    const defined = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    // a fragment of another operation may name what this one does not define
    if (!defined) continue;
    const given = variables[name];
    const otherwise = defined.defaultValue?.kind === Kind.BOOLEAN ? defined.defaultValue.value : undefined;
    const value = given === undefined ? otherwise : given;
    if (typeof value !== "boolean") return null;
    values.set(name, value);
  }
  return values;
}

/** The document as these values leave it. Nodes keep their places, so errors name the same lines. */
export function withoutConditions(document: DocumentNode, values: Values): DocumentNode {
  const decide = <N extends Selection>(node: N): N | null | undefined => {
    const conditions = node.directives?.filter(isCondition) ?? [];
    if (conditions.length === 0) return undefined;
    const asked = conditions.every((directive) => {
      const decides = condition(directive);
      const value = typeof decides === "string" ? values.get(decides) : decides;
      return value === (directive.name.value === "include");
    });
    return asked ? { ...node, directives: node.directives?.filter((directive) => !isCondition(directive)) } : null;
  };
  return visit(document, { Field: decide, FragmentSpread: decide, InlineFragment: decide });
}
