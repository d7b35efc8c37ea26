/** What a nearby search may ask for: every reason against it at once, or the bounds it runs within. */
import type { Channel } from "../../../rules/codes.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

export type SearchRequest = {
  readonly channel: Channel | null;
  readonly language: string | null;
  readonly radiusKm: number | null;
  readonly from: Date | null;
  readonly earliestBy: Date | null;
};

const DAY_MS = 86_400_000;
/** From Skagen to Gedser and from Esbjerg to Bornholm are farther; beyond this, a search by distance says nothing. */
const MAX_RADIUS_KM = 300;

const RADIUS = refusal("RADIUS_OUT_OF_RANGE", "The radius is out of range.", {
  path: ["radiusKm"],
  remedy: `Give 1 to ${MAX_RADIUS_KM} kilometres, or leave it out for the usual distance of the service.`,
});

/** `days` is how far ahead a search may look; `now` decides what is past. */
export function searchRefusals(asked: SearchRequest, now: Date, days: number): Refusal[] {
  const { radiusKm } = asked;
  return [...(radiusKm !== null && (radiusKm < 1 || radiusKm > MAX_RADIUS_KM) ? [RADIUS] : []), ...windowRefusals(asked, now, days)];
}

function windowRefusals(asked: SearchRequest, now: Date, days: number): Refusal[] {
  const { earliestBy } = asked;
  if (earliestBy === null) return [];
  const start = startOfWindow(asked, now);
  if (earliestBy <= start) {
    const remedy = "Give an instant in the future, after `from`.";
    return [refusal("WINDOW_EMPTY", "No appointment can start before that.", { path: ["earliestBy"], remedy })];
  }
  if (earliestBy.getTime() - start.getTime() <= days * DAY_MS) return [];
  const remedy = `Ask for ${days} days at a time.`;
  return [refusal("WINDOW_TOO_LONG", `A search looks ${days} days ahead at most.`, { path: ["earliestBy"], remedy })];
}

/** Until when openings are looked for: what was asked, or as far as a search may look. */
export function endOfWindow(asked: SearchRequest, now: Date, days: number): Date {
  return asked.earliestBy ?? new Date(startOfWindow(asked, now).getTime() + days * DAY_MS);
}

function startOfWindow({ from }: SearchRequest, now: Date): Date {
  return from !== null && from > now ? from : now;
}
