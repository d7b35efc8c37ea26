/** The three questions behind one door, for facts that come from outside: from a file, a request or the store of decisions. */
import {
  demandCoverageFacts,
  demandGuaranteeFacts,
  demandPriceFacts,
  type CoverageFacts,
  type GuaranteeFacts,
  type PriceFacts,
} from "./facts/facts.js";
import { decideCoverage, type CoverageDecision } from "./coverage/coverage.js";
import { decideGuarantee, type GuaranteeDecision } from "./guarantee/guarantee.js";
import { decidePrice, type PriceDecision } from "./price/price.js";
import { settingsOf, type Settings } from "./data/settings.js";

export const DECISION_KINDS = ["COVERAGE", "GUARANTEE", "PRICE"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];
export type DecisionFacts = CoverageFacts | GuaranteeFacts | PriceFacts;
export type Decision = CoverageDecision | GuaranteeDecision | PriceDecision;

/** Throws a FactsFault naming the field when what came is no facts of this kind. */
export function decide(kind: DecisionKind, facts: unknown, settings?: Settings): Decision {
  switch (kind) {
    case "COVERAGE":
      demandCoverageFacts(facts);
      return decideCoverage(facts, settings);
    case "GUARANTEE":
      demandGuaranteeFacts(facts);
      return decideGuarantee(facts, settings);
    case "PRICE":
      demandPriceFacts(facts);
      return decidePrice(facts, settings);
  }
}

/**
 * A past decision, decided again: under the present version the same facts and changed settings give the same answer. One of an
 * earlier version answers as it would be decided now, which is what a replay compares it with. Null for a version never published.
 */
export function replayDecision(kind: DecisionKind, facts: unknown, changed: Partial<Settings>, ruleVersion: string): Decision | null {
  const held = settingsOf(ruleVersion, changed);
  return held ? decide(kind, facts, held) : null;
}
