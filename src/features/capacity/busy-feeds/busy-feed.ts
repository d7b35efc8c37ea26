/** What a practitioner's own calendar says of the openings at one clinic. Not knowing is never the same as free. */
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export type BusyFeed = {
  /** As of when it speaks; null when nothing readable ever came. */
  readonly asOf: Date | null;
  readonly staleAfterMinutes: number;
  /** Periods [start, end) as RFC 3339 pairs; null when the feed could not be read. */
  readonly busy: readonly (readonly [string, string])[] | null;
  /** End of the stretch that `busy` covers. */
  readonly knownUntil: Date | null;
};

export function staleAt(feed: BusyFeed): Date | null {
  return feed.asOf && new Date(feed.asOf.getTime() + feed.staleAfterMinutes * 60_000);
}

/** Why the feed says nothing now; null when it does. */
export function whyUnknown(feed: BusyFeed, now: Date): Refusal | null {
  const stale = staleAt(feed);
  if (stale && stale.getTime() <= now.getTime())
    return refusal("FEED_STALE", `The calendar is older than ${feed.staleAfterMinutes} minutes, so nothing of it is offered.`, {
      retryable: true,
    });
  if (feed.busy === null)
    return refusal("FEED_UNREADABLE", "The calendar could not be read, so nothing of it is offered.", { retryable: true });
  return null;
}
