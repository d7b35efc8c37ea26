/**
 * Documents compiled to functions by graphql-jit, behind Apollo's gateway interface, which is its door for another
 * executor. Whatever cannot be compiled runs in graphql-js, so the answer never depends on it.
 */
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  execute,
  getVariableValues,
  valueFromASTUntyped,
  GraphQLError,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { isAsAnswered, schemaAsAnswered } from "./as-answered.js";
import { isCompilable } from "./compilable.js";
import type { Context } from "../api/context.js";

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

type Run = (
  document: DocumentNode,
  operationName: string | null,
  context: unknown,
  variables: Record<string, unknown>,
) => Promise<ExecutionResult>;

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
    const result = await query.query(undefined, contextValue, { ...defaultsOf(document, operationName), ...variableValues });
    // its words about variables are its own; graphql-js has the ones that clients and the mask know
    return result.data === undefined && cannotRead(schema, document, operationName, variableValues) ? execute(args) : asGraphqlJs(result);
  };
}

/** Its errors leave out empty extensions, which Apollo reads without looking: a plain error of a resolver would lose its path and words. */
function asGraphqlJs(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map((error) => {
    if ((error.extensions as unknown) !== undefined) return error;
    const { message, path, locations, originalError } = error;
    const whole = new GraphQLError(message, { path: path ?? null, originalError: originalError ?? null });
    return locations ? Object.defineProperty(whole, "locations", { value: locations, enumerable: true }) : whole;
  });
  return { ...result, errors };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): CompiledQuery | null {
  if (!isCompilable(schema, document)) return null;
  try {
    const ready = isAsAnswered(schema, document);
    const query = compileQuery(ready ? readySchema(schema) : schema, document, operationName ?? "", { disableLeafSerialization: ready });
    return isCompiledQuery(query) ? query : null;
  } catch {
    return null;
  }
}

const readySchemas = new WeakMap<GraphQLSchema, GraphQLSchema>();

function readySchema(schema: GraphQLSchema): GraphQLSchema {
  const made = readySchemas.get(schema) ?? schemaAsAnswered(schema);
  readySchemas.set(schema, made);
  return made;
}

/** Only then is it certain that nothing ran, so that running it again in graphql-js cannot do anything twice. */
function cannotRead(schema: GraphQLSchema, document: DocumentNode, name: string | null, variables: Record<string, unknown>): boolean {
  const operation = operationIn(document, name);
  if (!operation) return true;
  return "errors" in getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: 1 });
}

function operationIn(document: DocumentNode, name: string | null): OperationDefinitionNode | undefined {
  return document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === "OperationDefinition" && (name === null || name === "" || d.name?.value === name),
  );
}

const defaults = new WeakMap<OperationDefinitionNode, Readonly<Record<string, unknown>>>();

/** graphql-jit asks for a variable that may not be null even where the document says what it is otherwise. */
function defaultsOf(document: DocumentNode, name: string | null): Readonly<Record<string, unknown>> {
  const operation = operationIn(document, name);
  if (!operation) return {};
  const known = defaults.get(operation);
  if (known) return known;
  const found = (operation.variableDefinitions ?? []).flatMap(({ type, variable, defaultValue }) =>
    type.kind === "NonNullType" && defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  const made: Readonly<Record<string, unknown>> = Object.fromEntries(found);
  defaults.set(operation, made);
  return made;
}
