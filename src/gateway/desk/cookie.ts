/**
 * The desk's cookies. That of the session goes along with whatever the browser sends, so it counts only where the page itself asked: a header of
 * its own, which a form or a page of another site cannot send, and the browser's word that the asking page is of this origin. Once a page knows
 * whom it shows it says that in the header, so that a second tab in which somebody else has signed in does not act through the first.
 */
import type { IncomingMessage } from "node:http";
import { hashOf } from "../../platform/people/web-sessions.js";
import { sessionAuthorization } from "../identity/viewer.js";

/** With __Host- the browser takes it from nobody but this host over TLS; a developer's machine has no TLS. */
const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);
const VALUE = /^[\w-]{43}$/;
const ATTEMPT = /^[\w.-]{1,2000}$/;
/** Of a page that knows nobody yet, or the key of the session that it shows. */
const PAGE = /^(?:1|[0-9a-f]{64})$/;
/** Opens no session, so that the page is told that its own is over. */
const NOBODY = "-";

export function sessionCookie(value: string, seconds: number, secure: boolean): string {
  return `${cookieName("desk", secure)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

/** Of somebody who is away to sign in: the way back begins at another site, which Strict would not let through. */
export function attemptCookie(value: string, seconds: number, secure: boolean): string {
  return `${cookieName("desk-sign-in", secure)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
}

export function attemptOf(req: IncomingMessage, secure: boolean): string | null {
  return valueOf(req, cookieName("desk-sign-in", secure), ATTEMPT);
}

/** The session cookie's value; null without one, and where it is not the desk's page that asks. */
export function cookieOf(req: IncomingMessage, secure: boolean): string | null {
  return isFromPage(req) ? valueOf(req, cookieName("desk", secure), VALUE) : null;
}

function valueOf(req: IncomingMessage, wanted: string, shape: RegExp): string | null {
  for (const part of (req.headers.cookie ?? "").split(";")) {
    const [name, value = ""] = part.trim().split("=");
    if (name === wanted && shape.test(value)) return value;
  }
  return null;
}

export function isFromPage(req: IncomingMessage): boolean {
  const site = req.headers["sec-fetch-site"];
  return PAGE.test(String(req.headers["x-desk"] ?? "")) && (site === undefined || site === "same-origin");
}

/** Stands in for an authorization header where none was sent. */
export function authorizationFrom(req: IncomingMessage, secure: boolean): string | undefined {
  const cookie = cookieOf(req, secure);
  if (cookie === null) return undefined;
  const shows = req.headers["x-desk"];
  return sessionAuthorization(shows === "1" || shows === hashOf(cookie) ? cookie : NOBODY);
}
