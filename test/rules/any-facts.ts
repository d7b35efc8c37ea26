/** Arbitrary facts: valid by their form, and crowded around the days and numbers where decisions turn. */
import fc from "fast-check";
import { addDays, addMonths, dayNumber, EXTRA_DAYS } from "../../src/kernel/calendar.js";
import * as codes from "../../src/rules/codes.js";
import { CONDITION_CODES } from "../../src/rules/data/conditions.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "../../src/rules/facts/facts.js";
import { SERVICE_MATRIX } from "../../src/rules/data/products.js";

const from = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list);
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined, freq: 2 });
const rarely = fc.constantFrom(false, false, false, false, true);
const mostly = rarely.map((no) => !no);
const day = (first: string, last: string): fc.Arbitrary<string> =>
  fc.integer({ min: dayNumber(first), max: dayNumber(last) }).map((n) => addDays("1970-01-01", n));

/** Drops what is undefined, as facts read from JSON have it. */
function compact<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A day some months and a day or so away from another: where periods end. */
const near = (origin: string, months: readonly number[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(from(months), fc.integer({ min: -1, max: 1 })).map(([m, d]) => addDays(addMonths(origin, m), d)) },
    { weight: 1, arbitrary: fc.integer({ min: -900, max: 900 }).map((n) => addDays(origin, n)) },
  );

const anyRow = fc.oneof(
  { weight: 9, arbitrary: from(SERVICE_MATRIX).map(({ product, under, service }) => ({ product, under, service })) },
  { weight: 1, arbitrary: fc.record({ product: from(codes.PRODUCTS), under: from(codes.COVERS), service: from(codes.SERVICES) }) },
);

export const anyCoverageFacts: fc.Arbitrary<CoverageFacts> = fc
  .tuple(anyRow, day("2024-06-01", "2027-06-30"))
  .chain(([{ product, under, service }, on]) =>
    fc
      .tuple(
        fc.record({
          start: near(on, [-18, -12, -6, -3, 0]),
          arose: near(on, [-12, -6, -3, 0]),
          age: fc.constantFrom(6, 7, 12, 13, 14, 15, 16, 17, 18, 23, 24, 25, 40),
          role: from(codes.ROLES),
        }),
        near(on, [0]),
      )
      .chain(([{ start, arose, age, role }]) =>
        fc.record({
          product: fc.constant(product),
          under: under === "BASE" ? maybe(fc.constant(under)) : fc.constant(under),
          decidedOn: maybe(near(on, [-1, 0])),
          member: fc.record({
            role: fc.constant(role),
            birthDate: near(on, [-12 * age]),
            residence: maybe(from(["DK", "SE", "DE", "GL"])),
          }),
          cover: fc.record({
            start: fc.constant(start),
            end: maybe(fc.option(near(on, [-3, -1, 0, 6]))),
            scheme: maybe(from(codes.SCHEMES)),
            seniorityFrom: maybe(fc.option(near(on, [-6, -12]))),
            optional: maybe(
              fc.uniqueArray(fc.oneof(fc.constant(under === "BASE" ? ("B" as const) : under), from(codes.OPTIONS)), { maxLength: 4 }),
            ),
            paidThrough: maybe(fc.option(near(on, [-3, 0, 1]))),
            groupChildAge: maybe(from([18, 21, 24])),
            suspended: maybe(rarely),
          }),
          claim: fc.record({
            reportedOn: near(on, [-3, -1, 0]),
            approvedOn: maybe(fc.option(near(on, [-1, 0]))),
            informationComplete: maybe(mostly),
            workRelated: maybe(from(codes.WORK_RELATED)),
            previousInsurerClaim: maybe(rarely),
            plannedBeforeStart: maybe(rarely),
            emergency: maybe(rarely),
            otherFormActive: maybe(rarely),
            otherForms: maybe(fc.array(fc.record({ service: from(codes.SERVICES), condition: from(CONDITION_CODES) }), { maxLength: 3 })),
            severalFormsAllowed: maybe(rarely),
            publicOfferWithinGuarantee: maybe(rarely),
            publicPackage: maybe(rarely),
            freePhysioScheme: maybe(rarely),
            afterCoveredSurgery: maybe(fc.boolean()),
            lastTreatmentOn: maybe(fc.option(near(on, [-24]))),
            firstTreatmentOn: maybe(fc.option(near(on, [-6]))),
            ownChoicePsychologistStarted: maybe(rarely),
            previousAddictionTreatment: maybe(rarely),
            recurring: maybe(rarely),
            cause: maybe(fc.constantFrom(null, "NONE_OF_THESE" as const, "NONE_OF_THESE" as const, ...codes.COMPLAINT_CAUSES)),
            treatmentGranted: maybe(fc.boolean()),
            primaryOperation: maybe(fc.option(from(codes.OPERATION_PLACES))),
          }),
          condition: fc.record({
            code: eligibleOrAny(product, under, service),
            aroseOn: fc.constant(arose),
            diagnosedOn: maybe(fc.option(fc.oneof(near(on, [-6, -1]), near(start, [0])))),
            chronic: maybe(fc.boolean()),
            notChronic: maybe(rarely),
            accepted: maybe(fc.boolean()),
          }),
          referral: maybe(fc.option(fc.record({ type: from(codes.REFERRAL_TYPES), issuedOn: near(on, [-1, 0]) }), { freq: 6 })),
          referralRequested: maybe(fc.boolean()),
          consent: maybe(
            fc.option(fc.record({ givenOn: near(on, [-12, -1, 0]), withdrawnOn: maybe(fc.option(near(on, [0]))) }), { freq: 6 }),
          ),
          treatment: fc.record({
            serviceType: fc.constant(service),
            on: fc.constant(on),
            channel: maybe(from(codes.CHANNELS)),
            country: maybe(from(["DK", "DK", "DK", "SE", "DE", "GL"])),
          }),
          provider: fc.record({
            mode: from(codes.MODES),
            hasPublicAgreement: maybe(fc.boolean()),
            authorised: maybe(mostly),
            related: maybe(rarely),
            treatsChildren: maybe(mostly),
          }),
          usage: maybe(fc.array(usage(service, under, Number(on.slice(0, 4))), { maxLength: 5 })),
          programmes: maybe(
            fc.array(
              fc.record({
                service: fc.oneof(fc.constant(service), from(["GLAD", "COOL_KIDS", "CHILLED", "PSYCHIATRIC_ASSESSMENT"] as const)),
                subject: fc.oneof(fc.constant(null), from(codes.REGIONS), from(CONDITION_CODES)),
                attended: fc.boolean(),
              }),
              { maxLength: 3 },
            ),
          ),
          portion: maybe(fc.option(fc.record({ authorised: fc.nat(6), used: fc.nat(6) }))),
          crisis: service === "CRISIS_COUNSELLING" || service === "DEBRIEFING" ? crisis(on) : fc.constant(undefined),
        }),
      ),
  )
  .map((facts) => compact(facts) as CoverageFacts);

function eligibleOrAny(product: string, under: string, service: string): fc.Arbitrary<(typeof CONDITION_CODES)[number]> {
  const row = SERVICE_MATRIX.find((r) => r.product === product && r.under === under && r.service === service);
  const liked =
    row?.eligible.kind === "LIST" ? row.eligible.codes : (["BACK_PAIN", "HERNIATED_DISC", "TENNIS_ELBOW", "STRESS", "DIABETES"] as const);
  return fc.oneof(from(liked), from(CONDITION_CODES));
}

function usage(service: codes.Service, under: codes.Cover, year: number): fc.Arbitrary<NonNullable<CoverageFacts["usage"]>[number]> {
  return fc.record(
    {
      service: fc.oneof({ weight: 3, arbitrary: fc.constant(service) }, { weight: 1, arbitrary: from(codes.SERVICES) }),
      under: fc.oneof({ weight: 3, arbitrary: fc.constant(under) }, { weight: 1, arbitrary: from(codes.COVERS) }),
      mode: from(codes.MODES),
      year: fc.constantFrom(year - 1, year, year, year, year + 1),
      sameClaim: fc.boolean(),
      condition: fc.oneof(
        from(["BACK_PAIN", "KNEE_OSTEOARTHRITIS", "GRIEF", "SLEEP_APNOEA", "SKIN_CANCER"] as const),
        from(CONDITION_CODES),
      ),
      lastOn: near(`${year}-06-15`, [-24, 0, 6]),
      count: fc.nat(6),
      attended: fc.nat(2),
    },
    { requiredKeys: ["service", "year", "count"] },
  );
}

function crisis(on: string): fc.Arbitrary<CoverageFacts["crisis"]> {
  const occurred = Date.parse(`${on}T03:00:00Z`);
  return fc.record(
    {
      event: from(codes.CRISIS_EVENTS),
      occurredAt: fc.constant(new Date(occurred).toISOString()),
      reportedAt: fc.constantFrom(0, 24, 48, 48.0003, 72).map((h) => new Date(occurred + Math.round(h * 3_600_000)).toISOString()),
      policeReported: fc.boolean(),
      relation: fc.option(from(codes.CRISIS_RELATIONS)),
    },
    { requiredKeys: ["event", "occurredAt", "reportedAt"] },
  );
}

/** Minutes and not only days, with offsets that are not the Danish one. */
const instantNear = (on: string): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: -20 * 1440, max: 20 * 1440 }), fc.constantFrom(0, 60, 120, -300, 570)).map(([minutes, offset]) => {
    const at = Date.parse(`${on}T00:00:00Z`) + minutes * 60_000;
    if (offset === 0) return new Date(at).toISOString();
    const sign = offset < 0 ? "-" : "+";
    const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
    return `${new Date(at + offset * 60_000).toISOString().slice(0, 19)}${sign}${hours}:${String(Math.abs(offset) % 60).padStart(2, "0")}`;
  });

export const anyGuaranteeFacts: fc.Arbitrary<GuaranteeFacts> = fc
  .tuple(anyRow, day("2024-02-01", "2030-12-31"))
  .chain(([{ product, under, service }, on]) =>
    fc.record({
      product: fc.constant(product),
      under: fc.constant(under),
      serviceType: fc.constant(service),
      mode: maybe(fc.constantFrom("NETWORK" as const, "NETWORK" as const, "OWN_CHOICE" as const)),
      claim: fc.record({
        receivedAt: instantNear(on),
        approvedAt: maybe(fc.option(instantNear(on), { freq: 6 })),
        movedAt: maybe(fc.option(instantNear(on))),
        ended: maybe(fc.constantFrom(null, null, null, null, "DENIED" as const, "CLOSED" as const)),
      }),
      information: maybe(
        fc.record({
          required: maybe(fc.boolean()),
          receivedAt: maybe(fc.option(instantNear(on))),
          approvedAt: maybe(fc.option(instantNear(on))),
        }),
      ),
      crisis: service === "CRISIS_COUNSELLING" ? fc.record({ occurredAt: instantNear(on) }) : fc.constant(undefined),
      exceptions: maybe(
        fc.record({
          emergency: maybe(rarely),
          notMedicallyAppropriate: maybe(rarely),
          medicallyPostponed: maybe(rarely),
          highlySpecialised: maybe(rarely),
          declinedOffers: maybe(
            fc.array(fc.record({ appointmentOn: near(on, [0, 1]), sector: maybe(from(codes.SECTORS)) }), { maxLength: 2 }),
          ),
          wishedNotBefore: maybe(fc.option(near(on, [0, 1]))),
          publicOfferOn: maybe(fc.option(near(on, [0, 1]))),
          extensionWorkingDays: maybe(fc.nat(6)),
          providerCancellations: maybe(fc.nat(3)),
          begunOutside: maybe(rarely),
        }),
      ),
      calendar: maybe(fc.record({ extraNonWorkingDays: maybe(fc.subarray([...EXTRA_DAYS])) })),
      proposedAppointmentAt: maybe(fc.option(instantNear(on))),
    }),
  )
  .map((facts) => compact(facts) as GuaranteeFacts);

const ore = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 250_000 }));
const rates = (on: string): fc.Arbitrary<PriceFacts["networkRates"]> =>
  fc
    .tuple(fc.array(fc.record({ from: near(on, [-6, 0]), ore }), { maxLength: 3 }), ore)
    .map(([more, first]) => [{ from: "2020-01-01", ore: first }, ...more.sort((a, b) => (a.from < b.from ? -1 : 1))]);

const pricedRow = fc.oneof(
  anyRow,
  fc
    .constantFrom("TRANSPORT" as const, "TRANSPORT" as const, "CONVALESCENT_CARE" as const, "HOSPICE" as const, "DENTAL" as const)
    .map((service) => ({
      product: "OCCUPATIONAL" as const,
      under: "BASE" as const,
      service,
    })),
);

export const anyPriceFacts: fc.Arbitrary<PriceFacts> = fc
  .tuple(pricedRow, day("2024-06-01", "2027-06-30"), from(codes.MODES))
  .chain(([{ product, under, service }, on, wanted]) => {
    const mode = service === "TRANSPORT" || service === "DENTAL" ? "OWN_CHOICE" : wanted;
    return fc.record({
      product: fc.constant(product),
      under: fc.constant(under),
      serviceType: fc.constant(service as codes.PricedService),
      mode: fc.constant(mode),
      treatedOn: fc.constant(on),
      event: maybe(fc.constantFrom("ATTENDED" as const, "ATTENDED" as const, "ATTENDED" as const, ...codes.TREATMENT_EVENTS)),
      covered: maybe(mostly),
      sessionNumber: maybe(fc.integer({ min: 1, max: 3 })),
      provider: maybe(fc.record({ hasPublicAgreement: maybe(fc.boolean()) })),
      doctorReferral: maybe(fc.boolean()),
      networkRates: mode === "NETWORK" ? rates(on) : maybe(rates(on)),
      feeOre: mode === "OWN_CHOICE" ? ore : maybe(ore),
      publicReimbursementOre: maybe(ore),
      tariffs: fc.record({ patientShare: rates(on), fullFee: rates(on) }),
      supplementsOre: maybe(ore),
      standAlone: maybe(fc.boolean()),
      noShowFeeOre: maybe(ore),
      otherInsurancePaidOre: maybe(ore),
      danmark: maybe(
        fc.option(
          fc.record({ subsidyOre: ore, paidTo: mode === "NETWORK" ? fc.constant("INSURER" as const) : from(codes.SUBSIDY_PAYEES) }),
        ),
      ),
      capUsedOre: maybe(fc.oneof(ore, fc.integer({ min: 0, max: 12_000_000 }))),
      bill: maybe(fc.option(fc.record({ lastTreatmentOn: fc.constant(on), submittedOn: near(on, [0, 3]) }))),
      transport:
        service === "TRANSPORT"
          ? fc.record(
              {
                means: from(codes.TRANSPORT_MEANS),
                oneWayKm: fc.constantFrom(0, 59, 60, 61, 120),
                kmRateOre: fc.nat(500),
                cheapestReturnFareOre: ore,
                forService: from(codes.PRICED_SERVICES),
                authorised: mostly,
                prescribedBySpecialist: fc.boolean(),
              },
              { requiredKeys: ["means", "oneWayKm", "forService"] },
            )
          : fc.constant(undefined),
    });
  })
  .map((facts) => compact(facts) as PriceFacts);
