/**
 * What graphql-jit 0.8.9 answers differently from graphql-js, and therefore runs there. Read off its source and held by a
 * comparison over random documents:
 * - a type that is found out at run time: type-graphql does that asynchronously, the compiler does not wait;
 * - a mutation: it goes on after a field that may not be null has failed, and waits for ever for a second field whose
 *   arguments it cannot read; nor could one be run again where the errors of the answer need it (compiled.ts);
 * - input fields with a default, and inputs of which exactly one must be given, inside a variable: it knows of neither;
 * - a variable inside a written object or list that may be left out: it passes null;
 * - a written value, or the default of a variable, that is read into anything JSON cannot hold: it travels as JSON;
 * - a name in the answer with an underscore: it names its functions after the path joined by underscores.
 */
import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInputType,
  isLeafType,
  Kind,
  typeFromAST,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from "graphql";

/** Decides for a document whose conditions are gone (conditions.ts). */
export function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let compilable = true;
  const refuse = (when: boolean): void => {
    if (when) compilable = false;
  };
  const info = new TypeInfo(schema);
  const mayBeMissing = new Set<string>();
  const nested: string[] = [];
  const literal = (node: ValueNode): void => refuse(!survivesJson(node, info.getInputType()));
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: (node) => refuse(node.operation !== "query"),
      Field: (node) => {
        const type = info.getType();
        refuse(type != null && isAbstractType(getNamedType(type)));
        refuse(node.alias?.value.includes("_") === true);
      },
      VariableDefinition: (node) => {
        const type = typeFromAST(schema, node.type as never);
        refuse(isInputType(type) && hasRules(type, new Set()));
        refuse(node.variable.name.value === "__proto__");
        if (node.type.kind !== Kind.NON_NULL_TYPE) mayBeMissing.add(node.variable.name.value);
      },
      Variable: (node, _key, parent) => {
        if (!isWhole(parent)) nested.push(node.name.value);
      },
      IntValue: literal,
      FloatValue: literal,
      StringValue: literal,
      BooleanValue: literal,
      EnumValue: literal,
      ObjectValue: () => {
        const type = info.getInputType();
        // a scalar of our own may be written as a structure
        refuse(type != null && isLeafType(getNamedType(type)));
      },
    }),
  );
  return compilable && !nested.some((name) => mayBeMissing.has(name));
}

/** Whether a variable is the whole of what it is written in. */
function isWhole(parent: ASTNode | readonly ASTNode[] | undefined): boolean {
  return parent !== undefined && "kind" in parent && (parent.kind === Kind.ARGUMENT || parent.kind === Kind.VARIABLE_DEFINITION);
}

function survivesJson(node: ValueNode, type: GraphQLInputType | null | undefined): boolean {
  const named = type && getNamedType(type);
  if (!named || !isLeafType(named)) return true;
  return ["string", "number", "boolean"].includes(typeof valueFromAST(node, named));
}

function hasRules(type: GraphQLInputType, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return named.isOneOf || Object.values(named.getFields()).some((field) => field.defaultValue !== undefined || hasRules(field.type, seen));
}
