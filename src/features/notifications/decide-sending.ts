/** Whether a planned message leaves now, later or never, and which way it takes: decided when it is due, on what is true then. */
import { localDateOf, offsetMinutes, resolveLocal } from "../../kernel/calendar.js";
import { addDays } from "../../kernel/day.js";
import type { LetterChannelCode } from "../../platform/letters/letter.js";
import type { Notice, NoticeFacts } from "./notice.js";

type Receiver = {
  /** Erased, or not the one any more who may know: custody ended, or the child is fifteen. */
  readonly entitled: boolean;
  readonly email: string | null;
  readonly phone: string | null;
  readonly wantsEmail: boolean;
  readonly wantsSms: boolean;
  /** Id under which a sender of Digital Post knows the person; null for a clinic. */
  readonly postId: string | null;
};

export type SendingFacts = {
  readonly notice: Notice;
  readonly facts: NoticeFacts;
  readonly receiver: Receiver;
  /** Of a clinic's message about an appointment: whether the member's consent stands today. */
  readonly consentStands: boolean;
  /** A message for the last hours: a telephone is nearer than a letter box. */
  readonly soon: boolean;
  readonly open: readonly LetterChannelCode[];
  readonly rings: (channel: LetterChannelCode) => boolean;
  readonly quiet: { readonly from: number; readonly until: number };
  readonly now: Date;
};

type SkipReason = "OUTDATED" | "NOT_ENTITLED" | "CONSENT_WITHDRAWN" | "NO_WAY";
export type Decision =
  | { readonly kind: "SEND"; readonly channel: LetterChannelCode; readonly to: string }
  | { readonly kind: "LATER"; readonly at: Date }
  | { readonly kind: "SKIP"; readonly reason: SkipReason };

export function decideSending(of: SendingFacts): Decision {
  const { notice, facts, receiver, now } = of;
  if (!receiver.entitled) return { kind: "SKIP", reason: "NOT_ENTITLED" };
  if (!notice.holds(facts, now)) return { kind: "SKIP", reason: "OUTDATED" };
  if (notice.to === "CLINIC" && facts.appointment && !of.consentStands) return { kind: "SKIP", reason: "CONSENT_WITHDRAWN" };
  const ways = waysOf(of);
  const [first] = ways;
  if (!first) return { kind: "SKIP", reason: "NO_WAY" };
  const quietUntil = of.rings(first.channel) ? endOfQuiet(now, of.quiet) : null;
  if (quietUntil === null) return { kind: "SEND", ...first };
  if (notice.holds(facts, quietUntil)) return { kind: "LATER", at: quietUntil };
  // in the morning it would be too late: better a letter in the night than none
  const silent = ways.find(({ channel }) => !of.rings(channel));
  return silent ? { kind: "SEND", ...silent } : { kind: "SKIP", reason: "OUTDATED" };
}

type Way = { readonly channel: LetterChannelCode; readonly to: string };

/** Those that are open, wanted and have an address, the best first. Digital Post reaches whoever has none of the others. */
function waysOf({ receiver, open, soon }: SendingFacts): readonly Way[] {
  const { email, phone, wantsEmail, wantsSms, postId } = receiver;
  const there = (channel: LetterChannelCode, to: string | null): Way[] => (to !== null && open.includes(channel) ? [{ channel, to }] : []);
  const letter = there("EMAIL", wantsEmail ? email : null);
  const text = there("SMS", wantsSms ? phone : null);
  const chosen = soon ? [...text, ...letter] : [...letter, ...text];
  return chosen.length > 0 ? chosen : there("DIGITAL_POST", postId);
}

/** When quiet hours end, if it is quiet now; null if it is not. */
export function endOfQuiet(now: Date, { from, until }: { readonly from: number; readonly until: number }): Date | null {
  const hour = new Date(now.getTime() + offsetMinutes(now) * 60_000).getUTCHours();
  const quiet = from > until ? hour >= from || hour < until : hour >= from && hour < until;
  if (!quiet) return null;
  const today = localDateOf(now);
  const time = resolveLocal(hour >= until ? addDays(today, 1) : today, `${String(until).padStart(2, "0")}:00`);
  return time.kind === "ONE" ? time.at : time.kind === "TWICE" ? time.earlier : now;
}
