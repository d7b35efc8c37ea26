/** Why an entry cannot be given a time: then the calendar as a whole is not to be relied on. */
export const NONSENSE_REASONS = {
  ENTRY_WITHOUT_START: "without a start",
  TIME_UNREADABLE: "with a time that does not exist or is not written as one",
  ENDS_BEFORE_START: "that end at or before their start",
  DURATION_UNREADABLE: "with a duration that is none, as zero, negative, fractional or beyond measure",
  ZONE_WITHOUT_RULES: "in a time zone that is described without rules or offsets",
  PERIOD_UNREADABLE: "with a period that is none",
  AVAILABILITY: "that state availability (RFC 7953), which is not read",
} as const;
export type SenselessCode = keyof typeof NONSENSE_REASONS;

/** Thrown inside the reader only. */
export class NonsenseEntry extends Error {
  constructor(readonly code: SenselessCode) {
    super(code);
  }
}

/** What was not understood and, to be safe, counted as busy. */
export const UNREAD_REASONS = {
  ZONE_UNKNOWN: "in a time zone that is not known, busy for every hour they could mean",
  RECURRENCE_UNREAD: "repeated by a rule that is not read, busy from the first time on",
  EXCEPTION_UNREAD: "with an exception that is not read, so that what it excepts stays busy",
  STRETCH_UNSPOKEN: "of free and busy time that do not cover the whole stretch asked for, busy outside of it",
  LINE_UNREAD: "with a line that is no iCalendar and is passed over",
} as const;
export type UnreadCode = keyof typeof UNREAD_REASONS;
/** How many entries, and why; nothing of their text. */
export type UnreadEntries = { readonly code: UnreadCode; readonly entries: number };
