/** The words of a claim: its states, what happens to it, how its guarantee came about. */
import type { ExtraDay } from "../../kernel/calendar.js";
import type { ValueWords, WordList } from "../../kernel/worded.js";
import type { ClaimState } from "../../../schema/states.js";
import type { ClaimFlag } from "./case-file/claim-record.js";
import type { ReportChannel } from "../../rules/codes.js";
import type { MedicalDecisionKind } from "./information/medical-decision.js";
import type { Progress } from "./status-report/status-report.js";
import type { InformationNeed } from "./information/needs.js";

export const CLAIM_STATE_WORDS: WordList<ClaimState> = {
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
  MEDICAL_DECISION: ["A medical decision was made", "En lægefaglig beslutning er truffet"],
  MEDICAL_DECISION_WITHDRAWN: ["A medical decision was taken back", "En lægefaglig beslutning er trukket tilbage"],
  FACTS_RECORDED: ["Facts were recorded", "Oplysninger er registreret"],
  DOCUMENT_SUBMITTED: ["A document was handed in", "Et dokument er indsendt"],
  DOCUMENT_ACCEPTED: ["A document was accepted", "Et dokument er godkendt"],
  DOCUMENT_REJECTED: ["A document was not enough", "Et dokument var ikke tilstrækkeligt"],
  APPROVED: ["Approved", "Godkendt"],
  DENIED: ["Denied", "Afvist"],
  COMPLAINED: ["The member complained", "Medlemmet har klaget"],
  DENIAL_UPHELD: ["The denial stands after a complaint", "Afvisningen fastholdes efter en klage"],
  REOPENED: ["Reopened after a complaint", "Genoptaget efter en klage"],
  COMPLETED: ["Completed", "Afsluttet"],
  CLOSED: ["Closed", "Lukket"],
  ESCALATED: ["Handed to the health team", "Overdraget til sundhedsteamet"],
  EXCEPTION_RECORDED: ["An exception to the promise was recorded", "En undtagelse fra løftet er registreret"],
  TREATMENTS_ALLOCATED: ["Treatments were allocated", "Behandlinger er tildelt"],
  OWN_CHOICE_TREATMENT: ["A treatment of own choice was recorded", "En selvvalgt behandling er registreret"],
  DESIGNATED: ["Specialist or hospital designated", "Speciallæge eller hospital er anvist"],
  DESIGNATED_ANEW: ["Another specialist or hospital designated", "En anden speciallæge eller et andet hospital er anvist"],
  MOVED_TO_NETWORK: ["Moved into the network", "Overført til netværket"],
  STATUS_REPORT_ASKED: ["A status report was asked for", "En statusrapport er efterspurgt"],
  CONSENT_GIVEN: ["Consent was given", "Samtykke er givet"],
  CONSENT_RENEWED: ["Consent was renewed", "Samtykke er fornyet"],
  CONSENT_WITHDRAWN: ["Consent was withdrawn", "Samtykke er trukket tilbage"],
  BOOKED: ["An appointment was booked", "En tid er bestilt"],
  MOVED: ["An appointment was moved", "En tid er flyttet"],
  CANCELLED: ["An appointment was cancelled", "En tid er aflyst"],
  OFFER_DECLINED: ["An arranged appointment was declined", "En tilbudt tid er afslået"],
  CONTACT_MADE: ["The clinic spoke with the member by telephone", "Klinikken har talt med medlemmet i telefon"],
  CONTACT_ATTEMPTED: ["The clinic rang and nobody answered", "Klinikken har ringet uden at få svar"],
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
} as const satisfies WordList<string>;
export type ClaimEventKind = keyof typeof CLAIM_EVENT_WORDS;

export const REPORT_CHANNEL_WORDS: WordList<ReportChannel> = {
  ONLINE: ["Online", "Online", "In the portal: it may be approved automatically (CLM-AUTO-APPROVE)."],
  PHONE: ["By phone", "Telefonisk", "By phone, to the health team."],
};

export const INFORMATION_NEED_WORDS: WordList<InformationNeed> = {
  REFERRAL: ["A referral", "En henvisning", "A doctor's referral or recommendation of the kind the treatment needs."],
  DIAGNOSIS_DATE: ["The day of the diagnosis", "Datoen for diagnosen", "Of a chronic condition (COV-CHRONIC-DATE)."],
  ASKED: ["What was asked for", "Det, der er efterspurgt", "What the health team has asked for."],
};

export const MEDICAL_DECISION_WORDS: WordList<MedicalDecisionKind> = {
  SEVERAL_FORMS: [
    "Several forms of treatment at once",
    "Flere behandlingsformer på samme tid",
    "Several forms of treatment are allowed at the same time (CLM-ONE-FORM).",
  ],
  CONDITION_ACCEPTED: [
    "The condition is accepted",
    "Lidelsen er accepteret",
    "A condition on no list, or covered in serious cases only, is accepted (CLM-OTHER-CONDITION, COV-VARICOSE, COV-CANCER).",
  ],
  TREATMENT_GRANTED: [
    "The treatment is granted",
    "Behandlingen er bevilget",
    "A service that its section leaves to the doctors is given (COV-SECOND-OPINION, COV-REOP, COV-TRIPARTITE, COV-CRISIS-DEBRIEF).",
  ],
  TRANSPORT_AUTHORISED: ["The journey is authorised", "Rejsen er godkendt", "To a place of treatment more than 60 km away (TRN-60KM)."],
  RECUMBENT_TRANSPORT: [
    "Recumbent transport is authorised",
    "Liggende transport er godkendt",
    "As the specialist prescribed (TRN-RECUMBENT).",
  ],
  MEDICAL_ESCORT: ["A medical escort travels along", "En medicinsk ledsager rejser med", "One, for medical reasons (TRN-ESCORT)."],
  CHRONIC: ["Chronic", "Kronisk", "A condition on no list of chronic ones is held to be chronic in this case (GEN-CHRONIC-DEF)."],
  NOT_CHRONIC: ["Not chronic", "Ikke kronisk", "A condition listed as chronic is held not to be chronic in this case (GEN-CHRONIC-DEF)."],
};

export const PROGRESS_WORDS: WordList<Progress> = {
  IMPROVED: ["Improved", "Bedring"],
  UNCHANGED: ["Unchanged", "Uændret"],
  WORSE: ["Worse", "Forværring"],
};

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
} as const satisfies WordList<string>;
export type GuaranteeStepKind = keyof typeof GUARANTEE_STEP_WORDS;

/** By their names in the rules, under which a claim keeps them. */
export const CLAIM_FLAG_WORDS: Readonly<Record<ClaimFlag, ValueWords>> = {
  previousInsurerClaim: ["Filed with the previous insurer", "Anmeldt hos det tidligere selskab"],
  plannedBeforeStart: ["Planned before the cover started", "Planlagt før dækningen begyndte"],
  emergency: ["An emergency", "Akut"],
  recurring: ["A condition that recurs", "En tilbagevendende lidelse"],
  otherFormActive: ["Another form of treatment runs", "En anden behandlingsform er i gang"],
  publicOfferWithinGuarantee: ["The public system offers a time within the promise", "Det offentlige tilbyder en tid inden for løftet"],
  publicPackage: ["Part of a public package programme", "Del af et offentligt pakkeforløb"],
  freePhysioScheme: ["Free physiotherapy by the public scheme", "Vederlagsfri fysioterapi"],
  afterCoveredSurgery: ["Follows covered surgery", "Følger en dækket operation"],
  lastTreatmentOn: ["The last day of treatment is known", "Sidste behandlingsdag er kendt"],
  ownChoicePsychologistStarted: ["A psychologist of own choice has begun", "En selvvalgt psykolog er begyndt"],
  previousAddictionTreatment: ["Treated for the same addiction before", "Tidligere behandlet for samme afhængighed"],
};

export const SWITCHABLE_DAY_WORDS: WordList<ExtraDay> = {
  GRUNDLOVSDAG: ["Constitution Day, 5 June", "Grundlovsdag, 5. juni"],
  CHRISTMAS_EVE: ["Christmas Eve", "Juleaftensdag"],
  NEW_YEARS_EVE: ["New Year's Eve", "Nytårsaftensdag"],
  DAY_AFTER_ASCENSION: ["The day after Ascension Day", "Dagen efter Kristi himmelfartsdag"],
};

/** Wishes about who treats and how, by their names with a claim. */
export const WISH_WORDS = {
  LANGUAGE: ["Language of the treatment", "Behandlingens sprog"],
  GENDER: ["Gender of the practitioner", "Behandlerens køn"],
  CHANNEL: ["Way of meeting", "Måden at mødes på"],
} as const satisfies WordList<string>;
