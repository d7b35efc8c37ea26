/**
 * Documents compiled to functions by graphql-jit, behind Apollo's gateway interface, which is its door for another
 * executor. Whatever cannot be compiled runs in graphql-js, so the answer never depends on it.
 */
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import { execute, getVariableValues, type DocumentNode, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { isCompilable } from "./compilable.js";
import type { Context } from "./context.js";

const MAX_COERCION_ERRORS = 5;

export function compiledGateway(schema: GraphQLSchema): ApolloServerOptionsWithGateway<Context>["gateway"] {
  const run = compiledExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (loaded) => {
      loaded({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, operationName, request, context }) =>
          run(document, request.operationName ?? operationName, context, request.variables ?? {}),
      }),
    stop: () => Promise.resolve(),
  };
}

type Run = (document: DocumentNode, operationName: string | null, context: unknown, variables: Record<string, unknown>) => Promise<ExecutionResult>;

export function compiledExecutor(schema: GraphQLSchema): Run {
  // documents live in a bounded store (documents.ts); a compiled one goes with its document
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>();
  return async (document, operationName, contextValue, variableValues) => {
    const args: ExecutionArgs = {
      schema,
      document,
      operationName,
      contextValue,
      variableValues,
      options: { maxCoercionErrors: MAX_COERCION_ERRORS },
    };
    const byName = compiled.get(document) ?? new Map<string, CompiledQuery | null>();
    compiled.set(document, byName);
    const name = operationName ?? "";
    let query = byName.get(name);
    if (query === undefined) {
      query = compile(schema, document, operationName);
      if (byName.size < 20) byName.set(name, query);
    }
    if (!query) return execute(args);
    const result = await query.query(undefined, contextValue, variableValues);
    // its words about variables are its own; graphql-js has the ones that clients and the mask know
    return result.data === undefined && cannotRead(schema, document, operationName, variableValues) ? execute(args) : result;
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | null {
  if (!isCompilable(schema, document)) return null;
  try {
    const query = compileQuery(schema, document, operationName ?? "");
    return isCompiledQuery(query) ? query : null;
  } catch {
    return null;
  }
}

/** Only then is it certain that nothing ran, so that running it again in graphql-js cannot do anything twice. */
function cannotRead(schema: GraphQLSchema, document: DocumentNode, name: string | null, variables: Record<string, unknown>): boolean {
  const operation = document.definitions.find((d) => d.kind === "OperationDefinition" && (name === null || name === "" || d.name?.value === name));
  if (operation?.kind !== "OperationDefinition") return true;
  return "errors" in getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
}
