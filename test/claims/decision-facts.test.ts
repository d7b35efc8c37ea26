/** The facts of a decision as the API tells them: typed, and nothing of them lost. */
import "reflect-metadata";
import fc from "fast-check";
import { coverageFactsView } from "../../src/features/claims/coverage/coverage-facts.type.js";
import { guaranteeFactsView } from "../../src/features/claims/coverage/guarantee-facts.type.js";
import { priceFactsView } from "../../src/features/claims/coverage/price-facts.type.js";
import { addDays } from "../../src/kernel/calendar.js";
import type { CoverageFacts, GuaranteeFacts, PriceFacts } from "../../src/rules/facts/facts.js";
import { DECISION_MARK_WORDS } from "../../src/rules/fact-words.js";
import { anyCoverageFacts, anyGuaranteeFacts, anyPriceFacts } from "../rules/any-facts.js";
import { cases } from "../support/size.js";

type Leaf = readonly (string | number)[];

function leavesOf(value: unknown, at: Leaf = []): Leaf[] {
  if (typeof value !== "object" || value === null) return value === null ? [] : [at];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...at, name]));
}

/** The same facts with another value at one place. */
function changed<Facts>(facts: Facts, at: Leaf): Facts {
  const copy = JSON.parse(JSON.stringify(facts)) as Facts;
  const holder = at.slice(0, -1).reduce<any>((value, name) => value[name], copy);
  const name = at.at(-1)!;
  const old: unknown = holder[name];
  const day = typeof old === "string" && /^\d{4}-/.test(old);
  holder[name] =
    typeof old === "boolean" ? !old : typeof old === "number" ? old + 1 : day ? addDays(old.slice(0, 10), 1) : `${String(old)}_X`;
  return copy;
}

function lost<Facts>(facts: Facts, view: (facts: Facts) => object): string[] {
  const shown = JSON.stringify(view(facts));
  return leavesOf(facts).flatMap((leaf) => (JSON.stringify(view(changed(facts, leaf))) === shown ? [leaf.join(".")] : []));
}

const KINDS: readonly [string, fc.Arbitrary<any>, (facts: any) => object][] = [
  ["cover", anyCoverageFacts as fc.Arbitrary<CoverageFacts>, coverageFactsView],
  ["the promise", anyGuaranteeFacts as fc.Arbitrary<GuaranteeFacts>, guaranteeFactsView],
  ["a price", anyPriceFacts as fc.Arbitrary<PriceFacts>, priceFactsView],
];

test.each(KINDS)("a fact of a decision about %s that is another is told as another", (_, facts, view) => {
  const missed = new Set<string>();
  fc.assert(
    fc.property(facts, (each) => {
      for (const leaf of lost(each, view)) missed.add(leaf.replace(/\.\d+(?=\.|$)/g, "[]"));
    }),
    { numRuns: cases(60, 600) },
  );
  expect([...missed]).toEqual([]);
});

test("every mark is made by some facts, and the ordinary case has none", () => {
  const made = new Set<string>();
  for (const [, facts, view] of KINDS)
    for (const each of fc.sample(facts, { numRuns: 600, seed: 7 }))
      for (const mark of (view(each) as { marks?: string[] }).marks ?? []) made.add(mark);
  // judged by a person, and so nowhere in the arbitrary facts but here
  const told = (claim: object, condition: object = {}, provider: object = {}): string[] => {
    const [plain] = fc.sample(anyCoverageFacts, { numRuns: 1, seed: 1 }) as [CoverageFacts];
    return [
      ...coverageFactsView({
        ...plain,
        claim: { reportedOn: plain.claim.reportedOn, ...claim },
        condition: { code: plain.condition.code, aroseOn: plain.condition.aroseOn, ...condition },
        provider: { mode: "NETWORK", ...provider },
        cover: { start: plain.cover.start },
      }).marks,
    ];
  };
  expect(told({})).toEqual([]);
  for (const mark of told({ treatmentGranted: true, severalFormsAllowed: true, recurring: true }, { accepted: true, notChronic: true }))
    made.add(mark);
  expect(Object.keys(DECISION_MARK_WORDS).filter((mark) => !made.has(mark))).toEqual([]);
});
