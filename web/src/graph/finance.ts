/** Made by npm run desk-graph. */
import { registered } from "./registered";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a change of an account stands. */
export type AccountChangeState =
  /** It is paid to when its time of waiting is over. */
  | 'CONFIRMED'
  /** It is, or was, the account that is paid to. */
  | 'IN_FORCE'
  /** Refused. */
  | 'REFUSED'
  /** A later one was stated before it came into force. */
  | 'REPLACED'
  /** Stated by the clinic, confirmed by nobody yet. */
  | 'STATED';

/** Why a stated account is refused. */
export type AccountRefusal =
  /** It was mistyped. */
  | 'MISTYPED'
  /** The clinic did not state it. */
  | 'NOT_STATED_BY_CLINIC'
  /** It is not the clinic's account. */
  | 'NOT_THE_CLINICS';

/** What is done to a month of the book. */
export type AccountingMonthAct =
  /** Nothing is accounted in it any more. */
  | 'CLOSE'
  /** Reopen the month. */
  | 'REOPEN';

/** How that stands. */
export type AccountingMonthActState =
  /** Waits for a second person. */
  | 'ASKED'
  /** Done. */
  | 'DONE'
  /** Refused. */
  | 'REFUSED';

/** Why a month is reopened. */
export type AccountingMonthReopening =
  /** The auditor asked for it. */
  | 'AUDITOR_ASKED'
  /** It was closed too early. */
  | 'CLOSED_TOO_EARLY'
  /** An entry belongs to it that is missing. */
  | 'ENTRY_MISSING';

/** Agrees on instalments for a receivable. */
export type AgreeInstalmentsInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** All that is left to pay, in its order; takes the place of what was agreed before. */
  readonly instalments: ReadonlyArray<InstalmentInput>;
  /** The receivable. */
  readonly receivableId: string;
};

/** Approves a closed batch for payment. */
export type ApproveSettlementBatchInput = {
  /** The closed batch. */
  readonly batchId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Asks for a month of the book to be closed or reopened. */
export type AskMonthChangeInput = {
  /** What is to be done to it. */
  readonly act: AccountingMonthAct;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Any day of the month. */
  readonly month: string;
  /** Why it is reopened; left out where it is closed. */
  readonly reason?: AccountingMonthReopening | null | undefined;
};

/** Why the bank's balance differs from the book's. */
export type BalanceDifferenceReason =
  /** Explained by nothing. */
  | 'NOT_EXPLAINED'
  /** Such as one in another currency. */
  | 'NOT_IN_BOOK'
  /** Notified, and in no statement yet. */
  | 'NOT_IN_STATEMENT'
  /** A statement in between is missing. */
  | 'STATEMENT_MISSING'
  /** Entered and taken back: the bank had told it twice. */
  | 'TAKEN_BACK';

/** Why an account in a file is listed and left alone. */
export type BankAccountLeftAlone =
  /** It is not the payer's account. */
  | 'OTHER_ACCOUNT'
  /** It is kept in another currency. */
  | 'OTHER_CURRENCY';

/** What the bank told about a payment. */
export type BankAnswerKind =
  /** The bank will carry it out. */
  | 'ACCEPTED'
  /** The money has left the payer's account. */
  | 'BOOKED'
  /** The bank does not carry it out; its lines are paid with a later batch. */
  | 'REJECTED'
  /** The money has come back. */
  | 'RETURNED';

/** Why a line of a bank file fits nothing of ours. */
export type BankExceptionReason =
  /** Accepted after it was rejected. */
  | 'ACCEPTED_AFTER_REJECTION'
  /** The amount is not the payment's. */
  | 'AMOUNT_DIFFERS'
  /** Booked after it was rejected. */
  | 'BOOKED_AFTER_REJECTION'
  /** Booked a second time. */
  | 'BOOKED_TWICE'
  /** Money that had come in was taken back. */
  | 'CREDIT_REVERSED'
  /** It is in another currency than the account. */
  | 'CURRENCY_DIFFERS'
  /** The payment has not been sent. */
  | 'NOT_SENT'
  /** Many entries that name no payment of ours. */
  | 'OTHERS_ENTRIES'
  /** Only a part came back. */
  | 'PARTLY_RETURNED'
  /** The bank has blocked the payment. */
  | 'PAYMENT_BLOCKED'
  /** It names no payment of ours. */
  | 'REFERENCE_UNKNOWN'
  /** Refused because the bank has it already. */
  | 'REFUSED_AS_DUPLICATE'
  /** Rejected after it was accepted. */
  | 'REJECTED_AFTER_ACCEPTANCE'
  /** Rejected after it was booked. */
  | 'REJECTED_AFTER_BOOKING'
  /** Returned after it was rejected. */
  | 'RETURNED_AFTER_REJECTION'
  /** Returned a second time. */
  | 'RETURNED_TWICE'
  /** The bank's status is not known. */
  | 'STATUS_UNKNOWN';

/** What was found out about a line of a bank file. */
export type BankExceptionResolution =
  /** The payment follows: rejected, accepted, booked or returned after all. */
  | 'AS_THE_BANK_SAYS'
  /** A charge of the bank's. */
  | 'BANK_CHARGE'
  /** Interest. */
  | 'BANK_INTEREST'
  /** What was entered for it is taken back. */
  | 'DUPLICATE_OF_BANK'
  /** No money moved. */
  | 'HANDLED_WITH_BANK'
  /** Other business of the insurer on the same account. */
  | 'NOT_OURS'
  /** Owed by a clinic, or paid by it. */
  | 'OF_A_CLINIC'
  /** Owed by a member, or paid by one. */
  | 'OF_A_MEMBER'
  /** No money moved. */
  | 'PAID_BY_OTHER_MEANS'
  /** Two movements that cancel each other. */
  | 'SET_OFF';

/** How far a file of the bank's is. */
export type BankImportPhase =
  /** Taken in. */
  | 'DONE'
  /** Being entered. */
  | 'ENTERING'
  /** Being read. */
  | 'READING'
  /** Refused, or not taken in. */
  | 'REFUSED'
  /** Waits for another act. */
  | 'WAITING';

/** Sends a batch back, or takes its approval back, before its file has left. */
export type ChangeSettlementBatchInput = {
  /** The batch; closed or approved, not sent. */
  readonly batchId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: SettlementBatchChange;
};

/** How member and practitioner meet. */
export type Channel =
  /** At the clinic. */
  | 'IN_PERSON'
  /** By video. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE';

/** What was paid for a withdrawn employee. */
export type ChargedPaymentKind =
  /** The clinic was paid. */
  | 'BOOKING'
  /** The member was reimbursed. */
  | 'REIMBURSEMENT';

/** Gathers what members are owed into a batch. */
export type CloseReimbursementBatchInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Last day of decision that is gathered. */
  readonly through: string;
};

/** Gathers what is payable into a batch. */
export type CloseSettlementBatchInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Last day of treatment that is gathered. */
  readonly through: string;
};

/** Confirms a stated account. */
export type ConfirmAccountChangeInput = {
  /** Number that was called back, one of the company's in the directory; finance has to give it, the network manager need not. */
  readonly calledNumber?: string | null | undefined;
  /** The stated change. */
  readonly changeId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Confirms what another person found out about an entry of the exceptions queue. */
export type ConfirmBankExceptionInput = {
  /** The exception. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Corrects what a treatment is paid with. */
export type CorrectSettlementInput = {
  /** Difference in whole øre: negative takes back, positive adds. All corrections of a line are together at most as large as it. */
  readonly amountMinor: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The treatment's line. */
  readonly lineId: string;
  /** Why. */
  readonly reason: CorrectionReason;
};

/** Corrects a clinic's lines to the rates that are agreed for their days, as they were looked at. */
export type CorrectToRatesInput = {
  /** The clinic. */
  readonly clinicId: string;
  /** First day of treatment. */
  readonly from: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Digest of the preview that was looked at: nothing is corrected that was not in it. */
  readonly preview: string;
  /** First day of treatment that is not part of it. */
  readonly until: string;
};

/** Why a treatment is paid otherwise than quoted. */
export type CorrectionReason =
  /** An earlier correction was too large. */
  | 'CORRECTED_TOO_MUCH'
  /** The treatment did not take place. */
  | 'NOT_ATTENDED'
  /** Another treatment was given. */
  | 'OTHER_SERVICE_GIVEN'
  /** Only a part took place. */
  | 'PARTLY_ATTENDED'
  /** A rate was agreed with effect back in time. */
  | 'RATE_AGREED_LATER'
  /** Recorded twice. */
  | 'RECORDED_TWICE'
  /** It was priced with the wrong rate. */
  | 'WRONG_RATE';

/** Does, or refuses, what was asked for a month. */
export type DecideMonthChangeInput = {
  /** True does it; false refuses it. */
  readonly agree: boolean;
  /** What was asked for. */
  readonly changeId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Demands in money what a company's corrections take back beyond what it is owed. */
export type DemandRepaymentInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The company. */
  readonly organisationId: string;
};

/** How a member's dispute ends. */
export type DisputeEnd =
  /** It did not take place; a correction takes all of it back. */
  | 'NOT_OWED'
  /** The treatment took place and is paid. */
  | 'OWED';

/** What a clinic says of a treatment that the member disputes. */
export type DisputeFinding =
  /** The member is right: there was no treatment. */
  | 'NOT_TREATED'
  /** Another treatment was given. */
  | 'OTHER_SERVICE_GIVEN'
  /** The member was treated as booked. */
  | 'TREATED_AS_BOOKED'
  /** Only a part took place. */
  | 'TREATED_IN_PART';

/** Why something was refused. A client switches on these; values may be added, so show `label` or `message` for one you do not know. */
export type ErrorCode =
  /** The change of the account has been decided already. */
  | 'ACCOUNT_CHANGE_DECIDED'
  /** The account is not valid. */
  | 'ACCOUNT_INVALID'
  /** No account is stated. */
  | 'ACCOUNT_MISSING'
  /** An account number has 4 to 10 digits. */
  | 'ACCOUNT_NUMBER_INVALID'
  /** The child has reached the age at which its cover ends. */
  | 'AGE_LIMIT_REACHED'
  /** The member's age on the day of the treatment is outside the range of this programme. */
  | 'AGE_OUT_OF_RANGE'
  /** The clinic has no agreement on that day. */
  | 'AGREEMENT_NOT_IN_FORCE'
  /** This has been dealt with already. */
  | 'ALREADY_HANDLED'
  /** The time has been opened already. */
  | 'ALREADY_OPEN'
  /** The amount is not written as it should be. */
  | 'AMOUNT_INVALID'
  /** The amount must be more than nothing. */
  | 'AMOUNT_NOT_POSITIVE'
  /** A correction must change something. */
  | 'AMOUNT_ZERO'
  /** So many answers are not taken. */
  | 'ANSWERS_FULL'
  /** The claim still has appointments. */
  | 'APPOINTMENTS_REMAIN'
  /** Log in at level High first. */
  | 'ASSURANCE_TOO_LOW'
  /** It is too late to record attendance. */
  | 'ATTENDANCE_WINDOW_OVER'
  /** There is no such audience. */
  | 'AUDIENCE_UNKNOWN'
  /** Nobody needs an authority for themselves. */
  | 'AUTHORITY_FOR_ONESELF'
  /** An authority is for one person or one party. */
  | 'AUTHORITY_PARTY_UNCLEAR'
  /** The period of the authority is not possible. */
  | 'AUTHORITY_PERIOD_INVALID'
  /** The authority has been withdrawn already. */
  | 'AUTHORITY_WITHDRAWN'
  /** The health team has not said who treats yet. */
  | 'AWAITS_DESIGNATION'
  /** The batch has been approved already. */
  | 'BATCH_APPROVED'
  /** The batch is still being gathered. */
  | 'BATCH_BEING_GATHERED'
  /** The batch has left for the bank, or was sent back. */
  | 'BATCH_LEFT'
  /** The batch was sent back. */
  | 'BATCH_REJECTED'
  /** The member has wished for a later date. */
  | 'BEFORE_WISHED_DATE'
  /** The day is too far ahead. */
  | 'BEYOND_HORIZON'
  /** The bank's BIC is not valid. */
  | 'BIC_INVALID'
  /** This bill has been decided already. */
  | 'BILL_DECIDED'
  /** In the network the clinic is paid directly. */
  | 'BILL_IN_NETWORK'
  /** This appointment is not open any more. */
  | 'BOOKING_ENDED'
  /** The clinic has not recorded the treatment yet. */
  | 'BOOKING_NOT_ATTENDED'
  /** The appointment has not begun yet. */
  | 'BOOKING_NOT_STARTED'
  /** The appointment has already begun. */
  | 'BOOKING_STARTED'
  /** Others are changing the same thing; try again. */
  | 'BUSY'
  /** The practitioner's own calendar says busy. */
  | 'CALENDAR_BUSY'
  /** The calendar changed at the same moment; try again. */
  | 'CALENDAR_CHANGED'
  /** The practitioner's own calendar is not known that far. */
  | 'CALENDAR_TOO_SHORT'
  /** Both have a calendar at the same clinic. */
  | 'CALENDAR_TWICE'
  /** The company has to be called back. */
  | 'CALL_BACK_MISSING'
  /** The number is none of the company's. */
  | 'CALL_BACK_NUMBER_UNKNOWN'
  /** The limit for cancelling is 0 to 168 hours. */
  | 'CANCELLATION_HOURS_OUT_OF_RANGE'
  /** The number of places is not a whole number. */
  | 'CAPACITY_INVALID'
  /** An opening has 1 to 500 places. */
  | 'CAPACITY_OUT_OF_RANGE'
  /** Treatment online or by telephone is covered from the age of 15. */
  | 'CHANNEL_AGE_LIMIT'
  /** This treatment is not covered through this channel; online and by telephone only with a partner of the network. */
  | 'CHANNEL_NOT_ALLOWED'
  /** There is no such way of meeting or paying out. */
  | 'CHANNEL_UNKNOWN'
  /** The name has a sign that banks do not carry. */
  | 'CHARACTER_NOT_CARRIED'
  /** A chronic condition is covered for six months from its diagnosis, and they are over. */
  | 'CHRONIC_SIX_MONTHS_EXPIRED'
  /** This is no civil registration number. */
  | 'CIVIL_NUMBER_INVALID'
  /** No civil registration number is known. */
  | 'CIVIL_NUMBER_MISSING'
  /** Another person has this number. */
  | 'CIVIL_NUMBER_TAKEN'
  /** The claim has been approved already. */
  | 'CLAIM_ALREADY_APPROVED'
  /** The claim waits for information. */
  | 'CLAIM_AWAITS_INFORMATION'
  /** The claim is treated in the network already. */
  | 'CLAIM_IN_NETWORK'
  /** Say which claim it is for. */
  | 'CLAIM_NEEDED'
  /** The claim has not been denied. */
  | 'CLAIM_NOT_DENIED'
  /** The claim has ended. */
  | 'CLAIM_NOT_OPEN'
  /** This case is on another person's list. */
  | 'CLAIM_OF_ANOTHER'
  /** The claim was reported before the cover started or after it ended. */
  | 'CLAIM_REPORTED_OUTSIDE_COVER'
  /** The claim is not in a state for that. */
  | 'CLAIM_STATE'
  /** Say which clinic is meant. */
  | 'CLINIC_MISSING'
  /** The clinic belongs to another company. */
  | 'CLINIC_OF_ANOTHER'
  /** There is no such clinic. */
  | 'CLINIC_UNKNOWN'
  /** A column stands twice. */
  | 'COLUMN_TWICE'
  /** A column has an unknown name. */
  | 'COLUMN_UNKNOWN'
  /** The complaint has been answered already. */
  | 'COMPLAINT_ANSWERED'
  /** Somebody else answers a complaint than who decided. */
  | 'COMPLAINT_OWN_DECISION'
  /** There is a complaint already. */
  | 'COMPLAINT_RECORDED'
  /** It is too late to complain. */
  | 'COMPLAINT_TOO_LATE'
  /** The condition is on no list, and nobody of the insurer's doctors has accepted it yet. */
  | 'CONDITION_NOT_ASSESSED'
  /** The treatment is not for this condition, or not yet or no longer for it. */
  | 'CONDITION_NOT_ELIGIBLE'
  /** The consent is more than a year old. */
  | 'CONSENT_EXPIRED'
  /** A consent is missing. */
  | 'CONSENT_MISSING'
  /** A holder of custody gives consent for a child. */
  | 'CONSENT_NEEDS_GUARDIAN'
  /** From 15 a person gives consent alone. */
  | 'CONSENT_NOT_YOURS'
  /** The member has withdrawn the consent. */
  | 'CONSENT_WITHDRAWN'
  /** The contact cannot have been then. */
  | 'CONTACT_IMPOSSIBLE'
  /** This appointment is not by telephone. */
  | 'CONTACT_NOT_BY_TELEPHONE'
  /** The contact has been recorded already. */
  | 'CONTACT_RECORDED'
  /** The number is no longer shown for this appointment. */
  | 'CONTACT_WINDOW_OVER'
  /** One coordinate says nothing; give both. */
  | 'COORDINATES_HALF'
  /** It is not known where this postal code lies. */
  | 'COORDINATES_MISSING'
  /** The corrections are larger than the line. */
  | 'CORRECTION_TOO_LARGE'
  /** The stated number is not the number there is. */
  | 'COUNT_DIFFERS'
  /** The course is covered for six months from the first treatment, and they are over. */
  | 'COURSE_SIX_MONTHS_EXPIRED'
  /** The programme is covered for twelve months from its beginning, and they are over. */
  | 'COURSE_TWELVE_MONTHS_EXPIRED'
  /** The cover has ended, and this treatment is not part of the run-off. */
  | 'COVER_ENDED'
  /** The member has no cover here. */
  | 'COVER_MISSING'
  /** The treatment takes place before the cover starts. */
  | 'COVER_NOT_STARTED'
  /** The right to cover is lost because a reminded premium was not paid in time. */
  | 'COVER_SUSPENDED'
  /** More than one cover of the policy fits. */
  | 'COVER_UNCLEAR'
  /** The policy system has not confirmed the cover yet. */
  | 'COVER_UNCONFIRMED'
  /** It has ended already. */
  | 'CREDENTIAL_OVER'
  /** Another one of this kind holds at that time. */
  | 'CREDENTIAL_OVERLAP'
  /** In a crisis the health team arranges the first contact. */
  | 'CRISIS_BOOKED_BY_HEALTH_TEAM'
  /** The first contact in a crisis is by telephone. */
  | 'CRISIS_CONTACT_BY_TELEPHONE'
  /** Say which event it rests on. */
  | 'CRISIS_EVENT_NEEDED'
  /** The event is none of those that give crisis counselling or a debriefing. */
  | 'CRISIS_EVENT_NOT_COVERED'
  /** Only crisis counselling and a debriefing rest on an event. */
  | 'CRISIS_EVENT_NOT_EXPECTED'
  /** Only Danish kroner are carried. */
  | 'CURRENCY_INVALID'
  /** The place in the list is too old. */
  | 'CURSOR_EXPIRED'
  /** Nobody holds custody of themselves. */
  | 'CUSTODY_OF_ONESELF'
  /** The CVR number is not valid. */
  | 'CVR_INVALID'
  /** This CVR number is registered for another company. */
  | 'CVR_REGISTERED'
  /** The days contradict each other. */
  | 'DAY_IMPOSSIBLE'
  /** That is no day. */
  | 'DAY_INVALID'
  /** That day has not come yet. */
  | 'DAY_IN_FUTURE'
  /** That day has passed. */
  | 'DAY_IN_PAST'
  /** What is covered depends on the day of the diagnosis, and that day is not known. */
  | 'DIAGNOSIS_DATE_MISSING'
  /** This treatment is covered for six months from the diagnosis, and they are over. */
  | 'DIAGNOSIS_SIX_MONTHS_EXPIRED'
  /** It is too late to dispute the treatment here. */
  | 'DISPUTE_WINDOW_OVER'
  /** A day has one exception at most. */
  | 'DUPLICATE_EXCEPTION'
  /** The same id stands twice in this call. */
  | 'DUPLICATE_EXTERNAL_ID'
  /** The same entry stands in the list twice. */
  | 'DUPLICATE_ID'
  /** The same hours stand in an earlier rule. */
  | 'DUPLICATE_RULE'
  /** An emergency is not covered, except by crisis counselling. */
  | 'EMERGENCY_NOT_COVERED'
  /** The time must end after it begins. */
  | 'ENDS_BEFORE_START'
  /** Erasures are not journalled here, so none is made. */
  | 'ERASURE_NOT_JOURNALLED'
  /** Say which events are meant. */
  | 'EVENT_TYPES_MISSING'
  /** Clinics are not told of such events. */
  | 'EVENT_TYPE_NOT_TOLD'
  /** This has been resolved already. */
  | 'EXCEPTION_RESOLVED'
  /** What caused the complaint is one of the causes the insurance does not cover. */
  | 'EXCLUDED_CAUSE'
  /** The condition is excluded from this treatment. */
  | 'EXCLUDED_CONDITION'
  /** An external id has 1 to 64 characters. */
  | 'EXTERNAL_ID_LENGTH'
  /** Something else stands under this external id. */
  | 'EXTERNAL_ID_TAKEN'
  /** That cannot have been so. */
  | 'FACT_IMPOSSIBLE'
  /** The calendar is too old. */
  | 'FEED_STALE'
  /** The calendar has too many entries. */
  | 'FEED_TOO_LONG'
  /** The calendar cannot be read. */
  | 'FEED_UNREADABLE'
  /** The address leads into a network that is not fetched from. */
  | 'FETCH_ADDRESS_FORBIDDEN'
  /** The address is not one that may be fetched. */
  | 'FETCH_FORBIDDEN'
  /** The address sends on to another one. */
  | 'FETCH_REDIRECTED'
  /** The address does not hand over the calendar. */
  | 'FETCH_REFUSED'
  /** What stands at the address is too large. */
  | 'FETCH_TOO_LARGE'
  /** The address takes too long to answer. */
  | 'FETCH_TOO_SLOW'
  /** The address cannot be reached. */
  | 'FETCH_UNREACHABLE'
  /** A field has the wrong type. */
  | 'FIELD_INVALID'
  /** A field is missing. */
  | 'FIELD_MISSING'
  /** A field is too long. */
  | 'FIELD_TOO_LONG'
  /** The file declares a document type. */
  | 'FILE_HAS_DOCTYPE'
  /** The file is not complete. */
  | 'FILE_INCOMPLETE'
  /** Files of this kind are not read. */
  | 'FILE_KIND_UNKNOWN'
  /** The file cannot be read. */
  | 'FILE_NOT_READABLE'
  /** The file is too large. */
  | 'FILE_TOO_LARGE'
  /** The first appointment is booked already. */
  | 'FIRST_APPOINTMENT_EXISTS'
  /** Nothing is fetched here; send the calendar instead. */
  | 'FOLLOWING_OFF'
  /** Follow-up checks are covered for 24 months after the last treatment, and they are over. */
  | 'FOLLOW_UP_EXPIRED'
  /** One check follows an operation, and it has taken place or is booked; repeated checks are not covered. */
  | 'FOLLOW_UP_REPEATED'
  /** Somebody else has to decide on it. */
  | 'FOUR_EYES'
  /** The condition falls under the public scheme of free physiotherapy. */
  | 'FREE_PHYSIO_SCHEME'
  /** The time is kept for public patients. */
  | 'FUNDING_NOT_PRIVATE'
  /** There is no such funding. */
  | 'FUNDING_UNKNOWN'
  /** The time comes after the latest date of the promise. */
  | 'GUARANTEE_CANNOT_BE_MET'
  /** Until 15 a holder of custody acts for the child. */
  | 'GUARDIAN_STILL_ACTS'
  /** Somebody else needs this time to keep a promise. */
  | 'HARMS_OTHER_PROMISE'
  /** The line that names the columns is missing. */
  | 'HEADER_MISSING'
  /** A hold is renewed once. */
  | 'HOLD_ALREADY_RENEWED'
  /** The time is booked. */
  | 'HOLD_BOOKED'
  /** A time is held for this claim already. */
  | 'HOLD_EXISTS'
  /** The hold has ended. */
  | 'HOLD_EXPIRED'
  /** The home has no known place on the map. */
  | 'HOME_UNKNOWN'
  /** The IBAN is not valid. */
  | 'IBAN_INVALID'
  /** The key was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** No civil registration number is needed here. */
  | 'IDENTIFICATION_NOT_NEEDED'
  /** The id cannot be carried by banks. */
  | 'ID_INVALID'
  /** The same id stands twice. */
  | 'ID_TWICE'
  /** There is no input. */
  | 'INPUT_MISSING'
  /** The input is no list. */
  | 'INPUT_NOT_A_LIST'
  /** The file is no CSV. */
  | 'INPUT_NOT_CSV'
  /** The input is no JSON. */
  | 'INPUT_NOT_JSON'
  /** The input is not in UTF-8. */
  | 'INPUT_NOT_UTF8'
  /** Reading the file took too long. */
  | 'INPUT_TOO_HEAVY'
  /** The input is too large. */
  | 'INPUT_TOO_LARGE'
  /** Input of this kind is not read. */
  | 'INPUT_UNSUPPORTED'
  /** The instalments are not what is left to pay. */
  | 'INSTALMENTS_DIFFER'
  /** Name at least one language. */
  | 'LANGUAGE_MISSING'
  /** There is no such language. */
  | 'LANGUAGE_UNKNOWN'
  /** It is the only payment left in its batch. */
  | 'LAST_PAYMENT'
  /** The data is kept for a legal reason. */
  | 'LEGAL_HOLD'
  /** The treatments of the calendar year are used up. */
  | 'LIMIT_CALENDAR_YEAR'
  /** The treatments for the whole insurance period are used up. */
  | 'LIMIT_INSURANCE_PERIOD'
  /** The treatments for one disease or injury are used up. */
  | 'LIMIT_PER_CLAIM'
  /** The treatments are on their way in another payment. */
  | 'LINES_GATHERED'
  /** The line is not what it should be. */
  | 'LINE_INVALID'
  /** The line is no JSON. */
  | 'LINE_NOT_JSON'
  /** Two lines are about the same and say different things. */
  | 'LINE_REPEATED'
  /** The line is too long. */
  | 'LINE_TOO_LONG'
  /** Say more about the person. */
  | 'LOOKUP_TOO_WIDE'
  /** What stands at the address is no publication. */
  | 'MANIFEST_UNREADABLE'
  /** Members are not paid from here. */
  | 'MEMBERS_NOT_PAID'
  /** There is another appointment at that time. */
  | 'MEMBER_BUSY'
  /** This person is known already. */
  | 'MEMBER_KNOWN'
  /** The member is not of age. */
  | 'MEMBER_NOT_OF_AGE'
  /** The person is 18 or more. */
  | 'MEMBER_OF_AGE'
  /** What was asked for the month has been decided already. */
  | 'MONTH_ACT_DECIDED'
  /** A month already waits for a second person. */
  | 'MONTH_ACT_WAITS'
  /** The month is not over yet. */
  | 'MONTH_NOT_OVER'
  /** Months are closed and reopened one after the other. */
  | 'MONTH_OUT_OF_ORDER'
  /** Say once where to search from. */
  | 'NEAR_UNCLEAR'
  /** This treatment is covered only with a provider of the network or the designated centre. */
  | 'NETWORK_ONLY'
  /** Nobody is on call within the three hours. */
  | 'NOBODY_ON_CALL'
  /** Nothing is payable up to that day. */
  | 'NOTHING_DUE'
  /** Say which openings are meant. */
  | 'NOTHING_NAMED'
  /** Nobody has said what became of it. */
  | 'NOTHING_PROPOSED'
  /** Nothing would change. */
  | 'NOTHING_TO_CHANGE'
  /** Every line is as it should be. */
  | 'NOTHING_TO_CORRECT'
  /** The company is owed at least as much as it owes. */
  | 'NOTHING_TO_DEMAND'
  /** Nothing was said that could be recorded. */
  | 'NOTHING_TO_RECORD'
  /** Only an arranged first appointment can be declined. */
  | 'NOT_AN_OFFER'
  /** It has not been approved. */
  | 'NOT_APPROVED'
  /** Banks do not pay on that day. */
  | 'NOT_A_BANK_DAY'
  /** Only the line of a treatment is corrected. */
  | 'NOT_A_TREATMENT'
  /** Another specialist or hospital is designated. */
  | 'NOT_DESIGNATED'
  /** There is no such disputed line. */
  | 'NOT_DISPUTED'
  /** This is not approved automatically. */
  | 'NOT_FOR_AUTOMATIC_APPROVAL'
  /** The member chooses who gives this treatment. */
  | 'NOT_FOR_DESIGNATION'
  /** There is no such thing for you. */
  | 'NOT_FOUND'
  /** The treatment is in the network. */
  | 'NOT_OWN_CHOICE'
  /** The insurer has not approved the treatment on or before its date. */
  | 'NOT_PRE_APPROVED'
  /** The disorder is not, or not beyond doubt, related to the employee's working life. */
  | 'NOT_WORK_RELATED'
  /** Only others may say that. */
  | 'NOT_YOURS_TO_SAY'
  /** That is for others to state. */
  | 'NOT_YOURS_TO_STATE'
  /** There is nothing to pay. */
  | 'NO_PAYMENTS'
  /** Nothing is free in the next weeks. */
  | 'NO_SLOT_FOUND'
  /** Nothing is free within the promise. */
  | 'NO_SLOT_WITHIN_GUARANTEE'
  /** That is no whole number. */
  | 'NUMBER_INVALID'
  /** The time lacks its offset from UTC. */
  | 'OFFSET_MISSING'
  /** Another form of treatment is running, and only one is covered at a time. */
  | 'ONE_FORM_AT_A_TIME'
  /** This time is for crisis counselling by telephone. */
  | 'ON_CALL_NOT_CRISIS'
  /** The practitioner still has openings there. */
  | 'OPENINGS_REMAIN'
  /** The opening ends before it starts. */
  | 'OPENING_ENDS_BEFORE_START'
  /** The person still has an appointment. */
  | 'OPEN_BOOKING'
  /** A treatment is not paid yet. */
  | 'OPEN_SETTLEMENT'
  /** The claim is handled under an optional cover that is not stated in the policy. */
  | 'OPTIONAL_COVER_MISSING'
  /** There is no such company. */
  | 'ORGANISATION_UNKNOWN'
  /** The treatment takes place outside Denmark; Greenland and the Faroe Islands are outside. */
  | 'OUTSIDE_DENMARK'
  /** It lies outside the opening hours. */
  | 'OUTSIDE_OPENING_HOURS'
  /** Only the health team sets a refusal aside. */
  | 'OVERRIDE_NOT_ALLOWED'
  /** The child's treatment has begun with a psychologist of own choice, so the network is closed for this complaint. */
  | 'OWN_CHOICE_ALREADY_STARTED'
  /** Others cannot pay more than the bill. */
  | 'PAID_ABOVE_FEE'
  /** This part of the network is suspended, or has left it. */
  | 'PART_SUSPENDED'
  /** A pause lasts 0 to 480 minutes. */
  | 'PAUSE_OUT_OF_RANGE'
  /** No payer is set up. */
  | 'PAYER_MISSING'
  /** What would be paid is not what was approved. */
  | 'PAYMENTS_CHANGED'
  /** The payout was not stopped. */
  | 'PAYOUT_NOT_STOPPED'
  /** The period ends before it begins. */
  | 'PERIOD_EMPTY'
  /** The period is too long. */
  | 'PERIOD_TOO_LONG'
  /** The clinic does not offer the treatment. */
  | 'PLACE_NOT_OFFERING'
  /** The place is not in Denmark. */
  | 'PLACE_OUTSIDE_DENMARK'
  /** The treatment was begun or planned before the cover started. */
  | 'PLANNED_BEFORE_START'
  /** Claims rest on the policy as it is. */
  | 'POLICY_CLAIMED'
  /** Say which policy it rests on. */
  | 'POLICY_NEEDED'
  /** Only an employee is taken out of a company scheme. */
  | 'POLICY_NOT_WITHDRAWABLE'
  /** The employee has been withdrawn already. */
  | 'POLICY_WITHDRAWN'
  /** A policy needs the person it covers. */
  | 'POLICY_WITHOUT_MEMBER'
  /** The allocated treatments are used or booked. */
  | 'PORTION_EXHAUSTED'
  /** Say how many treatments are allocated. */
  | 'PORTION_NEEDED'
  /** There is no such postal code. */
  | 'POSTAL_CODE_UNKNOWN'
  /** Nobody lives in this postal code. */
  | 'POSTAL_CODE_WITHOUT_PLACE'
  /** A schedule stays with its practitioner. */
  | 'PRACTITIONER_FIXED'
  /** This record has been merged into another one. */
  | 'PRACTITIONER_MERGED'
  /** Name the practitioner once. */
  | 'PRACTITIONER_MISSING'
  /** The practitioner does not work at that clinic. */
  | 'PRACTITIONER_NOT_THERE'
  /** This authorisation is registered for another practitioner. */
  | 'PRACTITIONER_REGISTERED'
  /** No such practitioner works at the clinic. */
  | 'PRACTITIONER_UNKNOWN'
  /** What was looked at has changed; look again. */
  | 'PREVIEW_CHANGED'
  /** The claim was filed with the previous insurer, and three months in this scheme are not over. */
  | 'PREVIOUS_INSURER_THREE_MONTHS'
  /** The chronic condition arose or was diagnosed before the cover started. */
  | 'PRE_EXISTING_CHRONIC'
  /** The two are of different professions. */
  | 'PROFESSION_DIFFERS'
  /** The one programme the cover includes has been used; a discontinued one counts as completed. */
  | 'PROGRAMME_ALREADY_USED'
  /** The proposal has been decided already. */
  | 'PROPOSAL_DECIDED'
  /** Podiatry is covered only with a podiatrist who has a provider number. */
  | 'PROVIDER_AGREEMENT_REQUIRED'
  /** The provider does not hold the authorisation, registration or approval this treatment requires. */
  | 'PROVIDER_NOT_AUTHORISED'
  /** The network provider does not treat children. */
  | 'PROVIDER_NOT_FOR_CHILDREN'
  /** The provider is the member, a family member or a company of theirs. */
  | 'PROVIDER_RELATED'
  /** The public system offers the treatment within the guarantee or as a package programme, and goes first. */
  | 'PUBLIC_OFFER_MUST_BE_USED'
  /** Without a public agreement the region pays nothing. */
  | 'PUBLIC_SHARE_IMPOSSIBLE'
  /** Say what you need this person's data for. */
  | 'PURPOSE_MISSING'
  /** This production unit is registered for another clinic. */
  | 'P_NUMBER_REGISTERED'
  /** This was done too often. */
  | 'QUOTA_EXCEEDED'
  /** The distance is out of range. */
  | 'RADIUS_OUT_OF_RANGE'
  /** The rate has been decided already. */
  | 'RATE_DECIDED'
  /** A rate cannot begin in the past. */
  | 'RATE_IN_PAST'
  /** No rate is agreed for that day. */
  | 'RATE_MISSING'
  /** Another rate applies already. */
  | 'RATE_OVERLAP'
  /** The rate reaches too far back. */
  | 'RATE_TOO_FAR_BACK'
  /** Say why. */
  | 'REASON_MISSING'
  /** Say why. */
  | 'REASON_NEEDED'
  /** This recurrence is not read. */
  | 'RECURRENCE_UNSUPPORTED'
  /** The number of the bill is not valid. */
  | 'REFERENCE_INVALID'
  /** The treatment needs a doctor's referral dated on or before it. */
  | 'REFERRAL_MISSING'
  /** The referral is of a type that is not accepted for this treatment. */
  | 'REFERRAL_WRONG_TYPE'
  /** A registration number has four digits. */
  | 'REGISTRATION_NUMBER_INVALID'
  /** More would be paid back than is owed. */
  | 'REPAID_TOO_MUCH'
  /** This cannot be said of this line. */
  | 'RESOLUTION_MISFIT'
  /** The line is no FHIR Slot. */
  | 'RESOURCE_UNKNOWN'
  /** The three months of run-off after the end of the cover are over. */
  | 'RUN_OFF_EXPIRED'
  /** The clinic belongs to that company already. */
  | 'SAME_ORGANISATION'
  /** The two are one record already. */
  | 'SAME_PRACTITIONER'
  /** The appointment is at this time already. */
  | 'SAME_SLOT'
  /** A publication needs its schedules. */
  | 'SCHEDULES_MISSING'
  /** The practitioner already has hours at those times. */
  | 'SCHEDULES_OVERLAP'
  /** The schedule ends before it begins. */
  | 'SCHEDULE_ENDS_BEFORE_START'
  /** A schedule's id has 1 to 40 characters. */
  | 'SCHEDULE_ID_LENGTH'
  /** Say which schedule is to change. */
  | 'SCHEDULE_NOT_NAMED'
  /** The schedule is not set up for the clinic. */
  | 'SCHEDULE_UNKNOWN'
  /** The batch has left in another form. */
  | 'SENT_OTHERWISE'
  /** Name at least one treatment. */
  | 'SERVICE_MISSING'
  /** The product does not include this treatment under the cover the claim is handled under. */
  | 'SERVICE_NOT_IN_PRODUCT'
  /** The claim is for another treatment. */
  | 'SERVICE_NOT_OF_CLAIM'
  /** There is no such treatment here. */
  | 'SERVICE_UNKNOWN'
  /** Another setting begins at that moment. */
  | 'SETTING_EXISTS'
  /** There is no such setting. */
  | 'SETTING_UNKNOWN'
  /** The shares do not add up to the fee. */
  | 'SHARES_DIFFER'
  /** The practitioner is taken at that time. */
  | 'SLOTS_OVERLAP'
  /** The time is booked and stays as it is. */
  | 'SLOT_BOOKED'
  /** The time ends before it starts. */
  | 'SLOT_ENDS_BEFORE_START'
  /** The time is kept for children. */
  | 'SLOT_FOR_CHILDREN'
  /** Somebody is about to book this time. */
  | 'SLOT_HELD'
  /** The time has already begun. */
  | 'SLOT_IN_PAST'
  /** A time lasts 5 to 1440 minutes. */
  | 'SLOT_MINUTES_OUT_OF_RANGE'
  /** The time is for another treatment. */
  | 'SLOT_NOT_FOR_SERVICE'
  /** The time is kept for acute crises. */
  | 'SLOT_ON_CALL'
  /** The time has just been taken. */
  | 'SLOT_TAKEN'
  /** The time is too long. */
  | 'SLOT_TOO_LONG'
  /** The time is too short. */
  | 'SLOT_TOO_SHORT'
  /** The clinic has withdrawn this time. */
  | 'SLOT_WITHDRAWN'
  /** Say where this is known from. */
  | 'SOURCE_MISSING'
  /** The status report has been answered already. */
  | 'STATUS_REPORT_ANSWERED'
  /** A status report is waited for already. */
  | 'STATUS_REPORT_ASKED'
  /** There is no such status. */
  | 'STATUS_UNKNOWN'
  /** Log in again at level High. */
  | 'STEP_UP_REQUIRED'
  /** This login belongs to another person. */
  | 'SUBJECT_TAKEN'
  /** The calendar year's treatments of this form inside the larger number are used up. */
  | 'SUBLIMIT_CALENDAR_YEAR'
  /** This document has been handed in already. */
  | 'SUBMISSION_RECORDED'
  /** This company cannot take it over. */
  | 'SUCCESSOR_INVALID'
  /** The stated sum is not the sum there is. */
  | 'SUM_DIFFERS'
  /** Treatments of that time have their price already. */
  | 'TARIFF_IN_USE'
  /** No tariff applies on that day. */
  | 'TARIFF_MISSING'
  /** Another tariff applies at that time. */
  | 'TARIFF_OVERLAP'
  /** The text has signs that banks do not carry. */
  | 'TEXT_INVALID'
  /** The wording has changed; read it again. */
  | 'TEXT_VERSION_OLD'
  /** The clinic has closed the time. */
  | 'TIME_CLOSED'
  /** The hour does not exist: the clock is put forward. */
  | 'TIME_DOES_NOT_EXIST'
  /** That is no time. */
  | 'TIME_INVALID'
  /** The hour comes twice: the clock is put back. */
  | 'TIME_IS_AMBIGUOUS'
  /** It is too early for that. */
  | 'TOO_EARLY'
  /** That is too much at once. */
  | 'TOO_MANY'
  /** The line has too many cells. */
  | 'TOO_MANY_COLUMNS'
  /** The schedule has too many exceptions. */
  | 'TOO_MANY_EXCEPTIONS'
  /** Too many times are held at once. */
  | 'TOO_MANY_HOLDS'
  /** The family holds too many times at once. */
  | 'TOO_MANY_HOLDS_IN_FAMILY'
  /** There are too many lines. */
  | 'TOO_MANY_LINES'
  /** The schedule has too many rules. */
  | 'TOO_MANY_RULES'
  /** The insurance's total for the service is used up. */
  | 'TOTAL_EXCEEDED'
  /** The treatment has its bill already. */
  | 'TREATMENT_BILLED'
  /** There is no such value. */
  | 'VALUE_UNKNOWN'
  /** Somebody has changed this since you read it. */
  | 'VERSION_CHANGED'
  /** Somebody has changed this since you read it. */
  | 'VERSION_CONFLICT'
  /** Another message with this version said something else. */
  | 'VERSION_REUSED'
  /** The condition was there before the cover started, or the treatment is for addiction, and the waiting period is not over. */
  | 'WAITING_PERIOD'
  /** This gateway sends no webhooks. */
  | 'WEBHOOKS_OFF'
  /** The address is none that is sent to. */
  | 'WEBHOOK_ADDRESS_FORBIDDEN'
  /** The endpoint is not in a state for that. */
  | 'WEBHOOK_STATE'
  /** No appointment can start before that. */
  | 'WINDOW_EMPTY'
  /** That is further ahead than a search looks. */
  | 'WINDOW_TOO_LONG'
  /** A withdrawal goes back three months within the year at most. */
  | 'WITHDRAWAL_TOO_FAR_BACK';

/** Makes the payment file of an approved batch, or fetches it again. */
export type ExportPaymentFileInput = {
  /** The approved batch. */
  readonly batchId: string;
  /** How to send it; as agreed with the bank when left out. */
  readonly channel?: PaymentChannel | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Reads a file of the bank's: pain.002 (status), camt.053 or camt.054 (what was booked). */
export type ImportBankFileInput = {
  /** The file's XML as text. No document type; complete. */
  readonly content: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** A part of what is paid back. */
export type InstalmentInput = {
  /** Whole øre, 1 or more. */
  readonly amountMinor: string;
  /** Day on which it is due; after that of the one before. */
  readonly dueOn: string;
};

/** A language in which the gateway has words for people. */
export type Language =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

/** An account of the book. */
export type LedgerAccountName =
  /** Bank. */
  | 'BANK'
  /** Charges of the bank. */
  | 'BANK_CHARGES'
  /** Interest of the bank. */
  | 'BANK_INTEREST'
  /** Sent and not yet booked by the bank. */
  | 'BANK_IN_TRANSIT'
  /** What is owed to clinics; credit. */
  | 'CLINIC_PAYABLE'
  /** What was demanded of them, or paid to them too often; credit for money of theirs that is not matched with a demand. */
  | 'CLINIC_RECEIVABLE'
  /** To be had from 'danmark'. */
  | 'DANMARK_RECEIVABLE'
  /** The insurer's expense. */
  | 'INSURER_EXPENSE'
  /** Reimbursements that are paid from here; credit. */
  | 'MEMBER_PAYABLE'
  /** To be had from members. */
  | 'MEMBER_RECEIVABLE'
  /** The insurer's own money on the payer's account. */
  | 'OTHER_BUSINESS'
  /** What a person has to look at. */
  | 'SUSPENSE';

/** What an entry of the book is about. */
export type LedgerEntryKind =
  /** The treatment took place: the clinic is owed. */
  | 'ATTENDANCE'
  /** Charge of the bank. */
  | 'BANK_CHARGE'
  /** Bank movement explained. */
  | 'BANK_EXPLAINED'
  /** Interest of the bank. */
  | 'BANK_INTEREST'
  /** Opening balance of the account. */
  | 'BANK_OPENING'
  /** Unexplained bank movement. */
  | 'BANK_UNEXPLAINED'
  /** Reserved by a booking; pending. */
  | 'BOOKING'
  /** Correction. */
  | 'CORRECTION'
  /** Payment accepted after all. */
  | 'PAYMENT_ACCEPTED'
  /** Payment booked. */
  | 'PAYMENT_BOOKED'
  /** Payment rejected. */
  | 'PAYMENT_REJECTED'
  /** Payment returned. */
  | 'PAYMENT_RETURNED'
  /** Payment sent. */
  | 'PAYMENT_SENT'
  /** Taken over by a successor. */
  | 'RECEIVABLE_TRANSFERRED'
  /** A bill of own choice was decided: the member is owed. */
  | 'REIMBURSEMENT'
  /** Reimbursement paid by other means. */
  | 'REIMBURSEMENT_PAID_ELSEWHERE'
  /** The appointment ended otherwise: nothing is owed. */
  | 'RELEASE'
  /** Repayment demanded. */
  | 'REPAYMENT_DEMANDED'
  /** Repayment received. */
  | 'REPAYMENT_RECEIVED';

/** How an entry of the book stands. */
export type LedgerEntryStatus =
  /** Reserved; it counts once it is posted. */
  | 'PENDING'
  /** Posted. */
  | 'POSTED'
  /** The pending entry came to nothing. */
  | 'VOIDED';

/** Whose reason stands at an entry of the book. */
export type LedgerReasonSource =
  /** Its code for a rejection or a return (ISO 20022 external code sets). */
  | 'BANK'
  /** How the appointment ended. */
  | 'BOOKING'
  /** Why a treatment is paid otherwise than quoted. */
  | 'CORRECTION'
  /** Why a line of the bank's fits nothing of ours. */
  | 'EXCEPTION'
  /** What a person found out. */
  | 'RESOLUTION';

/** Why a provider's lines stay payable when a batch is closed. */
export type LeftOutReason =
  /** Nothing is paid to it until another is in force. */
  | 'ACCOUNT_BLOCKED'
  /** The account is not valid. */
  | 'ACCOUNT_INVALID'
  /** No account is stated. */
  | 'ACCOUNT_MISSING'
  /** The name has a sign that banks do not carry. */
  | 'NAME_NOT_CARRIED'
  /** It is set off against coming treatments. */
  | 'NOTHING_LEFT';

/** A way for payments to leave. */
export type PaymentChannel =
  /** ISO 20022 pain.001.001.03, domestic transfers in Danish kroner. */
  | 'ISO20022_V03'
  /** ISO 20022 pain.001.001.09, domestic transfers in Danish kroner. */
  | 'ISO20022_V09';

/** How a payment file stands. */
export type PaymentFileState =
  /** All that was not rejected. */
  | 'ACCEPTED'
  /** All that was not rejected is booked. */
  | 'PAID'
  /** All of it. */
  | 'REJECTED'
  /** The bank has not answered to all of it. */
  | 'SENT';

/** The way of meeting a rate applies to. */
export type RateChannel =
  /** Applies where no rate for the way of meeting itself does. */
  | 'ANY'
  /** In person. */
  | 'IN_PERSON'
  /** Online. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE';

/** Why a line is not corrected together with others. */
export type RateCorrectionLeftOut =
  /** It was corrected for another reason. */
  | 'CORRECTED_OTHERWISE'
  /** The difference is larger than the line. */
  | 'DIFFERENCE_TOO_LARGE'
  /** The member pays a part. */
  | 'MEMBER_PAYS_A_PART'
  /** The service has a total. */
  | 'SERVICE_HAS_A_TOTAL';

/** A reason of a decision of the rules, about cover, promise or price. Values may be added: show the words of one you do not know. */
export type ReasonCode =
  /** The child has reached the age at which its cover ends. */
  | 'AGE_LIMIT_REACHED'
  /** The member's age on the day of the treatment is outside the range of this programme. */
  | 'AGE_OUT_OF_RANGE'
  /** The clock starts when the claim is approved. */
  | 'AWAITING_APPROVAL'
  /** The clock starts when the information asked for has come and is found sufficient. */
  | 'AWAITING_INFORMATION'
  /** The bill was submitted more than three months after the last treatment. */
  | 'BILL_SUBMITTED_TOO_LATE'
  /** Covered up to the full fee of the public tariff. */
  | 'CAPPED_AT_FULL_FEE'
  /** Covered up to the patient share of the public tariff. */
  | 'CAPPED_AT_PATIENT_SHARE'
  /** Covered up to a fixed amount for each treatment. */
  | 'CAPPED_PER_TREATMENT'
  /** Covered up to a total amount, of which little or nothing is left. */
  | 'CAPPED_TOTAL'
  /** Covered up to the state's lowest rate per kilometre, or the cheapest public fare. */
  | 'CAPPED_TRANSPORT'
  /** Treatment online or by telephone is covered from the age of 15. */
  | 'CHANNEL_AGE_LIMIT'
  /** This treatment is not covered through this channel; online and by telephone only with a partner of the network. */
  | 'CHANNEL_NOT_ALLOWED'
  /** A chronic condition is covered for six months from its diagnosis, and they are over. */
  | 'CHRONIC_SIX_MONTHS_EXPIRED'
  /** The claim was closed, and its promise with it. */
  | 'CLAIM_CLOSED'
  /** The claim was denied, so nothing is promised. */
  | 'CLAIM_DENIED'
  /** The claim was reported before the cover started or after it ended. */
  | 'CLAIM_REPORTED_OUTSIDE_COVER'
  /** The condition is on no list, and nobody of the insurer's doctors has accepted it yet. */
  | 'CONDITION_NOT_ASSESSED'
  /** The treatment is not for this condition, or not yet or no longer for it. */
  | 'CONDITION_NOT_ELIGIBLE'
  /** The consent is more than a year old. */
  | 'CONSENT_EXPIRED'
  /** The member has not consented to information about the claim being passed on. */
  | 'CONSENT_MISSING'
  /** The member has withdrawn the consent. */
  | 'CONSENT_WITHDRAWN'
  /** The course is covered for six months from the first treatment, and they are over. */
  | 'COURSE_SIX_MONTHS_EXPIRED'
  /** The programme is covered for twelve months from its beginning, and they are over. */
  | 'COURSE_TWELVE_MONTHS_EXPIRED'
  /** The cover has ended, and this treatment is not part of the run-off. */
  | 'COVER_ENDED'
  /** The treatment takes place before the cover starts. */
  | 'COVER_NOT_STARTED'
  /** The right to cover is lost because a reminded premium was not paid in time. */
  | 'COVER_SUSPENDED'
  /** The event is none of those that give crisis counselling or a debriefing. */
  | 'CRISIS_EVENT_NOT_COVERED'
  /** Reported more than 48 hours after the crisis: the promise for ordinary psychological treatment applies. */
  | 'CRISIS_REPORTED_LATE'
  /** The subsidy of Sygeforsikringen 'danmark' is set off against what the insurance pays. */
  | 'DANMARK_SET_OFF'
  /** What is covered depends on the day of the diagnosis, and that day is not known. */
  | 'DIAGNOSIS_DATE_MISSING'
  /** This treatment is covered for six months from the diagnosis, and they are over. */
  | 'DIAGNOSIS_SIX_MONTHS_EXPIRED'
  /** Transport is covered only to a place more than 60 kilometres away. */
  | 'DISTANCE_TOO_SHORT'
  /** An emergency is not covered, except by crisis counselling. */
  | 'EMERGENCY_NOT_COVERED'
  /** What caused the complaint is one of the causes the insurance does not cover. */
  | 'EXCLUDED_CAUSE'
  /** The condition is excluded from this treatment. */
  | 'EXCLUDED_CONDITION'
  /** The latest date is moved by an extension for a major conflict or unforeseeable event. */
  | 'EXTENDED'
  /** Follow-up checks are covered for 24 months after the last treatment, and they are over. */
  | 'FOLLOW_UP_EXPIRED'
  /** One check follows an operation, and it has taken place or is booked; repeated checks are not covered. */
  | 'FOLLOW_UP_REPEATED'
  /** The condition falls under the public scheme of free physiotherapy. */
  | 'FREE_PHYSIO_SCHEME'
  /** The treatment is highly specialised and belongs in the public system. */
  | 'HIGHLY_SPECIALISED'
  /** The member wishes a date after the guarantee period. */
  | 'LATER_DATE_WISHED'
  /** The insurance does not pay for a late cancellation. */
  | 'LATE_CANCELLATION_NOT_COVERED'
  /** The treatments of the calendar year are used up. */
  | 'LIMIT_CALENDAR_YEAR'
  /** The treatments for the whole insurance period are used up. */
  | 'LIMIT_INSURANCE_PERIOD'
  /** The treatments for one disease or injury are used up. */
  | 'LIMIT_PER_CLAIM'
  /** The appointment was postponed for medical reasons. */
  | 'MEDICALLY_POSTPONED'
  /** The member has declined an appointment offered within the guarantee. */
  | 'MEMBER_DECLINED_OFFER'
  /** This treatment is covered only with a provider of the network or the designated centre. */
  | 'NETWORK_ONLY'
  /** The insurer pays nothing for a treatment that is not covered. */
  | 'NOT_COVERED'
  /** Starting within the period is not medically appropriate. */
  | 'NOT_MEDICALLY_APPROPRIATE'
  /** The insurer has not approved the treatment on or before its date. */
  | 'NOT_PRE_APPROVED'
  /** The treatment is not reasonable. */
  | 'NOT_REASONABLE'
  /** The disorder is not, or not beyond doubt, related to the employee's working life. */
  | 'NOT_WORK_RELATED'
  /** The insurance does not pay for an appointment the member did not come to. */
  | 'NO_SHOW_NOT_COVERED'
  /** Another form of treatment is running, and only one is covered at a time. */
  | 'ONE_FORM_AT_A_TIME'
  /** The claim is handled under an optional cover that is not stated in the policy. */
  | 'OPTIONAL_COVER_MISSING'
  /** Another insurance pays first, and this one pays at most what remains. */
  | 'OTHER_INSURANCE_FIRST'
  /** The treatment takes place outside Denmark; Greenland and the Faroe Islands are outside. */
  | 'OUTSIDE_DENMARK'
  /** The child's treatment has begun with a psychologist of own choice, so the network is closed for this complaint. */
  | 'OWN_CHOICE_ALREADY_STARTED'
  /** With a therapist of own choice no date is promised. */
  | 'OWN_CHOICE_NO_GUARANTEE'
  /** The treatment was begun or planned before the cover started. */
  | 'PLANNED_BEFORE_START'
  /** The portion of treatments the health team has allocated is used up. */
  | 'PORTION_EXHAUSTED'
  /** The treatment is preventive. */
  | 'PREVENTIVE_TREATMENT'
  /** The claim was filed with the previous insurer, and three months in this scheme are not over. */
  | 'PREVIOUS_INSURER_THREE_MONTHS'
  /** The chronic condition arose or was diagnosed before the cover started. */
  | 'PRE_EXISTING_CHRONIC'
  /** The one programme the cover includes has been used; a discontinued one counts as completed. */
  | 'PROGRAMME_ALREADY_USED'
  /** Podiatry is covered only with a podiatrist who has a provider number. */
  | 'PROVIDER_AGREEMENT_REQUIRED'
  /** The provider does not hold the authorisation, registration or approval this treatment requires. */
  | 'PROVIDER_NOT_AUTHORISED'
  /** The network provider does not treat children. */
  | 'PROVIDER_NOT_FOR_CHILDREN'
  /** The provider is the member, a family member or a company of theirs. */
  | 'PROVIDER_RELATED'
  /** The guarantee does not apply to specialists in psychiatry. */
  | 'PSYCHIATRIST_NO_GUARANTEE'
  /** The public system offers the treatment within the guarantee or as a package programme, and goes first. */
  | 'PUBLIC_OFFER_MUST_BE_USED'
  /** What the region pays is deducted first. */
  | 'PUBLIC_REIMBURSEMENT_DEDUCTED'
  /** The treatment needs a doctor's referral dated on or before it. */
  | 'REFERRAL_MISSING'
  /** The referral is of a type that is not accepted for this treatment. */
  | 'REFERRAL_WRONG_TYPE'
  /** The three months of run-off after the end of the cover are over. */
  | 'RUN_OFF_EXPIRED'
  /** No date is promised for this treatment. */
  | 'SERVICE_HAS_NO_GUARANTEE'
  /** The product does not include this treatment under the cover the claim is handled under. */
  | 'SERVICE_NOT_IN_PRODUCT'
  /** The calendar year's treatments of this form inside the larger number are used up. */
  | 'SUBLIMIT_CALENDAR_YEAR'
  /** Supplements, additional services and materials are paid by the member. */
  | 'SUPPLEMENT_NOT_COVERED'
  /** Taxi fares are not covered. */
  | 'TAXI_NOT_COVERED'
  /** The transport was not agreed with the insurer beforehand, or not prescribed by the specialist. */
  | 'TRANSPORT_NOT_AUTHORISED'
  /** Transport is covered to specialised medical care only. */
  | 'TRANSPORT_NOT_FOR_SERVICE'
  /** The treatment had begun with a therapist of own choice, and the promise is about a start. */
  | 'TREATMENT_BEGUN'
  /** The treatment has no effect. */
  | 'TREATMENT_INEFFECTIVE'
  /** The condition was there before the cover started, or the treatment is for addiction, and the waiting period is not over. */
  | 'WAITING_PERIOD';

/** Records money that a company has paid back. */
export type RecordRepaymentInput = {
  /** What came in, in whole øre; at most what is left. */
  readonly amountMinor: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The receivable. */
  readonly receivableId: string;
};

/** Refuses a stated account. */
export type RefuseAccountChangeInput = {
  /** The change; stated or confirmed, and not in force yet. */
  readonly changeId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: AccountRefusal;
};

/** Says what became of an entry of the exceptions queue. */
export type ResolveBankExceptionInput = {
  /** With SET_OFF: the open exception whose money cancels this one's. */
  readonly againstId?: string | null | undefined;
  /** The exception. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** With OF_A_MEMBER: the member who owes or has paid it. */
  readonly memberId?: string | null | undefined;
  /** With OF_A_CLINIC: the company that owes or has paid it. */
  readonly organisationId?: string | null | undefined;
  /** What was found. */
  readonly resolution: BankExceptionResolution;
};

/** What a self-billing document does. */
export type SelfBillKind =
  /** Takes back what earlier documents billed. */
  | 'CREDIT_NOTE'
  /** The insurer bills itself on the company's behalf. */
  | 'INVOICE';

/** A kind of treatment. Values may be added. */
export type ServiceCode =
  /** Acupuncture. */
  | 'ACUPUNCTURE'
  /** Addiction treatment. */
  | 'ADDICTION_TREATMENT'
  /** Blockade. */
  | 'BLOCKADE'
  /** Specialised programme for children. */
  | 'CHILD_MENTAL_PROGRAMME'
  /** Chilled anxiety programme. */
  | 'CHILLED'
  /** Chiropractic. */
  | 'CHIROPRACTIC'
  /** Psychological help in chronic conditions. */
  | 'CHRONIC_PSYCH_SUPPORT'
  /** Surgery for chronic musculoskeletal disorders. */
  | 'CHRONIC_SURGERY'
  /** Cool Kids anxiety programme. */
  | 'COOL_KIDS'
  /** CPAP treatment of sleep apnoea. */
  | 'CPAP_TREATMENT'
  /** Emergency crisis counselling. */
  | 'CRISIS_COUNSELLING'
  /** Debriefing at the workplace. */
  | 'DEBRIEFING'
  /** Diagnostic imaging. */
  | 'DIAGNOSTIC_IMAGING'
  /** Dietician. */
  | 'DIETICIAN'
  /** Follow-up check after surgery. */
  | 'FOLLOW_UP_CHECK'
  /** Annual foot check-up for diabetics. */
  | 'FOOT_CHECK'
  /** GLA:D training. */
  | 'GLAD'
  /** Group training. */
  | 'GROUP_TRAINING'
  /** Personalised health programme. */
  | 'HEALTH_PROGRAMME'
  /** Massage. */
  | 'MASSAGE'
  /** Medication follow-up after a psychiatric assessment. */
  | 'MEDICATION_FOLLOW_UP'
  /** Osteopathy. */
  | 'OSTEOPATHY'
  /** Physiotherapy. */
  | 'PHYSIOTHERAPY'
  /** Podiatry. */
  | 'PODIATRY'
  /** Extended psychiatric assessment. */
  | 'PSYCHIATRIC_ASSESSMENT'
  /** Psychiatrist. */
  | 'PSYCHIATRIST'
  /** Psychologist. */
  | 'PSYCHOLOGIST'
  /** Psychotherapist. */
  | 'PSYCHOTHERAPIST'
  /** Reflexology. */
  | 'REFLEXOLOGY'
  /** Rehabilitation after surgery. */
  | 'REHABILITATION'
  /** Re-operation. */
  | 'RE_OPERATION'
  /** Second opinion by a specialist. */
  | 'SECOND_OPINION'
  /** Shockwave treatment. */
  | 'SHOCKWAVE'
  /** Examination by a specialist. */
  | 'SPECIALIST_EXAMINATION'
  /** Treatment by a specialist. */
  | 'SPECIALIST_TREATMENT'
  /** Tripartite talks about stress at work. */
  | 'TRIPARTITE_COUNSELLING';

/** The two prices a clinic agrees on. */
export type SessionKind =
  /** The first treatment of a claim. */
  | 'FIRST'
  /** Follow-up treatment. */
  | 'FOLLOW_UP';

/** Ends a member's dispute over an attended treatment. */
export type SettleDisputeInput = {
  /** How it ends. */
  readonly decision: DisputeEnd;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The disputed line. */
  readonly lineId: string;
};

/** Why a batch was rejected or reopened, or a payment taken out of it. */
export type SettlementBatchChange =
  /** The account is in doubt. */
  | 'ACCOUNT_DOUBTED'
  /** An amount is in doubt. */
  | 'AMOUNT_DOUBTED'
  /** The clinic asked for it. */
  | 'CLINIC_ASKED'
  /** Closed by mistake. */
  | 'CLOSED_BY_MISTAKE'
  /** A treatment is in doubt. */
  | 'TREATMENT_DOUBTED';

/** Whom a batch pays. */
export type SettlementBatchPays =
  /** Treatments in the network. */
  | 'CLINICS'
  /** Reimbursements of treatments of own choice, to the NemKonto of the civil registration number. */
  | 'MEMBERS';

/** How a batch stands. */
export type SettlementBatchState =
  /** Approved. */
  | 'APPROVED'
  /** Its lines are gathered; another person approves it. */
  | 'CLOSED'
  /** Its lines are taken in, piece by piece; what it holds grows. */
  | 'GATHERING'
  /** Another person sent it back; its lines are payable again. */
  | 'REJECTED'
  /** Its file has left for the bank. */
  | 'SENT';

/** What a line is for. */
export type SettlementLineKind =
  /** Correction. */
  | 'CORRECTION'
  /** Treatment. */
  | 'TREATMENT';

/** How what is owed for a treatment stands. */
export type SettlementLineState =
  /** Accepted by the bank. */
  | 'ACCEPTED'
  /** In a batch. */
  | 'BATCHED'
  /** Held back because the member disputes the treatment. */
  | 'DISPUTED'
  /** Lines of one company that sum to nothing. */
  | 'NETTED'
  /** Paid. */
  | 'PAID'
  /** Payable once the dispute window is over. */
  | 'READY'
  /** Sent to the bank. */
  | 'SENT';

/** What the bank has told about a payment. */
export type SettlementPaymentState =
  /** Accepted by the bank. */
  | 'ACCEPTED'
  /** In a batch. */
  | 'BATCHED'
  /** What is owed and what is taken back are the same: no money moves. */
  | 'NETTED'
  /** The bank has booked it. */
  | 'PAID'
  /** Its lines are payable again. */
  | 'REJECTED'
  /** It came back after it was booked; its lines are payable again. */
  | 'RETURNED'
  /** Sent to the bank. */
  | 'SENT'
  /** It never left; its lines are payable again. */
  | 'WITHDRAWN';

/** Lets the successor of a company take over what it owes. */
export type TransferReceivableInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The receivable. */
  readonly receivableId: string;
  /** The company that has taken over the clinic. */
  readonly successorId: string;
};

/** Takes one payment out of a batch before its file has left. */
export type WithdrawPaymentInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The payment; in a batch that is closed or approved, not sent. */
  readonly paymentId: string;
  /** Why. */
  readonly reason: SettlementBatchChange;
};

/** Why an employee is taken out of a scheme. */
export type WithdrawalCause =
  /** Cover ends with the month (MEM-END-OF-MONTH). */
  | 'RESIGNED'
  /** Cover ends on the day the company states. */
  | 'WITHDRAWN';

export type AccountChangesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: AccountChangeState | null | undefined;
}>;


export type AccountChangesQuery = { readonly accountChanges: { readonly __typename: 'ProviderAccountChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderAccountChangeEdge', readonly node: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly account: { readonly __typename: 'ProviderAccount', readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly changedAt: string, readonly blockedAt: string | null, readonly blockedReason: string | null } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AccountingMonthQueryVariables = Exact<{
  month: string;
  asOf?: string | null | undefined;
}>;


export type AccountingMonthQuery = { readonly accountingMonth: { readonly __typename: 'AccountingMonth', readonly month: string, readonly asOf: string, readonly closed: boolean, readonly accruedCount: number, readonly voucherCount: number, readonly accrued: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly totals: ReadonlyArray<{ readonly __typename: 'AccountingMonthTotal', readonly account: LedgerAccountName, readonly number: string, readonly opening: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly debit: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly credit: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly closing: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly openLines: ReadonlyArray<{ readonly __typename: 'OpenLineAge', readonly fromDays: number, readonly throughDays: number | null, readonly lineCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> } };

export type AccountingMonthFileQueryVariables = Exact<{
  month: string;
  asOf?: string | null | undefined;
  part: number;
  journal: boolean;
  ledger: boolean;
}>;


export type AccountingMonthFileQuery = { readonly accountingMonth: { readonly __typename: 'AccountingMonth', readonly month: string, readonly asOf: string, readonly journal?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null }, readonly generalLedger?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null } } };

export type AgreeInstalmentsMutationVariables = Exact<{
  input: AgreeInstalmentsInput;
}>;


export type AgreeInstalmentsMutation = { readonly agreeInstalments: { readonly __typename: 'ReceivablePayload', readonly replayed: boolean, readonly receivable: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly repaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ApproveSettlementBatchMutationVariables = Exact<{
  input: ApproveSettlementBatchInput;
}>;


export type ApproveSettlementBatchMutation = { readonly approveSettlementBatch: { readonly __typename: 'SettlementBatchPayload', readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly approvedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type AskMonthChangeMutationVariables = Exact<{
  input: AskMonthChangeInput;
}>;


export type AskMonthChangeMutation = { readonly askMonthChange: { readonly __typename: 'MonthChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'AccountingMonthChange', readonly id: string, readonly month: string, readonly act: AccountingMonthAct, readonly reason: AccountingMonthReopening | null, readonly state: AccountingMonthActState, readonly askedBy: string, readonly askedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type BankExceptionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BankExceptionsQuery = { readonly bankExceptions: { readonly __typename: 'BankExceptionConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BankExceptionEdge', readonly node: { readonly __typename: 'BankException', readonly id: string, readonly reason: BankExceptionReason, readonly reference: string | null, readonly entryCount: number, readonly resolution: BankExceptionResolution | null, readonly proposedBy: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } | null, readonly unexplained: { readonly __typename: 'Money', readonly amountMinor: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BankImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type BankImportsQuery = { readonly bankImports: ReadonlyArray<{ readonly __typename: 'BankImport', readonly sha256: string, readonly phase: BankImportPhase, readonly done: number, readonly total: number, readonly startedAt: string, readonly saidAt: string }> };

export type BankScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  statements: number;
}>;


export type BankScreenQuery = { readonly bankExceptions: { readonly __typename: 'BankExceptionConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BankExceptionEdge', readonly node: { readonly __typename: 'BankException', readonly id: string, readonly reason: BankExceptionReason, readonly reference: string | null, readonly place: string | null, readonly bankReference: string | null, readonly bookedOn: string | null, readonly entryCount: number, readonly resolution: BankExceptionResolution | null, readonly proposedBy: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } | null, readonly unexplained: { readonly __typename: 'Money', readonly amountMinor: string }, readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly bankStatements: { readonly __typename: 'BankStatementConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BankStatementEdge', readonly node: { readonly __typename: 'BankStatement', readonly reference: string, readonly account: string, readonly openingOn: string, readonly closingOn: string, readonly entryCount: number, readonly openExceptions: number, readonly opening: { readonly __typename: 'Money', readonly amountMinor: string }, readonly closing: { readonly __typename: 'Money', readonly amountMinor: string }, readonly book: { readonly __typename: 'Money', readonly amountMinor: string }, readonly difference: { readonly __typename: 'Money', readonly amountMinor: string }, readonly explained: ReadonlyArray<{ readonly __typename: 'BalanceDifference', readonly reason: BalanceDifferenceReason, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } }>, readonly charges: { readonly __typename: 'Money', readonly amountMinor: string }, readonly interest: { readonly __typename: 'Money', readonly amountMinor: string }, readonly unexplained: { readonly __typename: 'Money', readonly amountMinor: string } } }> }, readonly bankImports: ReadonlyArray<{ readonly __typename: 'BankImport', readonly sha256: string, readonly phase: BankImportPhase, readonly done: number, readonly total: number, readonly startedAt: string, readonly saidAt: string }>, readonly settlementTasks: { readonly __typename: 'SettlementTaskConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementTaskEdge', readonly node: { readonly __typename: 'SettlementTask', readonly reason: LeftOutReason, readonly lineCount: number, readonly raisedAt: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } }> } };

export type BankStatementsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type BankStatementsQuery = { readonly bankStatements: { readonly __typename: 'BankStatementConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BankStatementEdge', readonly node: { readonly __typename: 'BankStatement', readonly reference: string, readonly account: string, readonly openingOn: string, readonly closingOn: string, readonly entryCount: number, readonly openExceptions: number, readonly opening: { readonly __typename: 'Money', readonly amountMinor: string }, readonly closing: { readonly __typename: 'Money', readonly amountMinor: string }, readonly book: { readonly __typename: 'Money', readonly amountMinor: string }, readonly difference: { readonly __typename: 'Money', readonly amountMinor: string }, readonly explained: ReadonlyArray<{ readonly __typename: 'BalanceDifference', readonly reason: BalanceDifferenceReason, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } }>, readonly charges: { readonly __typename: 'Money', readonly amountMinor: string }, readonly interest: { readonly __typename: 'Money', readonly amountMinor: string }, readonly unexplained: { readonly __typename: 'Money', readonly amountMinor: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BatchScreenQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  language?: Language;
}>;


export type BatchScreenQuery = { readonly settlementBatch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly pays: SettlementBatchPays, readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly closedBy: string, readonly closedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly exportedAt: string | null, readonly changedBy: string | null, readonly changeReason: SettlementBatchChange | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly files: ReadonlyArray<{ readonly __typename: 'PaymentFile', readonly place: number, readonly fileName: string, readonly url: string | null, readonly channel: PaymentChannel, readonly state: PaymentFileState, readonly paymentCount: number, readonly rejectedCount: number, readonly deliveredAt: string | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string } }>, readonly payments: { readonly __typename: 'SettlementPaymentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementPaymentEdge', readonly node: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly reasonInWords: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly lineCount: number, readonly accountEndsWith: string | null, readonly byNemKonto: boolean, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type BatchesScreenQueryVariables = Exact<{
  first: number;
}>;


export type BatchesScreenQuery = { readonly settlementBatches: { readonly __typename: 'SettlementBatchConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementBatchEdge', readonly node: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly pays: SettlementBatchPays, readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly closedBy: string, readonly closedAt: string, readonly approvedBy: string | null, readonly approvedAt: string | null, readonly exportedAt: string | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly payments: { readonly __typename: 'SettlementPaymentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementPaymentEdge', readonly node: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null } }> } } }> }, readonly bankExceptions: { readonly __typename: 'BankExceptionConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BankExceptionEdge', readonly node: { readonly __typename: 'BankException', readonly id: string, readonly reason: BankExceptionReason, readonly reference: string | null, readonly place: string | null, readonly bookedOn: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState } | null } }> }, readonly disputedLines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly state: SettlementLineState, readonly treatedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } }> }, readonly trialBalance: ReadonlyArray<{ readonly __typename: 'LedgerBalance', readonly account: LedgerAccountName, readonly balance: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pending: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> };

export type CloseReimbursementBatchMutationVariables = Exact<{
  input: CloseReimbursementBatchInput;
}>;


export type CloseReimbursementBatchMutation = { readonly closeReimbursementBatch: { readonly __typename: 'CloseReimbursementBatchPayload', readonly withoutCivilNumber: number, readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly pays: SettlementBatchPays, readonly state: SettlementBatchState, readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CloseSettlementBatchMutationVariables = Exact<{
  input: CloseSettlementBatchInput;
}>;


export type CloseSettlementBatchMutation = { readonly closeSettlementBatch: { readonly __typename: 'SettlementBatchPayload', readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly leftOut: ReadonlyArray<{ readonly __typename: 'LeftOut', readonly reason: LeftOutReason, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ClosingPreviewQueryVariables = Exact<{
  through: string;
}>;


export type ClosingPreviewQuery = { readonly closingPreview: { readonly __typename: 'ClosingPreview', readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly payments: ReadonlyArray<{ readonly __typename: 'DuePayment', readonly lineCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } }>, readonly leftOut: ReadonlyArray<{ readonly __typename: 'LeftOut', readonly reason: LeftOutReason, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } }> } };

export type CompanyChargesQueryVariables = Exact<{
  since?: string | null | undefined;
}>;


export type CompanyChargesQuery = { readonly companyCharges: ReadonlyArray<{ readonly __typename: 'CompanyCharge', readonly treatedOn: string, readonly cause: WithdrawalCause, readonly leftOn: string | null, readonly lastDay: string, readonly recordedAt: string, readonly policy: { readonly __typename: 'ChargedPolicy', readonly id: string }, readonly paidFor: { readonly __typename: 'ChargedPayment', readonly id: string, readonly kind: ChargedPaymentKind }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } }> };

export type ConfirmAccountChangeMutationVariables = Exact<{
  input: ConfirmAccountChangeInput;
}>;


export type ConfirmAccountChangeMutation = { readonly confirmAccountChange: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ConfirmBankExceptionMutationVariables = Exact<{
  input: ConfirmBankExceptionInput;
}>;


export type ConfirmBankExceptionMutation = { readonly confirmBankException: { readonly __typename: 'ResolveBankExceptionPayload', readonly replayed: boolean, readonly exception: { readonly __typename: 'BankException', readonly id: string, readonly resolution: BankExceptionResolution | null, readonly proposedBy: string | null, readonly resolvedAt: string | null, readonly against: { readonly __typename: 'BankException', readonly id: string } | null, readonly unexplained: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CorrectSettlementMutationVariables = Exact<{
  input: CorrectSettlementInput;
}>;


export type CorrectSettlementMutation = { readonly correctSettlement: { readonly __typename: 'CorrectSettlementPayload', readonly replayed: boolean, readonly line: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly state: SettlementLineState, readonly reason: CorrectionReason | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CorrectToRatesMutationVariables = Exact<{
  input: CorrectToRatesInput;
}>;


export type CorrectToRatesMutation = { readonly correctToRates: { readonly __typename: 'CorrectToRatesPayload', readonly lineCount: number | null, readonly replayed: boolean, readonly lines: ReadonlyArray<{ readonly __typename: 'SettlementLine', readonly id: string, readonly rateAgreedSince: { readonly __typename: 'AgreedRate', readonly id: string } | null }>, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DecideMonthChangeMutationVariables = Exact<{
  input: DecideMonthChangeInput;
}>;


export type DecideMonthChangeMutation = { readonly decideMonthChange: { readonly __typename: 'MonthChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'AccountingMonthChange', readonly id: string, readonly month: string, readonly act: AccountingMonthAct, readonly reason: AccountingMonthReopening | null, readonly state: AccountingMonthActState, readonly askedBy: string, readonly askedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DemandRepaymentMutationVariables = Exact<{
  input: DemandRepaymentInput;
}>;


export type DemandRepaymentMutation = { readonly demandRepayment: { readonly __typename: 'ReceivablePayload', readonly replayed: boolean, readonly receivable: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly repaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DisputedLinesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DisputedLinesQuery = { readonly disputedLines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly treatedOn: string, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DisputesScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  language?: Language;
}>;


export type DisputesScreenQuery = { readonly disputedLines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly state: SettlementLineState, readonly reason: CorrectionReason | null, readonly treatedOn: string, readonly attempt: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly corrects: { readonly __typename: 'SettlementLine', readonly id: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly rateAgreedSince: { readonly __typename: 'AgreedRate', readonly id: string, readonly validFrom: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly sessionNumber: number, readonly channel: Channel, readonly quote: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly clauseInWords: string, readonly message: string }> }, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly approvedAt: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string }, readonly disputeAnswers: ReadonlyArray<{ readonly __typename: 'DisputeAnswer', readonly answeredAt: string, readonly finding: DisputeFinding, readonly cameAt: string | null, readonly leftAt: string | null, readonly inRecord: boolean | null, readonly words: string | null }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ExportPaymentFileMutationVariables = Exact<{
  input: ExportPaymentFileInput;
}>;


export type ExportPaymentFileMutation = { readonly exportPaymentFile: { readonly __typename: 'ExportPaymentFilePayload', readonly replayed: boolean, readonly files: ReadonlyArray<{ readonly __typename: 'PaymentFile', readonly place: number, readonly paymentCount: number, readonly fileName: string, readonly mediaType: string, readonly messageId: string, readonly sha256: string | null, readonly content: string | null }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type FindPaymentQueryVariables = Exact<{
  endToEndId: string;
}>;


export type FindPaymentQuery = { readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly reasonInWords: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly lines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly treatedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string } } }> } } | null };

export type ImportBankFileMutationVariables = Exact<{
  input: ImportBankFileInput;
}>;


export type ImportBankFileMutation = { readonly importBankFile: { readonly __typename: 'ImportBankFilePayload', readonly replayed: boolean, readonly file: { readonly __typename: 'BankFile', readonly id: string, readonly kind: string, readonly messageId: string, readonly known: boolean, readonly lineCount: number, readonly accepted: number, readonly booked: number, readonly rejected: number, readonly returned: number, readonly unchanged: number, readonly exceptions: ReadonlyArray<{ readonly __typename: 'BankFileLine', readonly place: string, readonly reason: BankExceptionReason }>, readonly accounts: ReadonlyArray<{ readonly __typename: 'BankFileAccount', readonly place: string, readonly entryCount: number, readonly leftAlone: BankAccountLeftAlone | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type LedgerQueryVariables = Exact<{
  account: LedgerAccountName;
  first: number;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { readonly ledger: { readonly __typename: 'LedgerAccount', readonly account: LedgerAccountName, readonly asOf: string, readonly balance: { readonly __typename: 'Money', readonly amountMinor: string }, readonly pending: { readonly __typename: 'Money', readonly amountMinor: string }, readonly postings: { readonly __typename: 'LedgerPostingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'LedgerPostingEdge', readonly node: { readonly __typename: 'LedgerPosting', readonly id: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly owner: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null, readonly entry: { readonly __typename: 'LedgerEntry', readonly id: string, readonly kind: LedgerEntryKind, readonly status: LedgerEntryStatus, readonly effectiveOn: string, readonly recordedAt: string, readonly reason: { readonly __typename: 'LedgerReason', readonly code: string, readonly source: LedgerReasonSource, readonly inWords: string } | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string } | null, readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } };

export type MonthChangesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MonthChangesQuery = { readonly monthChanges: { readonly __typename: 'AccountingMonthChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AccountingMonthChangeEdge', readonly node: { readonly __typename: 'AccountingMonthChange', readonly id: string, readonly month: string, readonly act: AccountingMonthAct, readonly reason: AccountingMonthReopening | null, readonly state: AccountingMonthActState, readonly askedBy: string, readonly askedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MonthsScreenQueryVariables = Exact<{
  month: string;
  first: number;
}>;


export type MonthsScreenQuery = { readonly accountingMonth: { readonly __typename: 'AccountingMonth', readonly month: string, readonly asOf: string, readonly closed: boolean, readonly accruedCount: number, readonly voucherCount: number, readonly accrued: { readonly __typename: 'Money', readonly amountMinor: string }, readonly totals: ReadonlyArray<{ readonly __typename: 'AccountingMonthTotal', readonly account: LedgerAccountName, readonly number: string, readonly opening: { readonly __typename: 'Money', readonly amountMinor: string }, readonly debit: { readonly __typename: 'Money', readonly amountMinor: string }, readonly credit: { readonly __typename: 'Money', readonly amountMinor: string }, readonly closing: { readonly __typename: 'Money', readonly amountMinor: string } }>, readonly openLines: ReadonlyArray<{ readonly __typename: 'OpenLineAge', readonly fromDays: number, readonly throughDays: number | null, readonly lineCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string } }> }, readonly monthChanges: { readonly __typename: 'AccountingMonthChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AccountingMonthChangeEdge', readonly node: { readonly __typename: 'AccountingMonthChange', readonly id: string, readonly month: string, readonly act: AccountingMonthAct, readonly reason: AccountingMonthReopening | null, readonly state: AccountingMonthActState, readonly askedBy: string, readonly askedAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null } }> } };

export type OpenReceivablesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type OpenReceivablesQuery = { readonly openReceivables: { readonly __typename: 'ReceivableConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ReceivableEdge', readonly node: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly repaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PaymentFileQueryVariables = Exact<{
  batchId: string;
  place?: number | null | undefined;
}>;


export type PaymentFileQuery = { readonly settlementBatch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly files: ReadonlyArray<{ readonly __typename: 'PaymentFile', readonly fileName: string, readonly url: string | null, readonly content: string | null }> } | null };

export type PaymentScreenQueryVariables = Exact<{
  endToEndId: string;
  first: number;
  after?: string | null | undefined;
  language?: Language;
}>;


export type PaymentScreenQuery = { readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly pays: SettlementBatchPays, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly reasonInWords: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly accountEndsWith: string | null, readonly byNemKonto: boolean, readonly lineCount: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly cvr: string } | null, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string } | null, readonly bankAnswers: ReadonlyArray<{ readonly __typename: 'BankAnswer', readonly id: string, readonly kind: BankAnswerKind, readonly toldAt: string, readonly bookedOn: string | null, readonly reasonInWords: string | null }>, readonly selfBills: ReadonlyArray<{ readonly __typename: 'SelfBill', readonly id: string, readonly number: string, readonly kind: SelfBillKind, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string } }>, readonly lines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly state: SettlementLineState, readonly reason: CorrectionReason | null, readonly treatedOn: string, readonly attempt: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly corrects: { readonly __typename: 'SettlementLine', readonly id: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly rateAgreedSince: { readonly __typename: 'AgreedRate', readonly id: string, readonly validFrom: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly sessionNumber: number, readonly channel: Channel, readonly quote: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly clauseInWords: string, readonly message: string }> }, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly approvedAt: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type RateCorrectionsQueryVariables = Exact<{
  clinicId: string;
  from: string;
  until: string;
}>;


export type RateCorrectionsQuery = { readonly rateCorrections: { readonly __typename: 'RateCorrectionPreview', readonly lineCount: number, readonly leftOutCount: number, readonly digest: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly corrections: ReadonlyArray<{ readonly __typename: 'RateCorrection', readonly leftOut: RateCorrectionLeftOut | null, readonly difference: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly validFrom: string, readonly retroactive: boolean, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }, readonly line: { readonly __typename: 'SettlementLine', readonly id: string, readonly treatedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> } };

export type RecordRepaymentMutationVariables = Exact<{
  input: RecordRepaymentInput;
}>;


export type RecordRepaymentMutation = { readonly recordRepayment: { readonly __typename: 'ReceivablePayload', readonly replayed: boolean, readonly receivable: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly repaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RefuseAccountChangeMutationVariables = Exact<{
  input: RefuseAccountChangeInput;
}>;


export type RefuseAccountChangeMutation = { readonly refuseAccountChange: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RejectSettlementBatchMutationVariables = Exact<{
  input: ChangeSettlementBatchInput;
}>;


export type RejectSettlementBatchMutation = { readonly rejectSettlementBatch: { readonly __typename: 'SettlementBatchPayload', readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly lineCount: number, readonly paymentCount: number, readonly changedBy: string | null, readonly changeReason: SettlementBatchChange | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ReopenSettlementBatchMutationVariables = Exact<{
  input: ChangeSettlementBatchInput;
}>;


export type ReopenSettlementBatchMutation = { readonly reopenSettlementBatch: { readonly __typename: 'SettlementBatchPayload', readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly lineCount: number, readonly paymentCount: number, readonly changedBy: string | null, readonly changeReason: SettlementBatchChange | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ResolveBankExceptionMutationVariables = Exact<{
  input: ResolveBankExceptionInput;
}>;


export type ResolveBankExceptionMutation = { readonly resolveBankException: { readonly __typename: 'ResolveBankExceptionPayload', readonly replayed: boolean, readonly exception: { readonly __typename: 'BankException', readonly id: string, readonly resolution: BankExceptionResolution | null, readonly proposedBy: string | null, readonly resolvedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SettleDisputeMutationVariables = Exact<{
  input: SettleDisputeInput;
}>;


export type SettleDisputeMutation = { readonly settleDispute: { readonly __typename: 'CorrectSettlementPayload', readonly replayed: boolean, readonly line: { readonly __typename: 'SettlementLine', readonly id: string, readonly state: SettlementLineState } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SettlementBatchQueryVariables = Exact<{
  id: string;
  first: number;
}>;


export type SettlementBatchQuery = { readonly settlementBatch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly total: { readonly __typename: 'Money', readonly amountMinor: string }, readonly payments: { readonly __typename: 'SettlementPaymentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementPaymentEdge', readonly node: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly selfBillNumber: string | null, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } }> } } | null };

export type SettlementBatchesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SettlementBatchesQuery = { readonly settlementBatches: { readonly __typename: 'SettlementBatchConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementBatchEdge', readonly node: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly through: string, readonly executionOn: string, readonly lineCount: number, readonly paymentCount: number, readonly total: { readonly __typename: 'Money', readonly amountMinor: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SettlementTasksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SettlementTasksQuery = { readonly settlementTasks: { readonly __typename: 'SettlementTaskConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementTaskEdge', readonly node: { readonly __typename: 'SettlementTask', readonly reason: LeftOutReason, readonly lineCount: number, readonly raisedAt: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type TransferReceivableMutationVariables = Exact<{
  input: TransferReceivableInput;
}>;


export type TransferReceivableMutation = { readonly transferReceivable: { readonly __typename: 'ReceivablePayload', readonly replayed: boolean, readonly receivable: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly repaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type TrialBalanceQueryVariables = Exact<{
  asOf?: string | null | undefined;
}>;


export type TrialBalanceQuery = { readonly trialBalance: ReadonlyArray<{ readonly __typename: 'LedgerBalance', readonly account: LedgerAccountName, readonly balance: { readonly __typename: 'Money', readonly amountMinor: string }, readonly pending: { readonly __typename: 'Money', readonly amountMinor: string } }> };

export type WithdrawPaymentMutationVariables = Exact<{
  input: WithdrawPaymentInput;
}>;


export type WithdrawPaymentMutation = { readonly withdrawPayment: { readonly __typename: 'SettlementBatchPayload', readonly replayed: boolean, readonly batch: { readonly __typename: 'SettlementBatch', readonly id: string, readonly reference: string, readonly state: SettlementBatchState, readonly lineCount: number, readonly paymentCount: number, readonly changedBy: string | null, readonly changeReason: SettlementBatchChange | null, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export const AccountChanges = /* @__PURE__ */ registered<AccountChangesQuery, AccountChangesQueryVariables>(
  "90204a18840419f41d5a8ba3e0c45382930ee3e1c7f9e002bb0aa074cb74da14",
  "query AccountChanges($first: Int!, $after: String, $state: AccountChangeState) {\n  accountChanges(first: $first, after: $after, state: $state) {\n    edges {\n      node {\n        id\n        registrationNumber\n        maskedAccountNumber\n        state\n        statedBy\n        statedAt\n        appliesAt\n        decidedBy\n        decidedAt\n        reason\n        organisation {\n          id\n          legalName\n          account {\n            registrationNumber\n            maskedAccountNumber\n            changedAt\n            blockedAt\n            blockedReason\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AccountingMonth = /* @__PURE__ */ registered<AccountingMonthQuery, AccountingMonthQueryVariables>(
  "bc29b3723520919f880ba765a2bd435b510ccfde82a3ede9e29e64b2ba5560d8",
  "query AccountingMonth($month: LocalDate!, $asOf: DateTime) {\n  accountingMonth(month: $month, asOf: $asOf) {\n    month\n    asOf\n    closed\n    accrued {\n      amountMinor\n      currency\n      __typename\n    }\n    accruedCount\n    voucherCount\n    totals {\n      account\n      number\n      opening {\n        amountMinor\n        currency\n        __typename\n      }\n      debit {\n        amountMinor\n        currency\n        __typename\n      }\n      credit {\n        amountMinor\n        currency\n        __typename\n      }\n      closing {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    openLines {\n      fromDays\n      throughDays\n      lineCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AccountingMonthFile = /* @__PURE__ */ registered<AccountingMonthFileQuery, AccountingMonthFileQueryVariables>(
  "cf85a684639926a20782be048b77edbd7ffc4c886a86d3398d2ba4ee66879495",
  "query AccountingMonthFile($month: LocalDate!, $asOf: DateTime, $part: PositiveInt!, $journal: Boolean!, $ledger: Boolean!) {\n  accountingMonth(month: $month, asOf: $asOf) {\n    month\n    asOf\n    journal(part: $part) @include(if: $journal) {\n      fileName\n      url\n      base64\n      __typename\n    }\n    generalLedger @include(if: $ledger) {\n      fileName\n      url\n      base64\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AgreeInstalments = /* @__PURE__ */ registered<AgreeInstalmentsMutation, AgreeInstalmentsMutationVariables>(
  "00000bfa2db39743f9e3fc66720bb2e0ec3c842c1a36e66cebde253da5eac23a",
  "mutation AgreeInstalments($input: AgreeInstalmentsInput!) {\n  agreeInstalments(input: $input) {\n    receivable {\n      id\n      reference\n      demandedOn\n      amount {\n        amountMinor\n        currency\n        __typename\n      }\n      repaid {\n        amountMinor\n        currency\n        __typename\n      }\n      left {\n        amountMinor\n        currency\n        __typename\n      }\n      instalments {\n        dueOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveSettlementBatch = /* @__PURE__ */ registered<ApproveSettlementBatchMutation, ApproveSettlementBatchMutationVariables>(
  "7a40a48e2a5f1f2efd9523a35071541edac2122afe8051cbfbefee58f2115d54",
  "mutation ApproveSettlementBatch($input: ApproveSettlementBatchInput!) {\n  approveSettlementBatch(input: $input) {\n    batch {\n      id\n      reference\n      state\n      approvedAt\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AskMonthChange = /* @__PURE__ */ registered<AskMonthChangeMutation, AskMonthChangeMutationVariables>(
  "6243797da09e4f37f0071144c031b1c442860404b6d79a9b256565e7bb8e60fb",
  "mutation AskMonthChange($input: AskMonthChangeInput!) {\n  askMonthChange(input: $input) {\n    change {\n      id\n      month\n      act\n      reason\n      state\n      askedBy\n      askedAt\n      decidedBy\n      decidedAt\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BankExceptions = /* @__PURE__ */ registered<BankExceptionsQuery, BankExceptionsQueryVariables>(
  "0243d9f051a65bf3b7438d7a218e7d31f6222494d57b72da9cc01dc99a790d54",
  "query BankExceptions($first: Int!, $after: String) {\n  bankExceptions(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reason\n        reference\n        entryCount\n        resolution\n        proposedBy\n        amount {\n          amountMinor\n          __typename\n        }\n        unexplained {\n          amountMinor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BankImports = /* @__PURE__ */ registered<BankImportsQuery, BankImportsQueryVariables>(
  "c8b6a6fe5aaf41e2175b3151eee848e3969c56c4fd7b6061a5629d348508e6ab",
  "query BankImports {\n  bankImports {\n    sha256\n    phase\n    done\n    total\n    startedAt\n    saidAt\n    __typename\n  }\n}",
);
export const BankScreen = /* @__PURE__ */ registered<BankScreenQuery, BankScreenQueryVariables>(
  "c4e2a5f54a39c9dab878afe9ba8e3c7f899ce18bf0797141368f4d9aa9af0a47",
  "query BankScreen($first: Int!, $after: String, $statements: Int!) {\n  bankExceptions(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reason\n        reference\n        place\n        bankReference\n        bookedOn\n        entryCount\n        resolution\n        proposedBy\n        amount {\n          amountMinor\n          __typename\n        }\n        unexplained {\n          amountMinor\n          __typename\n        }\n        payment {\n          id\n          endToEndId\n          state\n          amount {\n            amountMinor\n            __typename\n          }\n          organisation {\n            id\n            legalName\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n  bankStatements(first: $statements) {\n    edges {\n      node {\n        reference\n        account\n        openingOn\n        closingOn\n        entryCount\n        openExceptions\n        opening {\n          amountMinor\n          __typename\n        }\n        closing {\n          amountMinor\n          __typename\n        }\n        book {\n          amountMinor\n          __typename\n        }\n        difference {\n          amountMinor\n          __typename\n        }\n        explained {\n          reason\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        charges {\n          amountMinor\n          __typename\n        }\n        interest {\n          amountMinor\n          __typename\n        }\n        unexplained {\n          amountMinor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  bankImports {\n    sha256\n    phase\n    done\n    total\n    startedAt\n    saidAt\n    __typename\n  }\n  settlementTasks(first: $first) {\n    edges {\n      node {\n        reason\n        lineCount\n        raisedAt\n        total {\n          amountMinor\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BankStatements = /* @__PURE__ */ registered<BankStatementsQuery, BankStatementsQueryVariables>(
  "859ed4adbc1828657ba1288518af4abc00b38962d2716b8f8f03701a96d76ece",
  "query BankStatements($first: Int!, $after: String) {\n  bankStatements(first: $first, after: $after) {\n    edges {\n      node {\n        reference\n        account\n        openingOn\n        closingOn\n        opening {\n          amountMinor\n          __typename\n        }\n        closing {\n          amountMinor\n          __typename\n        }\n        book {\n          amountMinor\n          __typename\n        }\n        difference {\n          amountMinor\n          __typename\n        }\n        explained {\n          reason\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        entryCount\n        charges {\n          amountMinor\n          __typename\n        }\n        interest {\n          amountMinor\n          __typename\n        }\n        unexplained {\n          amountMinor\n          __typename\n        }\n        openExceptions\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BatchScreen = /* @__PURE__ */ registered<BatchScreenQuery, BatchScreenQueryVariables>(
  "3397e20db4011c7404563e24b597b3cd520848018288b7f7ef95b6745f94eb21",
  "query BatchScreen($id: ID!, $first: Int!, $after: String, $language: Language! = DA) {\n  settlementBatch(id: $id) {\n    id\n    reference\n    state\n    pays\n    through\n    executionOn\n    lineCount\n    paymentCount\n    closedBy\n    closedAt\n    approvedBy\n    approvedAt\n    exportedAt\n    changedBy\n    changeReason\n    total {\n      amountMinor\n      __typename\n    }\n    files {\n      place\n      fileName\n      url\n      channel\n      state\n      paymentCount\n      rejectedCount\n      deliveredAt\n      total {\n        amountMinor\n        __typename\n      }\n      __typename\n    }\n    payments(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          endToEndId\n          state\n          stateReason\n          reasonInWords(language: $language)\n          expectedOn\n          paidOn\n          lineCount\n          accountEndsWith\n          byNemKonto\n          amount {\n            amountMinor\n            __typename\n          }\n          organisation {\n            id\n            legalName\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BatchesScreen = /* @__PURE__ */ registered<BatchesScreenQuery, BatchesScreenQueryVariables>(
  "2695bd5f50d31c102274028bb08af7787bda692562196e19dac5eddf4b06a629",
  "query BatchesScreen($first: Int!) {\n  settlementBatches(first: $first) {\n    edges {\n      node {\n        id\n        reference\n        state\n        pays\n        through\n        executionOn\n        lineCount\n        paymentCount\n        total {\n          amountMinor\n          currency\n          __typename\n        }\n        closedBy\n        closedAt\n        approvedBy\n        approvedAt\n        exportedAt\n        payments(first: 5) {\n          edges {\n            node {\n              id\n              endToEndId\n              state\n              stateReason\n              expectedOn\n              paidOn\n              amount {\n                amountMinor\n                currency\n                __typename\n              }\n              organisation {\n                id\n                legalName\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  bankExceptions(first: $first) {\n    edges {\n      node {\n        id\n        reason\n        reference\n        place\n        bookedOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        payment {\n          id\n          endToEndId\n          state\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  disputedLines(first: $first) {\n    edges {\n      node {\n        id\n        state\n        treatedOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        booking {\n          id\n          reference\n          __typename\n        }\n        clinic {\n          id\n          name\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  trialBalance {\n    account\n    balance {\n      amountMinor\n      currency\n      __typename\n    }\n    pending {\n      amountMinor\n      currency\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CloseReimbursementBatch = /* @__PURE__ */ registered<CloseReimbursementBatchMutation, CloseReimbursementBatchMutationVariables>(
  "ec59fe0fd5957812ab6619434d3c403ecac60267a43fd7bf19dd9d4f1842821f",
  "mutation CloseReimbursementBatch($input: CloseReimbursementBatchInput!) {\n  closeReimbursementBatch(input: $input) {\n    batch {\n      id\n      reference\n      pays\n      state\n      through\n      executionOn\n      lineCount\n      paymentCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    withoutCivilNumber\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CloseSettlementBatch = /* @__PURE__ */ registered<CloseSettlementBatchMutation, CloseSettlementBatchMutationVariables>(
  "160f992fecd8995be111cd7c72c6c8b26a007dd7766ec89ab898fb7638265e82",
  "mutation CloseSettlementBatch($input: CloseSettlementBatchInput!) {\n  closeSettlementBatch(input: $input) {\n    batch {\n      id\n      reference\n      state\n      through\n      executionOn\n      lineCount\n      paymentCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    leftOut {\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClosingPreview = /* @__PURE__ */ registered<ClosingPreviewQuery, ClosingPreviewQueryVariables>(
  "53d6273618e04a712a353a7f94692308f89b6f3d4a74f6a78b9ba2d4296f5b22",
  "query ClosingPreview($through: LocalDate!) {\n  closingPreview(through: $through) {\n    through\n    executionOn\n    lineCount\n    paymentCount\n    total {\n      amountMinor\n      __typename\n    }\n    payments {\n      lineCount\n      total {\n        amountMinor\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    leftOut {\n      reason\n      total {\n        amountMinor\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CompanyCharges = /* @__PURE__ */ registered<CompanyChargesQuery, CompanyChargesQueryVariables>(
  "d6874d7d0abf365b2327b49616057c11130d96563c963189262eab648b9b05d1",
  "query CompanyCharges($since: DateTime) {\n  companyCharges(since: $since) {\n    policy {\n      id\n      __typename\n    }\n    paidFor {\n      id\n      kind\n      __typename\n    }\n    treatedOn\n    amount {\n      amountMinor\n      __typename\n    }\n    cause\n    leftOn\n    lastDay\n    recordedAt\n    __typename\n  }\n}",
);
export const ConfirmAccountChange = /* @__PURE__ */ registered<ConfirmAccountChangeMutation, ConfirmAccountChangeMutationVariables>(
  "024ae79abcff428bbe4722b4bbe1db671bfc89ff4053869956ba4d24c2f87478",
  "mutation ConfirmAccountChange($input: ConfirmAccountChangeInput!) {\n  confirmAccountChange(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ConfirmBankException = /* @__PURE__ */ registered<ConfirmBankExceptionMutation, ConfirmBankExceptionMutationVariables>(
  "d1bb75e1d313c8699135c5e1c70846d543b2fc7f11cd66a97dfc2b69b933c48a",
  "mutation ConfirmBankException($input: ConfirmBankExceptionInput!) {\n  confirmBankException(input: $input) {\n    exception {\n      id\n      resolution\n      proposedBy\n      resolvedAt\n      against {\n        id\n        __typename\n      }\n      unexplained {\n        amountMinor\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CorrectSettlement = /* @__PURE__ */ registered<CorrectSettlementMutation, CorrectSettlementMutationVariables>(
  "d7dbbeec7911ed151a1fea1b1464f49bf1e0e2b5d0044900f5199b5519527172",
  "mutation CorrectSettlement($input: CorrectSettlementInput!) {\n  correctSettlement(input: $input) {\n    line {\n      id\n      kind\n      state\n      reason\n      amount {\n        amountMinor\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CorrectToRates = /* @__PURE__ */ registered<CorrectToRatesMutation, CorrectToRatesMutationVariables>(
  "62d742cc231736e11ada020e086cc36490337d9bf25a6a042f2842d3f23dc081",
  "mutation CorrectToRates($input: CorrectToRatesInput!) {\n  correctToRates(input: $input) {\n    lines {\n      id\n      rateAgreedSince {\n        id\n        __typename\n      }\n      __typename\n    }\n    lineCount\n    total {\n      amountMinor\n      currency\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DecideMonthChange = /* @__PURE__ */ registered<DecideMonthChangeMutation, DecideMonthChangeMutationVariables>(
  "5dd30bf468682b9751afc58612676111c75616c49e60dfbd6330d5502fdf4044",
  "mutation DecideMonthChange($input: DecideMonthChangeInput!) {\n  decideMonthChange(input: $input) {\n    change {\n      id\n      month\n      act\n      reason\n      state\n      askedBy\n      askedAt\n      decidedBy\n      decidedAt\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DemandRepayment = /* @__PURE__ */ registered<DemandRepaymentMutation, DemandRepaymentMutationVariables>(
  "28223358155c602c887a19723a809c49306e1ce586d4717094761197a68e9b47",
  "mutation DemandRepayment($input: DemandRepaymentInput!) {\n  demandRepayment(input: $input) {\n    receivable {\n      id\n      reference\n      demandedOn\n      amount {\n        amountMinor\n        currency\n        __typename\n      }\n      repaid {\n        amountMinor\n        currency\n        __typename\n      }\n      left {\n        amountMinor\n        currency\n        __typename\n      }\n      instalments {\n        dueOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DisputedLines = /* @__PURE__ */ registered<DisputedLinesQuery, DisputedLinesQueryVariables>(
  "343b54a088e9c6022fe6c8c70f26ae9651dbe4a4405433a30eef48dbf23858e3",
  "query DisputedLines($first: Int!, $after: String) {\n  disputedLines(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        booking {\n          id\n          reference\n          __typename\n        }\n        service {\n          code\n          name\n          __typename\n        }\n        treatedOn\n        amount {\n          amountMinor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DisputesScreen = /* @__PURE__ */ registered<DisputesScreenQuery, DisputesScreenQueryVariables>(
  "12b187f298f0530d76a6306fe65638ca6ac27b171c304da12f8074a0ed437fab",
  "query DisputesScreen($first: Int!, $after: String, $language: Language! = DA) {\n  disputedLines(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        kind\n        state\n        reason\n        treatedOn\n        attempt\n        amount {\n          amountMinor\n          __typename\n        }\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        clinic {\n          id\n          name\n          __typename\n        }\n        corrects {\n          id\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        rateAgreedSince {\n          id\n          validFrom\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        booking {\n          id\n          reference\n          startsAt\n          sessionNumber\n          channel\n          quote {\n            gross {\n              amountMinor\n              __typename\n            }\n            publicPays {\n              amountMinor\n              __typename\n            }\n            insurerPays {\n              amountMinor\n              __typename\n            }\n            memberPays {\n              amountMinor\n              __typename\n            }\n            reasons {\n              code\n              clauseInWords(language: $language)\n              message(language: $language)\n              __typename\n            }\n            __typename\n          }\n          rate {\n            id\n            session\n            channel\n            validFrom\n            validUntil\n            approvedAt\n            amount {\n              amountMinor\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        disputeAnswers {\n          answeredAt\n          finding\n          cameAt\n          leftAt\n          inRecord\n          words\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ExportPaymentFile = /* @__PURE__ */ registered<ExportPaymentFileMutation, ExportPaymentFileMutationVariables>(
  "8e1c8d4d7a80e8120da69fdf175418853ee0ea209c9f8b00b18dc021bce0d51a",
  "mutation ExportPaymentFile($input: ExportPaymentFileInput!) {\n  exportPaymentFile(input: $input) {\n    files {\n      place\n      paymentCount\n      fileName\n      mediaType\n      messageId\n      sha256\n      content\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindPayment = /* @__PURE__ */ registered<FindPaymentQuery, FindPaymentQueryVariables>(
  "88500a5100c0de68d651eeb8220c7b897e86a9bfa488ed337f71a1b0d3d65bfc",
  "query FindPayment($endToEndId: String!) {\n  payment(endToEndId: $endToEndId) {\n    id\n    endToEndId\n    state\n    reasonInWords\n    expectedOn\n    paidOn\n    amount {\n      amountMinor\n      currency\n      __typename\n    }\n    lines(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          treatedOn\n          amount {\n            amountMinor\n            currency\n            __typename\n          }\n          booking {\n            id\n            reference\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ImportBankFile = /* @__PURE__ */ registered<ImportBankFileMutation, ImportBankFileMutationVariables>(
  "30c28ffbd814beba6c32e584b935598ae2ea6d84790ebc254051a26df470ad52",
  "mutation ImportBankFile($input: ImportBankFileInput!) {\n  importBankFile(input: $input) {\n    file {\n      id\n      kind\n      messageId\n      known\n      lineCount\n      accepted\n      booked\n      rejected\n      returned\n      unchanged\n      exceptions {\n        place\n        reason\n        __typename\n      }\n      accounts {\n        place\n        entryCount\n        leftAlone\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Ledger = /* @__PURE__ */ registered<LedgerQuery, LedgerQueryVariables>(
  "8768c0cfbdbab49c37eeed90fe6773f90523147f5e9720dc94de9824abe942bc",
  "query Ledger($account: LedgerAccountName!, $first: Int!, $after: String) {\n  ledger(account: $account) {\n    account\n    asOf\n    balance {\n      amountMinor\n      __typename\n    }\n    pending {\n      amountMinor\n      __typename\n    }\n    postings(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          amount {\n            amountMinor\n            __typename\n          }\n          owner {\n            id\n            legalName\n            __typename\n          }\n          entry {\n            id\n            kind\n            status\n            effectiveOn\n            recordedAt\n            reason {\n              code\n              source\n              inWords\n              __typename\n            }\n            booking {\n              id\n              reference\n              __typename\n            }\n            payment {\n              id\n              endToEndId\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MonthChanges = /* @__PURE__ */ registered<MonthChangesQuery, MonthChangesQueryVariables>(
  "e77bb02250dc007c5ddab9be76ca627823f2896d3b59e690a60a2419a18fc59d",
  "query MonthChanges($first: Int!, $after: String) {\n  monthChanges(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        month\n        act\n        reason\n        state\n        askedBy\n        askedAt\n        decidedBy\n        decidedAt\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MonthsScreen = /* @__PURE__ */ registered<MonthsScreenQuery, MonthsScreenQueryVariables>(
  "f5a2d76d8da8a02d72a9fbfb68425376e8e7d4cfaf82f77f01f1ba52a1b9c26d",
  "query MonthsScreen($month: LocalDate!, $first: Int!) {\n  accountingMonth(month: $month) {\n    month\n    asOf\n    closed\n    accruedCount\n    voucherCount\n    accrued {\n      amountMinor\n      __typename\n    }\n    totals {\n      account\n      number\n      opening {\n        amountMinor\n        __typename\n      }\n      debit {\n        amountMinor\n        __typename\n      }\n      credit {\n        amountMinor\n        __typename\n      }\n      closing {\n        amountMinor\n        __typename\n      }\n      __typename\n    }\n    openLines {\n      fromDays\n      throughDays\n      lineCount\n      total {\n        amountMinor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  monthChanges(first: $first) {\n    edges {\n      node {\n        id\n        month\n        act\n        reason\n        state\n        askedBy\n        askedAt\n        decidedBy\n        decidedAt\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const OpenReceivables = /* @__PURE__ */ registered<OpenReceivablesQuery, OpenReceivablesQueryVariables>(
  "dc09a4ab17e9c0435e78a1d708612a8f827258695fa503ba69fc8f401a5bf2f0",
  "query OpenReceivables($first: Int!, $after: String) {\n  openReceivables(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        demandedOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        repaid {\n          amountMinor\n          currency\n          __typename\n        }\n        left {\n          amountMinor\n          currency\n          __typename\n        }\n        instalments {\n          dueOn\n          amount {\n            amountMinor\n            currency\n            __typename\n          }\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentFile = /* @__PURE__ */ registered<PaymentFileQuery, PaymentFileQueryVariables>(
  "6ef69fb935355abf1babf938c80f42253f03c804319e88c2f108f62a0678f25b",
  "query PaymentFile($batchId: ID!, $place: PositiveInt) {\n  settlementBatch(id: $batchId) {\n    id\n    files(place: $place) {\n      fileName\n      url\n      content\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentScreen = /* @__PURE__ */ registered<PaymentScreenQuery, PaymentScreenQueryVariables>(
  "1686f9c2e99c56a3e8af02f0fab2c4536d3a5a7f18fdabfd013c6f6635362124",
  "query PaymentScreen($endToEndId: String!, $first: Int!, $after: String, $language: Language! = DA) {\n  payment(endToEndId: $endToEndId) {\n    id\n    endToEndId\n    pays\n    state\n    stateReason\n    reasonInWords(language: $language)\n    expectedOn\n    paidOn\n    accountEndsWith\n    byNemKonto\n    lineCount\n    amount {\n      amountMinor\n      __typename\n    }\n    organisation {\n      id\n      legalName\n      cvr\n      __typename\n    }\n    batch {\n      id\n      reference\n      __typename\n    }\n    bankAnswers {\n      id\n      kind\n      toldAt\n      bookedOn\n      reasonInWords(language: $language)\n      __typename\n    }\n    selfBills {\n      id\n      number\n      kind\n      pdf {\n        fileName\n        url\n        __typename\n      }\n      __typename\n    }\n    lines(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          kind\n          state\n          reason\n          treatedOn\n          attempt\n          amount {\n            amountMinor\n            __typename\n          }\n          service {\n            code\n            name(language: $language)\n            __typename\n          }\n          clinic {\n            id\n            name\n            __typename\n          }\n          corrects {\n            id\n            amount {\n              amountMinor\n              __typename\n            }\n            __typename\n          }\n          rateAgreedSince {\n            id\n            validFrom\n            amount {\n              amountMinor\n              __typename\n            }\n            __typename\n          }\n          booking {\n            id\n            reference\n            startsAt\n            sessionNumber\n            channel\n            quote {\n              gross {\n                amountMinor\n                __typename\n              }\n              publicPays {\n                amountMinor\n                __typename\n              }\n              insurerPays {\n                amountMinor\n                __typename\n              }\n              memberPays {\n                amountMinor\n                __typename\n              }\n              reasons {\n                code\n                clauseInWords(language: $language)\n                message(language: $language)\n                __typename\n              }\n              __typename\n            }\n            rate {\n              id\n              session\n              channel\n              validFrom\n              validUntil\n              approvedAt\n              amount {\n                amountMinor\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RateCorrections = /* @__PURE__ */ registered<RateCorrectionsQuery, RateCorrectionsQueryVariables>(
  "e238b94341256110337b83a6b739859bd23b9e40053bc770af12735a0c567547",
  "query RateCorrections($clinicId: ID!, $from: LocalDate!, $until: LocalDate!) {\n  rateCorrections(clinicId: $clinicId, from: $from, until: $until) {\n    lineCount\n    leftOutCount\n    digest\n    total {\n      amountMinor\n      currency\n      __typename\n    }\n    corrections {\n      leftOut\n      difference {\n        amountMinor\n        currency\n        __typename\n      }\n      rate {\n        id\n        validFrom\n        retroactive\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      line {\n        id\n        treatedOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordRepayment = /* @__PURE__ */ registered<RecordRepaymentMutation, RecordRepaymentMutationVariables>(
  "b80e7be1842a68a15db13d5eadaf6b943b983e6dd2d60b9c38871fa42c5be44e",
  "mutation RecordRepayment($input: RecordRepaymentInput!) {\n  recordRepayment(input: $input) {\n    receivable {\n      id\n      reference\n      demandedOn\n      amount {\n        amountMinor\n        currency\n        __typename\n      }\n      repaid {\n        amountMinor\n        currency\n        __typename\n      }\n      left {\n        amountMinor\n        currency\n        __typename\n      }\n      instalments {\n        dueOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RefuseAccountChange = /* @__PURE__ */ registered<RefuseAccountChangeMutation, RefuseAccountChangeMutationVariables>(
  "25ca65f6a34dd02b4e6e8a6fbb1ffa35e2590d833713a049768ce8c63cf9a876",
  "mutation RefuseAccountChange($input: RefuseAccountChangeInput!) {\n  refuseAccountChange(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RejectSettlementBatch = /* @__PURE__ */ registered<RejectSettlementBatchMutation, RejectSettlementBatchMutationVariables>(
  "e9da3176f189cbbc5291636f98a3beaf37b0d76ad701bb5d1690890ac6ad046e",
  "mutation RejectSettlementBatch($input: ChangeSettlementBatchInput!) {\n  rejectSettlementBatch(input: $input) {\n    batch {\n      id\n      reference\n      state\n      lineCount\n      paymentCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      changedBy\n      changeReason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ReopenSettlementBatch = /* @__PURE__ */ registered<ReopenSettlementBatchMutation, ReopenSettlementBatchMutationVariables>(
  "0c8b22981e99d1689060aa9f7a6921268a3742797a8cb133df4a73f02a666de3",
  "mutation ReopenSettlementBatch($input: ChangeSettlementBatchInput!) {\n  reopenSettlementBatch(input: $input) {\n    batch {\n      id\n      reference\n      state\n      lineCount\n      paymentCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      changedBy\n      changeReason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ResolveBankException = /* @__PURE__ */ registered<ResolveBankExceptionMutation, ResolveBankExceptionMutationVariables>(
  "e670e3d4c105029295cbb786a4d2ad08c96e0824fe0259f53391ac281cf0b1a6",
  "mutation ResolveBankException($input: ResolveBankExceptionInput!) {\n  resolveBankException(input: $input) {\n    exception {\n      id\n      resolution\n      proposedBy\n      resolvedAt\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettleDispute = /* @__PURE__ */ registered<SettleDisputeMutation, SettleDisputeMutationVariables>(
  "5aa0d72211df3f959bbb53d634d06fbd062977691b05f134e811bf2dba4954fe",
  "mutation SettleDispute($input: SettleDisputeInput!) {\n  settleDispute(input: $input) {\n    line {\n      id\n      state\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettlementBatch = /* @__PURE__ */ registered<SettlementBatchQuery, SettlementBatchQueryVariables>(
  "c2ffce50bc0035ade9110a15624c1c0181a77651a49b00a9db830b6d3e033e9b",
  "query SettlementBatch($id: ID!, $first: Int!) {\n  settlementBatch(id: $id) {\n    id\n    reference\n    state\n    total {\n      amountMinor\n      __typename\n    }\n    payments(first: $first) {\n      edges {\n        node {\n          id\n          organisation {\n            id\n            legalName\n            __typename\n          }\n          endToEndId\n          selfBillNumber\n          state\n          stateReason\n          expectedOn\n          paidOn\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettlementBatches = /* @__PURE__ */ registered<SettlementBatchesQuery, SettlementBatchesQueryVariables>(
  "224ccf45b56116a5cc688214c213da90f1727f4b5953f50025d35594a19d8b76",
  "query SettlementBatches($first: Int!, $after: String) {\n  settlementBatches(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        through\n        executionOn\n        lineCount\n        paymentCount\n        total {\n          amountMinor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettlementTasks = /* @__PURE__ */ registered<SettlementTasksQuery, SettlementTasksQueryVariables>(
  "8bed9c5077ae95dcacc2738cf9da5ef0fda7a4c162c1105f481b4a27195a560f",
  "query SettlementTasks($first: Int!, $after: String) {\n  settlementTasks(first: $first, after: $after) {\n    edges {\n      node {\n        reason\n        lineCount\n        raisedAt\n        total {\n          amountMinor\n          currency\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const TransferReceivable = /* @__PURE__ */ registered<TransferReceivableMutation, TransferReceivableMutationVariables>(
  "fcc5e6cf042649deb29703028962c2da4acd57fafa5cb5de4d1541ecbef161cd",
  "mutation TransferReceivable($input: TransferReceivableInput!) {\n  transferReceivable(input: $input) {\n    receivable {\n      id\n      reference\n      demandedOn\n      amount {\n        amountMinor\n        currency\n        __typename\n      }\n      repaid {\n        amountMinor\n        currency\n        __typename\n      }\n      left {\n        amountMinor\n        currency\n        __typename\n      }\n      instalments {\n        dueOn\n        amount {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      organisation {\n        id\n        legalName\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const TrialBalance = /* @__PURE__ */ registered<TrialBalanceQuery, TrialBalanceQueryVariables>(
  "c0f1a6e14d4be69c357f5ef1d80cb87141b316eff128f9e3bc834325460bb3b6",
  "query TrialBalance($asOf: DateTime) {\n  trialBalance(asOf: $asOf) {\n    account\n    balance {\n      amountMinor\n      __typename\n    }\n    pending {\n      amountMinor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WithdrawPayment = /* @__PURE__ */ registered<WithdrawPaymentMutation, WithdrawPaymentMutationVariables>(
  "49782f6386fd7d4e850c38d787c888f03b24ede292f7cdc55304e5ac1106c81b",
  "mutation WithdrawPayment($input: WithdrawPaymentInput!) {\n  withdrawPayment(input: $input) {\n    batch {\n      id\n      reference\n      state\n      lineCount\n      paymentCount\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      changedBy\n      changeReason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
