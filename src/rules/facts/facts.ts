/**
 * What the three questions are asked about: each as the form that facts from outside are held against, which is their type, too.
 * A field of the second list may be absent, which means the default in its comment; null means "none". A field that is wrong is
 * never decided on. Days are Danish, "YYYY-MM-DD"; instants are RFC 3339 with any offset; money is whole øre.
 */
import { CAP_AMOUNTS } from "../data/caps.js";
import { EXTRA_DAYS } from "../../kernel/calendar.js";
import * as codes from "../codes.js";
import { CONDITION_CODES } from "../data/conditions.js";
import { restsOnEvent } from "../data/forms.js";
import { FactsFault } from "./facts-fault.js";
import { country, day, flag, instant, listOf, oneOf, orNull, record, whole, type FactsOf, type FieldForm } from "./field-form.js";

export type { Instant } from "./field-form.js";

const product = oneOf(codes.PRODUCTS);
const cover = oneOf(codes.COVERS);
const service = oneOf(codes.SERVICES);
const mode = oneOf(codes.MODES);
const condition = oneOf(CONDITION_CODES);
const pricedService = oneOf(codes.PRICED_SERVICES);
const ore = whole(0);
/** A bound on counts that would only ever be a slip of the keyboard, and would keep a clock counting for minutes. */
const SLIP = 10_000;
const count = whole(0, SLIP);

const GUARANTEE = record(
  {
    product,
    serviceType: service,
    claim: record(
      { receivedAt: instant },
      {
        /** Approved, or for a crisis accepted. */
        approvedAt: orNull(instant),
        /** Moved from own choice into the network: the approval that the promise counts from (CLM-CHANGE-REAPPROVAL). */
        movedAt: orNull(instant),
        /** How it ended without a promise kept or broken. */
        ended: orNull(oneOf(["DENIED", "CLOSED"])),
      },
    ),
  },
  {
    /** BASE. */
    under: cover,
    /** NETWORK. */
    mode,
    /** More information, such as a referral, was needed; the last of it came, and was found sufficient. */
    information: record({}, { required: flag, receivedAt: orNull(instant), approvedAt: orNull(instant) }),
    /** Always there for crisis counselling. */
    crisis: record({ occurredAt: instant }),
    exceptions: record(
      {},
      {
        emergency: flag,
        notMedicallyAppropriate: flag,
        medicallyPostponed: flag,
        highlySpecialised: flag,
        /** Offers the member rejected; the sector is PRIVATE unless stated. */
        declinedOffers: listOf(record({ appointmentOn: day }, { sector: oneOf(codes.SECTORS) })),
        wishedNotBefore: orNull(day),
        /** Earliest appointment the public system has offered or can offer. */
        publicOfferOn: orNull(day),
        extensionWorkingDays: count,
        providerCancellations: count,
        /** Treatment had begun with a therapist of own choice when the claim moved into the network. */
        begunOutside: flag,
      },
    ),
    calendar: record({}, { extraNonWorkingDays: listOf(oneOf(EXTRA_DAYS)) }),
    /** An appointment to be judged. */
    proposedAppointmentAt: orNull(instant),
  },
);
/** When must the first appointment take place? */
export type GuaranteeFacts = FactsOf<typeof GUARANTEE>;

const CLAIM = record(
  { reportedOn: day },
  {
    approvedOn: orNull(day),
    /** True. */
    informationComplete: flag,
    /** YES. */
    workRelated: oneOf(codes.WORK_RELATED),
    previousInsurerClaim: flag,
    plannedBeforeStart: flag,
    emergency: flag,
    /** Another form of treatment runs and no exception was granted. */
    otherFormActive: flag,
    /** Forms of treatment of the member's other open claims that were begun or approved before this one. */
    otherForms: listOf(record({ service, condition })),
    /** The insurer's doctors allow several forms at a time for this claim: a medical decision. */
    severalFormsAllowed: flag,
    publicOfferWithinGuarantee: flag,
    publicPackage: flag,
    freePhysioScheme: flag,
    afterCoveredSurgery: flag,
    lastTreatmentOn: orNull(day),
    firstTreatmentOn: orNull(day),
    ownChoicePsychologistStarted: flag,
    previousAddictionTreatment: flag,
    /** The complaint keeps coming back, though it may be young this time. */
    recurring: flag,
    /** What caused the complaint, of the causes that keep it from cover; absent where nobody asked. */
    cause: orNull(oneOf(codes.COMPLAINT_CAUSES)),
    /** The insurer's doctors give a service that its section leaves to them, e.g. a second opinion: a medical decision. */
    treatmentGranted: flag,
    /** Where the operation was done that a re-operation follows; absent where nobody knows. */
    primaryOperation: orNull(oneOf(codes.OPERATION_PLACES)),
  },
);

const USAGE = record(
  { service, year: whole(1900, 2999), count },
  {
    /** The cover of the claim asked about. */
    under: cover,
    /** NETWORK. */
    mode,
    sameClaim: flag,
    /** The condition they were for, where it is known. */
    condition,
    /** Day of the last of them. */
    lastOn: day,
    /** How many of them took place; none unless it is said. */
    attended: count,
  },
);
export type UsageEntry = FactsOf<typeof USAGE>;

const COVERAGE = record(
  {
    product,
    member: record({ role: oneOf(codes.ROLES), birthDate: day }, { /** DK. */ residence: country }),
    cover: record(
      { start: day },
      {
        /** Last day of cover; null while open. */
        end: orNull(day),
        /** MANDATORY for OCCUPATIONAL, PRIVATE for FLEX. */
        scheme: oneOf(codes.SCHEMES),
        /** Earlier start carried over by direct transfer. */
        seniorityFrom: orNull(day),
        optional: listOf(oneOf(codes.OPTIONS)),
        /** A co-insured child: last day of the payment period that contains the 24th birthday. */
        paidThrough: orNull(day),
        /** 24, from the contract. */
        groupChildAge: whole(0, 150),
        suspended: flag,
      },
    ),
    claim: CLAIM,
    condition: record(
      { code: condition, aroseOn: day },
      {
        diagnosedOn: orNull(day),
        /** Judged chronic by the insurer's doctors; a listed condition is chronic without it. */
        chronic: flag,
        /** The insurer's doctors hold a listed condition not to be chronic in this case: a medical decision. */
        notChronic: flag,
        /** The insurer's doctors accept a condition that is on no list, or that is covered in serious cases only: a medical decision. */
        accepted: flag,
      },
    ),
    treatment: record({ serviceType: service, on: day }, { /** IN_PERSON. */ channel: oneOf(codes.CHANNELS), /** DK. */ country }),
    provider: record(
      { mode },
      { hasPublicAgreement: flag, /** True. */ authorised: flag, related: flag, /** True. */ treatsChildren: flag },
    ),
  },
  {
    /** BASE. */
    under: cover,
    /** Day of the decision, e.g. of the booking; the day of the treatment when absent. */
    decidedOn: day,
    referral: orNull(record({ type: oneOf(codes.REFERRAL_TYPES), issuedOn: day })),
    /** The health team asks for a referral or recommendation. */
    referralRequested: flag,
    consent: orNull(record({ givenOn: day }, { withdrawnOn: orNull(day) })),
    /** Earlier treatments that took place, or hold a place in a limit (BOK-COUNT). */
    usage: listOf(USAGE),
    /** Programmes used before: completed, discontinued or authorised. */
    programmes: listOf(
      record(
        { service, subject: orNull(oneOf<string>([...codes.REGIONS, ...CONDITION_CODES])) },
        { /** A part of it took place; not unless it is said. */ attended: flag },
      ),
    ),
    portion: orNull(record({ authorised: count, used: count })),
    /** Always there for crisis counselling and debriefing. */
    crisis: record(
      { event: oneOf(codes.CRISIS_EVENTS), occurredAt: instant, reportedAt: instant },
      { policeReported: flag, relation: orNull(oneOf(codes.CRISIS_RELATIONS)) },
    ),
  },
);
/** Is this treatment of this member covered, and if not, why? */
export type CoverageFacts = FactsOf<typeof COVERAGE>;

const APPROVAL = record(
  {
    reportedVia: oneOf(codes.REPORT_CHANNELS),
    /** The first treatment, as if it were approved today. */
    coverage: COVERAGE,
  },
  {
    /** True: automatic approval is in use at all. */
    switchedOn: flag,
    /** Marks or exceptions are on record that a person has to look at. */
    onRecord: flag,
  },
);
/** May this report be approved without a person? */
export type ApprovalFacts = FactsOf<typeof APPROVAL>;

const RATE = record({ from: day, ore });
/** An amount in øre that holds from a day on. */
export type RateEntry = FactsOf<typeof RATE>;
const rates = listOf(RATE);

const PRICE = record(
  { product, serviceType: pricedService, mode, treatedOn: day },
  {
    /** BASE. */
    under: cover,
    /** ATTENDED. */
    event: oneOf(codes.TREATMENT_EVENTS),
    /** True: the outcome of the coverage decision. */
    covered: flag,
    /** 1 is the first treatment of the claim. */
    sessionNumber: whole(1),
    provider: record({}, { hasPublicAgreement: flag }),
    doctorReferral: flag,
    /** Agreed gross rates; always there in the network. */
    networkRates: rates,
    /** Gross fee before public reimbursement and without supplements; always there with own choice. */
    feeOre: ore,
    publicReimbursementOre: ore,
    tariffs: record({}, { patientShare: rates, fullFee: rates }),
    supplementsOre: ore,
    /** True; false is shockwave as a supplement to a treatment priced by itself. */
    standAlone: flag,
    noShowFeeOre: ore,
    otherInsurancePaidOre: ore,
    danmark: orNull(record({ subsidyOre: ore, paidTo: oneOf(codes.SUBSIDY_PAYEES) })),
    /** Already paid against a monetary total. */
    capUsedOre: ore,
    /** Amounts that apply from a day on instead of what the conditions print, by the key of their row. */
    caps: listOf(record({ key: oneOf([...CAP_AMOUNTS.keys()]), from: day, ore })),
    bill: orNull(record({ lastTreatmentOn: day, submittedOn: day })),
    /** Always there for TRANSPORT. */
    transport: record(
      { means: oneOf(codes.TRANSPORT_MEANS), oneWayKm: whole(0, 100_000), forService: pricedService },
      { kmRateOre: whole(0, 1_000_000), cheapestReturnFareOre: ore, /** True. */ authorised: flag, prescribedBySpecialist: flag },
    ),
  },
);
/** Who pays how much for this one treatment, or this one transport? */
export type PriceFacts = FactsOf<typeof PRICE>;

export function demandGuaranteeFacts(facts: unknown): asserts facts is GuaranteeFacts {
  hold(facts, GUARANTEE);
  if (facts.serviceType === "CRISIS_COUNSELLING" && !facts.crisis)
    throw new FactsFault("crisis.occurredAt", "is required for CRISIS_COUNSELLING");
}

export function demandCoverageFacts(facts: unknown): asserts facts is CoverageFacts {
  hold(facts, COVERAGE);
  demandEvent(facts, "");
}

export function demandApprovalFacts(facts: unknown): asserts facts is ApprovalFacts {
  hold(facts, APPROVAL);
  demandEvent(facts.coverage, "coverage.");
}

function demandEvent({ treatment: { serviceType }, crisis }: CoverageFacts, at: string): void {
  if (restsOnEvent(serviceType) && !crisis) throw new FactsFault(`${at}crisis`, `is required for ${serviceType}`);
}

export function demandPriceFacts(facts: unknown): asserts facts is PriceFacts {
  hold(facts, PRICE);
  const network = facts.mode === "NETWORK";
  if (network && !facts.networkRates) throw new FactsFault("networkRates", "is required in the network");
  if (!network && facts.feeOre === undefined) throw new FactsFault("feeOre", "is required with own choice");
  if (facts.serviceType === "TRANSPORT" && !facts.transport) throw new FactsFault("transport", "is required for TRANSPORT");
  if (network && (facts.serviceType === "TRANSPORT" || facts.serviceType === "DENTAL"))
    throw new FactsFault("mode", `is always OWN_CHOICE for ${facts.serviceType}`);
  if (network && facts.danmark?.paidTo === "MEMBER") throw new FactsFault("danmark.paidTo", "is MEMBER only with own choice");
}

function hold<Facts>(facts: unknown, form: FieldForm<Facts>): asserts facts is Facts {
  const problem = form(facts);
  if (problem) throw new FactsFault(problem.path === "" ? "facts" : problem.path, problem.says);
}
