/** The words of the lists that only facts of a decision speak in. */
import type { WordList } from "../kernel/worded.js";
import { SERVICE_WORDS } from "./code-words.js";
import { CONDITION_WORDS } from "./condition-words.js";
import type { PricedService, Region, TransportMeans, TreatmentEvent } from "./codes.js";
import type { DecisionMark } from "./facts/marks.js";

export const PRICED_SERVICE_WORDS: WordList<PricedService> = {
  ...SERVICE_WORDS,
  TRANSPORT: ["Transport", "Transport"],
  CONVALESCENT_CARE: ["Convalescent care", "Rekreationsophold"],
  HOSPICE: ["Hospice", "Hospice"],
  DENTAL: ["Dental treatment", "Tandbehandling"],
};

export const TREATMENT_EVENT_WORDS: WordList<TreatmentEvent> = {
  ATTENDED: ["Attended", "Gennemført"],
  NO_SHOW: ["Did not come", "Udeblevet"],
  LATE_CANCELLATION: ["Cancelled too late", "Afbud for sent"],
  CANCELLED_IN_TIME: ["Cancelled in time", "Afbud i tide"],
  PROVIDER_CANCELLED: ["Cancelled by the clinic", "Aflyst af klinikken"],
};

export const TRANSPORT_MEANS_WORDS: WordList<TransportMeans> = {
  OWN_CAR: ["Own car", "Egen bil"],
  PUBLIC_TRANSPORT: ["Public transport", "Offentlig transport"],
  TAXI: ["Taxi", "Taxa"],
  RECUMBENT: ["Lying down", "Liggende transport"],
};

const REGION_WORDS: WordList<Region> = { KNEE: ["Knee", "Knæ"], HIP: ["Hip", "Hofte"], BACK: ["Back", "Ryg"] };
/** What a programme was for: a region of the body, or a condition. */
export const PROGRAMME_SUBJECT_WORDS: WordList<string> = { ...CONDITION_WORDS, ...REGION_WORDS };

export const DECISION_MARK_WORDS: WordList<DecisionMark> = {
  INFORMATION_MISSING: ["Information is missing", "Der mangler oplysninger"],
  FILED_WITH_PREVIOUS_INSURER: ["Filed with the previous insurer", "Anmeldt hos det tidligere selskab", "MEM-PREV-INSURER-3M."],
  PLANNED_BEFORE_START: ["Planned before the cover started", "Planlagt før dækningen begyndte", "MEM-PLANNED-BEFORE."],
  EMERGENCY: ["Needs help sooner than planned treatment", "Kræver akut hjælp", "CLM-EMERGENCY."],
  OTHER_FORM_ACTIVE: [
    "Another form of treatment runs",
    "En anden behandlingsform er i gang",
    "And no exception was granted (CLM-ONE-FORM).",
  ],
  SEVERAL_FORMS_ALLOWED: ["Several forms at a time are allowed", "Flere behandlingsformer ad gangen er tilladt", "A medical decision."],
  PUBLIC_OFFER_IN_TIME: ["The public system offers a time in time", "Det offentlige tilbyder en tid inden for fristen"],
  PUBLIC_PACKAGE: ["Part of a public package", "Del af et offentligt pakkeforløb", "CLM-PUBLIC-PACKAGE."],
  FREE_PHYSIOTHERAPY: ["Free physiotherapy", "Vederlagsfri fysioterapi", "The public scheme applies (COV-EXCL-FREE-PHYSIO)."],
  AFTER_COVERED_SURGERY: ["Follows covered surgery", "Efter dækket operation", "COV-REHAB."],
  OWN_PSYCHOLOGIST_STARTED: [
    "A psychologist of own choice has begun",
    "En selvvalgt psykolog er begyndt",
    "Who treats stays (COV-PSYCH-CHILD-LOCK).",
  ],
  PREVIOUS_ADDICTION_TREATMENT: ["Treated for the addiction before", "Behandlet for afhængigheden før", "COV-C-PREVIOUS."],
  RECURRING: ["Keeps coming back", "Vender tilbage", "COV-GLAD-CONDITIONS."],
  TREATMENT_GRANTED: ["Granted by the insurer's doctors", "Bevilget af selskabets læger", "A medical decision."],
  JUDGED_NOT_CHRONIC: ["Judged not chronic", "Vurderet ikke kronisk", "A medical decision about a condition listed as chronic."],
  CONDITION_ACCEPTED: ["Condition accepted", "Lidelsen er godkendt", "A medical decision."],
  COVER_SUSPENDED: ["Cover suspended", "Dækningen er sat i bero"],
  PUBLIC_AGREEMENT: ["Agreement with the public system", "Overenskomst med det offentlige"],
  NOT_AUTHORISED: ["Not authorised", "Ikke autoriseret", "Who treats has no authorisation."],
  PROVIDER_RELATED: ["Related to the member", "Nærtstående behandler"],
  TREATS_NO_CHILDREN: ["Treats no children", "Behandler ikke børn"],
  NOT_COVERED: ["Not covered", "Ikke dækket", "The decision about cover said no."],
  DOCTOR_REFERRAL: ["Referred by a doctor", "Henvist af læge"],
  SUPPLEMENT_TO_A_TREATMENT: ["Supplement to a treatment", "Tillæg til en behandling", "Not a treatment by itself."],
};
