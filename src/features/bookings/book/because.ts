/** Why a time was chosen, as it is kept with the booking: a code, and a sentence in each language. */
import { isValueOf } from "../../../kernel/worded.js";
import { CHOICE_WORDS, type ChoiceCode } from "../booking-words.js";
import { HELD_WISHES, type HeldWish } from "../../../rules/wishes.js";
import type { Words } from "../../../rules/words.js";

export type ChoiceReason = Words & { readonly code: ChoiceCode };

/** The words of the list, where the case adds nothing to them. */
export function choiceReason(code: ChoiceCode): ChoiceReason {
  const [en, da] = CHOICE_WORDS[code];
  return { code, en, da };
}

const WITHOUT = {
  gender: "WITHOUT_GENDER",
  language: "WITHOUT_LANGUAGE",
  channel: "WITHOUT_CHANNEL",
} as const satisfies Record<HeldWish, ChoiceCode>;

/** That the time does not meet a wish. */
export function withoutWish(wish: HeldWish): ChoiceReason {
  return choiceReason(WITHOUT[wish]);
}

/** Which wishes these reasons say were set aside, in the order in which they are. */
export function wishesSetAside(because: readonly { readonly code: ChoiceCode }[]): HeldWish[] {
  return HELD_WISHES.filter((wish) => because.some(({ code }) => code === WITHOUT[wish]));
}

export function choiceReasonText({ code, en, da }: ChoiceReason): string {
  return `${code}: ${en}\n${da}`;
}

/** Null for what was not written here. */
export function readBecause(text: string): ChoiceReason | null {
  const [, code = "", en = "", da = en] = /^([A-Z_]+): (.*)(?:\n(.*))?$/.exec(text) ?? [];
  return isValueOf(CHOICE_WORDS, code) ? { code, en, da } : null;
}
