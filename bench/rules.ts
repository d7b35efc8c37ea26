/** How many decisions the insurance conditions take in a second on one core: the golden cases, over and over, facts checked each time. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decide, type DecisionKind } from "../src/rules/decide.js";
import { GOLDEN_QUESTIONS } from "../src/commands/generate/golden-questions.js";
import { readGoldenFile } from "../src/rules/golden-case.js";

const GOLDEN = fileURLToPath(new URL("../test/fixtures/golden/", import.meta.url));
const TARGET = 50_000;

export type RulesResult = {
  readonly name: "rules";
  readonly cases: number;
  readonly decisionsPerSecond: number;
  /** A round trip of the facts through JSON to a decision, by processor time: what the machine's JavaScript is worth today. */
  readonly cpuRatio: number;
  readonly perKind: Readonly<Record<DecisionKind, number>>;
  readonly targetPerSecond: number;
  readonly passed: boolean;
};

type Work = { readonly kind: DecisionKind; readonly facts: unknown };

/** Runs for about `ms` milliseconds per kind after a warm-up. */
export async function run(ms = 1_000): Promise<RulesResult> {
  const work = readWork();
  const of = (kind: DecisionKind): readonly Work[] => work.filter((w) => w.kind === kind);
  const perKind = { COVERAGE: measure(of("COVERAGE"), ms), GUARANTEE: measure(of("GUARANTEE"), ms), PRICE: measure(of("PRICE"), ms) };
  const decisionsPerSecond = measure(work, ms);
  return {
    name: "rules",
    cases: work.length,
    decisionsPerSecond,
    cpuRatio: cpuRatioOf(work, ms),
    perKind,
    targetPerSecond: TARGET,
    passed: decisionsPerSecond >= TARGET,
  };
}

function readWork(): readonly Work[] {
  const kinds: Readonly<Record<string, DecisionKind>> = { coverage: "COVERAGE", guarantee: "GUARANTEE", price: "PRICE" };
  return readdirSync(GOLDEN)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const file: unknown = JSON.parse(readFileSync(GOLDEN + name, "utf8"));
      return readGoldenFile(file, GOLDEN_QUESTIONS);
    })
    .flatMap((file) => {
      const kind = kinds[file.kind];
      return kind ? file.cases.map(({ facts }) => ({ kind, facts })) : [];
    });
}

const ROUNDS = 9;

function cpuRatioOf(work: readonly Work[], ms: number): number {
  const jsons = (): void => work.forEach(({ facts }) => void JSON.parse(JSON.stringify(facts)));
  const decisions = (): void => work.forEach(({ kind, facts }) => void decide(kind, facts));
  const ratios = Array.from({ length: ROUNDS }, () => cpuPerRun(jsons, ms / ROUNDS) / cpuPerRun(decisions, ms / ROUNDS));
  return ratios.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
}

function cpuPerRun(once: () => void, ms: number): number {
  const began = performance.now();
  const before = process.cpuUsage();
  let runs = 0;
  for (; performance.now() - began < ms; runs += 1) once();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / runs;
}

function measure(work: readonly Work[], ms: number): number {
  round(work, ms / 4);
  return round(work, ms);
}

function round(work: readonly Work[], ms: number): number {
  const started = performance.now();
  let decided = 0;
  while (performance.now() - started < ms) {
    for (const { kind, facts } of work) decide(kind, facts);
    decided += work.length;
  }
  return Math.round((decided * 1_000) / (performance.now() - started));
}

if (process.argv[1]?.endsWith("bench/rules.ts")) console.log(JSON.stringify(await run(), null, 2));
