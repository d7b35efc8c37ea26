/** Made by npm run desk-graph. */
import { registered } from "./registered";

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Allocates more treatments to a claim. */
export type AllocateTreatmentsInput = {
  /** Treatments beyond those allocated so far. */
  readonly additional: number;
  /** The claim. */
  readonly claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What it rests on, e.g. the therapist's status report (PRV-STATUS-REPORT); no diagnosis. */
  readonly reason?: string | null | undefined;
};

/** Answers a complaint. */
export type AnswerComplaintInput = {
  /** What the member is told, 3 to 1000 characters; no diagnosis. */
  readonly answer: string;
  /** The complaint. */
  readonly complaintId: string;
  /** True: the claim is decided anew. False: the denial stands. */
  readonly reopen: boolean;
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

/** What the member would like; over the wishes kept with the claim. Language and gender are held as long as the promise can be kept with them; part of the day decides among times that are equally good. */
export type AppointmentWishesInput = {
  /** How to meet; in person when left out. */
  readonly channel?: Channel | null | undefined;
  /** Gender of the practitioner. */
  readonly gender?: Gender | null | undefined;
  /** Language of the treatment, e.g. en. */
  readonly language?: string | null | undefined;
  /** First day that suits. One after the latest date is a wish for a later date; have it recorded first. */
  readonly notBefore?: string | null | undefined;
  /** Postal code to travel from instead of home. */
  readonly postalCode?: string | null | undefined;
  /** Part of the day. */
  readonly timeOfDay?: TimeOfDay | null | undefined;
};

/** Approves a claim. */
export type ApproveClaimInput = {
  /** When it was decided, if not now. The guarantee's clock starts from it. */
  readonly approvedAt?: string | null | undefined;
  /** The claim. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** Who treats, if another than reported. */
  readonly mode?: TreatmentMode | null | undefined;
  /** Treatments allocated; needed with own choice, options A and F and the psychiatrist (COV-PORTION). */
  readonly portion?: number | null | undefined;
  /** The cover it is handled under, if another than reported. */
  readonly under?: Cover | null | undefined;
};

/** Carries out an erasure that a colleague asked for. */
export type ApproveErasureInput = {
  /** The request, as `erasureRequests` lists it. */
  readonly requestId: string;
};

/** What an authority opens to a representative. Values may be added. */
export type AuthorityScope =
  /** Bookings; to read only. */
  | 'APPOINTMENTS'
  /** Claims with their history, decisions and promise; to read only. */
  | 'CLAIMS';

/** How an authority stands today. */
export type AuthorityState =
  /** Not in force yet. */
  | 'AHEAD'
  /** Expired. */
  | 'EXPIRED'
  /** In force. */
  | 'LIVE'
  /** Withdrawn. */
  | 'WITHDRAWN';

/** A bill of a treatment of the member's own choice. */
export type BillInput = {
  /** What was paid, in øre. */
  readonly feeMinor: string;
  /** The bill's own number. */
  readonly reference: string;
  /** Day of the treatment. */
  readonly treatedOn: string;
};

/** Asks the gateway to find and book the first appointment of a claim. */
export type BookFirstAppointmentInput = {
  /** The approved claim. */
  readonly claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Health team only: why a time that another promise needs is taken all the same. Audited. */
  readonly overrideReason?: string | null | undefined;
  /** What the member would like. */
  readonly wishes?: AppointmentWishesInput | null | undefined;
};

/** Books one slot for a claim. */
export type BookSlotInput = {
  /** The approved claim the treatment belongs to. */
  readonly claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Health team only: why a refusal that the rules leave room for is set aside. Audited. */
  readonly overrideReason?: string | null | undefined;
  /** The slot to take a unit of. */
  readonly slotId: string;
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

/** Calls an appointment off. */
export type CancelBookingInput = {
  /** The confirmed booking. */
  readonly bookingId: string;
  /** Health team only: the clinic called it off, by telephone for instance. For clinics this is always so. */
  readonly byProvider?: boolean | null | undefined;
  /** Refuse if the booking has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Clinics only: the time can be given to somebody else. Left out, it is closed. */
  readonly offerAgain?: boolean | null | undefined;
  /** True: change nothing, only say what it would mean. */
  readonly preview?: boolean | null | undefined;
  /** Why, in a few words without health details; up to 200 characters. */
  readonly reason?: string | null | undefined;
};

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

/** What happened to a claim. Values may be added. */
export type ClaimEventKind =
  /** The clinic withdrew an appointment. */
  | 'APPOINTMENT_WITHDRAWN'
  /** Approved. */
  | 'APPROVED'
  /** The member confirmed a treatment. */
  | 'ATTENDANCE_CONFIRMED'
  /** The member disputed a treatment. */
  | 'ATTENDANCE_DISPUTED'
  /** An appointment was booked. */
  | 'BOOKED'
  /** An appointment was cancelled. */
  | 'CANCELLED'
  /** Closed. */
  | 'CLOSED'
  /** The member complained. */
  | 'COMPLAINED'
  /** Completed. */
  | 'COMPLETED'
  /** Consent was given. */
  | 'CONSENT_GIVEN'
  /** Consent was renewed. */
  | 'CONSENT_RENEWED'
  /** Consent was withdrawn. */
  | 'CONSENT_WITHDRAWN'
  /** The clinic rang and nobody answered. */
  | 'CONTACT_ATTEMPTED'
  /** The clinic spoke with the member by telephone. */
  | 'CONTACT_MADE'
  /** The denial stands after a complaint. */
  | 'DENIAL_UPHELD'
  /** Denied. */
  | 'DENIED'
  /** Specialist or hospital designated. */
  | 'DESIGNATED'
  /** Another specialist or hospital designated. */
  | 'DESIGNATED_ANEW'
  /** A document was accepted. */
  | 'DOCUMENT_ACCEPTED'
  /** A document was not enough. */
  | 'DOCUMENT_REJECTED'
  /** A document was handed in. */
  | 'DOCUMENT_SUBMITTED'
  /** Handed to the health team. */
  | 'ESCALATED'
  /** An exception to the promise was recorded. */
  | 'EXCEPTION_RECORDED'
  /** Facts were recorded. */
  | 'FACTS_RECORDED'
  /** Information was found sufficient. */
  | 'INFORMATION_APPROVED'
  /** Information was received. */
  | 'INFORMATION_RECEIVED'
  /** Information was asked for. */
  | 'INFORMATION_REQUIRED'
  /** A medical decision was made. */
  | 'MEDICAL_DECISION'
  /** A medical decision was taken back. */
  | 'MEDICAL_DECISION_WITHDRAWN'
  /** An appointment was moved. */
  | 'MOVED'
  /** The clinic withdrew an appointment and another was found. */
  | 'MOVED_BY_PROVIDER'
  /** Moved into the network. */
  | 'MOVED_TO_NETWORK'
  /** The member did not come. */
  | 'NO_SHOW'
  /** An arranged appointment was declined. */
  | 'OFFER_DECLINED'
  /** A treatment of own choice was recorded. */
  | 'OWN_CHOICE_TREATMENT'
  /** The promise is at risk. */
  | 'PROMISE_AT_RISK'
  /** The promise was broken. */
  | 'PROMISE_BREACHED'
  /** The promise was kept. */
  | 'PROMISE_MET'
  /** The promise ended. */
  | 'PROMISE_NONE'
  /** The promise is safe. */
  | 'PROMISE_SAFE'
  /** The promise is tight. */
  | 'PROMISE_TIGHT'
  /** The referral was recorded. */
  | 'REFERRAL_RECORDED'
  /** Reopened after a complaint. */
  | 'REOPENED'
  /** Reported. */
  | 'REPORTED'
  /** A status report was asked for. */
  | 'STATUS_REPORT_ASKED'
  /** A treatment took place. */
  | 'TREATED'
  /** Treatments were allocated. */
  | 'TREATMENTS_ALLOCATED';

/** Which claims; everything given must hold. */
export type ClaimFilterInput = {
  /** Of this member. */
  readonly memberId?: string | null | undefined;
  /** Whose promise is in one of these states. */
  readonly promiseStates?: ReadonlyArray<PromiseState> | null | undefined;
  /** With this reference, e.g. C-1004. */
  readonly reference?: string | null | undefined;
  /** For one of these treatments. */
  readonly services?: ReadonlyArray<ServiceCode> | null | undefined;
  /** In one of these states. */
  readonly states?: ReadonlyArray<ClaimState> | null | undefined;
};

/** Rare facts of a case, by their names in the rules. What is left out stays as it is. */
export type ClaimFlagsInput = {
  /** Follows covered surgery (COV-REHAB). */
  readonly afterCoveredSurgery?: boolean | null | undefined;
  /** The public scheme of free physiotherapy applies (COV-EXCL-FREE-PHYSIO). */
  readonly freePhysioScheme?: boolean | null | undefined;
  /** Follow-up checks: last day of treatment, under option K the day of surgery (COV-FOLLOWUP-24M). */
  readonly lastTreatmentOn?: string | null | undefined;
  /** Another form of treatment runs and no exception was granted (CLM-ONE-FORM). */
  readonly otherFormActive?: boolean | null | undefined;
  /** A psychologist of own choice has treated this claim (COV-PSYCH-CHILD-LOCK). */
  readonly ownChoicePsychologistStarted?: boolean | null | undefined;
  /** Initiated or planned before the cover started (MEM-PLANNED-BEFORE). */
  readonly plannedBeforeStart?: boolean | null | undefined;
  /** Treated for the same addiction before, relapse, or discontinued programme (COV-C-PREVIOUS). */
  readonly previousAddictionTreatment?: boolean | null | undefined;
  /** Filed with the previous insurer (MEM-PREV-INSURER-3M). */
  readonly previousInsurerClaim?: boolean | null | undefined;
  /** Part of a public package programme (CLM-PUBLIC-PACKAGE). */
  readonly publicPackage?: boolean | null | undefined;
  /** The complaint keeps coming back, though it may be young this time (COV-GLAD-CONDITIONS). */
  readonly recurring?: boolean | null | undefined;
};

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

/** What the member asks for; followed where it can be. */
export type ClaimWishesInput = {
  /** How to meet. */
  readonly channel?: Channel | null | undefined;
  /** Gender of the practitioner. */
  readonly gender?: Gender | null | undefined;
  /** Language of the treatment. */
  readonly language?: string | null | undefined;
  /** Postal code to search from instead of home. */
  readonly postalCode?: string | null | undefined;
  /** Part of the day. */
  readonly timeOfDay?: TimeOfDay | null | undefined;
};

/** Closes a claim before its treatment is over. */
export type CloseClaimInput = {
  /** The claim. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, 3 to 300 characters, e.g. "the member no longer needs treatment"; no diagnosis. */
  readonly reason: string;
};

/** What caused a disease or injury, of the causes that keep it from cover (section 7 of the conditions). */
export type ComplaintCause =
  /** Natural disasters and general strikes. */
  | 'DISASTER_OR_STRIKE'
  /** Epidemics and pandemics. */
  | 'EPIDEMIC'
  /** Implants, tattoos, piercings, doping and the like. */
  | 'IMPLANT_OR_TATTOO'
  /** Self-inflicted intoxication or its sequelae. */
  | 'INTOXICATION'
  /** Somebody has asked, and it is none of the causes that are not covered. */
  | 'NONE_OF_THESE'
  /** Professional sport. */
  | 'PROFESSIONAL_SPORT'
  /** Self-inflicted, by intent or gross negligence. */
  | 'SELF_INFLICTED'
  /** War, civil unrest, terror or nuclear reactions. */
  | 'WAR_OR_TERROR';

/** How a complaint stands. */
export type ComplaintState =
  /** Being looked at. */
  | 'OPEN'
  /** The claim is decided anew. */
  | 'REOPENED'
  /** The Insurance Appeals Board can be asked next (CMP-APPEAL). */
  | 'UPHELD';

/** Completes a claim whose treatment is over. */
export type CompleteClaimInput = {
  /** The claim. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
};

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

/** What the health team has found out about the condition. */
export type ConditionFactsInput = {
  /** First symptoms, or the event. */
  readonly aroseOn?: string | null | undefined;
  /** What it is. */
  readonly code?: ConditionCode | null | undefined;
  /** When it was diagnosed. */
  readonly diagnosedOn?: string | null | undefined;
};

/** The complaint. */
export type ConditionInput = {
  /** First symptoms, or the event. */
  readonly aroseOn: string;
  /** What it is; other until the health team has coded it. */
  readonly code?: ConditionCode;
  /** When it was diagnosed. */
  readonly diagnosedOn?: string | null | undefined;
};

/** What a consent is for. */
export type ConsentPurpose =
  /** The insurer obtains records about the claim. */
  | 'INFORMATION'
  /** A clinic learns what its own booking needs. */
  | 'TREATMENT';

/** How a consent stands today. */
export type ConsentState =
  /** Expired. */
  | 'EXPIRED'
  /** In force. */
  | 'LIVE'
  /** Replaced by a later one. */
  | 'REPLACED'
  /** Withdrawn. */
  | 'WITHDRAWN';

/** A point on the map (WGS 84). */
export type CoordinatesInput = {
  /** Latitude. */
  readonly latitude: number;
  /** Longitude. */
  readonly longitude: number;
};

/** The cover a claim is handled under: the base cover or an option. */
export type Cover =
  /** Option A. */
  | 'A'
  /** Option B. */
  | 'B'
  /** Base cover. */
  | 'BASE'
  /** Option C. */
  | 'C'
  /** Option E. */
  | 'E'
  /** Option F. */
  | 'F'
  /** Option H. */
  | 'H'
  /** Option K. */
  | 'K';

/** What the team does where a cover is gone. */
export type CoverLossTodo =
  /** Close the claim and tell the member, or report it anew under a policy that carries it. */
  | 'END_PROMISE'
  /** The clinic could rely on the booking: what was attended stays owed to it. The company bears it after a withdrawal (MEM-BACKDATE-COMPANY-PAYS), else the insurer claims it from the member or lets it rest. */
  | 'SETTLE_ATTENDED'
  /** Nothing is cancelled by itself: cancel the appointment, or leave the time to a payer of the member's own. */
  | 'TALK_WITH_MEMBER';

/** What to know about a treatment that is covered. */
export type CoverageNote =
  /** Ordinary psychological treatment applies. */
  | 'CRISIS_REPORTED_LATE'
  /** The last treatment in the limit. */
  | 'LAST_IN_LIMIT'
  /** You pay first and are reimbursed. */
  | 'MEMBER_PAYS_FIRST'
  /** The treatment runs off after the cover has ended. */
  | 'RUN_OFF';

/** What caused a crisis (COV-CRISIS-EVENTS). */
export type CrisisEvent =
  /** Conflict. */
  | 'CONFLICT'
  /** An incident with danger to life. */
  | 'DANGER_INCIDENT'
  /** A death in the family. */
  | 'DEATH_IN_FAMILY'
  /** Dismissal. */
  | 'DISMISSAL'
  /** An event that was expected. */
  | 'EXPECTED_EVENT'
  /** A life-threatening diagnosis in the family. */
  | 'FAMILY_LIFE_THREATENING_DIAGNOSIS'
  /** Fire or burglary. */
  | 'FIRE_OR_BURGLARY'
  /** One's own life-threatening diagnosis. */
  | 'OWN_LIFE_THREATENING_DIAGNOSIS'
  /** Violence or threats. */
  | 'VIOLENCE'
  /** Witness to a death or a grave incident. */
  | 'WITNESSED_DEATH_OR_INCIDENT';

/** The event behind crisis counselling (COV-CRISIS-EVENTS). */
export type CrisisInput = {
  /** What happened. */
  readonly event: CrisisEvent;
  /** When it happened. */
  readonly occurredAt: string;
  /** Reported to the police (COV-CRISIS-POLICE). */
  readonly policeReported?: boolean;
  /** How the person concerned is related to the member. */
  readonly relation?: CrisisRelation | null | undefined;
};

/** How the person concerned is related to the member (COV-CRISIS-FAMILY). */
export type CrisisRelation =
  /** Adopted child. */
  | 'ADOPTED_CHILD'
  /** Colleague. */
  | 'COLLEAGUE'
  /** Friend. */
  | 'FRIEND'
  /** Grandparent. */
  | 'GRANDPARENT'
  /** Own child. */
  | 'OWN_CHILD'
  /** Parent. */
  | 'PARENT'
  /** Partner. */
  | 'PARTNER'
  /** Partner's child. */
  | 'PARTNERS_CHILD'
  /** Sibling. */
  | 'SIBLING'
  /** Spouse. */
  | 'SPOUSE';

/** What the civil register says about custody. */
export type CustodyAnswer =
  /** Does not hold custody. */
  | 'ENDED'
  /** Holds custody. */
  | 'HELD';

/** A member's bill for one treatment of own choice. */
export type DecideReimbursementInput = {
  /** The claim, approved for own choice. */
  readonly claimId: string;
  /** Subsidy of 'danmark' in øre, as the bill or 'danmark' states it; never estimated (PRC-DANMARK). */
  readonly danmarkMinor?: string;
  /** Whom 'danmark' pays. */
  readonly danmarkPaidTo?: SubsidyPayee;
  /** Gross fee in whole øre, before any public share and without supplements. */
  readonly feeMinor: string;
  /** The therapist has a provider number (PRV-YDERNUMMER). */
  readonly hasPublicAgreement?: boolean;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** Day of the last treatment of the course: bills come within three months of it (REI-BILLS-3M). */
  readonly lastTreatmentOn: string;
  /** Paid by another insurance, in øre (PRC-OTHER-INSURANCE). */
  readonly otherInsuranceMinor?: string;
  /** Paid by the region, in øre, if the bill says so; the public share of the tariff when left out (PRC-PUBLIC-DEDUCT). */
  readonly publicMinor?: string | null | undefined;
  /** Day the bill came in. */
  readonly receivedOn: string;
  /** The therapist's number of the bill; a bill is decided once, however its number is spelled. */
  readonly reference: string;
  /** False: shockwave as a supplement to a treatment with a bill of its own. */
  readonly standAlone?: boolean;
  /** Supplements, additional services and materials in øre (PRC-SUPPLEMENTS). */
  readonly supplementsMinor?: string;
  /** Day of the treatment. */
  readonly treatedOn: string;
};

/** Says whether what was handed in is enough. */
export type DecideSubmissionInput = {
  /** True: it is enough. */
  readonly accept: boolean;
  /** What the member is told, needed where it is not enough; no diagnosis. */
  readonly note?: string | null | undefined;
  /** What was handed in. */
  readonly submissionId: string;
};

/** What a decision of the rules is about. */
export type DecisionKind =
  /** Whether a treatment is covered. */
  | 'COVERAGE'
  /** When the first appointment has to take place. */
  | 'GUARANTEE'
  /** Who pays what. */
  | 'PRICE';

/** A yes-or-no fact of a decision that differs from the ordinary case. Values may be added. */
export type DecisionMark =
  /** COV-REHAB. */
  | 'AFTER_COVERED_SURGERY'
  /** A medical decision. */
  | 'CONDITION_ACCEPTED'
  /** Cover suspended. */
  | 'COVER_SUSPENDED'
  /** Referred by a doctor. */
  | 'DOCTOR_REFERRAL'
  /** CLM-EMERGENCY. */
  | 'EMERGENCY'
  /** MEM-PREV-INSURER-3M. */
  | 'FILED_WITH_PREVIOUS_INSURER'
  /** The public scheme applies (COV-EXCL-FREE-PHYSIO). */
  | 'FREE_PHYSIOTHERAPY'
  /** Information is missing. */
  | 'INFORMATION_MISSING'
  /** A medical decision about a condition listed as chronic. */
  | 'JUDGED_NOT_CHRONIC'
  /** Who treats has no authorisation. */
  | 'NOT_AUTHORISED'
  /** The decision about cover said no. */
  | 'NOT_COVERED'
  /** And no exception was granted (CLM-ONE-FORM). */
  | 'OTHER_FORM_ACTIVE'
  /** Who treats stays (COV-PSYCH-CHILD-LOCK). */
  | 'OWN_PSYCHOLOGIST_STARTED'
  /** MEM-PLANNED-BEFORE. */
  | 'PLANNED_BEFORE_START'
  /** COV-C-PREVIOUS. */
  | 'PREVIOUS_ADDICTION_TREATMENT'
  /** Related to the member. */
  | 'PROVIDER_RELATED'
  /** Agreement with the public system. */
  | 'PUBLIC_AGREEMENT'
  /** The public system offers a time in time. */
  | 'PUBLIC_OFFER_IN_TIME'
  /** CLM-PUBLIC-PACKAGE. */
  | 'PUBLIC_PACKAGE'
  /** COV-GLAD-CONDITIONS. */
  | 'RECURRING'
  /** A medical decision. */
  | 'SEVERAL_FORMS_ALLOWED'
  /** Not a treatment by itself. */
  | 'SUPPLEMENT_TO_A_TREATMENT'
  /** A medical decision. */
  | 'TREATMENT_GRANTED'
  /** Treats no children. */
  | 'TREATS_NO_CHILDREN';

/** An appointment that was offered and rejected. */
export type DeclinedOfferInput = {
  /** Day of the offered appointment. */
  readonly appointmentOn: string;
  /** Who offered it. */
  readonly sector?: Sector;
};

/** Why a claim is denied: a reason against cover, or a medical judgement (CLM-DENIAL-REASONS). Values may be added. */
export type DenialReason =
  /** The child has reached the age at which its cover ends. */
  | 'AGE_LIMIT_REACHED'
  /** The member's age on the day of the treatment is outside the range of this programme. */
  | 'AGE_OUT_OF_RANGE'
  /** Treatment online or by telephone is covered from the age of 15. */
  | 'CHANNEL_AGE_LIMIT'
  /** This treatment is not covered through this channel; online and by telephone only with a partner of the network. */
  | 'CHANNEL_NOT_ALLOWED'
  /** A chronic condition is covered for six months from its diagnosis, and they are over. */
  | 'CHRONIC_SIX_MONTHS_EXPIRED'
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
  /** What is covered depends on the day of the diagnosis, and that day is not known. */
  | 'DIAGNOSIS_DATE_MISSING'
  /** This treatment is covered for six months from the diagnosis, and they are over. */
  | 'DIAGNOSIS_SIX_MONTHS_EXPIRED'
  /** An emergency is not covered, except by crisis counselling. */
  | 'EMERGENCY_NOT_COVERED'
  /** What caused the complaint is one of the causes the insurance does not cover. */
  | 'EXCLUDED_CAUSE'
  /** The condition is excluded from this treatment. */
  | 'EXCLUDED_CONDITION'
  /** Follow-up checks are covered for 24 months after the last treatment, and they are over. */
  | 'FOLLOW_UP_EXPIRED'
  /** One check follows an operation, and it has taken place or is booked; repeated checks are not covered. */
  | 'FOLLOW_UP_REPEATED'
  /** The condition falls under the public scheme of free physiotherapy. */
  | 'FREE_PHYSIO_SCHEME'
  /** The treatments of the calendar year are used up. */
  | 'LIMIT_CALENDAR_YEAR'
  /** The treatments for the whole insurance period are used up. */
  | 'LIMIT_INSURANCE_PERIOD'
  /** The treatments for one disease or injury are used up. */
  | 'LIMIT_PER_CLAIM'
  /** This treatment is covered only with a provider of the network or the designated centre. */
  | 'NETWORK_ONLY'
  /** The insurer has not approved the treatment on or before its date. */
  | 'NOT_PRE_APPROVED'
  /** The treatment is not reasonable. */
  | 'NOT_REASONABLE'
  /** The disorder is not, or not beyond doubt, related to the employee's working life. */
  | 'NOT_WORK_RELATED'
  /** Another form of treatment is running, and only one is covered at a time. */
  | 'ONE_FORM_AT_A_TIME'
  /** The claim is handled under an optional cover that is not stated in the policy. */
  | 'OPTIONAL_COVER_MISSING'
  /** The treatment takes place outside Denmark; Greenland and the Faroe Islands are outside. */
  | 'OUTSIDE_DENMARK'
  /** The child's treatment has begun with a psychologist of own choice, so the network is closed for this complaint. */
  | 'OWN_CHOICE_ALREADY_STARTED'
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
  /** The public system offers the treatment within the guarantee or as a package programme, and goes first. */
  | 'PUBLIC_OFFER_MUST_BE_USED'
  /** The treatment needs a doctor's referral dated on or before it. */
  | 'REFERRAL_MISSING'
  /** The referral is of a type that is not accepted for this treatment. */
  | 'REFERRAL_WRONG_TYPE'
  /** The three months of run-off after the end of the cover are over. */
  | 'RUN_OFF_EXPIRED'
  /** The product does not include this treatment under the cover the claim is handled under. */
  | 'SERVICE_NOT_IN_PRODUCT'
  /** The calendar year's treatments of this form inside the larger number are used up. */
  | 'SUBLIMIT_CALENDAR_YEAR'
  /** The treatment has no effect. */
  | 'TREATMENT_INEFFECTIVE'
  /** The condition was there before the cover started, or the treatment is for addiction, and the waiting period is not over. */
  | 'WAITING_PERIOD';

/** Denies a claim. */
export type DenyClaimInput = {
  /** The claim. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** What the member is told beside the reasons; no diagnosis. */
  readonly note?: string | null | undefined;
  /** Why. The member is told them (CLM-DENIAL-REASONS). */
  readonly reasons: ReadonlyArray<DenialReason>;
};

/** Designates who treats a claim, or another than before. */
export type DesignateInput = {
  /** The claim, for a service of specialists, hospitals or programmes. */
  readonly claimId: string;
  /** The clinic or hospital; it offers the service under an agreement in force. */
  readonly clinicId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** The specialist, if it has to be this one. */
  readonly practitionerId?: string | null | undefined;
  /** Why this place, 3 to 300 characters; the member reads it. No diagnosis. */
  readonly reason: string;
};

/** Ground of an erasure (GDPR article 17(1)). */
export type ErasureGround =
  /** Article 17(1)(b). */
  | 'CONSENT_WITHDRAWN'
  /** Article 17(1)(e). */
  | 'LEGAL_OBLIGATION'
  /** Article 17(1)(a). */
  | 'NO_LONGER_NECESSARY'
  /** Article 17(1)(c). */
  | 'OBJECTED'
  /** Article 17(1)(d). */
  | 'UNLAWFUL';

/** How a request for erasure stands. */
export type ErasureState =
  /** Carried out. */
  | 'CARRIED_OUT'
  /** It waits for a colleague. */
  | 'REQUESTED';

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

/** Gives consent for one claim. */
export type GiveConsentInput = {
  /** The claim. */
  readonly claimId: string;
  /** Health team only: the holder of custody who gave it for a child under 15, on paper or by telephone. */
  readonly givenById?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What it is for. */
  readonly purpose?: ConsentPurpose;
  /** Version of the text that is agreed to, e.g. 2025-1. */
  readonly textVersion: string;
};

/** An authority that a member has signed. */
export type GrantAuthorityInput = {
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** The member who grants it, 18 or more. */
  readonly memberId: string;
  /** The member who represents. Exactly one of representativeId and thirdParty. */
  readonly representativeId?: string | null | undefined;
  /** What it opens. */
  readonly scopes: ReadonlyArray<AuthorityScope>;
  /** Version of the text that was signed, e.g. 2025-1. */
  readonly textVersion: string;
  /** Name of a third party the insurer may talk to, e.g. a pension company. */
  readonly thirdParty?: string | null | undefined;
  /** First day; today when left out. */
  readonly validFrom?: string | null | undefined;
  /** Last day, a year after the first at most. */
  readonly validThrough: string;
};

/** Which promise of a first appointment applies. */
export type GuaranteeClass =
  /** Crisis contact within 3 hours. */
  | 'CRISIS_3H'
  /** Specialist within 15 working days. */
  | 'FLEX_SPECIALIST_15'
  /** Within 10 working days in the network. */
  | 'NETWORK_10'
  /** No date is promised. */
  | 'NONE'
  /** Specialist within 10 working days. */
  | 'SPECIALIST_10';

/** What the end of an appointment does to the promise. */
export type GuaranteeEffect =
  /** Open again, with the same latest date. */
  | 'CONTINUES'
  /** The promise lapses. */
  | 'LAPSES'
  /** The promise is as before. */
  | 'UNCHANGED';

/** Whether a promise of a first appointment runs. */
export type GuaranteeOutcome =
  /** Nothing is promised. */
  | 'NONE'
  /** Approval or information is missing; the clock has not started. */
  | 'PENDING'
  /** The promise runs. */
  | 'RUNNING';

/** A step by which a guarantee came about. */
export type GuaranteeStepKind =
  /** The claim was approved. */
  | 'CLAIM_APPROVED'
  /** The claim was received. */
  | 'CLAIM_RECEIVED'
  /** The last moment for the first contact. */
  | 'CONTACT_BY'
  /** Day 0: working day 1 is the first working day after it. */
  | 'DAY_ZERO'
  /** The first target. */
  | 'FIRST_TARGET'
  /** The information was found sufficient. */
  | 'INFORMATION_APPROVED'
  /** The last needed information was received. */
  | 'INFORMATION_RECEIVED'
  /** The last day for the first appointment. */
  | 'LATEST'
  /** The last day on target. */
  | 'TARGET';

/** Says that a lost cover has been dealt with. */
export type HandleCoverLossInput = {
  /** The entry of coverLosses. */
  readonly coverLossId: string;
  /** What was done, 3 to 300 characters, e.g. "the member pays herself"; no diagnosis. */
  readonly note: string;
};

/** What the clock of a claim waits for (GUA-CLOCK-INFO). */
export type InformationNeed =
  /** What the health team has asked for. */
  | 'ASKED'
  /** Of a chronic condition (COV-CHRONIC-DATE). */
  | 'DIAGNOSIS_DATE'
  /** A doctor's referral or recommendation of the kind the treatment needs. */
  | 'REFERRAL';

/** A language in which the gateway has words for people. */
export type Language =
  /** Danish. */
  | 'DA'
  /** English. */
  | 'EN';

/** Over what treatments are counted against a limit. */
export type LimitPeriod =
  /** Counted in the calendar year of the treatment (BOK-YEAR-BY-TREATMENT). */
  | 'CALENDAR_YEAR'
  /** Counted as long as the insurance runs. */
  | 'INSURANCE_PERIOD';

/** What a caller says. Name and birth date go together; each of the others is enough by itself. What is given must all hold. */
export type LookUpMembersInput = {
  /** Birth date, with name. */
  readonly birthDate?: string | null | undefined;
  /** Civil registration number; never answered. */
  readonly civilNumber?: string | null | undefined;
  /** Reference of a claim, e.g. C-1004. */
  readonly claimReference?: string | null | undefined;
  /** Name, with birthDate: at least two words, one of the family name in full; initials, ae for æ and small slips are understood. */
  readonly name?: string | null | undefined;
  /** Telephone, with or without the country's number. */
  readonly phone?: string | null | undefined;
  /** The policy's key in the policy system. */
  readonly policyKey?: string | null | undefined;
};

/** Why a report is not approved automatically: a criterion of automatic approval, or a reason against cover. Values may be added. */
export type ManualCheckCode =
  /** The child has reached the age at which its cover ends. */
  | 'AGE_LIMIT_REACHED'
  /** The member's age on the day of the treatment is outside the range of this programme. */
  | 'AGE_OUT_OF_RANGE'
  /** Nobody has said that the cause is none of those the insurance does not cover. */
  | 'CAUSE_NOT_CLEARED'
  /** Treatment online or by telephone is covered from the age of 15. */
  | 'CHANNEL_AGE_LIMIT'
  /** This treatment is not covered through this channel; online and by telephone only with a partner of the network. */
  | 'CHANNEL_NOT_ALLOWED'
  /** A chronic condition is covered for six months from its diagnosis, and they are over. */
  | 'CHRONIC_SIX_MONTHS_EXPIRED'
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
  /** The cover the claim is handled under is chosen by the health team. */
  | 'COVER_NOT_AUTOMATIC'
  /** The treatment takes place before the cover starts. */
  | 'COVER_NOT_STARTED'
  /** The right to cover is lost because a reminded premium was not paid in time. */
  | 'COVER_SUSPENDED'
  /** The event is none of those that give crisis counselling or a debriefing. */
  | 'CRISIS_EVENT_NOT_COVERED'
  /** What is covered depends on the day of the diagnosis, and that day is not known. */
  | 'DIAGNOSIS_DATE_MISSING'
  /** This treatment is covered for six months from the diagnosis, and they are over. */
  | 'DIAGNOSIS_SIX_MONTHS_EXPIRED'
  /** An emergency is not covered, except by crisis counselling. */
  | 'EMERGENCY_NOT_COVERED'
  /** What caused the complaint is one of the causes the insurance does not cover. */
  | 'EXCLUDED_CAUSE'
  /** The condition is excluded from this treatment. */
  | 'EXCLUDED_CONDITION'
  /** Something is on record that a person has to look at. */
  | 'FACTS_ON_RECORD'
  /** Follow-up checks are covered for 24 months after the last treatment, and they are over. */
  | 'FOLLOW_UP_EXPIRED'
  /** One check follows an operation, and it has taken place or is booked; repeated checks are not covered. */
  | 'FOLLOW_UP_REPEATED'
  /** The condition falls under the public scheme of free physiotherapy. */
  | 'FREE_PHYSIO_SCHEME'
  /** The treatments of the calendar year are used up. */
  | 'LIMIT_CALENDAR_YEAR'
  /** The treatments for the whole insurance period are used up. */
  | 'LIMIT_INSURANCE_PERIOD'
  /** The treatments for one disease or injury are used up. */
  | 'LIMIT_PER_CLAIM'
  /** This treatment is covered only with a provider of the network or the designated centre. */
  | 'NETWORK_ONLY'
  /** The complaint is not new, or has been treated before. */
  | 'NOT_NEW'
  /** The insurer has not approved the treatment on or before its date. */
  | 'NOT_PRE_APPROVED'
  /** The claim was not reported online. */
  | 'NOT_REPORTED_ONLINE'
  /** The complaint is not one of those counted as uncomplicated. */
  | 'NOT_UNCOMPLICATED'
  /** The disorder is not, or not beyond doubt, related to the employee's working life. */
  | 'NOT_WORK_RELATED'
  /** Another form of treatment is running, and only one is covered at a time. */
  | 'ONE_FORM_AT_A_TIME'
  /** The claim is handled under an optional cover that is not stated in the policy. */
  | 'OPTIONAL_COVER_MISSING'
  /** The treatment takes place outside Denmark; Greenland and the Faroe Islands are outside. */
  | 'OUTSIDE_DENMARK'
  /** The child's treatment has begun with a psychologist of own choice, so the network is closed for this complaint. */
  | 'OWN_CHOICE_ALREADY_STARTED'
  /** A therapist of own choice is approved by the health team. */
  | 'OWN_CHOICE_NOT_AUTOMATIC'
  /** The treatment was begun or planned before the cover started. */
  | 'PLANNED_BEFORE_START'
  /** The portion of treatments the health team has allocated is used up. */
  | 'PORTION_EXHAUSTED'
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
  /** The public system offers the treatment within the guarantee or as a package programme, and goes first. */
  | 'PUBLIC_OFFER_MUST_BE_USED'
  /** The treatment needs a doctor's referral dated on or before it. */
  | 'REFERRAL_MISSING'
  /** The referral is of a type that is not accepted for this treatment. */
  | 'REFERRAL_WRONG_TYPE'
  /** The three months of run-off after the end of the cover are over. */
  | 'RUN_OFF_EXPIRED'
  /** Only physiotherapy is approved automatically. */
  | 'SERVICE_NOT_AUTOMATIC'
  /** The product does not include this treatment under the cover the claim is handled under. */
  | 'SERVICE_NOT_IN_PRODUCT'
  /** The calendar year's treatments of this form inside the larger number are used up. */
  | 'SUBLIMIT_CALENDAR_YEAR'
  /** Automatic approval is switched off. */
  | 'SWITCHED_OFF'
  /** The condition was there before the cover started, or the treatment is for addiction, and the waiting period is not over. */
  | 'WAITING_PERIOD';

/** How surely a person is the one that was asked for. */
export type MatchCertainty =
  /** What was said is what is on record. */
  | 'EXACT'
  /** Spelled another way, or with initials. */
  | 'LIKELY'
  /** But for a slip or two. */
  | 'POSSIBLE';

/** What the insurer's doctors and nurses can decide against what the rules derive. */
export type MedicalDecisionKind =
  /** A condition on no list of chronic ones is held to be chronic in this case (GEN-CHRONIC-DEF). */
  | 'CHRONIC'
  /** A condition on no list, or covered in serious cases only, is accepted (CLM-OTHER-CONDITION, COV-VARICOSE, COV-CANCER). */
  | 'CONDITION_ACCEPTED'
  /** One, for medical reasons (TRN-ESCORT). */
  | 'MEDICAL_ESCORT'
  /** A condition listed as chronic is held not to be chronic in this case (GEN-CHRONIC-DEF). */
  | 'NOT_CHRONIC'
  /** As the specialist prescribed (TRN-RECUMBENT). */
  | 'RECUMBENT_TRANSPORT'
  /** Several forms of treatment are allowed at the same time (CLM-ONE-FORM). */
  | 'SEVERAL_FORMS'
  /** To a place of treatment more than 60 km away (TRN-60KM). */
  | 'TRANSPORT_AUTHORISED'
  /** A service that its section leaves to the doctors is given (COV-SECOND-OPINION, COV-REOP, COV-TRIPARTITE, COV-CRISIS-DEBRIEF). */
  | 'TREATMENT_GRANTED';

/** Moves a claim from a therapist of own choice into the network. */
export type MoveToNetworkInput = {
  /** The claim, approved for own choice. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** Why, 3 to 300 characters, e.g. that the member wishes another therapist; no diagnosis. */
  readonly reason: string;
};

/** Where a search starts. Exactly one of postalCode, location and home. */
export type NearInput = {
  /** True: the home of the member whose claim is in claimId. */
  readonly home?: boolean | null | undefined;
  /** A point on the map. */
  readonly location?: CoordinatesInput | null | undefined;
  /** A postal code of street addresses. */
  readonly postalCode?: string | null | undefined;
};

/** Reports a complaint. */
export type OpenClaimInput = {
  /** What caused it, of the causes that are not covered; a claim of which nobody asked is approved by a person only. */
  readonly cause?: ComplaintCause | null | undefined;
  /** The complaint. */
  readonly condition: ConditionInput;
  /** Members only: gives consent to share what treatment needs, by the text of this version. */
  readonly consentTextVersion?: string | null | undefined;
  /** Crisis counselling and debriefing only: the event. */
  readonly crisis?: CrisisInput | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Whom it is about: oneself, a child in one's custody, or any member for the health team. */
  readonly memberId: string;
  /** Who treats. */
  readonly mode?: TreatmentMode;
  /** The policy it rests on; needed only where several are in force. */
  readonly policyId?: string | null | undefined;
  /** Health team and claims system only: when it was received, if not now. */
  readonly receivedAt?: string | null | undefined;
  /** Health team and claims system only: the referral that came with the report. */
  readonly referral?: ReferralInput | null | undefined;
  /** Claims system and health team only: how it was reported, PHONE when left out. Members report online. */
  readonly reportedVia?: ReportChannel | null | undefined;
  /** The treatment asked for. */
  readonly service: ServiceCode;
  /** The cover it is handled under. Left out, it is found from the policy: the base cover where that includes the treatment, else the option that does; where several options do, one has to be named. */
  readonly under?: Cover | null | undefined;
  /** What the member asks for. */
  readonly wishes?: ClaimWishesInput | null | undefined;
  /** Whether it is caused by work (MEM-WORK-RELATED). */
  readonly workRelated?: WorkRelated;
};

/** Where an operation was done (COV-REOP). */
export type OperationPlace =
  /** At the centre designated by the insurer. */
  | 'DESIGNATED'
  /** Privately elsewhere. */
  | 'OTHER_PRIVATE'
  /** In the public system, or paid by it. */
  | 'PUBLIC';

/** Whether a payment guarantee can be relied on. */
export type PaymentGuaranteeState =
  /** The treatment took place; the payment is settled with the clinic. */
  | 'USED'
  /** The treatment may take place and is paid. */
  | 'VALID'
  /** The appointment or the claim ended without it. */
  | 'VOID';

/** What a policy has beside the base cover (MEM-OPTIONAL-COVER). */
export type PolicyOption =
  /** Option A. */
  | 'A'
  /** Option B. */
  | 'B'
  /** Option C. */
  | 'C'
  /** Cancer care. */
  | 'CANCER_CARE'
  /** Option E. */
  | 'E'
  /** Option F. */
  | 'F'
  /** Option G, the online doctor. */
  | 'G'
  /** Option H. */
  | 'H'
  /** Option K. */
  | 'K';

/** What a person is in a policy. */
export type PolicyRole =
  /** Co-insured child. */
  | 'CHILD'
  /** Employee. */
  | 'EMPLOYEE'
  /** Child under the company's contract. */
  | 'GROUP_CHILD'
  /** Policyholder. */
  | 'POLICYHOLDER'
  /** Spouse or partner. */
  | 'SPOUSE';

/** How a policy came about. */
export type PolicyScheme =
  /** Mandatory company scheme. */
  | 'MANDATORY'
  /** Private. */
  | 'PRIVATE'
  /** Voluntary company scheme. */
  | 'VOLUNTARY';

/** What a price is decided for: a kind of treatment, or what the insurer pays for beside it. Values may be added. */
export type PricedService =
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
  /** Convalescent care. */
  | 'CONVALESCENT_CARE'
  /** Cool Kids anxiety programme. */
  | 'COOL_KIDS'
  /** CPAP treatment of sleep apnoea. */
  | 'CPAP_TREATMENT'
  /** Emergency crisis counselling. */
  | 'CRISIS_COUNSELLING'
  /** Debriefing at the workplace. */
  | 'DEBRIEFING'
  /** Dental treatment. */
  | 'DENTAL'
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
  /** Hospice. */
  | 'HOSPICE'
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
  /** Transport. */
  | 'TRANSPORT'
  /** Tripartite talks about stress at work. */
  | 'TRIPARTITE_COUNSELLING';

/** The two insurances. */
export type Product =
  /** Flex, private health insurance. */
  | 'FLEX'
  /** Company health insurance. */
  | 'OCCUPATIONAL';

/** How a treatment goes, in the therapist's eyes. */
export type Progress =
  /** Improved. */
  | 'IMPROVED'
  /** Unchanged. */
  | 'UNCHANGED'
  /** Worse. */
  | 'WORSE';

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

/** What to do next for a promise. */
export type PromiseNextAction =
  /** Ring the psychologist on call: no contact with the member is on record yet. */
  | 'ASK_FOR_CONTACT'
  /** The promise is broken: book the earliest time there is and explain. */
  | 'BOOK_AT_ONCE'
  /** Call the member and book: few times or days are left. */
  | 'CALL_MEMBER'
  /** No time is left inside the guarantee: ask clinics for more, or another channel. */
  | 'FIND_CAPACITY'
  /** The booked appointment comes too late: find an earlier one, or record the member's wish. */
  | 'MOVE_FORWARD'
  /** Nothing to do. */
  | 'NONE'
  /** Offer the member a first appointment; there is choice. */
  | 'OFFER_APPOINTMENT';

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

/** A complaint about the denial of a claim. */
export type RecordComplaintInput = {
  /** The claim that was denied. */
  readonly claimId: string;
  /** Where the letter is kept; no content of it. */
  readonly documentReference?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Health team only: when it was received, if not now. */
  readonly receivedAt?: string | null | undefined;
};

/** What the civil register says today about custody of a child. */
export type RecordCustodyInput = {
  /** What the register says today. */
  readonly custody: CustodyAnswer;
  /** The adult. */
  readonly guardianId: string;
  /** The child. */
  readonly memberId: string;
};

/** Records exceptions of the guarantee. What is left out stays as it is. */
export type RecordExceptionInput = {
  /** The claim. */
  readonly claimId: string;
  /** An offer the member rejected (GUA-EXC-DECLINED); added to those on record. */
  readonly declinedOffer?: DeclinedOfferInput | null | undefined;
  /** Needs help sooner than planned treatment can give (CLM-EMERGENCY). */
  readonly emergency?: boolean | null | undefined;
  /** Version it rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** Working days granted in all for a major conflict or an unforeseeable event, with a reason (GUA-EXC-EXTENSION). */
  readonly extensionWorkingDays?: number | null | undefined;
  /** Highly specialised; belongs to the public system (GUA-EXC-SPECIALISED). */
  readonly highlySpecialised?: boolean | null | undefined;
  /** Postponed for medical reasons (GUA-EXC-POSTPONED). */
  readonly medicallyPostponed?: boolean | null | undefined;
  /** Starting within the period is not medically appropriate (GUA-EXC-MEDICAL). */
  readonly notMedicallyAppropriate?: boolean | null | undefined;
  /** Earliest appointment the public system has offered or can offer; null takes it back (GUA-EXC-PUBLIC). */
  readonly publicOfferOn?: string | null | undefined;
  /** Why, 3 to 300 characters; needed for an extension. No diagnosis. */
  readonly reason?: string | null | undefined;
  /** Earliest day the member wishes; null takes a wish back (GUA-EXC-LATER). The member may record this. */
  readonly wishedNotBefore?: string | null | undefined;
};

/** Records facts of a claim. What is left out stays as it is. */
export type RecordInformationInput = {
  /** Health team only: when it was found sufficient. */
  readonly approvedAt?: string | null | undefined;
  /** Health team only: what caused it, of the causes that are not covered. */
  readonly cause?: ComplaintCause | null | undefined;
  /** The claim. */
  readonly claimId: string;
  /** Health team only: the condition. */
  readonly condition?: ConditionFactsInput | null | undefined;
  /** Version it rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** Health team only: rare facts of the case. */
  readonly facts?: ClaimFlagsInput | null | undefined;
  /** Health team only: the event was reported to the police (COV-CRISIS-POLICE). */
  readonly policeReported?: boolean | null | undefined;
  /** Health team only: where the operation was done that a re-operation follows (COV-REOP). */
  readonly primaryOperation?: OperationPlace | null | undefined;
  /** When the last needed information was received. */
  readonly receivedAt?: string | null | undefined;
  /** The doctor's referral or recommendation. */
  readonly referral?: ReferralInput | null | undefined;
  /** Health team only: a referral or recommendation is asked for (REF-GENERAL). */
  readonly referralRequested?: boolean | null | undefined;
  /** More information is needed; the clock waits for it (GUA-CLOCK-INFO). */
  readonly required?: boolean | null | undefined;
  /** Health team only: whether it is caused by work (MEM-WORK-RELATED). */
  readonly workRelated?: WorkRelated | null | undefined;
};

/** A medical decision about a claim, or that it is taken back. */
export type RecordMedicalDecisionInput = {
  /** The claim. */
  readonly claimId: string;
  /** Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster. */
  readonly expectedVersion?: number | null | undefined;
  /** What is decided. */
  readonly kind: MedicalDecisionKind;
  /** Why, 3 to 300 characters; no diagnosis. */
  readonly reason: string;
  /** True takes a decision back. */
  readonly withdrawn?: boolean;
};

/** A doctor's referral or recommendation. Its text stays elsewhere. */
export type ReferralInput = {
  /** Day of issue; it must exist before treatment begins (REF-BEFORE-START). */
  readonly issuedOn: string;
  /** What the doctor wrote. */
  readonly type: ReferralType;
};

/** What a doctor has written. */
export type ReferralType =
  /** Referral from one's own doctor. */
  | 'GP'
  /** Doctor's recommendation. */
  | 'RECOMMENDATION'
  /** Referral from a specialist. */
  | 'SPECIALIST';

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

/** A first-time caller whom the policy system has not brought in yet. */
export type RegisterMemberInput = {
  /** Birth date. */
  readonly birthDate: string;
  /** Civil registration number: by it the policy system's message finds the same person. Without it there will be two. */
  readonly civilNumber?: string | null | undefined;
  /** E-mail. */
  readonly email?: string | null | undefined;
  /** Family name. */
  readonly familyName: string;
  /** Given names. */
  readonly givenNames: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Telephone; eight digits are Danish. */
  readonly phone?: string | null | undefined;
  /** The cover as told: a claim may be reported on it, and approved once the policy system confirms it. */
  readonly policy?: ToldPolicyInput | null | undefined;
  /** Postal code. */
  readonly postalCode?: string | null | undefined;
};

/** How a payout that was stopped goes on. */
export type ReimbursementPayoutEnding =
  /** The claims system has paid it; nothing more is paid from here. */
  | 'PAID_ELSEWHERE'
  /** The member has a NemKonto now; it is part of the next batch. */
  | 'PAY_AGAIN';

/** How far a reimbursement is paid out. */
export type ReimbursementPayoutState =
  /** Accepted by the bank. */
  | 'ACCEPTED'
  /** In a batch. */
  | 'BATCHED'
  /** Paid. */
  | 'PAID'
  /** Paid by other means. */
  | 'PAID_ELSEWHERE'
  /** To be paid. */
  | 'READY'
  /** Sent to the bank. */
  | 'SENT'
  /** The bank found no account to pay to; somebody of the health team says how it goes on. */
  | 'STOPPED';

/** How a claim was reported (CLM-REPORT-CHANNELS). */
export type ReportChannel =
  /** In the portal: it may be approved automatically (CLM-AUTO-APPROVE). */
  | 'ONLINE'
  /** By phone, to the health team. */
  | 'PHONE';

/** Asks that a person be erased. */
export type RequestErasureInput = {
  /** Ground of GDPR article 17(1). */
  readonly ground: ErasureGround;
  /** The member. */
  readonly memberId: string;
};

/** Asks a therapist how a treatment goes. */
export type RequestStatusReportInput = {
  /** An appointment of the claim: its clinic is asked and answers itself. Left out for a therapist outside the network. */
  readonly bookingId?: string | null | undefined;
  /** The claim. */
  readonly claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** What is asked, 3 to 300 characters; the clinic reads it. No diagnosis. */
  readonly question: string;
};

/** Moves an appointment to another time. */
export type RescheduleBookingInput = {
  /** The confirmed booking to move. */
  readonly bookingId: string;
  /** Refuse if the booking has another version by now. */
  readonly expectedVersion?: number | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** Health team only: why a refusal that the rules leave room for is set aside. Audited. */
  readonly overrideReason?: string | null | undefined;
  /** The slot to move it to. */
  readonly slotId: string;
};

/** Says how a payout goes on that was stopped. */
export type ResolvePayoutInput = {
  /** How it goes on. */
  readonly ending: ReimbursementPayoutEnding;
  /** Repeating a request with the same key has one effect; kept 720 hours. */
  readonly idempotencyKey: string;
  /** The reimbursement; its payout is STOPPED. */
  readonly reimbursementId: string;
};

/** How far the search for a first appointment had gone. */
export type SearchStep =
  /** Anywhere. */
  | 'ANYWHERE'
  /** The wished way of meeting, within the distance usual for the service. */
  | 'NEAR'
  /** In a crisis: by telephone. */
  | 'ON_CALL'
  /** Another way of meeting. */
  | 'OTHER_CHANNEL'
  /** The same, up to the distance that is the member's own affair. */
  | 'WIDER';

/** Who runs a place of treatment. */
export type Sector =
  /** A private clinic of the network. */
  | 'PRIVATE'
  /** The public system. */
  | 'PUBLIC';

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

/** What a member has handed in. */
export type SubmissionKind =
  /** Of a treatment of the member's own choice. */
  | 'BILL'
  /** A referral. */
  | 'REFERRAL';

/** How what was handed in stands. */
export type SubmissionState =
  /** Accepted. */
  | 'ACCEPTED'
  /** The note says why. */
  | 'REJECTED'
  /** The health team has not looked at it yet. */
  | 'WAITING';

/** A document as facts: exactly one of referral and bill. */
export type SubmitDocumentInput = {
  /** The bill. */
  readonly bill?: BillInput | null | undefined;
  /** The claim. */
  readonly claimId: string;
  /** Where the document is kept, e.g. its number in the portal's archive; no content of it. */
  readonly documentReference: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** The doctor's referral or recommendation. */
  readonly referral?: ReferralInput | null | undefined;
};

/** Whom 'danmark' pays its subsidy (PRC-DANMARK). */
export type SubsidyPayee =
  /** The insurer. */
  | 'INSURER'
  /** The member. */
  | 'MEMBER';

/** Puts a case on one's own list, or gives it back. */
export type TakeClaimInput = {
  /** The claim. */
  readonly claimId: string;
  /** True: it is mine from now on, whoever had it. False: nobody's, and refused where it is another's. */
  readonly mine?: boolean;
};

/** Which part of the health team a treatment is the work of. */
export type Team =
  /** Mental treatment. */
  | 'MENTAL'
  /** Everything else. */
  | 'OTHER'
  /** Physical treatment. */
  | 'PHYSICAL'
  /** Specialists and hospitals. */
  | 'SPECIALIST';

/** Part of the day, by the Danish clock. */
export type TimeOfDay =
  /** From noon until five. */
  | 'AFTERNOON'
  /** From five. */
  | 'EVENING'
  /** Before noon. */
  | 'MORNING';

/** The cover a caller says they have. */
export type ToldPolicyInput = {
  /** First day of cover. */
  readonly coverStart: string;
  /** The insurance. */
  readonly product: Product;
  /** What the person is in it. */
  readonly role: PolicyRole;
  /** How it came about. */
  readonly scheme: PolicyScheme;
};

/** What became of a treatment that is priced. */
export type TreatmentEvent =
  /** Attended. */
  | 'ATTENDED'
  /** Cancelled in time. */
  | 'CANCELLED_IN_TIME'
  /** Cancelled too late. */
  | 'LATE_CANCELLATION'
  /** Did not come. */
  | 'NO_SHOW'
  /** Cancelled by the clinic. */
  | 'PROVIDER_CANCELLED';

/** Who treats: the network, or somebody the member has chosen. */
export type TreatmentMode =
  /** In the network, or at the designated centre. */
  | 'NETWORK'
  /** With a therapist outside the network whom the member has chosen. */
  | 'OWN_CHOICE';

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

/** A wish about who treats, and how. */
export type Wish =
  /** Way of meeting. */
  | 'CHANNEL'
  /** Gender of the practitioner. */
  | 'GENDER'
  /** Language of the treatment. */
  | 'LANGUAGE';

/** Takes an authority back. */
export type WithdrawAuthorityInput = {
  /** The authority. */
  readonly authorityId: string;
};

/** What waits for the health team. Values may be added. */
export type WorkKind =
  /** The promise has no place left (see promiseBoard). */
  | 'AT_RISK'
  /** Within seven working days (CMP-7WD). */
  | 'COMPLAINT'
  /** An appointment or a promise stands on a policy that no longer carries it. */
  | 'COVER_LOST'
  /** Nothing fitted inside the promise. */
  | 'ESCALATED'
  /** Information has been received and not been found sufficient yet. */
  | 'INFORMATION'
  /** Everything is here and nobody has decided yet (CLM-RESPONSE-2BD). */
  | 'REPORT'
  /** The member has handed in a referral or a bill. */
  | 'SUBMISSION';

/** Whether a complaint is caused by work (MEM-WORK-RELATED). */
export type WorkRelated =
  /** In doubt. */
  | 'DOUBT'
  /** Not caused by work. */
  | 'NO'
  /** Caused by work. */
  | 'YES';

export type AllocateTreatmentsMutationVariables = Exact<{
  input: AllocateTreatmentsInput;
}>;


export type AllocateTreatmentsMutation = { readonly allocateTreatments: { readonly __typename: 'AllocateTreatmentsPayload', readonly replayed: boolean, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly portion: { readonly __typename: 'Portion', readonly authorised: number, readonly used: number } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type AnswerComplaintMutationVariables = Exact<{
  input: AnswerComplaintInput;
}>;


export type AnswerComplaintMutation = { readonly answerComplaint: { readonly __typename: 'AnswerComplaintPayload', readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly answeredAt: string | null, readonly answer: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type AnswerStatusReportMutationVariables = Exact<{
  input: AnswerStatusReportInput;
}>;


export type AnswerStatusReportMutation = { readonly answerStatusReport: { readonly __typename: 'AnswerStatusReportPayload', readonly statusReport: { readonly __typename: 'StatusReport', readonly id: string, readonly progress: Progress | null, readonly treatmentsNeeded: number | null, readonly justification: string | null, readonly writtenOn: string | null, readonly answeredAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ApproveClaimMutationVariables = Exact<{
  input: ApproveClaimInput;
}>;


export type ApproveClaimMutation = { readonly approveClaim: { readonly __typename: 'ApproveClaimPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ApproveErasureMutationVariables = Exact<{
  input: ApproveErasureInput;
}>;


export type ApproveErasureMutation = { readonly approveErasure: { readonly __typename: 'ErasurePayload', readonly request: { readonly __typename: 'ErasureRequest', readonly id: string, readonly ground: ErasureGround, readonly state: ErasureState, readonly requestedAt: string, readonly approvedAt: string | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type BoardScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PromiseFilter | null | undefined;
  alternatives?: boolean;
  language?: Language;
}>;


export type BoardScreenQuery = { readonly promiseCounts: { readonly __typename: 'PromiseCounts', readonly breached: number | null, readonly atRisk: number | null, readonly tight: number | null, readonly safe: number | null, readonly met: number | null }, readonly promiseBoard: { readonly __typename: 'PromiseEntryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'PromiseEntryEdge', readonly node: { readonly __typename: 'PromiseEntry', readonly state: PromiseState, readonly deadlineAt: string, readonly latestOn: string | null, readonly targetOn: string | null, readonly marginWorkingDays: number, readonly nextAction: PromiseNextAction, readonly nextStep: string, readonly setAsideWishes: ReadonlyArray<Wish>, readonly region: Region | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly certificate: { readonly __typename: 'PromiseCertificate', readonly text: string, readonly short: number } | null, readonly alternatives?: ReadonlyArray<{ readonly __typename: 'Provider', readonly id: string, readonly distanceKm: number | null, readonly earliestAt: string | null, readonly marginWorkingDays: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly nextSlots: ReadonlyArray<{ readonly __typename: 'NextSlot', readonly startsAt: string, readonly channel: Channel, readonly slot: { readonly __typename: 'Slot', readonly id: string } }>, readonly price: { readonly __typename: 'Quote', readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null }>, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly phone: string | null, readonly address: { readonly __typename: 'Address', readonly postalCode: string, readonly town: string } | null } | null, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly handledBy: string | null, readonly isMine: boolean, readonly reference: string, readonly state: ClaimState, readonly firstBooking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } | null } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BookFirstAppointmentMutationVariables = Exact<{
  input: BookFirstAppointmentInput;
  language?: Language;
}>;


export type BookFirstAppointmentMutation = { readonly bookFirstAppointment: { readonly __typename: 'BookFirstAppointmentPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly standing: PromiseStanding | null, readonly latestOn: string | null, readonly freeCancellationUntil: string, readonly version: number, readonly slot: { readonly __typename: 'Slot', readonly id: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly chosenBecause: ReadonlyArray<{ readonly __typename: 'ChoiceReason', readonly code: ChoiceReasonCode, readonly message: string, readonly rule: string | null, readonly clause: string | null }>, readonly quote: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> } } | null, readonly tried: ReadonlyArray<{ readonly __typename: 'SearchTried', readonly step: SearchStep, readonly withinKm: number | null, readonly channels: ReadonlyArray<Channel>, readonly found: number, readonly harmful: number, readonly refused: ReadonlyArray<ErrorCode> }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type BookSlotMutationVariables = Exact<{
  input: BookSlotInput;
  language?: Language;
}>;


export type BookSlotMutation = { readonly bookSlot: { readonly __typename: 'BookSlotPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly standing: PromiseStanding | null, readonly latestOn: string | null, readonly freeCancellationUntil: string, readonly version: number, readonly slot: { readonly __typename: 'Slot', readonly id: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly chosenBecause: ReadonlyArray<{ readonly __typename: 'ChoiceReason', readonly code: ChoiceReasonCode, readonly message: string, readonly rule: string | null, readonly clause: string | null }>, readonly quote: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> } } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'Slot', readonly id: string, readonly startsAt: string, readonly channel: Channel, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type BookingChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type BookingChangedSubscription = { readonly bookingChanged: { readonly __typename: 'BookingChange', readonly change: BookingChangeKind, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState } } };

export type BookingsQueryVariables = Exact<{
  filter?: BookingFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type BookingsQuery = { readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly standing: PromiseStanding | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type CancelBookingMutation = { readonly cancelBooking: { readonly __typename: 'CancelBookingPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState } | null, readonly terms: { readonly __typename: 'CancellationTerms', readonly state: BookingState, readonly late: boolean, readonly freeUntil: string, readonly memberMayBeCharged: boolean, readonly treatmentReturned: boolean, readonly guarantee: GuaranteeEffect } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CaseScreenQueryVariables = Exact<{
  id: string;
  first: number;
  language?: Language;
}>;


export type CaseScreenQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly handledBy: string | null, readonly isMine: boolean, readonly state: ClaimState, readonly version: number, readonly under: Cover, readonly mode: TreatmentMode, readonly product: Product, readonly receivedAt: string, readonly approvedAt: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly condition: { readonly __typename: 'Condition', readonly code: ConditionCode, readonly aroseOn: string, readonly diagnosedOn: string | null, readonly chronic: boolean }, readonly information: { readonly __typename: 'ClaimInformation', readonly required: boolean, readonly needs: ReadonlyArray<InformationNeed>, readonly receivedAt: string | null, readonly approvedAt: string | null }, readonly manualCheck: ReadonlyArray<{ readonly __typename: 'ManualCheck', readonly code: ManualCheckCode, readonly message: string }>, readonly portion: { readonly __typename: 'Portion', readonly authorised: number, readonly used: number, readonly remaining: number } | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthDate: string, readonly phone: string | null, readonly email: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } | null } | null, readonly policy: { readonly __typename: 'Policy', readonly id: string, readonly product: Product, readonly role: PolicyRole, readonly coverStart: string, readonly coverEnd: string | null, readonly options: ReadonlyArray<PolicyOption>, readonly suspended: boolean } | null, readonly derivation: { readonly __typename: 'GuaranteeDerivation', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState, readonly steps: ReadonlyArray<{ readonly __typename: 'GuaranteeStep', readonly kind: GuaranteeStepKind, readonly on: string | null, readonly message: string, readonly rule: string, readonly clauseInWords: string }>, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string, readonly remedy: string | null }> } | null, readonly denials: ReadonlyArray<{ readonly __typename: 'Denial', readonly note: string | null, readonly decidedAt: string, readonly complaintThrough: string, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clauseInWords: string, readonly message: string, readonly remedy: string | null }>, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly receivedAt: string, readonly dueOn: string, readonly documentReference: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string } } | null }>, readonly submissions: ReadonlyArray<{ readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly submittedAt: string, readonly decidedAt: string | null, readonly note: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }>, readonly decisions: { readonly __typename: 'DecisionConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'DecisionEdge', readonly node: { readonly __typename: 'Decision', readonly id: string, readonly kind: DecisionKind, readonly decidedAt: string, readonly ruleVersion: string, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clauseInWords: string, readonly message: string, readonly remedy: string | null }> | null, readonly facts:
            | { readonly __typename: 'CoverageFacts', readonly treatedOn: string, readonly marks: ReadonlyArray<DecisionMark>, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }
            | { readonly __typename: 'GuaranteeFacts', readonly receivedAt: string, readonly approvedAt: string | null }
            | { readonly __typename: 'PriceFacts', readonly treatedOn: string, readonly event: TreatmentEvent, readonly marks: ReadonlyArray<DecisionMark>, readonly pricedFor: PricedService }
           | null, readonly answer:
            | { readonly __typename: 'CoverageAnswer', readonly covered: boolean, readonly notes: ReadonlyArray<CoverageNote>, readonly treatmentsRemaining: number | null }
            | { readonly __typename: 'GuaranteeAnswer', readonly outcome: GuaranteeOutcome, readonly targetOn: string | null, readonly latestOn: string | null }
            | { readonly __typename: 'PriceAnswer', readonly insurerPaysClinic: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } }
           } }> }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } }> }, readonly history: { readonly __typename: 'ClaimEventConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEventEdge', readonly node: { readonly __typename: 'ClaimEvent', readonly id: string, readonly kind: ClaimEventKind, readonly at: string, readonly actorRole: ViewerRole, readonly reason: string | null, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clauseInWords: string, readonly message: string, readonly remedy: string | null }> } }> } } | null };

export type ChangesScreenQueryVariables = Exact<{
  first: number;
  from: string;
  language?: Language;
}>;


export type ChangesScreenQuery = { readonly coverLosses: { readonly __typename: 'CoverLossConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'CoverLossEdge', readonly node: { readonly __typename: 'CoverLoss', readonly id: string, readonly todo: CoverLossTodo, readonly foundAt: string, readonly startsAt: string | null, readonly endedAt: string | null, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string }>, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly phone: string | null } } }> }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly endedAt: string | null, readonly endReason: string | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string } | null, readonly movedTo: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } | null } }> }, readonly withoutTime: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly endedAt: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly phone: string | null } | null, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly certificate: { readonly __typename: 'PromiseCertificate', readonly text: string } | null, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string } }> } } | null } }> } };

export type ClaimQueryVariables = Exact<{
  id: string;
}>;


export type ClaimQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly under: Cover, readonly mode: TreatmentMode, readonly receivedAt: string, readonly approvedAt: string | null, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly condition: { readonly __typename: 'Condition', readonly code: ConditionCode }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState } } | null };

export type ClaimPaymentGuaranteeQueryVariables = Exact<{
  claimId: string;
  language: Language;
}>;


export type ClaimPaymentGuaranteeQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly treatments: number | null, readonly ownChoice: boolean, readonly startsAt: string | null, readonly validThrough: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } } | null } | null };

export type ClaimsQueryVariables = Exact<{
  filter?: ClaimFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ClaimsQuery = { readonly claims: { readonly __typename: 'ClaimConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEdge', readonly node: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly latestOn: string | null, readonly promiseState: PromiseState } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CloseClaimMutationVariables = Exact<{
  input: CloseClaimInput;
}>;


export type CloseClaimMutation = { readonly closeClaim: { readonly __typename: 'CloseClaimPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly state: ClaimState } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CompleteClaimMutationVariables = Exact<{
  input: CompleteClaimInput;
}>;


export type CompleteClaimMutation = { readonly completeClaim: { readonly __typename: 'CompleteClaimPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly state: ClaimState } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ConsentsQueryVariables = Exact<{
  id: string;
}>;


export type ConsentsQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly consents: ReadonlyArray<{ readonly __typename: 'Consent', readonly id: string, readonly purpose: ConsentPurpose, readonly state: ConsentState, readonly givenOn: string, readonly expiresOn: string, readonly withdrawnOn: string | null }> } | null };

export type CoverLossesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  language?: Language;
}>;


export type CoverLossesQuery = { readonly coverLosses: { readonly __typename: 'CoverLossConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'CoverLossEdge', readonly node: { readonly __typename: 'CoverLoss', readonly id: string, readonly startsAt: string | null, readonly todo: CoverLossTodo, readonly foundAt: string, readonly endedAt: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string }, readonly policy: { readonly __typename: 'Policy', readonly id: string, readonly coverStart: string, readonly coverEnd: string | null, readonly suspended: boolean }, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string } | null, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type DecideReimbursementMutationVariables = Exact<{
  input: DecideReimbursementInput;
  language?: Language;
}>;


export type DecideReimbursementMutation = { readonly decideReimbursement: { readonly __typename: 'DecideReimbursementPayload', readonly replayed: boolean, readonly reimbursement: { readonly __typename: 'Reimbursement', readonly id: string, readonly reimbursed: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DecideSubmissionMutationVariables = Exact<{
  input: DecideSubmissionInput;
}>;


export type DecideSubmissionMutation = { readonly decideSubmission: { readonly __typename: 'DecideSubmissionPayload', readonly submission: { readonly __typename: 'Submission', readonly id: string, readonly state: SubmissionState, readonly note: string | null, readonly decidedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type DecisionsQueryVariables = Exact<{
  claimId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type DecisionsQuery = { readonly claim: { readonly __typename: 'Claim', readonly decisions: { readonly __typename: 'DecisionConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'DecisionEdge', readonly node: { readonly __typename: 'Decision', readonly id: string, readonly kind: DecisionKind, readonly decidedAt: string, readonly ruleVersion: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type DenialsQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type DenialsQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly state: ClaimState, readonly denials: ReadonlyArray<{ readonly __typename: 'Denial', readonly note: string | null, readonly decidedAt: string, readonly complaintThrough: string, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clauseInWords: string, readonly message: string, readonly remedy: string | null }>, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly receivedAt: string, readonly dueOn: string, readonly documentReference: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string } } | null }>, readonly submissions: ReadonlyArray<{ readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly submittedAt: string, readonly decidedAt: string | null, readonly note: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }> } | null };

export type DenyClaimMutationVariables = Exact<{
  input: DenyClaimInput;
}>;


export type DenyClaimMutation = { readonly denyClaim: { readonly __typename: 'DenyClaimPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DesignateMutationVariables = Exact<{
  input: DesignateInput;
}>;


export type DesignateMutation = { readonly designate: { readonly __typename: 'DesignatePayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly version: number, readonly designations: ReadonlyArray<{ readonly __typename: 'Designation', readonly reason: string, readonly designatedAt: string, readonly endedAt: string | null, readonly distanceKm: number | null, readonly transport: boolean, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string } | null }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ErasureRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ErasureRequestsQuery = { readonly erasureRequests: { readonly __typename: 'ErasureRequestConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ErasureRequestEdge', readonly node: { readonly __typename: 'ErasureRequest', readonly id: string, readonly ground: ErasureGround, readonly state: ErasureState, readonly requestedAt: string, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FindAndBookScreenQueryVariables = Exact<{
  claimId: string;
  near: NearInput;
  first: number;
  after?: string | null | undefined;
  order?: ProviderOrder;
  language?: Language;
}>;


export type FindAndBookScreenQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthYear: number, readonly phone: string | null } | null, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState }, readonly wishes: { readonly __typename: 'ClaimWishes', readonly channel: Channel | null, readonly gender: Gender | null, readonly language: string | null, readonly postalCode: string | null, readonly timeOfDay: TimeOfDay | null }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly clinic: { readonly __typename: 'Clinic', readonly id: string } } }> }, readonly holds: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string, readonly expiresAt: string, readonly slot: { readonly __typename: 'Slot', readonly id: string } }>, readonly providers: { readonly __typename: 'ProviderConnection', readonly setAsideWishes: ReadonlyArray<Wish>, readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderEdge', readonly node: { readonly __typename: 'Provider', readonly id: string, readonly distanceKm: number | null, readonly earliestAt: string | null, readonly marginWorkingDays: number | null, readonly price: { readonly __typename: 'Quote', readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } } | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly phone: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } }, readonly nextSlots: ReadonlyArray<{ readonly __typename: 'NextSlot', readonly startsAt: string, readonly channel: Channel, readonly freeUnits: number, readonly slot: { readonly __typename: 'Slot', readonly id: string }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> } } | null };

export type FindProvidersQueryVariables = Exact<{
  near: NearInput;
  service: ServiceCode;
  claimId?: string | null | undefined;
  order: ProviderOrder;
  earliestBy?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type FindProvidersQuery = { readonly providers: { readonly __typename: 'ProviderConnection', readonly heldWishes: ReadonlyArray<Wish>, readonly setAsideWishes: ReadonlyArray<Wish>, readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderEdge', readonly node: { readonly __typename: 'Provider', readonly id: string, readonly distanceKm: number | null, readonly earliestAt: string | null, readonly latestOn: string | null, readonly marginWorkingDays: number | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly lastSyncedAt: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } }, readonly nextSlots: ReadonlyArray<{ readonly __typename: 'NextSlot', readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly slot: { readonly __typename: 'Slot', readonly id: string } }>, readonly price: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string } } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly remedy: string | null }> } };

export type GiveConsentMutationVariables = Exact<{
  input: GiveConsentInput;
}>;


export type GiveConsentMutation = { readonly giveConsent: { readonly __typename: 'GiveConsentPayload', readonly replayed: boolean, readonly consent: { readonly __typename: 'Consent', readonly id: string, readonly givenOn: string, readonly expiresOn: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type GrantAuthorityMutationVariables = Exact<{
  input: GrantAuthorityInput;
}>;


export type GrantAuthorityMutation = { readonly grantAuthority: { readonly __typename: 'GrantAuthorityPayload', readonly replayed: boolean, readonly authority: { readonly __typename: 'Authority', readonly id: string, readonly thirdParty: string | null, readonly scopes: ReadonlyArray<AuthorityScope>, readonly validFrom: string, readonly validThrough: string, readonly withdrawnAt: string | null, readonly state: AuthorityState, readonly representative: { readonly __typename: 'Member', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type GuaranteeQueryVariables = Exact<{
  claimId: string;
  language?: Language;
}>;


export type GuaranteeQuery = { readonly claim: { readonly __typename: 'Claim', readonly derivation: { readonly __typename: 'GuaranteeDerivation', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState, readonly steps: ReadonlyArray<{ readonly __typename: 'GuaranteeStep', readonly kind: GuaranteeStepKind, readonly at: string | null, readonly on: string | null, readonly sets: boolean, readonly rule: string, readonly clause: string, readonly message: string }>, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string }>, readonly firstAppointment: { readonly __typename: 'FirstAppointment', readonly standing: PromiseStanding | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly startsAt: string } } | null } | null } | null };

export type HandleCoverLossMutationVariables = Exact<{
  input: HandleCoverLossInput;
}>;


export type HandleCoverLossMutation = { readonly handleCoverLoss: { readonly __typename: 'HandleCoverLossPayload', readonly coverLoss: { readonly __typename: 'CoverLoss', readonly id: string, readonly todo: CoverLossTodo, readonly endedAt: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type LookUpMembersQueryVariables = Exact<{
  input: LookUpMembersInput;
}>;


export type LookUpMembersQuery = { readonly lookUpMembers: ReadonlyArray<{ readonly __typename: 'MemberMatch', readonly certainty: MatchCertainty, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthDate: string, readonly civilNumberMasked: string, readonly phone: string | null, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly product: Product, readonly role: PolicyRole, readonly coverStart: string, readonly coverEnd: string | null, readonly options: ReadonlyArray<PolicyOption>, readonly suspended: boolean, readonly confirmed: boolean }> } }> };

export type MemberScreenQueryVariables = Exact<{
  id: string;
  first: number;
  language?: Language;
}>;


export type MemberScreenQuery = { readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthDate: string, readonly civilNumberMasked: string, readonly phone: string | null, readonly email: string | null, readonly protectedAddress: boolean, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } | null, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly product: Product, readonly role: PolicyRole, readonly coverStart: string, readonly coverEnd: string | null, readonly options: ReadonlyArray<PolicyOption>, readonly suspended: boolean, readonly confirmed: boolean, readonly limits: ReadonlyArray<{ readonly __typename: 'LimitBalance', readonly rule: string, readonly period: LimitPeriod, readonly allowed: number, readonly used: number, readonly remaining: number, readonly under: Cover, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> }> }>, readonly claims: { readonly __typename: 'ClaimConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEdge', readonly node: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly receivedAt: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly latestOn: string | null, readonly promiseState: PromiseState } } }> }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } }> } } | null, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> };

export type MoveToNetworkMutationVariables = Exact<{
  input: MoveToNetworkInput;
}>;


export type MoveToNetworkMutation = { readonly moveToNetwork: { readonly __typename: 'MoveToNetworkPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly mode: TreatmentMode, readonly movedAt: string | null, readonly version: number, readonly portion: { readonly __typename: 'Portion', readonly authorised: number, readonly used: number, readonly remaining: number } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type OpenClaimMutationVariables = Exact<{
  input: OpenClaimInput;
}>;


export type OpenClaimMutation = { readonly openClaim: { readonly __typename: 'OpenClaimPayload', readonly replayed: boolean, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type PaymentGuaranteeQueryVariables = Exact<{
  bookingId: string;
  language: Language;
}>;


export type PaymentGuaranteeQuery = { readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly treatments: number | null, readonly ownChoice: boolean, readonly startsAt: string | null, readonly validThrough: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } } | null } | null };

export type PromiseAtRiskSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type PromiseAtRiskSubscription = { readonly promiseAtRisk: { readonly __typename: 'PromiseAlert', readonly state: PromiseState, readonly claim: { readonly __typename: 'Claim', readonly id: string } } };

export type PromiseBoardQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PromiseFilter | null | undefined;
  language?: Language;
}>;


export type PromiseBoardQuery = { readonly promiseCounts: { readonly __typename: 'PromiseCounts', readonly breached: number | null, readonly atRisk: number | null, readonly tight: number | null, readonly safe: number | null, readonly met: number | null }, readonly promiseBoard: { readonly __typename: 'PromiseEntryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'PromiseEntryEdge', readonly cursor: string, readonly node: { readonly __typename: 'PromiseEntry', readonly state: PromiseState, readonly deadlineAt: string, readonly latestOn: string | null, readonly marginWorkingDays: number, readonly nextAction: PromiseNextAction, readonly nextStep: string, readonly firstStartsAt: string | null, readonly wishes: ReadonlyArray<Wish>, readonly setAsideWishes: ReadonlyArray<Wish>, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly certificate: { readonly __typename: 'PromiseCertificate', readonly text: string, readonly short: number } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type QuoteQueryVariables = Exact<{
  claimId: string;
  slotId: string;
  language?: Language;
}>;


export type QuoteQuery = { readonly claim: { readonly __typename: 'Claim', readonly quote: { readonly __typename: 'SlotQuote', readonly bookable: boolean, readonly standing: PromiseStanding | null, readonly latestOn: string | null, readonly sessionNumber: number, readonly treatmentsRemaining: number | null, readonly notes: ReadonlyArray<CoverageNote>, readonly freeCancellationUntil: string, readonly price: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> } | null, readonly refusals: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null }> } | null } | null };

export type RecordComplaintMutationVariables = Exact<{
  input: RecordComplaintInput;
}>;


export type RecordComplaintMutation = { readonly recordComplaint: { readonly __typename: 'RecordComplaintPayload', readonly replayed: boolean, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly receivedAt: string, readonly dueOn: string, readonly documentReference: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type RecordCustodyMutationVariables = Exact<{
  input: RecordCustodyInput;
}>;


export type RecordCustodyMutation = { readonly recordCustody: { readonly __typename: 'RecordCustodyPayload', readonly custody: { readonly __typename: 'Custody', readonly checkedOn: string, readonly standsThrough: string | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null, readonly guardian: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RecordExceptionMutationVariables = Exact<{
  input: RecordExceptionInput;
}>;


export type RecordExceptionMutation = { readonly recordException: { readonly __typename: 'RecordExceptionPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RecordInformationMutationVariables = Exact<{
  input: RecordInformationInput;
}>;


export type RecordInformationMutation = { readonly recordInformation: { readonly __typename: 'RecordInformationPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RecordMedicalDecisionMutationVariables = Exact<{
  input: RecordMedicalDecisionInput;
}>;


export type RecordMedicalDecisionMutation = { readonly recordMedicalDecision: { readonly __typename: 'RecordMedicalDecisionPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly version: number, readonly medicalDecisions: ReadonlyArray<{ readonly __typename: 'MedicalDecision', readonly kind: MedicalDecisionKind, readonly decidedAt: string, readonly decidedBy: string, readonly reason: string }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RegisterMemberMutationVariables = Exact<{
  input: RegisterMemberInput;
}>;


export type RegisterMemberMutation = { readonly registerMember: { readonly __typename: 'RegisterMemberPayload', readonly replayed: boolean, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly confirmed: boolean }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type RequestErasureMutationVariables = Exact<{
  input: RequestErasureInput;
}>;


export type RequestErasureMutation = { readonly requestErasure: { readonly __typename: 'ErasurePayload', readonly request: { readonly __typename: 'ErasureRequest', readonly id: string, readonly ground: ErasureGround, readonly state: ErasureState, readonly requestedAt: string, readonly approvedAt: string | null, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RequestStatusReportMutationVariables = Exact<{
  input: RequestStatusReportInput;
}>;


export type RequestStatusReportMutation = { readonly requestStatusReport: { readonly __typename: 'RequestStatusReportPayload', readonly replayed: boolean, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly statusReports: ReadonlyArray<{ readonly __typename: 'StatusReport', readonly id: string, readonly question: string, readonly askedAt: string }> } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RescheduleBookingMutationVariables = Exact<{
  input: RescheduleBookingInput;
}>;


export type RescheduleBookingMutation = { readonly rescheduleBooking: { readonly __typename: 'RescheduleBookingPayload', readonly late: boolean, readonly guaranteeLapsed: boolean, readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly standing: PromiseStanding | null, readonly version: number } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'Slot', readonly id: string, readonly startsAt: string }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ResolvePayoutMutationVariables = Exact<{
  input: ResolvePayoutInput;
}>;


export type ResolvePayoutMutation = { readonly resolvePayout: { readonly __typename: 'ResolvePayoutPayload', readonly replayed: boolean, readonly reimbursement: { readonly __typename: 'Reimbursement', readonly id: string, readonly payout: { readonly __typename: 'ReimbursementPayout', readonly state: ReimbursementPayoutState, readonly endToEndId: string | null, readonly expectedOn: string | null, readonly paidOn: string | null } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type StoppedReimbursementsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type StoppedReimbursementsQuery = { readonly stoppedReimbursements: { readonly __typename: 'ReimbursementConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ReimbursementEdge', readonly node: { readonly __typename: 'Reimbursement', readonly id: string, readonly billReference: string, readonly decidedAt: string, readonly reimbursed: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly member: { readonly __typename: 'Member', readonly id: string } | null, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly payout: { readonly __typename: 'ReimbursementPayout', readonly state: ReimbursementPayoutState } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SubmitDocumentMutationVariables = Exact<{
  input: SubmitDocumentInput;
}>;


export type SubmitDocumentMutation = { readonly submitDocument: { readonly __typename: 'SubmitDocumentPayload', readonly replayed: boolean, readonly submission: { readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly submittedAt: string, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type TakeClaimMutationVariables = Exact<{
  input: TakeClaimInput;
}>;


export type TakeClaimMutation = { readonly takeClaim: { readonly __typename: 'TakeClaimPayload', readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly handledBy: string | null, readonly isMine: boolean } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> } };

export type WithdrawAuthorityMutationVariables = Exact<{
  input: WithdrawAuthorityInput;
}>;


export type WithdrawAuthorityMutation = { readonly withdrawAuthority: { readonly __typename: 'WithdrawAuthorityPayload', readonly authority: { readonly __typename: 'Authority', readonly id: string, readonly thirdParty: string | null, readonly scopes: ReadonlyArray<AuthorityScope>, readonly validFrom: string, readonly validThrough: string, readonly withdrawnAt: string | null, readonly state: AuthorityState, readonly representative: { readonly __typename: 'Member', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type WorkScreenQueryVariables = Exact<{
  team?: Team | null | undefined;
  kind?: WorkKind | null | undefined;
  language?: Language;
}>;


export type WorkScreenQuery = { readonly worklist: ReadonlyArray<{ readonly __typename: 'WorkItem', readonly kind: WorkKind, readonly team: Team, readonly since: string, readonly dueOn: string, readonly overdue: boolean, readonly member: { readonly __typename: 'Member', readonly id: string, readonly name: string, readonly phone: string | null }, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly manualCheck: ReadonlyArray<{ readonly __typename: 'ManualCheck', readonly code: ManualCheckCode, readonly message: string }> }, readonly submission: { readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly receivedAt: string } | null, readonly coverLoss: { readonly __typename: 'CoverLoss', readonly id: string, readonly todo: CoverLossTodo } | null }> };

export type WorklistQueryVariables = Exact<{
  team?: Team | null | undefined;
  kind?: WorkKind | null | undefined;
  language?: Language;
}>;


export type WorklistQuery = { readonly worklist: ReadonlyArray<{ readonly __typename: 'WorkItem', readonly kind: WorkKind, readonly team: Team, readonly since: string, readonly dueOn: string, readonly overdue: boolean, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState }, readonly submission: { readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly documentReference: string } | null, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly receivedAt: string } | null, readonly coverLoss: { readonly __typename: 'CoverLoss', readonly id: string, readonly todo: CoverLossTodo, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string }> } | null }> };

export const AllocateTreatments = /* @__PURE__ */ registered<AllocateTreatmentsMutation, AllocateTreatmentsMutationVariables>(
  "d9e7695528c3eda953ed072c3fee3853f1aec172a7891ef24b1e86bad3a36861",
  "mutation AllocateTreatments($input: AllocateTreatmentsInput!) {\n  allocateTreatments(input: $input) {\n    claim {\n      id\n      portion {\n        authorised\n        used\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AnswerComplaint = /* @__PURE__ */ registered<AnswerComplaintMutation, AnswerComplaintMutationVariables>(
  "c780a61a1e34c98f8078b1f0e47a9e3a8ff07dc769d3e91716f4e66904c99567",
  "mutation AnswerComplaint($input: AnswerComplaintInput!) {\n  answerComplaint(input: $input) {\n    complaint {\n      id\n      state\n      answeredAt\n      answer\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AnswerStatusReport = /* @__PURE__ */ registered<AnswerStatusReportMutation, AnswerStatusReportMutationVariables>(
  "e741c8a3bb85357eb4e1a12bd5377464a7754c2d81f9ff9ba737524627e0791b",
  "mutation AnswerStatusReport($input: AnswerStatusReportInput!) {\n  answerStatusReport(input: $input) {\n    statusReport {\n      id\n      progress\n      treatmentsNeeded\n      justification\n      writtenOn\n      answeredAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveClaim = /* @__PURE__ */ registered<ApproveClaimMutation, ApproveClaimMutationVariables>(
  "b3cb0a9121c28527347d5d72bc85112a73a9d3fcf30fbf441162af7a5e391157",
  "mutation ApproveClaim($input: ApproveClaimInput!) {\n  approveClaim(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        guaranteeClass\n        clockStartOn\n        firstTargetOn\n        targetOn\n        latestOn\n        deadlineAt\n        promiseState\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ApproveErasure = /* @__PURE__ */ registered<ApproveErasureMutation, ApproveErasureMutationVariables>(
  "a7b4e469948e8851198062faf48206d2da9851beff360cbc26cebbe72e0990dd",
  "mutation ApproveErasure($input: ApproveErasureInput!) {\n  approveErasure(input: $input) {\n    request {\n      id\n      member {\n        id\n        name\n        __typename\n      }\n      ground\n      state\n      requestedAt\n      approvedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BoardScreen = /* @__PURE__ */ registered<BoardScreenQuery, BoardScreenQueryVariables>(
  "3a12d0d72e0bf8474ff0da4e0f718c901828f5e817f577c9d6f2b2a2c25722e5",
  "query BoardScreen($first: Int!, $after: String, $filter: PromiseFilter, $alternatives: Boolean! = false, $language: Language! = DA) {\n  promiseCounts(filter: $filter) {\n    breached\n    atRisk\n    tight\n    safe\n    met\n    __typename\n  }\n  promiseBoard(first: $first, after: $after, filter: $filter) {\n    edges {\n      node {\n        state\n        deadlineAt\n        latestOn\n        targetOn\n        marginWorkingDays\n        nextAction\n        nextStep(language: $language)\n        setAsideWishes\n        region\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        certificate {\n          text(language: $language)\n          short\n          __typename\n        }\n        alternatives @include(if: $alternatives) {\n          id\n          distanceKm\n          earliestAt\n          marginWorkingDays\n          clinic {\n            id\n            name\n            __typename\n          }\n          nextSlots {\n            slot {\n              id\n              __typename\n            }\n            startsAt\n            channel\n            __typename\n          }\n          price {\n            memberPays {\n              amountMinor\n              currency\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        member {\n          id\n          name\n          phone\n          address {\n            postalCode\n            town\n            __typename\n          }\n          __typename\n        }\n        claim {\n          id\n          handledBy\n          isMine\n          reference\n          state\n          firstBooking {\n            id\n            reference\n            startsAt\n            clinic {\n              id\n              name\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookFirstAppointment = /* @__PURE__ */ registered<BookFirstAppointmentMutation, BookFirstAppointmentMutationVariables>(
  "0dcd9e4ce2336996816ff367ce4645cf33b3752fc977bc7717cc7c6452c950d4",
  "mutation BookFirstAppointment($input: BookFirstAppointmentInput!, $language: Language! = DA) {\n  bookFirstAppointment(input: $input) {\n    booking {\n      id\n      reference\n      state\n      slot {\n        id\n        __typename\n      }\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      endsAt\n      channel\n      standing\n      latestOn\n      chosenBecause {\n        code\n        message(language: $language)\n        rule\n        clause\n        __typename\n      }\n      freeCancellationUntil\n      quote {\n        gross {\n          amountMinor\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      version\n      __typename\n    }\n    tried {\n      step\n      withinKm\n      channels\n      found\n      harmful\n      refused\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookSlot = /* @__PURE__ */ registered<BookSlotMutation, BookSlotMutationVariables>(
  "e125bee9d6406bb2d8d640ac08fb92ce5ec547ee4a544a81891834b4869525f8",
  "mutation BookSlot($input: BookSlotInput!, $language: Language! = DA) {\n  bookSlot(input: $input) {\n    booking {\n      id\n      reference\n      state\n      slot {\n        id\n        __typename\n      }\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      endsAt\n      channel\n      standing\n      latestOn\n      chosenBecause {\n        code\n        message(language: $language)\n        rule\n        clause\n        __typename\n      }\n      freeCancellationUntil\n      quote {\n        gross {\n          amountMinor\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      version\n      __typename\n    }\n    alternatives {\n      id\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      channel\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookingChanged = /* @__PURE__ */ registered<BookingChangedSubscription, BookingChangedSubscriptionVariables>(
  "7db7238bd960e17b479a075674408e990501fbba297d40ac3567dccaf1b63245",
  "subscription BookingChanged {\n  bookingChanged {\n    change\n    booking {\n      id\n      state\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Bookings = /* @__PURE__ */ registered<BookingsQuery, BookingsQueryVariables>(
  "6a80f610d6c29b3ef73e6c7d3ae035a3fb09621490a4dc8571626b739e8ce44f",
  "query Bookings($filter: BookingFilterInput, $first: Int!, $after: String) {\n  bookings(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        service {\n          code\n          name\n          __typename\n        }\n        startsAt\n        clinic {\n          id\n          name\n          __typename\n        }\n        claim {\n          id\n          reference\n          __typename\n        }\n        standing\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CancelBooking = /* @__PURE__ */ registered<CancelBookingMutation, CancelBookingMutationVariables>(
  "4676090e408703f77eebad54187c0431ed2045cebfa9e6500f7a66c50f165299",
  "mutation CancelBooking($input: CancelBookingInput!) {\n  cancelBooking(input: $input) {\n    booking {\n      id\n      state\n      __typename\n    }\n    terms {\n      state\n      late\n      freeUntil\n      memberMayBeCharged\n      treatmentReturned\n      guarantee\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CaseScreen = /* @__PURE__ */ registered<CaseScreenQuery, CaseScreenQueryVariables>(
  "43c741a2f558e80a4ed289daf0e40d16b68dd6ce4b4da5577af7f6986ea27e89",
  "query CaseScreen($id: ID!, $first: Int!, $language: Language! = DA) {\n  claim(id: $id) {\n    id\n    reference\n    handledBy\n    isMine\n    state\n    version\n    under\n    mode\n    product\n    receivedAt\n    approvedAt\n    service {\n      code\n      name(language: $language)\n      __typename\n    }\n    condition {\n      code\n      aroseOn\n      diagnosedOn\n      chronic\n      __typename\n    }\n    information {\n      required\n      needs\n      receivedAt\n      approvedAt\n      __typename\n    }\n    manualCheck {\n      code\n      message(language: $language)\n      __typename\n    }\n    portion {\n      authorised\n      used\n      remaining\n      __typename\n    }\n    member {\n      id\n      name\n      birthDate\n      phone\n      email\n      address {\n        line\n        postalCode\n        town\n        __typename\n      }\n      __typename\n    }\n    policy {\n      id\n      product\n      role\n      coverStart\n      coverEnd\n      options\n      suspended\n      __typename\n    }\n    derivation {\n      outcome\n      guaranteeClass\n      firstTargetOn\n      targetOn\n      latestOn\n      deadlineAt\n      steps {\n        kind\n        on\n        message(language: $language)\n        rule\n        clauseInWords(language: $language)\n        __typename\n      }\n      promiseState\n      reasons {\n        code\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      __typename\n    }\n    denials {\n      claim {\n        id\n        __typename\n      }\n      reasons {\n        code\n        rule\n        clauseInWords(language: $language)\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      note\n      decidedAt\n      complaintThrough\n      complaint {\n        id\n        claim {\n          id\n          __typename\n        }\n        state\n        receivedAt\n        dueOn\n        documentReference\n        answeredAt\n        answer\n        __typename\n      }\n      __typename\n    }\n    submissions {\n      id\n      claim {\n        id\n        __typename\n      }\n      kind\n      state\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      submittedAt\n      decidedAt\n      note\n      __typename\n    }\n    decisions(first: $first) {\n      edges {\n        node {\n          id\n          kind\n          decidedAt\n          ruleVersion\n          reasons {\n            code\n            rule\n            clauseInWords(language: $language)\n            message(language: $language)\n            remedy(language: $language)\n            __typename\n          }\n          facts {\n            ... on CoverageFacts {\n              service {\n                code\n                name(language: $language)\n                __typename\n              }\n              treatedOn\n              marks\n              __typename\n            }\n            ... on GuaranteeFacts {\n              receivedAt\n              approvedAt\n              __typename\n            }\n            ... on PriceFacts {\n              pricedFor: service\n              treatedOn\n              event\n              marks\n              __typename\n            }\n            __typename\n          }\n          answer {\n            ... on CoverageAnswer {\n              covered\n              notes\n              treatmentsRemaining\n              __typename\n            }\n            ... on GuaranteeAnswer {\n              outcome\n              targetOn\n              latestOn\n              __typename\n            }\n            ... on PriceAnswer {\n              insurerPaysClinic {\n                amountMinor\n                currency\n                __typename\n              }\n              memberPays {\n                amountMinor\n                currency\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    bookings(first: $first) {\n      edges {\n        node {\n          id\n          reference\n          state\n          startsAt\n          clinic {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    history(first: $first) {\n      edges {\n        node {\n          id\n          kind\n          at\n          actorRole\n          reason\n          reasons {\n            code\n            rule\n            clauseInWords(language: $language)\n            message(language: $language)\n            remedy(language: $language)\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ChangesScreen = /* @__PURE__ */ registered<ChangesScreenQuery, ChangesScreenQueryVariables>(
  "8ab25c00be41d5c5ada75c7a3c6759459c4718bbbbc5b0033730fe66608117a7",
  "query ChangesScreen($first: Int!, $from: DateTime!, $language: Language! = DA) {\n  coverLosses(first: $first) {\n    edges {\n      node {\n        id\n        reasons {\n          code\n          message(language: $language)\n          __typename\n        }\n        todo\n        foundAt\n        startsAt\n        endedAt\n        claim {\n          id\n          reference\n          __typename\n        }\n        member {\n          id\n          name\n          phone\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  bookings(first: $first, filter: {states: [MOVED], from: $from}) {\n    edges {\n      node {\n        id\n        reference\n        startsAt\n        endedAt\n        endReason\n        member {\n          id\n          name\n          phone\n          __typename\n        }\n        claim {\n          id\n          reference\n          __typename\n        }\n        movedTo {\n          id\n          reference\n          state\n          startsAt\n          clinic {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  withoutTime: bookings(\n    first: $first\n    filter: {states: [CANCELLED_BY_PROVIDER], from: $from}\n  ) {\n    edges {\n      node {\n        id\n        reference\n        startsAt\n        endedAt\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        member {\n          id\n          name\n          phone\n          __typename\n        }\n        claim {\n          id\n          reference\n          state\n          certificate {\n            text(language: $language)\n            __typename\n          }\n          bookings(first: 1, states: [CONFIRMED]) {\n            edges {\n              node {\n                id\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Claim = /* @__PURE__ */ registered<ClaimQuery, ClaimQueryVariables>(
  "d3898076c3c583bdf1f4d9dc225c05e4347a0a8d805cc5fd8fcf79203da325fe",
  "query Claim($id: ID!) {\n  claim(id: $id) {\n    id\n    reference\n    state\n    service {\n      code\n      name\n      __typename\n    }\n    under\n    mode\n    condition {\n      code\n      __typename\n    }\n    receivedAt\n    approvedAt\n    guarantee {\n      outcome\n      guaranteeClass\n      clockStartOn\n      targetOn\n      latestOn\n      deadlineAt\n      promiseState\n      __typename\n    }\n    version\n    __typename\n  }\n}",
);
export const ClaimPaymentGuarantee = /* @__PURE__ */ registered<ClaimPaymentGuaranteeQuery, ClaimPaymentGuaranteeQueryVariables>(
  "79e1af07d3aafca43186cea243f1afd67fc18f21c326923b0790a5251d439d4d",
  "query ClaimPaymentGuarantee($claimId: ID!, $language: Language!) {\n  claim(id: $claimId) {\n    id\n    paymentGuarantee {\n      reference\n      state\n      service {\n        code\n        __typename\n      }\n      treatments\n      clinic {\n        id\n        name\n        __typename\n      }\n      ownChoice\n      startsAt\n      validThrough\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        mediaType\n        url\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Claims = /* @__PURE__ */ registered<ClaimsQuery, ClaimsQueryVariables>(
  "21e92335ca3b3a2b4254549a505b64a8b73cd06ebc9b6005d3775e7842522e81",
  "query Claims($filter: ClaimFilterInput, $first: Int!, $after: String) {\n  claims(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        service {\n          code\n          name\n          __typename\n        }\n        guarantee {\n          latestOn\n          promiseState\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CloseClaim = /* @__PURE__ */ registered<CloseClaimMutation, CloseClaimMutationVariables>(
  "c2c2c5246db2d768e5fdfd92d721f6a28caa21b00f5dbe14a562a6eb8df80e9c",
  "mutation CloseClaim($input: CloseClaimInput!) {\n  closeClaim(input: $input) {\n    claim {\n      id\n      state\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CompleteClaim = /* @__PURE__ */ registered<CompleteClaimMutation, CompleteClaimMutationVariables>(
  "5e9574105d24ea40d0996ab1a51ffbf445c5f331f6b13d2d3101342c9efb6bdc",
  "mutation CompleteClaim($input: CompleteClaimInput!) {\n  completeClaim(input: $input) {\n    claim {\n      id\n      state\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Consents = /* @__PURE__ */ registered<ConsentsQuery, ConsentsQueryVariables>(
  "8b3b4cf342d8498f6679d26281627e5580ffc011811c98d3fe80de4b874abf06",
  "query Consents($id: ID!) {\n  claim(id: $id) {\n    id\n    consents {\n      id\n      purpose\n      state\n      givenOn\n      expiresOn\n      withdrawnOn\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CoverLosses = /* @__PURE__ */ registered<CoverLossesQuery, CoverLossesQueryVariables>(
  "ccf056f772a03733ed724f3620fc8a45bce59c0e855c50002c7538114fa0c58a",
  "query CoverLosses($first: Int!, $after: String, $language: Language! = DA) {\n  coverLosses(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        claim {\n          id\n          reference\n          __typename\n        }\n        member {\n          id\n          name\n          __typename\n        }\n        policy {\n          id\n          coverStart\n          coverEnd\n          suspended\n          __typename\n        }\n        booking {\n          id\n          reference\n          __typename\n        }\n        startsAt\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          __typename\n        }\n        todo\n        foundAt\n        endedAt\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DecideReimbursement = /* @__PURE__ */ registered<DecideReimbursementMutation, DecideReimbursementMutationVariables>(
  "6bdaaf6fae23717d29f578fa3901079d0b5133bf732952b97f9cba56b79e57c3",
  "mutation DecideReimbursement($input: DecideReimbursementInput!, $language: Language! = DA) {\n  decideReimbursement(input: $input) {\n    reimbursement {\n      id\n      reimbursed {\n        amountMinor\n        __typename\n      }\n      memberPays {\n        amountMinor\n        __typename\n      }\n      reasons {\n        code\n        rule\n        clause\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DecideSubmission = /* @__PURE__ */ registered<DecideSubmissionMutation, DecideSubmissionMutationVariables>(
  "ecba05e47e97289ffe2a8e38583cdf46bf028eb42aed6802182a8ee4d6f7c062",
  "mutation DecideSubmission($input: DecideSubmissionInput!) {\n  decideSubmission(input: $input) {\n    submission {\n      id\n      state\n      note\n      decidedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Decisions = /* @__PURE__ */ registered<DecisionsQuery, DecisionsQueryVariables>(
  "99b10b760de752a75d058ff65c3272e1a0333c4dfc185b76133f7a172e0b9870",
  "query Decisions($claimId: ID!, $first: Int!, $after: String) {\n  claim(id: $claimId) {\n    decisions(first: $first, after: $after) {\n      edges {\n        node {\n          id\n          kind\n          decidedAt\n          ruleVersion\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Denials = /* @__PURE__ */ registered<DenialsQuery, DenialsQueryVariables>(
  "0f900a6779aa67ea60c0c8d096294af298ddc4b028c54250c6b0e3f429884585",
  "query Denials($id: ID!, $language: Language!) {\n  claim(id: $id) {\n    id\n    state\n    denials {\n      claim {\n        id\n        __typename\n      }\n      reasons {\n        code\n        rule\n        clauseInWords(language: $language)\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      note\n      decidedAt\n      complaintThrough\n      complaint {\n        id\n        claim {\n          id\n          __typename\n        }\n        state\n        receivedAt\n        dueOn\n        documentReference\n        answeredAt\n        answer\n        __typename\n      }\n      __typename\n    }\n    submissions {\n      id\n      claim {\n        id\n        __typename\n      }\n      kind\n      state\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      submittedAt\n      decidedAt\n      note\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DenyClaim = /* @__PURE__ */ registered<DenyClaimMutation, DenyClaimMutationVariables>(
  "32263b590ac097193a572929489a4d141264a081735836a9c6a914b21c0549d1",
  "mutation DenyClaim($input: DenyClaimInput!) {\n  denyClaim(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        guaranteeClass\n        clockStartOn\n        firstTargetOn\n        targetOn\n        latestOn\n        deadlineAt\n        promiseState\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Designate = /* @__PURE__ */ registered<DesignateMutation, DesignateMutationVariables>(
  "d868888a2df36a4c4453760e0f77c8b60112f55a3d1f9a7968c77b188ca3196b",
  "mutation Designate($input: DesignateInput!) {\n  designate(input: $input) {\n    claim {\n      id\n      reference\n      designations {\n        clinic {\n          id\n          name\n          __typename\n        }\n        practitioner {\n          id\n          __typename\n        }\n        reason\n        designatedAt\n        endedAt\n        distanceKm\n        transport\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ErasureRequests = /* @__PURE__ */ registered<ErasureRequestsQuery, ErasureRequestsQueryVariables>(
  "c5abc8da1149062e771ca438be50ba129e04e2f2a7c5a37c6e6ecf3e23d32d65",
  "query ErasureRequests($first: Int!, $after: String) {\n  erasureRequests(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        member {\n          id\n          name\n          __typename\n        }\n        ground\n        state\n        requestedAt\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindAndBookScreen = /* @__PURE__ */ registered<FindAndBookScreenQuery, FindAndBookScreenQueryVariables>(
  "9fac5fc2dda2d572998aa1efe9c35d3a4cf09f330f3d94d022ba34fd27225114",
  "query FindAndBookScreen($claimId: ID!, $near: NearInput!, $first: Int!, $after: String, $order: ProviderOrder! = DISTANCE, $language: Language! = DA) {\n  claim(id: $claimId) {\n    id\n    reference\n    state\n    version\n    service {\n      code\n      name(language: $language)\n      __typename\n    }\n    member {\n      id\n      name\n      birthYear\n      phone\n      __typename\n    }\n    guarantee {\n      outcome\n      latestOn\n      deadlineAt\n      promiseState\n      __typename\n    }\n    wishes {\n      channel\n      gender\n      language\n      postalCode\n      timeOfDay\n      __typename\n    }\n    bookings(first: 5) {\n      edges {\n        node {\n          id\n          reference\n          state\n          startsAt\n          clinic {\n            id\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    holds {\n      id\n      expiresAt\n      slot {\n        id\n        __typename\n      }\n      __typename\n    }\n    providers(near: $near, first: $first, after: $after, order: $order) {\n      edges {\n        node {\n          id\n          distanceKm\n          earliestAt\n          marginWorkingDays\n          price {\n            memberPays {\n              amountMinor\n              currency\n              __typename\n            }\n            insurerPays {\n              amountMinor\n              currency\n              __typename\n            }\n            publicPays {\n              amountMinor\n              currency\n              __typename\n            }\n            __typename\n          }\n          clinic {\n            id\n            name\n            phone\n            address {\n              line\n              postalCode\n              town\n              __typename\n            }\n            __typename\n          }\n          nextSlots {\n            slot {\n              id\n              __typename\n            }\n            practitioner {\n              id\n              name\n              __typename\n            }\n            startsAt\n            channel\n            freeUnits\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      setAsideWishes\n      errors {\n        code\n        message\n        path\n        remedy\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindProviders = /* @__PURE__ */ registered<FindProvidersQuery, FindProvidersQueryVariables>(
  "ef832ebc35b1e431d9c5fd17d9e72c31d9a58728bf9a07225299dd91699c5aca",
  "query FindProviders($near: NearInput!, $service: ServiceCode!, $claimId: ID, $order: ProviderOrder!, $earliestBy: DateTime, $first: Int!, $after: String) {\n  providers(\n    near: $near\n    service: $service\n    claimId: $claimId\n    order: $order\n    earliestBy: $earliestBy\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        distanceKm\n        earliestAt\n        latestOn\n        marginWorkingDays\n        clinic {\n          id\n          name\n          address {\n            line\n            postalCode\n            town\n            location {\n              latitude\n              longitude\n              __typename\n            }\n            __typename\n          }\n          lastSyncedAt\n          __typename\n        }\n        nextSlots {\n          slot {\n            id\n            __typename\n          }\n          startsAt\n          endsAt\n          channel\n          __typename\n        }\n        price {\n          gross {\n            amountMinor\n            __typename\n          }\n          publicPays {\n            amountMinor\n            __typename\n          }\n          insurerPays {\n            amountMinor\n            __typename\n          }\n          memberPays {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    heldWishes\n    setAsideWishes\n    errors {\n      code\n      message\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const GiveConsent = /* @__PURE__ */ registered<GiveConsentMutation, GiveConsentMutationVariables>(
  "6e5165c2d0bcc47ce84f972242d98cb33399b2fe0eb5df486de64ffa75aea1d2",
  "mutation GiveConsent($input: GiveConsentInput!) {\n  giveConsent(input: $input) {\n    consent {\n      id\n      givenOn\n      expiresOn\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const GrantAuthority = /* @__PURE__ */ registered<GrantAuthorityMutation, GrantAuthorityMutationVariables>(
  "dcd9db5f876cab33f8366be72fde17afbdbd15205f653166a0e3a9ee896187d3",
  "mutation GrantAuthority($input: GrantAuthorityInput!) {\n  grantAuthority(input: $input) {\n    authority {\n      id\n      representative {\n        id\n        __typename\n      }\n      thirdParty\n      scopes\n      validFrom\n      validThrough\n      withdrawnAt\n      state\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Guarantee = /* @__PURE__ */ registered<GuaranteeQuery, GuaranteeQueryVariables>(
  "53abdd00bdd2bab91fc39f0cb31295796da9fcd5186a5e9ba7805df75a6b93eb",
  "query Guarantee($claimId: ID!, $language: Language! = DA) {\n  claim(id: $claimId) {\n    derivation {\n      outcome\n      guaranteeClass\n      clockStartOn\n      firstTargetOn\n      targetOn\n      latestOn\n      deadlineAt\n      promiseState\n      steps {\n        kind\n        at\n        on\n        sets\n        rule\n        clause\n        message(language: $language)\n        __typename\n      }\n      reasons {\n        code\n        message(language: $language)\n        __typename\n      }\n      firstAppointment {\n        booking {\n          id\n          startsAt\n          __typename\n        }\n        standing\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const HandleCoverLoss = /* @__PURE__ */ registered<HandleCoverLossMutation, HandleCoverLossMutationVariables>(
  "417ee2fa1869343f18d7b95c73fa7d57d43263a8d280155e38dd1b8d2d37a1a3",
  "mutation HandleCoverLoss($input: HandleCoverLossInput!) {\n  handleCoverLoss(input: $input) {\n    coverLoss {\n      id\n      todo\n      endedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const LookUpMembers = /* @__PURE__ */ registered<LookUpMembersQuery, LookUpMembersQueryVariables>(
  "dea03aed6294061115b82ccca296f40968b2f5218ac09a521e40151727918f9d",
  "query LookUpMembers($input: LookUpMembersInput!) {\n  lookUpMembers(input: $input) {\n    member {\n      id\n      name\n      birthDate\n      civilNumberMasked\n      phone\n      policies {\n        id\n        product\n        role\n        coverStart\n        coverEnd\n        options\n        suspended\n        confirmed\n        __typename\n      }\n      __typename\n    }\n    certainty\n    __typename\n  }\n}",
);
export const MemberScreen = /* @__PURE__ */ registered<MemberScreenQuery, MemberScreenQueryVariables>(
  "9be1d58b95ebfdb90fcdee80636b3c6f6c93e331a958c9aa40604e55b36ca7cd",
  "query MemberScreen($id: ID!, $first: Int!, $language: Language! = DA) {\n  member(id: $id) {\n    id\n    name\n    birthDate\n    civilNumberMasked\n    phone\n    email\n    protectedAddress\n    address {\n      line\n      postalCode\n      town\n      __typename\n    }\n    policies {\n      id\n      product\n      role\n      coverStart\n      coverEnd\n      options\n      suspended\n      confirmed\n      limits {\n        rule\n        period\n        allowed\n        used\n        remaining\n        under\n        services {\n          code\n          name(language: $language)\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    claims(first: $first) {\n      edges {\n        node {\n          id\n          reference\n          state\n          receivedAt\n          service {\n            code\n            name(language: $language)\n            __typename\n          }\n          guarantee {\n            outcome\n            latestOn\n            promiseState\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    bookings(first: $first) {\n      edges {\n        node {\n          id\n          reference\n          state\n          startsAt\n          service {\n            code\n            name(language: $language)\n            __typename\n          }\n          clinic {\n            id\n            name\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  services {\n    code\n    name(language: $language)\n    __typename\n  }\n}",
);
export const MoveToNetwork = /* @__PURE__ */ registered<MoveToNetworkMutation, MoveToNetworkMutationVariables>(
  "603757d207fbf68df7dd88dd7884ddb31a4317361da49640b93e2bd5b2178b56",
  "mutation MoveToNetwork($input: MoveToNetworkInput!) {\n  moveToNetwork(input: $input) {\n    claim {\n      id\n      reference\n      mode\n      movedAt\n      portion {\n        authorised\n        used\n        remaining\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const OpenClaim = /* @__PURE__ */ registered<OpenClaimMutation, OpenClaimMutationVariables>(
  "283c3089637cf68cc9d108116da257c23d2f1a4a55383a0495ac02604c62fb35",
  "mutation OpenClaim($input: OpenClaimInput!) {\n  openClaim(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentGuarantee = /* @__PURE__ */ registered<PaymentGuaranteeQuery, PaymentGuaranteeQueryVariables>(
  "b2c901379a9b281983e53325385c6ed9e38368cae7fbc93a047b35ec87009947",
  "query PaymentGuarantee($bookingId: ID!, $language: Language!) {\n  booking(id: $bookingId) {\n    id\n    paymentGuarantee {\n      reference\n      state\n      service {\n        code\n        __typename\n      }\n      treatments\n      clinic {\n        id\n        name\n        __typename\n      }\n      ownChoice\n      startsAt\n      validThrough\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        mediaType\n        url\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PromiseAtRisk = /* @__PURE__ */ registered<PromiseAtRiskSubscription, PromiseAtRiskSubscriptionVariables>(
  "fdcc63bee5b197136c169648e242a6afe53d67e3ba858201cdb3cea471cc7a5f",
  "subscription PromiseAtRisk {\n  promiseAtRisk {\n    state\n    claim {\n      id\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PromiseBoard = /* @__PURE__ */ registered<PromiseBoardQuery, PromiseBoardQueryVariables>(
  "9aed1f10ec7ed2e10c8715c6e31f230fffe45c340bf0e8365cdd9d7629727533",
  "query PromiseBoard($first: Int!, $after: String, $filter: PromiseFilter, $language: Language! = DA) {\n  promiseCounts(filter: $filter) {\n    breached\n    atRisk\n    tight\n    safe\n    met\n    __typename\n  }\n  promiseBoard(first: $first, after: $after, filter: $filter) {\n    edges {\n      cursor\n      node {\n        claim {\n          id\n          reference\n          __typename\n        }\n        service {\n          code\n          name\n          __typename\n        }\n        state\n        deadlineAt\n        latestOn\n        marginWorkingDays\n        nextAction\n        nextStep(language: $language)\n        firstStartsAt\n        wishes\n        setAsideWishes\n        certificate {\n          text(language: $language)\n          short\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Quote = /* @__PURE__ */ registered<QuoteQuery, QuoteQueryVariables>(
  "75087ba9900c74ef6481297d8b485c1dd9f3ec8bb0020ad011cc5e89b8df5ab7",
  "query Quote($claimId: ID!, $slotId: ID!, $language: Language! = DA) {\n  claim(id: $claimId) {\n    quote(slotId: $slotId) {\n      bookable\n      standing\n      latestOn\n      sessionNumber\n      treatmentsRemaining\n      notes\n      freeCancellationUntil\n      price {\n        gross {\n          amountMinor\n          currency\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      refusals {\n        code\n        message\n        rule\n        clause\n        remedy\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordComplaint = /* @__PURE__ */ registered<RecordComplaintMutation, RecordComplaintMutationVariables>(
  "b3d3c46bf80e6c29d7d549538e3c69e3bbf94e8753103839da75e3e956ac01ee",
  "mutation RecordComplaint($input: RecordComplaintInput!) {\n  recordComplaint(input: $input) {\n    complaint {\n      id\n      state\n      receivedAt\n      dueOn\n      documentReference\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const RecordCustody = /* @__PURE__ */ registered<RecordCustodyMutation, RecordCustodyMutationVariables>(
  "47f3c045cbf89eda6c41052840caa8885f8af201092ec06633fec5b9b7f24010",
  "mutation RecordCustody($input: RecordCustodyInput!) {\n  recordCustody(input: $input) {\n    custody {\n      member {\n        id\n        name\n        __typename\n      }\n      guardian {\n        id\n        name\n        __typename\n      }\n      checkedOn\n      standsThrough\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordException = /* @__PURE__ */ registered<RecordExceptionMutation, RecordExceptionMutationVariables>(
  "305dab8b145bdc53f36a0d7ce5f51c4ee079e9771c2f098bfb086d6c752a7b6e",
  "mutation RecordException($input: RecordExceptionInput!) {\n  recordException(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        guaranteeClass\n        clockStartOn\n        firstTargetOn\n        targetOn\n        latestOn\n        deadlineAt\n        promiseState\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordInformation = /* @__PURE__ */ registered<RecordInformationMutation, RecordInformationMutationVariables>(
  "d65debb8dee075297526de52926e07e95e67447e97d9089b8c4f0c6f4abe48d9",
  "mutation RecordInformation($input: RecordInformationInput!) {\n  recordInformation(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        guaranteeClass\n        clockStartOn\n        firstTargetOn\n        targetOn\n        latestOn\n        deadlineAt\n        promiseState\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordMedicalDecision = /* @__PURE__ */ registered<RecordMedicalDecisionMutation, RecordMedicalDecisionMutationVariables>(
  "9daf2b2c30e586989bd35eb40df032dada1fa09c7087930215c890263298409f",
  "mutation RecordMedicalDecision($input: RecordMedicalDecisionInput!) {\n  recordMedicalDecision(input: $input) {\n    claim {\n      id\n      reference\n      state\n      medicalDecisions {\n        kind\n        decidedAt\n        decidedBy\n        reason\n        __typename\n      }\n      version\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RegisterMember = /* @__PURE__ */ registered<RegisterMemberMutation, RegisterMemberMutationVariables>(
  "8e3a3e3320681589a7214c64dbb45d77d82da63888d6764e11f1191f19454cfe",
  "mutation RegisterMember($input: RegisterMemberInput!) {\n  registerMember(input: $input) {\n    member {\n      id\n      name\n      policies {\n        id\n        confirmed\n        __typename\n      }\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const RequestErasure = /* @__PURE__ */ registered<RequestErasureMutation, RequestErasureMutationVariables>(
  "c09e36f96c45845cbcf43ddbea12105905708f6a43c37c0c15972ddc4aeb51e5",
  "mutation RequestErasure($input: RequestErasureInput!) {\n  requestErasure(input: $input) {\n    request {\n      id\n      member {\n        id\n        name\n        __typename\n      }\n      ground\n      state\n      requestedAt\n      approvedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RequestStatusReport = /* @__PURE__ */ registered<RequestStatusReportMutation, RequestStatusReportMutationVariables>(
  "d105cea35caee5aab6d251e2dafa4352c115832940d8069022866d5dc04003ff",
  "mutation RequestStatusReport($input: RequestStatusReportInput!) {\n  requestStatusReport(input: $input) {\n    claim {\n      id\n      statusReports {\n        id\n        question\n        askedAt\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RescheduleBooking = /* @__PURE__ */ registered<RescheduleBookingMutation, RescheduleBookingMutationVariables>(
  "1361ff79a27a9d8c586d881119003fde0eabe7281a664ae95ebc1a8e341ea0c3",
  "mutation RescheduleBooking($input: RescheduleBookingInput!) {\n  rescheduleBooking(input: $input) {\n    booking {\n      id\n      reference\n      startsAt\n      standing\n      version\n      __typename\n    }\n    alternatives {\n      id\n      startsAt\n      __typename\n    }\n    late\n    guaranteeLapsed\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ResolvePayout = /* @__PURE__ */ registered<ResolvePayoutMutation, ResolvePayoutMutationVariables>(
  "c83e16bff98666c548f368c43ec198bc59a18c3ac416e301596d87b5361257e7",
  "mutation ResolvePayout($input: ResolvePayoutInput!) {\n  resolvePayout(input: $input) {\n    reimbursement {\n      id\n      payout {\n        state\n        endToEndId\n        expectedOn\n        paidOn\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const StoppedReimbursements = /* @__PURE__ */ registered<StoppedReimbursementsQuery, StoppedReimbursementsQueryVariables>(
  "f38d10f2324b4bbd63d1ea85231fa768c4525cf18124ea94ca92c407916f76c4",
  "query StoppedReimbursements($first: Int!, $after: String) {\n  stoppedReimbursements(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        billReference\n        decidedAt\n        reimbursed {\n          amountMinor\n          currency\n          __typename\n        }\n        member {\n          id\n          __typename\n        }\n        claim {\n          id\n          __typename\n        }\n        payout {\n          state\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SubmitDocument = /* @__PURE__ */ registered<SubmitDocumentMutation, SubmitDocumentMutationVariables>(
  "7893449a58cffbca78240cf64be8df6bdf75580adb9d60b9ed5f5dc0ef32a4b2",
  "mutation SubmitDocument($input: SubmitDocumentInput!) {\n  submitDocument(input: $input) {\n    submission {\n      id\n      kind\n      state\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      submittedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const TakeClaim = /* @__PURE__ */ registered<TakeClaimMutation, TakeClaimMutationVariables>(
  "50f6b4a388bc73cf1b57a61e0d08a8e4bfdfb2cd93283f292cefb205d47c90e2",
  "mutation TakeClaim($input: TakeClaimInput!) {\n  takeClaim(input: $input) {\n    claim {\n      id\n      handledBy\n      isMine\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WithdrawAuthority = /* @__PURE__ */ registered<WithdrawAuthorityMutation, WithdrawAuthorityMutationVariables>(
  "8e58ffea2266b73f5b101c738c404096a594401cad3595636eb4a836a2e00f87",
  "mutation WithdrawAuthority($input: WithdrawAuthorityInput!) {\n  withdrawAuthority(input: $input) {\n    authority {\n      id\n      representative {\n        id\n        __typename\n      }\n      thirdParty\n      scopes\n      validFrom\n      validThrough\n      withdrawnAt\n      state\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WorkScreen = /* @__PURE__ */ registered<WorkScreenQuery, WorkScreenQueryVariables>(
  "60378ef8a501ff58ef80813e9119f05c119eb6f915f8a692321c8938fcfa5ead",
  "query WorkScreen($team: Team, $kind: WorkKind, $language: Language! = DA) {\n  worklist(first: 50, team: $team, kind: $kind) {\n    kind\n    team\n    since\n    dueOn\n    overdue\n    member {\n      id\n      name\n      phone\n      __typename\n    }\n    claim {\n      id\n      reference\n      state\n      service {\n        code\n        name(language: $language)\n        __typename\n      }\n      manualCheck {\n        code\n        message(language: $language)\n        __typename\n      }\n      __typename\n    }\n    submission {\n      id\n      kind\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      __typename\n    }\n    complaint {\n      id\n      receivedAt\n      __typename\n    }\n    coverLoss {\n      id\n      todo\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Worklist = /* @__PURE__ */ registered<WorklistQuery, WorklistQueryVariables>(
  "d70184e2a0a8b6f6fd1a4a42d64a14173df81913ae436aa58cfdf7b26793bb38",
  "query Worklist($team: Team, $kind: WorkKind, $language: Language! = DA) {\n  worklist(first: 50, team: $team, kind: $kind) {\n    kind\n    team\n    since\n    dueOn\n    overdue\n    claim {\n      id\n      reference\n      state\n      __typename\n    }\n    submission {\n      id\n      kind\n      documentReference\n      __typename\n    }\n    complaint {\n      id\n      receivedAt\n      __typename\n    }\n    coverLoss {\n      id\n      reasons {\n        code\n        rule\n        clause\n        message(language: $language)\n        __typename\n      }\n      todo\n      __typename\n    }\n    __typename\n  }\n}",
);
