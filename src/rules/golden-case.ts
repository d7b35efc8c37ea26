/** Machine-readable examples of correct decisions (format golden-cases/1): read one, decide it, say where it differs. */
import { decideAutomaticApproval } from "./automatic-approval.js";
import { decideCoverage } from "./coverage/coverage.js";
import { offerInstead } from "./explain.js";
import { demandApprovalFacts, demandCoverageFacts, demandGuaranteeFacts, demandPriceFacts } from "./facts/facts.js";
import { FactsFault } from "./facts/facts-fault.js";
import { instant, listOf, oneOf, record, type FieldForm } from "./facts/field-form.js";
import { decideGuarantee } from "./guarantee/guarantee.js";
import { decidePrice } from "./price/price.js";

const GOLDEN_FORMAT = "golden-cases/1";

/** Decides facts that come from outside; throws a FactsFault naming the field when they are no facts of this question. */
export type Question = (facts: unknown) => object;
export type Questions = Readonly<Record<string, Question>>;

/** The questions about the insurance conditions, by the name a golden file has for each. */
export const RULE_QUESTIONS = {
  guarantee: (facts) => (demandGuaranteeFacts(facts), decideGuarantee(facts)),
  /** With what the conditions offer instead of a refused programme: `offer`, compared where a case names it. */
  coverage: (facts) => {
    demandCoverageFacts(facts);
    const decision = decideCoverage(facts);
    return { ...decision, offer: offerInstead(decision, facts) };
  },
  price: (facts) => (demandPriceFacts(facts), decidePrice(facts)),
  approval: (facts) => (demandApprovalFacts(facts), decideAutomaticApproval(facts)),
} as const satisfies Questions;

/** Not in the first files of the format: whoever does not name it expects nothing of it. */
const NAMED_ONLY: ReadonlySet<string> = new Set(["offer"]);

export type GoldenCase = {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly facts: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};
export type GoldenFile = { readonly format: typeof GOLDEN_FORMAT; readonly kind: string; readonly cases: readonly GoldenCase[] };
export type Difference = { readonly field: string; readonly expected: unknown; readonly actual: unknown };

const text: FieldForm<string> = (value) => (typeof value === "string" && value !== "" ? null : { path: "", says: "must be text" });
const fields: FieldForm<object> = (value) => (typeof value === "object" && value !== null ? null : { path: "", says: "must be an object" });
/** Open on the outside, so that a file may carry remarks; the facts inside are held to their form. */
const CASE = record({ id: text, facts: fields, expected: fields }, { title: text, rules: listOf(text) }, "IGNORED");

export function isGolden(file: unknown): boolean {
  return typeof file === "object" && file !== null && "format" in file && file.format === GOLDEN_FORMAT;
}

/** The file, or a FactsFault naming what in it is no golden file about one of these questions. */
export function readGoldenFile(file: unknown, questions: Questions): GoldenFile {
  demandGoldenFile(file, Object.keys(questions));
  return file;
}

function demandGoldenFile(file: unknown, kinds: readonly string[]): asserts file is GoldenFile {
  const problem = record({ format: oneOf([GOLDEN_FORMAT]), kind: oneOf(kinds), cases: listOf(CASE) }, {}, "IGNORED")(file);
  if (problem) throw new FactsFault(problem.path || "file", problem.says);
}

/** Where the decision differs from what is expected; an empty list is a pass. Facts that are no facts differ as a whole. */
export function differences(question: Question, of: GoldenCase): readonly Difference[] {
  let actual: Readonly<Record<string, unknown>>;
  try {
    actual = { ...question(of.facts) };
  } catch (fault) {
    if (!(fault instanceof FactsFault)) throw fault;
    return [{ field: `facts.${fault.path}`, expected: "facts of their form", actual: fault.problem }];
  }
  const told = Object.keys(actual).filter((field) => field in of.expected || !NAMED_ONLY.has(field));
  return [...new Set([...Object.keys(of.expected), ...told])]
    .filter((field) => !same(field, of.expected[field], actual[field]))
    .map((field) => ({ field, expected: of.expected[field], actual: actual[field] }));
}

function same(field: string, expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(actual)) return asSet(expected) === asSet(actual) && expected.length === actual.length;
  if (isRecord(expected) && isRecord(actual))
    return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].every((part) => same(part, expected[part], actual[part]));
  if (field.endsWith("Instant") && instant(expected) === null && instant(actual) === null)
    return Date.parse(String(expected)) === Date.parse(String(actual));
  return expected === actual;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function asSet(codes: readonly unknown[]): string {
  return [...codes].map(String).sort().join(" ");
}
