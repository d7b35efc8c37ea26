/** The state's lowest rate for driving one's own car, by the day from which it holds: what transport is covered by (TRN-RATE). */
import type { RateEntry } from "../facts/facts.js";

/** Tax-free travel allowance, above 20,000 km a year, as the tax authority publishes it each year. A new year is a new line. */
const KM_RATES: readonly RateEntry[] = [
  { from: "2024-01-01", ore: 223 },
  { from: "2025-01-01", ore: 223 },
  { from: "2026-01-01", ore: 228 },
];

export function kmRateOn(day: string): number | null {
  return KM_RATES.filter(({ from }) => from <= day).at(-1)?.ore ?? null;
}
