/**
 * How far the search for a first appointment goes, in this order, until something fits:
 *  1. the wished way of meeting (in person, if nothing is wished) within the distance usual for the service;
 *  2. the same within the distance up to which a journey is the member's own affair (TRN-60KM);
 *  3. every other way of meeting that the cover allows;
 *  4. any distance.
 * In a crisis there is one step: whoever is on call, by telephone (GUA-CRISIS-3H).
 */
import { SETTINGS } from "../../rules/data/settings.js";
import { CHANNELS, type Channel } from "../../rules/codes.js";
import type { Wishes } from "./wishes.js";

export type SearchStep = {
  readonly name: "NEAR" | "WIDER" | "OTHER_CHANNEL" | "ANYWHERE" | "ON_CALL";
  readonly channels: readonly Channel[];
  /** Kilometres in a straight line for meetings in person; null is no limit. */
  readonly withinKm: number | null;
  readonly onCall: boolean;
};

export function searchSteps(wishes: Wishes, radiusKm: number, crisis: boolean): SearchStep[] {
  if (crisis) return [{ name: "ON_CALL", channels: ["PHONE"], withinKm: null, onCall: true }];
  const wished: readonly Channel[] = [wishes.channel ?? "IN_PERSON"];
  const wider = Math.max(radiusKm, SETTINGS.transportMinimumKm);
  const near = { channels: wished, withinKm: radiusKm, onCall: false };
  const steps: SearchStep[] = [{ name: "NEAR", ...near }];
  if (wider > radiusKm && wished.includes("IN_PERSON")) steps.push({ name: "WIDER", ...near, withinKm: wider });
  steps.push({ name: "OTHER_CHANNEL", channels: CHANNELS.filter((c) => !wished.includes(c)), withinKm: wider, onCall: false });
  steps.push({ name: "ANYWHERE", channels: CHANNELS, withinKm: null, onCall: false });
  return steps;
}
