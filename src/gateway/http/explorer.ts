/**
 * A page to try the API from: choose a role, choose an operation, change it, run it, and see the answer as a map, a board, a
 * chart or a table. Its own files, no library and no other host, so that it works without internet and under a policy that
 * allows nothing else.
 */
import { readFileSync } from "node:fs";
import type { Page } from "./http.js";

type ReadyRole = {
  readonly role: string;
  readonly label: string;
  /** A token is made when the page is opened, so that it is fresh; null acts without one. */
  readonly token: (() => Promise<string>) | null;
  /** Sent as x-purpose with each request, where a role has to say what it reads personal data for. */
  readonly purpose?: string;
};

export type ExplorerOptions = {
  readonly title: string;
  readonly roles: readonly ReadyRole[];
  /** Asked each time the page is opened, and after each change: the examples name what is in the database by then. */
  readonly operations: () => Promise<readonly ReadyOperation[]>;
  /** What the gateway takes for now. */
  readonly clock: () => Date;
  /** Where there are towns: what the map is drawn from. */
  readonly places: readonly PlaceOnMap[];
  readonly links?: readonly { readonly label: string; readonly href: string }[];
};

export type ReadyOperation = {
  readonly role: string;
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
};

export type PlaceOnMap = { readonly postnr: string; readonly town: string; readonly lat: number; readonly lon: number };

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Files served as they are, by the folder beside this file. */
const FILES: Readonly<Record<string, string>> = {
  "app.css": "text/css",
  "views.css": "text/css",
  "icon.svg": "image/svg+xml",
  "app.js": "text/javascript",
  "ask.js": "text/javascript",
  "text.js": "text/javascript",
  "live.js": "text/javascript",
  "map-view.js": "text/javascript",
  "board-view.js": "text/javascript",
  "chart-view.js": "text/javascript",
  "table-view.js": "text/javascript",
};

export function explorerPages({ title, roles, operations, clock, places, links = [] }: ExplorerOptions): ReadonlyMap<string, Page> {
  const file = (name: string): string => readFileSync(new URL(`./explorer/${name}`, import.meta.url), "utf8");
  const page = (type: string, body: Page["body"]): Page => ({ type: `${type}; charset=utf-8`, body, csp: CSP });
  const session = async (): Promise<string> => {
    const ready = await Promise.all(roles.map(async ({ token, ...role }) => ({ ...role, token: token ? await token() : null })));
    return JSON.stringify({ roles: ready, operations: await operations(), links, now: clock() });
  };
  return new Map([
    ["/explorer", page("text/html", file("page.html").replaceAll("{{title}}", escapeHtml(title)))],
    ...Object.entries(FILES).map(([name, type]) => [`/explorer/${name}`, page(type, file(name))] as const),
    ["/explorer/session.json", page("application/json", session)],
    ["/explorer/places.json", page("application/json", JSON.stringify(places))],
  ]);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
