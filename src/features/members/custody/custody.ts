/**
 * Whom a holder of custody may still see. Until the 15th birthday everything, from then to the 18th that the young person is there
 * and covered, unless the young person closes that too; then nothing. Days begin at midnight in Copenhagen.
 */
import { addDays, ageOn, type LocalDate } from "../../../kernel/calendar.js";
import { refusal, type Refusal } from "../../../kernel/refusal.js";

/** A check of the register opens nothing after so many days. */
const CHECK_HOLDS_DAYS = 30;
const CONTENT_UNTIL_AGE = 15;
const CUSTODY_UNTIL_AGE = 18;

/** Last day on which a check of the register counts. */
export function standsThrough(checkedOn: LocalDate): LocalDate {
  return addDays(checkedOn, CHECK_HOLDS_DAYS);
}

/** Why this person may not open or close the cover to a guardian today; empty when they may. */
export function whyAccessStays(birthDate: LocalDate, today: LocalDate): readonly Refusal[] {
  return ageOn(birthDate, today) < CONTENT_UNTIL_AGE ? [STILL_A_CHILD] : [];
}

/** Nobody has custody of an adult. */
export function isUnderCustody(birthDate: LocalDate, today: LocalDate): boolean {
  return ageOn(birthDate, today) < CUSTODY_UNTIL_AGE;
}

const STILL_A_CHILD = refusal("GUARDIAN_STILL_ACTS", "Until the 15th birthday a holder of custody acts for the child and sees its case.", {
  rule: "CON-THIRD-PARTY",
  clause: "FAQ, 'Authorization for Third Party'",
  remedy: "Ask again from the 15th birthday on; until then talk to the health team.",
});
