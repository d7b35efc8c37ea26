/** Made by npm run desk-graph. */
import { registered } from "./registered";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

/** Units that a clinic would open in addition, of the kind it has for this treatment, spread over each week. */
export type AddedUnitsInput = {
  /** The clinic; one that offers the treatment today. */
  readonly clinicId: string;
  /** The treatment. */
  readonly service: ServiceCode;
  /** Units a week, up to 500. */
  readonly unitsPerWeek: number;
};

/** Approves a proposed rate. */
export type ApproveRateInput = {
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** The proposed rate. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
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

/** A time in which a part of all openings is closed, such as a holiday. */
export type ClosedPeriodInput = {
  /** First day. */
  readonly from: string;
  /** Share of the units that is closed, in percent, 1 to 100. */
  readonly percent: number;
  /** Last day. */
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

/** How the content of a file is written into the request. */
export type ContentEncoding =
  /** Its bytes in base64; the file itself must be UTF-8. */
  | 'BASE64'
  /** As text. */
  | 'TEXT';

/** What entitles a part of the network, or takes that away. */
export type CredentialKind =
  /** An agreement between the insurer and a company (PRV-NETWORK-DEF). */
  | 'AGREEMENT'
  /** A practitioner's authorisation by the health authority (PRV-AUTHORISED). */
  | 'AUTHORISATION'
  /** It has left the network. */
  | 'END'
  /** A company's provider number with the region (PRV-YDERNUMMER). */
  | 'PUBLIC_AGREEMENT'
  /** A practitioner's approval as registered alternative therapist (PRV-A-QUALIFICATION). */
  | 'RAB_APPROVAL'
  /** It cannot be booked meanwhile, whatever else holds. */
  | 'SUSPENSION';

/** Decides on a proposal. */
export type DecideProposalInput = {
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** The proposal. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** Which scenario is kept no longer. */
export type DropScenarioInput = {
  /** The name it was kept under. */
  readonly name: string;
};

/** Ends a dated fact: an agreement that was given notice, an authorisation that was taken away, a suspension that is lifted. */
export type EndCredentialInput = {
  /** The dated fact. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** First day it no longer holds; today or later. */
  readonly until: string;
};

/** Suspends a part of the network for a while, or ends it. With `preview` it only says what hangs on it. */
export type EndInNetworkInput = {
  /** First day on which it cannot be booked; today or later. */
  readonly from: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** For a while, or for good. */
  readonly kind: NetworkEnd;
  /** True: change nothing, only say what hangs on it and where each appointment could go. */
  readonly preview?: boolean | null | undefined;
  /** Why, 3 to 200 characters, without health details: the members whose appointments move are told. */
  readonly reason: string;
  /** The company, clinic or practitioner. */
  readonly subjectId: string;
  /** Suspension only: first day on which it can be booked again; left out, until it is lifted. */
  readonly until?: string | null | undefined;
};

/** What is being done about openings and appointments of a part that was suspended or ended. */
export type EndingState =
  /** Appointments are being moved, the soonest first. */
  | 'CLOSING'
  /** Done. */
  | 'DONE'
  /** It was lifted: what it closed is being opened again. */
  | 'OPENING';

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

/** Gender as the public register has it. */
export type Gender =
  /** Female. */
  | 'FEMALE'
  /** Male. */
  | 'MALE'
  /** Other. */
  | 'OTHER'
  /** Not stated. */
  | 'UNKNOWN';

/** Companies, clinics or practitioners as a file, each named by the key of the register it comes from. */
export type ImportNetworkInput = {
  /** The file: up to 25,000 lines and 10 MB. */
  readonly content: string;
  /** As text when left out. */
  readonly encoding?: ContentEncoding | null | undefined;
  /** The form of the file. */
  readonly format: NetworkFormat;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** All lines or none when left out. */
  readonly mode?: PublishMode | null | undefined;
  /** What the lines are about. Companies go before their clinics, clinics before who works there. */
  readonly part: NetworkPart;
  /** True: save nothing, only say what each line would do. */
  readonly preview?: boolean | null | undefined;
};

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

/** Proposes that two records of one practitioner become one. */
export type MergePractitionersInput = {
  /** The record that is emptied. It stays, says where it went, and takes no line of a file any more. */
  readonly duplicateId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The record that is kept, with its name, its key and its authorisation number. */
  readonly keptId: string;
  /** Where it is known from that they are the same person, 3 to 300 characters. */
  readonly source: string;
};

/** Proposes that clinics go over to another company: a sale, a successor, or two companies that become one. */
export type MoveClinicsInput = {
  /** The clinics, 1 to 100. */
  readonly clinicIds: ReadonlyArray<string>;
  /** True: a company that is left without clinics ends, and this one is its successor. */
  readonly endsPredecessor?: boolean;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The company they go over to; it has an agreement of its own. */
  readonly organisationId: string;
  /** Where it is known from, 3 to 300 characters. */
  readonly source: string;
};

/** How a part of the network stops. */
export type NetworkEnd =
  /** For good. */
  | 'END'
  /** For a while, or until it is lifted. */
  | 'SUSPENSION';

/** The form of a file about the network. */
export type NetworkFormat =
  /** A header line and one line for each; comma, semicolon or tab. */
  | 'CSV'
  /** One JSON object in each line. */
  | 'NDJSON';

/** What a part of the network lacks. Values may be added. */
export type NetworkGapKind =
  /** The agreement ends. */
  | 'AGREEMENT_ENDS'
  /** Its clinics cannot be booked. */
  | 'AGREEMENT_MISSING'
  /** Nobody works there. */
  | 'PRACTITIONER_MISSING'
  /** The region then pays no share of a price. */
  | 'PUBLIC_AGREEMENT_ENDS'
  /** The authorisation or approval ends. */
  | 'QUALIFICATION_ENDS'
  /** The practitioner cannot be booked. */
  | 'QUALIFICATION_MISSING'
  /** Rates end without another. */
  | 'RATE_ENDS'
  /** They cannot be booked in the network. */
  | 'RATE_MISSING';

/** How far a file of the network has come. */
export type NetworkIntakeState =
  /** Done. */
  | 'DONE'
  /** Nothing of it was saved. */
  | 'REFUSED'
  /** Running. */
  | 'RUNNING';

/** What became of a line about the network. */
export type NetworkLineOutcome =
  /** Changed. */
  | 'CHANGED'
  /** New. */
  | 'INSERTED'
  /** Refused. */
  | 'REFUSED'
  /** It is already as the line says. */
  | 'UNCHANGED';

/** A part of the network. */
export type NetworkPart =
  /** Clinic. */
  | 'CLINIC'
  /** Company. */
  | 'ORGANISATION'
  /** Practitioner. */
  | 'PRACTITIONER';

/** A treatment that a clinic offers, and how it can be met for it. */
export type OfferInput = {
  /** How to meet. */
  readonly channels: ReadonlyArray<Channel>;
  /** The treatment. */
  readonly service: ServiceCode;
};

/** How exactly it is known where a clinic is. */
export type PlacePrecision =
  /** Coordinates that somebody gave. */
  | 'GIVEN'
  /** The middle of the built-up area of its postal code, some kilometres from it at most. */
  | 'POSTAL_CODE'
  /** The middle of the street: its postal code is of that street alone. */
  | 'STREET';

/** The new amount of one price cap. */
export type PriceCapInput = {
  /** Amount in whole øre, 1 or more. */
  readonly amountMinor: string;
  /** Which cap: the rule it rests on, as priceCaps lists it, e.g. PRC-PSYCH-1000. */
  readonly cap: string;
};

/** What a practitioner is by training. */
export type Profession =
  /** Chiropractor. */
  | 'CHIROPRACTOR'
  /** Dietician. */
  | 'DIETICIAN'
  /** Doctor. */
  | 'DOCTOR'
  /** Osteopath. */
  | 'OSTEOPATH'
  /** Physiotherapist. */
  | 'PHYSIOTHERAPIST'
  /** Podiatrist. */
  | 'PODIATRIST'
  /** Psychologist. */
  | 'PSYCHOLOGIST';

/** Narrows the board; everything left out is not asked for. */
export type PromiseFilter = {
  /** Only deadlines before this instant. */
  readonly dueBefore?: string | null | undefined;
  /** Only cases on one's own list (takeClaim); of the network manager there are none. */
  readonly mine?: boolean | null | undefined;
  /** Only members of this region. */
  readonly region?: Region | null | undefined;
  /** Only this treatment. */
  readonly service?: ServiceCode | null | undefined;
  /** Only these states; left out, all that are still open. */
  readonly states?: ReadonlyArray<PromiseState> | null | undefined;
};

/** Something that would be otherwise than today. What is left out stays as it is. */
export type PromiseScenarioInput = {
  /** Units that would come, up to 50 clinics. */
  readonly added?: ReadonlyArray<AddedUnitsInput> | null | undefined;
  /** A time in which openings would be closed. */
  readonly closed?: ClosedPeriodInput | null | undefined;
  /** How much more would be reported, in percent: 20 is a fifth more, -20 a fifth less. */
  readonly demandPercent?: number | null | undefined;
  /** A name to tell it from the others, up to 60 characters. */
  readonly name: string;
  /** Clinics that would leave, up to 50. */
  readonly withoutClinicIds?: ReadonlyArray<string> | null | undefined;
};

/** How a promise stands. */
export type PromiseState =
  /** No unit is left inside the guarantee. */
  | 'AT_RISK'
  /** The deadline passed without a first appointment. */
  | 'BREACHED'
  /** The first appointment has begun in time. */
  | 'MET'
  /** No promise runs. */
  | 'NONE'
  /** Booked in time, or several units are free for it. */
  | 'SAFE'
  /** Few units or days are left, or nobody has looked yet what is free for it. */
  | 'TIGHT';

/** What waits for a second person. Values may be added. */
export type ProposalKind =
  /** Agreements, authorisations, approvals and provider numbers. */
  | 'CREDENTIALS'
  /** Two records turned out to be of the same person. */
  | 'MERGE_PRACTITIONERS'
  /** Clinics go over to another company. */
  | 'MOVE_CLINICS'
  /** Amounts up to which a treatment is covered, from a day on. */
  | 'PRICE_CAPS'
  /** New public tariffs from a day on. */
  | 'TARIFFS'
  /** Which of the switchable days are working days of the guarantee, from an instant on. */
  | 'WORKING_DAYS';

/** How a proposal stands. */
export type ProposalState =
  /** It has been carried out. */
  | 'APPROVED'
  /** It waits for another person. */
  | 'PROPOSED'
  /** Rejected. */
  | 'REJECTED';

/** Proposes a dated fact of a company or a practitioner: an agreement, a provider number, an authorisation, a RAB approval. */
export type ProposeCredentialInput = {
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** What it is. Suspensions and ends have an act of their own: endInNetwork. */
  readonly kind: CredentialKind;
  /** Its number; a public agreement needs it. */
  readonly number?: string | null | undefined;
  /** Where it is known from, 3 to 300 characters: the contract, or the register and the day it was asked. */
  readonly source: string;
  /** Whose it is: a company for agreements, a practitioner for authorisation and approval. */
  readonly subjectId: string;
  /** First day it holds; it may have begun already. */
  readonly validFrom: string;
  /** First day it no longer holds; leave out for an open end. */
  readonly validUntil?: string | null | undefined;
};

/** Proposes other amounts of price caps from a day on. */
export type ProposePriceCapsInput = {
  /** The caps that change. */
  readonly caps: ReadonlyArray<PriceCapInput>;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Where it is decided, 3 to 300 characters. */
  readonly source: string;
  /** First day of treatment they apply to; today or later. */
  readonly validFrom: string;
};

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

/** New public tariffs as a file; with `preview` only what they would change. */
export type ProposeTariffsInput = {
  /** CSV with a header line: service, session, full_fee, public_share, patient_share; kroner with two decimals. 500 lines at most. */
  readonly content: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** True: propose nothing, only say what would change. */
  readonly preview?: boolean | null | undefined;
  /** Where they are published, 3 to 300 characters. */
  readonly source: string;
  /** First day they apply. */
  readonly validFrom: string;
  /** First day they no longer apply; left out, until the next ones. */
  readonly validUntil?: string | null | undefined;
};

/** Proposes which of the switchable days are working days (CAL-EXTRA-DAYS). */
export type ProposeWorkingDaysInput = {
  /** All days that are not working days; empty: every one of them is. */
  readonly extraNonWorkingDays: ReadonlyArray<SwitchableDay>;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Where it is decided, 3 to 300 characters. */
  readonly source: string;
  /** From when on; left out, from when it is agreed to. Claims received before keep their calendar. */
  readonly validFrom?: string | null | undefined;
};

/** What a provider of the network is. */
export type ProviderKind =
  /** Chiropractic: back, neck and joints. */
  | 'CHIROPRACTOR'
  /** Dieticians: guidance on food and health. */
  | 'DIETICIAN'
  /** Osteopathy, often with acupuncture or reflexology. */
  | 'OSTEOPATH'
  /** Physiotherapy: the body after injury, pain and surgery, one at a time or in groups. */
  | 'PHYSIOTHERAPIST'
  /** Podiatry: treatment of the feet. */
  | 'PODIATRIST'
  /** Private hospitals: examination, imaging, treatment and surgery. */
  | 'PRIVATE_HOSPITAL'
  /** Psychologists, also those who see children and people in crisis. */
  | 'PSYCHOLOGIST'
  /** Specialist doctors with a practice of their own, psychiatrists among them. */
  | 'SPECIALIST_DOCTOR';

/** What happens to the good lines of a call when others are refused. */
export type PublishMode =
  /** All lines or none. */
  | 'ATOMIC'
  /** The good lines are saved; each refused one says why. */
  | 'CONTINUE';

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

/** Refuses a stated account. */
export type RefuseAccountChangeInput = {
  /** The change; stated or confirmed, and not in force yet. */
  readonly changeId: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Why. */
  readonly reason: AccountRefusal;
};

/** A region of Denmark. Values may be added. */
export type Region =
  /** Capital Region of Denmark. */
  | 'HOVEDSTADEN'
  /** Central Denmark Region. */
  | 'MIDTJYLLAND'
  /** North Denmark Region. */
  | 'NORDJYLLAND'
  /** Region Zealand. */
  | 'SJAELLAND'
  /** Region of Southern Denmark. */
  | 'SYDDANMARK';

/** An address that is to be told of events. */
export type RegisterWebhookInput = {
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What it is told of; a clinic is told of what `events` tells it. */
  readonly types: ReadonlyArray<EventType>;
  /** The address: https on its usual port at a name of the open internet, no redirect. It is kept sealed and shown to nobody. */
  readonly url: string;
};

/** Turns a proposed rate down. */
export type RejectRateInput = {
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** The proposed rate. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
};

/** A clinic: a new one of a company, or with `id` what changes of one. */
export type SaveClinicInput = {
  /** How easily it is reached and used; all of it. */
  readonly accessibility?: ReadonlyArray<Accessibility> | null | undefined;
  /** True if openings of one practitioner may overlap, e.g. in supervised rooms. */
  readonly allowsOverlap?: boolean | null | undefined;
  /** Hours before the start until which a cancellation is free, 0 to 168. */
  readonly cancellationHours?: number | null | undefined;
  /** True if it is closed on the banks' closing days. */
  readonly closesOnBankDays?: boolean | null | undefined;
  /** E-mail address. */
  readonly email?: string | null | undefined;
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** Its key in the register it comes from, 1 to 64 characters. */
  readonly externalId?: string | null | undefined;
  /** GLN location number, 13 digits. */
  readonly gln?: string | null | undefined;
  /** The clinic to change; left out, a new one. */
  readonly id?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Languages spoken; all of them. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** Where it is exactly, with the longitude: it takes the place of what the postal code says, until street or postal code change. */
  readonly latitude?: number | null | undefined;
  /** Where it is exactly; with the latitude. */
  readonly longitude?: number | null | undefined;
  /** Name on the door; a new one needs it. */
  readonly name?: string | null | undefined;
  /** The company that runs it; a new one needs it. Moving it is moveClinics. */
  readonly organisationId?: string | null | undefined;
  /** Production unit (P number), ten digits; a new one needs it. */
  readonly pNumber?: string | null | undefined;
  /** Telephone, with the country code. */
  readonly phone?: string | null | undefined;
  /** Postal code; a new one needs it. Where no coordinates are given, the middle of its built-up area is the place, in inner Copenhagen that of its street: the data that may be shipped knows no addresses. `address.precision` says which. */
  readonly postalCode?: string | null | undefined;
  /** The practice system it uses. */
  readonly practiceSystem?: string | null | undefined;
  /** All treatments it offers; those left out of the list are offered no more. */
  readonly services?: ReadonlyArray<OfferInput> | null | undefined;
  /** Id in the health organisation register SOR. */
  readonly sorId?: string | null | undefined;
  /** Street and number; a new one needs it. */
  readonly street?: string | null | undefined;
  /** True if children are treated there. */
  readonly treatsChildren?: boolean | null | undefined;
  /** Where its online treatments take place, an https address. */
  readonly videoUrl?: string | null | undefined;
  /** How to get in: entrance, floor, bell; up to 300 characters. */
  readonly wayIn?: string | null | undefined;
};

/** A company of the network: a new one, or with `id` what changes of one. Agreement and provider number are dated facts: they wait for a second person. */
export type SaveOrganisationInput = {
  /** Address as it stands on its invoices and self-billing documents, e.g. Testgade 1, 6200 Aabenraa; up to 200 characters. Without one that of its first clinic stands there. */
  readonly address?: string | null | undefined;
  /** First day of its agreement with the insurer (PRV-NETWORK-DEF). */
  readonly agreementFrom?: string | null | undefined;
  /** Where the agreement is known from, e.g. the contract's number; up to 300 characters. */
  readonly agreementSource?: string | null | undefined;
  /** First day it no longer holds; none while open. */
  readonly agreementUntil?: string | null | undefined;
  /** CVR number, eight digits with a valid check digit; a new one needs it. */
  readonly cvr?: string | null | undefined;
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** Its key in the register it comes from, 1 to 64 characters. */
  readonly externalId?: string | null | undefined;
  /** The company to change; left out, a new one. */
  readonly id?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** What kind of provider it is; a new one needs it. */
  readonly kind?: ProviderKind | null | undefined;
  /** Registered name; a new one needs it. */
  readonly legalName?: string | null | undefined;
  /** Provider number that the region gave, 4 to 6 digits (PRV-YDERNUMMER). */
  readonly providerNumber?: string | null | undefined;
  /** First day of the public agreement. */
  readonly publicFrom?: string | null | undefined;
  /** Where the public agreement is known from, e.g. the register and the day. */
  readonly publicSource?: string | null | undefined;
  /** First day it no longer holds; none while open. */
  readonly publicUntil?: string | null | undefined;
};

/** Somebody who treats: a new one, or with `id` what changes of one. Authorisation and RAB approval are dated facts: they wait for a second person. */
export type SavePractitionerInput = {
  /** Id of the authorisation by the health authority; a new one needs it. */
  readonly authorisationId?: string | null | undefined;
  /** Where it is known from, e.g. the register and the day it was asked. */
  readonly authorisationSource?: string | null | undefined;
  /** First day of the authorisation (PRV-AUTHORISED). */
  readonly authorisedFrom?: string | null | undefined;
  /** First day it no longer holds; none while open. */
  readonly authorisedUntil?: string | null | undefined;
  /** All clinics where they work. */
  readonly clinicIds?: ReadonlyArray<string> | null | undefined;
  /** Version that was looked at; refused when it has changed since. */
  readonly expectedVersion?: number | null | undefined;
  /** Their key in the register they come from, 1 to 64 characters. */
  readonly externalId?: string | null | undefined;
  /** Family name; a new one needs it. */
  readonly familyName?: string | null | undefined;
  /** As in the public register; a new one needs it. */
  readonly gender?: Gender | null | undefined;
  /** Given names; a new one needs them. */
  readonly givenNames?: string | null | undefined;
  /** The practitioner to change; left out, a new one. */
  readonly id?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Languages spoken; all of them. */
  readonly languages?: ReadonlyArray<string> | null | undefined;
  /** What they are by training; a new one needs it. */
  readonly profession?: Profession | null | undefined;
  /** First day of the RAB approval (PRV-A-QUALIFICATION). */
  readonly rabFrom?: string | null | undefined;
  /** Number of the RAB approval. */
  readonly rabNumber?: string | null | undefined;
  /** Where it is known from. */
  readonly rabSource?: string | null | undefined;
  /** First day it no longer holds; none while open. */
  readonly rabUntil?: string | null | undefined;
  /** True if this practitioner treats children. */
  readonly treatsChildren?: boolean | null | undefined;
  /** Where their online treatments take place, an https address; the clinic's where there is none. */
  readonly videoUrl?: string | null | undefined;
};

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

/** A day that is a working day of guarantees unless a setting takes it out (CAL-EXTRA-DAYS). */
export type SwitchableDay =
  /** Christmas Eve. */
  | 'CHRISTMAS_EVE'
  /** The day after Ascension Day. */
  | 'DAY_AFTER_ASCENSION'
  /** Constitution Day, 5 June. */
  | 'GRUNDLOVSDAG'
  /** New Year's Eve. */
  | 'NEW_YEARS_EVE';

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

/** What becomes of an appointment on a withdrawn opening. */
export type WithdrawalOutcome =
  /** Nothing fitted; the health team takes over. */
  | 'ESCALATED'
  /** There is a new time, which the member may decline or change. */
  | 'MOVED';

export type AccountChangesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  state?: AccountChangeState | null | undefined;
}>;


export type AccountChangesQuery = { readonly accountChanges: { readonly __typename: 'ProviderAccountChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderAccountChangeEdge', readonly node: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly account: { readonly __typename: 'ProviderAccount', readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly changedAt: string, readonly blockedAt: string | null, readonly blockedReason: string | null } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApproveProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type ApproveProposalMutation = { readonly approveProposal: { readonly __typename: 'DecideProposalPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly source: string, readonly state: ProposalState, readonly version: number, readonly proposed: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string }, readonly decided: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } | null, readonly organisations: ReadonlyArray<{ readonly __typename: 'Organisation', readonly id: string, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null }> }>, readonly clinics: ReadonlyArray<{ readonly __typename: 'Clinic', readonly id: string, readonly organisation: { readonly __typename: 'Organisation', readonly id: string }, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null }> }>, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null }> }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ApproveRateMutationVariables = Exact<{
  input: ApproveRateInput;
}>;


export type ApproveRateMutation = { readonly approveRate: { readonly __typename: 'RatePayload', readonly replayed: boolean, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly state: RateState, readonly validFrom: string, readonly validUntil: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ApproveWebhookMutationVariables = Exact<{
  input: ChangeWebhookInput;
}>;


export type ApproveWebhookMutation = { readonly approveWebhook: { readonly __typename: 'WebhookPayload', readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type BreachForecastQueryVariables = Exact<{
  region?: Region | null | undefined;
  service?: ServiceCode | null | undefined;
}>;


export type BreachForecastQuery = { readonly breachForecast: { readonly __typename: 'BreachForecast', readonly expected: number | null, readonly low: number | null, readonly high: number | null, readonly certified: number | null, readonly shortWithArrivals: number | null, readonly days: ReadonlyArray<{ readonly __typename: 'BreachForecastDay', readonly on: string, readonly waiting: number | null, readonly certified: number | null, readonly expected: number | null, readonly low: number | null, readonly high: number | null }>, readonly serviceLevels: ReadonlyArray<{ readonly __typename: 'ServiceLevel', readonly region: Region | null, readonly promises: number, readonly onTarget: number | null, readonly withinLimit: number | null, readonly waitedDaysP90: number | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }>, readonly backTest: { readonly __typename: 'BreachBackTest', readonly origins: number, readonly expected: number, readonly happened: number | null, readonly error: number, readonly naiveError: number, readonly skill: number | null }, readonly additions: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly channel: Channel, readonly languages: ReadonlyArray<string>, readonly gender: Gender | null, readonly forChildren: boolean, readonly forAdults: boolean, readonly units: number, readonly removes: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly days: ReadonlyArray<{ readonly __typename: 'AddedDay', readonly on: string, readonly units: number }>, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly channel: Channel, readonly units: number, readonly removes: number | null, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }> }> } };

export type ClinicHistoryQueryVariables = Exact<{
  clinicId: string;
  first: number;
}>;


export type ClinicHistoryQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly version: number, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly approvedBy: string | null, readonly recorded: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } }>, readonly changes: { readonly __typename: 'NetworkChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'NetworkChangeEdge', readonly node: { readonly __typename: 'NetworkChange', readonly actorRole: ViewerRole, readonly operation: string, readonly act: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string } | null, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly version: number, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly approvedBy: string | null }>, readonly changes: { readonly __typename: 'NetworkChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'NetworkChangeEdge', readonly node: { readonly __typename: 'NetworkChange', readonly operation: string, readonly act: { readonly __typename: 'PersonAct', readonly at: string } } }> } }, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly name: string, readonly version: number, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string }>, readonly changes: { readonly __typename: 'NetworkChangeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'NetworkChangeEdge', readonly node: { readonly __typename: 'NetworkChange', readonly operation: string, readonly act: { readonly __typename: 'PersonAct', readonly at: string } } }> } }> } | null };

export type ClinicRatesQueryVariables = Exact<{
  clinicId: string;
  service?: ServiceCode | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ClinicRatesQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly rates: { readonly __typename: 'AgreedRateConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AgreedRateEdge', readonly node: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly state: RateState, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type ClinicScreenQueryVariables = Exact<{
  clinicId: string;
  language?: Language;
}>;


export type ClinicScreenQuery = { readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly kind: ProviderKind, readonly phone: string | null, readonly version: number, readonly lastSyncedAt: string | null, readonly wayIn: string | null, readonly accessibility: ReadonlyArray<Accessibility>, readonly languages: ReadonlyArray<string>, readonly treatsChildren: boolean, readonly cancellationHours: number | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly region: Region | null }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly approvedBy: string | null, readonly recorded: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } }>, readonly rates: { readonly __typename: 'AgreedRateConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AgreedRateEdge', readonly node: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly state: RateState, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } } }> }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly cvr: string, readonly address: string | null, readonly hasPublicAgreement: boolean, readonly version: number, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly approvedBy: string | null, readonly recorded: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } }> }, readonly practitioners: ReadonlyArray<{ readonly __typename: 'Practitioner', readonly id: string, readonly name: string, readonly profession: Profession, readonly version: number, readonly credentials: ReadonlyArray<{ readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly approvedBy: string | null, readonly recorded: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } }> }> } | null };

export type ClinicsScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  name?: string | null | undefined;
  region?: Region | null | undefined;
  service?: ServiceCode | null | undefined;
  days: number;
  gaps: number;
  language?: Language;
}>;


export type ClinicsScreenQuery = { readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly kind: ProviderKind, readonly lastSyncedAt: string | null, readonly address: { readonly __typename: 'Address', readonly postalCode: string, readonly town: string, readonly region: Region | null }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly cvr: string, readonly hasPublicAgreement: boolean }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly networkGaps: ReadonlyArray<{ readonly __typename: 'NetworkGap', readonly kind: NetworkGapKind, readonly on: string | null, readonly counted: number, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null } | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } }> } } | null }> };

export type ConfirmAccountChangeMutationVariables = Exact<{
  input: ConfirmAccountChangeInput;
}>;


export type ConfirmAccountChangeMutation = { readonly confirmAccountChange: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CredentialProgressQueryVariables = Exact<{
  id: string;
}>;


export type CredentialProgressQuery = { readonly node:
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
    | { readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly validFrom: string, readonly validUntil: string | null, readonly progress: { readonly __typename: 'EndingProgress', readonly state: EndingState, readonly openings: number, readonly appointments: number, readonly closed: number, readonly moved: number, readonly escalated: number, readonly opened: number, readonly changedAt: string } | null }
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
    | { readonly __typename: 'SettlementPayment' }
    | { readonly __typename: 'Slot' }
    | { readonly __typename: 'StatusReport' }
    | { readonly __typename: 'Submission' }
    | { readonly __typename: 'Webhook' }
   | null };

export type DropScenarioMutationVariables = Exact<{
  input: DropScenarioInput;
}>;


export type DropScenarioMutation = { readonly dropScenario: { readonly __typename: 'KeptScenariosPayload', readonly kept: ReadonlyArray<{ readonly __typename: 'KeptScenario', readonly name: string, readonly keptAt: string }> | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> } };

export type EndCredentialMutationVariables = Exact<{
  input: EndCredentialInput;
}>;


export type EndCredentialMutation = { readonly endCredential: { readonly __typename: 'EndCredentialPayload', readonly opened: number, readonly replayed: boolean, readonly credential: { readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly number: string | null, readonly validFrom: string, readonly validUntil: string | null, readonly source: string, readonly progress: { readonly __typename: 'EndingProgress', readonly state: EndingState, readonly openings: number, readonly appointments: number, readonly closed: number, readonly moved: number, readonly escalated: number, readonly opened: number, readonly changedAt: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type EndInNetworkMutationVariables = Exact<{
  input: EndInNetworkInput;
}>;


export type EndInNetworkMutation = { readonly endInNetwork: { readonly __typename: 'EndInNetworkPayload', readonly clinics: number, readonly openings: number, readonly appointmentCount: number, readonly promises: number, readonly unpaidLines: number, readonly replayed: boolean, readonly credential: { readonly __typename: 'Credential', readonly id: string, readonly kind: CredentialKind, readonly validFrom: string, readonly validUntil: string | null, readonly progress: { readonly __typename: 'EndingProgress', readonly state: EndingState, readonly openings: number, readonly appointments: number, readonly closed: number, readonly moved: number, readonly escalated: number, readonly opened: number, readonly changedAt: string } | null } | null, readonly unpaid: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly appointments: ReadonlyArray<{ readonly __typename: 'EndedAppointment', readonly reference: string, readonly startsAt: string, readonly outcome: WithdrawalOutcome, readonly latestOn: string | null, readonly newTime: { readonly __typename: 'NewTime', readonly startsAt: string, readonly channel: Channel, readonly extraKm: number | null, readonly marginWorkingDays: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } | null }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ExportNetworkQueryVariables = Exact<{
  part: NetworkPart;
  format: NetworkFormat;
  lines: number;
  after?: string | null | undefined;
}>;


export type ExportNetworkQuery = { readonly exportNetwork: { readonly __typename: 'NetworkExport', readonly content: string, readonly after: string | null } };

export type ImportNetworkMutationVariables = Exact<{
  input: ImportNetworkInput;
}>;


export type ImportNetworkMutation = { readonly importNetwork: { readonly __typename: 'ImportNetworkPayload', readonly inserted: number, readonly changed: number, readonly unchanged: number, readonly refused: number, readonly replayed: boolean, readonly intake: { readonly __typename: 'NetworkIntake', readonly id: string, readonly state: NetworkIntakeState, readonly lines: number, readonly done: number } | null, readonly lines: ReadonlyArray<{ readonly __typename: 'NetworkLineResult', readonly line: number, readonly externalId: string | null, readonly outcome: NetworkLineOutcome, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> }>, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type IntakeScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type IntakeScreenQuery = { readonly networkIntakes: { readonly __typename: 'NetworkIntakeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'NetworkIntakeEdge', readonly node: { readonly __typename: 'NetworkIntake', readonly id: string, readonly part: NetworkPart, readonly lines: number, readonly done: number, readonly refused: number, readonly state: NetworkIntakeState, readonly startedAt: string, readonly endedAt: string | null, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly state: ProposalState } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type KeepScenarioMutationVariables = Exact<{
  input: PromiseScenarioInput;
}>;


export type KeepScenarioMutation = { readonly keepScenario: { readonly __typename: 'KeptScenariosPayload', readonly kept: ReadonlyArray<{ readonly __typename: 'KeptScenario', readonly name: string, readonly keptAt: string }> | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> } };

export type KeptScenariosQueryVariables = Exact<{ [key: string]: never; }>;


export type KeptScenariosQuery = { readonly keptScenarios: ReadonlyArray<{ readonly __typename: 'KeptScenario', readonly name: string, readonly demandPercent: number, readonly keptBy: string, readonly keptAt: string, readonly withoutClinics: ReadonlyArray<{ readonly __typename: 'Clinic', readonly id: string, readonly name: string }>, readonly closed: { readonly __typename: 'ClosedPeriod', readonly from: string, readonly through: string, readonly percent: number } | null, readonly added: ReadonlyArray<{ readonly __typename: 'AddedUnits', readonly unitsPerWeek: number, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> }> };

export type MapScreenQueryVariables = Exact<{
  from: string;
  through: string;
  region?: Region | null | undefined;
  service?: ServiceCode | null | undefined;
  clinics: number;
  language?: Language;
}>;


export type MapScreenQuery = { readonly networkFeasibility: { readonly __typename: 'NetworkFeasibility', readonly from: string, readonly through: string, readonly openClaims: number | null, readonly units: number, readonly unplaced: number | null, readonly certificates: ReadonlyArray<{ readonly __typename: 'PromiseCertificate', readonly text: string, readonly claims: number, readonly units: number, readonly short: number, readonly latestOn: string, readonly place: string, readonly postalCodes: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null }>, readonly additions: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly channel: Channel, readonly units: number, readonly removes: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly address: { readonly __typename: 'Address', readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } } | null, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly days: ReadonlyArray<{ readonly __typename: 'AddedDay', readonly on: string, readonly units: number }>, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly units: number, readonly removes: number | null, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string } | null }> }> }, readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly address: { readonly __typename: 'Address', readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean } } };

export type MergePractitionersMutationVariables = Exact<{
  input: MergePractitionersInput;
}>;


export type MergePractitionersMutation = { readonly mergePractitioners: { readonly __typename: 'MergePractitionersPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type MissingTariffsQueryVariables = Exact<{
  days: number;
}>;


export type MissingTariffsQuery = { readonly missingTariffs: ReadonlyArray<{ readonly __typename: 'MissingTariff', readonly session: SessionKind, readonly from: string, readonly until: string, readonly clinics: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> };

export type MoveClinicsMutationVariables = Exact<{
  input: MoveClinicsInput;
}>;


export type MoveClinicsMutation = { readonly moveClinics: { readonly __typename: 'MoveClinicsPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type NetworkFeasibilityQueryVariables = Exact<{
  from: string;
  through: string;
  region?: Region | null | undefined;
  service?: ServiceCode | null | undefined;
  language?: Language;
}>;


export type NetworkFeasibilityQuery = { readonly networkFeasibility: { readonly __typename: 'NetworkFeasibility', readonly from: string, readonly through: string, readonly openClaims: number | null, readonly units: number, readonly unplaced: number | null, readonly certificates: ReadonlyArray<{ readonly __typename: 'PromiseCertificate', readonly text: string, readonly claims: number, readonly units: number, readonly short: number, readonly latestOn: string, readonly place: string, readonly postalCodes: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }>, readonly additions: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly channel: Channel, readonly languages: ReadonlyArray<string>, readonly gender: Gender | null, readonly forChildren: boolean, readonly forAdults: boolean, readonly units: number, readonly removes: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly days: ReadonlyArray<{ readonly __typename: 'AddedDay', readonly on: string, readonly units: number }>, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'CapacityAddition', readonly clinicName: string, readonly town: string | null, readonly channel: Channel, readonly units: number, readonly removes: number | null, readonly costPerPromiseKept: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }> }> } };

export type NetworkIntakesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type NetworkIntakesQuery = { readonly networkIntakes: { readonly __typename: 'NetworkIntakeConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'NetworkIntakeEdge', readonly node: { readonly __typename: 'NetworkIntake', readonly id: string, readonly part: NetworkPart, readonly lines: number, readonly done: number, readonly refused: number, readonly state: NetworkIntakeState, readonly startedAt: string, readonly endedAt: string | null, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly state: ProposalState } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PriceCapsQueryVariables = Exact<{ [key: string]: never; }>;


export type PriceCapsQuery = { readonly priceCaps: ReadonlyArray<{ readonly __typename: 'PriceCap', readonly cap: string, readonly validFrom: string | null, readonly source: string | null, readonly version: number, readonly proposedBy: string | null, readonly approvedBy: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }> };

export type PromiseCountsQueryVariables = Exact<{
  filter?: PromiseFilter | null | undefined;
}>;


export type PromiseCountsQuery = { readonly promiseCounts: { readonly __typename: 'PromiseCounts', readonly breached: number | null, readonly atRisk: number | null, readonly tight: number | null, readonly safe: number | null, readonly met: number | null } };

export type PromiseScenariosQueryVariables = Exact<{
  scenarios?: ReadonlyArray<PromiseScenarioInput> | PromiseScenarioInput | null | undefined;
  kept?: ReadonlyArray<string> | string | null | undefined;
}>;


export type PromiseScenariosQuery = { readonly promiseScenarios: { readonly __typename: 'ScenarioComparison', readonly today: { readonly __typename: 'ScenarioOutcome', readonly claims: number | null, readonly units: number, readonly waiting: number | null }, readonly scenarios: ReadonlyArray<{ readonly __typename: 'ScenarioOutcome', readonly name: string | null, readonly claims: number | null, readonly units: number, readonly waiting: number | null, readonly affected: ReadonlyArray<{ readonly __typename: 'ScenarioAffected', readonly region: Region | null, readonly lose: number | null, readonly gain: number | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> }> } };

export type ProposalsQueryVariables = Exact<{
  state?: ProposalState | null | undefined;
  kind?: ProposalKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ProposalsQuery = { readonly proposals: { readonly __typename: 'ProposalConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProposalEdge', readonly node: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly source: string, readonly state: ProposalState, readonly version: number, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }>, readonly proposed: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string }, readonly decided: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ProposeCredentialMutationVariables = Exact<{
  input: ProposeCredentialInput;
}>;


export type ProposeCredentialMutation = { readonly proposeCredential: { readonly __typename: 'ProposeCredentialPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ProposePriceCapsMutationVariables = Exact<{
  input: ProposePriceCapsInput;
}>;


export type ProposePriceCapsMutation = { readonly proposePriceCaps: { readonly __typename: 'ProposePriceCapsPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ProposeRateMutationVariables = Exact<{
  input: ProposeRateInput;
}>;


export type ProposeRateMutation = { readonly proposeRate: { readonly __typename: 'RatePayload', readonly replayed: boolean, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly state: RateState, readonly validFrom: string, readonly validUntil: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ProposeTariffsMutationVariables = Exact<{
  input: ProposeTariffsInput;
}>;


export type ProposeTariffsMutation = { readonly proposeTariffs: { readonly __typename: 'ProposeTariffsPayload', readonly replayed: boolean, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }>, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ProposeWorkingDaysMutationVariables = Exact<{
  input: ProposeWorkingDaysInput;
}>;


export type ProposeWorkingDaysMutation = { readonly proposeWorkingDays: { readonly __typename: 'ProposeWorkingDaysPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RatesScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  days: number;
  language?: Language;
}>;


export type RatesScreenQuery = { readonly proposedRates: { readonly __typename: 'AgreedRateConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AgreedRateEdge', readonly node: { readonly __typename: 'AgreedRate', readonly id: string, readonly session: SessionKind, readonly channel: RateChannel, readonly validFrom: string, readonly validUntil: string | null, readonly retroactive: boolean, readonly version: number, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly address: { readonly __typename: 'Address', readonly town: string } }, readonly proposed: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string }, readonly inForce: { readonly __typename: 'AgreedRate', readonly id: string, readonly validFrom: string, readonly validUntil: string | null, readonly amount: { readonly __typename: 'Money', readonly amountMinor: string } } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly proposals: { readonly __typename: 'ProposalConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProposalEdge', readonly node: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly source: string, readonly version: number, readonly changes: ReadonlyArray<{ readonly __typename: 'FieldChange', readonly field: string, readonly before: string | null, readonly after: string | null }>, readonly proposed: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } } }> }, readonly missingTariffs: ReadonlyArray<{ readonly __typename: 'MissingTariff', readonly session: SessionKind, readonly from: string, readonly until: string, readonly clinics: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> };

export type RefuseAccountChangeMutationVariables = Exact<{
  input: RefuseAccountChangeInput;
}>;


export type RefuseAccountChangeMutation = { readonly refuseAccountChange: { readonly __typename: 'AccountChangePayload', readonly replayed: boolean, readonly change: { readonly __typename: 'ProviderAccountChange', readonly id: string, readonly registrationNumber: string, readonly maskedAccountNumber: string, readonly state: AccountChangeState, readonly statedBy: string, readonly statedAt: string, readonly appliesAt: string, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly reason: AccountRefusal | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RegisterWebhookMutationVariables = Exact<{
  input: RegisterWebhookInput;
}>;


export type RegisterWebhookMutation = { readonly registerWebhook: { readonly __typename: 'WebhookSecretPayload', readonly secret: string | null, readonly replayed: boolean, readonly webhook: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly approvedAt: string | null, readonly failingSince: string | null, readonly organisation: { readonly __typename: 'Organisation', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RejectProposalMutationVariables = Exact<{
  input: DecideProposalInput;
}>;


export type RejectProposalMutation = { readonly rejectProposal: { readonly __typename: 'DecideProposalPayload', readonly replayed: boolean, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly source: string, readonly state: ProposalState, readonly version: number, readonly proposed: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string }, readonly decided: { readonly __typename: 'PersonAct', readonly by: string, readonly at: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RejectRateMutationVariables = Exact<{
  input: RejectRateInput;
}>;


export type RejectRateMutation = { readonly rejectRate: { readonly __typename: 'RatePayload', readonly replayed: boolean, readonly rate: { readonly __typename: 'AgreedRate', readonly id: string, readonly state: RateState, readonly validFrom: string, readonly validUntil: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SaveClinicMutationVariables = Exact<{
  input: SaveClinicInput;
}>;


export type SaveClinicMutation = { readonly saveClinic: { readonly __typename: 'SaveClinicPayload', readonly replayed: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly wayIn: string | null, readonly accessibility: ReadonlyArray<Accessibility>, readonly languages: ReadonlyArray<string>, readonly treatsChildren: boolean, readonly version: number, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly region: Region | null, readonly precision: PlacePrecision | null, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SaveOrganisationMutationVariables = Exact<{
  input: SaveOrganisationInput;
}>;


export type SaveOrganisationMutation = { readonly saveOrganisation: { readonly __typename: 'SaveOrganisationPayload', readonly replayed: boolean, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string, readonly cvr: string, readonly kind: ProviderKind, readonly version: number } | null, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SavePractitionerMutationVariables = Exact<{
  input: SavePractitionerInput;
}>;


export type SavePractitionerMutation = { readonly savePractitioner: { readonly __typename: 'SavePractitionerPayload', readonly replayed: boolean, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string, readonly profession: Profession, readonly version: number } | null, readonly proposal: { readonly __typename: 'Proposal', readonly id: string, readonly kind: ProposalKind, readonly says: string, readonly state: ProposalState, readonly version: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ScenariosScreenQueryVariables = Exact<{
  scenarios?: ReadonlyArray<PromiseScenarioInput> | PromiseScenarioInput | null | undefined;
  kept?: ReadonlyArray<string> | string | null | undefined;
  compare: boolean;
  language?: Language;
}>;


export type ScenariosScreenQuery = { readonly keptScenarios: ReadonlyArray<{ readonly __typename: 'KeptScenario', readonly name: string, readonly demandPercent: number, readonly keptBy: string, readonly keptAt: string, readonly withoutClinics: ReadonlyArray<{ readonly __typename: 'Clinic', readonly id: string, readonly name: string }>, readonly closed: { readonly __typename: 'ClosedPeriod', readonly from: string, readonly through: string, readonly percent: number } | null, readonly added: ReadonlyArray<{ readonly __typename: 'AddedUnits', readonly unitsPerWeek: number, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> }>, readonly promiseScenarios?: { readonly __typename: 'ScenarioComparison', readonly today: { readonly __typename: 'ScenarioOutcome', readonly claims: number | null, readonly units: number, readonly waiting: number | null }, readonly scenarios: ReadonlyArray<{ readonly __typename: 'ScenarioOutcome', readonly name: string | null, readonly claims: number | null, readonly units: number, readonly waiting: number | null, readonly affected: ReadonlyArray<{ readonly __typename: 'ScenarioAffected', readonly region: Region | null, readonly lose: number | null, readonly gain: number | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> }> } };

export type SettlementTasksQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SettlementTasksQuery = { readonly settlementTasks: { readonly __typename: 'SettlementTaskConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'SettlementTaskEdge', readonly node: { readonly __typename: 'SettlementTask', readonly reason: LeftOutReason, readonly lineCount: number, readonly raisedAt: string, readonly total: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type WebhooksQueryVariables = Exact<{
  first: number;
  states?: ReadonlyArray<WebhookDeliveryState> | WebhookDeliveryState | null | undefined;
}>;


export type WebhooksQuery = { readonly webhooks: { readonly __typename: 'WebhookConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'WebhookEdge', readonly node: { readonly __typename: 'Webhook', readonly id: string, readonly host: string, readonly types: ReadonlyArray<EventType>, readonly state: WebhookState, readonly disabledReason: WebhookDisabledReason | null, readonly registeredAt: string, readonly failingSince: string | null, readonly deliveries: { readonly __typename: 'WebhookDeliveryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'WebhookDeliveryEdge', readonly node: { readonly __typename: 'WebhookDelivery', readonly id: string, readonly message: string, readonly type: EventType, readonly state: WebhookDeliveryState, readonly attempts: number, readonly lastStatus: number | null, readonly queuedAt: string, readonly nextAt: string | null, readonly endedAt: string | null, readonly lastFault: { readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } }> } };

export type WorkingDaysQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkingDaysQuery = { readonly workingDaySettings: ReadonlyArray<{ readonly __typename: 'WorkingDaySetting', readonly version: number, readonly validFrom: string, readonly extraNonWorkingDays: ReadonlyArray<SwitchableDay>, readonly source: string, readonly proposedBy: string, readonly approvedBy: string }> };

export const AccountChanges = /* @__PURE__ */ registered<AccountChangesQuery, AccountChangesQueryVariables>(
  "90204a18840419f41d5a8ba3e0c45382930ee3e1c7f9e002bb0aa074cb74da14",
  "query AccountChanges($first: Int!, $after: String, $state: AccountChangeState) {\n  accountChanges(first: $first, after: $after, state: $state) {\n    edges {\n      node {\n        id\n        registrationNumber\n        maskedAccountNumber\n        state\n        statedBy\n        statedAt\n        appliesAt\n        decidedBy\n        decidedAt\n        reason\n        organisation {\n          id\n          legalName\n          account {\n            registrationNumber\n            maskedAccountNumber\n            changedAt\n            blockedAt\n            blockedReason\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveProposal = /* @__PURE__ */ registered<ApproveProposalMutation, ApproveProposalMutationVariables>(
  "012cc04fd3933763358943b96fb17b4ca6eab63eb4c22a859443c4703ae6f9ea",
  "mutation ApproveProposal($input: DecideProposalInput!) {\n  approveProposal(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      source\n      state\n      proposed {\n        by\n        at\n        __typename\n      }\n      decided {\n        by\n        at\n        __typename\n      }\n      version\n      organisations {\n        id\n        credentials {\n          id\n          kind\n          number\n          validFrom\n          validUntil\n          __typename\n        }\n        __typename\n      }\n      clinics {\n        id\n        organisation {\n          id\n          __typename\n        }\n        credentials {\n          id\n          kind\n          number\n          validFrom\n          validUntil\n          __typename\n        }\n        __typename\n      }\n      practitioners {\n        id\n        credentials {\n          id\n          kind\n          number\n          validFrom\n          validUntil\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveRate = /* @__PURE__ */ registered<ApproveRateMutation, ApproveRateMutationVariables>(
  "6a5c16c75f96e6daa20a29ef4c6906a37acde8212f44d194f77def2ebb265894",
  "mutation ApproveRate($input: ApproveRateInput!) {\n  approveRate(input: $input) {\n    rate {\n      id\n      state\n      validFrom\n      validUntil\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveWebhook = /* @__PURE__ */ registered<ApproveWebhookMutation, ApproveWebhookMutationVariables>(
  "986fc0667245e55d11f60d44ab4a549f73765ac673acffcfbba5744dcfa2c955",
  "mutation ApproveWebhook($input: ChangeWebhookInput!) {\n  approveWebhook(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const BreachForecast = /* @__PURE__ */ registered<BreachForecastQuery, BreachForecastQueryVariables>(
  "e2c23c2884e7bfe3bd7ebeb2faa5d92e09ec5e2de2908937afdcbb77c4341d58",
  "query BreachForecast($region: Region, $service: ServiceCode) {\n  breachForecast(region: $region, service: $service) {\n    expected\n    low\n    high\n    certified\n    days {\n      on\n      waiting\n      certified\n      expected\n      low\n      high\n      __typename\n    }\n    serviceLevels {\n      region\n      service {\n        code\n        name\n        __typename\n      }\n      promises\n      onTarget\n      withinLimit\n      waitedDaysP90\n      __typename\n    }\n    backTest {\n      origins\n      expected\n      happened\n      error\n      naiveError\n      skill\n      __typename\n    }\n    shortWithArrivals\n    additions {\n      clinic {\n        id\n        name\n        __typename\n      }\n      clinicName\n      town\n      services {\n        code\n        name\n        __typename\n      }\n      channel\n      languages\n      gender\n      forChildren\n      forAdults\n      days {\n        on\n        units\n        __typename\n      }\n      units\n      removes\n      costPerPromiseKept {\n        amountMinor\n        currency\n        __typename\n      }\n      alternatives {\n        clinicName\n        town\n        channel\n        units\n        removes\n        costPerPromiseKept {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicHistory = /* @__PURE__ */ registered<ClinicHistoryQuery, ClinicHistoryQueryVariables>(
  "c54df5f8144e8710eef54d8c45c233a1653fbefb3ce42b18ab86790e2f94a4b2",
  "query ClinicHistory($clinicId: ID!, $first: Int!) {\n  clinic(id: $clinicId) {\n    id\n    name\n    version\n    credentials {\n      id\n      kind\n      number\n      validFrom\n      validUntil\n      source\n      recorded {\n        by\n        at\n        __typename\n      }\n      approvedBy\n      __typename\n    }\n    changes(first: $first) {\n      edges {\n        node {\n          act {\n            by\n            at\n            __typename\n          }\n          actorRole\n          operation\n          clinic {\n            id\n            __typename\n          }\n          changes {\n            field\n            before\n            after\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    organisation {\n      id\n      legalName\n      version\n      credentials {\n        id\n        kind\n        number\n        validFrom\n        validUntil\n        source\n        approvedBy\n        __typename\n      }\n      changes(first: $first) {\n        edges {\n          node {\n            act {\n              at\n              __typename\n            }\n            operation\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    practitioners {\n      id\n      name\n      version\n      credentials {\n        id\n        kind\n        number\n        validFrom\n        validUntil\n        source\n        __typename\n      }\n      changes(first: $first) {\n        edges {\n          node {\n            act {\n              at\n              __typename\n            }\n            operation\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicRates = /* @__PURE__ */ registered<ClinicRatesQuery, ClinicRatesQueryVariables>(
  "637432e39c48f7c12698ce724928f5a99196431cf6fb3ef2258a79e8e08e8119",
  "query ClinicRates($clinicId: ID!, $service: ServiceCode, $first: Int!, $after: String) {\n  clinic(id: $clinicId) {\n    rates(service: $service, first: $first, after: $after) {\n      edges {\n        node {\n          id\n          service {\n            code\n            name\n            __typename\n          }\n          session\n          channel\n          amount {\n            amountMinor\n            currency\n            __typename\n          }\n          validFrom\n          validUntil\n          state\n          version\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicScreen = /* @__PURE__ */ registered<ClinicScreenQuery, ClinicScreenQueryVariables>(
  "a73f8b8580004fd12400004be026226e4125594b97f5526e3b98e9a00cf659f0",
  "query ClinicScreen($clinicId: ID!, $language: Language! = DA) {\n  clinic(id: $clinicId) {\n    id\n    name\n    kind\n    phone\n    version\n    lastSyncedAt\n    wayIn\n    accessibility\n    languages\n    treatsChildren\n    cancellationHours\n    address {\n      line\n      postalCode\n      town\n      region\n      __typename\n    }\n    services {\n      code\n      name(language: $language)\n      __typename\n    }\n    credentials {\n      id\n      kind\n      number\n      validFrom\n      validUntil\n      source\n      recorded {\n        by\n        at\n        __typename\n      }\n      approvedBy\n      __typename\n    }\n    rates(first: 50) {\n      edges {\n        node {\n          id\n          session\n          channel\n          validFrom\n          validUntil\n          state\n          amount {\n            amountMinor\n            __typename\n          }\n          service {\n            code\n            name(language: $language)\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    organisation {\n      id\n      legalName\n      cvr\n      address\n      hasPublicAgreement\n      version\n      credentials {\n        id\n        kind\n        number\n        validFrom\n        validUntil\n        source\n        recorded {\n          by\n          at\n          __typename\n        }\n        approvedBy\n        __typename\n      }\n      __typename\n    }\n    practitioners {\n      id\n      name\n      profession\n      version\n      credentials {\n        id\n        kind\n        number\n        validFrom\n        validUntil\n        source\n        recorded {\n          by\n          at\n          __typename\n        }\n        approvedBy\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClinicsScreen = /* @__PURE__ */ registered<ClinicsScreenQuery, ClinicsScreenQueryVariables>(
  "21e4e8a7153eef4e5a2216c3fbfdf1d66813e1c7fea08b7952faa0eed8e38a50",
  "query ClinicsScreen($first: Int!, $after: String, $name: String, $region: Region, $service: ServiceCode, $days: Int!, $gaps: Int!, $language: Language! = DA) {\n  clinics(\n    first: $first\n    after: $after\n    name: $name\n    region: $region\n    service: $service\n  ) {\n    edges {\n      node {\n        id\n        name\n        kind\n        lastSyncedAt\n        address {\n          postalCode\n          town\n          region\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          cvr\n          hasPublicAgreement\n          __typename\n        }\n        services {\n          code\n          name(language: $language)\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n  networkGaps(days: $days, first: $gaps) {\n    kind\n    on\n    counted\n    organisation {\n      id\n      legalName\n      clinic {\n        id\n        name\n        __typename\n      }\n      __typename\n    }\n    clinic {\n      id\n      name\n      __typename\n    }\n    practitioner {\n      id\n      name\n      clinics(first: 1) {\n        edges {\n          node {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ConfirmAccountChange = /* @__PURE__ */ registered<ConfirmAccountChangeMutation, ConfirmAccountChangeMutationVariables>(
  "024ae79abcff428bbe4722b4bbe1db671bfc89ff4053869956ba4d24c2f87478",
  "mutation ConfirmAccountChange($input: ConfirmAccountChangeInput!) {\n  confirmAccountChange(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CredentialProgress = /* @__PURE__ */ registered<CredentialProgressQuery, CredentialProgressQueryVariables>(
  "3234896e584ef9f8213da6378c852a7d9b100098da240cd302d3a2cb3884e806",
  "query CredentialProgress($id: ID!) {\n  node(id: $id) {\n    ... on Credential {\n      id\n      kind\n      validFrom\n      validUntil\n      progress {\n        state\n        openings\n        appointments\n        closed\n        moved\n        escalated\n        opened\n        changedAt\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DropScenario = /* @__PURE__ */ registered<DropScenarioMutation, DropScenarioMutationVariables>(
  "9931ae4d04ecb379c0414b65c5c374814db217e5c759c3bcdaa83d09f6efc0f9",
  "mutation DropScenario($input: DropScenarioInput!) {\n  dropScenario(input: $input) {\n    kept {\n      name\n      keptAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const EndCredential = /* @__PURE__ */ registered<EndCredentialMutation, EndCredentialMutationVariables>(
  "30e708ac44f7985a675719fff4aaed031e38866985a125245284a430122cceb6",
  "mutation EndCredential($input: EndCredentialInput!) {\n  endCredential(input: $input) {\n    credential {\n      id\n      kind\n      number\n      validFrom\n      validUntil\n      source\n      progress {\n        state\n        openings\n        appointments\n        closed\n        moved\n        escalated\n        opened\n        changedAt\n        __typename\n      }\n      __typename\n    }\n    opened\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const EndInNetwork = /* @__PURE__ */ registered<EndInNetworkMutation, EndInNetworkMutationVariables>(
  "67d4753c832728eb353964912c70be431b4ebc6a2d80fa0e1f4f79c6ccb2b845",
  "mutation EndInNetwork($input: EndInNetworkInput!) {\n  endInNetwork(input: $input) {\n    credential {\n      id\n      kind\n      validFrom\n      validUntil\n      progress {\n        state\n        openings\n        appointments\n        closed\n        moved\n        escalated\n        opened\n        changedAt\n        __typename\n      }\n      __typename\n    }\n    clinics\n    openings\n    appointmentCount\n    promises\n    unpaidLines\n    unpaid {\n      amountMinor\n      currency\n      __typename\n    }\n    appointments {\n      reference\n      startsAt\n      outcome\n      latestOn\n      newTime {\n        startsAt\n        channel\n        extraKm\n        marginWorkingDays\n        clinic {\n          id\n          name\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ExportNetwork = /* @__PURE__ */ registered<ExportNetworkQuery, ExportNetworkQueryVariables>(
  "4ac80d45cc7408fc8a7a209a4c4b453b71e04294d539e820c85b2ce5cefabfc1",
  "query ExportNetwork($part: NetworkPart!, $format: NetworkFormat!, $lines: Int!, $after: String) {\n  exportNetwork(part: $part, format: $format, lines: $lines, after: $after) {\n    content\n    after\n    __typename\n  }\n}",
);
export const ImportNetwork = /* @__PURE__ */ registered<ImportNetworkMutation, ImportNetworkMutationVariables>(
  "380a7a7a1580092dc2c8ebab38aaf4cba5600f4399299b783da3cc9425e96cd6",
  "mutation ImportNetwork($input: ImportNetworkInput!) {\n  importNetwork(input: $input) {\n    intake {\n      id\n      state\n      lines\n      done\n      __typename\n    }\n    lines {\n      line\n      externalId\n      outcome\n      organisation {\n        id\n        __typename\n      }\n      clinic {\n        id\n        __typename\n      }\n      practitioner {\n        id\n        __typename\n      }\n      errors {\n        code\n        message\n        path\n        remedy\n        __typename\n      }\n      __typename\n    }\n    inserted\n    changed\n    unchanged\n    refused\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const IntakeScreen = /* @__PURE__ */ registered<IntakeScreenQuery, IntakeScreenQueryVariables>(
  "80030de36471bae095e4b2bdadc45ff79b81b78a11b537296a98654cb0589300",
  "query IntakeScreen($first: Int!, $after: String) {\n  networkIntakes(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        part\n        lines\n        done\n        refused\n        state\n        startedAt\n        endedAt\n        proposal {\n          id\n          state\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const KeepScenario = /* @__PURE__ */ registered<KeepScenarioMutation, KeepScenarioMutationVariables>(
  "eff65dc8066296f51db5a150c924af51a472a82d7d779bd283674acc159fc991",
  "mutation KeepScenario($input: PromiseScenarioInput!) {\n  keepScenario(input: $input) {\n    kept {\n      name\n      keptAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const KeptScenarios = /* @__PURE__ */ registered<KeptScenariosQuery, KeptScenariosQueryVariables>(
  "3dd61a2735efe91902de874e306a279b2e92b955baae9fea826927bb584dc33a",
  "query KeptScenarios {\n  keptScenarios {\n    name\n    withoutClinics {\n      id\n      name\n      __typename\n    }\n    demandPercent\n    closed {\n      from\n      through\n      percent\n      __typename\n    }\n    added {\n      clinic {\n        id\n        name\n        __typename\n      }\n      service {\n        code\n        name\n        __typename\n      }\n      unitsPerWeek\n      __typename\n    }\n    keptBy\n    keptAt\n    __typename\n  }\n}",
);
export const MapScreen = /* @__PURE__ */ registered<MapScreenQuery, MapScreenQueryVariables>(
  "03fb0bf7e732ad224a066bd516d8c31dfe38889905cddf95c62209570f9af804",
  "query MapScreen($from: LocalDate!, $through: LocalDate!, $region: Region, $service: ServiceCode, $clinics: Int!, $language: Language! = DA) {\n  networkFeasibility(\n    from: $from\n    through: $through\n    region: $region\n    service: $service\n  ) {\n    from\n    through\n    openClaims\n    units\n    unplaced\n    certificates {\n      text(language: $language)\n      service {\n        code\n        name(language: $language)\n        __typename\n      }\n      claims\n      units\n      short\n      latestOn\n      place\n      postalCodes\n      location {\n        latitude\n        longitude\n        __typename\n      }\n      __typename\n    }\n    additions {\n      clinic {\n        id\n        address {\n          location {\n            latitude\n            longitude\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      clinicName\n      town\n      services {\n        code\n        name(language: $language)\n        __typename\n      }\n      channel\n      days {\n        on\n        units\n        __typename\n      }\n      units\n      removes\n      costPerPromiseKept {\n        amountMinor\n        __typename\n      }\n      alternatives {\n        clinicName\n        town\n        units\n        removes\n        costPerPromiseKept {\n          amountMinor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  clinics(first: $clinics, region: $region, service: $service) {\n    edges {\n      node {\n        id\n        address {\n          location {\n            latitude\n            longitude\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MergePractitioners = /* @__PURE__ */ registered<MergePractitionersMutation, MergePractitionersMutationVariables>(
  "acba9024b5665b1320cd2859260558cb9ff4883f74a700014c7663c04ce3ed88",
  "mutation MergePractitioners($input: MergePractitionersInput!) {\n  mergePractitioners(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      changes {\n        field\n        before\n        after\n        __typename\n      }\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MissingTariffs = /* @__PURE__ */ registered<MissingTariffsQuery, MissingTariffsQueryVariables>(
  "e102e75689a4f54b09bed3d62e2739677d66511a53b57ba05e8256bc33ddf182",
  "query MissingTariffs($days: Int!) {\n  missingTariffs(days: $days) {\n    service {\n      code\n      name\n      __typename\n    }\n    session\n    from\n    until\n    clinics\n    __typename\n  }\n}",
);
export const MoveClinics = /* @__PURE__ */ registered<MoveClinicsMutation, MoveClinicsMutationVariables>(
  "2ad98ce0840f804357b9c7f12233e4c9cef674e62bfede69b0b76e0f2ba789ff",
  "mutation MoveClinics($input: MoveClinicsInput!) {\n  moveClinics(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const NetworkFeasibility = /* @__PURE__ */ registered<NetworkFeasibilityQuery, NetworkFeasibilityQueryVariables>(
  "f009b09df7f584ea9a70c7182f874805e66c20c2704e549f009b2f19ce9ccc37",
  "query NetworkFeasibility($from: LocalDate!, $through: LocalDate!, $region: Region, $service: ServiceCode, $language: Language! = DA) {\n  networkFeasibility(\n    from: $from\n    through: $through\n    region: $region\n    service: $service\n  ) {\n    from\n    through\n    openClaims\n    units\n    unplaced\n    certificates {\n      text(language: $language)\n      service {\n        code\n        name\n        __typename\n      }\n      claims\n      units\n      short\n      latestOn\n      place\n      postalCodes\n      __typename\n    }\n    additions {\n      clinic {\n        id\n        name\n        __typename\n      }\n      clinicName\n      town\n      services {\n        code\n        name\n        __typename\n      }\n      channel\n      languages\n      gender\n      forChildren\n      forAdults\n      days {\n        on\n        units\n        __typename\n      }\n      units\n      removes\n      costPerPromiseKept {\n        amountMinor\n        currency\n        __typename\n      }\n      alternatives {\n        clinicName\n        town\n        channel\n        units\n        removes\n        costPerPromiseKept {\n          amountMinor\n          currency\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const NetworkIntakes = /* @__PURE__ */ registered<NetworkIntakesQuery, NetworkIntakesQueryVariables>(
  "7238658877aac712ba9a97bdc42cc3facd3b6f59b14eeb784c5f8406699e6c60",
  "query NetworkIntakes($first: Int!, $after: String) {\n  networkIntakes(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        part\n        lines\n        done\n        refused\n        state\n        startedAt\n        endedAt\n        proposal {\n          id\n          state\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PriceCaps = /* @__PURE__ */ registered<PriceCapsQuery, PriceCapsQueryVariables>(
  "4782769ebccba4f052e235913f9daaee7f7f7aec71c2d75fb4d2164a7e0f6f57",
  "query PriceCaps {\n  priceCaps {\n    cap\n    amount {\n      amountMinor\n      currency\n      __typename\n    }\n    validFrom\n    source\n    version\n    proposedBy\n    approvedBy\n    __typename\n  }\n}",
);
export const PromiseCounts = /* @__PURE__ */ registered<PromiseCountsQuery, PromiseCountsQueryVariables>(
  "9b54ee2a08af7ce33922218b96daa35ddfc03636ed850467605197808133e12c",
  "query PromiseCounts($filter: PromiseFilter) {\n  promiseCounts(filter: $filter) {\n    breached\n    atRisk\n    tight\n    safe\n    met\n    __typename\n  }\n}",
);
export const PromiseScenarios = /* @__PURE__ */ registered<PromiseScenariosQuery, PromiseScenariosQueryVariables>(
  "301aea6ecb9395f272cc2f9e890d129338f9d3fcec4392842977f60510323893",
  "query PromiseScenarios($scenarios: [PromiseScenarioInput!], $kept: [String!]) {\n  promiseScenarios(scenarios: $scenarios, kept: $kept) {\n    today {\n      claims\n      units\n      waiting\n      __typename\n    }\n    scenarios {\n      name\n      claims\n      units\n      waiting\n      affected {\n        region\n        service {\n          code\n          name\n          __typename\n        }\n        lose\n        gain\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Proposals = /* @__PURE__ */ registered<ProposalsQuery, ProposalsQueryVariables>(
  "bef1574d43fa2f38d995a888b9a3fc7e6cba8fe7e7727e07a6581746de897bf9",
  "query Proposals($state: ProposalState, $kind: ProposalKind, $first: Int!, $after: String) {\n  proposals(state: $state, kind: $kind, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        kind\n        says\n        changes {\n          field\n          before\n          after\n          __typename\n        }\n        source\n        state\n        proposed {\n          by\n          at\n          __typename\n        }\n        decided {\n          by\n          at\n          __typename\n        }\n        version\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposeCredential = /* @__PURE__ */ registered<ProposeCredentialMutation, ProposeCredentialMutationVariables>(
  "cf2bbe5884aae141ed153a535a53d54bf977c05e7ab8b7465856a2741a5f8c21",
  "mutation ProposeCredential($input: ProposeCredentialInput!) {\n  proposeCredential(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposePriceCaps = /* @__PURE__ */ registered<ProposePriceCapsMutation, ProposePriceCapsMutationVariables>(
  "adab69c33b3eccf9df14ed222cc401ab338d577f3bfb781e35fc36f76de630ee",
  "mutation ProposePriceCaps($input: ProposePriceCapsInput!) {\n  proposePriceCaps(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposeRate = /* @__PURE__ */ registered<ProposeRateMutation, ProposeRateMutationVariables>(
  "5aa348beb525494517b4d6efbe93538deb40b35ce5b4800a67227487e7a0e434",
  "mutation ProposeRate($input: ProposeRateInput!) {\n  proposeRate(input: $input) {\n    rate {\n      id\n      state\n      validFrom\n      validUntil\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposeTariffs = /* @__PURE__ */ registered<ProposeTariffsMutation, ProposeTariffsMutationVariables>(
  "58bf8381b7af377b95c319f49483eada1e4e2f5b724d730b17858a75c779d9a2",
  "mutation ProposeTariffs($input: ProposeTariffsInput!) {\n  proposeTariffs(input: $input) {\n    changes {\n      field\n      before\n      after\n      __typename\n    }\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ProposeWorkingDays = /* @__PURE__ */ registered<ProposeWorkingDaysMutation, ProposeWorkingDaysMutationVariables>(
  "76d24dea2145927934308205cb3dedeb6e435585dfc0f93a5cadf2c6d43c0bcd",
  "mutation ProposeWorkingDays($input: ProposeWorkingDaysInput!) {\n  proposeWorkingDays(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      changes {\n        field\n        before\n        after\n        __typename\n      }\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RatesScreen = /* @__PURE__ */ registered<RatesScreenQuery, RatesScreenQueryVariables>(
  "caec06d1afcd284853e4248e6c9821713aa838e10ed8097106a8c980c064b55f",
  "query RatesScreen($first: Int!, $after: String, $days: Int!, $language: Language! = DA) {\n  proposedRates(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        session\n        channel\n        validFrom\n        validUntil\n        retroactive\n        version\n        amount {\n          amountMinor\n          __typename\n        }\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        clinic {\n          id\n          name\n          address {\n            town\n            __typename\n          }\n          __typename\n        }\n        proposed {\n          by\n          at\n          __typename\n        }\n        inForce {\n          id\n          validFrom\n          validUntil\n          amount {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n  proposals(state: PROPOSED, first: $first) {\n    edges {\n      node {\n        id\n        kind\n        says\n        source\n        version\n        changes {\n          field\n          before\n          after\n          __typename\n        }\n        proposed {\n          by\n          at\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  missingTariffs(days: $days) {\n    service {\n      code\n      name(language: $language)\n      __typename\n    }\n    session\n    from\n    until\n    clinics\n    __typename\n  }\n}",
);
export const RefuseAccountChange = /* @__PURE__ */ registered<RefuseAccountChangeMutation, RefuseAccountChangeMutationVariables>(
  "25ca65f6a34dd02b4e6e8a6fbb1ffa35e2590d833713a049768ce8c63cf9a876",
  "mutation RefuseAccountChange($input: RefuseAccountChangeInput!) {\n  refuseAccountChange(input: $input) {\n    change {\n      id\n      registrationNumber\n      maskedAccountNumber\n      state\n      statedBy\n      statedAt\n      appliesAt\n      decidedBy\n      decidedAt\n      reason\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RegisterWebhook = /* @__PURE__ */ registered<RegisterWebhookMutation, RegisterWebhookMutationVariables>(
  "09f9fa747d1257216948de21e9c534d6e7067f3deaca831c2fa5586ea16de8de",
  "mutation RegisterWebhook($input: RegisterWebhookInput!) {\n  registerWebhook(input: $input) {\n    webhook {\n      id\n      host\n      types\n      state\n      disabledReason\n      registeredAt\n      approvedAt\n      failingSince\n      organisation {\n        id\n        __typename\n      }\n      __typename\n    }\n    secret\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const RejectProposal = /* @__PURE__ */ registered<RejectProposalMutation, RejectProposalMutationVariables>(
  "994619bf45496c8922e4881849674f7819a2a2bb72748097b6d0cea2925a4b5a",
  "mutation RejectProposal($input: DecideProposalInput!) {\n  rejectProposal(input: $input) {\n    proposal {\n      id\n      kind\n      says\n      source\n      state\n      proposed {\n        by\n        at\n        __typename\n      }\n      decided {\n        by\n        at\n        __typename\n      }\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RejectRate = /* @__PURE__ */ registered<RejectRateMutation, RejectRateMutationVariables>(
  "5d210019c6b55d271bf3bcda33fe143f581e94ab3015ae46c40c78f52bab6f90",
  "mutation RejectRate($input: RejectRateInput!) {\n  rejectRate(input: $input) {\n    rate {\n      id\n      state\n      validFrom\n      validUntil\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SaveClinic = /* @__PURE__ */ registered<SaveClinicMutation, SaveClinicMutationVariables>(
  "f926707cbbbe08c0e9204c8e8651c8306421afc3f507f14cb8695c2c57783b46",
  "mutation SaveClinic($input: SaveClinicInput!) {\n  saveClinic(input: $input) {\n    clinic {\n      id\n      name\n      address {\n        line\n        postalCode\n        town\n        region\n        location {\n          latitude\n          longitude\n          __typename\n        }\n        precision\n        __typename\n      }\n      wayIn\n      accessibility\n      languages\n      treatsChildren\n      version\n      services {\n        code\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SaveOrganisation = /* @__PURE__ */ registered<SaveOrganisationMutation, SaveOrganisationMutationVariables>(
  "eac3ece0ad87eb11ce3d6621f8d2d09f27e8a6f6eff7c7db27bc1e634c1edcc2",
  "mutation SaveOrganisation($input: SaveOrganisationInput!) {\n  saveOrganisation(input: $input) {\n    organisation {\n      id\n      legalName\n      cvr\n      kind\n      version\n      __typename\n    }\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SavePractitioner = /* @__PURE__ */ registered<SavePractitionerMutation, SavePractitionerMutationVariables>(
  "1866c975f96f1d8b33190c88650f501424e4aaf8ac77e9c2f8efaf9f542d0b99",
  "mutation SavePractitioner($input: SavePractitionerInput!) {\n  savePractitioner(input: $input) {\n    practitioner {\n      id\n      name\n      profession\n      version\n      __typename\n    }\n    proposal {\n      id\n      kind\n      says\n      state\n      version\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ScenariosScreen = /* @__PURE__ */ registered<ScenariosScreenQuery, ScenariosScreenQueryVariables>(
  "aa4df085ac7280399eaaab4339a1b94a31ec9cbe522e79872ed8fe8481c40072",
  "query ScenariosScreen($scenarios: [PromiseScenarioInput!], $kept: [String!], $compare: Boolean!, $language: Language! = DA) {\n  keptScenarios {\n    name\n    withoutClinics {\n      id\n      name\n      __typename\n    }\n    demandPercent\n    closed {\n      from\n      through\n      percent\n      __typename\n    }\n    added {\n      clinic {\n        id\n        name\n        __typename\n      }\n      service {\n        code\n        name(language: $language)\n        __typename\n      }\n      unitsPerWeek\n      __typename\n    }\n    keptBy\n    keptAt\n    __typename\n  }\n  promiseScenarios(scenarios: $scenarios, kept: $kept) @include(if: $compare) {\n    today {\n      claims\n      units\n      waiting\n      __typename\n    }\n    scenarios {\n      name\n      claims\n      units\n      waiting\n      affected {\n        region\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        lose\n        gain\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettlementTasks = /* @__PURE__ */ registered<SettlementTasksQuery, SettlementTasksQueryVariables>(
  "8bed9c5077ae95dcacc2738cf9da5ef0fda7a4c162c1105f481b4a27195a560f",
  "query SettlementTasks($first: Int!, $after: String) {\n  settlementTasks(first: $first, after: $after) {\n    edges {\n      node {\n        reason\n        lineCount\n        raisedAt\n        total {\n          amountMinor\n          currency\n          __typename\n        }\n        organisation {\n          id\n          legalName\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Webhooks = /* @__PURE__ */ registered<WebhooksQuery, WebhooksQueryVariables>(
  "4bb7be6dec92e6a09b4ce20a059a49f96c5eaa3664093aa4ac0b9c6e19c57ffa",
  "query Webhooks($first: Int!, $states: [WebhookDeliveryState!]) {\n  webhooks(first: $first) {\n    edges {\n      node {\n        id\n        host\n        types\n        state\n        disabledReason\n        registeredAt\n        failingSince\n        deliveries(first: 5, states: $states) {\n          edges {\n            node {\n              id\n              message\n              type\n              state\n              attempts\n              lastStatus\n              lastFault {\n                code\n                message\n                __typename\n              }\n              queuedAt\n              nextAt\n              endedAt\n              __typename\n            }\n            __typename\n          }\n          pageInfo {\n            hasNextPage\n            endCursor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WorkingDays = /* @__PURE__ */ registered<WorkingDaysQuery, WorkingDaysQueryVariables>(
  "98e876440e96a62f6b92d7e2bac456a360200110ef8b724d13e2dc7da9b351ac",
  "query WorkingDays {\n  workingDaySettings {\n    version\n    validFrom\n    extraNonWorkingDays\n    source\n    proposedBy\n    approvedBy\n    __typename\n  }\n}",
);
