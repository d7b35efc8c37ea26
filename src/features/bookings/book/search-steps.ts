/**
 * How far the search for a first appointment goes, in this order, until something fits:
 *  1. the wished way of meeting (in person, if nothing is wished) within the distance usual for the service;
 *  2. the same within the distance up to which a journey is the member's own affair (TRN-60KM);
 *  3. both again without the wished gender of the practitioner, then without the wished language;
 *  4. every other way of meeting that the cover allows;
 *  5. any distance.
 * A wish is set aside before the promise is broken, and never before; the answer says so. The part of the day decides among equals
 * only, and the wished place is where the search starts. In a crisis there is one step: whoever is on call, by telephone (GUA-CRISIS-3H).
 */
import { SETTINGS } from "../../../rules/data/settings.js";
import { CHANNELS, type Channel } from "../../../rules/codes.js";
import { settingAside, type HeldWish } from "../../../rules/wishes.js";
import type { Wishes } from "./wishes.js";

/** The way of meeting is set aside last, and by a step of its own. */
const OF_WHO_TREATS = ["gender", "language"] as const satisfies readonly HeldWish[];
export type WishOfWhoTreats = (typeof OF_WHO_TREATS)[number];

export type SearchStep = {
  readonly name: "NEAR" | "WIDER" | "OTHER_CHANNEL" | "ANYWHERE" | "ON_CALL";
  readonly channels: readonly Channel[];
  /** Kilometres in a straight line for meetings in person; null is no limit. */
  readonly withinKm: number | null;
  readonly onCall: boolean;
  /** Wishes that an opening need not meet in this step; they still decide among equals. */
  readonly setAside: readonly WishOfWhoTreats[];
};

export function searchSteps(wishes: Wishes, radiusKm: number, crisis: boolean): SearchStep[] {
  if (crisis) return [{ name: "ON_CALL", channels: ["PHONE"], withinKm: null, onCall: true, setAside: OF_WHO_TREATS }];
  const wished: readonly Channel[] = [wishes.channel ?? "IN_PERSON"];
  const wider = Math.max(radiusKm, SETTINGS.transportMinimumKm);
  const steps: SearchStep[] = [];
  const asides = settingAside(wishes, OF_WHO_TREATS).map(({ aside }) => aside);
  for (const aside of asides) {
    const near = { channels: wished, withinKm: radiusKm, onCall: false, setAside: aside };
    steps.push({ name: "NEAR", ...near });
    if (wider > radiusKm && wished.includes("IN_PERSON")) steps.push({ name: "WIDER", ...near, withinKm: wider });
  }
  const last = { onCall: false, setAside: asides.at(-1) ?? [] };
  steps.push({ name: "OTHER_CHANNEL", channels: CHANNELS.filter((c) => !wished.includes(c)), withinKm: wider, ...last });
  steps.push({ name: "ANYWHERE", channels: CHANNELS, withinKm: null, ...last });
  return steps;
}
