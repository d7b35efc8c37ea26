/** How the service treats chronic disorders: what its cell in the matrix comes to for this condition. */
import { hasDieticianCourse } from "../data/conditions.js";
import { addMonths, type LocalDate } from "../../kernel/calendar.js";
import type { RowCase } from "./treatment-case.js";

export type ChronicRule = { readonly preExistingExcluded: boolean; readonly sixMonths: boolean; readonly lastingExcluded: boolean };

/** COV-CHRONIC-6M */
const MONTHS = 6;

const STANDARD: ChronicRule = { preExistingExcluded: true, sixMonths: true, lastingExcluded: false };
const NO_SIX_MONTH: ChronicRule = { preExistingExcluded: true, sixMonths: false, lastingExcluded: false };
const WAIVED: ChronicRule = { preExistingExcluded: false, sixMonths: false, lastingExcluded: false };
const LASTING_EXCLUDED: ChronicRule = { preExistingExcluded: false, sixMonths: false, lastingExcluded: true };

export function chronicRule(at: RowCase): ChronicRule {
  switch (at.row.chronic) {
    case "STANDARD":
      return followsSurgery(at) ? WAIVED : STANDARD;
    case "NO_SIX_MONTH":
      return NO_SIX_MONTH;
    case "WAIVED":
      return WAIVED;
    case "LASTING_EXCLUDED":
      return LASTING_EXCLUDED;
    case "MSK_WAIVED":
      return at.condition.musculoskeletal ? WAIVED : STANDARD;
    case "STANDARD_EXCEPT_LISTED":
      return hasDieticianCourse(at.condition.code) ? NO_SIX_MONTH : STANDARD;
  }
}

const AFTER_SURGERY: ReadonlySet<string> = new Set(["REHABILITATION", "FOLLOW_UP_CHECK", "RE_OPERATION"]);

/** Rehabilitation, checks and a re-operation belong to the operation that was covered, and what was chronic was judged with it (COV-AFTER-SURGERY). */
function followsSurgery({ service, facts }: RowCase): boolean {
  return facts.claim.afterCoveredSurgery === true && AFTER_SURGERY.has(service);
}

/** There before the cover. A cataract is there from its diagnosis on, and not from when sight began to fail (COV-CATARACT-6M). */
export function chronicBeforeCover(at: RowCase): boolean {
  const { diagnosedOn } = at.facts.condition;
  return at.condition.code === "CATARACT" ? diagnosedOn != null && diagnosedOn < at.facts.cover.start : at.preExisting;
}

/** Last day of the six months from the diagnosis; null without a diagnosis, or where none are counted. */
export function lastChronicDay(at: RowCase): LocalDate | null {
  const { diagnosedOn } = at.facts.condition;
  return countsSixMonths(at) && diagnosedOn ? addMonths(diagnosedOn, MONTHS) : null;
}

/**
 * Last day on which the treatment is covered whatever the day of diagnosis: nothing is diagnosed before its first symptoms.
 * Null where the day is known, or no six months are counted.
 */
export function lastUndatedDay(at: RowCase): LocalDate | null {
  const { diagnosedOn, aroseOn } = at.facts.condition;
  return countsSixMonths(at) && !diagnosedOn ? addMonths(aroseOn, MONTHS) : null;
}

function countsSixMonths(at: RowCase): boolean {
  return at.chronic && !chronicBeforeCover(at) && chronicRule(at).sixMonths;
}
