import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decidePrice } from "../../src/rules/price/price.js";
import { anyPriceFacts } from "./any-facts.js";

test("the parts of an attended treatment sum to its fee and supplements, whole øre all of them", () => {
  fc.assert(
    fc.property(anyPriceFacts, (facts) => {
      const { reasons: _, danmarkToInsurerOre, ...parts } = decidePrice(facts);
      for (const part of [...Object.values(parts), danmarkToInsurerOre]) expect(Number.isSafeInteger(part)).toBe(true);
      if ((facts.event ?? "ATTENDED") !== "ATTENDED") return;
      const rate = facts.networkRates?.filter((entry) => entry.from <= facts.treatedOn).at(-1)?.ore;
      const gross = facts.mode === "NETWORK" ? (rate ?? Number.NaN) : (facts.feeOre ?? Number.NaN);
      const other = Math.min(facts.otherInsurancePaidOre ?? 0, gross - parts.publicPaysOre);
      const toMember = facts.danmark?.paidTo === "MEMBER" ? facts.danmark.subsidyOre : 0;
      const sum =
        parts.publicPaysOre + other + parts.insurerPaysClinicOre + parts.insurerReimbursesMemberOre + toMember + parts.memberPaysOre;
      expect(sum).toBe(gross + (facts.supplementsOre ?? 0));
    }),
  );
});

test("nobody is paid twice or charged by the insurer: no part but the member's is negative, and only one way of paying is used", () => {
  fc.assert(
    fc.property(anyPriceFacts, (facts) => {
      const decision = decidePrice(facts);
      expect(
        Math.min(decision.publicPaysOre, decision.insurerPaysClinicOre, decision.insurerReimbursesMemberOre, decision.danmarkToInsurerOre),
      ).toBeGreaterThanOrEqual(0);
      expect(facts.mode === "NETWORK" ? decision.insurerReimbursesMemberOre : decision.insurerPaysClinicOre).toBe(0);
      expect(decision.danmarkToInsurerOre).toBeLessThanOrEqual(decision.insurerPaysClinicOre + decision.insurerReimbursesMemberOre);
      expect(new Set(decision.reasons).size).toBe(decision.reasons.length);
    }),
  );
});

test("a covered network treatment without extras costs the member nothing", () => {
  fc.assert(
    fc.property(anyPriceFacts, (facts) => {
      if (
        facts.mode !== "NETWORK" ||
        facts.covered === false ||
        ["ADDICTION_TREATMENT", "CONVALESCENT_CARE", "HOSPICE"].includes(facts.serviceType)
      )
        return;
      expect(decidePrice({ ...facts, event: "ATTENDED", supplementsOre: 0 }).memberPaysOre).toBe(0);
    }),
  );
});

test("the agreed rate is the one in force on the day, in whatever order rates are listed", () => {
  const rates = [
    { from: "2025-07-01", ore: 300 },
    { from: "2024-01-01", ore: 100 },
    { from: "2025-01-01", ore: 200 },
  ];
  const paid = (treatedOn: string): number =>
    decidePrice({ product: "FLEX", serviceType: "PHYSIOTHERAPY", mode: "NETWORK", treatedOn, networkRates: rates }).insurerPaysClinicOre;
  expect([paid("2024-12-31"), paid("2025-01-01"), paid("2025-06-30"), paid("2025-07-01")]).toEqual([100, 200, 200, 300]);
});
