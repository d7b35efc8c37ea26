/**
 * What the year before says of the days to come: whether in the same weeks a larger or a smaller share of promises broke than in the
 * weeks before them. Of the capacity published for a season the proofs know; what was not published in time only the record knows.
 */

/** Promises by their last day, as day numbers: how many there were and how many broke. */
export type BrokenByDay = { readonly on: number; readonly promises: number; readonly broken: number };

/** 52 weeks: the same weekday, a day or two beside the same date. */
const YEAR = 364;
/** Days before today whose rates are what the season is compared with, and days around a day that make its week. */
const BEFORE = 28;
const AROUND = 3;
/** Promises by which a week is drawn towards the weeks before it. */
const PRIOR = 40;
/** A single bad week is not believed to be more than this. */
const MOST = 3;

/** By what to multiply the chance of a promise that ends on a day; 1 where nothing is known of a year ago. */
export function seasonOf(lastYear: readonly BrokenByDay[], today: number): (deadlineOn: number) => number {
  const shareOf = (from: number, to: number): { promises: number; broken: number } =>
    lastYear.reduce(
      (sum, { on, promises, broken }) => (on < from || on > to ? sum : { promises: sum.promises + promises, broken: sum.broken + broken }),
      { promises: 0, broken: 0 },
    );
  const before = shareOf(today - YEAR - BEFORE, today - YEAR - 1);
  const usual = before.promises === 0 ? 0 : before.broken / before.promises;
  return (deadlineOn) => {
    if (usual === 0) return 1;
    const week = shareOf(deadlineOn - YEAR - AROUND, deadlineOn - YEAR + AROUND);
    const factor = (week.broken + usual * PRIOR) / (week.promises + PRIOR) / usual;
    return Math.min(MOST, Math.max(1 / MOST, factor));
  };
}
