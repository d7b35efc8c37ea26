import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decide, type DecisionKind } from "../../src/rules/decide.js";
import { FactsFault } from "../../src/rules/facts/facts-fault.js";
import { anyCoverageFacts, anyGuaranteeFacts, anyPriceFacts } from "./any-facts.js";

const coverage = {
  product: "OCCUPATIONAL",
  member: { role: "EMPLOYEE", birthDate: "1985-05-20" },
  cover: { start: "2024-03-01" },
  claim: { reportedOn: "2025-02-28" },
  condition: { code: "BACK_PAIN", aroseOn: "2025-01-10" },
  treatment: { serviceType: "PHYSIOTHERAPY", on: "2025-03-12" },
  provider: { mode: "NETWORK" },
};
const guarantee = { product: "FLEX", serviceType: "PHYSIOTHERAPY", claim: { receivedAt: "2025-01-13T08:15:00+01:00" } };
const price = {
  product: "FLEX",
  serviceType: "PHYSIOTHERAPY",
  mode: "OWN_CHOICE",
  treatedOn: "2025-03-03",
  feeOre: 40_000,
  tariffs: { patientShare: [{ from: "2025-01-01", ore: 20_000 }] },
};

function faultOf(kind: DecisionKind, facts: unknown): string {
  try {
    decide(kind, facts);
    return "decided";
  } catch (error) {
    if (!(error instanceof FactsFault)) throw error;
    return error.path;
  }
}

describe("facts that are no facts are never decided on", () => {
  test.each([
    ["a missing required fact", { ...coverage, member: { role: "EMPLOYEE" } }, "member.birthDate"],
    ["a missing object", { ...coverage, provider: undefined }, "provider"],
    ["an unknown code", { ...coverage, condition: { ...coverage.condition, code: "LUMBAGO" } }, "condition.code"],
    ["a code in small letters", { ...coverage, product: "flex" }, "product"],
    ["a day that does not exist", { ...coverage, treatment: { ...coverage.treatment, on: "2025-02-29" } }, "treatment.on"],
    ["an instant for a day", { ...coverage, cover: { start: "2024-03-01T00:00:00Z" } }, "cover.start"],
    ["an unknown field", { ...coverage, claim: { ...coverage.claim, emergancy: true } }, "claim.emergancy"],
    ["text for a flag", { ...coverage, referralRequested: "false" }, "referralRequested"],
    ["null where there is a default", { ...coverage, cover: { ...coverage.cover, scheme: null } }, "cover.scheme"],
    [
      "a wrong entry deep in a list",
      {
        ...coverage,
        usage: [
          { service: "MASSAGE", year: 2025, count: 1 },
          { service: "MASSAGE", year: "2025", count: 1 },
        ],
      },
      "usage[1].year",
    ],
    ["a count that is not whole", { ...coverage, portion: { authorised: 4.5, used: 0 } }, "portion.authorised"],
    ["a negative count", { ...coverage, usage: [{ service: "MASSAGE", year: 2025, count: -1 }] }, "usage[0].count"],
    [
      "crisis counselling without the crisis",
      { ...coverage, treatment: { serviceType: "CRISIS_COUNSELLING", on: "2025-03-12" } },
      "crisis",
    ],
    ["a referral without a day", { ...coverage, referral: { type: "GP" } }, "referral.issuedOn"],
    ["a country spelt out", { ...coverage, treatment: { ...coverage.treatment, country: "Denmark" } }, "treatment.country"],
    [
      "a priced service that is no treatment",
      { ...coverage, treatment: { ...coverage.treatment, serviceType: "TRANSPORT" } },
      "treatment.serviceType",
    ],
    ["a list for an object", { ...coverage, member: [] }, "member"],
    ["nothing at all", null, "facts"],
  ])("coverage: %s", (_, facts, path) => {
    expect(faultOf("COVERAGE", facts)).toBe(path);
  });

  test.each([
    ["an instant without an offset", { ...guarantee, claim: { receivedAt: "2025-01-13T08:15:00" } }, "claim.receivedAt"],
    ["an instant on a day that does not exist", { ...guarantee, claim: { receivedAt: "2025-02-30T08:15:00Z" } }, "claim.receivedAt"],
    ["an hour that does not exist", { ...guarantee, proposedAppointmentAt: "2025-02-20T25:00:00Z" }, "proposedAppointmentAt"],
    ["crisis counselling without the crisis", { ...guarantee, serviceType: "CRISIS_COUNSELLING" }, "crisis.occurredAt"],
    [
      "an extra day that is none",
      { ...guarantee, calendar: { extraNonWorkingDays: ["STORE_BEDEDAG"] } },
      "calendar.extraNonWorkingDays[0]",
    ],
    ["an extension backwards", { ...guarantee, exceptions: { extensionWorkingDays: -1 } }, "exceptions.extensionWorkingDays"],
    ["an extension of centuries", { ...guarantee, exceptions: { extensionWorkingDays: 1e9 } }, "exceptions.extensionWorkingDays"],
    [
      "an offer without a day",
      { ...guarantee, exceptions: { declinedOffers: [{ sector: "PUBLIC" }] } },
      "exceptions.declinedOffers[0].appointmentOn",
    ],
  ])("guarantee: %s", (_, facts, path) => {
    expect(faultOf("GUARANTEE", facts)).toBe(path);
  });

  test.each([
    ["no agreed rate in the network", { ...price, mode: "NETWORK" }, "networkRates"],
    ["no agreed rate in force yet", { ...price, mode: "NETWORK", networkRates: [{ from: "2025-03-04", ore: 1 }] }, "networkRates"],
    ["no fee with own choice", { ...price, feeOre: undefined }, "feeOre"],
    ["no tariff where the cap is one", { ...price, tariffs: undefined }, "tariffs.patientShare"],
    ["kroner and øre as a fraction", { ...price, feeOre: 400.5 }, "feeOre"],
    ["a negative fee", { ...price, feeOre: -1 }, "feeOre"],
    ["transport without the journey", { ...price, serviceType: "TRANSPORT" }, "transport"],
    [
      "transport in the network",
      { ...price, serviceType: "DENTAL", mode: "NETWORK", networkRates: [{ from: "2025-01-01", ore: 1 }] },
      "mode",
    ],
    [
      "a subsidy paid to the member of a network treatment",
      { ...price, mode: "NETWORK", networkRates: [{ from: "2025-01-01", ore: 1 }], danmark: { subsidyOre: 1, paidTo: "MEMBER" } },
      "danmark.paidTo",
    ],
    ["a session before the first", { ...price, sessionNumber: 0 }, "sessionNumber"],
  ])("price: %s", (_, facts, path) => {
    expect(faultOf("PRICE", facts)).toBe(path);
  });

  test("the plain facts behind these are decided", () => {
    expect([faultOf("COVERAGE", coverage), faultOf("GUARANTEE", guarantee), faultOf("PRICE", price)]).toEqual([
      "decided",
      "decided",
      "decided",
    ]);
  });

  test("spoiling any one field of good facts is either decided on its default or named, never anything else", () => {
    const spoil = fc.oneof(
      fc.constant(null),
      fc.constant("nonsense"),
      fc.constant(-1),
      fc.constant(0.5),
      fc.constant([]),
      fc.constant({ a: 1 }),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyCoverageFacts.map((f) => ["COVERAGE", f] as const),
          anyGuaranteeFacts.map((f) => ["GUARANTEE", f] as const),
          anyPriceFacts.map((f) => ["PRICE", f] as const),
        ),
        fc.nat(),
        spoil,
        ([kind, facts], at, value) => {
          const names = Object.keys(facts);
          const name = names[at % names.length] ?? "product";
          const found = faultOf(kind, { ...facts, [name]: value });
          expect(found === "decided" || found.length > 0).toBe(true);
        },
      ),
    );
  });
});
