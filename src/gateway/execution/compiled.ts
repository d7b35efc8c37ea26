/**
 * Documents compiled to functions by graphql-jit, behind Apollo's gateway interface, which is its door for another
 * executor. Whatever cannot be compiled runs in graphql-js, so the answer never depends on it.
 */
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import {
  execute,
  getOperationAST,
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { compileQuery, isCompiledQuery, type CompiledQuery } from "graphql-jit";
import { isAsAnswered, isByIdOnly, schemaAsAnswered, schemaByIdOnly } from "./as-answered.js";
import { isCompilable } from "./compilable.js";
import { conditionVariables, valuesOf, withoutConditions } from "./conditions.js";
import type { Context } from "../api/context.js";
import { breathe } from "../../platform/breathe.js";
import { spanned } from "../../platform/traces.js";
import { rootFieldOf } from "./root-field.js";

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
          spanned("execution", { name: rootFieldOf(schema, getOperationAST(document, request.operationName ?? operationName)) }, () =>
            run(document, request.operationName ?? operationName, context, request.variables ?? {}),
          ),
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
  // documents live in a bounded store (documents.ts); what is compiled goes with its document
  const known = new WeakMap<DocumentNode, Map<string, CompiledOperation>>();
  return async (document, operationName, contextValue, variableValues) => {
    const args: ExecutionArgs = {
      schema,
      document,
      operationName,
      contextValue,
      variableValues,
      options: { maxCoercionErrors: MAX_COERCION_ERRORS },
    };
    const byName = known.get(document) ?? new Map<string, CompiledOperation>();
    known.set(document, byName);
    const name = operationName ?? "";
    // it was validated a moment ago, which takes as long: others are let in between
    if (!byName.has(name)) await breathe();
    const operation = byName.get(name) ?? new CompiledOperation(schema, document, operationName);
    if (byName.size < 20) byName.set(name, operation);
    const query = operation.queryFor(variableValues);
    if (!query) return execute(args);
    const result = await query.query(undefined, contextValue, { ...operation.defaults, ...variableValues });
    // without data it could not read the variables; graphql-js has the words that clients and the mask know
    return "data" in result && hidesNothing(result, operation.fields) ? asGraphqlJs(result) : execute(args);
  };
}

/** At most so many forms of one operation are compiled, whatever its conditions (conditions.ts). */
const MAX_FORMS = 16;

class CompiledOperation {
  /** graphql-jit asks for a variable that may not be null even where the document says what it is otherwise. */
  readonly defaults: Readonly<Record<string, unknown>>;
  readonly #operation: OperationDefinitionNode | null;
  readonly #decisive: readonly string[] | null;
  readonly #forms = new Map<string, CompiledQuery | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly name: string | null,
  ) {
    this.#operation = getOperationAST(document, name) ?? null;
    this.#decisive = conditionVariables(document);
    const given = (this.#operation?.variableDefinitions ?? []).flatMap(({ type, variable, defaultValue }) =>
      type.kind === Kind.NON_NULL_TYPE && defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    );
    this.defaults = Object.fromEntries(given) as Record<string, unknown>;
  }

  /** How many fields the root may have in the answer, at least two where fragments may add more. */
  get fields(): number {
    const { selections = [] } = this.#operation?.selectionSet ?? {};
    return selections[0]?.kind === Kind.FIELD ? selections.length : 2;
  }

  /** The function for what these variables ask for, or null where graphql-js answers. */
  queryFor(variables: Readonly<Record<string, unknown>>): CompiledQuery | null {
    if (!this.#operation) return null;
    if (!this.#decisive) return this.#form("", () => this.document);
    const values = valuesOf(this.#decisive, this.#operation, variables);
    if (!values) return null;
    return this.#form([...values.values()].join(), () => withoutConditions(this.document, values));
  }

  #form(key: string, document: () => DocumentNode): CompiledQuery | null {
    const known = this.#forms.get(key);
    if (known !== undefined || this.#forms.size >= MAX_FORMS) return known ?? null;
    const query = compile(this.schema, document(), this.name);
    this.#forms.set(key, query);
    return query;
  }
}

/**
 * An error that empties more than its own field may hide others. graphql-js tells the first, graphql-jit all or the last, so
 * such an answer is worked out again; only queries are compiled, and reading twice changes nothing.
 */
function hidesNothing({ data, errors = [] }: ExecutionResult, fields: number): boolean {
  return errors.every(({ path = [] }) => (path.length === 1 && fields === 1) || !isEmptyAbove(data, path));
}

function isEmptyAbove(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return false;
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
    const form = formOf(schema, ready, isByIdOnly(schema, document));
    const query = compileQuery(form, document, operationName ?? "", { disableLeafSerialization: ready });
    return isCompiledQuery(query) ? query : null;
  } catch {
    return null;
  }
}

const forms = new WeakMap<GraphQLSchema, Map<string, GraphQLSchema>>();

/** The schema in the form that saves a document most; each is made when the first document wants it. */
function formOf(schema: GraphQLSchema, ready: boolean, byIdOnly: boolean): GraphQLSchema {
  const made = forms.get(schema) ?? new Map<string, GraphQLSchema>();
  forms.set(schema, made);
  const key = `${ready} ${byIdOnly}`;
  const known = made.get(key);
  if (known) return known;
  const plain = byIdOnly ? schemaByIdOnly(schema) : schema;
  const form = ready ? schemaAsAnswered(plain) : plain;
  made.set(key, form);
  return form;
}
