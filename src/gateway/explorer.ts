/**
 * A page to try the API from: choose a role, choose an operation, change it, run it. Its own files, no library and no other
 * host, so that it works without internet and under a policy that allows nothing else.
 */
import { readFileSync } from "node:fs";
import type { Page } from "./http.js";

export type ExplorerOptions = {
  readonly title: string;
  /** A token is made when the page is opened, so that it is fresh; null acts without one. */
  readonly roles: readonly { readonly role: string; readonly label: string; readonly token: (() => Promise<string>) | null }[];
  readonly operations: readonly ReadyOperation[];
  readonly links?: readonly { readonly label: string; readonly href: string }[];
};

export type ReadyOperation = {
  readonly role: string;
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function explorerPages({ title, roles, operations, links = [] }: ExplorerOptions): ReadonlyMap<string, Page> {
  const file = (name: string): string => readFileSync(new URL(`./explorer/${name}`, import.meta.url), "utf8");
  const page = (type: string, body: Page["body"]): Page => ({ type: `${type}; charset=utf-8`, body, csp: CSP });
  const session = async (): Promise<string> => {
    const tokens = await Promise.all(roles.map(async ({ role, label, token }) => ({ role, label, token: token ? await token() : null })));
    return JSON.stringify({ roles: tokens, operations, links });
  };
  return new Map([
    ["/explorer", page("text/html", file("page.html").replaceAll("{{title}}", escapeHtml(title)))],
    ["/explorer/app.js", page("text/javascript", file("app.js"))],
    ["/explorer/app.css", page("text/css", file("app.css"))],
    ["/explorer/session.json", page("application/json", session)],
  ]);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
