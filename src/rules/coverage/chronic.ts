/** How the service treats chronic disorders: what its cell in the matrix comes to for this condition. */
import { hasDieticianCourse } from "../data/conditions.js";
import type { RowCase } from "./treatment-case.js";

export type ChronicRule = { readonly preExistingExcluded: boolean; readonly sixMonths: boolean; readonly lastingExcluded: boolean };

const STANDARD: ChronicRule = { preExistingExcluded: true, sixMonths: true, lastingExcluded: false };
const NO_SIX_MONTH: ChronicRule = { preExistingExcluded: true, sixMonths: false, lastingExcluded: false };
const WAIVED: ChronicRule = { preExistingExcluded: false, sixMonths: false, lastingExcluded: false };
const LASTING_EXCLUDED: ChronicRule = { preExistingExcluded: false, sixMonths: false, lastingExcluded: true };

export function chronicRule(at: RowCase): ChronicRule {
  switch (at.row.chronic) {
    case "STANDARD":
      return STANDARD;
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
