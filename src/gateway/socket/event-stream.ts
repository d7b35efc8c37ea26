/**
 * Subscriptions as Server-Sent Events, for whoever cannot open a WebSocket: the protocol of graphql-sse with distinct connections, one
 * stream for one subscription. The door has the locks of the others: the same login, admission, prices, registered documents and
 * masking; a stream ends with its token, and one that is not read is cut off.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { randomUUID } from "node:crypto";
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type GraphQLSchema } from "graphql";
import type { Viewer } from "../../platform/viewer.js";
import type { AdmissionPluginOptions } from "../admission/admission-plugin.js";
import type { Context } from "../api/context.js";
import type { Gateway } from "../execution/server.js";
import { HttpFault, writeHead } from "../http/answer.js";
import type { Claims, Identify } from "../identity/viewer.js";
import { SocketRegistry } from "./socket-crowd.js";
import type { FairShare } from "../http/fair-share.js";
import { admitSubscription, runSubscription } from "./subscription.js";

export type EventStreamOptions = Pick<AdmissionPluginOptions, "takeTokens" | "trusted" | "registered" | "onFailure"> & {
  readonly share?: FairShare;
  readonly schema: GraphQLSchema;
  readonly gateway: Pick<Gateway<Context>, "admit" | "format">;
  readonly identify: Identify;
  /** The context of one event: this viewer, fresh loaders. */
  readonly context: (request: {
    readonly viewer: Viewer;
    readonly traceId: string;
    readonly signal: AbortSignal;
    readonly address: string | null;
    readonly renew: () => Promise<Context>;
  }) => Context;
  /** Asked about every open stream every two seconds. */
  readonly revoked?: (claims: Claims) => boolean;
};

type StreamAsked = {
  readonly viewer: Viewer;
  /** Null without a token: nobody listens without one. */
  readonly claims: Claims | null;
  readonly authorization: string | undefined;
  readonly purpose: string | undefined;
  readonly traceId: string;
  readonly address: string | null;
  readonly body: unknown;
};
export type EventStreams = {
  readonly open: (req: IncomingMessage, res: ServerResponse, asked: StreamAsked) => Promise<void>;
  /** How many there are. */
  readonly streams: () => number;
  readonly stop: () => void;
};

const PING_MS = 12_000;
const LOOK_MS = 2_000;
/** A reader this far behind is not reading. */
const MOST_UNREAD_BYTES = 1_000_000;

type Session = { readonly viewer: Viewer; readonly claims: Claims; readonly end: () => void };

/** Whether a caller asks for a stream; whoever takes JSON as well gets JSON. */
export function wantsStream(accept: string | undefined): boolean {
  return accept !== undefined && /^\s*text\/event-stream\s*(;[^,]*)?$/i.test(accept);
}

export function makeEventStreams(options: EventStreamOptions): EventStreams {
  const crowd = new SocketRegistry<Session>();
  const watch = setInterval(() => {
    for (const { claims, end } of crowd.all()) if (claims.expiresAt * 1_000 <= Date.now() || options.revoked?.(claims)) end();
  }, LOOK_MS);
  watch.unref();

  const open = async (_req: IncomingMessage, res: ServerResponse, asked: StreamAsked): Promise<void> => {
    const { viewer, claims } = asked;
    if (!claims || viewer.role === "ANONYMOUS") throw new HttpFault(401, "UNAUTHENTICATED", "Sign in first.");
    const ended = new AbortController();
    const session: Session = { viewer, claims, end: () => ended.abort() };
    if (!crowd.enter(session)) throw new HttpFault(429, "RATE_LIMITED", "Too many streams are open.", { "retry-after": 10 });
    res.once("close", session.end);
    try {
      const answers = await begin(options, asked, ended);
      writeHead(res, 200, HEADERS);
      res.write(":\n\n");
      const ping = setInterval(() => res.write(":\n\n"), PING_MS);
      try {
        for await (const answer of untilAborted(answers, ended.signal)) {
          res.write(`event: next\ndata: ${JSON.stringify(formatted(answer, asked.traceId, options))}\n\n`);
          if (res.writableLength > MOST_UNREAD_BYTES) return void res.destroy();
        }
        res.end(ended.signal.aborted ? undefined : "event: complete\ndata:\n\n");
      } finally {
        clearInterval(ping);
      }
    } finally {
      ended.abort();
      crowd.leave(session);
    }
  };
  return {
    open,
    streams: () => [...crowd.all()].length,
    stop: () => {
      clearInterval(watch);
      for (const { end } of crowd.all()) end();
    },
  };
}

const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
  "x-content-type-options": "nosniff",
};

type Answers = AsyncIterable<ExecutionResult>;

/** The answers to come, or the one that says why there are none. */
async function begin(options: EventStreamOptions, asked: StreamAsked, ended: AbortController): Promise<Answers> {
  const { schema, gateway, trusted, registered, takeTokens, share } = options;
  const payload = payloadIn(asked.body);
  if (!payload) return one({ errors: [new GraphQLError("The body names no document.", { extensions: { code: "BAD_REQUEST" } })] });
  const renew = async (): Promise<Context> => {
    const { viewer } = await options.identify(asked.authorization, asked.purpose, "PROVEN").catch((error: unknown) => {
      ended.abort();
      throw error;
    });
    return options.context({ viewer, traceId: randomUUID(), signal: ended.signal, address: asked.address, renew });
  };
  const context = await renew();
  const admitted = await admitSubscription(payload, context, {
    schema,
    admit: gateway.admit,
    ...(trusted ? { trusted } : {}),
    ...(registered ? { registered } : {}),
    ...(takeTokens ? { takeTokens } : {}),
    ...(share ? { inTurn: (...turn) => share.inTurn(...turn) } : {}),
  });
  if (isList(admitted)) return one({ errors: admitted });
  const answers = await runSubscription(admitted, renew, ended);
  return Symbol.asyncIterator in answers ? answers : one(answers);
}

function isList(admitted: ExecutionArgs | readonly GraphQLError[]): admitted is readonly GraphQLError[] {
  return Array.isArray(admitted);
}

async function* one(answer: ExecutionResult): AsyncGenerator<ExecutionResult, void, void> {
  yield await Promise.resolve(answer);
}

/** Ends with the signal, also while it waits. */
async function* untilAborted(answers: Answers, signal: AbortSignal): AsyncGenerator<ExecutionResult, void, void> {
  const iterator = answers[Symbol.asyncIterator]();
  const aborted = new Promise<null>((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));
  try {
    while (!signal.aborted) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next === null || next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

type Payload = Parameters<typeof admitSubscription>[0];

function payloadIn(body: unknown): Payload | null {
  if (typeof body !== "object" || body === null) return null;
  const { query, variables, operationName } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== "string") return null;
  return {
    query,
    ...(typeof variables === "object" && variables !== null ? { variables: variables as Record<string, unknown> } : {}),
    ...(typeof operationName === "string" ? { operationName } : {}),
  };
}

function formatted({ errors, ...answer }: ExecutionResult, traceId: string, { gateway, onFailure }: EventStreamOptions): object {
  if (!errors) return answer;
  const told = errors.map((error) => {
    const each = gateway.format(error);
    if (each.extensions?.["code"] !== "INTERNAL") return each;
    onFailure?.({ traceId, operation: null, operationHash: null, error: error.originalError ?? error });
    return { ...each, extensions: { ...each.extensions, traceId } };
  });
  return { ...answer, errors: told };
}
