/**
 * What leaves when something goes wrong. Codes we chose pass; anything else is a fixed sentence. Driver messages hold SQL and
 * its parameters, and graphql-js repeats the value it could not read, which may be somebody's health: neither may travel.
 */
import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { Refused } from "../../kernel/refusal.js";
import { withoutSuggestions, withoutValues } from "./wording.js";

/** Every code that a client can meet at the top level of an answer. */
export const CODES = [
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "INTERNAL",
  "NOT_FOUND",
  "OPERATION_RESOLUTION_FAILURE",
  "OUTCOME_UNKNOWN",
  "OVERLOADED",
  "PERSISTED_QUERY_NOT_SUPPORTED",
  "QUERY_TOO_COMPLEX",
  "RATE_LIMITED",
  "REFUSED",
  "UNAUTHENTICATED",
  "UNAVAILABLE",
  "UNTRUSTED_DOCUMENT",
] as const;
const KNOWN = new Set<string>(CODES);

/** Extensions that may travel with a known code. */
const PASSED = ["inputPath", "retryable", "retryAfterSeconds", "remedy", "requested", "maximum", "invalid"] as const;

export const INTERNAL_MESSAGE = "Something went wrong on our side. Quote the trace id.";

export type MaskOptions = { readonly hideSuggestions: boolean };

/** Formats an error for a client. The trace id is added where the request is known (admission.ts). */
export function mask(formatted: GraphQLFormattedError, error: unknown, { hideSuggestions }: MaskOptions): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const where = formatted.path ? { path: formatted.path } : {};
  // what a subscription's source throws has no path, and is wrapped all the same
  const known = ours(original) ?? (error instanceof GraphQLError ? ours(error.originalError) : null);
  if (known) return { ...where, ...known };
  const code = codeOf(formatted, original);
  if (!KNOWN.has(code) || code === "INTERNAL") return { ...where, message: INTERNAL_MESSAGE, extensions: { code: "INTERNAL" } };
  // what a resolver threw on purpose is our own sentence; only graphql-js repeats values
  const thrown = formatted.path !== undefined && !/^(Argument|Variable) "/.test(formatted.message);
  const fixed = thrown ? formatted.message : withoutValues(formatted.message, code);
  return {
    message: hideSuggestions || code === "BAD_USER_INPUT" ? withoutSuggestions(fixed) : fixed,
    ...(formatted.locations ? { locations: formatted.locations } : {}),
    ...where,
    extensions: { code, ...passed(formatted.extensions) },
  };
}

/** Only a GraphQLError was meant for a client; whatever else was thrown may carry any `code` of its own. */
function codeOf({ extensions, message }: GraphQLFormattedError, original: unknown): string {
  if (!(original instanceof GraphQLError)) return "INTERNAL";
  // found by graphql-js only while it runs: a null for an argument that has a default
  if (/^Argument "\w+" (of (non-null|required) type|has invalid value)/.test(message)) return "BAD_USER_INPUT";
  if (/^Variable "\$\w+" /.test(message)) return "BAD_USER_INPUT";
  return String(extensions?.["code"] ?? "INTERNAL");
}

function passed(extensions: GraphQLFormattedError["extensions"]): Record<string, unknown> {
  return Object.fromEntries(PASSED.flatMap((key) => (extensions?.[key] === undefined ? [] : [[key, extensions[key]]])));
}

function ours(error: unknown): GraphQLFormattedError | null {
  if (error instanceof ArgumentValidationError) return invalidArguments(error);
  if (error instanceof Refused) return refusedQuery(error);
  if (!(error instanceof Error)) return null;
  // by name: the gateway does not need to know the database to know these
  if (error.name === "UnknownOutcome") {
    return {
      message: "It is not known whether this was carried out. Send the same request again with the same idempotency key.",
      extensions: { code: "OUTCOME_UNKNOWN", retryable: true },
    };
  }
  if (error.name === "Overloaded") {
    return {
      message: "Too much is asked of the service at the moment, or this took longer than it may; nothing was changed.",
      extensions: { code: "OVERLOADED", retryable: true, retryAfterSeconds: 2 },
    };
  }
  if (error.name === "OverBudget") {
    return {
      message: "This request asks the database more often than one may; ask for less at once.",
      extensions: { code: "QUERY_TOO_COMPLEX" },
    };
  }
  if (error.name === "Unavailable") {
    return {
      message: "The service is not available at the moment; nothing was changed.",
      extensions: { code: "UNAVAILABLE", retryable: true },
    };
  }
  return null;
}

type Violation = { readonly property: string; readonly constraints?: Record<string, string>; readonly children?: readonly Violation[] };

/** class-validator puts the whole input and the value into its report; only where and which rule are passed on. */
function invalidArguments(error: ArgumentValidationError): GraphQLFormattedError {
  const invalid = violations(error.extensions.validationErrors as readonly Violation[], []);
  return { message: "The input breaks the rules named in extensions.invalid.", extensions: { code: "BAD_USER_INPUT", invalid } };
}

function violations(list: readonly Violation[], above: readonly string[]): { path: readonly string[]; rules: string[] }[] {
  return list.flatMap(({ property, constraints, children = [] }) => {
    const path = [...above, property];
    const rules = Object.keys(constraints ?? {});
    return [...(rules.length > 0 ? [{ path, rules }] : []), ...violations(children, path)];
  });
}

/** A mutation carries its refusals in the payload; a query has no place for them but here. */
function refusedQuery({ refusals }: Refused): GraphQLFormattedError {
  return { message: refusals[0]?.message ?? "Refused.", extensions: { code: "REFUSED", refusals } };
}
