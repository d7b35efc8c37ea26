/**
 * Apollo Server with its defaults turned from "easy to try" to "hard to misuse" (design: conformance.md, section 10).
 * Apollo's own validation is off because it knows one schema; documents are validated per role in admission.ts.
 */
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLError, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { Role } from "../../platform/viewer.js";
import { makeAdmission, type Admit } from "../admission/admission.js";
import { admissionPlugin, type AdmissionPluginOptions } from "../admission/admission-plugin.js";
import { compiledGateway } from "./compiled.js";
import type { Context } from "../api/context.js";
import { Documents } from "../admission/documents.js";
import { LIMITS, type Limits } from "../admission/limits.js";
import { mask } from "./mask.js";

export type ApolloOptions<C extends Context> = Pick<
  AdmissionPluginOptions,
  "takeTokens" | "refund" | "trusted" | "registered" | "onFailure" | "onAnswer"
> & {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly introspection: boolean | ((role: Role) => boolean);
  /** Compile each document to a function (graphql-jit): about twice as fast on lists. */
  readonly compiled?: boolean;
  readonly limits?: Partial<Limits>;
  readonly plugins?: ApolloServerPlugin<C>[];
};

export type Gateway<C extends Context> = {
  readonly apollo: ApolloServer<C>;
  /** The same rules for operations that arrive over WebSocket. */
  readonly admit: Admit;
  /** The same masking for errors that leave over WebSocket. */
  readonly format: (error: GraphQLError) => GraphQLFormattedError;
};

export function makeApollo<C extends Context>(options: ApolloOptions<C>): Gateway<C> {
  const { schema, production, introspection } = options;
  const limits = { ...LIMITS, ...options.limits };
  const admit = makeAdmission({ schema, limits, introspection });
  const formatError = (formatted: GraphQLFormattedError, error: unknown) => mask(formatted, error, { hideSuggestions: production });
  const format = (error: GraphQLError) => formatError(error.toJSON(), error);
  const { takeTokens, refund, trusted, registered, onFailure, onAnswer } = options;
  const admission = admissionPlugin<C>({
    admit,
    format,
    maximumCost: limits.cost,
    ...(takeTokens ? { takeTokens } : {}),
    ...(refund ? { refund } : {}),
    ...(trusted ? { trusted } : {}),
    ...(registered ? { registered } : {}),
    ...(onFailure ? { onFailure } : {}),
    ...(onAnswer ? { onAnswer } : {}),
  });
  const settings = {
    csrfPrevention: true,
    persistedQueries: false as const,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    dangerouslyDisableValidation: true,
    introspection: true,
    hideSchemaDetailsFromClientErrors: false,
    parseOptions: { maxTokens: limits.tokens },
    executionOptions: { maxCoercionErrors: 5 },
    documentStore: new Documents(),
    nodeEnv: production ? "production" : "development",
    formatError,
    stringifyResult: (value: object) => JSON.stringify(value),
    plugins: [
      admission,
      ...(options.plugins ?? []),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
  const apollo = options.compiled
    ? new ApolloServer<C>({ ...settings, gateway: compiledGateway(schema) })
    : new ApolloServer<C>({ ...settings, schema });
  return { apollo, admit, format };
}
