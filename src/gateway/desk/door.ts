/**
 * The desk: its pages, and who is signed in. The pages ask the graph for everything else, as any client does, with a cookie in the
 * place of a token (cookie.ts).
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, JSON_TYPE, sendAnswer, writeHead } from "../http/answer.js";
import { readBody, parseBody, requireJson } from "../http/body/request-body.js";
import { authorizationFrom, cookieOf, isFromPage, sessionCookie } from "./cookie.js";
import type { DeskFile } from "./files.js";
import { providerActs, type ProviderDoor } from "./provider-door.js";

/** One of the things that the person who is signed in may be. */
type Shown = { readonly role: string; readonly organisation: string | null; readonly organisationName: string | null };
/** Of whoever is signed in, what the pages show of them. */
type DeskPerson = Shown & { readonly key: string; readonly name: string; /** To switch to. */ readonly mayBe: readonly Shown[] };
export type Begun = { readonly cookie: string; readonly seconds: number };

export type DeskOptions = {
  /** Read when the first page is asked for: whoever asks the API only waits for no page. */
  readonly files: () => Promise<ReadonlyMap<string, DeskFile>>;
  readonly secure: boolean;
  /** What the gateway takes for now: the pages show days by it. */
  readonly now: () => Date;
  readonly personOf: (cookie: string) => Promise<DeskPerson | null>;
  /** Ends this session, or with `everywhere` whatever the person has open anywhere. */
  readonly endSession: (cookie: string, everywhere: boolean) => Promise<void>;
  /** The same person as something else that they may be; null where they may not. */
  readonly switchTo: (cookie: string, to: { readonly role: string; readonly cvr: string | null }) => Promise<Begun | null>;
  /** With whom people sign in; left out, there is nobody. */
  readonly provider?: ProviderDoor;
  /** On a developer's machine: the fictional people, and signing in as one of them. */
  readonly people?: {
    readonly list: () => Promise<
      readonly { readonly key: string; readonly name: string; readonly role: string; readonly place: string | null }[]
    >;
    /** Null where there is no such person. */
    readonly signIn: (key: string) => Promise<Begun | null>;
  };
};

/** Whether the desk answers this path, and the answer. */
export type DeskDoor = {
  readonly owns: (at: string) => boolean;
  readonly answer: (req: IncomingMessage, res: ServerResponse, at: string) => Promise<void>;
  /** In the place of an authorization header: the session of the page that asks. */
  readonly authorizationOf: (req: IncomingMessage) => string | undefined;
};
export type Act = (req: IncomingMessage, res: ServerResponse) => Promise<void>;
type Acts = Readonly<Record<string, Act>>;

/** Pages by their first word; the application itself knows the rest of the path. */
const PAGES = new Set(["", "sign-in", "me", "member", "clinic", "team", "network", "finance"]);
const FILES = /^\/(?:assets\/[\w.-]+|icon\.svg)$/;
const isPage = (at: string): boolean => PAGES.has(at.split("/")[1] ?? "");

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
  const acts: Acts = { ...sessionActs(options), ...(options.people ? signingIn(options.people, options.secure) : {}) };
  // the browser is sent to these by an address, so there is no page that could say that it asks
  const visits: Acts = options.provider ? providerActs(options.provider, options.secure, isPage) : {};
  return {
    authorizationOf: (req) => authorizationFrom(req, options.secure),
    owns: (at) => at.startsWith("/desk/") || FILES.test(at) || isPage(at),
    answer: async (req, res, at) => {
      if (!at.startsWith("/desk/")) return answerFile(req, res, at, await options.files());
      const wanted = `${req.method} ${at}`;
      const visit = visits[wanted];
      if (visit) return visit(req, res);
      const act = acts[wanted];
      if (!act) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
      if (!isFromPage(req)) throw new HttpFault(403, "FORBIDDEN", "This is for the desk's own pages.");
      await act(req, res);
    },
  };
}

function sessionActs({ secure, now, personOf, endSession, switchTo, provider, people }: DeskOptions): Acts {
  const leave = async (req: IncomingMessage, res: ServerResponse, everywhere: boolean): Promise<void> => {
    const cookie = cookieOf(req, secure);
    if (cookie !== null) await endSession(cookie, everywhere);
    const next = cookie === null ? null : ((await provider?.leave(req)) ?? null);
    sendJson(res, { next }, { "set-cookie": sessionCookie("", 0, secure), "clear-site-data": '"cache"' });
  };
  return {
    "GET /desk/session": async (req, res) => {
      const cookie = cookieOf(req, secure);
      const person = cookie === null ? null : await personOf(cookie);
      sendJson(res, { person, now: now().toISOString() });
    },
    "GET /desk/people": async (_req, res) => sendJson(res, { provider: provider !== undefined, people: people ? await people.list() : [] }),
    "POST /desk/sign-out": (req, res) => leave(req, res, false),
    "POST /desk/sign-out-everywhere": (req, res) => leave(req, res, true),
    "POST /desk/switch": async (req, res) => {
      const cookie = cookieOf(req, secure);
      const { role, organisation } = await fieldsOf(req, ["role", "organisation"]);
      const begun = cookie === null || !role ? null : await switchTo(cookie, { role, cvr: organisation ?? null });
      if (!begun) throw new HttpFault(403, "FORBIDDEN", "Whoever is signed in is not that as well.");
      sendJson(res, {}, { "set-cookie": sessionCookie(begun.cookie, begun.seconds, secure) });
    },
  };
}

function signingIn(people: NonNullable<DeskOptions["people"]>, secure: boolean): Acts {
  return {
    "POST /desk/sign-in": async (req, res) => {
      const { key } = await fieldsOf(req, ["key"]);
      const begun = key ? await people.signIn(key) : null;
      if (!begun) throw new HttpFault(400, "BAD_REQUEST", "There is no such person to sign in as.");
      sendJson(res, {}, { "set-cookie": sessionCookie(begun.cookie, begun.seconds, secure) });
    },
  };
}

/** Texts of what the page sent; what is no text is passed over. */
async function fieldsOf<N extends string>(req: IncomingMessage, names: readonly N[]): Promise<Readonly<Partial<Record<N, string>>>> {
  requireJson(req);
  const body: unknown = await parseBody(await readBody(req, { usual: 1_000, large: 1_000, mayBeLarge: () => false }));
  const sent = names.map(
    (name) => [name, typeof body === "object" && body !== null ? (Reflect.get(body, name) as unknown) : null] as const,
  );
  return Object.fromEntries(sent.filter(([, value]) => typeof value === "string")) as Partial<Record<N, string>>;
}

function sendJson(res: ServerResponse, body: object, headers: Readonly<Record<string, string>> = {}): void {
  sendAnswer(res, 200, JSON_TYPE, JSON.stringify(body), headers);
}

function answerFile(req: IncomingMessage, res: ServerResponse, at: string, files: ReadonlyMap<string, DeskFile>): void {
  if (req.method !== "GET" && req.method !== "HEAD") throw new HttpFault(405, "BAD_REQUEST", "Use GET.", { allow: "GET, HEAD" });
  sendFile(req, res, files.get(FILES.test(at) ? at : "/index.html"), CSP);
}

/** A built file as the browser takes it, and may keep it: a page itself never, so that going back asks again who is there. */
export function sendFile(req: IncomingMessage, res: ServerResponse, file: DeskFile | undefined, csp: string): void {
  if (!file) throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
  const isHtml = file.type.startsWith("text/html");
  const headers = {
    etag: file.etag,
    "cache-control": file.forEver ? "public, max-age=31536000, immutable" : isHtml ? "no-store" : "no-cache",
    vary: "accept-encoding",
  };
  if (req.headers["if-none-match"] === file.etag) {
    writeHead(res, 304, { ...headers, "content-security-policy": csp });
    return void res.end();
  }
  const packed = file.packed !== null && /\bbr\b/.test(String(req.headers["accept-encoding"] ?? ""));
  const body = packed && file.packed ? file.packed : file.body;
  sendAnswer(res, 200, file.type, body, { ...headers, ...(packed ? { "content-encoding": "br" } : {}) }, csp);
}
