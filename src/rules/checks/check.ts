/**
 * The contract of a check. One file says one no: when it stands, on which rule it rests, and what would change it. The list
 * in index.ts is the order of evaluation; every check of a stage is made, so a member hears all reasons at once. Adding one
 * is a file and a line in the list: the decision, the explanations and the contract test pick it up from there.
 */
import type { LocalDate } from "../../kernel/calendar.js";
import type { RuleId } from "../catalogue.js";
import type { CoverageFacts } from "../facts/facts.js";
import type { RowCase, TreatmentCase } from "../coverage/treatment-case.js";
import { remedy, nothingHelps, type RemedyFor, type Words } from "../words.js";

export { remedy, nothingHelps } from "../words.js";

export type Remedy = RemedyFor<CoverageFacts>;
export type FactsChange = (facts: CoverageFacts) => CoverageFacts;

export type Check<Case extends TreatmentCase = TreatmentCase> = {
  /** Stable, UPPER_SNAKE_CASE: a noun for what stands in the way. */
  readonly code: string;
  /** A no that time, consent, information or the approval itself can still lift: it keeps no claim from being approved. */
  readonly mayPass?: true;
  /** A no to this slot (its channel, its clinic) and not to the claim: another slot may do. */
  readonly ofTheSlot?: true;
  /** Every rule it can rest on; the first unless `cites` picks another. */
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly cites?: (at: Case) => RuleId;
  readonly says: Words;
  /** True when the treatment is denied for this reason. Pure, and never throws on facts that passed their form. */
  readonly denies: (at: Case) => boolean;
  /** Asked only of a case that is denied. */
  readonly remedy: (at: Case) => Remedy;
};
export type RowCheck = Check<RowCase>;

const treatOn =
  (day: LocalDate): FactsChange =>
  (facts) => ({ ...facts, treatment: { ...facts.treatment, on: day } });

export const coveredFrom = (day: LocalDate): Remedy => remedy(`Covered from ${day}.`, `Dækket fra ${day}.`, treatOn(day));

/** An earlier day helps only while that day is still ahead of the decision and inside the cover. */
export function coveredUpTo(day: LocalDate, at: TreatmentCase): Remedy {
  const en = `Covered up to ${day}.`;
  const da = `Dækket til og med ${day}.`;
  const past = at.facts.decidedOn !== undefined && at.facts.decidedOn > day;
  return past || day < at.facts.cover.start ? nothingHelps(en, da) : remedy(en, da, treatOn(day));
}

export const inClaim =
  (claim: Partial<CoverageFacts["claim"]>): FactsChange =>
  (facts) => ({ ...facts, claim: { ...facts.claim, ...claim } });
export const inCover =
  (cover: Partial<CoverageFacts["cover"]>): FactsChange =>
  (facts) => ({ ...facts, cover: { ...facts.cover, ...cover } });
export const withProvider =
  (provider: Partial<CoverageFacts["provider"]>): FactsChange =>
  (facts) => ({ ...facts, provider: { ...facts.provider, ...provider } });
export const inTreatment =
  (treatment: Partial<CoverageFacts["treatment"]>): FactsChange =>
  (facts) => ({ ...facts, treatment: { ...facts.treatment, ...treatment } });
