import type { WordList } from "../../kernel/worded.js";
import type { Account } from "./entry.js";

export const ACCOUNT_WORDS: WordList<Account> = {
  CLINIC_PAYABLE: ["Owed to clinics", "Skyldigt til klinikker", "What is owed to clinics; credit."],
  INSURER_EXPENSE: ["The insurer's expense", "Selskabets udgift"],
  DANMARK_RECEIVABLE: ["To be had from 'danmark'", "Tilgodehavende hos 'danmark'"],
  MEMBER_PAYABLE: ["Owed to members", "Skyldigt til medlemmer", "Reimbursements that are paid from here; credit."],
  MEMBER_RECEIVABLE: ["To be had from members", "Tilgodehavende hos medlemmer"],
  CLINIC_RECEIVABLE: [
    "To be had from clinics",
    "Tilgodehavende hos klinikker",
    "What was demanded of them, or paid to them too often; credit for money of theirs that is not matched with a demand.",
  ],
  BANK_IN_TRANSIT: ["On its way to the bank", "Undervejs til banken", "Sent and not yet booked by the bank."],
  BANK: ["Bank", "Bank"],
  SUSPENSE: ["Unexplained", "Uafklaret", "What a person has to look at."],
  BANK_CHARGES: ["Charges of the bank", "Bankgebyrer"],
  BANK_INTEREST: ["Interest of the bank", "Bankrenter"],
  OTHER_BUSINESS: ["Other business on the account", "Andre bevægelser på kontoen", "The insurer's own money on the payer's account."],
};

export const ENTRY_KIND_WORDS = {
  BOOKING: ["Booking", "Bestilling", "Reserved by a booking; pending."],
  ATTENDANCE: ["Attendance", "Fremmøde", "The treatment took place: the clinic is owed."],
  RELEASE: ["Release", "Frigivelse", "The appointment ended otherwise: nothing is owed."],
  CORRECTION: ["Correction", "Rettelse"],
  REIMBURSEMENT: ["Reimbursement", "Refusion", "A bill of own choice was decided: the member is owed."],
  REIMBURSEMENT_PAID_ELSEWHERE: ["Reimbursement paid by other means", "Refusion udbetalt på anden måde"],
  PAYMENT_SENT: ["Payment sent", "Betaling sendt"],
  PAYMENT_BOOKED: ["Payment booked", "Betaling bogført"],
  PAYMENT_REJECTED: ["Payment rejected", "Betaling afvist"],
  PAYMENT_RETURNED: ["Payment returned", "Betaling returneret"],
  REPAYMENT_DEMANDED: ["Repayment demanded", "Tilbagebetaling krævet"],
  REPAYMENT_RECEIVED: ["Repayment received", "Tilbagebetaling modtaget"],
  RECEIVABLE_TRANSFERRED: ["Taken over by a successor", "Overtaget af en efterfølger"],
  PAYMENT_ACCEPTED: ["Payment accepted after all", "Betaling alligevel accepteret"],
  BANK_OPENING: ["Opening balance of the account", "Kontoens primosaldo"],
  BANK_CHARGE: ["Charge of the bank", "Bankgebyr"],
  BANK_INTEREST: ["Interest of the bank", "Bankrente"],
  BANK_UNEXPLAINED: ["Unexplained bank movement", "Uafklaret bankbevægelse"],
  BANK_EXPLAINED: ["Bank movement explained", "Bankbevægelse afklaret"],
} as const satisfies WordList<string>;
export type EntryKind = keyof typeof ENTRY_KIND_WORDS;

/** Whose reason stands at an entry. */
export const REASON_SOURCE_WORDS = {
  CORRECTION: ["A correction", "En rettelse", "Why a treatment is paid otherwise than quoted."],
  BOOKING: ["The booking", "Bestillingen", "How the appointment ended."],
  EXCEPTION: ["What nobody could explain", "En uafklaret bevægelse", "Why a line of the bank's fits nothing of ours."],
  RESOLUTION: ["What a person found out", "En afklaring"],
  BANK: ["The bank", "Banken", "Its code for a rejection or a return (ISO 20022 external code sets)."],
} as const satisfies WordList<string>;
export type ReasonSource = keyof typeof REASON_SOURCE_WORDS;

/** As the constraint month_act_is_known lists them. */
export const MONTH_ACT_WORDS = {
  CLOSE: ["Close the month", "Luk måneden", "Nothing is accounted in it any more."],
  REOPEN: ["Reopen the month", "Genåbn måneden"],
} as const satisfies WordList<string>;
export type MonthAct = keyof typeof MONTH_ACT_WORDS;

/** As the constraint month_act_state_is_known lists them. */
export const MONTH_ACT_STATE_WORDS = {
  ASKED: ["Waits for a second person", "Venter på en anden person"],
  DONE: ["Done", "Udført"],
  REFUSED: ["Refused", "Afvist"],
} as const satisfies WordList<string>;
export type MonthActState = keyof typeof MONTH_ACT_STATE_WORDS;

export const REOPENING_WORDS = {
  CLOSED_TOO_EARLY: ["It was closed too early", "Den blev lukket for tidligt"],
  ENTRY_MISSING: ["An entry belongs to it that is missing", "Der mangler en postering"],
  AUDITOR_ASKED: ["The auditor asked for it", "Revisor har bedt om det"],
} as const satisfies WordList<string>;
export type Reopening = keyof typeof REOPENING_WORDS;

/** As the constraint ledger_status_is_known lists them. */
export const ENTRY_STATUS_WORDS = {
  PENDING: ["Pending", "Afventer", "Reserved; it counts once it is posted."],
  POSTED: ["Posted", "Bogført"],
  VOIDED: ["Voided", "Annulleret", "The pending entry came to nothing."],
} as const satisfies WordList<string>;
export type EntryStatus = keyof typeof ENTRY_STATUS_WORDS;
