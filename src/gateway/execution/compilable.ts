/**
 * What graphql-jit 0.8.9 answers differently from graphql-js, and therefore runs there: a type that is found out at run time
 * (type-graphql does that asynchronously, the compiler does not wait) and input fields with a default (it leaves them out).
 */
import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isInputType,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";

export function isCompilable(schema: GraphQLSchema, document: DocumentNode): boolean {
  let compilable = true;
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: () => {
        const type = info.getType();
        if (type && isAbstractType(getNamedType(type))) compilable = false;
      },
      VariableDefinition: (node) => {
        const type = typeFromAST(schema, node.type as never);
        if (isInputType(type) && hasDefaults(type, new Set())) compilable = false;
      },
    }),
  );
  return compilable;
}

function hasDefaults(type: GraphQLInputType, seen: Set<string>): boolean {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => field.defaultValue !== undefined || hasDefaults(field.type, seen));
}
