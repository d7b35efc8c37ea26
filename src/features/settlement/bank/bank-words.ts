/** The words of what comes back from banks: why a line needs a person, what the person found, what a movement means. */
import type { WordList } from "../../../kernel/worded.js";

/** Why a line of a bank file needs a person. */
export const MISFIT_WORDS = {
  REFERENCE_UNKNOWN: ["It names no payment of ours", "Den nævner ingen af vores betalinger"],
  OTHERS_ENTRIES: ["Many entries that name no payment of ours", "Mange posteringer, der ikke nævner vores betalinger"],
  AMOUNT_DIFFERS: ["The amount is not the payment's", "Beløbet er ikke betalingens"],
  CURRENCY_DIFFERS: ["It is in another currency than the account", "Den er i en anden valuta end kontoen"],
  STATUS_UNKNOWN: ["The bank's status is not known", "Bankens status er ukendt"],
  NOT_SENT: ["The payment has not been sent", "Betalingen er ikke sendt"],
  REFUSED_AS_DUPLICATE: ["Refused because the bank has it already", "Afvist, fordi banken har den i forvejen"],
  PAYMENT_BLOCKED: ["The bank has blocked the payment", "Banken har spærret betalingen"],
  REJECTED_AFTER_ACCEPTANCE: ["Rejected after it was accepted", "Afvist efter at være accepteret"],
  ACCEPTED_AFTER_REJECTION: ["Accepted after it was rejected", "Accepteret efter at være afvist"],
  BOOKED_AFTER_REJECTION: ["Booked after it was rejected", "Bogført efter afvisning"],
  REJECTED_AFTER_BOOKING: ["Rejected after it was booked", "Afvist efter bogføring"],
  RETURNED_AFTER_REJECTION: ["Returned after it was rejected", "Returneret efter afvisning"],
  BOOKED_TWICE: ["Booked a second time", "Bogført endnu en gang"],
  RETURNED_TWICE: ["Returned a second time", "Returneret endnu en gang"],
  PARTLY_RETURNED: ["Only a part came back", "Kun en del kom tilbage"],
  CREDIT_REVERSED: ["Money that had come in was taken back", "Penge, der var kommet ind, er taget tilbage"],
} as const satisfies WordList<string>;
export type MisfitReason = keyof typeof MISFIT_WORDS;

/** What a person found out about a line; codes, so that no free text about a person lands in the book. */
export const RESOLUTION_WORDS = {
  NOT_OURS: ["Not of this network", "Ikke dette netværks", "Other business of the insurer on the same account."],
  HANDLED_WITH_BANK: ["Handled with the bank", "Afklaret med banken", "No money moved."],
  PAID_BY_OTHER_MEANS: ["Paid by other means", "Betalt på anden måde", "No money moved."],
  DUPLICATE_OF_BANK: ["The bank told it twice", "Banken har meldt det to gange", "What was entered for it is taken back."],
  AS_THE_BANK_SAYS: ["As the bank says", "Som banken siger", "The payment follows: rejected, accepted, booked or returned after all."],
  SET_OFF: ["Set off against another", "Modregnet i en anden", "Two movements that cancel each other."],
  BANK_CHARGE: ["A charge of the bank's", "Bankens gebyr"],
  BANK_INTEREST: ["Interest", "Renter"],
  OF_A_CLINIC: ["Owed by a clinic, or paid by it", "Skyldes eller betales af en klinik"],
  OF_A_MEMBER: ["Owed by a member, or paid by one", "Skyldes eller betales af et medlem"],
} as const satisfies WordList<string>;
export type Resolution = keyof typeof RESOLUTION_WORDS;

/** What a movement on the payer's account is. */
export const MOVEMENT_WORDS = {
  PAYMENT: ["Payments of ours, out or back", "Vores betalinger, ud eller tilbage"],
  CHARGES: ["A charge of the bank's", "Bankens gebyr"],
  INTEREST: ["Interest", "Renter"],
  UNEXPLAINED: ["A person has to look", "En medarbejder skal se på den"],
} as const satisfies WordList<string>;
export type MovementMeaning = keyof typeof MOVEMENT_WORDS;

/** Why an account in a file of the bank's is listed and left alone. */
export const LEFT_ALONE_WORDS = {
  OTHER_ACCOUNT: ["It is not the payer's account", "Det er ikke betalerens konto"],
  OTHER_CURRENCY: ["It is kept in another currency", "Den føres i en anden valuta"],
} as const satisfies WordList<string>;
export type LeftAloneReason = keyof typeof LEFT_ALONE_WORDS;

/** Why the bank's balance differs from the book's. */
export const DIFFERENCE_WORDS = {
  STATEMENT_MISSING: ["A statement in between is missing", "Et kontoudtog imellem mangler"],
  NOT_IN_BOOK: [
    "Entries of statements that are not in the book",
    "Posteringer på kontoudtog, der ikke er bogført",
    "Such as one in another currency.",
  ],
  NOT_IN_STATEMENT: ["Notified, and in no statement yet", "Adviseret, men endnu ikke på et kontoudtog"],
  TAKEN_BACK: ["Entered and taken back: the bank had told it twice", "Bogført og tilbageført: banken havde meldt det to gange"],
  NOT_EXPLAINED: ["Explained by nothing", "Kan ikke forklares"],
} as const satisfies WordList<string>;
export type DifferenceReason = keyof typeof DIFFERENCE_WORDS;

/** How far a file of the bank's is, as the constraint import_phase_is_known lists it. */
export const IMPORT_PHASE_WORDS = {
  READING: ["Being read", "Læses"],
  WAITING: ["Waits for another act", "Venter på en anden handling"],
  ENTERING: ["Being entered", "Bogføres"],
  DONE: ["Taken in", "Indlæst"],
  REFUSED: ["Refused, or not taken in", "Afvist eller ikke indlæst"],
} as const satisfies WordList<string>;
export type ImportPhase = keyof typeof IMPORT_PHASE_WORDS;
