/**
 * A stored decision, made again from its own facts: under the present version of the rules it must answer the same, and one of an
 * earlier version is named where it would now answer another way.
 */
import { decideCoverage } from "../../rules/coverage/coverage.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "../../rules/facts/facts.js";
import { decideGuarantee } from "../../rules/guarantee/guarantee.js";
import { decidePrice } from "../../rules/price/price.js";
import { RULE_VERSION, settingsOf, type Settings } from "../../rules/data/settings.js";

export type StoredDecision = {
  readonly id: string;
  readonly kind: string;
  readonly rule_version: string;
  /** What a contract changed in the settings of that version. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly facts: unknown;
  readonly outcome: unknown;
};

/** Null: the same again. Otherwise what is different, by the names of fields and never their values. */
export function replay(stored: StoredDecision): string | null {
  const settings = settingsOf(stored.rule_version, stored.settings);
  if (settings === null) return `rule version ${stored.rule_version} is not known here`;
  const decide = DECIDERS[stored.kind];
  if (!decide) return `${stored.kind} is no kind of decision`;
  try {
    const fields = differences(stored.outcome, decide(stored.facts, settings));
    if (fields.length === 0) return null;
    const earlier = stored.rule_version === RULE_VERSION ? "differs" : `of ${stored.rule_version}, would now differ`;
    return `${earlier} in ${fields.join(", ")}`;
  } catch (fault) {
    return fault instanceof Error ? `${fault.name}: the facts are not usable` : "the facts are not usable";
  }
}

type Decide = (facts: unknown, settings: Settings) => object;

// stored facts were typed when they were written; the engine demands their form again before it decides
const DECIDERS: Readonly<Record<string, Decide>> = {
  GUARANTEE: (facts, settings) => decideGuarantee(facts as GuaranteeFacts, settings),
  COVERAGE: (facts, settings) => decideCoverage(facts as CoverageFacts, settings),
  PRICE: (facts, settings) => decidePrice(facts as PriceFacts, settings),
};

function differences(before: unknown, after: object): string[] {
  const was = typeof before === "object" && before !== null ? (before as Readonly<Record<string, unknown>>) : {};
  const is = after as Readonly<Record<string, unknown>>;
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].filter((name) => canonical(was[name]) !== canonical(is[name])).sort();
}

/** Reasons and notes are sets; everything else is compared as it stands. The database keeps fields in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).filter(([, v]) => v !== undefined);
    return `{${fields
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${k}:${canonical(v)}`)
      .join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}
