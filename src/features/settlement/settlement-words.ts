/** The words of settlement: states of batches, payments and lines, reasons of corrections, what a person finds out. */
import type { WordList } from "../../kernel/worded.js";
import type { PaymentState } from "./payments/payment-state.js";

/** As the constraint batch_state_is_known lists them. */
export const BATCH_STATE_WORDS = {
  GATHERING: ["Being gathered", "Samles", "Its lines are taken in, piece by piece; what it holds grows."],
  CLOSED: ["Closed", "Lukket", "Its lines are gathered; another person approves it."],
  APPROVED: ["Approved", "Godkendt"],
  SENT: ["Sent", "Sendt", "Its file has left for the bank."],
  REJECTED: ["Rejected", "Afvist", "Another person sent it back; its lines are payable again."],
} as const satisfies WordList<string>;
export type BatchState = keyof typeof BATCH_STATE_WORDS;

/** Whom a batch pays, as the constraint batch_pays_somebody_known lists it. */
export const BATCH_PAYS_WORDS = {
  CLINICS: ["Clinics", "Klinikker", "Treatments in the network."],
  MEMBERS: ["Members", "Medlemmer", "Reimbursements of treatments of own choice, to the NemKonto of the civil registration number."],
} as const satisfies WordList<string>;
export type BatchPays = keyof typeof BATCH_PAYS_WORDS;

/** How far a reimbursement is paid out, as the constraint payout_state_is_known lists it. */
export const PAYOUT_STATE_WORDS = {
  READY: ["To be paid", "Klar til udbetaling"],
  STOPPED: ["Stopped", "Stoppet", "The bank found no account to pay to; somebody of the health team says how it goes on."],
  BATCHED: ["In a batch", "I en kørsel"],
  SENT: ["Sent to the bank", "Sendt til banken"],
  ACCEPTED: ["Accepted by the bank", "Accepteret af banken"],
  PAID: ["Paid", "Udbetalt"],
  PAID_ELSEWHERE: ["Paid by other means", "Udbetalt på anden måde"],
} as const satisfies WordList<string>;
export type PayoutState = keyof typeof PAYOUT_STATE_WORDS;

/** How a stopped payout goes on. */
export const PAYOUT_ENDING_WORDS = {
  PAY_AGAIN: ["Pay it again", "Udbetal igen", "The member has a NemKonto now; it is part of the next batch."],
  PAID_ELSEWHERE: ["Paid by other means", "Udbetalt på anden måde", "The claims system has paid it; nothing more is paid from here."],
} as const satisfies WordList<string>;
export type PayoutEnding = keyof typeof PAYOUT_ENDING_WORDS;

/** Why a batch was rejected or reopened, or a payment taken out of it. */
export const BATCH_CHANGE_WORDS = {
  ACCOUNT_DOUBTED: ["The account is in doubt", "Der er tvivl om kontoen"],
  AMOUNT_DOUBTED: ["An amount is in doubt", "Der er tvivl om et beløb"],
  TREATMENT_DOUBTED: ["A treatment is in doubt", "Der er tvivl om en behandling"],
  CLINIC_ASKED: ["The clinic asked for it", "Klinikken har bedt om det"],
  CLOSED_BY_MISTAKE: ["Closed by mistake", "Lukket ved en fejl"],
} as const satisfies WordList<string>;
export type BatchChange = keyof typeof BATCH_CHANGE_WORDS;

/** How an attempt to pay a line came to nothing, as the constraint attempt_end_is_known lists it. */
export const ATTEMPT_ENDS = ["REJECTED", "RETURNED"] as const satisfies readonly PaymentState[];
export type AttemptEnd = (typeof ATTEMPT_ENDS)[number];

export const PAYMENT_STATE_WORDS: WordList<PaymentState> = {
  BATCHED: ["In a batch", "I en kørsel"],
  SENT: ["Sent to the bank", "Sendt til banken"],
  ACCEPTED: ["Accepted by the bank", "Accepteret af banken"],
  PAID: ["Paid", "Betalt", "The bank has booked it."],
  REJECTED: ["Rejected by the bank", "Afvist af banken", "Its lines are payable again."],
  RETURNED: ["Returned by the bank", "Returneret af banken", "It came back after it was booked; its lines are payable again."],
  NETTED: ["Settled against each other", "Modregnet", "What is owed and what is taken back are the same: no money moves."],
  WITHDRAWN: ["Taken out of the batch", "Taget ud af kørslen", "It never left; its lines are payable again."],
};

/** As the constraint line_state_is_known lists them. */
export const LINE_STATE_WORDS = {
  READY: ["To be paid", "Klar til betaling", "Payable once the dispute window is over."],
  DISPUTED: ["Disputed", "Der er gjort indsigelse", "Held back because the member disputes the treatment."],
  BATCHED: ["In a batch", "I en kørsel"],
  SENT: ["Sent to the bank", "Sendt til banken"],
  ACCEPTED: ["Accepted by the bank", "Accepteret af banken"],
  PAID: ["Paid", "Betalt"],
  NETTED: ["Settled against a correction", "Modregnet i en rettelse", "Lines of one company that sum to nothing."],
} as const satisfies WordList<string>;
export type LineState = keyof typeof LINE_STATE_WORDS;

/** As the constraint line_kind_is_known lists them. */
export const LINE_KIND_WORDS = {
  TREATMENT: ["Treatment", "Behandling"],
  CORRECTION: ["Correction", "Rettelse"],
} as const satisfies WordList<string>;
export type LineKind = keyof typeof LINE_KIND_WORDS;

/** Why a treatment is paid otherwise than quoted. */
export const CORRECTION_REASON_WORDS = {
  NOT_ATTENDED: ["The treatment did not take place", "Behandlingen blev ikke gennemført"],
  PARTLY_ATTENDED: ["Only a part took place", "Kun en del blev gennemført"],
  OTHER_SERVICE_GIVEN: ["Another treatment was given", "En anden behandling blev givet"],
  RECORDED_TWICE: ["Recorded twice", "Registreret to gange"],
  CORRECTED_TOO_MUCH: ["An earlier correction was too large", "En tidligere rettelse var for stor"],
  WRONG_RATE: ["It was priced with the wrong rate", "Prisen var efter en forkert takst"],
  RATE_AGREED_LATER: ["A rate was agreed with effect back in time", "En takst blev aftalt med virkning tilbage i tid"],
} as const satisfies WordList<string>;
export type CorrectionReason = keyof typeof CORRECTION_REASON_WORDS;

/** Why a line is left out where many are corrected to the rates of their days: a person looks at each. */
export const RATE_LEFT_OUT_WORDS = {
  MEMBER_PAYS_A_PART: ["The member pays a part", "Medlemmet betaler en del"],
  SERVICE_HAS_A_TOTAL: ["The service has a total", "Ydelsen har et samlet maksimum"],
  CORRECTED_OTHERWISE: ["It was corrected for another reason", "Den er rettet af en anden grund"],
  DIFFERENCE_TOO_LARGE: ["The difference is larger than the line", "Forskellen er større end linjen"],
} as const satisfies WordList<string>;
export type RateLeftOut = keyof typeof RATE_LEFT_OUT_WORDS;

export const DISPUTE_END_WORDS = {
  OWED: ["It is paid", "Den betales", "The treatment took place and is paid."],
  NOT_OWED: ["It is not paid", "Den betales ikke", "It did not take place; a correction takes all of it back."],
} as const satisfies WordList<string>;
export type DisputeEnd = keyof typeof DISPUTE_END_WORDS;

/** Why a provider's lines stay payable when a batch is closed. */
export const LEFT_OUT_WORDS = {
  ACCOUNT_MISSING: ["No account is stated", "Der er ikke angivet en konto"],
  ACCOUNT_INVALID: ["The account is not valid", "Kontoen er ikke gyldig"],
  ACCOUNT_BLOCKED: ["The bank refused the account", "Banken har afvist kontoen", "Nothing is paid to it until another is in force."],
  NAME_NOT_CARRIED: ["The name has a sign that banks do not carry", "Navnet har et tegn, som banker ikke overfører"],
  NOTHING_LEFT: ["More is taken back than is owed", "Der tages mere tilbage, end der skyldes", "It is set off against coming treatments."],
} as const satisfies WordList<string>;
export type LeftOutReason = keyof typeof LEFT_OUT_WORDS;

/** What a clinic says of a treatment that the member disputes, as the constraint dispute_finding_is_known lists it. */
export const DISPUTE_FINDING_WORDS = {
  TREATED_AS_BOOKED: ["The member was treated as booked", "Medlemmet blev behandlet som bestilt"],
  TREATED_IN_PART: ["Only a part took place", "Kun en del blev gennemført"],
  OTHER_SERVICE_GIVEN: ["Another treatment was given", "En anden behandling blev givet"],
  NOT_TREATED: ["The member is right: there was no treatment", "Medlemmet har ret: der var ingen behandling"],
} as const satisfies WordList<string>;
export type DisputeFinding = keyof typeof DISPUTE_FINDING_WORDS;

/** What was paid for an employee who was withdrawn back in time. */
export const CHARGED_PAYMENT_WORDS = {
  BOOKING: ["A treatment in the network", "En behandling i netværket", "The clinic was paid."],
  REIMBURSEMENT: ["A bill of own choice", "En regning efter eget valg", "The member was reimbursed."],
} as const satisfies WordList<string>;
export type ChargedPaymentKind = keyof typeof CHARGED_PAYMENT_WORDS;

/** How a payment file stands, by what the bank has said of its payments. */
export const FILE_STATE_WORDS = {
  SENT: ["Sent", "Sendt", "The bank has not answered to all of it."],
  ACCEPTED: ["Accepted", "Accepteret", "All that was not rejected."],
  PAID: ["Paid", "Betalt", "All that was not rejected is booked."],
  REJECTED: ["Rejected", "Afvist", "All of it."],
} as const satisfies WordList<string>;
export type FileState = keyof typeof FILE_STATE_WORDS;
