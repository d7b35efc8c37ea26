/**
 * Reads what was sent, up to a limit, as UTF-8 JSON and nothing else. NUL and lone surrogates are refused here, once and for
 * every string: GraphQL lets them pass and PostgreSQL does not, far from where the caller could be told.
 */
import { isUtf8 } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { PIECE_MS, rest } from "../../../platform/breathe.js";
import { HttpFault } from "../answer.js";
import { parseInPieces } from "./json-pieces.js";
import type { JsonShape, LongList } from "./json-shape.js";

const JSON_UTF8 = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?;?\s*$/i;

export function requireJson(req: IncomingMessage): void {
  const type = req.headers["content-type"];
  const encoding = req.headers["content-encoding"];
  if (type !== undefined && JSON_UTF8.test(type) && (encoding === undefined || encoding === "identity")) return;
  throw new HttpFault(
    415,
    "BAD_REQUEST",
    "Send the request as application/json in UTF-8, without content encoding (invalid Content-Type).",
  );
}

/** Who is answered while still sending loses the answer with the connection: so much of what is too large is let go by first, ... */
const MOST_PASSED_OVER = 64_000_000;
/** ... until the sender has sent all, or pauses. */
const PAUSE_MS = 500;

/**
 * `mayBeLarge` is asked once, and only when the body turns out larger than usual; `shape` is left out for what is no JSON; `each` sees
 * every piece as it comes, so that a large body holds the thread at no time as a whole.
 */
export async function readBody(req: IncomingMessage, { usual, large, mayBeLarge, shape, each }: BodyLimits): Promise<Buffer> {
  let limit = usual;
  let tooLarge: HttpFault | null = null;
  const within = (size: number): void => {
    if (size > limit && limit === usual && mayBeLarge()) limit = large;
    if (size > limit) tooLarge ??= new HttpFault(413, "BAD_REQUEST", `The request is larger than ${limit} bytes.`);
  };
  const announced = Number(req.headers["content-length"] ?? 0);
  within(announced);
  // what says how large it is has its place from the start: put together at the end it would hold the thread
  let whole = !tooLarge && announced > usual ? Buffer.allocUnsafeSlow(announced) : null;
  let chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    let paused: NodeJS.Timeout | undefined;
    const giveUp = (fault: HttpFault): void => {
      clearTimeout(paused);
      req.pause();
      req.removeAllListeners("data");
      reject(fault);
    };
    if (tooLarge && announced > MOST_PASSED_OVER) return giveUp(tooLarge);
    const inTurn = withRests(req);
    req.on("data", (chunk: Buffer) => {
      within((size += chunk.length));
      inTurn(() => {
        if (shape && !tooLarge && !shape.takes(chunk)) tooLarge = tooIntricate();
        if (tooLarge) return;
        each?.(chunk);
        if (whole) chunk.copy(whole, size - chunk.length);
        else chunks.push(chunk);
      });
      if (!tooLarge) return;
      const fault = tooLarge;
      chunks = [];
      whole = null;
      clearTimeout(paused);
      paused = setTimeout(() => giveUp(fault), PAUSE_MS);
      if (size > MOST_PASSED_OVER) giveUp(fault);
    });
    req.on("close", () => clearTimeout(paused));
    req.on("end", () =>
      tooLarge ? reject(tooLarge) : resolve(whole ?? (chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))),
    );
    req.on("error", reject);
    req.on("close", () => {
      if (!req.complete) reject(tooLarge ?? new HttpFault(400, "BAD_REQUEST", "The request ended early."));
    });
  });
}

/** What arrives faster than it is read comes by the megabyte in one go: after each few milliseconds of it the rest waits at its sender's. */
function withRests(req: IncomingMessage): (work: () => void) => void {
  let busyMs = 0;
  return (work) => {
    const began = performance.now();
    work();
    busyMs += performance.now() - began;
    if (busyMs < PIECE_MS) return;
    req.pause();
    // one that was given up meanwhile stays as it is
    void rest(busyMs).then(() => req.listenerCount("data") > 0 && req.resume());
    busyMs = 0;
  };
}

type BodyLimits = {
  readonly usual: number;
  readonly large: number;
  readonly mayBeLarge: () => boolean;
  readonly shape?: JsonShape | undefined;
  readonly each?: (piece: Buffer) => void;
};

function tooIntricate(): HttpFault {
  return new HttpFault(413, "BAD_REQUEST", "The request nests too deep or holds too many values to be read.");
}

/** `long` are the lists in it that are read in pieces; the rest holds the thread only for a moment. */
export async function parseBody(bytes: Buffer, long: readonly LongList[] = []): Promise<unknown> {
  if (!isUtf8(bytes)) throw new HttpFault(400, "BAD_REQUEST", "Bad Request: the body is not UTF-8.");
  try {
    if (long.length > 0) return await parseInPieces(bytes, long, requireClean);
    const text = bytes.toString("utf8");
    const body: unknown = JSON.parse(text);
    requireClean(text, body);
    return body;
  } catch (error) {
    if (error instanceof SyntaxError) throw new HttpFault(400, "BAD_REQUEST", "Bad Request: Invalid JSON.");
    throw error;
  }
}

/** An unusual character can only have come in as an escape, raw ones are no JSON or no UTF-8. */
function requireClean(text: string, value: unknown): void {
  if (SUSPECT.test(text) && !isClean(value)) throw unusable();
}

/** The query string holds the same, percent-encoded. */
export function requireCleanSearch(search: string): void {
  if (/%00|%ed%[ab]/i.test(search) || /(\\|%5c)u(0000|(\{|%7b)0*(\}|%7d)|d[89a-f])/i.test(search)) throw unusable();
}

const SUSPECT = /\\u(0000|[dD][89a-fA-F]|\{)/;
/** The same character as an escape inside a GraphQL string. */
const ESCAPED_NUL = /\\u(0000|\{0+\})/;

function isClean(body: unknown): boolean {
  // a list of what is left instead of recursion: 100 kB of brackets are deeper than the stack
  const left: unknown[] = [body];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string") {
      if (/[\0\p{Surrogate}]/u.test(value)) return false;
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) left.push(key, inner);
    }
  }
  const query = (body as { query?: unknown } | null)?.query;
  return typeof query !== "string" || !ESCAPED_NUL.test(query);
}

function unusable(): HttpFault {
  return new HttpFault(400, "BAD_USER_INPUT", "The request holds a NUL character or half of a surrogate pair.");
}
