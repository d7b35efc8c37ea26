/** The words of an appointment: its states, why it was chosen, what a search tried, what an ending does to the promise. */
import type { WordList } from "../../kernel/worded.js";
import type { RuleId } from "../../rules/catalogue.js";
import type { TimeOfDay } from "../claims/case-file/claim-record.js";

/** As the constraint booking_state_is_known lists them. */
export const BOOKING_STATE_WORDS = {
  CONFIRMED: ["Booked", "Bestilt", "It lies ahead, or its attendance is not recorded yet."],
  ATTENDED: ["Attended", "Gennemført", "The treatment took place."],
  NO_SHOW: ["Not attended", "Udeblevet", "The member did not come."],
  CANCELLED_IN_TIME: ["Cancelled in time", "Aflyst i tide", "Before the clinic's limit: free of charge."],
  CANCELLED_LATE: ["Cancelled late", "Aflyst for sent", "After the clinic's limit: the clinic may charge the member."],
  CANCELLED_BY_PROVIDER: ["Cancelled by the clinic", "Aflyst af klinikken"],
  MOVED: ["Moved", "Flyttet", "Another booking has taken its place."],
} as const satisfies WordList<string>;
export type BookingState = keyof typeof BOOKING_STATE_WORDS;

export const BOOKING_CHANGE_WORDS = {
  CONFIRMED: ["Booked", "Bestilt"],
  MOVED: ["Moved", "Flyttet"],
  CANCELLED: ["Cancelled", "Aflyst"],
  DECLINED: ["Declined", "Afslået"],
  ATTENDED: ["Attendance was recorded", "Fremmøde er registreret", "The member came, or did not."],
} as const satisfies WordList<string>;
export type BookingChangeKind = keyof typeof BOOKING_CHANGE_WORDS;

export const ATTENDANCE_WORDS = {
  ATTENDED: ["The member came", "Medlemmet kom", "The treatment took place: it counts and is settled."],
  NO_SHOW: ["The member did not come", "Medlemmet udeblev", "The member did not come: nothing counts and nothing is paid (ABS-NO-SHOW)."],
} as const satisfies WordList<string>;
export type Attendance = keyof typeof ATTENDANCE_WORDS;

export const GUARANTEE_EFFECT_WORDS = {
  UNCHANGED: ["The promise is as before", "Løftet er som før"],
  CONTINUES: ["The promise is open again", "Løftet er åbent igen", "Open again, with the same latest date."],
  LAPSES: ["The promise lapses", "Løftet bortfalder"],
} as const satisfies WordList<string>;
export type GuaranteeEffect = keyof typeof GUARANTEE_EFFECT_WORDS;

export const SEARCH_STEP_WORDS = {
  NEAR: ["Nearby", "I nærheden", "The wished way of meeting, within the distance usual for the service."],
  WIDER: ["Further away", "Længere væk", "The same, up to the distance that is the member's own affair."],
  OTHER_CHANNEL: ["Another way of meeting", "En anden måde at mødes på"],
  ANYWHERE: ["Anywhere", "Hvor som helst"],
  ON_CALL: ["Whoever is on call", "Vagthavende", "In a crisis: by telephone."],
} as const satisfies WordList<string>;
export type SearchStepName = keyof typeof SEARCH_STEP_WORDS;

export const TIME_OF_DAY_WORDS = {
  MORNING: ["Morning", "Formiddag", "Before noon."],
  AFTERNOON: ["Afternoon", "Eftermiddag", "From noon until five."],
  EVENING: ["Evening", "Aften", "From five."],
} as const satisfies WordList<TimeOfDay>;

/** As the constraint calendar_feed_is_of_somebody lists them. */
export const CALENDAR_FEED_KIND_WORDS = {
  MEMBER: ["A member's", "Et medlems", "A member's own appointments."],
  CLINIC: ["A clinic's", "En kliniks", "Everybody's appointments at a clinic."],
  PRACTITIONER: ["A practitioner's", "En behandlers", "One practitioner's appointments at a clinic."],
} as const satisfies WordList<string>;
export type CalendarFeedKind = keyof typeof CALENDAR_FEED_KIND_WORDS;

/** Why the gateway chose a time. */
export const CHOICE_WORDS = {
  ON_TARGET: ["It is within the target.", "Den ligger inden for målet."],
  WITHIN_LIMIT: ["It is inside the latest date.", "Den ligger inden for den seneste dato."],
  NEAREST: ["It is the nearest.", "Den er den nærmeste."],
  TRAVEL: ["It is a journey away.", "Den kræver en rejse."],
  NO_TRAVEL: ["Nobody has to travel for it.", "Ingen skal rejse for den."],
  EARLIEST: ["It is the first day with a free time there.", "Det er den første dag med en ledig tid der."],
  WISH_TIME_OF_DAY: ["The time of day is as wished.", "Tidspunktet på dagen er som ønsket."],
  WISH_LANGUAGE: ["The language is as wished.", "Sproget er som ønsket."],
  WISH_GENDER: ["The practitioner is as wished.", "Behandleren er som ønsket."],
  WISH_CHANNEL: ["The way of meeting is as wished.", "Måden at mødes på er som ønsket."],
  WITHOUT_LANGUAGE: [
    "No time in reach has the wished language. It can be moved as soon as one has.",
    "Ingen tid inden for rækkevidde er på det ønskede sprog. Den kan flyttes, så snart en er.",
  ],
  WITHOUT_GENDER: [
    "No time in reach is with the wished practitioner. It can be moved as soon as one is.",
    "Ingen tid inden for rækkevidde er hos den ønskede behandler. Den kan flyttes, så snart en er.",
  ],
  WITHOUT_CHANNEL: [
    "No time in reach is in the wished way of meeting. It can be moved as soon as one is.",
    "Ingen tid inden for rækkevidde er med den ønskede måde at mødes på. Den kan flyttes, så snart en er.",
  ],
  HARMLESS: ["It leaves every other promise its place.", "Den lader alle andre løfter beholde deres plads."],
  WIDENED_WIDER: ["Nothing fitted nearer.", "Intet passede nærmere."],
  WIDENED_OTHER_CHANNEL: ["Nothing fitted with the wished way of meeting.", "Intet passede med den ønskede måde at mødes på."],
  WIDENED_ANYWHERE: ["Nothing fitted within reach.", "Intet passede inden for rækkevidde."],
  WITHDRAWN: ["The clinic could not keep the time booked before.", "Klinikken kunne ikke holde den tidligere tid."],
} as const satisfies WordList<string>;
export type ChoiceCode = keyof typeof CHOICE_WORDS;

/** The rule behind a reason; the others are plain facts of a time. */
export const CHOICE_RULES: Readonly<Partial<Record<ChoiceCode, RuleId>>> = {
  WITHIN_LIMIT: "BOK-WINDOW",
  WISH_TIME_OF_DAY: "BOK-WISHES",
  WISH_LANGUAGE: "BOK-WISHES",
  WISH_GENDER: "BOK-WISHES",
  WISH_CHANNEL: "BOK-WISHES",
  WITHOUT_LANGUAGE: "BOK-WISHES",
  WITHOUT_GENDER: "BOK-WISHES",
  WITHOUT_CHANNEL: "BOK-WISHES",
  WIDENED_OTHER_CHANNEL: "BOK-WISHES",
  WITHDRAWN: "GUA-PROVIDER-CANCEL",
};
