/** How the listener answers. Every answer is JSON or a page of our own, says its length, and may not be stored. */
import type { HeaderMap } from "@apollo/server";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Fastest first: these are most of all requests. */
const NAMED = /application\/(graphql-response\+json|json|\*)|\*\/\*/;
export const JSON_TYPE = "application/json; charset=utf-8";
export const RESPONSE_TYPE = "application/graphql-response+json; charset=utf-8";

/** The media type of an answer to this Accept header, or null when none of ours will do. */
export function answerType(accept: string | undefined): typeof JSON_TYPE | typeof RESPONSE_TYPE | null {
  if (accept === undefined || accept === "" || accept === "*/*") return JSON_TYPE;
  if (!NAMED.test(accept)) return null;
  let best: { type: typeof JSON_TYPE | typeof RESPONSE_TYPE; quality: number } | null = null;
  for (const part of accept.split(",")) {
    const [range = "", ...parameters] = part.split(";").map((p) => p.trim().toLowerCase());
    const type = range === "application/graphql-response+json" ? RESPONSE_TYPE : isJson(range) ? JSON_TYPE : null;
    const charset = parameters.find((p) => p.startsWith("charset="))?.slice(8);
    if (!type || (charset !== undefined && !/^"?utf-?8"?$/.test(charset))) continue;
    const quality = Number(parameters.find((p) => p.startsWith("q="))?.slice(2) ?? 1);
    if (quality > 0 && (!best || quality > best.quality)) best = { type, quality };
  }
  return best?.type ?? null;
}

function isJson(range: string): boolean {
  return range === "application/json" || range === "application/*" || range === "*/*";
}

const STRICT_CSP = "default-src 'none'; frame-ancestors 'none'";

type Extra = Readonly<Record<string, string | number | string[]>>;

const PROMISED = Symbol("headers of any answer");
type Promising = ServerResponse & { [PROMISED]?: Extra };

/** What any answer to this request says besides. Kept until then: Node writes headers twice as fast when none was set before. */
export function promiseHeaders(res: Promising, headers: Extra): void {
  res[PROMISED] = headers;
}

export function writeHead(res: Promising, status: number, headers: Extra): void {
  res.writeHead(status, { ...res[PROMISED], ...headers });
}

export function sendAnswer(
  res: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  extra?: Extra,
  csp = STRICT_CSP,
): void {
  // the caller is gone, or was answered already
  if (res.headersSent || res.destroyed) return;
  const headers: Record<string, string | number | string[]> = {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": csp,
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    vary: "accept, origin",
    ...extra,
  };
  if (headers["cache-control"] === "") delete headers["cache-control"];
  writeHead(res, status, headers);
  res.end(res.req.method === "HEAD" ? undefined : body);
}

/** A refusal by the listener, in the shape that GraphQL clients read. */
export function sendFault(req: IncomingMessage, res: ServerResponse, fault: HttpFault): void {
  const body = JSON.stringify({ errors: [{ message: fault.message, extensions: { code: fault.code, ...fault.more } }] });
  // what is left of a body that will not be read must not be taken for the next request
  const close = fault.status === 413 ? { connection: "close" } : {};
  sendAnswer(res, fault.status, answerType(req.headers.accept) ?? JSON_TYPE, body, { ...fault.headers, ...close });
}

export function allow(req: IncomingMessage, methods: string): void {
  if (!methods.split(", ").includes(req.method ?? "")) throw new HttpFault(405, "BAD_REQUEST", `Use ${methods}.`, { allow: methods });
}

/** What stands in the way of work, as a program that looks after servers reads it. */
export function probe(req: IncomingMessage, res: ServerResponse, obstacles: readonly string[]): void {
  allow(req, "GET, HEAD");
  const well = obstacles.length === 0;
  sendAnswer(res, well ? 200 : 503, JSON_TYPE, well ? '{"status":"ok"}' : JSON.stringify({ status: "unavailable", because: obstacles }));
}

/** Whether an answer may be stored is Apollo's word, and the admission's: it forbids it. A refusal that says nothing is not stored. */
export function extras(headers: HeaderMap, status: number): Record<string, string> {
  const extra: Record<string, string> = status === 200 ? { "cache-control": "" } : {};
  for (const [name, value] of headers) if (name !== "content-type" && name !== "content-length") extra[name] = value;
  return extra;
}

/** Aborted when the caller goes away before the answer. */
export function goneSignal(res: ServerResponse): AbortSignal {
  const gone = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** Ends the handling of a request with this answer. */
export class HttpFault extends Error {
  override readonly name = "Fault";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Extra = {},
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}
