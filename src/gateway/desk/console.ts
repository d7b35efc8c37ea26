/**
 * The developers' console: GraphiQL as a library brings it, built into files of our own, on a page and under a policy of its own. It never stands in
 * a production gateway: it hands out tokens.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, JSON_TYPE, sendAnswer } from "../http/answer.js";
import type { Page, Pages } from "../http/pages.js";
import { sendFile } from "./door.js";
import type { DeskFile } from "./files.js";

type ConsoleRole = {
  readonly role: string;
  readonly label: string;
  /** A token is made when the page is opened, so that it is fresh; null acts without one. */
  readonly token: (() => Promise<string>) | null;
  /** Sent as x-purpose with each request, where a role has to say what it reads personal data for. */
  readonly purpose?: string;
};

export type ReadyOperation = {
  readonly role: string;
  readonly name: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type ConsoleOptions = {
  /** Built when first asked for. */
  readonly files: () => Promise<ReadonlyMap<string, DeskFile>>;
  readonly roles: readonly ConsoleRole[];
  /** Asked each time the page is opened, and after each change of role: the examples name what is in the database by then. */
  readonly operations: () => Promise<readonly ReadyOperation[]>;
  readonly links: readonly { readonly label: string; readonly href: string }[];
  /** What a developer looks at besides: the mailbox. */
  readonly more: ReadonlyMap<string, Page>;
};

const CONSOLE = "/console";
const SESSION = `${CONSOLE}/session.json`;
const FILE = /^\/console(\/assets\/[\w.-]+)$/;

/** GraphiQL's own style sheet brings its fonts and pictures with it. */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function consolePages({ files, roles, operations, links, more }: ConsoleOptions): Pages {
  const session = async (): Promise<string> => {
    const ready = await Promise.all(roles.map(async ({ token, ...role }) => ({ ...role, token: token ? await token() : null })));
    return JSON.stringify({ roles: ready, operations: await operations(), links });
  };
  return {
    owns: (at) => at === CONSOLE || at === SESSION || FILE.test(at) || more.has(at),
    answer: async (req: IncomingMessage, res: ServerResponse, at: string) => {
      if (req.method !== "GET" && req.method !== "HEAD") throw new HttpFault(405, "BAD_REQUEST", "Use GET.", { allow: "GET, HEAD" });
      if (at === SESSION) return sendAnswer(res, 200, JSON_TYPE, await session());
      const page = more.get(at);
      if (page) return sendAnswer(res, 200, page.type, typeof page.body === "string" ? page.body : await page.body(), undefined, page.csp);
      sendFile(req, res, (await files()).get(FILE.exec(at)?.[1] ?? "/index.html"), CSP);
    },
  };
}
