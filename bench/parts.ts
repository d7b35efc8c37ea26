/** The list of everything that is measured. A new part is a file of its own and a line here. */
import type { BenchContext } from "./context.js";
import { run as matching, NATIONAL } from "./matching.js";
import { run as promise } from "./promise.js";
import { run as rules } from "./rules.js";
import { run as search } from "./search.js";
import { atLeast, atMost, type Bar, type PartResult } from "./ratios.js";

export type Part = { readonly name: string; readonly run: (ctx: BenchContext) => Promise<readonly PartResult[]> };

export const PARTS: readonly Part[] = [
  { name: "search", run: search },
  {
    name: "rules",
    run: async ({ short }) => {
      const { decisionsPerSecond, targetPerSecond, perKind, cases } = await rules(short ? 300 : 1_000);
      const bars = [atLeast("decisions per second on one core", targetPerSecond, decisionsPerSecond)];
      return [alone("rules", "Decisions of the insurance conditions", { cases, ...lowerKeys(perKind), decisionsPerSecond }, bars)];
    },
  },
  {
    name: "matching",
    run: async ({ short }) => {
      const figures = matching(short ? { ...NATIONAL, changes: 600 } : NATIONAL);
      const bars = [atMost("10,000 claims decided, ms", 1_000, figures["decidedMs"] ?? NaN)];
      return [alone("matching", "The promise at national size", figures, bars)];
    },
  },
  { name: "promise", run: promise },
];

/** A part that has no floor beside it. */
function alone(name: string, title: string, figures: Readonly<Record<string, number>>, bars: readonly Bar[]): PartResult {
  return { name, title, compared: [], bars, figures, notes: [] };
}

function lowerKeys(of: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key.toLowerCase(), value]));
}
