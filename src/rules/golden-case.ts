/** Machine-readable examples of correct decisions (format golden-cases/1): read one, decide it, say where it differs. */
import { decide, type DecisionKind } from "./decide.js";
import { FactsFault } from "./facts/facts-fault.js";
import { instant, listOf, oneOf, record, type FieldForm } from "./facts/field-form.js";

const GOLDEN_FORMAT = "golden-cases/1";

/** The three questions, by the name a golden file has for each. */
const KINDS = { guarantee: "GUARANTEE", coverage: "COVERAGE", price: "PRICE" } as const satisfies Readonly<Record<string, DecisionKind>>;
export type GoldenKind = keyof typeof KINDS;

export type GoldenCase = {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly facts: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
};
export type GoldenFile = { readonly format: typeof GOLDEN_FORMAT; readonly kind: GoldenKind; readonly cases: readonly GoldenCase[] };
export type Difference = { readonly field: string; readonly expected: unknown; readonly actual: unknown };

const text: FieldForm<string> = (value) => (typeof value === "string" && value !== "" ? null : { path: "", says: "must be text" });
const fields: FieldForm<object> = (value) => (typeof value === "object" && value !== null ? null : { path: "", says: "must be an object" });
/** Open on the outside, so that a file may carry remarks; the facts inside are held to their form. */
const CASE = record({ id: text, facts: fields, expected: fields }, { title: text, rules: listOf(text) }, "IGNORED");
const FILE = record({ format: oneOf([GOLDEN_FORMAT]), kind: oneOf(Object.keys(KINDS)), cases: listOf(CASE) }, {}, "IGNORED");

export function isGolden(file: unknown): boolean {
  return typeof file === "object" && file !== null && "format" in file && file.format === GOLDEN_FORMAT;
}

/** The file, or a FactsFault naming what in it is no golden file. */
export function readGoldenFile(file: unknown): GoldenFile {
  demandGoldenFile(file);
  return file;
}

function demandGoldenFile(file: unknown): asserts file is GoldenFile {
  const problem = FILE(file);
  if (problem) throw new FactsFault(problem.path || "file", problem.says);
}

/** Where the decision differs from what is expected; an empty list is a pass. Facts that are no facts differ as a whole. */
export function differences(kind: GoldenKind, of: GoldenCase): readonly Difference[] {
  let actual: Readonly<Record<string, unknown>>;
  try {
    actual = { ...decide(KINDS[kind], of.facts) };
  } catch (fault) {
    if (!(fault instanceof FactsFault)) throw fault;
    return [{ field: `facts.${fault.path}`, expected: "facts of their form", actual: fault.problem }];
  }
  return [...new Set([...Object.keys(of.expected), ...Object.keys(actual)])]
    .filter((field) => !same(field, of.expected[field], actual[field]))
    .map((field) => ({ field, expected: of.expected[field], actual: actual[field] }));
}

function same(field: string, expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected) && Array.isArray(actual)) return asSet(expected) === asSet(actual) && expected.length === actual.length;
  if (field.endsWith("Instant") && instant(expected) === null && instant(actual) === null)
    return Date.parse(String(expected)) === Date.parse(String(actual));
  return expected === actual;
}

function asSet(codes: readonly unknown[]): string {
  return [...codes].map(String).sort().join(" ");
}
