import { Kind, type GraphQLSchema, type OperationDefinitionNode } from "graphql";

/** What an operation is called in figures and traces: its root field where the schema has it, never a caller's own word. */
export function rootFieldOf(schema: GraphQLSchema, operation: OperationDefinitionNode | null | undefined): string {
  if (!operation) return "none";
  const fields = schema.getRootType(operation.operation)?.getFields() ?? {};
  const names = operation.selectionSet.selections.map((each) => (each.kind === Kind.FIELD ? each.name.value : "fragment"));
  const [first = "none", ...more] = new Set(names.map((name) => (Object.hasOwn(fields, name) ? name : "other")));
  return more.length > 0 ? "several" : first;
}
