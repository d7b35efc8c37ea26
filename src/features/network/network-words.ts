import type { ValueWords, WordList } from "../../kernel/worded.js";
import type {
  ACCESSIBILITY_CODES,
  CredentialKind,
  EndingState,
  NetworkPart,
  PlacePrecision,
  PROPOSAL_STATES,
  ProposalKind,
} from "../../../schema/states.js";
import { PROVIDER_KINDS } from "./kinds/index.js";
import type { ProviderOrder } from "./search/provider.js";

export const PROVIDER_KIND_WORDS: WordList<string> = Object.fromEntries(
  PROVIDER_KINDS.map(({ code, nameEn, nameDa, description }): [string, ValueWords] => [code, [nameEn, nameDa, description]]),
);

export const PROFESSION_WORDS: WordList<string> = Object.fromEntries(
  PROVIDER_KINDS.map(({ profession }): [string, ValueWords] => [profession.code, [profession.nameEn, profession.nameDa]]),
);

export const PROVIDER_ORDER_WORDS: WordList<ProviderOrder> = {
  DISTANCE: ["Nearest first", "Nærmeste først", "The nearest, whenever its first opening is."],
  EARLIEST: ["Earliest first", "Tidligste først", "The one with the earliest opening, wherever within the radius."],
};

export const ACCESSIBILITY_WORDS: WordList<(typeof ACCESSIBILITY_CODES)[number]> = {
  STEP_FREE: ["Step-free access", "Niveaufri adgang"],
  LIFT: ["Lift", "Elevator"],
  ACCESSIBLE_TOILET: ["Accessible toilet", "Handicaptoilet"],
  PARKING: ["Parking for people with disabilities", "Handicapparkering"],
  HEARING_LOOP: ["Hearing loop", "Teleslynge"],
  SIGN_LANGUAGE: ["Sign language", "Tegnsprog"],
};

export const PLACE_PRECISION_WORDS: WordList<PlacePrecision> = {
  GIVEN: ["As given", "Som oplyst", "Coordinates that somebody gave."],
  STREET: ["Street", "Gade", "The middle of the street: its postal code is of that street alone."],
  POSTAL_CODE: ["Postal code", "Postnummer", "The middle of the built-up area of its postal code, some kilometres from it at most."],
};

export const CREDENTIAL_KIND_WORDS: WordList<CredentialKind> = {
  AGREEMENT: ["Agreement", "Aftale", "An agreement between the insurer and a company (PRV-NETWORK-DEF)."],
  PUBLIC_AGREEMENT: ["Public agreement", "Overenskomst", "A company's provider number with the region (PRV-YDERNUMMER)."],
  AUTHORISATION: ["Authorisation", "Autorisation", "A practitioner's authorisation by the health authority (PRV-AUTHORISED)."],
  RAB_APPROVAL: ["RAB approval", "RAB-godkendelse", "A practitioner's approval as registered alternative therapist (PRV-A-QUALIFICATION)."],
  SUSPENSION: ["Suspension", "Suspension", "It cannot be booked meanwhile, whatever else holds."],
  END: ["End", "Ophør", "It has left the network."],
};

export const PROPOSAL_KIND_WORDS: WordList<ProposalKind> = {
  CREDENTIALS: ["Dated facts", "Daterede oplysninger", "Agreements, authorisations, approvals and provider numbers."],
  MOVE_CLINICS: ["Clinics move", "Klinikker flytter", "Clinics go over to another company."],
  MERGE_PRACTITIONERS: ["Practitioners merged", "Behandlere lægges sammen", "Two records turned out to be of the same person."],
  TARIFFS: ["Public tariffs", "Overenskomsttakster", "New public tariffs from a day on."],
  PRICE_CAPS: ["Price caps", "Beløbsgrænser", "Amounts up to which a treatment is covered, from a day on."],
  WORKING_DAYS: ["Working days", "Arbejdsdage", "Which of the switchable days are working days of the guarantee, from an instant on."],
};

export const PROPOSAL_STATE_WORDS: WordList<(typeof PROPOSAL_STATES)[number]> = {
  PROPOSED: ["Proposed", "Foreslået", "It waits for another person."],
  APPROVED: ["Approved", "Godkendt", "It has been carried out."],
  REJECTED: ["Rejected", "Afvist"],
};

export const ENDING_STATE_WORDS: WordList<EndingState> = {
  CLOSING: ["Closing", "Lukker", "Appointments are being moved, the soonest first."],
  OPENING: ["Opening again", "Åbner igen", "It was lifted: what it closed is being opened again."],
  DONE: ["Done", "Færdig"],
};

export const NETWORK_PART_WORDS: WordList<NetworkPart> = {
  ORGANISATION: ["Company", "Virksomhed"],
  CLINIC: ["Clinic", "Klinik"],
  PRACTITIONER: ["Practitioner", "Behandler"],
};

export const NETWORK_GAP_WORDS = {
  AGREEMENT_MISSING: ["No agreement in force", "Ingen aftale i kraft", "Its clinics cannot be booked."],
  AGREEMENT_ENDS: ["The agreement ends", "Aftalen udløber"],
  PUBLIC_AGREEMENT_ENDS: ["The provider number ends", "Ydernummeret udløber", "The region then pays no share of a price."],
  QUALIFICATION_MISSING: ["No authorisation or approval", "Ingen autorisation eller godkendelse", "The practitioner cannot be booked."],
  QUALIFICATION_ENDS: ["The authorisation or approval ends", "Autorisationen eller godkendelsen udløber"],
  PRACTITIONER_MISSING: ["Nobody works there", "Ingen behandler er tilknyttet"],
  RATE_MISSING: ["Treatments without a rate", "Behandlinger uden pris", "They cannot be booked in the network."],
  RATE_ENDS: ["Rates end without another", "Priser udløber uden afløser"],
} as const satisfies WordList<string>;
export type NetworkGap = keyof typeof NETWORK_GAP_WORDS;

export const INTAKE_OUTCOME_WORDS = {
  INSERTED: ["New", "Ny"],
  CHANGED: ["Changed", "Ændret"],
  UNCHANGED: ["Unchanged", "Uændret", "It is already as the line says."],
  REFUSED: ["Refused", "Afvist"],
} as const satisfies WordList<string>;
export type IntakeOutcome = keyof typeof INTAKE_OUTCOME_WORDS;

export const INTAKE_STATE_WORDS = {
  RUNNING: ["Running", "I gang"],
  DONE: ["Done", "Færdig"],
  REFUSED: ["Refused", "Afvist", "Nothing of it was saved."],
} as const satisfies WordList<string>;

export const NETWORK_FORMAT_WORDS = {
  CSV: ["CSV", "CSV", "A header line and one line for each; comma, semicolon or tab."],
  NDJSON: ["NDJSON", "NDJSON", "One JSON object in each line."],
} as const satisfies WordList<string>;
export type NetworkFormat = keyof typeof NETWORK_FORMAT_WORDS;

export const END_KIND_WORDS = {
  SUSPENSION: ["Suspension", "Suspension", "For a while, or until it is lifted."],
  END: ["End", "Ophør", "For good."],
} as const satisfies WordList<string>;
