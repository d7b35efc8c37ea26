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

/** Whose appointments a private calendar holds. */
export type CalendarFeedKind =
  /** Everybody's appointments at a clinic. */
  | 'CLINIC'
  /** A member's own appointments. */
  | 'MEMBER'
  /** One practitioner's appointments at a clinic. */
  | 'PRACTITIONER';

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

/** Which private calendar. */
export type ChangeCalendarFeedInput = {
  /** The calendar; must be your own, or of your own clinic. */
  readonly id: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** Closes your cover to a guardian, or opens it again. */
export type ChangeGuardianAccessInput = {
  /** What they see of you from now on. */
  readonly access: GuardianChoice;
  /** The guardian, as `guardians` lists them. */
  readonly guardianId: string;
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

/** How you want to be told. */
export type ChooseNotificationsInput = {
  /** By e-mail. */
  readonly email: boolean;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** In which language. */
  readonly language: Language;
  /** By text message. */
  readonly sms: boolean;
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

/** The complaint. */
export type ConditionInput = {
  /** First symptoms, or the event. */
  readonly aroseOn: string;
  /** What it is; other until the health team has coded it. */
  readonly code?: ConditionCode;
  /** When it was diagnosed. */
  readonly diagnosedOn?: string | null | undefined;
};

/** The member confirms that a treatment took place. */
export type ConfirmAttendanceInput = {
  /** The attended booking. */
  readonly bookingId: string;
  /** Repeating a request with the same key has one effect; kept 30 days. */
  readonly idempotencyKey: string;
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

/** A complaint that is not a claim yet, asked about in advance. */
export type CoverageComplaintInput = {
  /** Asks as if the claim were reported and approved, and consent given, today; false lists those reasons too. */
  readonly asIfApproved?: boolean;
  /** What caused it, of the causes that are not covered. */
  readonly cause?: ComplaintCause | null | undefined;
  /** The complaint. */
  readonly condition: ConditionInput;
  /** Crisis counselling and debriefing only: the event. */
  readonly crisis?: CrisisInput | null | undefined;
  /** Whom it is about; oneself when left out. */
  readonly memberId?: string | null | undefined;
  /** The policy; needed only where several are in force. */
  readonly policyId?: string | null | undefined;
  /** The referral, if there is one. */
  readonly referral?: ReferralInput | null | undefined;
  /** The treatment. */
  readonly service: ServiceCode;
  /** The cover it would be handled under; left out, it is found from the policy as for a report. */
  readonly under?: Cover | null | undefined;
  /** Whether it is caused by work (MEM-WORK-RELATED). */
  readonly workRelated?: WorkRelated;
};

/** Which treatment, of a claim or of a complaint that is not one yet. */
export type CoverageInput = {
  /** How to meet. */
  readonly channel?: Channel;
  /** A claim. Exactly one of claimId and complaint. */
  readonly claimId?: string | null | undefined;
  /** A complaint. Exactly one of claimId and complaint. */
  readonly complaint?: CoverageComplaintInput | null | undefined;
  /** Country of the treatment. */
  readonly country?: string;
  /** Who treats; the claim's own, or the network, when left out. */
  readonly mode?: TreatmentMode | null | undefined;
  /** Day of the treatment; today when left out. */
  readonly on?: string | null | undefined;
  /** Facts about the provider. */
  readonly provider?: CoverageProviderInput | null | undefined;
};

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

/** Facts about the provider; the defaults are those of a provider against whom nothing speaks. */
export type CoverageProviderInput = {
  /** Holds the authorisation the service requires (PRV-AUTHORISED). */
  readonly authorised?: boolean;
  /** Has a provider number (PRV-YDERNUMMER). */
  readonly hasPublicAgreement?: boolean;
  /** The member, family, or a company of theirs (PRV-RELATED). */
  readonly related?: boolean;
  /** Treats children (PRV-CHILDREN). */
  readonly treatsChildren?: boolean;
};

/** A private calendar: of yourself, or as a clinic of everybody or one practitioner there. */
export type CreateCalendarFeedInput = {
  /** For clinics: the clinic; must be one of your own. Members leave it out. */
  readonly clinicId?: string | null | undefined;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** For clinics: only this practitioner's appointments there. */
  readonly practitionerId?: string | null | undefined;
};

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

/** The member rejects an appointment that was arranged for them. */
export type DeclineOfferInput = {
  /** The appointment that the health team booked, or that a clinic's withdrawal moved. */
  readonly bookingId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** True: change nothing, only say what it would mean for the guarantee. */
  readonly preview?: boolean | null | undefined;
  /** Why, in a few words without health details; up to 200 characters. */
  readonly reason?: string | null | undefined;
};

/** The member says that a treatment did not take place. */
export type DisputeAttendanceInput = {
  /** The attended booking. */
  readonly bookingId: string;
  /** Repeating a request with the same key has one effect; kept 30 days. */
  readonly idempotencyKey: string;
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

/** What a holder of custody sees of a young person. */
export type GuardianAccess =
  /** The whole case, until the 15th birthday. */
  | 'CONTENT'
  /** Name, year of birth and cover. */
  | 'COVER'
  /** Closed by the young person, or custody was not confirmed in the last 30 days. */
  | 'NONE';

/** What a young person of 15 to 17 can let a guardian see. */
export type GuardianChoice =
  /** They see your name, year of birth and cover. */
  | 'COVER'
  /** They no longer see that you are here. */
  | 'NONE';

/** Keeps one unit of an opening for a claim while the member decides. */
export type HoldSlotInput = {
  /** The approved claim the time is wanted for. */
  readonly claimId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
  /** The opening. */
  readonly slotId: string;
};

/** How a hold stands. */
export type HoldState =
  /** The time was booked. */
  | 'CONFIRMED'
  /** It keeps nothing any more. */
  | 'EXPIRED'
  /** The time is kept until the hold ends. */
  | 'PENDING'
  /** Given back. */
  | 'RELEASED';

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

/** The two insurances. */
export type Product =
  /** Flex, private health insurance. */
  | 'FLEX'
  /** Company health insurance. */
  | 'OCCUPATIONAL';

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

/** Gives a held time back. */
export type ReleaseHoldInput = {
  /** The hold. */
  readonly holdId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** Ten minutes more, once. */
export type RenewHoldInput = {
  /** The hold. */
  readonly holdId: string;
  /** Repeating a request with the same key has one effect; kept 72 hours. */
  readonly idempotencyKey: string;
};

/** How a claim was reported (CLM-REPORT-CHANNELS). */
export type ReportChannel =
  /** In the portal: it may be approved automatically (CLM-AUTO-APPROVE). */
  | 'ONLINE'
  /** By phone, to the health team. */
  | 'PHONE';

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

/** Part of the day, by the Danish clock. */
export type TimeOfDay =
  /** From noon until five. */
  | 'AFTERNOON'
  /** From five. */
  | 'EVENING'
  /** Before noon. */
  | 'MORNING';

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

/** Withdraws consent for one claim. */
export type WithdrawConsentInput = {
  /** The claim. */
  readonly claimId: string;
  /** What it was for. */
  readonly purpose?: ConsentPurpose;
};

/** Whether a complaint is caused by work (MEM-WORK-RELATED). */
export type WorkRelated =
  /** In doubt. */
  | 'DOUBT'
  /** Not caused by work. */
  | 'NO'
  /** Caused by work. */
  | 'YES';

export type AccessLogQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AccessLogQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly accessLog: { readonly __typename: 'AccessLogEntryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AccessLogEntryEdge', readonly node: { readonly __typename: 'AccessLogEntry', readonly at: string, readonly role: ViewerRole, readonly purpose: string, readonly caseReference: string | null, readonly operation: string, readonly allowed: boolean, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } }> } };

export type AppointmentScreenQueryVariables = Exact<{
  id: string;
  language?: Language;
}>;


export type AppointmentScreenQuery = { readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly version: number, readonly startsAt: string, readonly endsAt: string, readonly sessionNumber: number, readonly videoLink: string | null, readonly contactedAt: string | null, readonly confirmedByMember: boolean | null, readonly freeCancellationUntil: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly phone: string | null, readonly languages: ReadonlyArray<string>, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string, readonly profession: Profession }, readonly meeting: { readonly __typename: 'Meeting', readonly channel: Channel, readonly wayIn: string | null, readonly accessibility: ReadonlyArray<Accessibility>, readonly phone: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } | null }, readonly quote: { readonly __typename: 'Quote', readonly gross: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> }, readonly cancellation: { readonly __typename: 'CancellationTerms', readonly state: BookingState, readonly late: boolean, readonly freeUntil: string, readonly memberMayBeCharged: boolean, readonly treatmentReturned: boolean, readonly guarantee: GuaranteeEffect } | null, readonly movedTo: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string } | null, readonly movedFrom: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string } | null, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly latestOn: string | null, readonly promiseState: PromiseState } } | null, readonly calendar: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string } } | null };

export type AuthoritiesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthoritiesQuery = { readonly authorities: ReadonlyArray<{ readonly __typename: 'Authority', readonly id: string, readonly thirdParty: string | null, readonly scopes: ReadonlyArray<AuthorityScope>, readonly validFrom: string, readonly validThrough: string, readonly state: AuthorityState, readonly member: { readonly __typename: 'Member', readonly id: string } | null, readonly representative: { readonly __typename: 'Member', readonly id: string } | null }> };

export type BillsScreenQueryVariables = Exact<{
  first: number;
  language?: Language;
}>;


export type BillsScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly claims: { readonly __typename: 'ClaimConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEdge', readonly node: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly validThrough: string | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string } } | null, readonly submissions: ReadonlyArray<{ readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly day: string | null, readonly note: string | null, readonly submittedAt: string, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }>, readonly denials: ReadonlyArray<{ readonly __typename: 'Denial', readonly decidedAt: string, readonly note: string | null, readonly complaintThrough: string, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string, readonly remedy: string | null }>, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly dueOn: string, readonly answer: string | null } | null }> } }> }, readonly reimbursements: { readonly __typename: 'ReimbursementConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ReimbursementEdge', readonly node: { readonly __typename: 'Reimbursement', readonly id: string, readonly billReference: string, readonly treatedOn: string, readonly decidedAt: string, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly reimbursed: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly payout: { readonly __typename: 'ReimbursementPayout', readonly state: ReimbursementPayoutState, readonly endToEndId: string | null, readonly expectedOn: string | null, readonly paidOn: string | null } | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } } }> } }> } };

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

export type BookingCalendarQueryVariables = Exact<{
  id: string;
}>;


export type BookingCalendarQuery = { readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly calendar: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly url: string, readonly base64: string | null } } | null };

export type BookingChangedSubscriptionVariables = Exact<{
  bookingId?: string | null | undefined;
}>;


export type BookingChangedSubscription = { readonly bookingChanged: { readonly __typename: 'BookingChange', readonly change: BookingChangeKind, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState, readonly startsAt: string } } };

export type CalendarFeedsQueryVariables = Exact<{ [key: string]: never; }>;


export type CalendarFeedsQuery = { readonly calendarFeeds: ReadonlyArray<{ readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null }> };

export type CancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type CancelBookingMutation = { readonly cancelBooking: { readonly __typename: 'CancelBookingPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState } | null, readonly terms: { readonly __typename: 'CancellationTerms', readonly state: BookingState, readonly late: boolean, readonly freeUntil: string, readonly memberMayBeCharged: boolean, readonly treatmentReturned: boolean, readonly guarantee: GuaranteeEffect } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ChangeGuardianAccessMutationVariables = Exact<{
  input: ChangeGuardianAccessInput;
}>;


export type ChangeGuardianAccessMutation = { readonly changeGuardianAccess: { readonly __typename: 'ChangeGuardianAccessPayload', readonly guardian: { readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly access: GuardianAccess } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ChooseNotificationsMutationVariables = Exact<{
  input: ChooseNotificationsInput;
}>;


export type ChooseNotificationsMutation = { readonly chooseNotifications: { readonly __typename: 'ChooseNotificationsPayload', readonly replayed: boolean, readonly choice: { readonly __typename: 'NotificationChoice', readonly email: boolean, readonly sms: boolean, readonly language: Language } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ClaimPaymentGuaranteeQueryVariables = Exact<{
  claimId: string;
  language: Language;
}>;


export type ClaimPaymentGuaranteeQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly treatments: number | null, readonly ownChoice: boolean, readonly startsAt: string | null, readonly validThrough: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } } | null } | null };

export type ClaimPaymentGuaranteeFileQueryVariables = Exact<{
  claimId: string;
  language: Language;
}>;


export type ClaimPaymentGuaranteeFileQuery = { readonly claim: { readonly __typename: 'Claim', readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly pdf: { readonly __typename: 'DocumentFile', readonly base64: string | null } } | null } | null };

export type ConfirmAttendanceMutationVariables = Exact<{
  input: ConfirmAttendanceInput;
}>;


export type ConfirmAttendanceMutation = { readonly confirmAttendance: { readonly __typename: 'ConfirmAttendancePayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState, readonly confirmedByMember: boolean | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type CoverageQueryVariables = Exact<{
  input: CoverageInput;
  language?: Language;
}>;


export type CoverageQuery = { readonly coverage: { readonly __typename: 'Coverage', readonly covered: boolean, readonly on: string, readonly treatmentsRemaining: number | null, readonly guaranteeClass: GuaranteeClass, readonly notes: ReadonlyArray<CoverageNote>, readonly ruleVersion: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clause: string, readonly message: string, readonly remedy: string | null }> } };

export type CoversForQueryVariables = Exact<{
  memberId: string;
  service: ServiceCode;
}>;


export type CoversForQuery = { readonly member: { readonly __typename: 'Member', readonly id: string, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly options: ReadonlyArray<PolicyOption>, readonly coversFor: ReadonlyArray<Cover> }> } | null };

export type CreateCalendarFeedMutationVariables = Exact<{
  input: CreateCalendarFeedInput;
}>;


export type CreateCalendarFeedMutation = { readonly createCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DeclineOfferMutationVariables = Exact<{
  input: DeclineOfferInput;
}>;


export type DeclineOfferMutation = { readonly declineOffer: { readonly __typename: 'DeclineOfferPayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState } | null, readonly terms: { readonly __typename: 'CancellationTerms', readonly guarantee: GuaranteeEffect, readonly late: boolean } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type DenialsQueryVariables = Exact<{
  id: string;
  language: Language;
}>;


export type DenialsQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly state: ClaimState, readonly denials: ReadonlyArray<{ readonly __typename: 'Denial', readonly note: string | null, readonly decidedAt: string, readonly complaintThrough: string, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly rule: string, readonly clauseInWords: string, readonly message: string, readonly remedy: string | null }>, readonly complaint: { readonly __typename: 'Complaint', readonly id: string, readonly state: ComplaintState, readonly receivedAt: string, readonly dueOn: string, readonly documentReference: string | null, readonly answeredAt: string | null, readonly answer: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string } } | null }>, readonly submissions: ReadonlyArray<{ readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly submittedAt: string, readonly decidedAt: string | null, readonly note: string | null, readonly claim: { readonly __typename: 'Claim', readonly id: string }, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null }> } | null };

export type DependantsQueryVariables = Exact<{ [key: string]: never; }>;


export type DependantsQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly dependants: ReadonlyArray<{ readonly __typename: 'Dependant', readonly id: string, readonly name: string, readonly birthYear: number, readonly covers: ReadonlyArray<{ readonly __typename: 'DependantCover', readonly product: Product, readonly role: PolicyRole, readonly coverStart: string, readonly coverEnd: string | null }> }> } };

export type DisputeAttendanceMutationVariables = Exact<{
  input: DisputeAttendanceInput;
}>;


export type DisputeAttendanceMutation = { readonly disputeAttendance: { readonly __typename: 'DisputeAttendancePayload', readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly state: BookingState, readonly confirmedByMember: boolean | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

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

export type FindScreenQueryVariables = Exact<{
  claimId: string;
  near: NearInput;
  first: number;
  after?: string | null | undefined;
  order?: ProviderOrder;
  channel?: Channel | null | undefined;
  language?: Language;
}>;


export type FindScreenQuery = { readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly latestOn: string | null, readonly deadlineAt: string | null }, readonly providers: { readonly __typename: 'ProviderConnection', readonly setAsideWishes: ReadonlyArray<Wish>, readonly edges: ReadonlyArray<{ readonly __typename: 'ProviderEdge', readonly node: { readonly __typename: 'Provider', readonly id: string, readonly distanceKm: number | null, readonly earliestAt: string | null, readonly marginWorkingDays: number | null, readonly price: { readonly __typename: 'Quote', readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly publicPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string }, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string }> } | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string, readonly phone: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string, readonly location: { readonly __typename: 'Coordinates', readonly latitude: number, readonly longitude: number } | null } }, readonly nextSlots: ReadonlyArray<{ readonly __typename: 'NextSlot', readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly freeUnits: number, readonly slot: { readonly __typename: 'Slot', readonly id: string }, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } }> } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly remedy: string | null }> } } | null };

export type GiveConsentMutationVariables = Exact<{
  input: GiveConsentInput;
}>;


export type GiveConsentMutation = { readonly giveConsent: { readonly __typename: 'GiveConsentPayload', readonly replayed: boolean, readonly consent: { readonly __typename: 'Consent', readonly id: string, readonly givenOn: string, readonly expiresOn: string } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type GuaranteeQueryVariables = Exact<{
  claimId: string;
  language?: Language;
}>;


export type GuaranteeQuery = { readonly claim: { readonly __typename: 'Claim', readonly derivation: { readonly __typename: 'GuaranteeDerivation', readonly outcome: GuaranteeOutcome, readonly guaranteeClass: GuaranteeClass, readonly clockStartOn: string | null, readonly firstTargetOn: string | null, readonly targetOn: string | null, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState, readonly steps: ReadonlyArray<{ readonly __typename: 'GuaranteeStep', readonly kind: GuaranteeStepKind, readonly at: string | null, readonly on: string | null, readonly sets: boolean, readonly rule: string, readonly clause: string, readonly message: string }>, readonly reasons: ReadonlyArray<{ readonly __typename: 'DecisionReason', readonly code: ReasonCode, readonly message: string }>, readonly firstAppointment: { readonly __typename: 'FirstAppointment', readonly standing: PromiseStanding | null, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly startsAt: string } } | null } | null } | null };

export type GuardiansQueryVariables = Exact<{ [key: string]: never; }>;


export type GuardiansQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly guardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly access: GuardianAccess }> } };

export type HoldSlotMutationVariables = Exact<{
  input: HoldSlotInput;
}>;


export type HoldSlotMutation = { readonly holdSlot: { readonly __typename: 'HoldPayload', readonly replayed: boolean, readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly state: HoldState, readonly expiresAt: string, readonly renewalsLeft: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type HoldsQueryVariables = Exact<{
  claimId: string;
}>;


export type HoldsQuery = { readonly claim: { readonly __typename: 'Claim', readonly holds: ReadonlyArray<{ readonly __typename: 'Hold', readonly id: string, readonly state: HoldState, readonly expiresAt: string, readonly renewalsLeft: number, readonly slot: { readonly __typename: 'Slot', readonly id: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } }> } | null };

export type HomeScreenQueryVariables = Exact<{
  first: number;
  now: string;
  language?: Language;
}>;


export type HomeScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthYear: number, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly product: Product, readonly limits: ReadonlyArray<{ readonly __typename: 'LimitBalance', readonly rule: string, readonly under: Cover, readonly period: LimitPeriod, readonly allowed: number, readonly used: number, readonly remaining: number, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }> }> }>, readonly claims: { readonly __typename: 'ClaimConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEdge', readonly node: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly latestOn: string | null, readonly deadlineAt: string | null, readonly promiseState: PromiseState }, readonly information: { readonly __typename: 'ClaimInformation', readonly needs: ReadonlyArray<InformationNeed> }, readonly portion: { readonly __typename: 'Portion', readonly authorised: number, readonly used: number, readonly remaining: number } | null } }> }, readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly endsAt: string, readonly freeCancellationUntil: string, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly meeting: { readonly __typename: 'Meeting', readonly channel: Channel, readonly phone: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } | null } } }> } }>, readonly dependants: ReadonlyArray<{ readonly __typename: 'Dependant', readonly id: string, readonly name: string, readonly birthYear: number }> }, readonly attended: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly startsAt: string, readonly confirmedByMember: boolean | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string }, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string } } }> } };

export type MyBookingsQueryVariables = Exact<{
  filter?: BookingFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MyBookingsQuery = { readonly bookings: { readonly __typename: 'BookingConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'BookingEdge', readonly node: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly state: BookingState, readonly startsAt: string, readonly endsAt: string, readonly channel: Channel, readonly standing: PromiseStanding | null, readonly freeCancellationUntil: string, readonly version: number, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyClaimsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyClaimsQuery = { readonly claims: { readonly __typename: 'ClaimConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ClaimEdge', readonly node: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome, readonly targetOn: string | null, readonly latestOn: string | null, readonly promiseState: PromiseState } } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MyDataScreenQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyDataScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthDate: string, readonly civilNumberMasked: string, readonly phone: string | null, readonly email: string | null, readonly address: { readonly __typename: 'Address', readonly line: string | null, readonly postalCode: string, readonly town: string } | null, readonly consents: { readonly __typename: 'ConsentConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'ConsentEdge', readonly node: { readonly __typename: 'Consent', readonly id: string, readonly purpose: ConsentPurpose, readonly state: ConsentState, readonly givenOn: string, readonly expiresOn: string, readonly withdrawnOn: string | null, readonly textVersion: string, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string } | null } }> }, readonly accessLog: { readonly __typename: 'AccessLogEntryConnection', readonly edges: ReadonlyArray<{ readonly __typename: 'AccessLogEntryEdge', readonly node: { readonly __typename: 'AccessLogEntry', readonly at: string, readonly role: ViewerRole, readonly purpose: string, readonly caseReference: string | null, readonly operation: string, readonly fields: ReadonlyArray<string>, readonly allowed: boolean, readonly organisation: { readonly __typename: 'Organisation', readonly id: string, readonly legalName: string } | null } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } }>, readonly guardians: ReadonlyArray<{ readonly __typename: 'Guardian', readonly id: string, readonly name: string, readonly access: GuardianAccess }>, readonly dependants: ReadonlyArray<{ readonly __typename: 'Dependant', readonly id: string, readonly name: string, readonly covers: ReadonlyArray<{ readonly __typename: 'DependantCover', readonly product: Product, readonly coverStart: string, readonly coverEnd: string | null }> }> }, readonly authorities: ReadonlyArray<{ readonly __typename: 'Authority', readonly id: string, readonly thirdParty: string | null, readonly scopes: ReadonlyArray<AuthorityScope>, readonly validThrough: string, readonly state: AuthorityState }> };

export type NotificationChoiceQueryVariables = Exact<{ [key: string]: never; }>;


export type NotificationChoiceQuery = { readonly notificationChoice: { readonly __typename: 'NotificationChoice', readonly email: boolean, readonly sms: boolean, readonly language: Language } };

export type OpenClaimMutationVariables = Exact<{
  input: OpenClaimInput;
}>;


export type OpenClaimMutation = { readonly openClaim: { readonly __typename: 'OpenClaimPayload', readonly replayed: boolean, readonly claim: { readonly __typename: 'Claim', readonly id: string, readonly reference: string, readonly state: ClaimState, readonly guarantee: { readonly __typename: 'ClaimGuarantee', readonly outcome: GuaranteeOutcome } } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type PaymentGuaranteeQueryVariables = Exact<{
  bookingId: string;
  language: Language;
}>;


export type PaymentGuaranteeQuery = { readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly paymentGuarantee: { readonly __typename: 'PaymentGuarantee', readonly reference: string, readonly state: PaymentGuaranteeState, readonly treatments: number | null, readonly ownChoice: boolean, readonly startsAt: string | null, readonly validThrough: string | null, readonly service: { readonly __typename: 'Service', readonly code: ServiceCode }, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly insurerPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly memberPays: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null, readonly pdf: { readonly __typename: 'DocumentFile', readonly fileName: string, readonly mediaType: string, readonly url: string } } | null } | null };

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

export type ReleaseHoldMutationVariables = Exact<{
  input: ReleaseHoldInput;
}>;


export type ReleaseHoldMutation = { readonly releaseHold: { readonly __typename: 'HoldPayload', readonly replayed: boolean, readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly state: HoldState, readonly expiresAt: string, readonly renewalsLeft: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RenewHoldMutationVariables = Exact<{
  input: RenewHoldInput;
}>;


export type RenewHoldMutation = { readonly renewHold: { readonly __typename: 'HoldPayload', readonly replayed: boolean, readonly hold: { readonly __typename: 'Hold', readonly id: string, readonly state: HoldState, readonly expiresAt: string, readonly renewalsLeft: number } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type ReportScreenQueryVariables = Exact<{
  language?: Language;
}>;


export type ReportScreenQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthYear: number }> }, readonly services: ReadonlyArray<{ readonly __typename: 'Service', readonly code: ServiceCode, readonly name: string }>, readonly conditions: ReadonlyArray<{ readonly __typename: 'ListedCondition', readonly code: ConditionCode, readonly name: string }> };

export type RescheduleBookingMutationVariables = Exact<{
  input: RescheduleBookingInput;
}>;


export type RescheduleBookingMutation = { readonly rescheduleBooking: { readonly __typename: 'RescheduleBookingPayload', readonly late: boolean, readonly guaranteeLapsed: boolean, readonly replayed: boolean, readonly booking: { readonly __typename: 'Booking', readonly id: string, readonly reference: string, readonly startsAt: string, readonly standing: PromiseStanding | null, readonly version: number } | null, readonly alternatives: ReadonlyArray<{ readonly __typename: 'Slot', readonly id: string, readonly startsAt: string }>, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RevokeCalendarFeedMutationVariables = Exact<{
  input: ChangeCalendarFeedInput;
}>;


export type RevokeCalendarFeedMutation = { readonly revokeCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type RotateCalendarFeedMutationVariables = Exact<{
  input: ChangeCalendarFeedInput;
}>;


export type RotateCalendarFeedMutation = { readonly rotateCalendarFeed: { readonly __typename: 'CalendarFeedPayload', readonly path: string | null, readonly replayed: boolean, readonly feed: { readonly __typename: 'CalendarFeed', readonly id: string, readonly kind: CalendarFeedKind, readonly createdAt: string, readonly lastReadAt: string | null, readonly clinic: { readonly __typename: 'Clinic', readonly id: string, readonly name: string } | null, readonly practitioner: { readonly __typename: 'Practitioner', readonly id: string, readonly name: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type SettingsScreenQueryVariables = Exact<{ [key: string]: never; }>;


export type SettingsScreenQuery = { readonly notificationChoice: { readonly __typename: 'NotificationChoice', readonly email: boolean, readonly sms: boolean, readonly language: Language }, readonly calendarFeeds: ReadonlyArray<{ readonly __typename: 'CalendarFeed', readonly id: string, readonly createdAt: string, readonly lastReadAt: string | null }> };

export type SubmitDocumentMutationVariables = Exact<{
  input: SubmitDocumentInput;
}>;


export type SubmitDocumentMutation = { readonly submitDocument: { readonly __typename: 'SubmitDocumentPayload', readonly replayed: boolean, readonly submission: { readonly __typename: 'Submission', readonly id: string, readonly kind: SubmissionKind, readonly state: SubmissionState, readonly documentReference: string, readonly referralType: ReferralType | null, readonly day: string | null, readonly billReference: string | null, readonly submittedAt: string, readonly fee: { readonly __typename: 'Money', readonly amountMinor: string, readonly currency: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly path: ReadonlyArray<string>, readonly retryable: boolean }> } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly role: ViewerRole, readonly members: ReadonlyArray<{ readonly __typename: 'Member', readonly id: string, readonly name: string, readonly birthYear: number, readonly policies: ReadonlyArray<{ readonly __typename: 'Policy', readonly id: string, readonly product: Product, readonly options: ReadonlyArray<PolicyOption> }> }> } };

export type WithdrawAuthorityMutationVariables = Exact<{
  input: WithdrawAuthorityInput;
}>;


export type WithdrawAuthorityMutation = { readonly withdrawAuthority: { readonly __typename: 'WithdrawAuthorityPayload', readonly authority: { readonly __typename: 'Authority', readonly id: string, readonly thirdParty: string | null, readonly scopes: ReadonlyArray<AuthorityScope>, readonly validFrom: string, readonly validThrough: string, readonly withdrawnAt: string | null, readonly state: AuthorityState, readonly representative: { readonly __typename: 'Member', readonly id: string } | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export type WithdrawConsentMutationVariables = Exact<{
  input: WithdrawConsentInput;
}>;


export type WithdrawConsentMutation = { readonly withdrawConsent: { readonly __typename: 'WithdrawConsentPayload', readonly consent: { readonly __typename: 'Consent', readonly id: string, readonly withdrawnOn: string | null } | null, readonly errors: ReadonlyArray<{ readonly __typename: 'UserError', readonly code: ErrorCode, readonly message: string, readonly path: ReadonlyArray<string>, readonly rule: string | null, readonly clause: string | null, readonly remedy: string | null, readonly retryable: boolean }> } };

export const AccessLog = /* @__PURE__ */ registered<AccessLogQuery, AccessLogQueryVariables>(
  "6998a131b9add35cc2c7270095c6effd6d2836a7c5224e2f0b9a6ca4e945eb46",
  "query AccessLog($first: Int!, $after: String) {\n  viewer {\n    members {\n      id\n      name\n      accessLog(first: $first, after: $after) {\n        edges {\n          node {\n            at\n            role\n            organisation {\n              id\n              legalName\n              __typename\n            }\n            purpose\n            caseReference\n            operation\n            allowed\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const AppointmentScreen = /* @__PURE__ */ registered<AppointmentScreenQuery, AppointmentScreenQueryVariables>(
  "0a9b55f55ad24ca2ec06ea39173d045e137afd8d0546fd5b64b7c513b961467d",
  "query AppointmentScreen($id: ID!, $language: Language! = DA) {\n  booking(id: $id) {\n    id\n    reference\n    state\n    version\n    startsAt\n    endsAt\n    sessionNumber\n    service {\n      code\n      name(language: $language)\n      __typename\n    }\n    clinic {\n      id\n      name\n      phone\n      languages\n      address {\n        line\n        postalCode\n        town\n        location {\n          latitude\n          longitude\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    practitioner {\n      id\n      name\n      profession\n      __typename\n    }\n    videoLink\n    contactedAt\n    confirmedByMember\n    meeting {\n      channel\n      wayIn\n      accessibility\n      phone\n      address {\n        line\n        postalCode\n        town\n        __typename\n      }\n      __typename\n    }\n    quote {\n      gross {\n        amountMinor\n        currency\n        __typename\n      }\n      publicPays {\n        amountMinor\n        currency\n        __typename\n      }\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      reasons {\n        code\n        rule\n        clause\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      __typename\n    }\n    cancellation {\n      state\n      late\n      freeUntil\n      memberMayBeCharged\n      treatmentReturned\n      guarantee\n      __typename\n    }\n    freeCancellationUntil\n    movedTo {\n      id\n      reference\n      startsAt\n      __typename\n    }\n    movedFrom {\n      id\n      reference\n      startsAt\n      __typename\n    }\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        latestOn\n        promiseState\n        __typename\n      }\n      __typename\n    }\n    calendar {\n      fileName\n      url\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Authorities = /* @__PURE__ */ registered<AuthoritiesQuery, AuthoritiesQueryVariables>(
  "8082e647b21cb03fe07277221cdd0562bb224928db7cf2db4efaed858ddffe6c",
  "query Authorities {\n  authorities {\n    id\n    member {\n      id\n      __typename\n    }\n    representative {\n      id\n      __typename\n    }\n    thirdParty\n    scopes\n    validFrom\n    validThrough\n    state\n    __typename\n  }\n}",
);
export const BillsScreen = /* @__PURE__ */ registered<BillsScreenQuery, BillsScreenQueryVariables>(
  "58c05c77d1282d0b1e39709aa8feab8cefd05845f73af6e482cd9c2a1162f32f",
  "query BillsScreen($first: Int!, $language: Language! = DA) {\n  viewer {\n    members {\n      id\n      name\n      claims(first: $first) {\n        edges {\n          node {\n            id\n            reference\n            state\n            service {\n              code\n              name(language: $language)\n              __typename\n            }\n            paymentGuarantee {\n              reference\n              state\n              validThrough\n              pdf(language: $language) {\n                fileName\n                url\n                __typename\n              }\n              __typename\n            }\n            submissions {\n              id\n              kind\n              state\n              documentReference\n              day\n              note\n              submittedAt\n              fee {\n                amountMinor\n                currency\n                __typename\n              }\n              __typename\n            }\n            denials {\n              decidedAt\n              note\n              complaintThrough\n              reasons {\n                code\n                message(language: $language)\n                remedy(language: $language)\n                __typename\n              }\n              complaint {\n                id\n                state\n                dueOn\n                answer\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      reimbursements(first: $first) {\n        edges {\n          node {\n            id\n            billReference\n            treatedOn\n            decidedAt\n            fee {\n              amountMinor\n              currency\n              __typename\n            }\n            reimbursed {\n              amountMinor\n              currency\n              __typename\n            }\n            memberPays {\n              amountMinor\n              currency\n              __typename\n            }\n            payout {\n              state\n              endToEndId\n              expectedOn\n              paidOn\n              __typename\n            }\n            service {\n              code\n              name(language: $language)\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookFirstAppointment = /* @__PURE__ */ registered<BookFirstAppointmentMutation, BookFirstAppointmentMutationVariables>(
  "0dcd9e4ce2336996816ff367ce4645cf33b3752fc977bc7717cc7c6452c950d4",
  "mutation BookFirstAppointment($input: BookFirstAppointmentInput!, $language: Language! = DA) {\n  bookFirstAppointment(input: $input) {\n    booking {\n      id\n      reference\n      state\n      slot {\n        id\n        __typename\n      }\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      endsAt\n      channel\n      standing\n      latestOn\n      chosenBecause {\n        code\n        message(language: $language)\n        rule\n        clause\n        __typename\n      }\n      freeCancellationUntil\n      quote {\n        gross {\n          amountMinor\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      version\n      __typename\n    }\n    tried {\n      step\n      withinKm\n      channels\n      found\n      harmful\n      refused\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookSlot = /* @__PURE__ */ registered<BookSlotMutation, BookSlotMutationVariables>(
  "e125bee9d6406bb2d8d640ac08fb92ce5ec547ee4a544a81891834b4869525f8",
  "mutation BookSlot($input: BookSlotInput!, $language: Language! = DA) {\n  bookSlot(input: $input) {\n    booking {\n      id\n      reference\n      state\n      slot {\n        id\n        __typename\n      }\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      endsAt\n      channel\n      standing\n      latestOn\n      chosenBecause {\n        code\n        message(language: $language)\n        rule\n        clause\n        __typename\n      }\n      freeCancellationUntil\n      quote {\n        gross {\n          amountMinor\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      version\n      __typename\n    }\n    alternatives {\n      id\n      clinic {\n        id\n        name\n        __typename\n      }\n      startsAt\n      channel\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookingCalendar = /* @__PURE__ */ registered<BookingCalendarQuery, BookingCalendarQueryVariables>(
  "23cc3ba98b6f40f8f92904b475cc57515ba92e9972adda1aa7b68cacb03373ed",
  "query BookingCalendar($id: ID!) {\n  booking(id: $id) {\n    id\n    calendar {\n      fileName\n      url\n      base64\n      __typename\n    }\n    __typename\n  }\n}",
);
export const BookingChanged = /* @__PURE__ */ registered<BookingChangedSubscription, BookingChangedSubscriptionVariables>(
  "99ebcee7586cfe6e1b474ea4af73deae4437a2cfabdaccca593cc3c55767ac31",
  "subscription BookingChanged($bookingId: ID) {\n  bookingChanged(bookingId: $bookingId) {\n    change\n    booking {\n      id\n      state\n      startsAt\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CalendarFeeds = /* @__PURE__ */ registered<CalendarFeedsQuery, CalendarFeedsQueryVariables>(
  "bca11ad530ea315988131383d129634ecff56a91c1f0e9f3e055f4303535ebe5",
  "query CalendarFeeds {\n  calendarFeeds {\n    id\n    kind\n    clinic {\n      id\n      name\n      __typename\n    }\n    practitioner {\n      id\n      name\n      __typename\n    }\n    createdAt\n    lastReadAt\n    __typename\n  }\n}",
);
export const CancelBooking = /* @__PURE__ */ registered<CancelBookingMutation, CancelBookingMutationVariables>(
  "4676090e408703f77eebad54187c0431ed2045cebfa9e6500f7a66c50f165299",
  "mutation CancelBooking($input: CancelBookingInput!) {\n  cancelBooking(input: $input) {\n    booking {\n      id\n      state\n      __typename\n    }\n    terms {\n      state\n      late\n      freeUntil\n      memberMayBeCharged\n      treatmentReturned\n      guarantee\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ChangeGuardianAccess = /* @__PURE__ */ registered<ChangeGuardianAccessMutation, ChangeGuardianAccessMutationVariables>(
  "a0c7421c95afd86225c6f1d742b05fba12c5faccba65ea65091811f082932e41",
  "mutation ChangeGuardianAccess($input: ChangeGuardianAccessInput!) {\n  changeGuardianAccess(input: $input) {\n    guardian {\n      id\n      name\n      access\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ChooseNotifications = /* @__PURE__ */ registered<ChooseNotificationsMutation, ChooseNotificationsMutationVariables>(
  "28e97615328f5af11b3b063e465994d7e5112d0b6084ad6388e4210ced23804f",
  "mutation ChooseNotifications($input: ChooseNotificationsInput!) {\n  chooseNotifications(input: $input) {\n    choice {\n      email\n      sms\n      language\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      remedy\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const ClaimPaymentGuarantee = /* @__PURE__ */ registered<ClaimPaymentGuaranteeQuery, ClaimPaymentGuaranteeQueryVariables>(
  "79e1af07d3aafca43186cea243f1afd67fc18f21c326923b0790a5251d439d4d",
  "query ClaimPaymentGuarantee($claimId: ID!, $language: Language!) {\n  claim(id: $claimId) {\n    id\n    paymentGuarantee {\n      reference\n      state\n      service {\n        code\n        __typename\n      }\n      treatments\n      clinic {\n        id\n        name\n        __typename\n      }\n      ownChoice\n      startsAt\n      validThrough\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        mediaType\n        url\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ClaimPaymentGuaranteeFile = /* @__PURE__ */ registered<ClaimPaymentGuaranteeFileQuery, ClaimPaymentGuaranteeFileQueryVariables>(
  "6009b06e6f5dce2c07b793206c4a430c866c4812d7ef5057b1331885086ffdb4",
  "query ClaimPaymentGuaranteeFile($claimId: ID!, $language: Language!) {\n  claim(id: $claimId) {\n    paymentGuarantee {\n      pdf(language: $language) {\n        base64\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ConfirmAttendance = /* @__PURE__ */ registered<ConfirmAttendanceMutation, ConfirmAttendanceMutationVariables>(
  "c6af870c2626046106aa585448e6473ad9dc53f532c139ee0bc9efc0c1dda538",
  "mutation ConfirmAttendance($input: ConfirmAttendanceInput!) {\n  confirmAttendance(input: $input) {\n    booking {\n      id\n      state\n      confirmedByMember\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Coverage = /* @__PURE__ */ registered<CoverageQuery, CoverageQueryVariables>(
  "7e180e70ae0b99723afa794f19e52377401189cf6cbeafd9fd067395158a39f0",
  "query Coverage($input: CoverageInput!, $language: Language! = DA) {\n  coverage(input: $input) {\n    covered\n    service {\n      code\n      name\n      __typename\n    }\n    on\n    treatmentsRemaining\n    guaranteeClass\n    notes\n    reasons {\n      code\n      rule\n      clause\n      message(language: $language)\n      remedy(language: $language)\n      __typename\n    }\n    ruleVersion\n    __typename\n  }\n}",
);
export const CoversFor = /* @__PURE__ */ registered<CoversForQuery, CoversForQueryVariables>(
  "646e4c77072c00a2890ab5236313cec6cde013dcfe66bad979382d2a5e3fd14b",
  "query CoversFor($memberId: ID!, $service: ServiceCode!) {\n  member(id: $memberId) {\n    id\n    policies {\n      id\n      options\n      coversFor(service: $service)\n      __typename\n    }\n    __typename\n  }\n}",
);
export const CreateCalendarFeed = /* @__PURE__ */ registered<CreateCalendarFeedMutation, CreateCalendarFeedMutationVariables>(
  "31053c86a189caf33a54edec96702e769536150eb5a203c1c5f983fde3a3ad1b",
  "mutation CreateCalendarFeed($input: CreateCalendarFeedInput!) {\n  createCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DeclineOffer = /* @__PURE__ */ registered<DeclineOfferMutation, DeclineOfferMutationVariables>(
  "26ea89f3877fbba65dfe4dc492a2c757d1256c1815e8e9f73aefa6107ec053b7",
  "mutation DeclineOffer($input: DeclineOfferInput!) {\n  declineOffer(input: $input) {\n    booking {\n      id\n      state\n      __typename\n    }\n    terms {\n      guarantee\n      late\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Denials = /* @__PURE__ */ registered<DenialsQuery, DenialsQueryVariables>(
  "0f900a6779aa67ea60c0c8d096294af298ddc4b028c54250c6b0e3f429884585",
  "query Denials($id: ID!, $language: Language!) {\n  claim(id: $id) {\n    id\n    state\n    denials {\n      claim {\n        id\n        __typename\n      }\n      reasons {\n        code\n        rule\n        clauseInWords(language: $language)\n        message(language: $language)\n        remedy(language: $language)\n        __typename\n      }\n      note\n      decidedAt\n      complaintThrough\n      complaint {\n        id\n        claim {\n          id\n          __typename\n        }\n        state\n        receivedAt\n        dueOn\n        documentReference\n        answeredAt\n        answer\n        __typename\n      }\n      __typename\n    }\n    submissions {\n      id\n      claim {\n        id\n        __typename\n      }\n      kind\n      state\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      submittedAt\n      decidedAt\n      note\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Dependants = /* @__PURE__ */ registered<DependantsQuery, DependantsQueryVariables>(
  "328f84924e96ea5cfae8a88ad230a81b95ae3d3843201db29de0e929d2de965f",
  "query Dependants {\n  viewer {\n    dependants {\n      id\n      name\n      birthYear\n      covers {\n        product\n        role\n        coverStart\n        coverEnd\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const DisputeAttendance = /* @__PURE__ */ registered<DisputeAttendanceMutation, DisputeAttendanceMutationVariables>(
  "e3e04e1deb5b0f2c80aa25fbee7d5247d764c0dc6723e2175288c7fef9b70bf3",
  "mutation DisputeAttendance($input: DisputeAttendanceInput!) {\n  disputeAttendance(input: $input) {\n    booking {\n      id\n      state\n      confirmedByMember\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindProviders = /* @__PURE__ */ registered<FindProvidersQuery, FindProvidersQueryVariables>(
  "ef832ebc35b1e431d9c5fd17d9e72c31d9a58728bf9a07225299dd91699c5aca",
  "query FindProviders($near: NearInput!, $service: ServiceCode!, $claimId: ID, $order: ProviderOrder!, $earliestBy: DateTime, $first: Int!, $after: String) {\n  providers(\n    near: $near\n    service: $service\n    claimId: $claimId\n    order: $order\n    earliestBy: $earliestBy\n    first: $first\n    after: $after\n  ) {\n    edges {\n      node {\n        id\n        distanceKm\n        earliestAt\n        latestOn\n        marginWorkingDays\n        clinic {\n          id\n          name\n          address {\n            line\n            postalCode\n            town\n            location {\n              latitude\n              longitude\n              __typename\n            }\n            __typename\n          }\n          lastSyncedAt\n          __typename\n        }\n        nextSlots {\n          slot {\n            id\n            __typename\n          }\n          startsAt\n          endsAt\n          channel\n          __typename\n        }\n        price {\n          gross {\n            amountMinor\n            __typename\n          }\n          publicPays {\n            amountMinor\n            __typename\n          }\n          insurerPays {\n            amountMinor\n            __typename\n          }\n          memberPays {\n            amountMinor\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    heldWishes\n    setAsideWishes\n    errors {\n      code\n      message\n      remedy\n      __typename\n    }\n    __typename\n  }\n}",
);
export const FindScreen = /* @__PURE__ */ registered<FindScreenQuery, FindScreenQueryVariables>(
  "20feab8f133ab4e5d3c12545fa87989c1d822f95f793aea0752489659eed3527",
  "query FindScreen($claimId: ID!, $near: NearInput!, $first: Int!, $after: String, $order: ProviderOrder! = DISTANCE, $channel: Channel, $language: Language! = DA) {\n  claim(id: $claimId) {\n    id\n    reference\n    service {\n      code\n      name(language: $language)\n      __typename\n    }\n    guarantee {\n      outcome\n      latestOn\n      deadlineAt\n      __typename\n    }\n    providers(\n      near: $near\n      first: $first\n      after: $after\n      order: $order\n      channel: $channel\n    ) {\n      edges {\n        node {\n          id\n          distanceKm\n          earliestAt\n          marginWorkingDays\n          price {\n            memberPays {\n              amountMinor\n              currency\n              __typename\n            }\n            insurerPays {\n              amountMinor\n              currency\n              __typename\n            }\n            publicPays {\n              amountMinor\n              currency\n              __typename\n            }\n            reasons {\n              code\n              message(language: $language)\n              __typename\n            }\n            __typename\n          }\n          clinic {\n            id\n            name\n            phone\n            address {\n              line\n              postalCode\n              town\n              location {\n                latitude\n                longitude\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          nextSlots {\n            slot {\n              id\n              __typename\n            }\n            practitioner {\n              id\n              name\n              __typename\n            }\n            startsAt\n            endsAt\n            channel\n            freeUnits\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n        __typename\n      }\n      setAsideWishes\n      errors {\n        code\n        message\n        path\n        remedy\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const GiveConsent = /* @__PURE__ */ registered<GiveConsentMutation, GiveConsentMutationVariables>(
  "6e5165c2d0bcc47ce84f972242d98cb33399b2fe0eb5df486de64ffa75aea1d2",
  "mutation GiveConsent($input: GiveConsentInput!) {\n  giveConsent(input: $input) {\n    consent {\n      id\n      givenOn\n      expiresOn\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Guarantee = /* @__PURE__ */ registered<GuaranteeQuery, GuaranteeQueryVariables>(
  "53abdd00bdd2bab91fc39f0cb31295796da9fcd5186a5e9ba7805df75a6b93eb",
  "query Guarantee($claimId: ID!, $language: Language! = DA) {\n  claim(id: $claimId) {\n    derivation {\n      outcome\n      guaranteeClass\n      clockStartOn\n      firstTargetOn\n      targetOn\n      latestOn\n      deadlineAt\n      promiseState\n      steps {\n        kind\n        at\n        on\n        sets\n        rule\n        clause\n        message(language: $language)\n        __typename\n      }\n      reasons {\n        code\n        message(language: $language)\n        __typename\n      }\n      firstAppointment {\n        booking {\n          id\n          startsAt\n          __typename\n        }\n        standing\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Guardians = /* @__PURE__ */ registered<GuardiansQuery, GuardiansQueryVariables>(
  "de3c4bf83607ea24a0b1db2f3649ecf170e988c5d083448c930ddac3197619a3",
  "query Guardians {\n  viewer {\n    guardians {\n      id\n      name\n      access\n      __typename\n    }\n    __typename\n  }\n}",
);
export const HoldSlot = /* @__PURE__ */ registered<HoldSlotMutation, HoldSlotMutationVariables>(
  "497f2f5989a878c93d649f7f8cf3df6a4a863f257f98c10ce16b0d2973c03799",
  "mutation HoldSlot($input: HoldSlotInput!) {\n  holdSlot(input: $input) {\n    hold {\n      id\n      state\n      expiresAt\n      renewalsLeft\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Holds = /* @__PURE__ */ registered<HoldsQuery, HoldsQueryVariables>(
  "bc390cd5f8d96af4ca6dc2158f6bebc2ce4fe870922606fe78e565e6548d7eb2",
  "query Holds($claimId: ID!) {\n  claim(id: $claimId) {\n    holds {\n      id\n      slot {\n        id\n        __typename\n      }\n      service {\n        code\n        name\n        __typename\n      }\n      state\n      expiresAt\n      renewalsLeft\n      __typename\n    }\n    __typename\n  }\n}",
);
export const HomeScreen = /* @__PURE__ */ registered<HomeScreenQuery, HomeScreenQueryVariables>(
  "e77d3b49933fd5a5cd8c7c6c3327520ce99b41199473258326a67b83729e2315",
  "query HomeScreen($first: Int!, $now: DateTime!, $language: Language! = DA) {\n  viewer {\n    members {\n      id\n      name\n      birthYear\n      policies {\n        id\n        product\n        limits {\n          rule\n          under\n          period\n          allowed\n          used\n          remaining\n          services {\n            code\n            name(language: $language)\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      claims(\n        first: $first\n        states: [REPORTED, AWAITING_INFORMATION, APPROVED, IN_TREATMENT, ESCALATED]\n      ) {\n        edges {\n          node {\n            id\n            reference\n            state\n            service {\n              code\n              name(language: $language)\n              __typename\n            }\n            guarantee {\n              outcome\n              latestOn\n              deadlineAt\n              promiseState\n              __typename\n            }\n            information {\n              needs\n              __typename\n            }\n            portion {\n              authorised\n              used\n              remaining\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      bookings(first: $first, from: $now, states: [CONFIRMED], earliestFirst: true) {\n        edges {\n          node {\n            id\n            reference\n            state\n            startsAt\n            endsAt\n            freeCancellationUntil\n            service {\n              code\n              name(language: $language)\n              __typename\n            }\n            clinic {\n              id\n              name\n              __typename\n            }\n            meeting {\n              channel\n              phone\n              address {\n                line\n                postalCode\n                town\n                __typename\n              }\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    dependants {\n      id\n      name\n      birthYear\n      __typename\n    }\n    __typename\n  }\n  attended: bookings(filter: {states: [ATTENDED]}, first: 3) {\n    edges {\n      node {\n        id\n        startsAt\n        confirmedByMember\n        clinic {\n          id\n          name\n          __typename\n        }\n        service {\n          code\n          name(language: $language)\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MyBookings = /* @__PURE__ */ registered<MyBookingsQuery, MyBookingsQueryVariables>(
  "12a39024ccd811606419b5790d118c432555b4c201c77f7e64eaacb04d858874",
  "query MyBookings($filter: BookingFilterInput, $first: Int!, $after: String) {\n  bookings(filter: $filter, first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        service {\n          code\n          name\n          __typename\n        }\n        startsAt\n        endsAt\n        channel\n        clinic {\n          id\n          name\n          __typename\n        }\n        standing\n        freeCancellationUntil\n        version\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MyClaims = /* @__PURE__ */ registered<MyClaimsQuery, MyClaimsQueryVariables>(
  "81cdd1e908103d449bf0fee11d2567167c88a663f068efde79f66e537e4567d0",
  "query MyClaims($first: Int!, $after: String) {\n  claims(first: $first, after: $after) {\n    edges {\n      node {\n        id\n        reference\n        state\n        service {\n          code\n          name\n          __typename\n        }\n        guarantee {\n          outcome\n          targetOn\n          latestOn\n          promiseState\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n      __typename\n    }\n    __typename\n  }\n}",
);
export const MyDataScreen = /* @__PURE__ */ registered<MyDataScreenQuery, MyDataScreenQueryVariables>(
  "278e9ad28aebfa3ebb803a83ea894ed67819eaeac81266c100cdf1ddfefc54e2",
  "query MyDataScreen($first: Int!, $after: String) {\n  viewer {\n    members {\n      id\n      name\n      birthDate\n      civilNumberMasked\n      phone\n      email\n      address {\n        line\n        postalCode\n        town\n        __typename\n      }\n      consents(first: $first) {\n        edges {\n          node {\n            id\n            purpose\n            state\n            givenOn\n            expiresOn\n            withdrawnOn\n            textVersion\n            claim {\n              id\n              reference\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        __typename\n      }\n      accessLog(first: $first, after: $after) {\n        edges {\n          node {\n            at\n            role\n            purpose\n            caseReference\n            operation\n            fields\n            allowed\n            organisation {\n              id\n              legalName\n              __typename\n            }\n            __typename\n          }\n          __typename\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n          __typename\n        }\n        __typename\n      }\n      __typename\n    }\n    guardians {\n      id\n      name\n      access\n      __typename\n    }\n    dependants {\n      id\n      name\n      covers {\n        product\n        coverStart\n        coverEnd\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n  authorities {\n    id\n    thirdParty\n    scopes\n    validThrough\n    state\n    __typename\n  }\n}",
);
export const NotificationChoice = /* @__PURE__ */ registered<NotificationChoiceQuery, NotificationChoiceQueryVariables>(
  "73647e82438cb86390bfeb84f88db82278efa862b79b5d2b69935af7d4699ff5",
  "query NotificationChoice {\n  notificationChoice {\n    email\n    sms\n    language\n    __typename\n  }\n}",
);
export const OpenClaim = /* @__PURE__ */ registered<OpenClaimMutation, OpenClaimMutationVariables>(
  "283c3089637cf68cc9d108116da257c23d2f1a4a55383a0495ac02604c62fb35",
  "mutation OpenClaim($input: OpenClaimInput!) {\n  openClaim(input: $input) {\n    claim {\n      id\n      reference\n      state\n      guarantee {\n        outcome\n        __typename\n      }\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const PaymentGuarantee = /* @__PURE__ */ registered<PaymentGuaranteeQuery, PaymentGuaranteeQueryVariables>(
  "b2c901379a9b281983e53325385c6ed9e38368cae7fbc93a047b35ec87009947",
  "query PaymentGuarantee($bookingId: ID!, $language: Language!) {\n  booking(id: $bookingId) {\n    id\n    paymentGuarantee {\n      reference\n      state\n      service {\n        code\n        __typename\n      }\n      treatments\n      clinic {\n        id\n        name\n        __typename\n      }\n      ownChoice\n      startsAt\n      validThrough\n      insurerPays {\n        amountMinor\n        currency\n        __typename\n      }\n      memberPays {\n        amountMinor\n        currency\n        __typename\n      }\n      pdf(language: $language) {\n        fileName\n        mediaType\n        url\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const Quote = /* @__PURE__ */ registered<QuoteQuery, QuoteQueryVariables>(
  "75087ba9900c74ef6481297d8b485c1dd9f3ec8bb0020ad011cc5e89b8df5ab7",
  "query Quote($claimId: ID!, $slotId: ID!, $language: Language! = DA) {\n  claim(id: $claimId) {\n    quote(slotId: $slotId) {\n      bookable\n      standing\n      latestOn\n      sessionNumber\n      treatmentsRemaining\n      notes\n      freeCancellationUntil\n      price {\n        gross {\n          amountMinor\n          currency\n          __typename\n        }\n        publicPays {\n          amountMinor\n          __typename\n        }\n        insurerPays {\n          amountMinor\n          __typename\n        }\n        memberPays {\n          amountMinor\n          __typename\n        }\n        reasons {\n          code\n          rule\n          clause\n          message(language: $language)\n          remedy(language: $language)\n          __typename\n        }\n        __typename\n      }\n      refusals {\n        code\n        message\n        rule\n        clause\n        remedy\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RecordComplaint = /* @__PURE__ */ registered<RecordComplaintMutation, RecordComplaintMutationVariables>(
  "b3d3c46bf80e6c29d7d549538e3c69e3bbf94e8753103839da75e3e956ac01ee",
  "mutation RecordComplaint($input: RecordComplaintInput!) {\n  recordComplaint(input: $input) {\n    complaint {\n      id\n      state\n      receivedAt\n      dueOn\n      documentReference\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const ReleaseHold = /* @__PURE__ */ registered<ReleaseHoldMutation, ReleaseHoldMutationVariables>(
  "d6e5232d916d1e133e27e436dd397120bdba398949919e27cca542a73d7b55c3",
  "mutation ReleaseHold($input: ReleaseHoldInput!) {\n  releaseHold(input: $input) {\n    hold {\n      id\n      state\n      expiresAt\n      renewalsLeft\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RenewHold = /* @__PURE__ */ registered<RenewHoldMutation, RenewHoldMutationVariables>(
  "abfbbf30d81ee7182e05daa517dc75bb71caadee595885e233fdf3f1bb4b7410",
  "mutation RenewHold($input: RenewHoldInput!) {\n  renewHold(input: $input) {\n    hold {\n      id\n      state\n      expiresAt\n      renewalsLeft\n      __typename\n    }\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const ReportScreen = /* @__PURE__ */ registered<ReportScreenQuery, ReportScreenQueryVariables>(
  "41373d99643ce951196d6c63e5252abb28b3ab1d99b85cd4f6fcd212a3ab4180",
  "query ReportScreen($language: Language! = DA) {\n  viewer {\n    members {\n      id\n      name\n      birthYear\n      __typename\n    }\n    __typename\n  }\n  services {\n    code\n    name(language: $language)\n    __typename\n  }\n  conditions {\n    code\n    name(language: $language)\n    __typename\n  }\n}",
);
export const RescheduleBooking = /* @__PURE__ */ registered<RescheduleBookingMutation, RescheduleBookingMutationVariables>(
  "1361ff79a27a9d8c586d881119003fde0eabe7281a664ae95ebc1a8e341ea0c3",
  "mutation RescheduleBooking($input: RescheduleBookingInput!) {\n  rescheduleBooking(input: $input) {\n    booking {\n      id\n      reference\n      startsAt\n      standing\n      version\n      __typename\n    }\n    alternatives {\n      id\n      startsAt\n      __typename\n    }\n    late\n    guaranteeLapsed\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RevokeCalendarFeed = /* @__PURE__ */ registered<RevokeCalendarFeedMutation, RevokeCalendarFeedMutationVariables>(
  "edaa53bdf251c3d73bbe1c399dfcd6462307ce6e8246545f70b90c53d749ddee",
  "mutation RevokeCalendarFeed($input: ChangeCalendarFeedInput!) {\n  revokeCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const RotateCalendarFeed = /* @__PURE__ */ registered<RotateCalendarFeedMutation, RotateCalendarFeedMutationVariables>(
  "e9cfe1b21c06ae3cddef8b1879557a8fa2f3811a259e3218d37d59bf349d812e",
  "mutation RotateCalendarFeed($input: ChangeCalendarFeedInput!) {\n  rotateCalendarFeed(input: $input) {\n    feed {\n      id\n      kind\n      clinic {\n        id\n        name\n        __typename\n      }\n      practitioner {\n        id\n        name\n        __typename\n      }\n      createdAt\n      lastReadAt\n      __typename\n    }\n    path\n    replayed\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const SettingsScreen = /* @__PURE__ */ registered<SettingsScreenQuery, SettingsScreenQueryVariables>(
  "fbc29a5d98e11e79510b7b7bf481c06915b167f7cae59cb9e6bd5edd02aee42e",
  "query SettingsScreen {\n  notificationChoice {\n    email\n    sms\n    language\n    __typename\n  }\n  calendarFeeds {\n    id\n    createdAt\n    lastReadAt\n    __typename\n  }\n}",
);
export const SubmitDocument = /* @__PURE__ */ registered<SubmitDocumentMutation, SubmitDocumentMutationVariables>(
  "7893449a58cffbca78240cf64be8df6bdf75580adb9d60b9ed5f5dc0ef32a4b2",
  "mutation SubmitDocument($input: SubmitDocumentInput!) {\n  submitDocument(input: $input) {\n    submission {\n      id\n      kind\n      state\n      documentReference\n      referralType\n      day\n      billReference\n      fee {\n        amountMinor\n        currency\n        __typename\n      }\n      submittedAt\n      __typename\n    }\n    errors {\n      code\n      message\n      rule\n      clause\n      remedy\n      path\n      retryable\n      __typename\n    }\n    replayed\n    __typename\n  }\n}",
);
export const WhoAmI = /* @__PURE__ */ registered<WhoAmIQuery, WhoAmIQueryVariables>(
  "5a12aa6cf2248b6ce3dac09d3baf5ccf1a0804e18b02f9b72ecc70fb7abd564f",
  "query WhoAmI {\n  viewer {\n    role\n    members {\n      id\n      name\n      birthYear\n      policies {\n        id\n        product\n        options\n        __typename\n      }\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WithdrawAuthority = /* @__PURE__ */ registered<WithdrawAuthorityMutation, WithdrawAuthorityMutationVariables>(
  "8e58ffea2266b73f5b101c738c404096a594401cad3595636eb4a836a2e00f87",
  "mutation WithdrawAuthority($input: WithdrawAuthorityInput!) {\n  withdrawAuthority(input: $input) {\n    authority {\n      id\n      representative {\n        id\n        __typename\n      }\n      thirdParty\n      scopes\n      validFrom\n      validThrough\n      withdrawnAt\n      state\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
export const WithdrawConsent = /* @__PURE__ */ registered<WithdrawConsentMutation, WithdrawConsentMutationVariables>(
  "0146647189fc84997c69eafdc0c078ccb9d44743d33a184a17e3df2aa1d92e58",
  "mutation WithdrawConsent($input: WithdrawConsentInput!) {\n  withdrawConsent(input: $input) {\n    consent {\n      id\n      withdrawnOn\n      __typename\n    }\n    errors {\n      code\n      message\n      path\n      rule\n      clause\n      remedy\n      retryable\n      __typename\n    }\n    __typename\n  }\n}",
);
