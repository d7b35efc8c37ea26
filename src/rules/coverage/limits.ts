/** How many treatments a limit allows, and how many are used: what the four limit checks and the number left share. */
import type { Limit } from "../data/cells.js";
import { hasDieticianCourse } from "../data/conditions.js";
import type { UsageEntry } from "../facts/facts.js";
import { complaintOf } from "../data/forms.js";
import type { RowCase, TreatmentCase } from "./treatment-case.js";

function limitApplies(limit: Limit, at: RowCase): boolean {
  if (limit.mode !== undefined && limit.mode !== at.mode) return false;
  if (limit.underAge !== undefined && at.age >= limit.underAge) return false;
  return limit.listedConditions !== true || hasDieticianCourse(at.condition.code);
}

/** Treatments already counted against the limit in that calendar year. The order of the entries never matters. */
export function usedTreatments(limit: Limit, at: RowCase, year: number = at.year): number {
  let count = 0;
  for (const entry of at.facts.usage ?? []) if (counts(entry, limit, at, year)) count += entry.count;
  return count;
}

function usedUp(limit: Limit, at: RowCase, year: number = at.year): boolean {
  return limitApplies(limit, at) && usedTreatments(limit, at, year) >= limit.max;
}

/** The first limit of this kind that is used up. */
export function usedUpLimit(kind: Limit["kind"], at: RowCase): Limit | undefined {
  return at.row.limits.find((limit) => limit.kind === kind && usedUp(limit, at));
}

/** The least of what every numeric limit leaves before this treatment is counted; null when there is none. */
export function treatmentsRemaining(at: RowCase): number | null {
  let least: number | null = null;
  const consider = (left: number): void => void (least = Math.min(least ?? Infinity, Math.max(0, left)));
  for (const limit of at.row.limits) if (limitApplies(limit, at)) consider(limit.max - usedTreatments(limit, at));
  const { portion } = at.facts;
  if (portion) consider(portion.authorised - portion.used);
  return least;
}

/** Of this claim, or of another for the same complaint. */
export function isForComplaint(entry: UsageEntry, at: TreatmentCase): boolean {
  return (
    entry.sameClaim === true || (entry.condition !== undefined && complaintOf(entry.condition) === complaintOf(at.facts.condition.code))
  );
}

function counts(entry: UsageEntry, limit: Limit, at: RowCase, year: number): boolean {
  const split = limit.splits === true && at.settings.flexPhysioChiroPool === "EACH";
  if (split ? entry.service !== at.service : !limit.services.includes(entry.service)) return false;
  if ((entry.under ?? at.under) !== at.under) return false;
  if (limit.mode !== undefined && (entry.mode ?? "NETWORK") !== limit.mode) return false;
  if (limit.kind === "CLAIM") return entry.sameClaim === true;
  if (limit.kind === "CONDITION") return isForComplaint(entry, at);
  return limit.kind === "PERIOD" || entry.year === year;
}
