/** The three kinds of facts as forms. A field absent has a default; a field wrong is never decided on. */
import { EXTRA_DAYS } from "../../kernel/calendar.js";
import * as codes from "../codes.js";
import { CONDITION_CODES } from "../data/conditions.js";
import { restsOnEvent } from "../data/forms.js";
import { FactsFault } from "./facts-fault.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "./facts.js";
import { country, day, flag, instant, listOf, oneOf, orNull, record, whole, type Form } from "./field-form.js";

const product = oneOf(codes.PRODUCTS);
const cover = oneOf(codes.COVERS);
const service = oneOf(codes.SERVICES);
const mode = oneOf(codes.MODES);
const pricedService = oneOf(codes.PRICED_SERVICES);
const ore = whole(0);
const rates = listOf(record({ from: day, ore }));
/** A bound on counts that would only ever be a slip of the keyboard, and would keep a clock counting for minutes. */
const SLIP = 10_000;
const count = whole(0, SLIP);

const GUARANTEE = record(
  {
    product,
    serviceType: service,
    claim: record(
      { receivedAt: instant },
      { approvedAt: orNull(instant), movedAt: orNull(instant), ended: orNull(oneOf(["DENIED", "CLOSED"])) },
    ),
  },
  {
    under: cover,
    mode,
    information: record({}, { required: flag, receivedAt: orNull(instant), approvedAt: orNull(instant) }),
    crisis: record({ occurredAt: instant }),
    exceptions: record(
      {},
      {
        emergency: flag,
        notMedicallyAppropriate: flag,
        medicallyPostponed: flag,
        highlySpecialised: flag,
        declinedOffers: listOf(record({ appointmentOn: day }, { sector: oneOf(codes.SECTORS) })),
        wishedNotBefore: orNull(day),
        publicOfferOn: orNull(day),
        extensionWorkingDays: count,
        providerCancellations: count,
        begunOutside: flag,
      },
    ),
    calendar: record({}, { extraNonWorkingDays: listOf(oneOf(EXTRA_DAYS)) }),
    proposedAppointmentAt: orNull(instant),
  },
);

const CLAIM = record(
  { reportedOn: day },
  {
    approvedOn: orNull(day),
    informationComplete: flag,
    workRelated: oneOf(codes.WORK_RELATED),
    previousInsurerClaim: flag,
    plannedBeforeStart: flag,
    emergency: flag,
    otherFormActive: flag,
    otherForms: listOf(record({ service, condition: oneOf(CONDITION_CODES) })),
    severalFormsAllowed: flag,
    publicOfferWithinGuarantee: flag,
    publicPackage: flag,
    freePhysioScheme: flag,
    afterCoveredSurgery: flag,
    lastTreatmentOn: orNull(day),
    firstTreatmentOn: orNull(day),
    ownChoicePsychologistStarted: flag,
    previousAddictionTreatment: flag,
    recurring: flag,
    cause: orNull(oneOf(codes.COMPLAINT_CAUSES)),
    treatmentGranted: flag,
    primaryOperation: orNull(oneOf(codes.OPERATION_PLACES)),
  },
);

const COVERAGE = record(
  {
    product,
    member: record({ role: oneOf(codes.ROLES), birthDate: day }, { residence: country }),
    cover: record(
      { start: day },
      {
        end: orNull(day),
        scheme: oneOf(codes.SCHEMES),
        seniorityFrom: orNull(day),
        optional: listOf(oneOf(codes.OPTIONS)),
        paidThrough: orNull(day),
        groupChildAge: whole(0, 150),
        suspended: flag,
      },
    ),
    claim: CLAIM,
    condition: record(
      { code: oneOf(CONDITION_CODES), aroseOn: day },
      { diagnosedOn: orNull(day), chronic: flag, notChronic: flag, accepted: flag },
    ),
    treatment: record({ serviceType: service, on: day }, { channel: oneOf(codes.CHANNELS), country }),
    provider: record({ mode }, { hasPublicAgreement: flag, authorised: flag, related: flag, treatsChildren: flag }),
  },
  {
    under: cover,
    decidedOn: day,
    referral: orNull(record({ type: oneOf(codes.REFERRAL_TYPES), issuedOn: day })),
    referralRequested: flag,
    consent: orNull(record({ givenOn: day }, { withdrawnOn: orNull(day) })),
    usage: listOf(
      record(
        { service, year: whole(1900, 2999), count },
        { under: cover, mode, sameClaim: flag, condition: oneOf(CONDITION_CODES), lastOn: day },
      ),
    ),
    programmes: listOf(record({ service, subject: orNull(oneOf([...codes.REGIONS, ...CONDITION_CODES])) })),
    portion: orNull(record({ authorised: count, used: count })),
    crisis: record(
      { event: oneOf(codes.CRISIS_EVENTS), occurredAt: instant, reportedAt: instant },
      { policeReported: flag, relation: orNull(oneOf(codes.CRISIS_RELATIONS)) },
    ),
  },
);

const PRICE = record(
  { product, serviceType: pricedService, mode, treatedOn: day },
  {
    under: cover,
    event: oneOf(codes.TREATMENT_EVENTS),
    covered: flag,
    sessionNumber: whole(1),
    provider: record({}, { hasPublicAgreement: flag }),
    doctorReferral: flag,
    networkRates: rates,
    feeOre: ore,
    publicReimbursementOre: ore,
    tariffs: record({}, { patientShare: rates, fullFee: rates }),
    supplementsOre: ore,
    standAlone: flag,
    noShowFeeOre: ore,
    otherInsurancePaidOre: ore,
    danmark: orNull(record({ subsidyOre: ore, paidTo: oneOf(codes.SUBSIDY_PAYEES) })),
    capUsedOre: ore,
    bill: orNull(record({ lastTreatmentOn: day, submittedOn: day })),
    transport: record(
      { means: oneOf(codes.TRANSPORT_MEANS), oneWayKm: whole(0, 100_000), forService: pricedService },
      { kmRateOre: whole(0, 1_000_000), cheapestReturnFareOre: ore, authorised: flag, prescribedBySpecialist: flag },
    ),
  },
);

export function demandGuaranteeFacts(facts: unknown): asserts facts is GuaranteeFacts {
  hold<GuaranteeFacts>(facts, GUARANTEE);
  if (facts.serviceType === "CRISIS_COUNSELLING" && !facts.crisis)
    throw new FactsFault("crisis.occurredAt", "is required for CRISIS_COUNSELLING");
}

export function demandCoverageFacts(facts: unknown): asserts facts is CoverageFacts {
  hold<CoverageFacts>(facts, COVERAGE);
  const { serviceType } = facts.treatment;
  if (restsOnEvent(serviceType) && !facts.crisis) throw new FactsFault("crisis", `is required for ${serviceType}`);
}

export function demandPriceFacts(facts: unknown): asserts facts is PriceFacts {
  hold<PriceFacts>(facts, PRICE);
  const network = facts.mode === "NETWORK";
  if (network && !facts.networkRates) throw new FactsFault("networkRates", "is required in the network");
  if (!network && facts.feeOre === undefined) throw new FactsFault("feeOre", "is required with own choice");
  if (facts.serviceType === "TRANSPORT" && !facts.transport) throw new FactsFault("transport", "is required for TRANSPORT");
  if (network && (facts.serviceType === "TRANSPORT" || facts.serviceType === "DENTAL"))
    throw new FactsFault("mode", `is always OWN_CHOICE for ${facts.serviceType}`);
  if (network && facts.danmark?.paidTo === "MEMBER") throw new FactsFault("danmark.paidTo", "is MEMBER only with own choice");
}

function hold<Facts>(facts: unknown, form: Form): asserts facts is Facts {
  const problem = form(facts);
  if (problem) throw new FactsFault(problem.path === "" ? "facts" : problem.path, problem.says);
}
