/** The days and numbers on which a decision turns, one step on either side. */
import { describe, expect, test } from "@jest/globals";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "../../src/rules/facts/facts.js";
import { decideGuarantee } from "../../src/rules/guarantee/guarantee.js";
import { decidePrice } from "../../src/rules/price/price.js";

type Part<K extends keyof CoverageFacts> = Partial<CoverageFacts[K]>;
type Changes = Partial<Omit<CoverageFacts, "cover" | "claim" | "member" | "treatment" | "condition" | "provider">> & {
  readonly cover?: Part<"cover">;
  readonly claim?: Part<"claim">;
  readonly member?: Part<"member">;
  readonly treatment?: Part<"treatment">;
  readonly condition?: Part<"condition">;
  readonly provider?: Part<"provider">;
};

/** A covered network treatment in 2026, with what a case needs changed. */
function treatment({ cover, claim, member, treatment: asked, condition, provider, ...rest }: Changes): CoverageFacts {
  return {
    product: "OCCUPATIONAL",
    referral: { type: "GP", issuedOn: "2025-06-01" },
    consent: { givenOn: "2025-06-10" },
    ...rest,
    member: { role: "EMPLOYEE", birthDate: "1985-05-20", ...member },
    cover: { start: "2024-01-01", ...cover },
    claim: { reportedOn: "2025-06-01", approvedOn: "2025-06-02", ...claim },
    condition: { code: "BACK_PAIN", aroseOn: "2025-06-01", ...condition },
    treatment: { serviceType: "PHYSIOTHERAPY", on: "2026-03-12", ...asked },
    provider: { mode: "NETWORK", ...provider },
  };
}
const reasons = (changes: Changes): readonly string[] => decideCoverage(treatment(changes)).reasons;
const notes = (changes: Changes): readonly string[] => decideCoverage(treatment(changes)).notes;
const turning = (change: (on: string) => Changes, last: string, next: string, code: string): void => {
  expect([last, reasons(change(last))]).toEqual([last, []]);
  expect([next, reasons(change(next))]).toEqual([next, [code]]);
};

describe("the end of cover", () => {
  const child = { role: "CHILD", birthDate: "2002-03-10" } as const;
  test("a claim approved in time is treated for three more months", () => {
    const at = (on: string): Changes => ({ cover: { end: "2025-11-30" }, treatment: { on } });
    expect(notes(at("2025-11-30"))).toEqual([]);
    expect(notes(at("2025-12-01"))).toEqual(["RUN_OFF"]);
    turning(at, "2026-02-28", "2026-03-01", "RUN_OFF_EXPIRED");
  });
  test("approved after the end, or with information missing, there is no run-off", () => {
    const end = "2026-02-28";
    expect(reasons({ cover: { end }, claim: { approvedOn: "2026-02-28" } })).toEqual([]);
    expect(reasons({ cover: { end }, claim: { approvedOn: "2026-03-01" } })).toEqual(["COVER_ENDED"]);
    expect(reasons({ cover: { end }, claim: { informationComplete: false } })).toEqual(["COVER_ENDED"]);
    expect(reasons({ cover: { end }, claim: { reportedOn: "2026-03-01", approvedOn: "2026-02-28" } })).toEqual([
      "COVER_ENDED",
      "CLAIM_REPORTED_OUTSIDE_COVER",
    ]);
  });
  test("a follow-up check runs off under the base cover and not under option K", () => {
    const check = {
      cover: { end: "2026-02-28", optional: ["K"] },
      claim: { afterCoveredSurgery: true, lastTreatmentOn: "2025-12-01" },
    } as const;
    const asked = { treatment: { serviceType: "FOLLOW_UP_CHECK" }, referral: { type: "SPECIALIST", issuedOn: "2025-06-01" } } as const;
    expect(notes({ ...check, ...asked })).toEqual(["RUN_OFF"]);
    expect(reasons({ ...check, ...asked, under: "K" })).toEqual(["COVER_ENDED"]);
  });
  test("a co-insured child is covered to the day before 24, or to the end of the period paid for", () => {
    const unapproved = { informationComplete: false };
    turning((on) => ({ member: child, claim: unapproved, treatment: { on } }), "2026-03-09", "2026-03-10", "AGE_LIMIT_REACHED");
    turning(
      (on) => ({ member: child, cover: { paidThrough: "2026-03-31" }, claim: unapproved, treatment: { on } }),
      "2026-03-31",
      "2026-04-01",
      "AGE_LIMIT_REACHED",
    );
    turning(
      (on) => ({ member: child, cover: { paidThrough: "2026-01-31" }, claim: unapproved, treatment: { on } }),
      "2026-03-09",
      "2026-03-10",
      "AGE_LIMIT_REACHED",
    );
  });
  test("a group child is covered to the end of the month, at the age of the contract", () => {
    const member = { role: "GROUP_CHILD", birthDate: "2002-02-05" } as const;
    const claim = { informationComplete: false };
    turning((on) => ({ member, claim, treatment: { on } }), "2026-02-28", "2026-03-01", "AGE_LIMIT_REACHED");
    expect(reasons({ member, claim, cover: { groupChildAge: 25 } })).toEqual([]);
  });
  test("the age limit is the reason only when it ends the cover before the policy does", () => {
    const claim = { informationComplete: false };
    expect(reasons({ member: child, claim, cover: { end: "2026-03-10" } })).toEqual(["AGE_LIMIT_REACHED"]);
    expect(reasons({ member: child, claim, cover: { end: "2026-03-09" } })).toEqual(["COVER_ENDED"]);
    expect(reasons({ member: child, claim, cover: { end: "2026-03-08" } })).toEqual(["COVER_ENDED"]);
  });
});

describe("periods", () => {
  test("a wait ends on the first covered day", () => {
    const spouse: Changes = {
      member: { role: "SPOUSE" },
      condition: { aroseOn: "2025-09-10" },
      cover: { start: "2025-09-12" },
      claim: { reportedOn: "2025-09-12", approvedOn: "2025-09-13" },
    };
    expect(reasons({ ...spouse, treatment: { on: "2026-03-11" } })).toEqual(["WAITING_PERIOD"]);
    expect(reasons({ ...spouse, treatment: { on: "2026-03-12" } })).toEqual([]);
    expect(reasons({ ...spouse, treatment: { on: "2026-03-11" }, cover: { start: "2025-09-12", seniorityFrom: "2025-01-01" } })).toEqual(
      [],
    );
  });
  test("a consent holds to the same day a year on, and is judged on the day of the decision", () => {
    const at = (decidedOn: string): Changes => ({ decidedOn, consent: { givenOn: "2025-03-01" } });
    turning(at, "2026-03-01", "2026-03-02", "CONSENT_EXPIRED");
    expect(reasons({ decidedOn: "2026-02-01", consent: { givenOn: "2025-03-01" } })).toEqual([]);
  });
  test("option F takes a disorder older than six months, shockwave one of more than three", () => {
    const f: Changes = { under: "F", cover: { optional: ["F"] }, condition: { aroseOn: "2025-09-12" } };
    expect(reasons({ ...f, treatment: { on: "2026-03-12" } })).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    expect(reasons({ ...f, treatment: { on: "2026-03-13" } })).toEqual([]);
    const wave: Changes = { ...f, condition: { code: "TENNIS_ELBOW", aroseOn: "2025-12-12" } };
    expect(reasons({ ...wave, treatment: { serviceType: "SHOCKWAVE", on: "2026-03-12" } })).toEqual(["CONDITION_NOT_ELIGIBLE"]);
    expect(reasons({ ...wave, treatment: { serviceType: "SHOCKWAVE", on: "2026-03-13" } })).toEqual([]);
  });
  test("a chronic disease is covered for six months from its diagnosis", () => {
    turning(
      (on) => ({ condition: { chronic: true, diagnosedOn: "2025-08-31" }, treatment: { on } }),
      "2026-02-28",
      "2026-03-01",
      "CHRONIC_SIX_MONTHS_EXPIRED",
    );
  });
});

describe("limits", () => {
  const f: Changes = { under: "F", cover: { optional: ["F"] } };
  const used = (count: number, more: object = {}): Changes => ({ ...f, usage: [{ service: "CHIROPRACTIC", year: 2026, count, ...more }] });
  test("the twelve of option F are shared, in the year of the treatment and under option F only", () => {
    expect(decideCoverage(treatment(used(11)))).toMatchObject({ covered: true, treatmentsRemaining: 1, notes: ["LAST_IN_LIMIT"] });
    expect(decideCoverage(treatment(used(12)))).toMatchObject({ reasons: ["LIMIT_CALENDAR_YEAR"], treatmentsRemaining: 0 });
    expect(decideCoverage(treatment(used(12, { year: 2025 })))).toMatchObject({ covered: true, treatmentsRemaining: 12 });
    expect(decideCoverage(treatment(used(12, { under: "BASE" })))).toMatchObject({ covered: true, treatmentsRemaining: 12 });
  });
  test("four of them may be massage, and the tighter number is the one left", () => {
    const massage = { ...f, treatment: { serviceType: "MASSAGE" }, usage: [{ service: "MASSAGE", year: 2026, count: 3 }] } as const;
    expect(decideCoverage(treatment(massage)).treatmentsRemaining).toBe(1);
    expect(decideCoverage(treatment({ ...massage, usage: [{ service: "MASSAGE", year: 2026, count: 4 }] })).reasons).toEqual([
      "SUBLIMIT_CALENDAR_YEAR",
    ]);
  });
  test("the number left is told also when something else denies, and not when the service is not in the cover", () => {
    expect(decideCoverage(treatment({ ...used(7), claim: { emergency: true } }))).toMatchObject({ covered: false, treatmentsRemaining: 5 });
    expect(decideCoverage(treatment({ ...used(7), cover: { optional: [] } }))).toMatchObject({
      reasons: ["OPTIONAL_COVER_MISSING"],
      treatmentsRemaining: null,
    });
  });
  test("a child has five treatments a year with a psychologist of own choice, and 18 ends that", () => {
    const own = {
      treatment: { serviceType: "PSYCHOLOGIST" },
      provider: { mode: "OWN_CHOICE" },
      condition: { code: "ANXIETY" },
      member: { role: "GROUP_CHILD" },
    } as const;
    const usage = [
      { service: "PSYCHOLOGIST", year: 2026, count: 5, mode: "OWN_CHOICE" },
      { service: "PSYCHOLOGIST", year: 2026, count: 9, mode: "NETWORK" },
    ] as const;
    expect(reasons({ ...own, usage, member: { ...own.member, birthDate: "2008-03-13" } })).toEqual(["LIMIT_CALENDAR_YEAR"]);
    expect(reasons({ ...own, usage, member: { ...own.member, birthDate: "2008-03-12" } })).toEqual([]);
    expect(reasons({ ...own, usage: usage.slice(1), member: { ...own.member, birthDate: "2008-03-13" } })).toEqual([]);
  });
});

describe("referrals", () => {
  test("a referral exists on the day of the treatment", () => {
    expect(reasons({ referral: { type: "GP", issuedOn: "2026-03-12" } })).toEqual([]);
    expect(reasons({ referral: { type: "GP", issuedOn: "2026-03-13" } })).toEqual(["REFERRAL_MISSING"]);
    expect(reasons({ referral: { type: "RECOMMENDATION", issuedOn: "2026-03-13" } })).toEqual(["REFERRAL_MISSING"]);
    expect(reasons({ referral: { type: "RECOMMENDATION", issuedOn: "2026-03-12" } })).toEqual(["REFERRAL_WRONG_TYPE"]);
  });
  test("stress needs none even when asked for, postpartum depression the GP's even when not", () => {
    const talk = { treatment: { serviceType: "PSYCHOLOGIST" }, referral: null, referralRequested: true } as const;
    expect(reasons({ ...talk, condition: { code: "STRESS" } })).toEqual([]);
    expect(reasons({ ...talk, condition: { code: "GRIEF" } })).toEqual(["REFERRAL_MISSING"]);
    expect(reasons({ ...talk, referralRequested: false, condition: { code: "POSTPARTUM_DEPRESSION" } })).toEqual(["REFERRAL_MISSING"]);
    const specialist = { type: "SPECIALIST", issuedOn: "2026-01-01" } as const;
    expect(reasons({ ...talk, referral: specialist, condition: { code: "POSTPARTUM_DEPRESSION" } })).toEqual(["REFERRAL_WRONG_TYPE"]);
    expect(reasons({ ...talk, condition: { code: "STRESS" }, treatment: { serviceType: "PSYCHIATRIST" } })).toEqual([]);
  });
  test("after surgery rehabilitation is the specialist's to prescribe", () => {
    const rehab = { treatment: { serviceType: "REHABILITATION" }, condition: { code: "HERNIATED_DISC" } } as const;
    expect(reasons(rehab)).toEqual([]);
    expect(reasons({ ...rehab, claim: { afterCoveredSurgery: true } })).toEqual(["REFERRAL_WRONG_TYPE"]);
  });
});

describe("crisis counselling", () => {
  const crisis = (reportedAt: string): Changes => ({
    treatment: { serviceType: "CRISIS_COUNSELLING", channel: "PHONE" },
    condition: { code: "ACUTE_CRISIS" },
    crisis: { event: "CONFLICT", occurredAt: "2026-03-28T10:00:00+01:00", reportedAt },
  });
  test("48 elapsed hours are in time, over a clock change too, and later the event no longer counts", () => {
    expect(reasons(crisis("2026-03-30T11:00:00+02:00"))).toEqual(["CRISIS_EVENT_NOT_COVERED"]);
    expect(decideCoverage(treatment(crisis("2026-03-30T11:00:01+02:00")))).toMatchObject({
      covered: true,
      notes: ["CRISIS_REPORTED_LATE"],
      guaranteeClass: "NETWORK_10",
    });
  });
  test("three hours are elapsed hours, their last instant included", () => {
    const call = (proposedAppointmentAt: string): GuaranteeFacts => ({
      product: "FLEX",
      serviceType: "CRISIS_COUNSELLING",
      claim: { receivedAt: "2026-03-28T23:00:00Z", approvedAt: "2026-03-28T23:30:00Z" },
      crisis: { occurredAt: "2026-03-28T20:00:00Z" },
      proposedAppointmentAt,
    });
    expect(decideGuarantee(call("2026-03-29T02:30:00Z"))).toMatchObject({
      latestInstant: "2026-03-29T04:30:00+02:00",
      proposedAppointment: "WITHIN_LIMIT",
      clockStart: "2026-03-29",
    });
    expect(decideGuarantee(call("2026-03-29T02:30:01Z")).proposedAppointment).toBe("TOO_LATE");
  });
});

describe("prices", () => {
  const ride = (transport: Partial<NonNullable<PriceFacts["transport"]>>): PriceFacts => ({
    product: "OCCUPATIONAL",
    serviceType: "TRANSPORT",
    mode: "OWN_CHOICE",
    treatedOn: "2026-03-12",
    feeOre: 100_000,
    transport: { means: "OWN_CAR", oneWayKm: 61, kmRateOre: 223, forService: "SPECIALIST_EXAMINATION", ...transport },
  });
  test.each([
    [{}, [27_206, "CAPPED_TRANSPORT"]],
    [{ oneWayKm: 60 }, [0, "DISTANCE_TOO_SHORT"]],
    [{ means: "PUBLIC_TRANSPORT", cheapestReturnFareOre: 40_000 }, [40_000, "CAPPED_TRANSPORT"]],
    [{ means: "PUBLIC_TRANSPORT", cheapestReturnFareOre: 100_000 }, [100_000]],
    [{ means: "TAXI", oneWayKm: 60 }, [0, "TAXI_NOT_COVERED", "DISTANCE_TOO_SHORT"]],
    [{ means: "RECUMBENT", oneWayKm: 1, prescribedBySpecialist: true }, [100_000]],
    [{ means: "RECUMBENT", oneWayKm: 1 }, [0, "TRANSPORT_NOT_AUTHORISED"]],
    [
      { means: "RECUMBENT", authorised: false, prescribedBySpecialist: true, forService: "PSYCHIATRIST" },
      [0, "TRANSPORT_NOT_AUTHORISED", "TRANSPORT_NOT_FOR_SERVICE"],
    ],
    [{ forService: "BLOCKADE" }, [27_206, "CAPPED_TRANSPORT"]],
    [{ forService: "REHABILITATION" }, [0, "TRANSPORT_NOT_FOR_SERVICE"]],
  ] as [Partial<NonNullable<PriceFacts["transport"]>>, [number, ...string[]]][])(
    "transport %j is covered with %j",
    (transport, [ore, ...codes]) => {
      expect(decidePrice(ride(transport))).toMatchObject({ insurerReimbursesMemberOre: ore, memberPaysOre: 100_000 - ore, reasons: codes });
    },
  );
  test.each([
    ["OCCUPATIONAL", "A", "OSTEOPATHY", 1, 65_000],
    ["OCCUPATIONAL", "A", "OSTEOPATHY", 2, 50_000],
    ["FLEX", "BASE", "OSTEOPATHY", 1, 65_000],
    ["FLEX", "BASE", "OSTEOPATHY", 2, 50_000],
    ["OCCUPATIONAL", "A", "DIETICIAN", 1, 90_000],
    ["OCCUPATIONAL", "A", "DIETICIAN", 2, 50_000],
    ["OCCUPATIONAL", "A", "ACUPUNCTURE", 1, 50_000],
    ["OCCUPATIONAL", "A", "REFLEXOLOGY", 3, 50_000],
    ["OCCUPATIONAL", "F", "MASSAGE", 1, 30_000],
    ["OCCUPATIONAL", "F", "SHOCKWAVE", 1, 50_000],
    ["OCCUPATIONAL", "BASE", "PSYCHOLOGIST", 1, 100_000],
    ["OCCUPATIONAL", "BASE", "PSYCHIATRIST", 1, 200_000],
  ] as const)("%s %s %s, session %i, is covered up to %i øre with own choice", (product, under, serviceType, sessionNumber, cap) => {
    const at = (feeOre: number): PriceFacts => ({
      product,
      under,
      serviceType,
      mode: "OWN_CHOICE",
      treatedOn: "2026-03-12",
      sessionNumber,
      feeOre,
    });
    expect(decidePrice(at(cap))).toMatchObject({ insurerReimbursesMemberOre: cap, memberPaysOre: 0, reasons: [] });
    expect(decidePrice(at(cap + 1))).toMatchObject({
      insurerReimbursesMemberOre: cap,
      memberPaysOre: 1,
      reasons: ["CAPPED_PER_TREATMENT"],
    });
  });
  test("shockwave as a supplement has its own amount", () => {
    const wave: PriceFacts = {
      product: "OCCUPATIONAL",
      under: "F",
      serviceType: "SHOCKWAVE",
      mode: "OWN_CHOICE",
      treatedOn: "2026-03-12",
      feeOre: 60_000,
      standAlone: false,
    };
    expect(decidePrice(wave).insurerReimbursesMemberOre).toBe(22_000);
  });
  test("a total is used up over treatments, in the network too", () => {
    const at = (capUsedOre: number): PriceFacts => ({
      product: "OCCUPATIONAL",
      under: "C",
      serviceType: "ADDICTION_TREATMENT",
      mode: "NETWORK",
      treatedOn: "2026-03-12",
      networkRates: [{ from: "2026-01-01", ore: 500_000 }],
      capUsedOre,
    });
    expect(decidePrice(at(9_500_000))).toMatchObject({ insurerPaysClinicOre: 500_000, memberPaysOre: 0, reasons: [] });
    expect(decidePrice(at(9_500_001))).toMatchObject({ insurerPaysClinicOre: 499_999, memberPaysOre: 1, reasons: ["CAPPED_TOTAL"] });
    expect(decidePrice(at(10_000_001))).toMatchObject({ insurerPaysClinicOre: 0, memberPaysOre: 500_000, reasons: ["CAPPED_TOTAL"] });
  });
  test("a bill is in time to the same day three months on", () => {
    const at = (submittedOn: string): PriceFacts => ({
      product: "OCCUPATIONAL",
      under: "A",
      serviceType: "ACUPUNCTURE",
      mode: "OWN_CHOICE",
      treatedOn: "2025-11-30",
      feeOre: 40_000,
      bill: { lastTreatmentOn: "2025-11-30", submittedOn },
    });
    expect(decidePrice(at("2026-02-28")).reasons).toEqual([]);
    expect(decidePrice(at("2026-03-01"))).toMatchObject({ memberPaysOre: 40_000, reasons: ["BILL_SUBMITTED_TOO_LATE"] });
  });
});
