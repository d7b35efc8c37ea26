/** The words of a claim: its states, what happens to it, how its guarantee came about. */
import type { ExtraDay } from "../kernel/calendar.js";
import type { Worded } from "../kernel/worded.js";
import type { ClaimState } from "../../schema/states.js";

export const CLAIM_STATE_WORDS: Worded<ClaimState> = {
  REPORTED: ["Reported", "Anmeldt", "The insurer has it and has not decided yet."],
  AWAITING_INFORMATION: ["Waiting for information", "Afventer oplysninger", "Something is needed first, such as a referral."],
  APPROVED: ["Approved", "Godkendt", "Treatments can be booked."],
  IN_TREATMENT: ["In treatment", "I behandling", "A first treatment has taken place."],
  COMPLETED: ["Completed", "Afsluttet", "The treatment is over. Final."],
  DENIED: ["Denied", "Afvist", "The insurer has said no, with its reasons. Final."],
  ESCALATED: ["With the health team", "Hos sundhedsteamet", "Nothing fitted inside the promise; people take over."],
  CLOSED: ["Closed", "Lukket", "Ended before the treatment was over. Final."],
};

/** Kinds of lines in a claim's history, as they are stored. */
export const CLAIM_EVENT_WORDS = {
  REPORTED: ["Reported", "Anmeldt"],
  INFORMATION_REQUIRED: ["Information was asked for", "Oplysninger er efterspurgt"],
  REFERRAL_RECORDED: ["The referral was recorded", "Henvisningen er registreret"],
  INFORMATION_RECEIVED: ["Information was received", "Oplysninger er modtaget"],
  INFORMATION_APPROVED: ["Information was found sufficient", "Oplysningerne er fundet tilstrækkelige"],
  INFORMATION_RECORDED: ["Facts were recorded", "Oplysninger er registreret"],
  APPROVED: ["Approved", "Godkendt"],
  DENIED: ["Denied", "Afvist"],
  COMPLETED: ["Completed", "Afsluttet"],
  CLOSED: ["Closed", "Lukket"],
  ESCALATED: ["Handed to the health team", "Overdraget til sundhedsteamet"],
  EXCEPTION_RECORDED: ["An exception to the promise was recorded", "En undtagelse fra løftet er registreret"],
  TREATMENTS_ALLOCATED: ["Treatments were allocated", "Behandlinger er tildelt"],
  OWN_CHOICE_TREATMENT: ["A treatment of own choice was recorded", "En selvvalgt behandling er registreret"],
  CONSENT_GIVEN: ["Consent was given", "Samtykke er givet"],
  CONSENT_RENEWED: ["Consent was renewed", "Samtykke er fornyet"],
  CONSENT_WITHDRAWN: ["Consent was withdrawn", "Samtykke er trukket tilbage"],
  BOOKED: ["An appointment was booked", "En tid er bestilt"],
  MOVED: ["An appointment was moved", "En tid er flyttet"],
  CANCELLED: ["An appointment was cancelled", "En tid er aflyst"],
  OFFER_DECLINED: ["An arranged appointment was declined", "En tilbudt tid er afslået"],
  APPOINTMENT_WITHDRAWN: ["The clinic withdrew an appointment", "Klinikken har trukket en tid tilbage"],
  MOVED_BY_PROVIDER: ["The clinic withdrew an appointment and another was found", "Klinikken trak en tid tilbage, og en anden er fundet"],
  TREATED: ["A treatment took place", "En behandling er gennemført"],
  NO_SHOW: ["The member did not come", "Medlemmet udeblev"],
  ATTENDANCE_CONFIRMED: ["The member confirmed a treatment", "Medlemmet har bekræftet en behandling"],
  ATTENDANCE_DISPUTED: ["The member disputed a treatment", "Medlemmet har gjort indsigelse mod en behandling"],
  PROMISE_NONE: ["The promise ended", "Løftet er ophørt"],
  PROMISE_SAFE: ["The promise is safe", "Løftet er sikret"],
  PROMISE_TIGHT: ["The promise is tight", "Løftet er presset"],
  PROMISE_AT_RISK: ["The promise is at risk", "Løftet er i fare"],
  PROMISE_BREACHED: ["The promise was broken", "Løftet er brudt"],
  PROMISE_MET: ["The promise was kept", "Løftet er holdt"],
} as const satisfies Worded<string>;

export const GUARANTEE_STEP_WORDS = {
  CLAIM_RECEIVED: ["The claim was received.", "Skaden er modtaget."],
  CLAIM_APPROVED: ["The claim was approved.", "Skaden er godkendt."],
  INFORMATION_RECEIVED: ["The last needed information was received.", "De sidste nødvendige oplysninger er modtaget."],
  INFORMATION_APPROVED: ["The information was found sufficient.", "Oplysningerne er fundet tilstrækkelige."],
  DAY_ZERO: ["Day 0: working day 1 is the first working day after it.", "Dag 0: arbejdsdag 1 er den første arbejdsdag derefter."],
  FIRST_TARGET: ["The first target.", "Det første mål."],
  TARGET: ["The last day on target.", "Den sidste dag inden for målet."],
  LATEST: ["The last day for the first appointment.", "Den sidste dag for den første tid."],
  CONTACT_BY: ["The last moment for the first contact.", "Det seneste tidspunkt for den første kontakt."],
} as const satisfies Worded<string>;
export type GuaranteeStepKind = keyof typeof GUARANTEE_STEP_WORDS;

/** Rare facts of a case by their names in the API, and the names under which the rules and the database keep them. */
export const CLAIM_FLAGS = {
  PREVIOUS_INSURER_CLAIM: "previousInsurerClaim",
  PLANNED_BEFORE_START: "plannedBeforeStart",
  OTHER_FORM_ACTIVE: "otherFormActive",
  PUBLIC_PACKAGE: "publicPackage",
  FREE_PHYSIO_SCHEME: "freePhysioScheme",
  AFTER_COVERED_SURGERY: "afterCoveredSurgery",
  LAST_TREATMENT_ON: "lastTreatmentOn",
  OWN_CHOICE_PSYCHOLOGIST_STARTED: "ownChoicePsychologistStarted",
  PREVIOUS_ADDICTION_TREATMENT: "previousAddictionTreatment",
} as const;

export const CLAIM_FLAG_WORDS: Worded<keyof typeof CLAIM_FLAGS> = {
  PREVIOUS_INSURER_CLAIM: ["Filed with the previous insurer", "Anmeldt hos det tidligere selskab"],
  PLANNED_BEFORE_START: ["Planned before the cover started", "Planlagt før dækningen begyndte"],
  OTHER_FORM_ACTIVE: ["Another form of treatment runs", "En anden behandlingsform er i gang"],
  PUBLIC_PACKAGE: ["Part of a public package programme", "Del af et offentligt pakkeforløb"],
  FREE_PHYSIO_SCHEME: ["Free physiotherapy by the public scheme", "Vederlagsfri fysioterapi"],
  AFTER_COVERED_SURGERY: ["Follows covered surgery", "Følger en dækket operation"],
  LAST_TREATMENT_ON: ["The last day of treatment is known", "Sidste behandlingsdag er kendt"],
  OWN_CHOICE_PSYCHOLOGIST_STARTED: ["A psychologist of own choice has begun", "En selvvalgt psykolog er begyndt"],
  PREVIOUS_ADDICTION_TREATMENT: ["Treated for the same addiction before", "Tidligere behandlet for samme afhængighed"],
};

export const SWITCHABLE_DAY_WORDS: Worded<ExtraDay> = {
  GRUNDLOVSDAG: ["Constitution Day, 5 June", "Grundlovsdag, 5. juni"],
  CHRISTMAS_EVE: ["Christmas Eve", "Juleaftensdag"],
  NEW_YEARS_EVE: ["New Year's Eve", "Nytårsaftensdag"],
  DAY_AFTER_ASCENSION: ["The day after Ascension Day", "Dagen efter Kristi himmelfartsdag"],
};
