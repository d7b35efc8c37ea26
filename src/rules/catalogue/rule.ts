/** One rule of the insurance conditions: where it stands, how sure that is, and what it says in one sentence. */
export type Rule = {
  /** "insurance conditions 2025, section 5.8" */
  readonly clause: string;
  /** The source says it; the source is open and this is how it is read; or no source says anything and the product decided. */
  readonly status: "STATED" | "READING" | "DECISION";
  readonly says: string;
  /** Why no code implements it, in a word; null for a rule that some file must cite. */
  readonly noCode: string | null;
};
export type RuleTable = Readonly<Record<string, Rule>>;

export const stated = (clause: string, says: string, noCode: string | null = null): Rule => ({ clause, status: "STATED", says, noCode });
export const reading = (clause: string, says: string, noCode: string | null = null): Rule => ({ clause, status: "READING", says, noCode });
export const decided = (says: string, noCode: string | null = null): Rule => ({
  clause: "decision of this product",
  status: "DECISION",
  says,
  noCode,
});
