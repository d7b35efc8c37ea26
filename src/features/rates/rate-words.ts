import type { WordList } from "../../kernel/worded.js";

export const SESSION_WORDS = {
  FIRST: ["First treatment", "Første behandling", "The first treatment of a claim."],
  FOLLOW_UP: ["Follow-up treatment", "Opfølgende behandling"],
} as const satisfies WordList<string>;
export type SessionKind = keyof typeof SESSION_WORDS;

export const RATE_CHANNEL_WORDS = {
  ANY: ["Any way of meeting", "Alle måder at mødes på", "Applies where no rate for the way of meeting itself does."],
  IN_PERSON: ["In person", "Fremmøde"],
  ONLINE: ["Online", "Online"],
  PHONE: ["By telephone", "Telefon"],
} as const satisfies WordList<string>;
export type RateChannel = keyof typeof RATE_CHANNEL_WORDS;

/** As the constraint rate_state_is_known lists them. */
export const RATE_STATE_WORDS = {
  PROPOSED: ["Proposed", "Foreslået", "It waits for another person's approval."],
  APPROVED: ["Approved", "Godkendt"],
  REJECTED: ["Rejected", "Afvist"],
} as const satisfies WordList<string>;
export type RateState = keyof typeof RATE_STATE_WORDS;
