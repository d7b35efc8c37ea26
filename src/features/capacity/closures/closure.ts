/**
 * What a source offers is offered only where every closing and the practitioner's own calendar allow it: pure, and the same for
 * schedules, files and calls. A closing is a fact that outlives every source until somebody opens the time again.
 */
import { overlapTest, type Period } from "../../../kernel/period.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { whyUnknown, type BusyFeed } from "../busy-feeds/busy-feed.js";

/** Closed time of one practitioner at a clinic, or with null of everyone there; half-open. */
export type Closure = Period & { readonly practitionerId: string | null };

/** Why time of this practitioner must not be offered; null where it may be. */
export type WhyClosed = (practitionerId: string, time: Period) => Refusal | null;

export const TIME_CLOSED = refusal("TIME_CLOSED", "The time is closed, so the opening is kept and not offered.", {
  path: ["startsAt"],
  remedy: "Open the time again with openTime.",
});
const BUSY = refusal("CALENDAR_BUSY", "The practitioner's own calendar says busy, so the opening is kept and not offered.", {
  path: ["startsAt"],
});
const NOT_COVERED = refusal(
  "CALENDAR_TOO_SHORT",
  "The practitioner's own calendar is not known that far, so the opening is kept and not offered.",
  {
    path: ["startsAt"],
  },
);

/** `feeds` by practitioner; who has none is never busy by it. */
export function whyClosed(closings: readonly Closure[], feeds: ReadonlyMap<string, BusyFeed>, now: Date): WhyClosed {
  const everyone = overlapTest(closings.filter((c) => c.practitionerId === null));
  const own = new Map<string, (probe: Period) => boolean>();
  for (const who of new Set(closings.flatMap((c) => c.practitionerId ?? [])))
    own.set(who, overlapTest(closings.filter((c) => c.practitionerId === who)));
  const byFeed = new Map([...feeds].map(([who, feed]) => [who, whyNotByFeed(feed, now)]));
  return (who, time) => {
    if (everyone(time) || own.get(who)?.(time)) return TIME_CLOSED;
    return byFeed.get(who)?.(time) ?? null;
  };
}

function whyNotByFeed(feed: BusyFeed, now: Date): (time: Period) => Refusal | null {
  const unknown = whyUnknown(feed, now);
  if (unknown) return () => unknown;
  const busy = overlapTest((feed.busy ?? []).map(([start, end]) => ({ start: new Date(start), end: new Date(end) })));
  const knownUntil = feed.knownUntil?.getTime() ?? 0;
  return (time) => (time.end.getTime() > knownUntil ? NOT_COVERED : busy(time) ? BUSY : null);
}
