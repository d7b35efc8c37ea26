/**
 * Everything that is decided about an operation before it runs, in the order of what it costs to decide: size, login, the
 * role's schema, price. One function for HTTP and WebSocket; what depends on the document alone is worked out once per role.
 */
import {
  getOperationAST,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Role, Viewer } from "../../platform/viewer.js";
import { evaluate, intakeCost } from "./cost.js";
import { asksForLogin, assertEveryFieldHasPolicy, purposefulFields, roleOf } from "../api/guard.js";
import { beyondLimits, LIMITS, type Limits } from "./limits.js";
import { lacksPurpose, purposeMissing } from "../api/purpose.js";
import { Prices } from "./prices.js";
import { schemaSeenBy } from "./role-schema.js";

type Request = {
  readonly document: DocumentNode;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
};

type Verdict = {
  readonly errors: readonly GraphQLError[];
  readonly cost: number | null;
  /** Whether what the answer does not hold is given back. */
  readonly refundable?: boolean;
  /** Where the answer holds places in a list (cost.ts). */
  readonly places?: ReadonlySet<string>;
  /** What is not given back, however little is answered. */
  readonly floor?: number;
  /** What is charged beside `cost` for what the variables bring in; no operation is refused for it. */
  readonly intake?: number;
};
export type Admit = (request: Request) => Verdict;

export type AdmissionOptions = {
  readonly schema: GraphQLSchema;
  readonly limits?: Partial<Limits>;
  /** Who may read the schema over the API. */
  readonly introspection?: boolean | ((role: Role) => boolean);
};

const MAX_ERRORS = 3;
const NONE: ReadonlySet<string> = new Set();

export function makeAdmission({ schema, limits, introspection = false }: AdmissionOptions): Admit {
  assertEveryFieldHasPolicy(schema);
  const bounds = { ...LIMITS, ...limits };
  const mayIntrospect = typeof introspection === "boolean" ? () => introspection : introspection;
  const rules = { open: specifiedRules, closed: [...specifiedRules, NoSchemaIntrospectionCustomRule] };

  const byDocument = remembered((document) => ({
    size: beyondLimits(document, bounds),
    byRole: new Map<string, readonly GraphQLError[]>(),
    personal: new Map<string, boolean>(),
  }));
  /** What the health team says a purpose for is a matter of the document alone. */
  const isPersonal = ({ document, operationName }: Request): boolean => {
    // acts say in their payload what is missing, and leave on record that they were tried
    if (getOperationAST(document, operationName)?.operation === "mutation") return false;
    const { personal } = byDocument(document);
    const name = operationName ?? "";
    const known = personal.get(name) ?? purposefulFields(schema, document, operationName ?? null).length > 0;
    if (personal.size < 50) personal.set(name, known);
    return known;
  };
  const prices = new WeakMap<OperationDefinitionNode, Prices>();

  const faults = ({ document, operationName, viewer }: Request): readonly GraphQLError[] => {
    const { size, byRole } = byDocument(document);
    if (size) return [size];
    const role = roleOf(viewer);
    const key = role === "ANONYMOUS" ? `${role} ${operationName ?? ""}` : role;
    const known = byRole.get(key);
    if (known) return known;
    const found =
      role === "ANONYMOUS" && asksForLogin(schema, document, operationName ?? null)
        ? [loginNeeded()]
        : validate(schemaSeenBy(schema, role), document, mayIntrospect(role) ? rules.open : rules.closed, { maxErrors: MAX_ERRORS })
            .slice(0, MAX_ERRORS)
            .map(invalid);
    // the name is the caller's, so it must not be what fills the memory
    if (byRole.size < 50) byRole.set(key, found);
    return found;
  };

  return (request) => {
    const errors = faults(request);
    if (errors.length > 0) return { errors, cost: null };
    if (lacksPurpose(request.viewer) && isPersonal(request)) return { errors: [withoutPurpose()], cost: null };
    const operation = getOperationAST(request.document, request.operationName);
    // which operation is meant is unclear; execution says so without running anything
    if (!operation) return { errors: [], cost: null };
    try {
      const known = prices.get(operation) ?? new Prices(schema, request.document, operation);
      prices.set(operation, known);
      const price = known.priceFor(request.variables);
      const cost = evaluate(price, request.variables);
      return cost > bounds.cost
        ? { errors: [tooCostly(cost, bounds.cost)], cost }
        : {
            errors: [],
            cost,
            refundable: !price.fixed,
            places: price.places ?? NONE,
            floor: price.floor ?? 0,
            intake: operation.operation === "mutation" ? intakeCost(request.variables) : 0,
          };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error], cost: null };
      throw error;
    }
  };
}

function remembered<V>(make: (document: DocumentNode) => V): (document: DocumentNode) => V {
  const kept = new WeakMap<DocumentNode, V>();
  return (document) => {
    const value = kept.get(document) ?? make(document);
    kept.set(document, value);
    return value;
  };
}

function withoutPurpose(): GraphQLError {
  const refused = purposeMissing();
  return new GraphQLError(refused.message, { originalError: refused, extensions: { http: { status: 403 } } });
}

function loginNeeded(): GraphQLError {
  return new GraphQLError("Sign in to use this part of the API.", { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } });
}

function invalid(error: GraphQLError): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: "GRAPHQL_VALIDATION_FAILED", http: { status: 400 } },
  });
}

function tooCostly(requested: number, maximum: number): GraphQLError {
  const known = Number.isFinite(requested);
  return new GraphQLError(
    `The operation may cost ${known ? requested : "far more"}, and at most ${maximum} is allowed; ask for fewer items.`,
    {
      extensions: { code: "QUERY_TOO_COMPLEX", http: { status: 400 }, maximum, ...(known ? { requested } : {}) },
    },
  );
}
