import type { Period } from "../../../kernel/period.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import type { ValueWords } from "../../../kernel/worded.js";
import type { Audience, Channel, Funding, SlotLine } from "../slots/slot-line.js";

/**
 * A way in which a clinic's capacity reaches us. One file per source, one line in index.ts; test/contracts/sources.test.ts
 * runs over the list. A source is pure and total: it fetches nothing, and bytes of any kind give an answer, never a throw.
 * What it says about other people's files stays free of their text: a calendar entry may name a patient.
 */
export type IntakeSource = {
  /** Stored with each slot it brings; UPPER_SNAKE_CASE. */
  readonly code: string;
  readonly description: string;
  readonly words: ValueWords;
  readonly mediaTypes: readonly string[];
  readonly maxBytes: number;
  readonly maxLines: number;
  /** OPENINGS: lines say what is free. BUSY: the feed says what is taken, and free is the schedule minus that. */
  readonly brings: "OPENINGS" | "BUSY";
  /** Its words as a format of uploadSlots; left out where it does not come as a file that a clinic sends. */
  readonly upload?: ValueWords;
  parse(input: IntakeInput, context: IntakeContext): IntakeResult;
};

/** Bytes as they arrived; text; rows already structured (GraphQL); or nothing, when the feed could not be fetched. */
export type IntakeInput = Uint8Array | string | readonly unknown[] | null;

export type IntakeContext = {
  readonly now: Date;
  /** When the bytes left their source, as far as known; null for "just now" (uploads, pushes). */
  readonly sourceAsOf: Date | null;
  /** A busy feed older than this says nothing any more. */
  readonly staleAfterMinutes: number;
  /** Stretch in which busy time is of interest; recurrence is unrolled inside it only. */
  readonly window: Period;
  /** SMART Scheduling Links: what a Schedule stands for here, by reference ("Schedule/10") or bare id. */
  readonly schedules: ReadonlyMap<string, OfferTerms>;
  /** What a line without its own value gets; a file from one practitioner need not repeat the name. */
  readonly defaults: Partial<OfferTerms>;
};
export type OfferTerms = {
  readonly practitionerId: string | null;
  readonly practitionerRef: string | null;
  readonly services: readonly string[];
  readonly channel: Channel;
  readonly audience: Audience;
  readonly languages: readonly string[];
  readonly funding: Funding;
  readonly capacity: number;
  readonly cancellationHours: number | null;
};

/** `line` counts from 1, as an editor shows it: the line of the file, or the place in the list. */
export type IntakeLine =
  | { readonly line: number; readonly ok: true; readonly value: SlotLine }
  | { readonly line: number; readonly ok: false; readonly faults: readonly Refusal[] };

/** Nothing else of a calendar entry is ever kept. */
export type BusyTime = {
  readonly start: Date;
  readonly end: Date;
  readonly uid: string | null;
  readonly status: string | null;
  readonly lastModified: Date | null;
};
export type BusyAnswer =
  | {
      readonly state: "KNOWN";
      /** Each of them, as the source says it; empty where only `periods` came out of another thread. */
      readonly times: readonly BusyTime[];
      /** What is not free: the times, joined, and the stretches of the window of which the feed does not speak. */
      readonly periods: readonly Period[];
      /** Why some of it was not understood, and is counted as busy. */
      readonly unread: readonly UnreadEntries[];
    }
  /** Absent, unreadable or stale: what is free cannot be told, and must not be offered. */
  | { readonly state: "UNKNOWN"; readonly reason: Refusal };

export type UnreadEntries = { readonly code: string; readonly entries: number; readonly message: string };

export type IntakeResult = {
  readonly lines: readonly IntakeLine[];
  /** Null for a source that brings openings. */
  readonly busy: BusyAnswer | null;
  /** Faults of the input as a whole; then nothing of it is used. */
  readonly faults: readonly Refusal[];
  readonly meta: {
    /** As of when this is the source's word; null when nothing usable came. Shown in search as freshness. */
    readonly lastSyncedAt: Date | null;
    readonly linesRead: number;
  };
};

export function nothingUsable(faults: readonly Refusal[]): IntakeResult {
  return { lines: [], busy: null, faults, meta: { lastSyncedAt: null, linesRead: 0 } };
}

export function openingsOf(lines: readonly IntakeLine[], context: IntakeContext): IntakeResult {
  return { lines, busy: null, faults: [], meta: { lastSyncedAt: context.sourceAsOf ?? context.now, linesRead: lines.length } };
}

/** Bytes or text of a size that is taken, or why it is neither. */
export function fileIn(input: IntakeInput, source: Pick<IntakeSource, "maxBytes">): string | Uint8Array | Refusal {
  if (input === null) return refusal("INPUT_MISSING", "There is no input.", { retryable: true });
  if (typeof input !== "string" && !(input instanceof Uint8Array)) return refusal("INPUT_UNSUPPORTED", "This source reads bytes or text.");
  if (input.length <= source.maxBytes && (typeof input !== "string" || Buffer.byteLength(input) <= source.maxBytes)) return input;
  return refusal("INPUT_TOO_LARGE", `The input may be at most ${source.maxBytes} bytes.`, { remedy: "Send it in parts." });
}

/** A guess at another encoding turns Danish letters into other people's. */
export const NOT_UTF8 = refusal("INPUT_NOT_UTF8", "The input is not UTF-8 text.", {
  remedy: 'Save the file as "CSV UTF-8" or set the encoding to UTF-8.',
});

/** The text, or why there is none. */
export function textOf(input: IntakeInput, source: Pick<IntakeSource, "maxBytes">): string | Refusal {
  const file = fileIn(input, source);
  if (typeof file !== "string" && !(file instanceof Uint8Array)) return file;
  try {
    if (typeof file !== "string") new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return NOT_UTF8;
  }
  return lossyTextOf(file, source);
}

/** The text with U+FFFD for whatever is not UTF-8, or why there is none. */
export function lossyTextOf(input: IntakeInput, source: Pick<IntakeSource, "maxBytes">): string | Refusal {
  const file = fileIn(input, source);
  if (typeof file !== "string" && !(file instanceof Uint8Array)) return file;
  return typeof file === "string" ? file.replace(/^\uFEFF/, "") : new TextDecoder("utf-8").decode(file);
}

export function tooManyLines(source: Pick<IntakeSource, "maxLines">): Refusal {
  return refusal("TOO_MANY_LINES", `At most ${source.maxLines} lines are taken at a time.`, { remedy: "Send them in parts." });
}

/** NUL and half surrogates: no such text can be stored, and none was meant. */
export function isStorable(text: string): boolean {
  return !/[\0\p{Surrogate}]/u.test(text);
}
