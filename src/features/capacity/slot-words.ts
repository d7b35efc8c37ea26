/** The words of openings, holds, and of what is done to them. */
import type { WordList } from "../../kernel/worded.js";
import { INTAKE_SOURCES } from "./intake/index.js";
import type { UnreadCode } from "./intake/icalendar/senseless.js";
import type { LineOutcome } from "./publication/publication.js";
import type { Audience, Funding } from "./slots/slot-line.js";

export const AUDIENCE_WORDS: WordList<Audience> = {
  ADULT: ["Adults", "Voksne"],
  CHILD: ["Children", "Børn"],
  BOTH: ["Adults and children", "Voksne og børn"],
};

export const FUNDING_WORDS: WordList<Funding> = {
  PRIVATE: ["Private", "Privat", "For insured and paying patients; a promise with a deadline uses these only."],
  PUBLIC: ["Public", "Offentlig", "For patients of the public agreement."],
};

/** As the constraint slot_state_is_known lists them. */
export const SLOT_STATE_WORDS = {
  OPEN: ["Open", "Åben"],
  WITHDRAWN: ["Withdrawn", "Trukket tilbage", "Taken away by its clinic."],
} as const satisfies WordList<string>;

/** As the constraint hold_state_is_known lists them. */
export const HOLD_STATE_WORDS = {
  PENDING: ["Held", "Reserveret", "The time is kept until the hold ends."],
  CONFIRMED: ["Booked", "Bestilt", "The time was booked."],
  RELEASED: ["Given back", "Frigivet"],
  EXPIRED: ["Ended", "Udløbet", "It keeps nothing any more."],
} as const satisfies WordList<string>;

export const LINE_ACTION_WORDS = {
  PUT: ["Publish or change", "Offentliggør eller ret"],
  WITHDRAW: ["Withdraw", "Træk tilbage", "Needs the external id only."],
} as const satisfies WordList<string>;

export const FEED_STATE_WORDS = {
  KNOWN: ["Known", "Kendt"],
  UNKNOWN: ["Unknown", "Ukendt", "It could not be read or is too old: no opening of the practitioner at the clinic is offered."],
} as const satisfies WordList<string>;

export const UNREAD_WORDS: WordList<UnreadCode> = {
  ZONE_UNKNOWN: ["Unknown time zone", "Ukendt tidszone", "Its time zone is not known: busy for every hour that it could mean."],
  RECURRENCE_UNREAD: [
    "Repetition not read",
    "Gentagelse ikke læst",
    "It is repeated by a rule that is not read: busy from the first time on.",
  ],
  EXCEPTION_UNREAD: ["Exception not read", "Undtagelse ikke læst", "It has an exception that is not read: what that excepts stays busy."],
  STRETCH_UNSPOKEN: [
    "Time not spoken of",
    "Tid uden oplysning",
    "Free and busy time that do not cover the whole stretch asked for: busy outside of it.",
  ],
  LINE_UNREAD: ["Line not read", "Linje ikke læst", "It has a line that is no iCalendar and is passed over."],
};

export const FOLLOWED_KIND_WORDS = {
  ICALENDAR: ["Calendar", "Kalender", "A practitioner's own calendar in iCal format: when they are busy."],
  SMART: ["SMART publication", "SMART-publikation", "The manifest of SMART Scheduling Links: what a clinic offers."],
} as const satisfies WordList<string>;
export type FollowedKind = keyof typeof FOLLOWED_KIND_WORDS;

export const SOURCE_STATE_WORDS = {
  CURRENT: ["Current", "Aktuel", "It has spoken lately enough to be relied on."],
  WAITING: ["Waiting", "Afventer", "It has not been read for the first time; nothing that hangs on it is offered."],
  FAILING: ["Failing", "Fejler", "The last try to fetch it failed; what it said before still holds until it is too old."],
  UNKNOWN: ["Unknown", "Ukendt", "It could not be read or is too old: nothing that hangs on it is offered."],
} as const satisfies WordList<string>;
export type SourceState = keyof typeof SOURCE_STATE_WORDS;

/** As availability_of_clinics answers. */
export const AVAILABILITY_WORDS = {
  CURRENT: ["Current", "Aktuelle", "The openings shown are what the clinic offers."],
  STALE: ["Old", "Gamle", "A publication has not been heard from for long: openings may be gone."],
  PARTLY_UNKNOWN: ["Partly unknown", "Delvis ukendte", "The calendar of somebody there is not known, so their openings are not shown."],
  UNKNOWN: ["Unknown", "Ukendte", "No calendar of the clinic is known, so no openings are shown: there may be free times by telephone."],
} as const satisfies WordList<string>;
export type Availability = keyof typeof AVAILABILITY_WORDS;

export function isAvailability(text: string): text is Availability {
  return Object.hasOwn(AVAILABILITY_WORDS, text);
}

export const INTAKE_CODE_WORDS: WordList<string> = Object.fromEntries(INTAKE_SOURCES.map(({ code, words }) => [code, words] as const));

export const WITHDRAWAL_OUTCOME_WORDS = {
  MOVED: ["Moved to another time", "Flyttet til en anden tid", "There is a new time, which the member may decline or change."],
  ESCALATED: ["With the health team", "Hos sundhedsteamet", "Nothing fitted; the health team takes over."],
} as const satisfies WordList<string>;

export const LINE_OUTCOME_WORDS: WordList<LineOutcome> = {
  INSERTED: ["Published", "Offentliggjort", "A new opening."],
  CHANGED: ["Changed", "Rettet", "The opening under this external id was changed, or opened again."],
  UNCHANGED: ["Unchanged", "Uændret", "It stands like this already; nothing was written."],
  WITHDRAWN: ["Withdrawn", "Trukket tilbage", "The opening was taken away."],
  REFUSED: ["Refused", "Afvist", "Nothing was done for this line; its errors say why."],
  CLOSED: ["Kept closed", "Holdt lukket", "Saved and not open, for its time is closed; its errors say why. It opens with the time."],
};

export const PUBLISH_MODE_WORDS = {
  ATOMIC: ["All or none", "Alle eller ingen", "All lines or none."],
  CONTINUE: ["Line by line", "Linje for linje", "The good lines are saved; each refused one says why."],
} as const satisfies WordList<string>;
export type PublishMode = keyof typeof PUBLISH_MODE_WORDS;

export const CONTENT_ENCODING_WORDS = {
  TEXT: ["Text", "Tekst", "As text."],
  BASE64: ["Base64", "Base64", "Its bytes in base64; the file itself must be UTF-8."],
} as const satisfies WordList<string>;
export type ContentEncoding = keyof typeof CONTENT_ENCODING_WORDS;

export const UPLOAD_FORMAT_WORDS: WordList<string> = Object.fromEntries(
  INTAKE_SOURCES.flatMap(({ code, upload }) => (upload ? [[code, upload] as const] : [])),
);
