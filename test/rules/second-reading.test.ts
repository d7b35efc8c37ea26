import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { decideCoverage } from "../../src/rules/coverage/coverage.js";
import { decideGuarantee } from "../../src/rules/guarantee/guarantee.js";
import { decidePrice } from "../../src/rules/price/price.js";
import { cases } from "../support/size.js";
import { anyCoverageFacts, anyGuaranteeFacts, anyPriceFacts } from "./any-facts.js";
import { coverageAgain, guaranteeAgain, priceAgain } from "./second-reading.js";

/** The chief proof of the rules, and a quick one. */
const RUNS = { numRuns: cases(200, 2_000) };
const sorted = (codes: readonly string[]): string[] => [...codes].sort();

test("an independent reading of the conditions decides coverage alike", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyCoverageFacts, (facts) => {
      const decision = decideCoverage(facts);
      for (const code of [...decision.reasons, ...decision.notes]) seen.add(code);
      if (decision.covered) seen.add("covered");
      expect({ ...decision, reasons: sorted(decision.reasons), notes: sorted(decision.notes) }).toEqual(coverageAgain(facts));
    }),
    RUNS,
  );
  // The facts drawn must reach what they are drawn for.
  expect(seen.size).toBeGreaterThan(30);
});

test("an independent reading of the conditions runs the guarantee clock alike", () => {
  fc.assert(
    fc.property(anyGuaranteeFacts, (facts) => {
      const decision = decideGuarantee(facts);
      const latestInstant = decision.latestInstant === null ? null : Date.parse(decision.latestInstant);
      expect({ ...decision, latestInstant, reasons: sorted(decision.reasons) }).toEqual(guaranteeAgain(facts));
    }),
    RUNS,
  );
});

test("an independent reading of the conditions prices alike", () => {
  fc.assert(
    fc.property(anyPriceFacts, (facts) => {
      const decision = decidePrice(facts);
      expect({ ...decision, reasons: sorted(decision.reasons) }).toEqual(priceAgain(facts));
    }),
    RUNS,
  );
});
