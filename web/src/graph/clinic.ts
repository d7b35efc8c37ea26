/** Made by npm run desk-graph. */
import { registered } from "./registered";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Agrees to self-billing for the caller's own company. */
export type AcceptSelfBillingInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Version of the wording that was read. */
  readonly textVersion: string;
};

/** How easily a clinic is reached and used. Values may be added. */
export type Accessibility =
  /** Accessible toilet. */
  | 'ACCESSIBLE_TOILET'
  /** Hearing loop. */
  | 'HEARING_LOOP'
  /** Lift. */
  | 'LIFT'
  /** Parking for people with disabilities. */
  | 'PARKING'
  /** Sign language. */
  | 'SIGN_LANGUAGE'
  /** Step-free access. */
  | 'STEP_FREE';

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

/** A clinic's answer to a member who says otherwise: what it found, what it knows, and its own words. */
export type AnswerDisputeInput = {
  /** When the member came, on the day of the treatment. */
  readonly cameAt?: string | null | undefined;
  /** What the clinic says. */
  readonly finding: DisputeFinding;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Whether the clinic's record of that day has the treatment. */
  readonly inRecord?: boolean | null | undefined;
  /** When the member left; goes with `cameAt`. */
  readonly leftAt?: string | null | undefined;
  /** The disputed line; of the caller's own company. */
  readonly lineId: string;
  /** Who treated the member; somebody of the clinic. */
  readonly practitionerId?: string | null | undefined;
  /** In the clinic's own words, up to 2,000 characters. Nothing of the member's health: finance reads it. */
  readonly words?: string | null | undefined;
};

/** A therapist's answer. */
export type AnswerStatusReportInput = {
  /** Why more treatment is needed, or none, 3 to 600 characters; health information is not repeated elsewhere. */
  readonly justification: string;
  /** How the treatment goes. */
  readonly progress: Progress;
  /** The status report that was asked for. */
  readonly statusReportId: string;
  /** Treatments held to be needed still. */
  readonly treatmentsNeeded?: number | null | undefined;
  /** Day the therapist wrote it, not before it was asked for. */
  readonly writtenOn: string;
};

/** What became of an appointment whose time has come. */
export type Attendance =
  /** The treatment took place: it counts and is settled. */
  | 'ATTENDED'
  /** The member did not come: nothing counts and nothing is paid (ABS-NO-SHOW). */
  | 'NO_SHOW';

/** Whom an opening is for. */
export type Audience =
  /** Adults. */
  | 'ADULT'
  /** Adults and children. */
  | 'BOTH'
  /** Children. */
  | 'CHILD';

/** What happened to an appointment. */
export type BookingChangeKind =
  /** The member came, or did not. */
  | 'ATTENDED'
  /** Cancelled. */
  | 'CANCELLED'
  /** Booked. */
  | 'CONFIRMED'
  /** Declined. */
  | 'DECLINED'
  /** Moved. */
  | 'MOVED';

/** Which bookings; everything given must hold. */
export type BookingFilterInput = {
  /** Of this claim. */
  readonly claimId?: string | null | undefined;
  /** At this clinic. */
  readonly clinicId?: string | null | undefined;
  /** Starting at or after this instant. */
  readonly from?: string | null | undefined;
  /** Of this member. */
  readonly memberId?: string | null | undefined;
  /** With this reference, e.g. B-1004. */
  readonly reference?: string | null | undefined;
  /** In one of these states. */
  readonly states?: ReadonlyArray<BookingState> | null | undefined;
  /** Starting before this instant. */
  readonly to?: string | null | undefined;
};

/** How an appointment stands. */
export type BookingState =
  /** The treatment took place. */
  | 'ATTENDED'
  /** Cancelled by the clinic. */
  | 'CANCELLED_BY_PROVIDER'
  /** Before the clinic's limit: free of charge. */
  | 'CANCELLED_IN_TIME'
  /** After the clinic's limit: the clinic may charge the member. */
  | 'CANCELLED_LATE'
  /** It lies ahead, or its attendance is not recorded yet. */
  | 'CONFIRMED'
  /** Another booking has taken its place. */
  | 'MOVED'
  /** The member did not come. */
  | 'NO_SHOW';

/** Whether a practitioner's own calendar is known. */
export type BusyFeedState =
  /** Known. */
  | 'KNOWN'
  /** It could not be read or is too old: no opening of the practitioner at the clinic is offered. */
  | 'UNKNOWN';

/** Whose appointments a private calendar holds. */
export type CalendarFeedKind =
  /** Everybody's appointments at a clinic. */
  | 'CLINIC'
  /** A member's own appointments. */
  | 'MEMBER'
  /** One practitioner's appointments at a clinic. */
  | 'PRACTITIONER';

/** How far a source can be relied on. */
export type CapacitySourceState =
  /** It has spoken lately enough to be relied on. */
  | 'CURRENT'
  /** The last try to fetch it failed; what it said before still holds until it is too old. */
  | 'FAILING'
  /** It could not be read or is too old: nothing that hangs on it is offered. */
  | 'UNKNOWN'
  /** It has not been read for the first time; nothing that hangs on it is offered. */
  | 'WAITING';

/** Which private calendar. */
export type ChangeCalendarFeedInput = {
  /** The calendar; must be your own, or of your own clinic. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** States the account that the provider is to be paid to. */
export type ChangeProviderAccountInput = {
  /** Account number: 4 to 10 digits, leading zeros included. */
  readonly accountNumber: string;
  /** Danish IBAN as the bank writes it. It is never computed. */
  readonly iban?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Registration number of the bank: four digits, leading zeros included. */
  readonly registrationNumber: string;
};

/** Which endpoint. */
export type ChangeWebhookInput = {
  /** The endpoint; of your own company, or of the insurer's systems. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** How member and practitioner meet. */
export type Channel =
  /** At the clinic. */
  | 'IN_PERSON'
  /** By video. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE';

/** Closed from ... to ...: a practitioner, a clinic, or with neither all clinics of the company. */
export type CloseTimeInput = {
  /** The clinic; left out, every clinic of your company. */
  readonly clinicId?: string | null | undefined;
  /** From when on; openings that reach into the time are closed as a whole. */
  readonly from: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Only this practitioner; left out, everyone who works there. */
  readonly practitionerId?: string | null | undefined;
  /** True: change nothing, only say who is affected and where each could go. */
  readonly preview?: boolean | null | undefined;
  /** Why, in a few words without health details; the members are told. Up to 200 characters. */
  readonly reason?: string | null | undefined;
  /** Until when, not included; up to two years later. */
  readonly to: string;
};

/** How the content of a file is written into the request. */
export type ContentEncoding =
  /** Its bytes in base64; the file itself must be UTF-8. */
  | 'BASE64'
  /** As text. */
  | 'TEXT';

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

/** A private calendar: of yourself, or as a clinic of everybody or one practitioner there. */
export type CreateCalendarFeedInput = {
  /** For clinics: the clinic; must be one of your own. Members leave it out. */
  readonly clinicId?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** For clinics: only this practitioner's appointments there. */
  readonly practitionerId?: string | null | undefined;
};

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

/** A kind of fact that others may act on. Values may be added. */
export type EventType =
  /** Somebody has asked for a month of the book to be closed or reopened. */
  | 'ACCOUNTING_MONTH_ASKED'
  /** A second person has closed or reopened a month of the book. */
  | 'ACCOUNTING_MONTH_CHANGED'
  /** A month of the book is not closed or reopened as was asked for. */
  | 'ACCOUNTING_MONTH_REFUSED'
  /** The member says that the treatment took place. */
  | 'ATTENDANCE_CONFIRMED'
  /** The member says that the treatment did not take place. */
  | 'ATTENDANCE_DISPUTED'
  /** A member lets somebody else see or speak. */
  | 'AUTHORITY_GRANTED'
  /** An authority opens nothing any more. */
  | 'AUTHORITY_WITHDRAWN'
  /** Openings of a clinic were published, moved, closed, held or given back; read them again. */
  | 'AVAILABILITY_CHANGED'
  /** It was recorded whether the member came. */
  | 'BOOKING_ATTENDED'
  /** An appointment was called off by the member, the health team or the clinic. */
  | 'BOOKING_CANCELLED'
  /** An appointment was booked; also the one that another was moved to. */
  | 'BOOKING_CONFIRMED'
  /** The clinic has spoken with the member by telephone. */
  | 'BOOKING_CONTACTED'
  /** The clinic has rung and nobody answered; the contact is still to be made. */
  | 'BOOKING_CONTACT_ATTEMPTED'
  /** A member turned down the appointment that was found for them. */
  | 'BOOKING_DECLINED'
  /** An appointment was moved and does not take place; the one it was moved to is confirmed by an event of its own. */
  | 'BOOKING_MOVED'
  /** Something was decided or recorded about a claim: it was approved, denied, completed, or its cover changed. */
  | 'CLAIM_CHANGED'
  /** A claim was reported and has an id. */
  | 'CLAIM_REPORTED'
  /** A member has given or renewed a consent for a claim. */
  | 'CONSENT_GIVEN'
  /** A consent holds no longer: what rests on it must stop. */
  | 'CONSENT_WITHDRAWN'
  /** A policy no longer carries a claim or an appointment of it; the health team decides what becomes of it. */
  | 'COVER_LOST'
  /** A person was erased: whoever keeps a copy removes it. */
  | 'MEMBER_ERASED'
  /** A company, a clinic or a practitioner is suspended or leaves the network from a day on. */
  | 'NETWORK_ENDED'
  /** The bank will carry out a payment. */
  | 'PAYMENT_ACCEPTED'
  /** The bank has carried out a payment. */
  | 'PAYMENT_PAID'
  /** The bank has refused a payment. */
  | 'PAYMENT_REJECTED'
  /** A payment came back after the bank had carried it out. */
  | 'PAYMENT_RETURNED'
  /** The bank will carry out a payout to a member. */
  | 'PAYOUT_ACCEPTED'
  /** The bank has carried out a payout to a member. */
  | 'PAYOUT_PAID'
  /** The bank has refused a payout to a member. */
  | 'PAYOUT_REJECTED'
  /** The bank has sent a payout to a member back. */
  | 'PAYOUT_RETURNED'
  /** A cover has ended back in time. */
  | 'POLICY_WITHDRAWN'
  /** A first appointment inside the promise is in danger, or was missed. */
  | 'PROMISE_AT_RISK'
  /** How a promise stands has changed, and it is not in danger. */
  | 'PROMISE_CHANGED'
  /** A second person approved a proposed change of the network, and it was carried out. */
  | 'PROPOSAL_APPROVED'
  /** A second person turned down a proposed change of the network. */
  | 'PROPOSAL_REJECTED'
  /** The bank says that an account cannot be paid to: nothing more is sent there until another is in force. */
  | 'PROVIDER_ACCOUNT_BLOCKED'
  /** A provider is paid to another account from now on. */
  | 'PROVIDER_ACCOUNT_CHANGED'
  /** A second person has confirmed a stated account; it is paid to when its time of waiting is over. */
  | 'PROVIDER_ACCOUNT_CONFIRMED'
  /** A stated account was stopped and will not be paid to. */
  | 'PROVIDER_ACCOUNT_REFUSED'
  /** A provider has stated another account; it is not paid to before a second person has confirmed it. */
  | 'PROVIDER_ACCOUNT_STATED'
  /** A provider lets the insurer issue its invoices. */
  | 'PROVIDER_SELF_BILLING_ACCEPTED'
  /** A rate is agreed from its first day on. */
  | 'RATE_APPROVED'
  /** A rate waits for approval. */
  | 'RATE_PROPOSED'
  /** A proposed rate was turned down. */
  | 'RATE_REJECTED'
  /** A provider has to pay back in money what was taken back. */
  | 'RECEIVABLE_DEMANDED'
  /** It was agreed when what is left of a receivable is paid back. */
  | 'RECEIVABLE_INSTALMENTS_AGREED'
  /** Money that a provider has paid back was recorded. */
  | 'RECEIVABLE_REPAID'
  /** A provider owes now what another company owed before. */
  | 'RECEIVABLE_TAKEN_OVER'
  /** Another company has taken over what a provider owes. */
  | 'RECEIVABLE_TRANSFERRED'
  /** It was decided what a member is reimbursed of a bill. */
  | 'REIMBURSEMENT_DECIDED'
  /** A second person approved a batch. */
  | 'SETTLEMENT_APPROVED'
  /** What is to be paid was gathered into a batch. */
  | 'SETTLEMENT_CLOSED'
  /** A line of a settlement was corrected by another. */
  | 'SETTLEMENT_CORRECTED'
  /** The clinic has said what it knows of a treatment that the member disputes. */
  | 'SETTLEMENT_DISPUTE_ANSWERED'
  /** A line that was held back because the member disputed it may be paid. */
  | 'SETTLEMENT_DISPUTE_SETTLED'
  /** Everything of a batch was settled against each other: no bank hears of it. */
  | 'SETTLEMENT_NETTED'
  /** Somebody closes a batch: its lines are being gathered. */
  | 'SETTLEMENT_OPENED'
  /** A payment was taken out of a batch before its file had left. */
  | 'SETTLEMENT_PAYMENT_WITHDRAWN'
  /** A second person sent a batch back: its lines are payable again. */
  | 'SETTLEMENT_REJECTED'
  /** The approval of a batch was taken back before its file had left. */
  | 'SETTLEMENT_REOPENED'
  /** The payment file of a batch was handed out. */
  | 'SETTLEMENT_SENT'
  /** A clinic has withdrawn openings; appointments at them are told by events of their own. */
  | 'SLOTS_WITHDRAWN'
  /** A clinic has answered how a treatment goes. */
  | 'STATUS_REPORT_ANSWERED';

/** A calendar or publication that the gateway is to fetch itself, again and again. */
export type FollowSourceInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What stands at the address. */
  readonly kind: FollowedKind;
  /** ICALENDAR: whose calendar it is; must work at the clinic. */
  readonly practitionerId?: string | null | undefined;
  /** SMART: what each Schedule stands for, at most 250; others are passed over. */
  readonly schedules?: ReadonlyArray<SmartScheduleInput> | null | undefined;
  /** Minutes without an answer after which it says nothing any more, 5 to 1440; 60 when left out. It is asked for about three times as often. */
  readonly staleAfterMinutes?: number | null | undefined;
  /** The address, https or webcal, at a host that this gateway may fetch from; for Google, Outlook and iCloud the secret one in iCal format. It is kept sealed and shown to nobody. */
  readonly url: string;
};

/** What the gateway fetches by itself. */
export type FollowedKind =
  /** A practitioner's own calendar in iCal format: when they are busy. */
  | 'ICALENDAR'
  /** The manifest of SMART Scheduling Links: what a clinic offers. */
  | 'SMART';

/** Which patients an opening is kept for. */
export type Funding =
  /** For insured and paying patients; a promise with a deadline uses these only. */
  | 'PRIVATE'
  /** For patients of the public agreement. */
  | 'PUBLIC';

/** A way in which a clinic's capacity reaches us. */
export type IntakeCode =
  /** Lines of publishSlots. */
  | 'API'
  /** A spreadsheet. */
  | 'CSV'
  /** A practitioner's own calendar, sent or fetched. */
  | 'ICALENDAR'
  /** FHIR Slots as NDJSON, sent or fetched. */
  | 'SMART';

/** A language in which the gateway has words for people. */
export type Language =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

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

/** What holds for every opening that does not say otherwise. */
export type OfferTermsInput = {
  /** Whom they are for. */
  readonly audience?: Audience | null | undefined;
  /** Hours before the start until which a cancellation is free. */
  readonly cancellationHours?: number | null | undefined;
  /** Units, 1 to 500. */
  readonly capacity?: number | null | undefined;
  /** How to meet. */
  readonly channel?: Channel | null | undefined;
  /** Which patients they are kept for. */
  readonly funding?: Funding | null | undefined;
  /** Languages spoken. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** The practitioner, by our id. */
  readonly practitionerId?: string | null | undefined;
  /** Or by authorisation id. */
  readonly practitionerRef?: string | null | undefined;
  /** Treatments the openings can be used for. */
  readonly services?: ReadonlyArray<ServiceCode> | null | undefined;
};

/** Opens closed time again. */
export type OpenTimeInput = {
  /** The clinic whose closings they are; left out, closings of your whole company. */
  readonly clinicId?: string | null | undefined;
  /** The closings, 1 to 250. */
  readonly closureIds: ReadonlyArray<string>;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** Hours of a day and what the slots in them are for. */
export type OpeningInput = {
  /** Whom the slots are for; null (left out) for everybody. */
  readonly audience?: Audience | null | undefined;
  /** Hours before the start until which a cancellation is free; null (left out) for the clinic's own setting. */
  readonly cancellationHours?: number | null | undefined;
  /** Units of each slot, 1 (null, left out) to 500. */
  readonly capacity?: number | null | undefined;
  /** How to meet; null (left out) for in person. */
  readonly channel?: Channel | null | undefined;
  /** When it closes. */
  readonly endTime: string;
  /** Which patients they are kept for; null (left out) for private ones. */
  readonly funding?: Funding | null | undefined;
  /** Languages spoken; null (left out) for Danish. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** On call for crisis counselling by telephone; null (left out) for no. */
  readonly onCall?: boolean | null | undefined;
  /** Minutes between two slots; null (left out) for none. */
  readonly pauseMinutes?: number | null | undefined;
  /** Treatments the slots can be used for. */
  readonly services: ReadonlyArray<ServiceCode>;
  /** Length of a slot, 5 to 1440 minutes. */
  readonly slotMinutes: number;
  /** When it opens. */
  readonly startTime: string;
};

/** Whether a payment guarantee can be relied on. */
export type PaymentGuaranteeState =
  /** The treatment took place; the payment is settled with the clinic. */
  | 'USED'
  /** The treatment may take place and is paid. */
  | 'VALID'
  /** The appointment or the claim ended without it. */
  | 'VOID';

/** How a treatment goes, in the therapist's eyes. */
export type Progress =
  /** Improved. */
  | 'IMPROVED'
  /** Unchanged. */
  | 'UNCHANGED'
  /** Worse. */
  | 'WORSE';

/** Proposes what a treatment costs from a day on. It applies only after another person of the insurer has approved it. */
export type ProposeRateInput = {
  /** Gross amount per treatment in whole øre, 1 or more; without supplements (PRC-SUPPLEMENTS). */
  readonly amountMinor: string;
  /** The way of meeting it applies to; all when left out. */
  readonly channel?: RateChannel;
  /** The clinic the rate is for. */
  readonly clinicId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** It is agreed for days that have passed. Treatments of those days are paid as they were quoted; finance corrects the difference (correctToRates). */
  readonly retroactive?: boolean;
  /** The treatment. */
  readonly service: ServiceCode;
  /** Which treatment of a claim it is for. */
  readonly session: SessionKind;
  /** First day it applies; today or later, and up to 366 days back where it is retroactive. */
  readonly validFrom: string;
  /** First day it no longer applies; leave out for an open end. */
  readonly validUntil?: string | null | undefined;
};

/** What happens to the good lines of a call when others are refused. */
export type PublishMode =
  /** All lines or none. */
  | 'ATOMIC'
  /** The good lines are saved; each refused one says why. */
  | 'CONTINUE';

/** Publishes, changes and withdraws openings of one clinic. */
export type PublishSlotsInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Up to 10,000 lines. */
  readonly lines: ReadonlyArray<SlotLineInput>;
  /** All lines or none when left out. */
  readonly mode?: PublishMode | null | undefined;
};

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

/** How an agreed rate stands. */
export type RateState =
  /** Approved. */
  | 'APPROVED'
  /** It waits for another person's approval. */
  | 'PROPOSED'
  /** Rejected. */
  | 'REJECTED';

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

/** The clinic says what became of an appointment. */
export type RecordAttendanceInput = {
  /** What became of it. */
  readonly attendance: Attendance;
  /** The clinic's booking, after its start and at most 30 days later. */
  readonly bookingId: string;
  /** Repeating a request with the same key has one effect; kept 30 days. */
  readonly idempotencyKey: string;
};

/** Puts on record that the clinic spoke with the member by telephone, or tried to. */
export type RecordContactInput = {
  /** The booking, by telephone. */
  readonly bookingId: string;
  /** When; now when left out. Between the booking and now. */
  readonly contactedAt?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** False: nobody answered; the contact is still to be made. */
  readonly reached?: boolean;
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

/** An address that is to be told of events. */
export type RegisterWebhookInput = {
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What it is told of; a clinic is told of what `events` tells it. */
  readonly types: ReadonlyArray<EventType>;
  /** The address: https on its usual port at a name of the open internet, no redirect. It is kept sealed and shown to nobody. */
  readonly url: string;
};

/** Stops laying a practitioner's own calendar over the openings at a clinic. */
export type RemoveBusyFeedInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Whose calendar it is. */
  readonly practitionerId: string;
};

/** Removes a schedule with all its free slots to come. */
export type RemoveScheduleInput = {
  /** Version of the schedule as you saw it. */
  readonly expectedVersion: number;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** The schedule; must be one of your own. */
  readonly scheduleId: string;
};

/** Deliveries that are to be sent again. */
export type ResendDeliveriesInput = {
  /** The deliveries of the endpoint, 1 to 100; others are passed over. */
  readonly deliveryIds: ReadonlyArray<string>;
  /** The endpoint; of your own company, or of the insurer's systems. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** Asks for the number to ring for an appointment by telephone: an act of its own, counted and on the member's access log. */
export type RevealContactInput = {
  /** The booking. */
  readonly bookingId: string;
};

/** A practitioner's own calendar, as iCalendar: when they are busy. */
export type SaveBusyFeedInput = {
  /** When it left its system; now, when left out. */
  readonly asOf?: string | null | undefined;
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** The calendar (RFC 5545), up to 8 MB. Null says that it could not be fetched: then nothing of it is offered. */
  readonly content?: string | null | undefined;
  /** As text when left out. */
  readonly encoding?: ContentEncoding | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Whose calendar it is; must work at the clinic. */
  readonly practitionerId: string;
  /** Minutes after which it says nothing any more, 5 to 1440; 30 when left out. Send the next one before. */
  readonly staleAfterMinutes?: number | null | undefined;
};

/** Weekly hours of one practitioner at one clinic: a new schedule, or a new state of one. */
export type SaveScheduleInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** Whether public holidays are closed; yes when left out. */
  readonly closedOnPublicHolidays?: boolean | null | undefined;
  /** Days of their own, at most 250 at a time. */
  readonly exceptions?: ReadonlyArray<ScheduleExceptionInput> | null | undefined;
  /** Version of the schedule as you saw it; required to change one. */
  readonly expectedVersion?: number | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** The practitioner; must work at the clinic. */
  readonly practitionerId: string;
  /** Hours that come again, at most 50. */
  readonly rules: ReadonlyArray<ScheduleRuleInput>;
  /** The schedule to change; left out, a new one is made. */
  readonly scheduleId?: string | null | undefined;
  /** First day it holds, and the day from which recurrences count. */
  readonly validFrom: string;
  /** First day it no longer holds; left out, until further notice. */
  readonly validUntil?: string | null | undefined;
};

/** A day on which nothing but this holds, public holiday or not. */
export type ScheduleExceptionInput = {
  /** The day. */
  readonly on: string;
  /** The hours of that day; none means closed. */
  readonly openings: ReadonlyArray<OpeningInput>;
};

/** Hours that come again. */
export type ScheduleRuleInput = {
  /** The hours. */
  readonly opening: OpeningInput;
  /** Recurrence after RFC 5545, e.g. FREQ=WEEKLY;BYDAY=MO,WE; counts from validFrom, in local days. */
  readonly rrule: string;
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

/** What a line does with an opening. */
export type SlotLineAction =
  /** Publish or change. */
  | 'PUT'
  /** Needs the external id only. */
  | 'WITHDRAW';

/** One opening: a new one, a change of the one under the same external id, or its withdrawal. */
export type SlotLineInput = {
  /** What to do; publish or change when left out. */
  readonly action?: SlotLineAction | null | undefined;
  /** Whom it is for; everybody when left out. */
  readonly audience?: Audience | null | undefined;
  /** Hours before the start until which a cancellation is free; left out, the clinic's own setting. */
  readonly cancellationHours?: number | null | undefined;
  /** Units, 1 (default) to 500; more than one is group training. */
  readonly capacity?: number | null | undefined;
  /** How to meet; in person when left out. */
  readonly channel?: Channel | null | undefined;
  /** End, not included; written like the start. */
  readonly endsAt?: string | null | undefined;
  /** The clinic's own key for the opening, 1 to 64 characters. Publishing again under it changes the same opening. */
  readonly externalId: string;
  /** Private when left out; a promise with a deadline may only use private capacity. */
  readonly funding?: Funding | null | undefined;
  /** Languages spoken; Danish when left out. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** Length in minutes, instead of the end. */
  readonly minutes?: number | null | undefined;
  /** True for on-call crisis counselling by telephone; booked by the health team at once. */
  readonly onCall?: boolean | null | undefined;
  /** The practitioner, by our id. */
  readonly practitionerId?: string | null | undefined;
  /** Or by authorisation id. */
  readonly practitionerRef?: string | null | undefined;
  /** Treatments the opening can be used for. */
  readonly services?: ReadonlyArray<ServiceCode> | null | undefined;
  /** Start: RFC 3339 with offset, or Danish local time like 2026-11-02T09:30. A local time that does not exist, or exists twice, is refused. */
  readonly startsAt?: string | null | undefined;
};

/** What became of one line. */
export type SlotLineOutcome =
  /** The opening under this external id was changed, or opened again. */
  | 'CHANGED'
  /** Saved and not open, for its time is closed; its errors say why. It opens with the time. */
  | 'CLOSED'
  /** A new opening. */
  | 'INSERTED'
  /** Nothing was done for this line; its errors say why. */
  | 'REFUSED'
  /** It stands like this already; nothing was written. */
  | 'UNCHANGED'
  /** The opening was taken away. */
  | 'WITHDRAWN';

/** How an opening stands. */
export type SlotState =
  /** Open. */
  | 'OPEN'
  /** Taken away by its clinic. */
  | 'WITHDRAWN';

/** What a Schedule of a SMART publication stands for here. */
export type SmartScheduleInput = {
  /** Its reference as the slots write it, e.g. Schedule/10. */
  readonly reference: string;
  /** Practitioner, services and the rest. */
  readonly terms: OfferTermsInput;
};

/** Stops fetching a calendar or publication. */
export type UnfollowSourceInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** What is followed, by its id in `Clinic.capacitySources`. */
  readonly followedId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** Why entries of a calendar were not understood and count as busy. */
export type UnreadReason =
  /** It has an exception that is not read: what that excepts stays busy. */
  | 'EXCEPTION_UNREAD'
  /** It has a line that is no iCalendar and is passed over. */
  | 'LINE_UNREAD'
  /** It is repeated by a rule that is not read: busy from the first time on. */
  | 'RECURRENCE_UNREAD'
  /** Free and busy time that do not cover the whole stretch asked for: busy outside of it. */
  | 'STRETCH_UNSPOKEN'
  /** Its time zone is not known: busy for every hour that it could mean. */
  | 'ZONE_UNKNOWN';

/** What a clinic changes of itself: how it is reached, and whom it treats. */
export type UpdateClinicInput = {
  /** How easily it is reached and used; all of it. */
  readonly accessibility?: ReadonlyArray<Accessibility> | null | undefined;
  /** Hours before the start until which a cancellation is free, 0 to 168. */
  readonly cancellationHours?: number | null | undefined;
  /** The clinic; one of your own. */
  readonly clinicId: string;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Languages spoken; all of them. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** Telephone, with the country code. */
  readonly phone?: string | null | undefined;
  /** True if children are treated there. */
  readonly treatsChildren?: boolean | null | undefined;
  /** Where its online treatments take place, an https address. */
  readonly videoUrl?: string | null | undefined;
  /** How to get in: entrance, floor, bell; up to 300 characters. */
  readonly wayIn?: string | null | undefined;
};

/** The format of an uploaded file. */
export type UploadFormat =
  /** One opening per line under a header line, separated by comma, semicolon or tab, as Excel writes it. */
  | 'CSV'
  /** FHIR R4 Slots as NDJSON: free ones are published, all others withdrawn. */
  | 'SMART';

/** Openings of one clinic as a file. */
export type UploadSlotsInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** The file: up to 10,000 lines and 4 MB of CSV, up to 20,000 lines and 8 MB of NDJSON. */
  readonly content: string;
  /** CSV: what holds for lines that do not say. */
  readonly defaults?: OfferTermsInput | null | undefined;
  /** As text when left out. */
  readonly encoding?: ContentEncoding | null | undefined;
  /** The format of the file. */
  readonly format: UploadFormat;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** All lines or none when left out. */
  readonly mode?: PublishMode | null | undefined;
  /** SMART: what each Schedule stands for, at most 250. */
  readonly schedules?: ReadonlyArray<SmartScheduleInput> | null | undefined;
};

/** As what somebody acts. */
export type ViewerRole =
  /** Somebody without a login. */
  | 'ANONYMOUS'
  /** The bank's channel. */
  | 'BANK_CHANNEL'
  /** Somebody who works at a clinic. */
  | 'CLINIC_STAFF'
  /** The clinic's system. */
  | 'CLINIC_SYSTEM'
  /** Finance. */
  | 'FINANCE'
  /** The health team. */
  | 'HEALTH_TEAM'
  /** The insurer's claims system. */
  | 'INTEGRATION'
  /** An insured person, or the holder of custody of a child. */
  | 'MEMBER'
  /** The network manager. */
  | 'NETWORK_MANAGER'
  /** Background work of the gateway. */
  | 'WORKER';

/** What became of a delivery. */
export type WebhookDeliveryState =
  /** The other side has answered with a status of 2xx. */
  | 'DELIVERED'
  /** Three days of tries were not taken; it can be sent again. */
  | 'GIVEN_UP'
  /** It was not taken yet and is tried again. */
  | 'WAITING';

/** Why an endpoint is disabled. Values may be added. */
export type WebhookDisabledReason =
  /** Somebody of its company has disabled it. */
  | 'BY_HAND'
  /** It answered 410. */
  | 'GONE'
  /** Nothing was taken for three days. */
  | 'UNREACHABLE';

/** How an endpoint stands. */
export type WebhookState =
  /** It is sent what it was registered for. */
  | 'ACTIVE'
  /** Nothing is sent; enabled again it goes on where it was. */
  | 'DISABLED'
  /** A second person has to approve it; nothing is sent. */
  | 'PROPOSED';

/** Closes openings of one clinic, booked ones too. Name them one by one, or by practitioner and period. */
export type WithdrawSlotsInput = {
  /** The clinic; must be one of your own. */
  readonly clinicId: string;
  /** Only openings that start at this instant or later. */
  readonly from?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Only this practitioner's openings. */
  readonly practitionerId?: string | null | undefined;
  /** True: change nothing, only say who is affected and where each could go. */
  readonly preview?: boolean | null | undefined;
  /** Why, in a few words without health details; the members are told. Up to 200 characters. */
  readonly reason?: string | null | undefined;
  /** Only these openings, up to 250. */
  readonly slotIds?: ReadonlyArray<string> | null | undefined;
  /** Only openings that start before this instant. */
  readonly to?: string | null | undefined;
};

/** What becomes of an appointment on a withdrawn opening. */
export type WithdrawalOutcome =
  /** Nothing fitted; the health team takes over. */
  | 'ESCALATED'
  /** There is a new time, which the member may decline or change. */
  | 'MOVED';

export type AboutScreenQueryVariables = Exact<{
  clinicId?: string | null | undefined;
  language?: Language;
}>;


export type AboutScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly cvr: string, readonly account: { readonly __typename: 'ProviderAccount', readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly changedAt: string, readonly blockedAt: string | null, readonly blockedReason: string | null } | null, readonly receivables: { readonly __typename: 'ReceivableConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ReceivableEdge', readonly node: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> }, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } }> }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly version: number, readonly phone: string | null, readonly wayIn: string | null, readonly accessibility: ReadonlyArray<Accessibility>, readonly languages: ReadonlyArray<string>, readonly treatsChildren: boolean, readonly cancellationHours: number | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly rates: { readonly __typename: 'AgreedRateConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AgreedRateEdge', readonly node: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly state: RateState, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> } } | null } | null }, readonly accountChanges: { readonly __typename: 'ProviderAccountChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderAccountChangeEdge', readonly node: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedAt: string, readonly appliesAt: string, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } }> } };

export type AcceptSelfBillingMutationVariables = Exact<{
  input: AcceptSelfBillingInput;
}>;


export type AcceptSelfBillingMutation = { readonly acceptSelfBilling: { readonly __typename: 'AcceptSelfBillingPayload', readonly replayed: boolean, readonly agreement: { readonly __typename: 'SelfBillingAgreement', readonly textVersion: string, readonly acceptedVersion: string | null, readonly acceptedOn: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type AccountChangesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: AccountChangeState | null | undefined;
}>;


export type AccountChangesQuery = { readonly accountChanges: { readonly __typename: 'ProviderAccountChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderAccountChangeEdge', readonly node: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly account: { readonly __typename: 'ProviderAccount', readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly changedAt: string, readonly blockedAt: string | null, readonly blockedReason: string | null } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AnswerDisputeMutationVariables = Exact<{
  input: AnswerDisputeInput;
}>;


export type AnswerDisputeMutation = { readonly answerDispute: { readonly __typename: 'AnswerDisputePayload', readonly replayed: boolean, readonly line: { readonly __typename: 'SettlementLine', readonly id: string, readonly state: SettlementLineState, readonly disputeAnswers: ReadonlyArray<{ readonly __typename: 'DisputeAnswer', readonly finding: DisputeFinding, readonly cameAt: string | null, readonly leftAt: string | null, readonly inRecord: boolean | null, readonly words: string | null, readonly answeredAt: string, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type AnswerStatusReportMutationVariables = Exact<{
  input: AnswerStatusReportInput;
}>;


export type AnswerStatusReportMutation = { readonly answerStatusReport: { readonly __typename: 'AnswerStatusReportPayload', readonly statusReport: { readonly __typename: 'StatusReport', readonly id: string, readonly progress: Progress | null, readonly treatmentsNeeded: number | null, readonly justification: string | null, readonly writtenOn: string | null, readonly answeredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type AvailabilityChangedSubscriptionVariables = Exact<{
  clinicId: string;
}>;


export type AvailabilityChangedSubscription = { readonly availabilityChanged: { readonly __typename: 'AvailabilityChange', readonly slot: { readonly __typename: 'Slot', readonly id: string, readonly freeUnits: number, readonly state: SlotState } | null } };

export type BookingChangedSubscriptionVariables = Exact<{
  clinicId?: string | null | undefined;
}>;


export type BookingChangedSubscription = { readonly bookingChanged: { readonly __typename: 'BookingChange', readonly change: BookingChangeKind, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState, readonly startsAt: string, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null } } };

export type CalendarFeedsQueryVariables = Exact<{
  clinicId: string;
}>;


export type CalendarFeedsQuery = { readonly calendarFeeds: ReadonlyArray<{ readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null }> };

export type CapacitySourcesQueryVariables = Exact<{
  clinicId: string;
}>;


export type CapacitySourcesQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly capacitySources: ReadonlyArray<{ readonly __typename: 'CapacitySource', readonly code: IntakeCode, readonly state: CapacitySourceState, readonly asOf: string | null, readonly staleAt: string | null, readonly lines: number | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null, readonly following: { readonly __typename: 'Following', readonly id: string, readonly host: string, readonly checkedAt: string | null, readonly nextAt: string } | null, readonly reason: { readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly label: string } | null, readonly refused: ReadonlyArray<{ readonly __typename: 'RefusedLines', readonly code: ErrorCode, readonly entries: number, readonly message: string }>, readonly unread: ReadonlyArray<{ readonly __typename: 'UnreadEntries', readonly code: UnreadReason, readonly entries: number, readonly message: string }> }> | null } | null };

export type ChangeProviderAccountMutationVariables = Exact<{
  input: ChangeProviderAccountInput;
}>;


export type ChangeProviderAccountMutation = { readonly changeProviderAccount: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ClinicBookingsQueryVariables = Exact<{
  filter?: BookingFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ClinicBookingsQuery = { readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly sessionNumber: number, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly payable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly patient: { readonly __typename: 'Patient', readonly name: string, readonly birthYear: number } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ClinicRatesQueryVariables = Exact<{
  clinicId: string;
  service?: ServiceCode | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ClinicRatesQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly rates: { readonly __typename: 'AgreedRateConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AgreedRateEdge', readonly node: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly state: RateState, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ClinicSlotsQueryVariables = Exact<{
  clinicId: string;
  from: string;
  to: string;
  freeOnly: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type ClinicSlotsQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly slots: { readonly __typename: 'SlotConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SlotEdge', readonly node: { readonly __typename: 'Slot', readonly id: string, readonly externalId: string | null, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly capacity: number, readonly freeUnits: number, readonly state: SlotState, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ClinicStatementQueryVariables = Exact<{
  clinicId: string;
  from: string;
  until: string;
  first: number;
  after?: string | null | undefined;
  language?: Language;
}>;


export type ClinicStatementQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly statement: { readonly __typename: 'ClinicStatement', readonly from: string, readonly until: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly paid: { readonly __typename: 'Money', readonly amountMinor: string }, readonly expected: { readonly __typename: 'Money', readonly amountMinor: string }, readonly disputed: { readonly __typename: 'Money', readonly amountMinor: string }, readonly lines: { readonly __typename: 'StatementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'StatementLineEdge', readonly node: { readonly __typename: 'StatementLine', readonly treatedOn: string, readonly sessionNumber: number, readonly kind: SettlementLineKind, readonly state: SettlementLineState, readonly expectedOn: string | null, readonly paidOn: string | null, readonly correctionReason: CorrectionReason | null, readonly line: { readonly __typename: 'SettlementLine', readonly id: string, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string } }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } | null };

export type ClinicStatementFileQueryVariables = Exact<{
  clinicId: string;
  from: string;
  until: string;
  csv: boolean;
  pdf: boolean;
}>;


export type ClinicStatementFileQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly statement: { readonly __typename: 'ClinicStatement', readonly csv?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null }, readonly pdf?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null } } | null } | null };

export type CloseTimeMutationVariables = Exact<{
  input: CloseTimeInput;
}>;


export type CloseTimeMutation = { readonly closeTime: { readonly __typename: 'WithdrawSlotsPayload', readonly withdrawn: number, readonly replayed: boolean, readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly from: string, readonly to: string, readonly openedAt: string | null }>, readonly appointments: ReadonlyArray<{ readonly __typename: 'WithdrawnAppointment', readonly outcome: WithdrawalOutcome, readonly latestOn: string | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly state: BookingState, readonly version: number, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null }, readonly newBooking: { readonly __typename: 'Booking', readonly id: string } | null, readonly newTime: { readonly __typename: 'NewTime', readonly startsAt: string, readonly channel: Channel, readonly extraKm: number | null, readonly marginWorkingDays: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly address: { readonly __typename: 'Address', readonly town: string } } } | null }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ClosuresQueryVariables = Exact<{
  clinicId: string;
}>;


export type ClosuresQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly from: string, readonly to: string, readonly reason: string | null, readonly closedAt: string, readonly openedAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null }> } | null };

export type CreateCalendarFeedMutationVariables = Exact<{
  input: CreateCalendarFeedInput;
}>;


export type CreateCalendarFeedMutation = { readonly createCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DemandFileQueryVariables = Exact<{
  receivableId: string;
  language: Language;
}>;


export type DemandFileQuery = { readonly node:
    | { readonly __typename: 'AccountingMonthChange', readonly id: string }
    | { readonly __typename: 'AgreedRate', readonly id: string }
    | { readonly __typename: 'Authority', readonly id: string }
    | { readonly __typename: 'BankException', readonly id: string }
    | { readonly __typename: 'Booking', readonly id: string }
    | { readonly __typename: 'Claim', readonly id: string }
    | { readonly __typename: 'Clinic', readonly id: string }
    | { readonly __typename: 'Closure', readonly id: string }
    | { readonly __typename: 'Complaint', readonly id: string }
    | { readonly __typename: 'Consent', readonly id: string }
    | { readonly __typename: 'CoverLoss', readonly id: string }
    | { readonly __typename: 'Credential', readonly id: string }
    | { readonly __typename: 'Decision', readonly id: string }
    | { readonly __typename: 'ErasureRequest', readonly id: string }
    | { readonly __typename: 'Hold', readonly id: string }
    | { readonly __typename: 'LedgerEntry', readonly id: string }
    | { readonly __typename: 'Member', readonly id: string }
    | { readonly __typename: 'NetworkIntake', readonly id: string }
    | { readonly __typename: 'Organisation', readonly id: string }
    | { readonly __typename: 'Policy', readonly id: string }
    | { readonly __typename: 'Practitioner', readonly id: string }
    | { readonly __typename: 'Proposal', readonly id: string }
    | { readonly __typename: 'Provider', readonly id: string }
    | { readonly __typename: 'ProviderAccountChange', readonly id: string }
    | { readonly __typename: 'Receivable', readonly id: string, readonly demand: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null } }
    | { readonly __typename: 'Reimbursement', readonly id: string }
    | { readonly __typename: 'Schedule', readonly id: string }
    | { readonly __typename: 'SelfBill', readonly id: string }
    | { readonly __typename: 'SettlementBatch', readonly id: string }
    | { readonly __typename: 'SettlementLine', readonly id: string }
    | { readonly __typename: 'SettlementPayment', readonly id: string }
    | { readonly __typename: 'Slot', readonly id: string }
    | { readonly __typename: 'StatusReport', readonly id: string }
    | { readonly __typename: 'Submission', readonly id: string }
    | { readonly __typename: 'Webhook', readonly id: string }
   | null };

export type DisableWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type DisableWebhookMutation = { readonly disableWebhook: { readonly __typename: 'WebhookPayload', readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type EnableWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type EnableWebhookMutation = { readonly enableWebhook: { readonly __typename: 'WebhookPayload', readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type EventsQueryVariables = Exact<{
  after?: string | null | undefined;
  types?: ReadonlyArray<EventType> | EventType | null | undefined;
  first: number;
}>;


export type EventsQuery = { readonly events: { readonly __typename: 'EventConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'EventEdge', readonly cursor: string, readonly node: { readonly __typename: 'Event', readonly id: string, readonly type: EventType, readonly at: string, readonly subject:
          | { readonly __typename: 'AccountingMonthChange', readonly id: string }
          | { readonly __typename: 'AgreedRate', readonly id: string }
          | { readonly __typename: 'Authority', readonly id: string }
          | { readonly __typename: 'BankException', readonly id: string }
          | { readonly __typename: 'Booking', readonly id: string }
          | { readonly __typename: 'Claim', readonly id: string }
          | { readonly __typename: 'Clinic', readonly id: string }
          | { readonly __typename: 'Closure', readonly id: string }
          | { readonly __typename: 'Complaint', readonly id: string }
          | { readonly __typename: 'Consent', readonly id: string }
          | { readonly __typename: 'CoverLoss', readonly id: string }
          | { readonly __typename: 'Credential', readonly id: string }
          | { readonly __typename: 'Decision', readonly id: string }
          | { readonly __typename: 'ErasureRequest', readonly id: string }
          | { readonly __typename: 'Hold', readonly id: string }
          | { readonly __typename: 'LedgerEntry', readonly id: string }
          | { readonly __typename: 'Member', readonly id: string }
          | { readonly __typename: 'NetworkIntake', readonly id: string }
          | { readonly __typename: 'Organisation', readonly id: string }
          | { readonly __typename: 'Policy', readonly id: string }
          | { readonly __typename: 'Practitioner', readonly id: string }
          | { readonly __typename: 'Proposal', readonly id: string }
          | { readonly __typename: 'Provider', readonly id: string }
          | { readonly __typename: 'ProviderAccountChange', readonly id: string }
          | { readonly __typename: 'Receivable', readonly id: string }
          | { readonly __typename: 'Reimbursement', readonly id: string }
          | { readonly __typename: 'Schedule', readonly id: string }
          | { readonly __typename: 'SelfBill', readonly id: string }
          | { readonly __typename: 'SettlementBatch', readonly id: string }
          | { readonly __typename: 'SettlementLine', readonly id: string }
          | { readonly __typename: 'SettlementPayment', readonly id: string }
          | { readonly __typename: 'Slot', readonly id: string }
          | { readonly __typename: 'StatusReport', readonly id: string }
          | { readonly __typename: 'Submission', readonly id: string }
          | { readonly __typename: 'Webhook', readonly id: string }
         | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly version: number, readonly clinic: { readonly __typename: 'Clinic', readonly id: string }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FindPaymentQueryVariables = Exact<{
  endToEndId: string;
  language?: Language;
}>;


export type FindPaymentQuery = { readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly reasonInWords: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly accountEndsWith: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly selfBills: ReadonlyArray<{ readonly __typename: 'SelfBill', readonly id: string, readonly number: string, readonly kind: SelfBillKind, readonly issuedOn: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string } }>, readonly lines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly treatedOn: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null } } }> } } | null };

export type FollowSourceMutationVariables = Exact<{
  input: FollowSourceInput;
}>;


export type FollowSourceMutation = { readonly followSource: { readonly __typename: 'FollowSourcePayload', readonly replayed: boolean, readonly source: { readonly __typename: 'CapacitySource', readonly state: CapacitySourceState, readonly following: { readonly __typename: 'Following', readonly id: string, readonly host: string, readonly nextAt: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type MoneyScreenQueryVariables = Exact<{
  first: number;
  lines: number;
  language?: Language;
}>;


export type MoneyScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly selfBillingAgreement: { readonly __typename: 'SelfBillingAgreement', readonly textVersion: string, readonly acceptedVersion: string | null, readonly acceptedOn: string | null, readonly text: string }, readonly payments: { readonly __typename: 'SettlementPaymentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementPaymentEdge', readonly node: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly selfBillNumber: string | null, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly reasonInWords: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly lineCount: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }> }, readonly settlementLines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly kind: SettlementLineKind, readonly state: SettlementLineState, readonly reason: CorrectionReason | null, readonly treatedOn: string, readonly readyAt: string, readonly rateAgreedSince: { readonly __typename: 'AgreedRate', readonly id: string, readonly validFrom: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly payment: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly expectedOn: string, readonly paidOn: string | null } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type MyClinicsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyClinicsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly role: ViewerRole, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly lastSyncedAt: string | null, readonly address: { readonly __typename: 'Address', readonly town: string }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type MyTimesScreenQueryVariables = Exact<{
  clinicId?: string | null | undefined;
  language?: Language;
}>;


export type MyTimesScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } }> }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly lastSyncedAt: string | null, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly name: string }>, readonly schedules: ReadonlyArray<{ readonly __typename: 'Schedule', readonly id: string, readonly version: number, readonly validFrom: string, readonly validUntil: string | null, readonly expandedUntil: string | null, readonly closedOnPublicHolidays: boolean, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string }, readonly rules: ReadonlyArray<{ readonly __typename: 'ScheduleRule', readonly rrule: string, readonly opening: { readonly __typename: 'Opening', readonly startTime: string, readonly endTime: string, readonly slotMinutes: number, readonly pauseMinutes: number | null, readonly services: ReadonlyArray<ServiceCode>, readonly channel: Channel | null, readonly audience: Audience | null, readonly languages: ReadonlyArray<string> | null, readonly funding: Funding | null, readonly capacity: number | null, readonly cancellationHours: number | null, readonly onCall: boolean | null } }>, readonly exceptions: ReadonlyArray<{ readonly __typename: 'ScheduleException', readonly on: string, readonly openings: ReadonlyArray<{ readonly __typename: 'Opening', readonly startTime: string, readonly endTime: string, readonly slotMinutes: number, readonly pauseMinutes: number | null, readonly services: ReadonlyArray<ServiceCode>, readonly channel: Channel | null, readonly audience: Audience | null, readonly languages: ReadonlyArray<string> | null, readonly funding: Funding | null, readonly capacity: number | null, readonly cancellationHours: number | null, readonly onCall: boolean | null }> }> }>, readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly from: string, readonly to: string, readonly reason: string | null, readonly closedAt: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } | null }>, readonly busyFeeds: ReadonlyArray<{ readonly __typename: 'BusyFeed', readonly state: BusyFeedState, readonly asOf: string | null, readonly staleAt: string | null, readonly busyPeriods: number, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string }, readonly reason: { readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly remedy: string | null } | null, readonly unread: ReadonlyArray<{ readonly __typename: 'UnreadEntries', readonly code: UnreadReason, readonly entries: number, readonly message: string }> }> } | null } | null } };

export type HoursFragment = { readonly __typename: 'Opening', readonly startTime: string, readonly endTime: string, readonly slotMinutes: number, readonly pauseMinutes: number | null, readonly services: ReadonlyArray<ServiceCode>, readonly channel: Channel | null, readonly audience: Audience | null, readonly languages: ReadonlyArray<string> | null, readonly funding: Funding | null, readonly capacity: number | null, readonly cancellationHours: number | null, readonly onCall: boolean | null };

export type OpenTimeMutationVariables = Exact<{
  input: OpenTimeInput;
}>;


export type OpenTimeMutation = { readonly openTime: { readonly __typename: 'OpenTimePayload', readonly opened: number, readonly replayed: boolean, readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly openedAt: string | null }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type PaymentQueryVariables = Exact<{
  id: string;
}>;


export type PaymentQuery = { readonly node:
    | { readonly __typename: 'AccountingMonthChange' }
    | { readonly __typename: 'AgreedRate' }
    | { readonly __typename: 'Authority' }
    | { readonly __typename: 'BankException' }
    | { readonly __typename: 'Booking' }
    | { readonly __typename: 'Claim' }
    | { readonly __typename: 'Clinic' }
    | { readonly __typename: 'Closure' }
    | { readonly __typename: 'Complaint' }
    | { readonly __typename: 'Consent' }
    | { readonly __typename: 'CoverLoss' }
    | { readonly __typename: 'Credential' }
    | { readonly __typename: 'Decision' }
    | { readonly __typename: 'ErasureRequest' }
    | { readonly __typename: 'Hold' }
    | { readonly __typename: 'LedgerEntry' }
    | { readonly __typename: 'Member' }
    | { readonly __typename: 'NetworkIntake' }
    | { readonly __typename: 'Organisation' }
    | { readonly __typename: 'Policy' }
    | { readonly __typename: 'Practitioner' }
    | { readonly __typename: 'Proposal' }
    | { readonly __typename: 'Provider' }
    | { readonly __typename: 'ProviderAccountChange' }
    | { readonly __typename: 'Receivable' }
    | { readonly __typename: 'Reimbursement' }
    | { readonly __typename: 'Schedule' }
    | { readonly __typename: 'SelfBill' }
    | { readonly __typename: 'SettlementBatch' }
    | { readonly __typename: 'SettlementLine' }
    | { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string, readonly state: SettlementPaymentState, readonly stateReason: string | null, readonly expectedOn: string, readonly paidOn: string | null, readonly accountEndsWith: string | null, readonly byNemKonto: boolean, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly selfBills: ReadonlyArray<{ readonly __typename: 'SelfBill', readonly id: string, readonly number: string, readonly kind: SelfBillKind, readonly issuedOn: string, readonly lineCount: number, readonly acceptedOn: string | null, readonly seller: { readonly __typename: 'BillParty', readonly name: string, readonly cvr: string, readonly address: string }, readonly buyer: { readonly __typename: 'BillParty', readonly name: string, readonly cvr: string, readonly address: string }, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string }, readonly ubl: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string }, readonly remittance: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } }> }
    | { readonly __typename: 'Slot' }
    | { readonly __typename: 'StatusReport' }
    | { readonly __typename: 'Submission' }
    | { readonly __typename: 'Webhook' }
   | null };

export type PaymentGuaranteeQueryVariables = Exact<{
  bookingId: string;
  language: Language;
}>;


export type PaymentGuaranteeQuery = { readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly treatments: number | null, readonly ownChoice: boolean, readonly startsAt: string | null, readonly validThrough: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } } | null } | null };

export type PaymentGuaranteeFileQueryVariables = Exact<{
  bookingId: string;
  language: Language;
}>;


export type PaymentGuaranteeFileQuery = { readonly booking: { readonly __typename: 'Booking', readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly pdf: { readonly __typename: 'DocumentFile', readonly base64: string | null } } | null } | null };

export type ProposeRateMutationVariables = Exact<{
  input: ProposeRateInput;
}>;


export type ProposeRateMutation = { readonly proposeRate: { readonly __typename: 'RatePayload', readonly replayed: boolean, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly state: RateState, readonly validFrom: string, readonly version: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type PublishSlotsMutationVariables = Exact<{
  input: PublishSlotsInput;
}>;


export type PublishSlotsMutation = { readonly publishSlots: { readonly __typename: 'PublishSlotsPayload', readonly replayed: boolean, readonly counts: { readonly __typename: 'PublicationCounts', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly withdrawn: number, readonly refused: number, readonly closed: number } | null, readonly lines: ReadonlyArray<{ readonly __typename: 'SlotLineResult', readonly line: number, readonly externalId: string | null, readonly outcome: SlotLineOutcome, readonly slot: { readonly __typename: 'Slot', readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type QuestionsScreenQueryVariables = Exact<{
  first: number;
  language?: Language;
}>;


export type QuestionsScreenQuery = { readonly statusReports: { readonly __typename: 'StatusReportConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'StatusReportEdge', readonly node: { readonly __typename: 'StatusReport', readonly id: string, readonly question: string, readonly askedAt: string, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null } | null } }> }, readonly disputedLines: { readonly __typename: 'SettlementLineConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementLineEdge', readonly node: { readonly __typename: 'SettlementLine', readonly id: string, readonly treatedOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null }, readonly disputeAnswers: ReadonlyArray<{ readonly __typename: 'DisputeAnswer', readonly answeredAt: string, readonly finding: DisputeFinding, readonly words: string | null }> } }> } };

export type ReceivablesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReceivablesQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly receivables: { readonly __typename: 'ReceivableConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ReceivableEdge', readonly node: { readonly __typename: 'Receivable', readonly id: string, readonly reference: string, readonly demandedOn: string, readonly left: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly instalments: ReadonlyArray<{ readonly __typename: 'Instalment', readonly dueOn: string, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }>, readonly settled: { readonly __typename: 'SettlementPayment', readonly id: string, readonly endToEndId: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null } };

export type RecordAttendanceMutationVariables = Exact<{
  input: RecordAttendanceInput;
}>;


export type RecordAttendanceMutation = { readonly recordAttendance: { readonly __typename: 'RecordAttendancePayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly payable: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RecordContactMutationVariables = Exact<{
  input: RecordContactInput;
}>;


export type RecordContactMutation = { readonly recordContact: { readonly __typename: 'RecordContactPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly contactedAt: string | null, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RefuseAccountChangeMutationVariables = Exact<{
  input: RefuseAccountChangeInput;
}>;


export type RefuseAccountChangeMutation = { readonly refuseAccountChange: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RegisterWebhookMutationVariables = Exact<{
  input: RegisterWebhookInput;
}>;


export type RegisterWebhookMutation = { readonly registerWebhook: { readonly __typename: 'WebhookSecretPayload', readonly secret: string | null, readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RemoveBusyFeedMutationVariables = Exact<{
  input: RemoveBusyFeedInput;
}>;


export type RemoveBusyFeedMutation = { readonly removeBusyFeed: { readonly __typename: 'RemoveBusyFeedPayload', readonly replayed: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly busyFeeds: ReadonlyArray<{ readonly __typename: 'BusyFeed', readonly state: BusyFeedState, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } }> } | null, readonly counts: { readonly __typename: 'PublicationCounts', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly withdrawn: number, readonly refused: number, readonly closed: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RemoveScheduleMutationVariables = Exact<{
  input: RemoveScheduleInput;
}>;


export type RemoveScheduleMutation = { readonly removeSchedule: { readonly __typename: 'RemoveSchedulePayload', readonly replayed: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly schedules: ReadonlyArray<{ readonly __typename: 'Schedule', readonly id: string, readonly version: number }> } | null, readonly counts: { readonly __typename: 'PublicationCounts', readonly withdrawn: number, readonly unchanged: number, readonly refused: number } | null, readonly notDone: ReadonlyArray<{ readonly __typename: 'ScheduleRemark', readonly on: string, readonly startTime: string | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string }> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ResendDeliveriesMutationVariables = Exact<{
  input: ResendDeliveriesInput;
}>;


export type ResendDeliveriesMutation = { readonly resendDeliveries: { readonly __typename: 'ResendDeliveriesPayload', readonly resent: number, readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RevealContactMutationVariables = Exact<{
  input: RevealContactInput;
}>;


export type RevealContactMutation = { readonly revealContact: { readonly __typename: 'RevealContactPayload', readonly contact: { readonly __typename: 'TreatmentContact', readonly name: string, readonly phone: string | null, readonly isGuardian: boolean } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RevokeCalendarFeedMutationVariables = Exact<{
  input: ChangeCalendarFeedInput;
}>;


export type RevokeCalendarFeedMutation = { readonly revokeCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RotateCalendarFeedMutationVariables = Exact<{
  input: ChangeCalendarFeedInput;
}>;


export type RotateCalendarFeedMutation = { readonly rotateCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type RotateWebhookSecretMutation = { readonly rotateWebhookSecret: { readonly __typename: 'WebhookSecretPayload', readonly secret: string | null, readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SaveBusyFeedMutationVariables = Exact<{
  input: SaveBusyFeedInput;
}>;


export type SaveBusyFeedMutation = { readonly saveBusyFeed: { readonly __typename: 'SaveBusyFeedPayload', readonly replayed: boolean, readonly feed: { readonly __typename: 'BusyFeed', readonly state: BusyFeedState, readonly busyPeriods: number, readonly asOf: string | null, readonly staleAt: string | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string }, readonly unread: ReadonlyArray<{ readonly __typename: 'UnreadEntries', readonly code: UnreadReason, readonly entries: number, readonly message: string }>, readonly reason: { readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string } | null } | null, readonly counts: { readonly __typename: 'PublicationCounts', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly withdrawn: number, readonly refused: number, readonly closed: number } | null, readonly notDone: ReadonlyArray<{ readonly __typename: 'ScheduleRemark', readonly on: string, readonly startTime: string | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly remedy: string | null }> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SaveScheduleMutationVariables = Exact<{
  input: SaveScheduleInput;
}>;


export type SaveScheduleMutation = { readonly saveSchedule: { readonly __typename: 'SaveSchedulePayload', readonly replayed: boolean, readonly schedule: { readonly __typename: 'Schedule', readonly id: string, readonly version: number, readonly validFrom: string, readonly validUntil: string | null, readonly expandedUntil: string | null } | null, readonly counts: { readonly __typename: 'PublicationCounts', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly withdrawn: number, readonly refused: number, readonly closed: number } | null, readonly notDone: ReadonlyArray<{ readonly __typename: 'ScheduleRemark', readonly on: string, readonly startTime: string | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly remedy: string | null }> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SchedulesQueryVariables = Exact<{
  clinicId: string;
}>;


export type SchedulesQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly schedules: ReadonlyArray<{ readonly __typename: 'Schedule', readonly id: string, readonly version: number, readonly validFrom: string, readonly validUntil: string | null, readonly closedOnPublicHolidays: boolean, readonly expandedUntil: string | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string }, readonly rules: ReadonlyArray<{ readonly __typename: 'ScheduleRule', readonly rrule: string, readonly opening: { readonly __typename: 'Opening', readonly startTime: string, readonly endTime: string, readonly slotMinutes: number, readonly pauseMinutes: number | null, readonly services: ReadonlyArray<ServiceCode>, readonly channel: Channel | null, readonly audience: Audience | null, readonly languages: ReadonlyArray<string> | null, readonly funding: Funding | null, readonly capacity: number | null, readonly cancellationHours: number | null } }>, readonly exceptions: ReadonlyArray<{ readonly __typename: 'ScheduleException', readonly on: string, readonly openings: ReadonlyArray<{ readonly __typename: 'Opening', readonly startTime: string, readonly endTime: string, readonly slotMinutes: number, readonly services: ReadonlyArray<ServiceCode> }> }> }> } | null };

export type SelfBillFileQueryVariables = Exact<{
  billId: string;
  language: Language;
  pdf: boolean;
  ubl: boolean;
  json: boolean;
}>;


export type SelfBillFileQuery = { readonly node:
    | { readonly __typename: 'AccountingMonthChange', readonly id: string }
    | { readonly __typename: 'AgreedRate', readonly id: string }
    | { readonly __typename: 'Authority', readonly id: string }
    | { readonly __typename: 'BankException', readonly id: string }
    | { readonly __typename: 'Booking', readonly id: string }
    | { readonly __typename: 'Claim', readonly id: string }
    | { readonly __typename: 'Clinic', readonly id: string }
    | { readonly __typename: 'Closure', readonly id: string }
    | { readonly __typename: 'Complaint', readonly id: string }
    | { readonly __typename: 'Consent', readonly id: string }
    | { readonly __typename: 'CoverLoss', readonly id: string }
    | { readonly __typename: 'Credential', readonly id: string }
    | { readonly __typename: 'Decision', readonly id: string }
    | { readonly __typename: 'ErasureRequest', readonly id: string }
    | { readonly __typename: 'Hold', readonly id: string }
    | { readonly __typename: 'LedgerEntry', readonly id: string }
    | { readonly __typename: 'Member', readonly id: string }
    | { readonly __typename: 'NetworkIntake', readonly id: string }
    | { readonly __typename: 'Organisation', readonly id: string }
    | { readonly __typename: 'Policy', readonly id: string }
    | { readonly __typename: 'Practitioner', readonly id: string }
    | { readonly __typename: 'Proposal', readonly id: string }
    | { readonly __typename: 'Provider', readonly id: string }
    | { readonly __typename: 'ProviderAccountChange', readonly id: string }
    | { readonly __typename: 'Receivable', readonly id: string }
    | { readonly __typename: 'Reimbursement', readonly id: string }
    | { readonly __typename: 'Schedule', readonly id: string }
    | { readonly __typename: 'SelfBill', readonly id: string, readonly pdf?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null }, readonly ubl?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null }, readonly remittance?: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null } }
    | { readonly __typename: 'SettlementBatch', readonly id: string }
    | { readonly __typename: 'SettlementLine', readonly id: string }
    | { readonly __typename: 'SettlementPayment', readonly id: string }
    | { readonly __typename: 'Slot', readonly id: string }
    | { readonly __typename: 'StatusReport', readonly id: string }
    | { readonly __typename: 'Submission', readonly id: string }
    | { readonly __typename: 'Webhook', readonly id: string }
   | null };

export type SettlementTasksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SettlementTasksQuery = { readonly settlementTasks: { readonly __typename: 'SettlementTaskConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementTaskEdge', readonly node: { readonly __typename: 'SettlementTask', readonly reason: LeftOutReason, readonly lineCount: number, readonly raisedAt: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SlotsToCopyQueryVariables = Exact<{
  clinicId: string;
  from: string;
  to: string;
  holidaysFrom: string;
  holidaysUntil: string;
  after?: string | null | undefined;
}>;


export type SlotsToCopyQuery = { readonly publicHolidays: ReadonlyArray<string>, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly slots: { readonly __typename: 'SlotConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SlotEdge', readonly node: { readonly __typename: 'Slot', readonly id: string, readonly externalId: string | null, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly audience: Audience, readonly languages: ReadonlyArray<string>, readonly funding: Funding, readonly capacity: number, readonly cancellationHours: number | null, readonly onCall: boolean, readonly state: SlotState, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type StatusReportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StatusReportsQuery = { readonly statusReports: { readonly __typename: 'StatusReportConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'StatusReportEdge', readonly node: { readonly __typename: 'StatusReport', readonly id: string, readonly question: string, readonly askedAt: string, readonly booking: { readonly __typename: 'Booking', readonly id: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type UnfollowSourceMutationVariables = Exact<{
  input: UnfollowSourceInput;
}>;


export type UnfollowSourceMutation = { readonly unfollowSource: { readonly __typename: 'UnfollowSourcePayload', readonly replayed: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly capacitySources: ReadonlyArray<{ readonly __typename: 'CapacitySource', readonly code: IntakeCode, readonly state: CapacitySourceState, readonly following: { readonly __typename: 'Following', readonly id: string } | null }> | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type UpdateClinicMutationVariables = Exact<{
  input: UpdateClinicInput;
}>;


export type UpdateClinicMutation = { readonly updateClinic: { readonly __typename: 'SaveClinicPayload', readonly replayed: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly phone: string | null, readonly wayIn: string | null, readonly accessibility: ReadonlyArray<Accessibility>, readonly languages: ReadonlyArray<string>, readonly treatsChildren: boolean, readonly cancellationHours: number | null, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type UploadSlotsMutationVariables = Exact<{
  input: UploadSlotsInput;
}>;


export type UploadSlotsMutation = { readonly uploadSlots: { readonly __typename: 'PublishSlotsPayload', readonly replayed: boolean, readonly counts: { readonly __typename: 'PublicationCounts', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly withdrawn: number, readonly refused: number, readonly closed: number } | null, readonly lines: ReadonlyArray<{ readonly __typename: 'SlotLineResult', readonly line: number, readonly externalId: string | null, readonly outcome: SlotLineOutcome, readonly slot: { readonly __typename: 'Slot', readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type WebhooksQueryVariables = Exact<{
  first: number;
  states?: ReadonlyArray<WebhookDeliveryState> | WebhookDeliveryState | null | undefined;
}>;


export type WebhooksQuery = { readonly webhooks: { readonly __typename: 'WebhookConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'WebhookEdge', readonly node: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly failingSince: string | null, readonly deliveries: { readonly __typename: 'WebhookDeliveryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'WebhookDeliveryEdge', readonly node: { readonly __typename: 'WebhookDelivery', readonly id: string, readonly message: string, readonly type: EventType, readonly state: WebhookDeliveryState, readonly attempts: number, readonly lastStatus: number | null, readonly queuedAt: string, readonly nextAt: string | null, readonly endedAt: string | null, readonly event: { readonly __typename: 'Event', readonly cloudEvent: Readonly<Record<string, unknown>> }, readonly lastFault: { readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } }> } };

export type WeekScreenQueryVariables = Exact<{
  clinicId?: string | null | undefined;
  from: string;
  to: string;
  slotsAfter?: string | null | undefined;
  bookingsAfter?: string | null | undefined;
  unmarkedFrom?: string | null | undefined;
  now?: string | null | undefined;
  language?: Language;
}>;


export type WeekScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } }> }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly lastSyncedAt: string | null, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly name: string }>, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly unmarked: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly startsAt: string, readonly state: BookingState, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null } }> }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly version: number, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly videoLink: string | null, readonly contactedAt: string | null, readonly sessionNumber: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string }, readonly patient: { readonly __typename: 'Patient', readonly name: string, readonly birthYear: number } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly slots: { readonly __typename: 'SlotConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SlotEdge', readonly node: { readonly __typename: 'Slot', readonly id: string, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly capacity: number, readonly freeUnits: number, readonly state: SlotState, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly from: string, readonly to: string, readonly reason: string | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } | null }> } | null } | null } };

export type WithdrawSlotsMutationVariables = Exact<{
  input: WithdrawSlotsInput;
}>;


export type WithdrawSlotsMutation = { readonly withdrawSlots: { readonly __typename: 'WithdrawSlotsPayload', readonly withdrawn: number, readonly replayed: boolean, readonly closures: ReadonlyArray<{ readonly __typename: 'Closure', readonly id: string, readonly from: string, readonly to: string, readonly openedAt: string | null }>, readonly appointments: ReadonlyArray<{ readonly __typename: 'WithdrawnAppointment', readonly outcome: WithdrawalOutcome, readonly latestOn: string | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly state: BookingState, readonly version: number, readonly patient: { readonly __typename: 'Patient', readonly name: string } | null }, readonly newBooking: { readonly __typename: 'Booking', readonly id: string } | null, readonly newTime: { readonly __typename: 'NewTime', readonly startsAt: string, readonly channel: Channel, readonly extraKm: number | null, readonly marginWorkingDays: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly address: { readonly __typename: 'Address', readonly town: string } } } | null }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export const AboutScreen = /* @__PURE__ */ registered<AboutScreenQuery, AboutScreenQueryVariables>(
  "2d95166c5674ae1891957dfbc38936d84df726da140193eed2f50536bb76d51f",
  "query AboutScreen($clinicId: ID, $language: Language! = DA) {\n  viewer {\n    organisation {\n      id\n      legalName\n      cvr\n      account {\n        registrationNumber\n        maskedAccountNumber\n        changedAt\n        blockedAt\n        blockedReason\n        __typename\n      }\n      receivables(first: 5) {\n        edges {\n          node {\n            id\n            reference\n            demandedOn\n            left {\n              amountMinor\n              currency\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      clinics(first: 20) {\n        edges {\n          node {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      clinic(id: $clinicId) {\n        id\n        name\n        version\n        phone\n        wayIn\n        accessibility\n        languages\n        treatsChildren\n        cancellationHours\n        address {\n          line\n          postalCode\n          town\n          __typename\n        }\n        services {\n          code\n          name(language: $language)\n          __typename\n        }\n        rates(first: 40) {\n          edges {\n            node {\n              id\n              service {\n                code\n                name(language: $language)\n                __typename\n              }\n              session\n              channel\n              amount {\n                amountMinor\n                currency\n                __typename\n              }\n              validFrom\n              validUntil\n              state\n              version\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  accountChanges(first: 5) {\n    edges {\n      node {\n        id\n        registrationNumber\n        maskedAccountNumber\n        state\n        statedAt\n        appliesAt\n        decidedAt\n        reason\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AcceptSelfBilling = /* @__PURE__ */ registered<AcceptSelfBillingMutation, AcceptSelfBillingMutationVariables>(
  "a9623c024eff90f20832f327eaf06af1155eaf3a9aa6129237ac161c8b279a49",
  "mutation AcceptSelfBilling($input: AcceptSelfBillingInput!) {\n  acceptSelfBilling(input: $input) {\n    agreement {\n      textVersion\n      acceptedVersion\n      acceptedOn\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AccountChanges = /* @__PURE__ */ registered<AccountChangesQuery, AccountChangesQueryVariables>(
  "90204a18840419f41d5a8ba3e0c45382930ee3e1c7f9e002bb0aa074cb74da14",
  "query AccountChanges($first: Int!, $after: String, $state: AccountChangeState) {\n  accountChanges(first: $first, after: $after, state: $state) {\n    edges {\n      node {\n        id\n        registrationNumber\n        maskedAccountNumber\n        state\n        statedBy\n        statedAt\n        appliesAt\n        decidedBy\n        decidedAt\n        reason\n        organisation {\n          id\n          legalName\n          account {\n            registrationNumber\n            maskedAccountNumber\n            changedAt\n            blockedAt\n            blockedReason\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AnswerDispute = /* @__PURE__ */ registered<AnswerDisputeMutation, AnswerDisputeMutationVariables>(
  "b908d47ef89547eac13adf63c747121e2755e1d05dfd44d22058dc4903595d56",
  "mutation AnswerDispute($input: AnswerDisputeInput!) {\n  answerDispute(input: $input) {\n    line {\n      id\n      state\n      disputeAnswers {\n        finding\n        cameAt\n        leftAt\n        inRecord\n        words\n        answeredAt\n        practitioner {\n          id\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AnswerStatusReport = /* @__PURE__ */ registered<AnswerStatusReportMutation, AnswerStatusReportMutationVariables>(
  "e741c8a3bb85357eb4e1a12bd5377464a7754c2d81f9ff9ba737524627e0791b",
  "mutation AnswerStatusReport($input: AnswerStatusReportInput!) {\n  answerStatusReport(input: $input) {\n    statusReport {\n      id\n      progress\n      treatmentsNeeded\n      justification\n      writtenOn\n      answeredAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AvailabilityChanged = /* @__PURE__ */ registered<AvailabilityChangedSubscription, AvailabilityChangedSubscriptionVariables>(
  "3b6b506f9f96ad22fcb8e7ff5649057fdad377aa912aad46daee4a0b55b024af",
  "subscription AvailabilityChanged($clinicId: ID!) {\n  availabilityChanged(clinicId: $clinicId) {\n    slot {\n      id\n      freeUnits\n      state\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookingChanged = /* @__PURE__ */ registered<BookingChangedSubscription, BookingChangedSubscriptionVariables>(
  "81d61f9907549c7cbe04210c428a1d0cdbf484debc619dc05fdb39d421882cae",
  "subscription BookingChanged($clinicId: ID) {\n  bookingChanged(clinicId: $clinicId) {\n    change\n    booking {\n      id\n      state\n      startsAt\n      patient {\n        name\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CalendarFeeds = /* @__PURE__ */ registered<CalendarFeedsQuery, CalendarFeedsQueryVariables>(
  "dd556020c389ba5e226c2e19a42c548284b2fd606e25ec11e7a058e073041bdc",
  "query CalendarFeeds($clinicId: ID!) {\n  calendarFeeds(clinicId: $clinicId) {\n    id\n    kind\n    clinic {\n      id\n      name\n      __typename\n    }\n    practitioner {\n      id\n      name\n      __typename\n    }\n    createdAt\n    lastReadAt\n    __typename\n  }\n}",
);
export const CapacitySources = /* @__PURE__ */ registered<CapacitySourcesQuery, CapacitySourcesQueryVariables>(
  "bce6e2361523f512cc5ecb0fd482cdf505b48732fc49dad84543f1af4045d69e",
  "query CapacitySources($clinicId: ID!) {\n  clinic(id: $clinicId) {\n    id\n    capacitySources {\n      code\n      practitioner {\n        id\n        name\n        __typename\n      }\n      following {\n        id\n        host\n        checkedAt\n        nextAt\n        __typename\n      }\n      state\n      reason {\n        code\n        message\n        label\n        __typename\n      }\n      asOf\n      staleAt\n      lines\n      refused {\n        code\n        entries\n        message\n        __typename\n      }\n      unread {\n        code\n        entries\n        message\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ChangeProviderAccount = /* @__PURE__ */ registered<ChangeProviderAccountMutation, ChangeProviderAccountMutationVariables>(
  "c61a113a5c31db07bdd37e7afa78cf18f8cdb0066833dd1c6d74af4a01edb973",
  "mutation ChangeProviderAccount($input: ChangeProviderAccountInput!) {\n  changeProviderAccount(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicBookings = /* @__PURE__ */ registered<ClinicBookingsQuery, ClinicBookingsQueryVariables>(
  "6bab396fb66c5e713bfab5d8d861d79ed0322337de65a9c4af91687d4bb18024",
  "query ClinicBookings($filter: BookingFilterInput, $first: Int!, $after: String) {\n  bookings(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        service {\n          code\n          name\n          __typename\n        }\n        sessionNumber\n        startsAt\n        endsAt\n        channel\n        payable {\n          amountMinor\n          currency\n          __typename\n        }\n        patient {\n          name\n          birthYear\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicRates = /* @__PURE__ */ registered<ClinicRatesQuery, ClinicRatesQueryVariables>(
  "637432e39c48f7c12698ce724928f5a99196431cf6fb3ef2258a79e8e08e8119",
  "query ClinicRates($clinicId: ID!, $service: ServiceCode, $first: Int!, $after: String) {\n  clinic(id: $clinicId) {\n    rates(service: $service, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          service {\n            code\n            name\n            __typename\n          }\n          session\n          channel\n          amount {\n            amountMinor\n            currency\n            __typename\n          }\n          validFrom\n          validUntil\n          state\n          version\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicSlots = /* @__PURE__ */ registered<ClinicSlotsQuery, ClinicSlotsQueryVariables>(
  "e3e889537f1f95329e2be61771f1ce4ad2167d5071b6c301e9b58d2a3bfbcfbc",
  "query ClinicSlots($clinicId: ID!, $from: DateTime!, $to: DateTime!, $freeOnly: Boolean!, $first: Int!, $after: String) {\n  clinic(id: $clinicId) {\n    slots(from: $from, to: $to, freeOnly: $freeOnly, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          externalId\n          startsAt\n          endsAt\n          channel\n          capacity\n          freeUnits\n          state\n          services {\n            code\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicStatement = /* @__PURE__ */ registered<ClinicStatementQuery, ClinicStatementQueryVariables>(
  "3d62bbb3ad548df0534ffb09603565cc988f8771b4f59150d6105307447d54a9",
  "query ClinicStatement($clinicId: ID!, $from: LocalDate!, $until: LocalDate!, $first: Int!, $after: String, $language: Language! = DA) {\n  clinic(id: $clinicId) {\n    statement(from: $from, until: $until) {\n      clinic {\n        id\n        name\n        __typename\n      }\n      from\n      until\n      paid {\n        amountMinor\n        __typename\n      }\n      expected {\n        amountMinor\n        __typename\n      }\n      disputed {\n        amountMinor\n        __typename\n      }\n      lines(first: $first, after: $after) {\n        edges {\n          node {\n            line {\n              id\n              booking {\n                id\n                reference\n                __typename\n              }\n              __typename\n            }\n            treatedOn\n            service {\n              code\n              name\n              __typename\n            }\n            sessionNumber\n            kind\n            state\n            amount {\n              amountMinor\n              __typename\n            }\n            expectedOn\n            paidOn\n            reasons {\n              code\n              message(language: $language)\n              __typename\n            }\n            correctionReason\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicStatementFile = /* @__PURE__ */ registered<ClinicStatementFileQuery, ClinicStatementFileQueryVariables>(
  "0a477ab525da0bd9a75346230f429bf6caf9ff320f4874d3634d82619a6ac768",
  "query ClinicStatementFile($clinicId: ID!, $from: LocalDate!, $until: LocalDate!, $csv: Boolean!, $pdf: Boolean!) {\n  clinic(id: $clinicId) {\n    statement(from: $from, until: $until) {\n      csv @include(if: $csv) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      pdf @include(if: $pdf) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CloseTime = /* @__PURE__ */ registered<CloseTimeMutation, CloseTimeMutationVariables>(
  "ea18a4e13124b03c12259f890b4b5ec4a87e9b0fa8ac3bd719f65e2c99a4b94b",
  "mutation CloseTime($input: CloseTimeInput!) {\n  closeTime(input: $input) {\n    withdrawn\n    closures {\n      id\n      from\n      to\n      openedAt\n      __typename\n    }\n    appointments {\n      booking {\n        id\n        reference\n        startsAt\n        state\n        version\n        patient {\n          name\n          __typename\n        }\n        __typename\n      }\n      outcome\n      newBooking {\n        id\n        __typename\n      }\n      newTime {\n        startsAt\n        clinic {\n          id\n          name\n          address {\n            town\n            __typename\n          }\n          __typename\n        }\n        channel\n        extraKm\n        marginWorkingDays\n        __typename\n      }\n      latestOn\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Closures = /* @__PURE__ */ registered<ClosuresQuery, ClosuresQueryVariables>(
  "ecef8fdff0261bc829c3c1bc2ad781f5a038e600bc96391d024e687c999e1702",
  "query Closures($clinicId: ID!) {\n  clinic(id: $clinicId) {\n    closures {\n      id\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      from\n      to\n      reason\n      closedAt\n      openedAt\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CreateCalendarFeed = /* @__PURE__ */ registered<CreateCalendarFeedMutation, CreateCalendarFeedMutationVariables>(
  "31053c86a189caf33a54edec96702e769536150eb5a203c1c5f983fde3a3ad1b",
  "mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {\n  createCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DemandFile = /* @__PURE__ */ registered<DemandFileQuery, DemandFileQueryVariables>(
  "d5e10709a42230020323fc776107c394b8285b597c4cf22f8e39f08b073afda3",
  "query DemandFile($receivableId: ID!, $language: Language!) {\n  node(id: $receivableId) {\n    id\n    ... on Receivable {\n      demand(language: $language) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DisableWebhook = /* @__PURE__ */ registered<DisableWebhookMutation, DisableWebhookMutationVariables>(
  "5838d4ede8b3351ca46ca5780d409940e8c2ffa005d64d60fa46c3890c8188b6",
  "mutation DisableWebhook($input: ChangeWebhookInput!) {\n  disableWebhook(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const EnableWebhook = /* @__PURE__ */ registered<EnableWebhookMutation, EnableWebhookMutationVariables>(
  "dce3b6e6c9ed0ea661ee858c247df5963312a8ef2b8d8bc4b760a9376b06c477",
  "mutation EnableWebhook($input: ChangeWebhookInput!) {\n  enableWebhook(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const Events = /* @__PURE__ */ registered<EventsQuery, EventsQueryVariables>(
  "9a212906cd4aefb98242ff15fa6b3e0b7b35da536b6e3b0ce05a03f8ac1ffdf9",
  "query Events($after: String, $types: [EventType!], $first: Int!) {\n  events(after: $after, types: $types, first: $first) {\n    edges {\n      cursor\n      node {\n        id\n        type\n        subject {\n          id\n          __typename\n        }\n        at\n        booking {\n          id\n          reference\n          state\n          startsAt\n          endsAt\n          channel\n          version\n          clinic {\n            id\n            __typename\n          }\n          practitioner {\n            id\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindPayment = /* @__PURE__ */ registered<FindPaymentQuery, FindPaymentQueryVariables>(
  "b4c6c11c7f4f2d19e1b345d11c04493029275433c1e00b1fbe85aa29afeaf3e7",
  "query FindPayment($endToEndId: String!, $language: Language! = DA) {\n  payment(endToEndId: $endToEndId) {\n    id\n    endToEndId\n    state\n    reasonInWords(language: $language)\n    expectedOn\n    paidOn\n    accountEndsWith\n    amount {\n      amountMinor\n      currency\n      __typename\n    }\n    selfBills {\n      id\n      number\n      kind\n      issuedOn\n      total {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        url\n        __typename\n      }\n      __typename\n    }\n    lines(first: 100) {\n      edges {\n        node {\n          id\n          kind\n          treatedOn\n          service {\n            code\n            name(language: $language)\n            __typename\n          }\n          amount {\n            amountMinor\n            currency\n            __typename\n          }\n          booking {\n            id\n            reference\n            patient {\n              name\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FollowSource = /* @__PURE__ */ registered<FollowSourceMutation, FollowSourceMutationVariables>(
  "d6bb6b703685658e554e72801a2ac7a052832cec5ab468217b0ed06a5016647e",
  "mutation FollowSource($input: FollowSourceInput!) {\n  followSource(input: $input) {\n    source {\n      following {\n        id\n        host\n        nextAt\n        __typename\n      }\n      state\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MoneyScreen = /* @__PURE__ */ registered<MoneyScreenQuery, MoneyScreenQueryVariables>(
  "5fd319ce95f6f0d0218b9d2bcd484a0331da6ef2acc8ff0c9eb62c8630c76810",
  "query MoneyScreen($first: Int!, $lines: Int!, $language: Language! = DA) {\n  viewer {\n    organisation {\n      id\n      legalName\n      selfBillingAgreement {\n        textVersion\n        acceptedVersion\n        acceptedOn\n        text(language: $language)\n        __typename\n      }\n      payments(first: $first) {\n        edges {\n          node {\n            id\n            endToEndId\n            selfBillNumber\n            state\n            stateReason\n            reasonInWords(language: $language)\n            expectedOn\n            paidOn\n            lineCount\n            amount {\n              amountMinor\n              currency\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      settlementLines(first: $lines) {\n        edges {\n          node {\n            id\n            kind\n            state\n            reason\n            rateAgreedSince {\n              id\n              validFrom\n              amount {\n                amountMinor\n                currency\n                __typename\n              }\n              __typename\n            }\n            treatedOn\n            readyAt\n            amount {\n              amountMinor\n              currency\n              __typename\n            }\n            service {\n              code\n              name(language: $language)\n              __typename\n            }\n            booking {\n              id\n              reference\n              __typename\n            }\n            clinic {\n              id\n              name\n              __typename\n            }\n            payment {\n              id\n              endToEndId\n              state\n              expectedOn\n              paidOn\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MyClinics = /* @__PURE__ */ registered<MyClinicsQuery, MyClinicsQueryVariables>(
  "26e9c12892db803ed50eb20e4cb23b67833c5a0f790e0a1786b63a5e4c22190f",
  "query MyClinics($first: Int!, $after: String) {\n  viewer {\n    role\n    organisation {\n      id\n      legalName\n      clinics(first: $first, after: $after) {\n        edges {\n          node {\n            id\n            name\n            address {\n              town\n              __typename\n            }\n            services {\n              code\n              name\n              __typename\n            }\n            practitioners {\n              id\n              name\n              __typename\n            }\n            lastSyncedAt\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MyTimesScreen = /* @__PURE__ */ registered<MyTimesScreenQuery, MyTimesScreenQueryVariables>(
  "fe4eb184e4913cd289cab17a98da385b25d58c9c16ed174ec0f805f9c0680344",
  "query MyTimesScreen($clinicId: ID, $language: Language! = DA) {\n  viewer {\n    organisation {\n      id\n      legalName\n      clinics(first: 20) {\n        edges {\n          node {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      clinic(id: $clinicId) {\n        id\n        name\n        lastSyncedAt\n        services {\n          code\n          name(language: $language)\n          __typename\n        }\n        practitioners {\n          id\n          name\n          __typename\n        }\n        schedules {\n          id\n          version\n          validFrom\n          validUntil\n          expandedUntil\n          closedOnPublicHolidays\n          practitioner {\n            id\n            __typename\n          }\n          rules {\n            rrule\n            opening {\n              ...Hours\n              __typename\n            }\n            __typename\n          }\n          exceptions {\n            on\n            openings {\n              ...Hours\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        closures {\n          id\n          from\n          to\n          reason\n          closedAt\n          clinic {\n            id\n            __typename\n          }\n          practitioner {\n            id\n            __typename\n          }\n          __typename\n        }\n        busyFeeds {\n          state\n          asOf\n          staleAt\n          busyPeriods\n          practitioner {\n            id\n            __typename\n          }\n          reason {\n            code\n            message\n            remedy\n            __typename\n          }\n          unread {\n            code\n            entries\n            message\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}\n\nfragment Hours on Opening {\n  startTime\n  endTime\n  slotMinutes\n  pauseMinutes\n  services\n  channel\n  audience\n  languages\n  funding\n  capacity\n  cancellationHours\n  onCall\n  __typename\n}",
);
export const OpenTime = /* @__PURE__ */ registered<OpenTimeMutation, OpenTimeMutationVariables>(
  "bda8a223579f4908a96db0d5719e4c146535a04b1716eb1e8391322556a59695",
  "mutation OpenTime($input: OpenTimeInput!) {\n  openTime(input: $input) {\n    opened\n    closures {\n      id\n      openedAt\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Payment = /* @__PURE__ */ registered<PaymentQuery, PaymentQueryVariables>(
  "d6db418dede5df0c705f1b6efe822497d76c9776b213734914518f32c48b609b",
  "query Payment($id: ID!) {\n  node(id: $id) {\n    ... on SettlementPayment {\n      id\n      endToEndId\n      state\n      stateReason\n      expectedOn\n      paidOn\n      accountEndsWith\n      byNemKonto\n      amount {\n        amountMinor\n        currency\n        __typename\n      }\n      selfBills {\n        id\n        number\n        kind\n        issuedOn\n        lineCount\n        acceptedOn\n        seller {\n          name\n          cvr\n          address\n          __typename\n        }\n        buyer {\n          name\n          cvr\n          address\n          __typename\n        }\n        total {\n          amountMinor\n          currency\n          __typename\n        }\n        pdf(language: DA) {\n          fileName\n          mediaType\n          url\n          __typename\n        }\n        ubl {\n          fileName\n          mediaType\n          url\n          __typename\n        }\n        remittance {\n          fileName\n          mediaType\n          url\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentGuarantee = /* @__PURE__ */ registered<PaymentGuaranteeQuery, PaymentGuaranteeQueryVariables>(
  "b2c901379a9b281983e53325385c6ed9e38368cae7fbc93a047b35ec87009947",
  "query PaymentGuarantee($bookingId: ID!, $language: Language!) {\n  booking(id: $bookingId) {\n    id\n    paymentGuarantee {\n      reference\n      state\n      service {\n        code\n        __typename\n      }\n      treatments\n      clinic {\n        id\n        name\n        __typename\n      }\n      ownChoice\n      startsAt\n      validThrough\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        mediaType\n        url\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentGuaranteeFile = /* @__PURE__ */ registered<PaymentGuaranteeFileQuery, PaymentGuaranteeFileQueryVariables>(
  "4894261b37b3ce419041bc8b5cfaa076f8ac6b67cf1f8c5947bd9f5242899cc9",
  "query PaymentGuaranteeFile($bookingId: ID!, $language: Language!) {\n  booking(id: $bookingId) {\n    paymentGuarantee {\n      pdf(language: $language) {\n        base64\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposeRate = /* @__PURE__ */ registered<ProposeRateMutation, ProposeRateMutationVariables>(
  "961744c0c15406c9ed1397b84622501ea52568bb13b6a28a894e5f08609f6648",
  "mutation ProposeRate($input: ProposeRateInput!) {\n  proposeRate(input: $input) {\n    rate {\n      id\n      state\n      validFrom\n      amount {\n        amountMinor\n        __typename\n      }\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PublishSlots = /* @__PURE__ */ registered<PublishSlotsMutation, PublishSlotsMutationVariables>(
  "e04a26bd958ea339ab1fd2f3d7b0c2b985924b9d6d2ce5b19a195cd3f92700be",
  "mutation PublishSlots($input: PublishSlotsInput!) {\n  publishSlots(input: $input) {\n    counts {\n      inserted\n      changed\n      unchanged\n      withdrawn\n      refused\n      closed\n      __typename\n    }\n    lines {\n      line\n      externalId\n      outcome\n      slot {\n        id\n        __typename\n      }\n      errors {\n        code\n        message\n        path\n        remedy\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const QuestionsScreen = /* @__PURE__ */ registered<QuestionsScreenQuery, QuestionsScreenQueryVariables>(
  "4b8f7ac7e037f360ec1bb3af2b0c70129a3654f9873615ae3a877b0fd316ac13",
  "query QuestionsScreen($first: Int!, $language: Language! = DA) {\n  statusReports(first: $first) {\n    edges {\n      node {\n        id\n        question\n        askedAt\n        booking {\n          id\n          reference\n          startsAt\n          patient {\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  disputedLines(first: $first) {\n    edges {\n      node {\n        id\n        treatedOn\n        amount {\n          amountMinor\n          __typename\n        }\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        clinic {\n          id\n          name\n          __typename\n        }\n        booking {\n          id\n          reference\n          startsAt\n          patient {\n            name\n            __typename\n          }\n          __typename\n        }\n        disputeAnswers {\n          answeredAt\n          finding\n          words\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Receivables = /* @__PURE__ */ registered<ReceivablesQuery, ReceivablesQueryVariables>(
  "18c57899e8a06fad23a66b7a11594bb6527bf8b9f155d28d7fcfdf82768c1572",
  "query Receivables($first: Int!, $after: String) {\n  viewer {\n    organisation {\n      id\n      receivables(first: $first, after: $after) {\n        edges {\n          node {\n            id\n            reference\n            demandedOn\n            left {\n              amountMinor\n              currency\n              __typename\n            }\n            instalments {\n              dueOn\n              amount {\n                amountMinor\n                currency\n                __typename\n              }\n              __typename\n            }\n            settled {\n              id\n              endToEndId\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordAttendance = /* @__PURE__ */ registered<RecordAttendanceMutation, RecordAttendanceMutationVariables>(
  "da7811977997116e718405bfcf2f379e5a389aae11699a3aa6fcbbf72d9d579f",
  "mutation RecordAttendance($input: RecordAttendanceInput!) {\n  recordAttendance(input: $input) {\n    booking {\n      id\n      reference\n      state\n      payable {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordContact = /* @__PURE__ */ registered<RecordContactMutation, RecordContactMutationVariables>(
  "3b573c01e22dae26add5821cee850811be740856a0338f0768563a05e4749e88",
  "mutation RecordContact($input: RecordContactInput!) {\n  recordContact(input: $input) {\n    booking {\n      id\n      contactedAt\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RefuseAccountChange = /* @__PURE__ */ registered<RefuseAccountChangeMutation, RefuseAccountChangeMutationVariables>(
  "25ca65f6a34dd02b4e6e8a6fbb1ffa35e2590d833713a049768ce8c63cf9a876",
  "mutation RefuseAccountChange($input: RefuseAccountChangeInput!) {\n  refuseAccountChange(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RegisterWebhook = /* @__PURE__ */ registered<RegisterWebhookMutation, RegisterWebhookMutationVariables>(
  "09f9fa747d1257216948de21e9c534d6e7067f3deaca831c2fa5586ea16de8de",
  "mutation RegisterWebhook($input: RegisterWebhookInput!) {\n  registerWebhook(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    secret\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const RemoveBusyFeed = /* @__PURE__ */ registered<RemoveBusyFeedMutation, RemoveBusyFeedMutationVariables>(
  "52b7ebe67966e11ace73acbfb92e051a4b08e277e09bcd0ded481ef1cde62a28",
  "mutation RemoveBusyFeed($input: RemoveBusyFeedInput!) {\n  removeBusyFeed(input: $input) {\n    clinic {\n      id\n      busyFeeds {\n        state\n        practitioner {\n          id\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    counts {\n      inserted\n      changed\n      unchanged\n      withdrawn\n      refused\n      closed\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RemoveSchedule = /* @__PURE__ */ registered<RemoveScheduleMutation, RemoveScheduleMutationVariables>(
  "652c901ccde9a7979698a91be1a37c16bdb6e96898fe09ac342189e0c4c311ba",
  "mutation RemoveSchedule($input: RemoveScheduleInput!) {\n  removeSchedule(input: $input) {\n    clinic {\n      id\n      schedules {\n        id\n        version\n        __typename\n      }\n      __typename\n    }\n    counts {\n      withdrawn\n      unchanged\n      refused\n      __typename\n    }\n    notDone {\n      on\n      startTime\n      errors {\n        code\n        message\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ResendDeliveries = /* @__PURE__ */ registered<ResendDeliveriesMutation, ResendDeliveriesMutationVariables>(
  "a3040649c1f4dc588146e34def02304f7172223a66a11927587136dc695e163a",
  "mutation ResendDeliveries($input: ResendDeliveriesInput!) {\n  resendDeliveries(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    resent\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const RevealContact = /* @__PURE__ */ registered<RevealContactMutation, RevealContactMutationVariables>(
  "609dea04b97735f5c2a897302f698a945b61cf4b12ba13591b604cd04d44d370",
  "mutation RevealContact($input: RevealContactInput!) {\n  revealContact(input: $input) {\n    contact {\n      name\n      phone\n      isGuardian\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RevokeCalendarFeed = /* @__PURE__ */ registered<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>(
  "edaa53bdf251c3d73bbe1c399dfcd6462307ce6e8246545f70b90c53d749ddee",
  "mutation RevokeCalendarFeed($input: ChangeCalendarFeedInput!) {\n  revokeCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RotateCalendarFeed = /* @__PURE__ */ registered<RotateCalendarFeedMutation, RotateCalendarFeedMutationVariables>(
  "e9cfe1b21c06ae3cddef8b1879557a8fa2f3811a259e3218d37d59bf349d812e",
  "mutation RotateCalendarFeed($input: ChangeCalendarFeedInput!) {\n  rotateCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RotateWebhookSecret = /* @__PURE__ */ registered<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>(
  "5187468b562688025974916e58bfe25bb00db61758930688344aed5fa270afeb",
  "mutation RotateWebhookSecret($input: ChangeWebhookInput!) {\n  rotateWebhookSecret(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    secret\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const SaveBusyFeed = /* @__PURE__ */ registered<SaveBusyFeedMutation, SaveBusyFeedMutationVariables>(
  "1df52d607c576c8f774492abbe52e90e111362ea3199eb1c2b1c8dbd34c14cfa",
  "mutation SaveBusyFeed($input: SaveBusyFeedInput!) {\n  saveBusyFeed(input: $input) {\n    feed {\n      practitioner {\n        id\n        name\n        __typename\n      }\n      state\n      busyPeriods\n      unread {\n        code\n        entries\n        message\n        __typename\n      }\n      asOf\n      staleAt\n      reason {\n        code\n        message\n        __typename\n      }\n      __typename\n    }\n    counts {\n      inserted\n      changed\n      unchanged\n      withdrawn\n      refused\n      closed\n      __typename\n    }\n    notDone {\n      on\n      startTime\n      errors {\n        code\n        message\n        remedy\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SaveSchedule = /* @__PURE__ */ registered<SaveScheduleMutation, SaveScheduleMutationVariables>(
  "e63e5d54ca1a5e9c0eba77e33745cbd70e0bd10a50b9a15581048705db11df09",
  "mutation SaveSchedule($input: SaveScheduleInput!) {\n  saveSchedule(input: $input) {\n    schedule {\n      id\n      version\n      validFrom\n      validUntil\n      expandedUntil\n      __typename\n    }\n    counts {\n      inserted\n      changed\n      unchanged\n      withdrawn\n      refused\n      closed\n      __typename\n    }\n    notDone {\n      on\n      startTime\n      errors {\n        code\n        message\n        remedy\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Schedules = /* @__PURE__ */ registered<SchedulesQuery, SchedulesQueryVariables>(
  "71f619ff0fdb416b9e91305c00ecac5433f00121f94e24656760c55fdb76c747",
  "query Schedules($clinicId: ID!) {\n  clinic(id: $clinicId) {\n    schedules {\n      id\n      practitioner {\n        id\n        name\n        __typename\n      }\n      version\n      validFrom\n      validUntil\n      closedOnPublicHolidays\n      expandedUntil\n      rules {\n        rrule\n        opening {\n          startTime\n          endTime\n          slotMinutes\n          pauseMinutes\n          services\n          channel\n          audience\n          languages\n          funding\n          capacity\n          cancellationHours\n          __typename\n        }\n        __typename\n      }\n      exceptions {\n        on\n        openings {\n          startTime\n          endTime\n          slotMinutes\n          services\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SelfBillFile = /* @__PURE__ */ registered<SelfBillFileQuery, SelfBillFileQueryVariables>(
  "6e2fedcf34df3384135856edd14dd8f7770072d48b2c37c74ffd82e9d624aa69",
  "query SelfBillFile($billId: ID!, $language: Language!, $pdf: Boolean!, $ubl: Boolean!, $json: Boolean!) {\n  node(id: $billId) {\n    id\n    ... on SelfBill {\n      pdf(language: $language) @include(if: $pdf) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      ubl @include(if: $ubl) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      remittance @include(if: $json) {\n        fileName\n        url\n        base64\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettlementTasks = /* @__PURE__ */ registered<SettlementTasksQuery, SettlementTasksQueryVariables>(
  "8bed9c5077ae95dcacc2738cf9da5ef0fda7a4c162c1105f481b4a27195a560f",
  "query SettlementTasks($first: Int!, $after: String) {\n  settlementTasks(first: $first, after: $after) {\n    edges {\n      node {\n        reason\n        lineCount\n        raisedAt\n        total {\n          amountMinor\n          currency\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SlotsToCopy = /* @__PURE__ */ registered<SlotsToCopyQuery, SlotsToCopyQueryVariables>(
  "6eaae91c9cbebe2e3981b2b3eed785c6825a0d0b56a9dce2e0629aabff65e76b",
  "query SlotsToCopy($clinicId: ID!, $from: DateTime!, $to: DateTime!, $holidaysFrom: LocalDate!, $holidaysUntil: LocalDate!, $after: String) {\n  publicHolidays(from: $holidaysFrom, until: $holidaysUntil)\n  clinic(id: $clinicId) {\n    id\n    slots(first: 100, after: $after, from: $from, to: $to, freeOnly: false) {\n      edges {\n        node {\n          id\n          externalId\n          startsAt\n          endsAt\n          channel\n          audience\n          languages\n          funding\n          capacity\n          cancellationHours\n          onCall\n          state\n          practitioner {\n            id\n            __typename\n          }\n          services {\n            code\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const StatusReports = /* @__PURE__ */ registered<StatusReportsQuery, StatusReportsQueryVariables>(
  "5f87979a38ad6be3cbbf55ed358ee9c3f16919b7d670bebe1fd26be926b2234e",
  "query StatusReports($first: Int!, $after: String) {\n  statusReports(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        booking {\n          id\n          __typename\n        }\n        question\n        askedAt\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const UnfollowSource = /* @__PURE__ */ registered<UnfollowSourceMutation, UnfollowSourceMutationVariables>(
  "12a0740b9d5a0e33a6f7d56cf517a5fdd1c884bc04904c7ce6f9e31d654b5f0b",
  "mutation UnfollowSource($input: UnfollowSourceInput!) {\n  unfollowSource(input: $input) {\n    clinic {\n      id\n      capacitySources {\n        code\n        state\n        following {\n          id\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const UpdateClinic = /* @__PURE__ */ registered<UpdateClinicMutation, UpdateClinicMutationVariables>(
  "e4f7622060df6f64f5e9ef45df23f3c4a2c17a98df02a383f637acb80748fbd4",
  "mutation UpdateClinic($input: UpdateClinicInput!) {\n  updateClinic(input: $input) {\n    clinic {\n      id\n      phone\n      wayIn\n      accessibility\n      languages\n      treatsChildren\n      cancellationHours\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const UploadSlots = /* @__PURE__ */ registered<UploadSlotsMutation, UploadSlotsMutationVariables>(
  "db306e967af340c7688d681490a34507cb185a747b348da2096185a7d0fbf824",
  "mutation UploadSlots($input: UploadSlotsInput!) {\n  uploadSlots(input: $input) {\n    counts {\n      inserted\n      changed\n      unchanged\n      withdrawn\n      refused\n      closed\n      __typename\n    }\n    lines {\n      line\n      externalId\n      outcome\n      slot {\n        id\n        __typename\n      }\n      errors {\n        code\n        message\n        path\n        remedy\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Webhooks = /* @__PURE__ */ registered<WebhooksQuery, WebhooksQueryVariables>(
  "0b80efd15ae34e680186c58fcb6a1bcb330239ca0ac17b7503ba939d7204bffb",
  "query Webhooks($first: Int!, $states: [WebhookDeliveryState!]) {\n  webhooks(first: $first) {\n    edges {\n      node {\n        id\n        host\n        types\n        state\n        disabledReason\n        registeredAt\n        failingSince\n        deliveries(first: 5, states: $states) {\n          edges {\n            node {\n              id\n              message\n              type\n              event {\n                cloudEvent\n                __typename\n              }\n              state\n              attempts\n              lastStatus\n              lastFault {\n                code\n                message\n                __typename\n              }\n              queuedAt\n              nextAt\n              endedAt\n              __typename\n            }\n            __typename\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WeekScreen = /* @__PURE__ */ registered<WeekScreenQuery, WeekScreenQueryVariables>(
  "15ba7158d0e222e5201d1aee31eb48454e6eca6230551ff169ec336520a4b587",
  "query WeekScreen($clinicId: ID, $from: DateTime!, $to: DateTime!, $slotsAfter: String, $bookingsAfter: String, $unmarkedFrom: DateTime, $now: DateTime, $language: Language! = DA) {\n  viewer {\n    organisation {\n      id\n      clinics(first: 20) {\n        edges {\n          node {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      clinic(id: $clinicId) {\n        id\n        name\n        lastSyncedAt\n        practitioners {\n          id\n          name\n          __typename\n        }\n        services {\n          code\n          name(language: $language)\n          __typename\n        }\n        unmarked: bookings(\n          first: 20\n          from: $unmarkedFrom\n          to: $now\n          states: [CONFIRMED]\n          earliestFirst: true\n        ) {\n          edges {\n            node {\n              id\n              startsAt\n              state\n              patient {\n                name\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        bookings(\n          first: 100\n          after: $bookingsAfter\n          from: $from\n          to: $to\n          earliestFirst: true\n        ) {\n          edges {\n            node {\n              id\n              reference\n              state\n              version\n              startsAt\n              endsAt\n              channel\n              videoLink\n              contactedAt\n              sessionNumber\n              service {\n                code\n                name(language: $language)\n                __typename\n              }\n              practitioner {\n                id\n                name\n                __typename\n              }\n              patient {\n                name\n                birthYear\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n            __typename\n          }\n          __typename\n        }\n        slots(first: 100, after: $slotsAfter, from: $from, to: $to, freeOnly: false) {\n          edges {\n            node {\n              id\n              startsAt\n              endsAt\n              channel\n              capacity\n              freeUnits\n              state\n              practitioner {\n                id\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n            __typename\n          }\n          __typename\n        }\n        closures {\n          id\n          from\n          to\n          reason\n          practitioner {\n            id\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WithdrawSlots = /* @__PURE__ */ registered<WithdrawSlotsMutation, WithdrawSlotsMutationVariables>(
  "d2672b7e25c4c01c98fc8508aa7ea24959eaf7e0238eeec3a0a40dd02c27989d",
  "mutation WithdrawSlots($input: WithdrawSlotsInput!) {\n  withdrawSlots(input: $input) {\n    withdrawn\n    closures {\n      id\n      from\n      to\n      openedAt\n      __typename\n    }\n    appointments {\n      booking {\n        id\n        reference\n        startsAt\n        state\n        version\n        patient {\n          name\n          __typename\n        }\n        __typename\n      }\n      outcome\n      newBooking {\n        id\n        __typename\n      }\n      newTime {\n        startsAt\n        clinic {\n          id\n          name\n          address {\n            town\n            __typename\n          }\n          __typename\n        }\n        channel\n        extraKm\n        marginWorkingDays\n        __typename\n      }\n      latestOn\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
