/**
 * Running one subscription. Its source is made once; every event is then executed on its own, for the viewer as they are at that
 * moment and with loaders of its own, because a role, a consent or a custody may have ended since the subscription began.
 */
import { createHash } from "node:crypto";
import {
  createSourceEventStream,
  execute,
  getOperationAST,
  GraphQLError,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from "graphql";
import type { SubscribePayload } from "graphql-ws";
import { rateLimited, untrustedDocument, type AdmissionPluginOptions } from "../admission/admission-plugin.js";
import type { Admit } from "../admission/admission.js";
import { badRequest } from "../api/bad-input.js";
import type { Context } from "../api/context.js";
import { readingCost } from "../admission/documents.js";
import { LIMITS } from "../admission/limits.js";
import type { FairShare, Turn } from "../http/fair-share.js";

export type Admission = Pick<AdmissionPluginOptions, "takeTokens" | "trusted" | "registered"> & {
  readonly schema: GraphQLSchema;
  readonly admit: Admit;
  /** Whose turn it is to have a document read; left out, everybody's. */
  readonly inTurn?: FairShare["inTurn"];
};
/** Makes the context of one event; throws when this viewer may no longer ask. */
export type RenewContext = () => Promise<Context>;

type Admitted = ExecutionArgs | readonly GraphQLError[];

/** Decides what HTTP decides, in the same order and words: what may run, or why not. */
export function admitSubscription(payload: SubscribePayload, ctx: Context, admission: Admission): Promise<Admitted> {
  const { inTurn = (_viewer, _address, work) => work({}) } = admission;
  return inTurn(ctx.viewer, ctx.address ?? null, async (turn) => {
    const admitted = await decide(payload, ctx, admission, turn);
    turn.isRefused = Array.isArray(admitted);
    return admitted;
  });
}

async function decide(
  payload: SubscribePayload,
  ctx: Context,
  { schema, admit, trusted, registered, takeTokens }: Admission,
  turn: Turn,
): Promise<Admitted> {
  const hash = createHash("sha256").update(payload.query).digest("hex");
  if (takeTokens && !registered?.(hash)) {
    // nothing is remembered here: each message is read anew
    const tokens = await takeTokens(ctx.viewer, readingCost(payload.query), ctx.address ?? null);
    if (!tokens.ok) return [rateLimited(tokens.retryAfterSeconds)];
    turn.isNew = true;
  }
  const document = read(payload.query);
  if (document instanceof GraphQLError) return [document];
  if (trusted && !(await trusted(hash, ctx.viewer, document))) return [untrustedDocument()];
  const variables = payload.variables ?? {};
  const { errors, cost } = admit({ document, operationName: payload.operationName, variables, viewer: ctx.viewer });
  if (errors.length > 0) return errors;
  const operation = getOperationAST(document, payload.operationName);
  if (!operation) return [badRequest("The message names no operation of its document.")];
  if (operation.operation !== "subscription")
    return [badRequest("Queries and mutations are served over HTTP; only subscriptions are served here.")];
  if (takeTokens && cost !== null) {
    const tokens = await takeTokens(ctx.viewer, cost, ctx.address ?? null);
    if (!tokens.ok) return [rateLimited(tokens.retryAfterSeconds)];
  }
  return { schema, document, operationName: payload.operationName ?? null, variableValues: variables, contextValue: ctx };
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: "GRAPHQL_PARSE_FAILED" } });
  }
}

type Answers = AsyncGenerator<ExecutionResult, void, void>;

/** The answers to a subscription, one per event that this viewer may know of. Ending it ends its source at once. */
export async function runSubscription(args: ExecutionArgs, renew: RenewContext, end: AbortController): Promise<Answers | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return source;
  const answers = answersTo(source, args, renew);
  const stop = (): Promise<IteratorResult<ExecutionResult, void>> => {
    // a source that waits for its next event hears of its end by this alone
    end.abort();
    return Promise.resolve({ done: true, value: undefined });
  };
  const generator: Answers = {
    next: () => answers.next(),
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]: () => generator,
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
  return generator;
}

async function* answersTo(
  source: AsyncIterable<unknown>,
  args: ExecutionArgs,
  renew: RenewContext,
): AsyncGenerator<ExecutionResult, void, void> {
  for await (const event of source) {
    yield await execute({ ...args, rootValue: event, contextValue: await renew() });
  }
}
