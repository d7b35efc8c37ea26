/** The words of what the rules decide: outcomes, notes, standings, and every reason there is. */
import type { ValueWords, WordList } from "../kernel/worded.js";
import { MATRIX_ROW, MEMBER_AND_CLAIM, SERVICE_IN_COVER } from "./checks/index.js";
import type { CoverageNote } from "./coverage/coverage.js";
import type { DecisionKind } from "./decide.js";
import type { GuaranteeDecision, GuaranteeStanding } from "./guarantee/guarantee.js";
import { GUARANTEE_REASONS } from "./guarantee/guarantee-reasons.js";
import { PRICE_REASONS } from "./price/price-reasons.js";
import type { RuleId } from "./catalogue.js";
import type { Words } from "./words.js";

export const DECISION_KIND_WORDS: WordList<DecisionKind> = {
  COVERAGE: ["Cover", "Dækning", "Whether a treatment is covered."],
  GUARANTEE: ["Promise", "Løfte", "When the first appointment has to take place."],
  PRICE: ["Price", "Pris", "Who pays what."],
};

export const GUARANTEE_OUTCOME_WORDS: WordList<GuaranteeDecision["outcome"]> = {
  RUNNING: ["The promise runs", "Løftet løber"],
  PENDING: ["The promise waits", "Løftet venter", "Approval or information is missing; the clock has not started."],
  NONE: ["Nothing is promised", "Intet er lovet"],
};

export const STANDING_WORDS: WordList<GuaranteeStanding> = {
  ON_TARGET: ["On target", "Inden for målet", "The first appointment is on the last day on target or before."],
  WITHIN_LIMIT: ["Within the promise", "Inden for løftet", "After the target, and not after the latest date."],
  TOO_LATE: ["Too late", "For sent", "After the latest date of the promise."],
};

export const COVERAGE_NOTE_WORDS: WordList<CoverageNote> = {
  RUN_OFF: ["Covered after the end of the cover", "Dækket efter dækningens ophør", "The treatment runs off after the cover has ended."],
  CRISIS_REPORTED_LATE: ["Crisis reported late", "Krise anmeldt sent", "Ordinary psychological treatment applies."],
  MEMBER_PAYS_FIRST: ["You pay first and are reimbursed", "Du lægger selv ud og får refusion"],
  LAST_IN_LIMIT: ["The last treatment in the limit", "Den sidste behandling inden for grænsen"],
};

const asWord = ({ en, da }: Words): ValueWords => [en, da];
const ofChecks = [...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER, ...MATRIX_ROW].map(({ code, says }): [string, ValueWords] => [
  code,
  asWord(says),
]);
const ofReasons = Object.entries({ ...PRICE_REASONS, ...GUARANTEE_REASONS }).map(([code, { says }]): [string, ValueWords] => [
  code,
  asWord(says),
]);

/** Reasons against a treatment; each is also the code of a refusal of an act that needs cover. */
export const COVERAGE_REASON_WORDS: WordList<string> = Object.fromEntries(ofChecks);

/** Judgements of the insurer's doctors that no fact of a case can stand for (CLM-REASONABLE, CLM-STOP-INEFFECTIVE, CLM-PREVENTIVE). */
export const DENIAL_WORDS = {
  NOT_REASONABLE: ["The treatment is not reasonable", "Behandlingen er ikke rimelig"],
  TREATMENT_INEFFECTIVE: ["The treatment has no effect", "Behandlingen har ikke effekt"],
  PREVENTIVE_TREATMENT: ["The treatment is preventive", "Behandlingen er forebyggende"],
} as const satisfies WordList<string>;

/** Every reason of every kind of decision. A code of two kinds says the same in both. */
export const REASON_WORDS: WordList<string> = { ...Object.fromEntries([...ofReasons, ...ofChecks]), ...DENIAL_WORDS };

/** The rule a denial stands on where the facts of the case do not pick another. */
export const DENIAL_RULES: Readonly<Partial<Record<string, RuleId>>> = {
  ...Object.fromEntries([...MEMBER_AND_CLAIM, ...SERVICE_IN_COVER, ...MATRIX_ROW].map(({ code, rules }) => [code, rules[0]])),
  NOT_REASONABLE: "CLM-REASONABLE",
  TREATMENT_INEFFECTIVE: "CLM-STOP-INEFFECTIVE",
  PREVENTIVE_TREATMENT: "CLM-PREVENTIVE",
};
