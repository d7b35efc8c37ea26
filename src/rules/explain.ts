/** Every decision in words: the rule, where it stands, one sentence in two languages, and what would change the answer. */
import type { Refusal } from "../kernel/refusal.js";
import { clauseOf, type RuleId } from "./catalogue.js";
import { MATRIX_ROW, MEMBER_AND_CLAIM, SERVICE_IN_COVER } from "./checks/index.js";
import type { Remedy } from "./checks/check.js";
import { decideCoverage, type CoverageDecision } from "./coverage/coverage.js";
import type { Decision, DecisionFacts, DecisionKind } from "./decide.js";
import { fallbackFor, type Fallback } from "./data/fallbacks.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "./facts/facts.js";
import { GUARANTEE_REASONS } from "./guarantee/guarantee-reasons.js";
import type { GuaranteeDecision } from "./guarantee/guarantee.js";
import { PRICE_REASONS } from "./price/price-reasons.js";
import type { PriceDecision, PriceReason } from "./price/price.js";
import { PRICE_CAPS } from "./data/caps.js";
import type { PricedService } from "./codes.js";
import { SETTINGS, type Settings } from "./data/settings.js";
import { readCase, type RowCase, type TreatmentCase } from "./coverage/treatment-case.js";
import type { Reason, RemedyFor, Words } from "./words.js";

export type Explanation = Words & {
  readonly code: string;
  readonly rule: RuleId;
  /** "insurance conditions 2025, section 5.8" */
  readonly clause: string;
  readonly remedy: Words;
  /** What the conditions offer instead, where they do. */
  readonly offer?: Offer;
};

/** What is kept of a reason that somebody was told: its words are those of its code. */
export type KeptReason = Pick<Explanation, "code" | "rule" | "clause"> & {
  /** What would change the answer; null where nothing is known that would. */
  readonly remedy: Words | null;
};

export const keptReason = ({ code, rule, clause, remedy }: Explanation): KeptReason => ({ code, rule, clause, remedy });

/** A treatment that takes the place of a refused programme, and whether it is covered on the same facts. */
type Offer = Fallback & { readonly covered: boolean };

type Explained = { readonly rule: RuleId; readonly says: Words; readonly remedy: Remedy };
type Explain = (at: TreatmentCase) => Explained | null;

const BY_CODE: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ...[...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER].map((check): [string, Explain] => [
    check.code,
    (at) => ({ rule: check.cites?.(at) ?? check.rules[0], says: check.says, remedy: check.remedy(at) }),
  ]),
  ...MATRIX_ROW.map((check): [string, Explain] => [
    check.code,
    (at) => (hasRow(at) ? { rule: check.cites?.(at) ?? check.rules[0], says: check.says, remedy: check.remedy(at) } : null),
  ]),
]);

function hasRow(at: TreatmentCase): at is RowCase {
  return at.row !== null;
}

/** What a reason of the coverage decision says, whatever the case. */
export function saysOf(code: string): Words | undefined {
  return [...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER, ...MATRIX_ROW].find((check) => check.code === code)?.says;
}

/** All reasons of a decision, in its order. Made from the same facts and settings as the decision itself. */
export function explainCoverage(decision: CoverageDecision, facts: CoverageFacts, settings: Settings = SETTINGS): readonly Explanation[] {
  if (decision.reasons.length === 0) return [];
  const at = readCase(facts, settings);
  return decision.reasons.flatMap((code) => {
    const found = BY_CODE.get(code)?.(at);
    if (!found) return [];
    const offer = offerFor(code, at);
    return [{ ...explanation(code, found.rule, found.says, found.remedy), ...(offer ? { offer } : {}) }];
  });
}

/** The one thing the conditions offer instead of what this decision refuses; null where they offer nothing. */
export function offerInstead({ reasons }: CoverageDecision, facts: CoverageFacts, settings: Settings = SETTINGS): Offer | null {
  const at = readCase(facts, settings);
  return reasons.map((code) => offerFor(code, at)).find((offer) => offer !== null) ?? null;
}

/** What stands in for a refused programme (5.7, 5.8, 5.8.1): decided on the same facts, so that nobody is sent from one no to another. */
function offerFor(code: string, { facts, service, settings }: TreatmentCase): Offer | null {
  const fallback = fallbackFor(service, code);
  if (!fallback) return null;
  const { under, service: serviceType } = fallback;
  const { covered } = decideCoverage({ ...facts, under, treatment: { ...facts.treatment, serviceType } }, settings);
  return { ...fallback, covered };
}

export function explainGuarantee(decision: GuaranteeDecision, facts: GuaranteeFacts): readonly Explanation[] {
  return decision.reasons.map((code) => reasonExplained(code, GUARANTEE_REASONS[code], facts));
}

export function explainPrice(decision: PriceDecision, facts: PriceFacts): readonly Explanation[] {
  return decision.reasons.map((code) => reasonExplained(code, PRICE_REASONS[code], facts));
}

/**
 * A reason of a price in the network, which no more than the service decides: of the caps only the totals apply there, and a
 * service has one total at most.
 */
export function explainQuoted(code: string, service: PricedService): Explanation {
  const total = PRICE_CAPS.find(({ services, cap }) => services.includes(service) && cap.kind === "TOTAL");
  const facts: PriceFacts = {
    product: total?.products[0] ?? "OCCUPATIONAL",
    under: total?.under[0] ?? "BASE",
    serviceType: service,
    mode: "NETWORK",
    // no reason's words hang on the day
    treatedOn: "2025-01-01",
  };
  return reasonExplained(code, PRICE_REASONS[code as PriceReason], facts);
}

/** The reasons of a decision that was kept, told with the settings it was made with. */
export function explainDecision(kind: DecisionKind, facts: DecisionFacts, decision: Decision, settings: Settings): readonly Explanation[] {
  switch (kind) {
    case "COVERAGE":
      return explainCoverage(decision as CoverageDecision, facts as CoverageFacts, settings);
    case "GUARANTEE":
      return explainGuarantee(decision as GuaranteeDecision, facts as GuaranteeFacts);
    case "PRICE":
      return explainPrice(decision as PriceDecision, facts as PriceFacts);
  }
}

/** The reasons as refusals of an act, ready to be answered beside any others. */
export function refusalsOf(decision: CoverageDecision, facts: CoverageFacts, settings: Settings = SETTINGS): Refusal[] {
  return explainCoverage(decision, facts, settings).map(({ code, en, rule, clause, remedy, offer }) => ({
    ...(offer ? { offer } : {}),
    code,
    message: en,
    path: [],
    rule,
    clause,
    remedy: remedy.en,
    retryable: false,
  }));
}

/** The facts as they would have to be for this reason to be gone; null where nobody can change it. */
export function applyRemedy(code: string, facts: CoverageFacts, settings: Settings = SETTINGS): CoverageFacts | null {
  return BY_CODE.get(code)?.(readCase(facts, settings))?.remedy.change?.(facts) ?? null;
}

function reasonExplained<Facts>(code: string, reason: Reason<Facts>, facts: Facts): Explanation {
  return explanation(code, reason.cites?.(facts) ?? reason.rules[0], reason.says, reason.remedy(facts));
}

function explanation<Facts>(code: string, rule: RuleId, says: Words, { en, da }: RemedyFor<Facts>): Explanation {
  return { code, rule, clause: clauseOf(rule), ...says, remedy: { en, da } };
}
