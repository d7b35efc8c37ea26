/**
 * Subscriptions over WebSocket (sub-protocol graphql-transport-ws) on the listener's own port. The second door has the locks of
 * the first: the same login, admission, prices, registered documents and masking. A socket lives no longer than its token.
 */
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { randomUUID } from "node:crypto";
import { GraphQLError, type ExecutionArgs, type GraphQLFormattedError, type GraphQLSchema } from "graphql";
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, makeServer, type Context as SocketContext } from "graphql-ws";
import { WebSocketServer, type WebSocket } from "ws";
import type { Viewer } from "../../platform/viewer.js";
import type { AdmissionPluginOptions } from "../admission/admission-plugin.js";
import type { Context } from "../api/context.js";
import type { Gateway } from "../execution/server.js";
import { SocketRegistry } from "./socket-crowd.js";
import { attach } from "./socket-transport.js";
import type { FairShare } from "../http/fair-share.js";
import { admitSubscription, runSubscription } from "./subscription.js";
import type { Possession } from "../identity/proof.js";
import type { Claims, Identify, Identified } from "../identity/viewer.js";

type NewSocketContext = {
  readonly viewer: Viewer;
  readonly traceId: string;
  readonly signal: AbortSignal;
  readonly address: string | null;
  readonly renew: () => Promise<Context>;
};

export type SocketServerOptions = Pick<AdmissionPluginOptions, "takeTokens" | "trusted" | "registered" | "onFailure"> & {
  readonly share?: FairShare;
  readonly server: Server;
  readonly schema: GraphQLSchema;
  readonly gateway: Pick<Gateway<Context>, "admit" | "format">;
  readonly identify: Identify;
  /** The context of one event: this viewer, fresh loaders. */
  readonly context: (request: NewSocketContext) => Context;
  /** Web origins, beside the gateway's own, that may open a socket from a browser. */
  readonly origins?: readonly string[];
  readonly addressOf?: (request: IncomingMessage) => string | null;
  /** Asked about every open socket every two seconds. */
  readonly revoked?: (claims: Claims) => boolean;
  readonly path?: string;
  readonly publicUrl?: string | undefined;
  readonly hosts?: ((host: string) => boolean) | undefined;
};

export type SocketServer = { readonly sockets: () => number; readonly stop: () => Promise<void> };

const MAX_MESSAGE_BYTES = 64_000;
const INIT_WAIT_MS = 3_000;
const MOST_SUBSCRIPTIONS = 20;
const LOOK_MS = 2_000;
const TOO_MANY = 4429;

/** A socket is opened with GET; its proof is about that address as http. */
function possessionOf(request: IncomingMessage, dpop: unknown, { publicUrl, path = "/graphql" }: SocketServerOptions): Possession {
  return {
    proof: typeof dpop === "string" ? dpop : undefined,
    method: "GET",
    url: `${publicUrl ?? `http://${request.headers.host ?? ""}`}${path}`,
  };
}

type Credentials = { readonly authorization: string; readonly purpose: string | undefined };
type Session = Credentials & {
  readonly viewer: Viewer;
  readonly claims: Claims;
  readonly socket: WebSocket;
  readonly address: string | null;
};
type Extra = { readonly socket: WebSocket; readonly request: IncomingMessage; session?: Session };
type Connection = SocketContext<Record<string, unknown>, Extra>;
/** Ends the subscription that an execution belongs to. */
const endOf = new WeakMap<object, AbortController>();

export function makeSocketServer(options: SocketServerOptions): SocketServer {
  const crowd = new SocketRegistry<Session>();
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: async (connection) => {
      const session = await signIn(connection, options);
      if (session && crowd.enter(session)) return void (connection.extra.session = session);
      if (session) connection.extra.socket.close(TOO_MANY, "Too many connections");
      return false;
    },
    onSubscribe: (connection, _id, payload) => begin(connection, payload, options),
    subscribe: (args) =>
      runSubscription(args as ExecutionArgs, renewOf(args.contextValue), endOf.get(args.contextValue as object) ?? new AbortController()),
    onNext: (_c, _id, _p, args, result) =>
      ({
        ...result,
        ...(result.errors ? { errors: result.errors.map((error) => sent(error, args.contextValue as Context, options)) } : {}),
      }) as never,
    onError: (connection, _id, _p, errors) => errors.map((error) => sent(error, { traceId: traceOf(connection) }, options)) as never,
    onClose: ({ extra }) => {
      if (extra.session) crowd.leave(extra.session);
    },
  });
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  wss.on("connection", (socket: WebSocket, request: IncomingMessage) =>
    attach(socket, (transport) => protocol.opened(transport, { socket, request })),
  );
  const close = acceptUpgrades(wss, options);
  const watch = setInterval(() => closeExpired(crowd.all(), options.revoked), LOOK_MS);
  watch.unref();
  return {
    sockets: () => wss.clients.size,
    stop: async () => {
      clearInterval(watch);
      close();
      for (const socket of wss.clients) socket.close(1001, "Going away");
      const cut = setTimeout(() => wss.clients.forEach((socket) => socket.terminate()), 1_000);
      await new Promise<void>((resolve) => void wss.close(() => resolve()));
      clearTimeout(cut);
    },
  };
}

/** The token comes in the first message (connection_init), under the names that HTTP has for it. Nobody is let in without one. */
async function signIn({ connectionParams = {}, extra }: Connection, options: SocketServerOptions): Promise<Session | null> {
  const { authorization, Authorization, "x-purpose": purpose, dpop } = connectionParams;
  const { identify, addressOf } = options;
  const token = authorization ?? Authorization;
  if (typeof token !== "string") return null;
  const credentials = { authorization: token, purpose: typeof purpose === "string" ? purpose : undefined };
  const possession = possessionOf(extra.request, dpop, options);
  const known: Identified | null = await identify(credentials.authorization, credentials.purpose, possession).catch(() => null);
  if (!known?.claims || known.viewer.role === "ANONYMOUS") return null;
  return { ...credentials, viewer: known.viewer, claims: known.claims, socket: extra.socket, address: addressOf?.(extra.request) ?? null };
}

async function begin(
  connection: Connection,
  payload: Parameters<typeof admitSubscription>[0],
  options: SocketServerOptions,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { session } = connection.extra;
  if (!session) return [new GraphQLError("Sign in first.", { extensions: { code: "UNAUTHENTICATED" } })];
  if (Object.keys(connection.subscriptions).length > MOST_SUBSCRIPTIONS)
    return [
      new GraphQLError(`At most ${MOST_SUBSCRIPTIONS} subscriptions run on one connection.`, { extensions: { code: "RATE_LIMITED" } }),
    ];
  const end = new AbortController();
  connection.extra.socket.once("close", () => end.abort());
  const renew = async (): Promise<Context> => {
    const { viewer } = await options.identify(session.authorization, session.purpose, "PROVEN").catch((error: unknown) => {
      session.socket.close(CloseCode.Forbidden, "Forbidden");
      throw error;
    });
    return options.context({ viewer, traceId: randomUUID(), signal: end.signal, address: session.address, renew });
  };
  const context = await renew();
  endOf.set(context, end);
  const { schema, gateway, trusted, registered, takeTokens, share } = options;
  return admitSubscription(payload, context, {
    schema,
    admit: gateway.admit,
    ...(trusted ? { trusted } : {}),
    ...(registered ? { registered } : {}),
    ...(takeTokens ? { takeTokens } : {}),
    ...(share ? { inTurn: (...turn) => share.inTurn(...turn) } : {}),
  });
}

function renewOf(context: unknown): () => Promise<Context> {
  const { renew } = context as NewSocketContext;
  return renew;
}

function traceOf({ extra }: Connection): string {
  const given = extra.request.headers["x-request-id"];
  return typeof given === "string" ? given.slice(0, 64) : randomUUID();
}

function sent(
  error: GraphQLError,
  { traceId }: Pick<Context, "traceId">,
  { gateway, onFailure }: SocketServerOptions,
): GraphQLFormattedError {
  const formatted = gateway.format(error);
  if (formatted.extensions?.["code"] !== "INTERNAL") return formatted;
  onFailure?.({ traceId, operation: null, operationHash: null, error: error.originalError ?? error });
  return { ...formatted, extensions: { ...formatted.extensions, traceId } };
}

function closeExpired(sessions: Iterable<Session>, revoked: SocketServerOptions["revoked"]): void {
  for (const { claims, socket } of sessions) {
    if (claims.expiresAt * 1_000 <= Date.now()) socket.close(CloseCode.Forbidden, "Token expired");
    else if (revoked?.(claims)) socket.close(CloseCode.Forbidden, "Token revoked");
  }
}

function acceptUpgrades(wss: WebSocketServer, { server, path = "/graphql", origins = [], hosts }: SocketServerOptions): () => void {
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on("error", () => {});
    const { origin, host } = request.headers;
    // a browser sends its origin and asks nobody's leave to open a socket
    const foreign = origin !== undefined && !origins.includes(origin) && !(URL.canParse(origin) && new URL(origin).host === host);
    if (request.url?.split("?")[0] !== path) return turnAway(socket, "404 Not Found");
    if (foreign || (hosts && !hosts(host ?? ""))) return turnAway(socket, "403 Forbidden");
    wss.handleUpgrade(request, socket, head, (ws) => wss.emit("connection", ws, request));
  };
  server.on("upgrade", upgrade);
  return () => void server.off("upgrade", upgrade);
}

function turnAway(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
