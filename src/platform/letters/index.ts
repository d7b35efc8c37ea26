import { digitalPost } from "./digital-post.js";
import { email } from "./email.js";
import type { LetterChannel, LetterChannelCode, LetterSettings, LetterSent, Letter } from "./letter.js";
import { sms } from "./sms.js";

/** test/contracts/letters.test.ts runs over the list. */
export const LETTER_CHANNELS: readonly LetterChannel[] = [email, sms, digitalPost];

/** How messages leave this installation, if they do. */
export type Letters = {
  /** MAILBOX: nothing leaves; what would have been sent is shown on a page of development. */
  readonly mode: "MAILBOX" | "SEND";
  readonly send: (channel: LetterChannelCode, letter: Letter) => Promise<LetterSent>;
  /** The ways there are. */
  readonly open: readonly LetterChannelCode[];
  /** Hours of the Danish clock between which nothing rings: from the first to before the second. */
  readonly quiet: { readonly from: number; readonly until: number };
  /** Minutes before an appointment at which it is reminded of. */
  readonly remindMinutes: readonly number[];
};

export type LettersAsked = LetterSettings & Pick<Letters, "quiet" | "remindMinutes"> & { readonly mode: Letters["mode"] | "OFF" };

export function lettersOf({ mode, quiet, remindMinutes, ...settings }: LettersAsked): Letters | null {
  if (mode === "OFF") return null;
  const shared = { quiet, remindMinutes };
  if (mode === "MAILBOX")
    return { mode, send: () => Promise.resolve({ kind: "TAKEN" }), open: LETTER_CHANNELS.map(({ code }) => code), ...shared };
  const open = new Map(LETTER_CHANNELS.map(({ code, open }) => [code, open(settings)] as const));
  return {
    mode,
    send: (channel, letter) => open.get(channel)?.(letter) ?? Promise.resolve({ kind: "REFUSED" }),
    open: [...open].flatMap(([code, send]) => (send === null ? [] : [code])),
    ...shared,
  };
}

/** Whether what takes this way makes a noise where it arrives. */
export function rings(channel: LetterChannelCode): boolean {
  return LETTER_CHANNELS.some(({ code, rings }) => code === channel && rings);
}
