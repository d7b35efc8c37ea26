/**
 * Calendars that programs subscribe to, under addresses that are their own secret: no token, no cookie, nothing to log in with.
 * An address that opens nothing has one answer, whatever the reason, and guessing costs like asking.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { HttpFault, sendAnswer } from "./answer.js";

export type FeedAsked = {
  readonly path: string;
  /** Of If-None-Match: what the caller has already. */
  readonly knownTag: string | null;
  readonly traceId: string;
};
type FeedAnswer =
  | { readonly kind: "NONE" }
  | { readonly kind: "UNCHANGED"; readonly tag: string }
  | { readonly kind: "CALENDAR"; readonly text: string; readonly tag: string };
export type FeedDoor = (asked: FeedAsked) => Promise<FeedAnswer>;

/** Seconds to wait, or null where the caller may come in. */
export type TakeTurn = (address: string | null) => Promise<number | null>;

const CALENDAR_TYPE = "text/calendar; charset=utf-8";

export async function answerFeed(
  req: IncomingMessage,
  res: ServerResponse,
  asked: Omit<FeedAsked, "knownTag">,
  door: FeedDoor,
  wait: number | null,
): Promise<void> {
  if (wait !== null) throw new HttpFault(429, "RATE_LIMITED", "Too many requests; wait.", { "retry-after": wait });
  const known = req.headers["if-none-match"]?.replace(/^W\//, "").trim() ?? null;
  const answer = await door({ ...asked, knownTag: known });
  if (answer.kind === "NONE") throw new HttpFault(404, "NOT_FOUND", "There is nothing here.");
  const headers = { etag: answer.tag };
  if (answer.kind === "UNCHANGED") return sendAnswer(res, 304, CALENDAR_TYPE, "", headers);
  sendAnswer(res, 200, CALENDAR_TYPE, answer.text, headers);
}
