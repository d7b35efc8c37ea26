/** What is left of the numbers that limit a cover, whatever the complaint: the four limit checks count in the same way. */
import type { Cover, Mode, Product, Service } from "../codes.js";
import type { Limit } from "../data/cells.js";
import { SERVICE_MATRIX } from "../data/products.js";
import { SETTINGS } from "../data/settings.js";
import type { RuleId } from "../catalogue.js";

/** Treatments that count: those that took place and those booked. */
export type CountedUse = {
  readonly service: string;
  readonly under: string;
  readonly mode: string;
  readonly year: number;
  readonly count: number;
};

export type LimitBalance = {
  readonly rule: RuleId;
  readonly under: Cover;
  readonly period: "CALENDAR_YEAR" | "INSURANCE_PERIOD";
  readonly services: readonly Service[];
  readonly mode: Mode | null;
  readonly allowed: number;
  readonly used: number;
  readonly remaining: number;
};

const PERIODS: Readonly<Partial<Record<Limit["kind"], LimitBalance["period"]>>> = {
  YEAR: "CALENDAR_YEAR",
  SUBYEAR: "CALENDAR_YEAR",
  PERIOD: "INSURANCE_PERIOD",
};

/**
 * Each limit of the product once, for the covers held. What is counted per claim or complaint, or holds only below an age or for
 * listed conditions, is the claim's own matter and not here.
 */
export function limitBalances(
  product: Product,
  covers: readonly string[],
  uses: readonly CountedUse[],
  year: number,
  pool = SETTINGS.flexPhysioChiroPool,
): LimitBalance[] {
  const found = new Map<string, LimitBalance>();
  for (const row of SERVICE_MATRIX) {
    if (row.product !== product || !covers.includes(row.under)) continue;
    for (const limit of row.limits) {
      const period = PERIODS[limit.kind];
      if (period === undefined || limit.underAge !== undefined || limit.listedConditions === true) continue;
      const split = limit.splits === true && pool === "EACH";
      const services = split ? [row.service] : limit.services;
      const key = `${limit.rule} ${row.under} ${services.join()}`;
      if (found.has(key)) continue;
      const used = uses.filter((use) => counts(use, limit, services, row.under, period, year)).reduce((sum, { count }) => sum + count, 0);
      found.set(key, {
        rule: limit.rule,
        under: row.under,
        period,
        services,
        mode: limit.mode ?? null,
        allowed: limit.max,
        used,
        remaining: Math.max(0, limit.max - used),
      });
    }
  }
  return [...found.values()];
}

function counts(
  use: CountedUse,
  limit: Limit,
  services: readonly string[],
  under: Cover,
  period: LimitBalance["period"],
  year: number,
): boolean {
  if (!services.includes(use.service) || use.under !== under) return false;
  if (limit.mode !== undefined && use.mode !== limit.mode) return false;
  return period === "INSURANCE_PERIOD" || use.year === year;
}
