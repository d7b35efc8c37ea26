/**
 * How far the search for a first appointment goes, in this order, until something fits:
 *  1. the wished way of meeting (in person, if nothing is wished) within the distance usual for the service;
 *  2. the same within the distance up to which a journey is the member's own affair (TRN-60KM);
 *  3. both again without the wished gender of the practitioner, then without the wished language;
 *  4. every other way of meeting that the cover allows, and no wish is held any more;
 *  5. any distance.
 * A wish is set aside before the promise is broken, and never before; the answer says so. The part of the day decides among equals
 * only, and the wished place is where the search starts. In a crisis there is one step: whoever is on call, by telephone (GUA-CRISIS-3H).
 */
import { SETTINGS } from "../../../rules/data/settings.js";
import { CHANNELS, type Channel } from "../../../rules/codes.js";
import { settingAside, type HeldWish } from "../../../rules/wishes.js";
import type { SlotOfWishes, Wishes } from "./wishes.js";

/** The way of meeting is set aside last, and by a step of its own. */
const OF_WHO_TREATS = ["gender", "language"] as const satisfies readonly HeldWish[];

export type SearchStep = {
  readonly name: "NEAR" | "WIDER" | "OTHER_CHANNEL" | "ANYWHERE" | "ON_CALL";
  readonly channels: readonly Channel[];
  /** Kilometres in a straight line for meetings in person; null is no limit. */
  readonly withinKm: number | null;
  readonly onCall: boolean;
  /** Wishes that an opening need not meet in this step; they still decide among equals. */
  readonly setAside: readonly HeldWish[];
};

/** What of a wish an opening has to meet in this step; null where nothing is wished or it is set aside. */
export function heldWish(step: SearchStep, wishes: Wishes, wish: "gender" | "language"): string | null {
  return step.setAside.includes(wish) ? null : wishes[wish];
}

export type SoughtSlot = Omit<SlotOfWishes, "starts_at"> & { readonly on_call: boolean; readonly km: number | null };

/** Does the step look for such an opening? The statement that finds openings asks the same of them. */
export function isSought(step: SearchStep, wishes: Wishes, slot: SoughtSlot): boolean {
  const language = heldWish(step, wishes, "language");
  const gender = heldWish(step, wishes, "gender");
  return (
    step.channels.includes(slot.channel) &&
    slot.on_call === step.onCall &&
    (step.withinKm === null || slot.km === null || slot.km <= step.withinKm) &&
    (language === null || slot.languages.includes(language)) &&
    (gender === null || slot.gender === gender)
  );
}

export function searchSteps(wishes: Wishes, radiusKm: number, crisis: boolean): SearchStep[] {
  const none = settingAside(wishes).at(-1)?.aside ?? [];
  if (crisis) return [{ name: "ON_CALL", channels: ["PHONE"], withinKm: null, onCall: true, setAside: none }];
  const wished: readonly Channel[] = [wishes.channel ?? "IN_PERSON"];
  const wider = Math.max(radiusKm, SETTINGS.transportMinimumKm);
  const steps: SearchStep[] = [];
  for (const { aside } of settingAside(wishes, OF_WHO_TREATS)) {
    const near = { channels: wished, withinKm: radiusKm, onCall: false, setAside: aside };
    steps.push({ name: "NEAR", ...near });
    if (wider > radiusKm && wished.includes("IN_PERSON")) steps.push({ name: "WIDER", ...near, withinKm: wider });
  }
  const last = { onCall: false, setAside: none };
  steps.push({ name: "OTHER_CHANNEL", channels: CHANNELS.filter((c) => !wished.includes(c)), withinKm: wider, ...last });
  steps.push({ name: "ANYWHERE", channels: CHANNELS, withinKm: null, ...last });
  return steps;
}
