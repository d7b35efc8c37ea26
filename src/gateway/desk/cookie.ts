/**
 * The desk's cookie. It goes along with whatever the browser sends, so it counts only where the page itself asked: a header of its
 * own, which a form or a page of another site cannot send, and the browser's word that the asking page is of this origin.
 */
import type { IncomingMessage } from "node:http";
import { sessionAuthorization } from "../identity/viewer.js";

/** With __Host- the browser takes it from nobody but this host over TLS; a developer's machine has no TLS. */
const cookieName = (secure: boolean): string => (secure ? "__Host-desk" : "desk");
const VALUE = /^[\w-]{43}$/;

export function sessionCookie(value: string, seconds: number, secure: boolean): string {
  return `${cookieName(secure)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

/** The cookie's value; null without one, and where it is not the desk's page that asks. */
export function cookieOf(req: IncomingMessage, secure: boolean): string | null {
  if (!isFromPage(req)) return null;
  for (const part of (req.headers.cookie ?? "").split(";")) {
    const [name, value = ""] = part.trim().split("=");
    if (name === cookieName(secure) && VALUE.test(value)) return value;
  }
  return null;
}

export function isFromPage(req: IncomingMessage): boolean {
  const site = req.headers["sec-fetch-site"];
  return req.headers["x-desk"] === "1" && (site === undefined || site === "same-origin");
}

/** Stands in for an authorization header where none was sent. */
export function authorizationFrom(req: IncomingMessage, secure: boolean): string | undefined {
  const cookie = cookieOf(req, secure);
  return cookie === null ? undefined : sessionAuthorization(cookie);
}
