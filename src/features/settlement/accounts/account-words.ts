/** The words of the accounts that companies are paid to: how a change stands, and why one is refused. */
import type { WordList } from "../../../kernel/worded.js";

/** As the constraint account_change_state_is_known lists them. */
export const ACCOUNT_CHANGE_WORDS = {
  STATED: ["Waits for a second person", "Venter på en anden person", "Stated by the clinic, confirmed by nobody yet."],
  CONFIRMED: ["Confirmed", "Bekræftet", "It is paid to when its time of waiting is over."],
  IN_FORCE: ["In force", "I brug", "It is, or was, the account that is paid to."],
  REFUSED: ["Refused", "Afvist"],
  REPLACED: ["Replaced", "Erstattet", "A later one was stated before it came into force."],
} as const satisfies WordList<string>;
export type AccountChangeState = keyof typeof ACCOUNT_CHANGE_WORDS;

export const ACCOUNT_REFUSAL_WORDS = {
  NOT_STATED_BY_CLINIC: ["The clinic did not state it", "Klinikken har ikke oplyst den"],
  NOT_THE_CLINICS: ["It is not the clinic's account", "Det er ikke klinikkens konto"],
  MISTYPED: ["It was mistyped", "Den er tastet forkert"],
} as const satisfies WordList<string>;
export type AccountRefusal = keyof typeof ACCOUNT_REFUSAL_WORDS;
