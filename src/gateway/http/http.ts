/**
 * The gateway's own listener (design: conformance.md, section 3.1): it decides what reaches Apollo, and everything it
 * refuses it refuses in JSON. Who sends is known before more than a usual body is read.
 */
import type { ApolloServer } from "@apollo/server";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Viewer } from "../../platform/viewer.js";
import {
  allow,
  answerType,
  extras,
  goneSignal,
  HttpFault,
  JSON_TYPE,
  probe,
  promiseHeaders,
  sendAnswer,
  sendFault,
  writeHead,
} from "./answer.js";
import { addressOf } from "./address.js";
import type { Context, SentFile } from "../api/context.js";
import type { DeskDoor } from "../desk/door.js";
import { answerDownload, type DownloadDoor } from "./download.js";
import { withDocument, withDocumentInSearch, type DocumentByHash } from "./document-by-hash.js";
import { packed } from "./compression.js";
import { FairShare } from "./fair-share.js";
import { faultOf } from "./fault-of.js";
import { answerFeed, type FeedDoor, type TakeTurn } from "./feed-door.js";
import { JsonShape, type LongList } from "./body/json-shape.js";
import { answerPut, putOf, type FileDoor } from "./put-file.js";
import { parseBody, requireCleanSearch, requireJson } from "./body/request-body.js";
import { closeServer, listen, serverFor } from "./listening.js";
import { one, RequestHeaders } from "./request-headers.js";
import { traceOf } from "./trace-context.js";
import { wantsStream, type EventStreams } from "../socket/event-stream.js";
import { strikeOut } from "../../platform/log.js";
import { spanned, underCaller } from "../../platform/traces.js";
import type { Identify } from "../identity/viewer.js";
import type { Pages } from "./pages.js";

export type ListenerOptions<C extends Context> = {
  /** What keeps one caller from being in the others' way; left out, his turns alone. */
  readonly share?: FairShare;
  readonly apollo: ApolloServer<C>;
  readonly identify: Identify;
  readonly context: (request: {
    viewer: Viewer;
    traceId: string;
    signal: AbortSignal;
    address: string | null;
    file?: SentFile;
    turn?: NonNullable<Context["turn"]>;
  }) => C;
  /** What stands in the way of work, as codes; any, or a throw, answers 503 on /ready. */
  readonly ready: () => Promise<readonly string[]>;
  /** Runs the work of each request: what bounds it stands there. */
  readonly around?: ((work: () => Promise<void>) => Promise<void>) | undefined;
  /** Registered documents, for callers that send a hash. */
  readonly documents?: DocumentByHash | undefined;
  /** Calendars that programs subscribe to, by a path that is a secret; left out, there are none. */
  readonly feeds?: { readonly prefix: string; readonly door: FeedDoor; readonly takeTurn: TakeTurn };
  /** Subscriptions for those who take text/event-stream; left out, there are none. */
  readonly streams?: EventStreams;
  /** What a file that is put to the endpoint stands for; left out, none is taken. */
  readonly files?: FileDoor;
  /** Files that are fetched by their address, below this prefix; left out, there are none. */
  readonly downloads?: { readonly prefix: string; readonly door: DownloadDoor };
  /** The pages for people, and who is signed in there; left out, there are none. */
  readonly desk?: DeskDoor | undefined;
  /** Pages for developers. */
  readonly pages?: Pages;
  /** Web origins that may call from a browser. */
  readonly origins?: readonly string[];
  readonly path?: string;
  /** How long a connection may take to say what it wants. */
  readonly headersMs?: number;
  /** Origin that callers use, which proofs of possession are about; left out, the host that they say. */
  readonly publicUrl?: string | undefined;
  /** Names that this gateway answers to; left out, to any. */
  readonly hosts?: ((host: string) => boolean) | undefined;
  /** Balancers in front of us that write x-forwarded-for: 0 believes nobody. */
  readonly trustedProxies?: number;
  readonly onFailure?: (traceId: string, error: unknown) => void;
};

export type Listener = {
  readonly server: Server;
  readonly listen: (port: number, host: string) => Promise<{ port: number; url: string }>;
  /** Says on /ready that it is going, and lets go of each connection with its next answer; it goes on answering. */
  readonly drain: () => void;
  /** Answers what has begun, takes nothing new; what takes longer than `graceMs` is cut off. */
  readonly stop: (graceMs?: number) => Promise<void>;
};

const TRACE = /^[\w-]{8,64}$/;

export function makeListener<C extends Context>(options: ListenerOptions<C>): Listener {
  const { apollo, pages, path = "/graphql", headersMs = 10_000, around = (work) => work(), share = new FairShare({}) } = options;
  const origins = new Set(options.origins);
  let stopping = false;

  const route = (req: IncomingMessage, res: ServerResponse, traceId: string): Promise<void> | void => {
    const url = req.url ?? "/";
    const mark = url.indexOf("?");
    const at = mark < 0 ? url : url.slice(0, mark);
    if (at === path)
      return around(() =>
        underCaller(req.headers, () =>
          spanned("listener", { name: path, attributes: { requestId: strikeOut(traceId) } }, () =>
            graphql(req, res, traceId, mark < 0 ? "" : url.slice(mark)),
          ),
        ),
      );
    if (at === "/health") return probe(req, res, []);
    if (at === "/ready")
      return (stopping ? Promise.resolve(["STOPPING"]) : options.ready()).then(
        (obstacles) => probe(req, res, obstacles),
        () => probe(req, res, ["UNKNOWN"]),
      );
    if (options.feeds && at.startsWith(options.feeds.prefix)) return feed(req, res, traceId, at, options.feeds);
    if (options.downloads && at.startsWith(options.downloads.prefix)) {
      const { door } = options.downloads;
      return around(() => download(req, res, traceId, { at, search: mark < 0 ? "" : url.slice(mark) }, door));
    }
    if (options.desk?.owns(at)) return options.desk.answer(req, res, at);
    if (pages?.owns(at)) return pages.answer(req, res, at);
    throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
  };

  const callerOf = async (req: IncomingMessage, at = path): ReturnType<Identify> => {
    const authorization = req.headers.authorization ?? options.desk?.authorizationOf(req);
    const url = `${options.publicUrl ?? `http://${req.headers.host ?? ""}`}${at}`;
    const possession = { proof: one(req.headers["dpop"]), method: req.method ?? "", url };
    let leave = (): void => {};
    try {
      return await options.identify(authorization, one(req.headers["x-purpose"]), possession, async (viewer) => {
        leave = await share.beforeProof(req, viewer, addressOf(req, options.trustedProxies));
      });
    } finally {
      leave();
    }
  };

  const graphql = async (req: IncomingMessage, res: ServerResponse, traceId: string, search: string): Promise<void> => {
    if (req.method === "OPTIONS") return preflight(req, res);
    if (req.method === "PUT" && options.files) return put(req, res, traceId, search, options.files);
    allow(req, options.files ? "GET, POST, PUT" : "GET, POST");
    const post = req.method === "POST";
    // Apollo finds this out only after the operation has run; what asks for nothing it turns away by itself
    const stream = post && options.streams !== undefined && wantsStream(req.headers.accept);
    if (!stream && (post || ASKS.test(search)) && answerType(req.headers.accept) === null)
      throw new HttpFault(406, "BAD_REQUEST", "The answer is application/json or application/graphql-response+json.");
    if (post) requireJson(req);
    else requireCleanSearch(search);
    const { viewer, claims } = await callerOf(req);
    const address = addressOf(req, options.trustedProxies);
    await share.turnAway(req, viewer, address);
    const shape = new JsonShape();
    const bytes = post ? await share.bodyOf(req, viewer, address, shape) : null;
    const sent = () => documentIn(search, bytes, shape.long);
    const headers = new RequestHeaders(req.headers);
    const signal = goneSignal(res);
    if (stream) {
      // a stream asks who it is for again with each event
      const authorization = req.headers.authorization ?? options.desk?.authorizationOf(req);
      const caller = { viewer, claims, authorization, purpose: one(req.headers["x-purpose"]), traceId, address };
      return options.streams?.open(req, res, { ...caller, body: (await sent()).body });
    }
    const answer = await share.inTurn(viewer, address, async (turn) => {
      if (shape.long.length > 0) turn.isBulk = true;
      const answered = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: req.method ?? "", headers, ...(await sent()) },
        context: async () => options.context({ viewer, traceId, signal, address, turn }),
      });
      turn.isRefused = (answered.status ?? 200) >= 400;
      return answered;
    });
    if (answer.body.kind !== "complete") throw new Error("incremental delivery is not offered");
    const status = answer.status ?? 200;
    const type = answer.headers.get("content-type") ?? JSON_TYPE;
    const small = await packed(req, answer.body.string, answer.headers.get("cache-control"));
    const more = { ...extras(answer.headers, status), ...small?.headers, vary: "accept, accept-encoding, origin" };
    sendAnswer(res, status, type, small?.body ?? answer.body.string, more);
  };

  /** What was sent, with the text of a registered document in the place of its hash. */
  const documentIn = async (
    search: string,
    bytes: Buffer | null,
    long: readonly LongList[],
  ): Promise<{ search: string; body: unknown }> => {
    const body = bytes === null ? undefined : await parseBody(bytes, long);
    const { documents } = options;
    return documents
      ? { search: await withDocumentInSearch(search, documents), body: await withDocument(body, documents) }
      : { search, body };
  };

  const feed = async (
    req: IncomingMessage,
    res: ServerResponse,
    traceId: string,
    path: string,
    { door, takeTurn }: NonNullable<typeof options.feeds>,
  ): Promise<void> => {
    allow(req, "GET, HEAD");
    await answerFeed(req, res, { path, traceId }, door, await takeTurn(addressOf(req, options.trustedProxies)));
  };

  const put = async (req: IncomingMessage, res: ServerResponse, traceId: string, search: string, door: FileDoor): Promise<void> => {
    requireCleanSearch(search);
    const { viewer } = await callerOf(req);
    const address = addressOf(req, options.trustedProxies);
    await share.turnAway(req, viewer, address);
    const operation = door(putOf(req, search));
    const file = await share.fileOf(req, viewer, address);
    const context = options.context({ viewer, traceId, signal: goneSignal(res), address, file });
    await share.inTurn(viewer, address, async () => answerPut(apollo, res, operation, context));
  };

  const download = async (
    req: IncomingMessage,
    res: ServerResponse,
    traceId: string,
    { at, search }: { readonly at: string; readonly search: string },
    door: DownloadDoor,
  ): Promise<void> => {
    if (req.method === "OPTIONS") return preflight(req, res);
    allow(req, "GET");
    requireCleanSearch(search);
    const { viewer } = await callerOf(req, at);
    const address = addressOf(req, options.trustedProxies);
    await share.turnAway(req, viewer, address);
    const operation = door(at, new URLSearchParams(search));
    if (!operation) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
    const context = options.context({ viewer, traceId, signal: goneSignal(res), address });
    await share.inTurn(viewer, address, () => answerDownload(apollo, res, operation, context));
  };

  const preflight = (req: IncomingMessage, res: ServerResponse): void => {
    const known = origins.has(req.headers.origin ?? "");
    const cors = {
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": CORS_HEADERS,
      "access-control-max-age": "600",
    };
    writeHead(res, 204, { allow: "GET, POST, OPTIONS", "content-length": "0", ...(known ? cors : {}) });
    res.end();
  };

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const given = req.headers["x-request-id"];
    const trace = traceOf(req.headers["traceparent"]);
    const traceId = typeof given === "string" && TRACE.test(given) ? given : (trace?.traceId ?? randomUUID());
    const origin = req.headers.origin;
    promiseHeaders(res, {
      "x-request-id": traceId,
      ...(trace ? { traceresponse: trace.answer } : {}),
      ...(stopping ? { connection: "close" } : {}),
      ...(origin !== undefined && origins.has(origin)
        ? { "access-control-allow-origin": origin, "access-control-expose-headers": "x-request-id, retry-after, traceresponse" }
        : {}),
    });
    try {
      if (options.hosts && !options.hosts(req.headers.host ?? ""))
        throw new HttpFault(403, "FORBIDDEN", "This gateway is not known by the name that was asked for.");
      await route(req, res, traceId);
    } catch (error) {
      const fault = error instanceof HttpFault ? error : faultOf(error, traceId);
      if (fault.status >= 500) options.onFailure?.(traceId, error);
      sendFault(req, res, fault);
    }
  };

  const server = serverFor(handle, headersMs);
  return {
    server,
    listen: (port, host) => listen(server, port, host),
    drain: () => {
      stopping = true;
    },
    stop: async (graceMs = 5_000) => {
      stopping = true;
      await closeServer(server, graceMs);
    },
  };
}

const CORS_HEADERS = "authorization, content-type, apollo-require-preflight, dpop, traceparent, x-purpose, x-request-id";

const ASKS = /[?&]query=/;
