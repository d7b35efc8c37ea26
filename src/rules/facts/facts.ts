/**
 * What the three questions are asked about. A field with `?` may be absent, which means the default in its comment; null
 * means "none". Days are Danish, "YYYY-MM-DD"; instants are RFC 3339 with any offset; money is whole øre.
 */
import type { ExtraDay, LocalDate } from "../../kernel/calendar.js";
import type {
  Channel,
  ComplaintCause,
  Cover,
  CrisisEvent,
  CrisisRelation,
  Mode,
  OperationPlace,
  Option,
  PricedService,
  Product,
  ReferralType,
  Role,
  Scheme,
  Sector,
  Service,
  SubsidyPayee,
  TransportMeans,
  TreatmentEvent,
  WorkRelated,
} from "../codes.js";
import type { ConditionCode } from "../data/conditions.js";

export type Instant = string;

/** When must the first appointment take place? */
export type GuaranteeFacts = {
  readonly product: Product;
  /** BASE. */
  readonly under?: Cover;
  readonly serviceType: Service;
  /** NETWORK. */
  readonly mode?: Mode;
  readonly claim: {
    readonly receivedAt: Instant;
    /** Approved, or for a crisis accepted. */
    readonly approvedAt?: Instant | null;
    /** Moved from own choice into the network: the approval that the promise counts from (CLM-CHANGE-REAPPROVAL). */
    readonly movedAt?: Instant | null;
    /** How it ended without a promise kept or broken. */
    readonly ended?: "DENIED" | "CLOSED" | null;
  };
  /** More information, such as a referral, was needed; the last of it came, and was found sufficient. */
  readonly information?: { readonly required?: boolean; readonly receivedAt?: Instant | null; readonly approvedAt?: Instant | null };
  /** Always there for crisis counselling. */
  readonly crisis?: { readonly occurredAt: Instant };
  readonly exceptions?: {
    readonly emergency?: boolean;
    readonly notMedicallyAppropriate?: boolean;
    readonly medicallyPostponed?: boolean;
    readonly highlySpecialised?: boolean;
    /** Offers the member rejected; the sector is PRIVATE unless stated. */
    readonly declinedOffers?: readonly { readonly appointmentOn: LocalDate; readonly sector?: Sector }[];
    readonly wishedNotBefore?: LocalDate | null;
    /** Earliest appointment the public system has offered or can offer. */
    readonly publicOfferOn?: LocalDate | null;
    readonly extensionWorkingDays?: number;
    readonly providerCancellations?: number;
    /** Treatment had begun with a therapist of own choice when the claim moved into the network. */
    readonly begunOutside?: boolean;
  };
  readonly calendar?: { readonly extraNonWorkingDays?: readonly ExtraDay[] };
  /** An appointment to be judged. */
  readonly proposedAppointmentAt?: Instant | null;
};

/** Is this treatment of this member covered, and if not, why? */
export type CoverageFacts = {
  readonly product: Product;
  /** BASE. */
  readonly under?: Cover;
  /** Day of the decision, e.g. of the booking; the day of the treatment when absent. */
  readonly decidedOn?: LocalDate;
  readonly member: { readonly role: Role; readonly birthDate: LocalDate; /** DK. */ readonly residence?: string };
  readonly cover: {
    readonly start: LocalDate;
    /** Last day of cover; null while open. */
    readonly end?: LocalDate | null;
    /** MANDATORY for OCCUPATIONAL, PRIVATE for FLEX. */
    readonly scheme?: Scheme;
    /** Earlier start carried over by direct transfer. */
    readonly seniorityFrom?: LocalDate | null;
    readonly optional?: readonly Option[];
    /** A co-insured child: last day of the payment period that contains the 24th birthday. */
    readonly paidThrough?: LocalDate | null;
    /** 24, from the contract. */
    readonly groupChildAge?: number;
    readonly suspended?: boolean;
  };
  readonly claim: {
    readonly reportedOn: LocalDate;
    readonly approvedOn?: LocalDate | null;
    /** True. */
    readonly informationComplete?: boolean;
    /** YES. */
    readonly workRelated?: WorkRelated;
    readonly previousInsurerClaim?: boolean;
    readonly plannedBeforeStart?: boolean;
    readonly emergency?: boolean;
    /** Another form of treatment runs and no exception was granted. */
    readonly otherFormActive?: boolean;
    /** Forms of treatment of the member's other open claims that were begun or approved before this one. */
    readonly otherForms?: readonly { readonly service: Service; readonly condition: ConditionCode }[];
    /** The insurer's doctors allow several forms at a time for this claim: a medical decision. */
    readonly severalFormsAllowed?: boolean;
    readonly publicOfferWithinGuarantee?: boolean;
    readonly publicPackage?: boolean;
    readonly freePhysioScheme?: boolean;
    readonly afterCoveredSurgery?: boolean;
    readonly lastTreatmentOn?: LocalDate | null;
    readonly firstTreatmentOn?: LocalDate | null;
    readonly ownChoicePsychologistStarted?: boolean;
    readonly previousAddictionTreatment?: boolean;
    /** The complaint keeps coming back, though it may be young this time. */
    readonly recurring?: boolean;
    /** What caused the complaint, of the causes that keep it from cover; absent where nobody asked. */
    readonly cause?: ComplaintCause | null;
    /** The insurer's doctors give a service that its section leaves to them, e.g. a second opinion: a medical decision. */
    readonly treatmentGranted?: boolean;
    /** Where the operation was done that a re-operation follows; absent where nobody knows. */
    readonly primaryOperation?: OperationPlace | null;
  };
  readonly condition: {
    readonly code: ConditionCode;
    readonly aroseOn: LocalDate;
    readonly diagnosedOn?: LocalDate | null;
    /** Judged chronic by the insurer's doctors; a listed condition is chronic without it. */
    readonly chronic?: boolean;
    /** The insurer's doctors hold a listed condition not to be chronic in this case: a medical decision. */
    readonly notChronic?: boolean;
    /** The insurer's doctors accept a condition that is on no list, or that is covered in serious cases only: a medical decision. */
    readonly accepted?: boolean;
  };
  readonly referral?: { readonly type: ReferralType; readonly issuedOn: LocalDate } | null;
  /** The health team asks for a referral or recommendation. */
  readonly referralRequested?: boolean;
  readonly consent?: { readonly givenOn: LocalDate; readonly withdrawnOn?: LocalDate | null } | null;
  readonly treatment: {
    readonly serviceType: Service;
    readonly on: LocalDate;
    /** IN_PERSON. */
    readonly channel?: Channel;
    /** DK. */
    readonly country?: string;
  };
  readonly provider: {
    readonly mode: Mode;
    readonly hasPublicAgreement?: boolean;
    /** True. */
    readonly authorised?: boolean;
    readonly related?: boolean;
    /** True. */
    readonly treatsChildren?: boolean;
  };
  /** Earlier treatments that took place, or hold a place in a limit (BOK-COUNT). */
  readonly usage?: readonly UsageEntry[];
  /** Programmes used before: completed, discontinued or authorised. */
  readonly programmes?: readonly { readonly service: Service; readonly subject: string | null }[];
  readonly portion?: { readonly authorised: number; readonly used: number } | null;
  /** Always there for crisis counselling and debriefing. */
  readonly crisis?: {
    readonly event: CrisisEvent;
    readonly occurredAt: Instant;
    readonly reportedAt: Instant;
    readonly policeReported?: boolean;
    readonly relation?: CrisisRelation | null;
  };
};

export type UsageEntry = {
  readonly service: Service;
  /** The cover of the claim asked about. */
  readonly under?: Cover;
  /** NETWORK. */
  readonly mode?: Mode;
  readonly year: number;
  readonly sameClaim?: boolean;
  /** The condition they were for, where it is known. */
  readonly condition?: ConditionCode;
  /** Day of the last of them. */
  readonly lastOn?: LocalDate;
  readonly count: number;
};

/** An amount in øre that holds from a day on. */
export type RateEntry = { readonly from: LocalDate; readonly ore: number };

/** Who pays how much for this one treatment, or this one transport? */
export type PriceFacts = {
  readonly product: Product;
  /** BASE. */
  readonly under?: Cover;
  readonly serviceType: PricedService;
  readonly mode: Mode;
  readonly treatedOn: LocalDate;
  /** ATTENDED. */
  readonly event?: TreatmentEvent;
  /** True: the outcome of the coverage decision. */
  readonly covered?: boolean;
  /** 1 is the first treatment of the claim. */
  readonly sessionNumber?: number;
  readonly provider?: { readonly hasPublicAgreement?: boolean };
  readonly doctorReferral?: boolean;
  /** Agreed gross rates; always there in the network. */
  readonly networkRates?: readonly RateEntry[];
  /** Gross fee before public reimbursement and without supplements; always there with own choice. */
  readonly feeOre?: number;
  readonly publicReimbursementOre?: number;
  readonly tariffs?: { readonly patientShare?: readonly RateEntry[]; readonly fullFee?: readonly RateEntry[] };
  readonly supplementsOre?: number;
  /** True; false is shockwave as a supplement to a treatment priced by itself. */
  readonly standAlone?: boolean;
  readonly noShowFeeOre?: number;
  readonly otherInsurancePaidOre?: number;
  readonly danmark?: { readonly subsidyOre: number; readonly paidTo: SubsidyPayee } | null;
  /** Already paid against a monetary total. */
  readonly capUsedOre?: number;
  readonly bill?: { readonly lastTreatmentOn: LocalDate; readonly submittedOn: LocalDate } | null;
  /** Always there for TRANSPORT. */
  readonly transport?: {
    readonly means: TransportMeans;
    readonly oneWayKm: number;
    readonly kmRateOre?: number;
    readonly cheapestReturnFareOre?: number;
    readonly forService: PricedService;
    /** True. */
    readonly authorised?: boolean;
    readonly prescribedBySpecialist?: boolean;
  };
};
