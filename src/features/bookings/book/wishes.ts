/** What a member would like, beside what the promise needs. Wishes never cost the promise: search-steps.ts says how long each is held. */
import type { TimeOfDay } from "../../claims/case-file/claim-record.js";
import { CHANNELS, type Channel } from "../../../rules/codes.js";
import { HELD_WISHES, type HeldWish } from "../../../rules/wishes.js";
import { localText } from "../../../kernel/calendar.js";
import { isValueOf } from "../../../kernel/worded.js";
import { TIME_OF_DAY_WORDS } from "../booking-words.js";

export type Wishes = {
  /** In person where nothing is wished. */
  readonly channel: Channel | null;
  /** ISO 639-1 code. */
  readonly language: string | null;
  /** Of the practitioner, as in the directory: "female" or "male". */
  readonly gender: string | null;
  readonly timeOfDay: TimeOfDay | null;
  /** Postal code to travel from instead of home, for instance the place of work. */
  readonly postnr: string | null;
  /** First Danish day that suits. */
  readonly notBefore: string | null;
};

/** The wishes kept with the claim, and over them those of this request. */
export function wishesOf(
  kept: Readonly<Partial<Record<keyof Wishes, unknown>>>,
  asked: Partial<Record<keyof Wishes, string | null | undefined>> = {},
): Wishes {
  const wish = (name: keyof Wishes): string | null => {
    const value: unknown = asked[name] ?? kept[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  const timeOfDay = wish("timeOfDay") ?? "";
  return {
    channel: CHANNELS.find((channel) => channel === wish("channel")) ?? null,
    language: wish("language"),
    gender: wish("gender"),
    timeOfDay: isValueOf(TIME_OF_DAY_WORDS, timeOfDay) ? timeOfDay : null,
    postnr: wish("postnr"),
    notBefore: wish("notBefore"),
  };
}

const NOON = 12;
/** When the day's work ends for most people, and the health team's office closes (HRS-HEALTH-TEAM). */
const EVENING = 17;

/** Morning ends at noon, evening begins at five, by the Danish clock. */
function timeOfDay(startsAt: string): TimeOfDay {
  const hour = Number(localText(new Date(startsAt)).slice(11, 13));
  if (hour < NOON) return "MORNING";
  return hour < EVENING ? "AFTERNOON" : "EVENING";
}

export type SlotOfWishes = {
  readonly channel: Channel;
  readonly languages: readonly string[];
  readonly gender: string;
  readonly starts_at: string;
};

/** Which of the wishes about how and when this opening fulfils. */
export function fulfilledWishes(wishes: Wishes, slot: SlotOfWishes): (keyof Wishes)[] {
  const met: (keyof Wishes)[] = [];
  if (wishes.timeOfDay !== null && timeOfDay(slot.starts_at) === wishes.timeOfDay) met.push("timeOfDay");
  if (wishes.language !== null && slot.languages.includes(wishes.language)) met.push("language");
  if (wishes.gender !== null && slot.gender === wishes.gender) met.push("gender");
  if (wishes.channel !== null && slot.channel === wishes.channel) met.push("channel");
  return met;
}

/** Of the held wishes those that this opening does not meet. */
export function unmetWishes(wishes: Wishes, slot: SlotOfWishes): HeldWish[] {
  const met = fulfilledWishes(wishes, slot);
  return HELD_WISHES.filter((wish) => wishes[wish] !== null && !met.includes(wish));
}
