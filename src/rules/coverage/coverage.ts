/**
 * Is this treatment of this member covered, and if not, why? Folds the checks, in order, into one decision with every reason.
 * Nothing here knows a rule: the checks do, and the tables they read.
 */
import { MATRIX_ROW, MEMBER_AND_CLAIM, SERVICE_IN_COVER } from "../checks/index.js";
import { demandCoverageFacts, type CoverageFacts } from "../facts/facts.js";
import type { GuaranteeClass } from "../codes.js";
import { treatmentsRemaining } from "./limits.js";
import { SETTINGS, type Settings } from "../data/settings.js";
import { readCase, type RowCase, type TreatmentCase } from "./treatment-case.js";

export type CoverageNote = "RUN_OFF" | "CRISIS_REPORTED_LATE" | "MEMBER_PAYS_FIRST" | "LAST_IN_LIMIT";

export type CoverageDecision = {
  /** True exactly when there is no reason against it. */
  readonly covered: boolean;
  /** Every code that stands in the way, in the order of evaluation. */
  readonly reasons: readonly string[];
  /** What to know about a treatment that is covered. */
  readonly notes: readonly CoverageNote[];
  /** Left in the tightest limit before this treatment is counted; null where no number limits it. */
  readonly treatmentsRemaining: number | null;
  /** What is promised about the first appointment; NONE when not covered or with own choice. */
  readonly guaranteeClass: GuaranteeClass;
};

/** Throws a FactsFault naming the field when the facts are not facts. */
export function decideCoverage(facts: CoverageFacts, settings: Settings = SETTINGS): CoverageDecision {
  demandCoverageFacts(facts);
  const at = readCase(facts, settings);
  const reasons: string[] = [];
  for (const check of MEMBER_AND_CLAIM) if (check.denies(at)) reasons.push(check.code);

  const before = reasons.length;
  for (const check of SERVICE_IN_COVER) if (check.denies(at)) reasons.push(check.code);
  if (reasons.length > before || !inCover(at))
    return { covered: false, reasons, notes: [], treatmentsRemaining: null, guaranteeClass: "NONE" };

  for (const check of MATRIX_ROW) if (check.denies(at)) reasons.push(check.code);
  const remaining = treatmentsRemaining(at);
  const covered = reasons.length === 0;
  return {
    covered,
    reasons,
    notes: covered ? notesOn(at, remaining) : [],
    treatmentsRemaining: remaining,
    guaranteeClass: covered && at.mode === "NETWORK" ? at.row.guarantee.class : "NONE",
  };
}

function inCover(at: TreatmentCase): at is RowCase {
  return at.row !== null;
}

function notesOn(at: RowCase, remaining: number | null): CoverageNote[] {
  const notes: CoverageNote[] = [];
  if (at.standing === "RUN_OFF") notes.push("RUN_OFF");
  if (at.lateCrisis) notes.push("CRISIS_REPORTED_LATE");
  if (at.mode === "OWN_CHOICE") notes.push("MEMBER_PAYS_FIRST");
  if (remaining === 1) notes.push("LAST_IN_LIMIT");
  return notes;
}
