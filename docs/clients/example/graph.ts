import type { Registered } from "./gateway.js";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Books one slot for a claim. */
export type BookSlotInput = {
  /** The approved claim the treatment belongs to. */
  claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  idempotencyKey: string;
  /** Health team only: why a refusal that the rules leave room for is set aside. Audited. */
  overrideReason?: string | null | undefined;
  /** The slot to take a unit of. */
  slotId: string;
};

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

/** How member and practitioner meet. */
export type Channel =
  /** At the clinic. */
  | 'IN_PERSON'
  /** By video. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE';

/** Why the gateway chose a time. Values may be added. */
export type ChoiceReasonCode =
  /** It is the first day with a free time there. */
  | 'EARLIEST'
  /** It leaves every other promise its place. */
  | 'HARMLESS'
  /** It is the nearest. */
  | 'NEAREST'
  /** Nobody has to travel for it. */
  | 'NO_TRAVEL'
  /** It is within the target. */
  | 'ON_TARGET'
  /** It is a journey away. */
  | 'TRAVEL'
  /** Nothing fitted within reach. */
  | 'WIDENED_ANYWHERE'
  /** Nothing fitted with the wished way of meeting. */
  | 'WIDENED_OTHER_CHANNEL'
  /** Nothing fitted nearer. */
  | 'WIDENED_WIDER'
  /** The way of meeting is as wished. */
  | 'WISH_CHANNEL'
  /** The practitioner is as wished. */
  | 'WISH_GENDER'
  /** The language is as wished. */
  | 'WISH_LANGUAGE'
  /** The time of day is as wished. */
  | 'WISH_TIME_OF_DAY'
  /** The clinic could not keep the time booked before. */
  | 'WITHDRAWN'
  /** It is inside the latest date. */
  | 'WITHIN_LIMIT'
  /** No time in reach is in the wished way of meeting. It can be moved as soon as one is. */
  | 'WITHOUT_CHANNEL'
  /** No time in reach is with the wished practitioner. It can be moved as soon as one is. */
  | 'WITHOUT_GENDER'
  /** No time in reach has the wished language. It can be moved as soon as one has. */
  | 'WITHOUT_LANGUAGE';

/** How a claim stands. */
export type ClaimState =
  /** Treatments can be booked. */
  | 'APPROVED'
  /** Something is needed first, such as a referral. */
  | 'AWAITING_INFORMATION'
  /** Ended before the treatment was over. Final. */
  | 'CLOSED'
  /** The treatment is over. Final. */
  | 'COMPLETED'
  /** The insurer has said no, with its reasons. Final. */
  | 'DENIED'
  /** Nothing fitted inside the promise; people take over. */
  | 'ESCALATED'
  /** A first treatment has taken place. */
  | 'IN_TREATMENT'
  /** The insurer has it and has not decided yet. */
  | 'REPORTED';

/** A point on the map (WGS 84). */
export type CoordinatesInput = {
  /** Latitude. */
  latitude: number;
  /** Longitude. */
  longitude: number;
};

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

/** Whether a promise of a first appointment runs. */
export type GuaranteeOutcome =
  /** Nothing is promised. */
  | 'NONE'
  /** Approval or information is missing; the clock has not started. */
  | 'PENDING'
  /** The promise runs. */
  | 'RUNNING';

/** A language in which the gateway has words for people. */
export type Language =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

/** Where a search starts. Exactly one of postalCode, location and home. */
export type NearInput = {
  /** True: the home of the member whose claim is in claimId. */
  home?: boolean | null | undefined;
  /** A point on the map. */
  location?: CoordinatesInput | null | undefined;
  /** A postal code of street addresses. */
  postalCode?: string | null | undefined;
};

/** How a first appointment stands against the promise. */
export type PromiseStanding =
  /** The first appointment is on the last day on target or before. */
  | 'ON_TARGET'
  /** After the latest date of the promise. */
  | 'TOO_LATE'
  /** After the target, and not after the latest date. */
  | 'WITHIN_LIMIT';

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

/** What a nearby search puts first. */
export type ProviderOrder =
  /** The nearest, whenever its first opening is. */
  | 'DISTANCE'
  /** The one with the earliest opening, wherever within the radius. */
  | 'EARLIEST';

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

/** A wish about who treats, and how. */
export type Wish =
  /** Way of meeting. */
  | 'CHANNEL'
  /** Gender of the practitioner. */
  | 'GENDER'
  /** Language of the treatment. */
  | 'LANGUAGE';

export type MyClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyClaimsQuery = { claims: { edges: Array<{ node: { id: string, reference: string, state: ClaimState, service: { code: ServiceCode, name: string }, guarantee: { outcome: GuaranteeOutcome, targetOn: string | null, latestOn: string | null, promiseState: PromiseState } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type FindProvidersQueryVariables = Exact<{
  near: NearInput;
  service: ServiceCode;
  claimId?: string | null | undefined;
  order: ProviderOrder;
  earliestBy?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindProvidersQuery = { providers: { heldWishes: Array<Wish>, setAsideWishes: Array<Wish>, edges: Array<{ node: { id: string, distanceKm: number | null, earliestAt: string | null, latestOn: string | null, marginWorkingDays: number | null, clinic: { id: string, name: string, lastSyncedAt: string | null, address: { line: string | null, postalCode: string, town: string, location: { latitude: number, longitude: number } | null } }, nextSlots: Array<{ startsAt: string, endsAt: string, channel: Channel, slot: { id: string } }>, price: { gross: { amountMinor: string }, publicPays: { amountMinor: string }, insurerPays: { amountMinor: string }, memberPays: { amountMinor: string } } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, errors: Array<{ code: ErrorCode, message: string, remedy: string | null }> } };

export type BookSlotMutationVariables = Exact<{
  input: BookSlotInput;
  language?: Language;
}>;


export type BookSlotMutation = { bookSlot: { replayed: boolean, booking: { id: string, reference: string, state: BookingState, startsAt: string, endsAt: string, channel: Channel, standing: PromiseStanding | null, latestOn: string | null, freeCancellationUntil: string, version: number, slot: { id: string }, clinic: { id: string, name: string }, chosenBecause: Array<{ code: ChoiceReasonCode, message: string, rule: string | null, clause: string | null }>, quote: { gross: { amountMinor: string }, publicPays: { amountMinor: string }, insurerPays: { amountMinor: string }, memberPays: { amountMinor: string }, reasons: Array<{ code: ReasonCode, rule: string, clause: string, message: string, remedy: string | null }> } } | null, alternatives: Array<{ id: string, startsAt: string, channel: Channel, clinic: { id: string, name: string } }>, errors: Array<{ code: ErrorCode, message: string, path: Array<string>, rule: string | null, clause: string | null, remedy: string | null, retryable: boolean }> } };

export type BookingChangedSubscriptionVariables = Exact<{
  bookingId?: string | null | undefined;
}>;


export type BookingChangedSubscription = { bookingChanged: { change: BookingChangeKind, booking: { id: string, state: BookingState, startsAt: string } } };

export const MyClaims: Registered<MyClaimsQuery, MyClaimsQueryVariables> = { name: "MyClaims", hash: "6a77c3cec272517cd31834654f5d2253c9cf53f60a41417bfc626c1e0a2de864" };
export const FindProviders: Registered<FindProvidersQuery, FindProvidersQueryVariables> = { name: "FindProviders", hash: "66c65f296caf5071f7989927d576a0d487a1dbabff362fc5fc286927e90c39d7" };
export const BookSlot: Registered<BookSlotMutation, BookSlotMutationVariables> = { name: "BookSlot", hash: "76b78850a7b740cef77b0e16184b8a716143ab3b59a07964fc2f13848d84e550" };
export const BookingChanged: Registered<BookingChangedSubscription, BookingChangedSubscriptionVariables> = { name: "BookingChanged", hash: "da552094105c61b820082751d13ca59e807fca6b55980557b35fd32f2cd051ca" };
