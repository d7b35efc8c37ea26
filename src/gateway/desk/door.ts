/**
 * The desk: its pages, and who is signed in. The pages ask the graph for everything else, as any client does, with a cookie in the
 * place of a token (cookie.ts).
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, JSON_TYPE, sendAnswer, writeHead } from "../http/answer.js";
import { readBody, parseBody, requireJson } from "../http/request-body.js";
import { authorizationFrom, cookieOf, isFromPage, sessionCookie } from "./cookie.js";
import type { DeskFile } from "./files.js";

/** Of whoever is signed in, what the pages show of them. */
type DeskPerson = { readonly key: string; readonly name: string; readonly role: string; readonly organisation: string | null };

export type DeskOptions = {
  /** Read when the first page is asked for: whoever asks the API only waits for no page. */
  readonly files: () => Promise<ReadonlyMap<string, DeskFile>>;
  readonly secure: boolean;
  /** What the gateway takes for now: the pages show days by it. */
  readonly now: () => Date;
  readonly personOf: (cookie: string) => Promise<DeskPerson | null>;
  readonly endSession: (cookie: string) => Promise<void>;
  /** On a developer's machine: the fictional people, and signing in as one of them. */
  readonly people?: {
    readonly list: () => Promise<readonly { readonly key: string; readonly name: string; readonly role: string }[]>;
    /** Null where there is no such person. */
    readonly signIn: (key: string) => Promise<{ readonly cookie: string; readonly seconds: number } | null>;
  };
};

/** Whether the desk answers this path, and the answer. */
export type DeskDoor = {
  readonly owns: (at: string) => boolean;
  readonly answer: (req: IncomingMessage, res: ServerResponse, at: string) => Promise<void>;
  /** In the place of an authorization header: the session of the page that asks. */
  readonly authorizationOf: (req: IncomingMessage) => string | undefined;
};

/** Pages by their first word; the application itself knows the rest of the path. */
const PAGES = new Set(["", "sign-in", "member", "clinic", "team", "network", "finance"]);
const FILES = /^\/(?:assets\/[\w.-]+|icon\.svg)$/;

/** The one style is React Aria's own; a test fails when it changes. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function deskDoor(options: DeskOptions): DeskDoor {
  const acts: Readonly<Record<string, (req: IncomingMessage, res: ServerResponse) => Promise<void>>> = {
    "GET /desk/session": async (req, res) => {
      const cookie = cookieOf(req, options.secure);
      const person = cookie === null ? null : await options.personOf(cookie);
      sendJson(res, { person, now: options.now().toISOString() });
    },
    "POST /desk/sign-out": async (req, res) => {
      const cookie = cookieOf(req, options.secure);
      if (cookie !== null) await options.endSession(cookie);
      sendJson(res, {}, { "set-cookie": sessionCookie("", 0, options.secure), "clear-site-data": '"cache"' });
    },
    ...(options.people ? signingIn(options.people, options.secure) : {}),
  };
  return {
    authorizationOf: (req) => authorizationFrom(req, options.secure),
    owns: (at) => at.startsWith("/desk/") || FILES.test(at) || PAGES.has(at.split("/")[1] ?? ""),
    answer: async (req, res, at) => {
      if (!at.startsWith("/desk/")) return answerFile(req, res, at, await options.files());
      const act = acts[`${req.method} ${at}`];
      if (!act) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
      if (!isFromPage(req)) throw new HttpFault(403, "FORBIDDEN", "This is for the desk's own pages.");
      await act(req, res);
    },
  };
}

function signingIn(people: NonNullable<DeskOptions["people"]>, secure: boolean) {
  return {
    "GET /desk/people": async (_req: IncomingMessage, res: ServerResponse) => sendJson(res, { people: await people.list() }),
    "POST /desk/sign-in": async (req: IncomingMessage, res: ServerResponse) => {
      requireJson(req);
      const body: unknown = parseBody(await readBody(req, { usual: 1_000, large: 1_000, mayBeLarge: () => false }));
      const key: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "key") : null;
      const begun = typeof key === "string" ? await people.signIn(key) : null;
      if (!begun) throw new HttpFault(400, "BAD_REQUEST", "There is no such person to sign in as.");
      sendJson(res, {}, { "set-cookie": sessionCookie(begun.cookie, begun.seconds, secure) });
    },
  };
}

function sendJson(res: ServerResponse, body: object, headers: Readonly<Record<string, string>> = {}): void {
  sendAnswer(res, 200, JSON_TYPE, JSON.stringify(body), headers);
}

function answerFile(req: IncomingMessage, res: ServerResponse, at: string, files: ReadonlyMap<string, DeskFile>): void {
  if (req.method !== "GET" && req.method !== "HEAD") throw new HttpFault(405, "BAD_REQUEST", "Use GET.", { allow: "GET, HEAD" });
  const file = files.get(FILES.test(at) ? at : "/index.html");
  if (!file) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
  const headers = {
    etag: file.etag,
    "cache-control": file.forEver ? "public, max-age=31536000, immutable" : "no-cache",
    vary: "accept-encoding",
  };
  if (req.headers["if-none-match"] === file.etag) {
    writeHead(res, 304, { ...headers, "content-security-policy": CSP });
    return void res.end();
  }
  const packed = file.packed !== null && /\bbr\b/.test(String(req.headers["accept-encoding"] ?? ""));
  sendAnswer(
    res,
    200,
    file.type,
    packed && file.packed ? file.packed : file.body,
    { ...headers, ...(packed ? { "content-encoding": "br" } : {}) },
    CSP,
  );
}
