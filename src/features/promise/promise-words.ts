import type { WordList } from "../../kernel/worded.js";
import type { PromiseState } from "../../../schema/states.js";

/** Why of several claims this one waits (matching/turn.ts). */
export const WAIT_WORDS = {
  NO_UNIT: ["no unit is in reach", "ingen tid er inden for rækkevidde"],
  LAST_DAY: ["the others have an earlier last day", "de andre har en tidligere sidste dag"],
  REPORTED: ["of those with the same last day the others reported earlier", "af dem med samme sidste dag har de andre anmeldt tidligere"],
  NARROWER: [
    "of those with the same last day and report the others have less choice",
    "af dem med samme sidste dag og anmeldelse har de andre mindre at vælge imellem",
  ],
} as const satisfies WordList<string>;
export type WaitReason = keyof typeof WAIT_WORDS;

/** Bounds of a claim's own without which it would have a unit, in the order in which they are tried. */
export const BINDING_WORDS = {
  GENDER: ["the wished gender of the practitioner", "det ønskede køn hos behandleren"],
  LANGUAGE: ["the wished language", "det ønskede sprog"],
  DATE: ["the recorded first date", "den registrerede første dag"],
  DESIGNATION: ["the designated clinic", "den anviste klinik"],
} as const satisfies WordList<string>;
export type BindingWish = keyof typeof BINDING_WORDS;

export const PROMISE_STATE_WORDS: WordList<PromiseState> = {
  NONE: ["No promise runs", "Intet løfte løber"],
  SAFE: ["Safe", "Sikret", "Booked in time, or several units are free for it."],
  TIGHT: ["Tight", "Presset", "Few units or days are left, or nobody has looked yet what is free for it."],
  AT_RISK: ["At risk", "I fare", "No unit is left inside the guarantee."],
  BREACHED: ["Broken", "Brudt", "The deadline passed without a first appointment."],
  MET: ["Kept", "Holdt", "The first appointment has begun in time."],
};
