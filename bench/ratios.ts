/** What a bench says: candidates beside a floor, compared round by round, because only neighbours in time had the same machine. */
import type { Measured } from "./load.js";

export type Spread = { readonly median: number; readonly low: number; readonly high: number };

export type Compared = {
  readonly candidate: string;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Microseconds per request. */
  readonly serverCpu: number;
  readonly databaseCpu: number;
  /** Of the floor's: more is better, 1 is as good as the floor. */
  readonly throughputRatio: Spread;
  readonly cpuRatio: Spread;
};

/** A promise with its figure. */
export type Bar = { readonly what: string; readonly wanted: string; readonly got: number; readonly kept: boolean };

export type PartResult = {
  readonly name: string;
  readonly title: string;
  readonly compared: readonly Compared[];
  readonly bars: readonly Bar[];
  readonly figures: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
};

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? NaN, low: sorted[0] ?? NaN, high: sorted.at(-1) ?? NaN };
}

const median = (values: readonly number[]): number => spread(values).median;

/** `rounds` of each candidate in the same order; the first candidate is the floor. */
export function compare(rounds: ReadonlyMap<string, readonly Measured[]>): Compared[] {
  const [floor = []] = rounds.values();
  return [...rounds].map(([candidate, measured]) => ({
    candidate,
    perSecond: median(measured.map((m) => m.perSecond)),
    medianMs: median(measured.map((m) => m.medianMs)),
    p99Ms: median(measured.map((m) => m.p99Ms)),
    serverCpu: median(measured.map((m) => m.serverCpu)),
    databaseCpu: median(measured.map((m) => m.databaseCpu)),
    throughputRatio: spread(measured.map((m, i) => m.perSecond / (floor[i]?.perSecond ?? NaN))),
    cpuRatio: spread(measured.map((m, i) => (floor[i]?.cpu ?? NaN) / m.cpu)),
  }));
}

export function atLeast(what: string, wanted: number, got: number): Bar {
  return { what, wanted: `>= ${wanted}`, got, kept: got >= wanted };
}

export function atMost(what: string, wanted: number, got: number): Bar {
  return { what, wanted: `<= ${wanted}`, got, kept: got <= wanted };
}
