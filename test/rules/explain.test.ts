import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { clauseOf, isRuleId } from "../../src/rules/catalogue.js";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import { applyRemedy, explainCoverage, explainGuarantee, explainPrice, explainQuoted, refusalsOf } from "../../src/rules/explain.js";
import { PRICE_CAPS } from "../../src/rules/data/caps.js";
import type { CoverageFacts, PriceFacts } from "../../src/rules/facts/facts.js";
import { GUARANTEE_REASONS } from "../../src/rules/guarantee/guarantee-reasons.js";
import { decideGuarantee } from "../../src/rules/guarantee/guarantee.js";
import { PRICE_REASONS } from "../../src/rules/price/price-reasons.js";
import { decidePrice } from "../../src/rules/price/price.js";
import { SETTINGS } from "../../src/rules/data/settings.js";
import { anyCoverageFacts, anyGuaranteeFacts, anyPriceFacts } from "./any-facts.js";
import { cases } from "../support/size.js";

const facts: CoverageFacts = {
  product: "OCCUPATIONAL",
  member: { role: "SPOUSE", birthDate: "1985-05-20" },
  cover: { start: "2025-03-01" },
  claim: { reportedOn: "2025-03-02", approvedOn: "2025-03-04" },
  condition: { code: "BACK_PAIN", aroseOn: "2025-01-10" },
  consent: { givenOn: "2025-03-02" },
  treatment: { serviceType: "PHYSIOTHERAPY", on: "2025-03-12" },
  provider: { mode: "NETWORK" },
};

describe("explaining coverage", () => {
  test("every reason comes with rule, clause, a sentence in two languages and a remedy computed from the facts", () => {
    const decision = decideCoverage(facts);
    expect(decision.reasons).toEqual(["WAITING_PERIOD", "REFERRAL_MISSING"]);
    expect(explainCoverage(decision, facts)).toEqual([
      {
        code: "WAITING_PERIOD",
        rule: "MEM-WAIT-6M",
        clause: "insurance conditions 2025, section 2.4",
        en: expect.stringContaining("waiting period"),
        da: expect.stringContaining("karens"),
        remedy: { en: "Covered from 2025-09-01.", da: "Dækket fra 2025-09-01." },
      },
      {
        code: "REFERRAL_MISSING",
        rule: "REF-PHYSIO",
        clause: "insurance conditions 2025, sections 4.7, 5.7",
        en: expect.stringContaining("referral"),
        da: expect.stringContaining("henvisning"),
        remedy: {
          en: "Upload a referral from your own doctor or a referral from a specialist, dated on or before 2025-03-12.",
          da: "Upload en henvisning fra egen læge eller en henvisning fra en speciallæge, dateret senest den 2025-03-12.",
        },
      },
    ]);
  });
  test("reasons are handed on as refusals, all at once", () => {
    expect(refusalsOf(decideCoverage(facts), facts)).toEqual([
      expect.objectContaining({ code: "WAITING_PERIOD", rule: "MEM-WAIT-6M", remedy: "Covered from 2025-09-01.", retryable: false }),
      expect.objectContaining({ code: "REFERRAL_MISSING", rule: "REF-PHYSIO" }),
    ]);
  });
  test("applying a remedy to the facts makes its reason disappear, and one that cannot help changes nothing", () => {
    const helped = new Set<string>();
    fc.assert(
      fc.property(anyCoverageFacts, (any) => {
        const decision = decideCoverage(any);
        const explained = explainCoverage(decision, any);
        expect(explained.map((e) => e.code)).toEqual(decision.reasons);
        for (const { code, rule, clause, en, da, remedy } of explained) {
          expect(clause).toBe(clauseOf(rule));
          for (const words of [en, da, remedy.en, remedy.da]) expect(words).toMatch(/^\S.*[a-zæøå0-9)]\.$/i);
          const changed = applyRemedy(code, any);
          if (changed === null) continue;
          helped.add(code);
          expect([code, decideCoverage(changed).reasons]).not.toEqual([code, expect.arrayContaining([code])]);
        }
      }),
    );
    expect(helped.size).toBeGreaterThan(15);
  });
  test("following every remedy in turn ends in cover, or in a reason that nobody can change", () => {
    let current = facts;
    for (let step = 0; step < 5; step += 1) {
      const [code] = decideCoverage(current).reasons;
      if (code === undefined) break;
      current = applyRemedy(code, current) ?? current;
    }
    expect(decideCoverage(current)).toMatchObject({ covered: true });
    expect(current.treatment.on).toBe("2025-09-01");
  });
  test("an unknown code has no remedy", () => {
    expect(applyRemedy("NO_SUCH_CODE", facts)).toBeNull();
  });
});

describe("explaining the guarantee and the price", () => {
  test("each reason of the clock explains itself, and its remedy makes it disappear", () => {
    fc.assert(
      fc.property(anyGuaranteeFacts, (any) => {
        const decision = decideGuarantee(any);
        for (const { rule, remedy } of explainGuarantee(decision, any)) {
          expect(isRuleId(rule)).toBe(true);
          expect(remedy.en).not.toBe("");
        }
        for (const code of decision.reasons) {
          const changed = GUARANTEE_REASONS[code].remedy(any).change?.(any);
          if (changed) expect(decideGuarantee(changed).reasons).not.toContain(code);
        }
      }),
    );
  });
  test("each reason of the price explains itself, and its remedy makes it disappear", () => {
    fc.assert(
      fc.property(anyPriceFacts, (any) => {
        const decision = decidePrice(any);
        expect(explainPrice(decision, any).map((e) => e.code)).toEqual(decision.reasons);
        for (const code of decision.reasons) {
          const changed = PRICE_REASONS[code].remedy(any).change?.(any);
          if (changed) expect(decidePrice(changed).reasons).not.toContain(code);
        }
      }),
    );
  });
  test("a cap names the rule of its own row", () => {
    const capped = {
      product: "OCCUPATIONAL",
      under: "A",
      serviceType: "OSTEOPATHY",
      mode: "OWN_CHOICE",
      treatedOn: "2025-03-03",
      feeOre: 90_000,
    } as const;
    expect(explainPrice(decidePrice(capped), capped)).toEqual([
      expect.objectContaining({ code: "CAPPED_PER_TREATMENT", rule: "PRC-A-OSTEO-650-500" }),
    ]);
  });
});

test("the settings a decision was made under are the ones it is explained under", () => {
  const settings = { ...SETTINGS, waitingMonths: 9 };
  expect(explainCoverage(decideCoverage(facts, settings), facts, settings)[0]?.remedy.en).toBe("Covered from 2025-12-01.");
});

/** What a quote can say: it knows no bill, no transport, no other insurance, and is no absence. */
const QUOTED: ReadonlySet<string> = new Set(["CAPPED_TOTAL", "NOT_COVERED", "PUBLIC_REIMBURSEMENT_DEDUCTED"]);

test("a price in the network is explained by its service alone as it is by all its facts", () => {
  const told = new Set<string>();
  const network = anyPriceFacts.filter(({ mode }) => mode === "NETWORK");
  // a total that is used up, of each service that has one
  const used = fc
    .constantFrom(...PRICE_CAPS.filter(({ cap, modes }) => cap.kind === "TOTAL" && modes.includes("NETWORK")))
    .chain((row) =>
      network.map((facts): PriceFacts => {
        const [product = "OCCUPATIONAL"] = row.products;
        return { ...facts, product, under: row.under[0] ?? "BASE", serviceType: row.services[0] ?? "HOSPICE", capUsedOre: 100_000_000 };
      }),
    )
    .filter(({ serviceType }) => serviceType !== "DENTAL");
  const publiclyPaid = network.map((facts): PriceFacts => {
    return { ...facts, doctorReferral: true, provider: { hasPublicAgreement: true }, publicReimbursementOre: 10_000 };
  });
  fc.assert(
    fc.property(fc.oneof(network, used, publiclyPaid), (facts) => {
      const decision = decidePrice(facts);
      const quoted = decision.reasons.filter((code) => QUOTED.has(code));
      quoted.forEach((code) => told.add(code));
      const byFacts = explainPrice(decision, facts).filter(({ code }) => QUOTED.has(code));
      expect(quoted.map((code) => explainQuoted(code, facts.serviceType))).toEqual(byFacts);
    }),
    { numRuns: cases(600, 6_000) },
  );
  expect([...told].sort()).toEqual([...QUOTED].sort());
});
