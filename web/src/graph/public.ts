/** Made by npm run desk-graph. */
import { registered } from "./registered";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How far a clinic's openings can be relied on. */
export type Availability =
  /** The openings shown are what the clinic offers. */
  | 'CURRENT'
  /** The calendar of somebody there is not known, so their openings are not shown. */
  | 'PARTLY_UNKNOWN'
  /** A publication has not been heard from for long: openings may be gone. */
  | 'STALE'
  /** No calendar of the clinic is known, so no openings are shown: there may be free times by telephone. */
  | 'UNKNOWN';

/** How member and practitioner meet. */
export type Channel =
  /** At the clinic. */
  | 'IN_PERSON'
  /** By video. */
  | 'ONLINE'
  /** By telephone. */
  | 'PHONE';

/** The health team's controlled list of conditions. Values may be added. */
export type ConditionCode =
  /** Achilles tendinitis. */
  | 'ACHILLES_TENDINITIS'
  /** Acute crisis. */
  | 'ACUTE_CRISIS'
  /** ADHD. */
  | 'ADHD'
  /** Addiction to alcohol. */
  | 'ALCOHOL_ADDICTION'
  /** Known allergy. */
  | 'ALLERGY_KNOWN'
  /** Suspected allergy. */
  | 'ALLERGY_SUSPECTED'
  /** ALS. */
  | 'ALS'
  /** Anal fissure or fistula. */
  | 'ANAL_FISSURE'
  /** Anxiety. */
  | 'ANXIETY'
  /** Arthritis of another kind. */
  | 'ARTHRITIS'
  /** Asthma. */
  | 'ASTHMA'
  /** Autism. */
  | 'AUTISM'
  /** Back pain. */
  | 'BACK_PAIN'
  /** Bipolar disorder. */
  | 'BIPOLAR'
  /** Blood disorder. */
  | 'BLOOD_DISORDER'
  /** Bone disease. */
  | 'BONE_DISEASE'
  /** Bowel disorder. */
  | 'BOWEL_DISORDER'
  /** Bunion. */
  | 'BUNION'
  /** Cancer, diagnosed. */
  | 'CANCER_DIAGNOSED'
  /** After-effects of cancer. */
  | 'CANCER_SEQUELAE'
  /** Suspected cancer. */
  | 'CANCER_SUSPECTED'
  /** Symptoms of the heart. */
  | 'CARDIAC_SYMPTOMS'
  /** Cardiovascular disease. */
  | 'CARDIOVASCULAR_DISEASE'
  /** Cataract. */
  | 'CATARACT'
  /** Cholesteatoma. */
  | 'CHOLESTEATOMA'
  /** Chronic pain. */
  | 'CHRONIC_PAIN'
  /** Coeliac disease. */
  | 'COELIAC_DISEASE'
  /** Complicated grief. */
  | 'COMPLICATED_GRIEF'
  /** Connective tissue disease. */
  | 'CONNECTIVE_TISSUE_DISEASE'
  /** COPD. */
  | 'COPD'
  /** Cosmetic skin condition. */
  | 'COSMETIC_SKIN'
  /** Cystic fibrosis. */
  | 'CYSTIC_FIBROSIS'
  /** Dementia. */
  | 'DEMENTIA'
  /** Depression. */
  | 'DEPRESSION'
  /** Diabetes. */
  | 'DIABETES'
  /** Addiction to drugs. */
  | 'DRUG_ADDICTION'
  /** Eating disorder. */
  | 'EATING_DISORDER'
  /** Eczema. */
  | 'ECZEMA'
  /** Endometriosis. */
  | 'ENDOMETRIOSIS'
  /** Epilepsy. */
  | 'EPILEPSY'
  /** Fibromyalgia. */
  | 'FIBROMYALGIA'
  /** Food allergy. */
  | 'FOOD_ALLERGY'
  /** Addiction to gambling. */
  | 'GAMBLING_ADDICTION'
  /** Glaucoma. */
  | 'GLAUCOMA'
  /** Gout. */
  | 'GOUT'
  /** Grief. */
  | 'GRIEF'
  /** Haemorrhoids. */
  | 'HAEMORRHOIDS'
  /** Loss of hearing. */
  | 'HEARING_LOSS'
  /** Disorder of the heart's rhythm. */
  | 'HEART_RHYTHM'
  /** Heel spur. */
  | 'HEEL_SPUR'
  /** Herniated disc. */
  | 'HERNIATED_DISC'
  /** High cholesterol. */
  | 'HIGH_CHOLESTEROL'
  /** Hip dysplasia. */
  | 'HIP_DYSPLASIA'
  /** Osteoarthritis of the hip. */
  | 'HIP_OSTEOARTHRITIS'
  /** High blood pressure. */
  | 'HYPERTENSION'
  /** Infertility. */
  | 'INFERTILITY'
  /** Chronic inflammation of the bowel. */
  | 'INFLAMMATORY_BOWEL'
  /** Ingrown nail. */
  | 'INGROWN_NAIL'
  /** Insomnia. */
  | 'INSOMNIA'
  /** Irritable bowel syndrome. */
  | 'IRRITABLE_BOWEL'
  /** Tension of the jaw. */
  | 'JAW_TENSION'
  /** Knee injury. */
  | 'KNEE_INJURY'
  /** Osteoarthritis of the knee. */
  | 'KNEE_OSTEOARTHRITIS'
  /** Long-term back pain. */
  | 'LONG_TERM_BACK_PAIN'
  /** Long-term stress. */
  | 'LONG_TERM_STRESS'
  /** Addiction to medicine. */
  | 'MEDICINE_ADDICTION'
  /** Ménière's disease. */
  | 'MENIERES'
  /** Symptoms of the menopause. */
  | 'MENOPAUSE_SYMPTOMS'
  /** Metabolic disorder. */
  | 'METABOLIC_DISORDER'
  /** Migraine. */
  | 'MIGRAINE'
  /** Multiple sclerosis. */
  | 'MULTIPLE_SCLEROSIS'
  /** Muscular disease. */
  | 'MUSCLE_DISEASE'
  /** Neck pain. */
  | 'NECK_PAIN'
  /** Fracture that has not healed. */
  | 'NON_UNION_FRACTURE'
  /** Obesity. */
  | 'OBESITY'
  /** Obesity in pregnancy. */
  | 'OBESITY_IN_PREGNANCY'
  /** Obesity after birth. */
  | 'OBESITY_POSTPARTUM'
  /** Obsessive-compulsive disorder. */
  | 'OCD'
  /** Osteoarthritis of another joint. */
  | 'OSTEOARTHRITIS'
  /** Osteoporosis. */
  | 'OSTEOPOROSIS'
  /** Not on the list, or not coded yet: a person decides. */
  | 'OTHER'
  /** Parkinson's disease. */
  | 'PARKINSONS'
  /** Polycystic ovary syndrome. */
  | 'PCOS'
  /** Peptic ulcer. */
  | 'PEPTIC_ULCER'
  /** Persistent anxiety. */
  | 'PERSISTENT_ANXIETY'
  /** Persistent depression. */
  | 'PERSISTENT_DEPRESSION'
  /** Personality disorder. */
  | 'PERSONALITY_DISORDER'
  /** Phobia. */
  | 'PHOBIA'
  /** Postpartum depression. */
  | 'POSTPARTUM_DEPRESSION'
  /** Psoriatic arthritis. */
  | 'PSORIATIC_ARTHRITIS'
  /** PTSD. */
  | 'PTSD'
  /** Scar after radiotherapy. */
  | 'RADIOTHERAPY_SCAR'
  /** Recurrent anxiety. */
  | 'RECURRENT_ANXIETY'
  /** Reflux. */
  | 'REFLUX'
  /** Relative of somebody with dementia. */
  | 'RELATIVE_OF_DEMENTIA'
  /** Relative of somebody mentally ill. */
  | 'RELATIVE_OF_MENTALLY_ILL'
  /** Rheumatoid arthritis. */
  | 'RHEUMATOID_ARTHRITIS'
  /** Scheuermann's disease. */
  | 'SCHEUERMANNS'
  /** Scoliosis. */
  | 'SCOLIOSIS'
  /** Shoulder pain. */
  | 'SHOULDER_PAIN'
  /** Tendinopathy of the shoulder. */
  | 'SHOULDER_TENDINOPATHY'
  /** Skin cancer. */
  | 'SKIN_CANCER'
  /** Significant skin condition. */
  | 'SKIN_SIGNIFICANT'
  /** Sleep apnoea. */
  | 'SLEEP_APNOEA'
  /** Spondylosis or age-related wear of the back. */
  | 'SPONDYLOSIS'
  /** Stress. */
  | 'STRESS'
  /** Sunken forefoot. */
  | 'SUNKEN_FOREFOOT'
  /** Tennis elbow. */
  | 'TENNIS_ELBOW'
  /** Tension headache. */
  | 'TENSION_HEADACHE'
  /** Tinnitus. */
  | 'TINNITUS'
  /** Tourette's syndrome. */
  | 'TOURETTE'
  /** With a dietician where it is a risk to health, which the insurer's doctors accept. */
  | 'UNDERWEIGHT'
  /** Covered in serious cases, which the insurer's doctors accept. */
  | 'VARICOSE_VEINS'
  /** Venereal disease. */
  | 'VENEREAL_DISEASE'
  /** Correction of vision. */
  | 'VISION_CORRECTION'
  /** Whiplash. */
  | 'WHIPLASH';

/** A point on the map (WGS 84). */
export type CoordinatesInput = {
  /** Latitude. */
  readonly latitude: number;
  /** Longitude. */
  readonly longitude: number;
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

/** A language in which the gateway has words for people. */
export type Language =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

/** Where a search starts. Exactly one of postalCode, location and home. */
export type NearInput = {
  /** True: the home of the member whose claim is in claimId. */
  readonly home?: boolean | null | undefined;
  /** A point on the map. */
  readonly location?: CoordinatesInput | null | undefined;
  /** A postal code of street addresses. */
  readonly postalCode?: string | null | undefined;
};

/** What a nearby search puts first. */
export type ProviderOrder =
  /** The nearest, whenever its first opening is. */
  | 'DISTANCE'
  /** The one with the earliest opening, wherever within the radius. */
  | 'EARLIEST';

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

export type ClinicsInTownQueryVariables = Exact<{
  postalCode: string;
  service?: ServiceCode | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ClinicsInTownQuery = { readonly clinics: { readonly __typename: 'ClinicConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClinicEdge', readonly node: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly languages: ReadonlyArray<string>, readonly treatsChildren: boolean, readonly lastSyncedAt: string | null, readonly availability: Availability, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CodeWordsQueryVariables = Exact<{
  names?: ReadonlyArray<string> | string | null | undefined;
  language?: Language;
}>;


export type CodeWordsQuery = { readonly words: ReadonlyArray<{ readonly __typename: 'EnumWords', readonly name: string, readonly values: ReadonlyArray<{ readonly __typename: 'EnumValueWords', readonly value: string, readonly label: string, readonly remedy: string | null }> }> };

export type ConditionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConditionsQuery = { readonly conditions: ReadonlyArray<{ readonly __typename: 'ListedCondition', readonly code: ConditionCode, readonly name: string, readonly musculoskeletal: boolean, readonly chronic: boolean, readonly needsDecision: boolean, readonly english: string }> };

export type NearbyProvidersQueryVariables = Exact<{
  near: NearInput;
  service: ServiceCode;
  order: ProviderOrder;
  first: number;
  after?: string | null | undefined;
}>;


export type NearbyProvidersQuery = { readonly providers: { readonly __typename: 'ProviderConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderEdge', readonly node: { readonly __typename: 'Provider', readonly id: string, readonly distanceKm: number | null, readonly earliestAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } }, readonly nextSlots: ReadonlyArray<{ readonly __typename: 'NextSlot', readonly startsAt: string, readonly channel: Channel, readonly slot: { readonly __typename: 'Slot', readonly id: string } }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly remedy: string | null }> } };

export type ServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServicesQuery = { readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string, readonly radiusKm: number, readonly firstMinutes: number, readonly followUpMinutes: number }> };

export const ClinicsInTown = /* @__PURE__ */ registered<ClinicsInTownQuery, ClinicsInTownQueryVariables>(
  "a409351264b26c3f0f0ef718b235443d4c649c5d9b2567ee738314c550efa576",
  "query ClinicsInTown($postalCode: PostalCode!, $service: ServiceCode, $first: Int!, $after: String) {\n  clinics(\n    postalCode: $postalCode\n    service: $service\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        name\n        address {\n          line\n          postalCode\n          town\n          __typename\n        }\n        languages\n        treatsChildren\n        services {\n          code\n          name\n          __typename\n        }\n        lastSyncedAt\n        availability\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CodeWords = /* @__PURE__ */ registered<CodeWordsQuery, CodeWordsQueryVariables>(
  "cf18782b45bc4b778e2198cb380579b02639fdee898273eb38ddb3efd61092a6",
  "query CodeWords($names: [String!], $language: Language! = DA) {\n  words(names: $names) {\n    name\n    values {\n      value\n      label(language: $language)\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Conditions = /* @__PURE__ */ registered<ConditionsQuery, ConditionsQueryVariables>(
  "1aed441e48309440fce528773832b6e24c4dca64ccc140fd18a4c80acaa4e287",
  "query Conditions {\n  conditions {\n    code\n    name\n    english: name(language: EN)\n    musculoskeletal\n    chronic\n    needsDecision\n    __typename\n  }\n}",
);
export const NearbyProviders = /* @__PURE__ */ registered<NearbyProvidersQuery, NearbyProvidersQueryVariables>(
  "0aa26c83d4bc3aadb813f8318fa2cc649ced25e74ba3e7a9daf27e758c08c085",
  "query NearbyProviders($near: NearInput!, $service: ServiceCode!, $order: ProviderOrder!, $first: Int!, $after: String) {\n  providers(\n    near: $near\n    service: $service\n    order: $order\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        distanceKm\n        earliestAt\n        clinic {\n          id\n          name\n          address {\n            line\n            postalCode\n            town\n            location {\n              latitude\n              longitude\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        nextSlots {\n          slot {\n            id\n            __typename\n          }\n          startsAt\n          channel\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    errors {\n      code\n      message\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Services = /* @__PURE__ */ registered<ServicesQuery, ServicesQueryVariables>(
  "2aa9946c2f6bf3de5fd96e8df1c9cd08bfde4cc2acd02093fb591572da8a3ed0",
  "query Services {\n  services {\n    code\n    name\n    radiusKm\n    firstMinutes\n    followUpMinutes\n    __typename\n  }\n}",
);
