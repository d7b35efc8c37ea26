import type { WordList } from "../../kernel/worded.js";
import type { PromiseState } from "../../../schema/states.js";

export const PROMISE_STATE_WORDS: WordList<PromiseState> = {
  NONE: ["No promise runs", "Intet løfte løber"],
  SAFE: ["Safe", "Sikret", "Booked in time, or several units are free for it."],
  TIGHT: ["Tight", "Presset", "Few units or days are left, or nobody has looked yet what is free for it."],
  AT_RISK: ["At risk", "I fare", "No unit is left inside the guarantee."],
  BREACHED: ["Broken", "Brudt", "The deadline passed without a first appointment."],
  MET: ["Kept", "Holdt", "The first appointment has begun in time."],
};
