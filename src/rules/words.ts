import type { RuleId } from "./catalogue.js";

/** One sentence, in both languages. Where they differ the Danish text applies (GEN-DANISH-TEXT). */
export type Words = { readonly en: string; readonly da: string };

/** What would change the answer: in words, and as changed facts under which this reason is gone; null where nobody can change it. */
export type RemedyFor<Facts> = Words & { readonly change: ((facts: Facts) => Facts) | null };

export const remedy = <Facts>(en: string, da: string, change: (facts: Facts) => Facts): RemedyFor<Facts> => ({ en, da, change });
/** Nothing the member can change helps; advice by phone stays open to everybody (SRV-ADVICE). */
export const nothingHelps = (en: string, da: string): RemedyFor<never> & { readonly change: null } => ({ en, da, change: null });

/** A reason that is no check of the coverage list: what it says, on which rules it rests, and what would change it. */
export type Reason<Facts> = {
  readonly rules: readonly [RuleId, ...RuleId[]];
  readonly cites?: (facts: Facts) => RuleId;
  readonly says: Words;
  readonly remedy: (facts: Facts) => RemedyFor<Facts>;
};
