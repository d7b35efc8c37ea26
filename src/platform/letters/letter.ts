/** A message to one person, and the ways it can take. A way is an adapter in a file of its own and a line in index.ts. */
import type { LETTER_CHANNELS } from "../../../schema/states.js";

export type Letter = {
  /** The same however often it is tried. */
  readonly id: string;
  /** An address of the way it takes: of e-mail, of a telephone, or the id under which a sender knows the person. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO 639-1. */
  readonly language: string;
  /** A calendar file (RFC 5545) that goes with it, where the way can carry one. */
  readonly calendar: string | null;
};

/** AGAIN: not now. REFUSED: never, like this. */
export type LetterSent = { readonly kind: "TAKEN" } | { readonly kind: "AGAIN" } | { readonly kind: "REFUSED" };
type Send = (letter: Letter) => Promise<LetterSent>;

/** What the installation says of the ways out; a way without its setting is not there. */
export type LetterSettings = {
  /** smtp:// or smtps://, with user and password. */
  readonly smtpUrl: string | null;
  readonly smtpFrom: string | null;
  readonly smsUrl: string | null;
  readonly smsToken: string | null;
  readonly digitalPostDir: string | null;
};

export type LetterChannelCode = (typeof LETTER_CHANNELS)[number];
export type LetterChannel = {
  readonly code: LetterChannelCode;
  /** Makes a noise where it arrives: quiet hours hold it. */
  readonly rings: boolean;
  /** The way, opened; null where the installation has none. */
  readonly open: (settings: LetterSettings) => Send | null;
};
