/**
 * How often promises in the same position broke: with as many working days left, flagged or not, the last weeks counting for more than
 * those before. Where the record shows that the share changed from one day on, what was before it no longer counts, so that a change of
 * regime is followed within days; and a weekday on which more break than on others keeps its share (docs/decisions/0065).
 */

export type PromiseHistory = {
  /** The claim. */
  readonly id: string;
  /** Day numbers. */
  readonly startedOn: number;
  readonly deadlineOn: number;
  /** Day on which the first appointment was booked; null while there is none. */
  readonly bookedOn: number | null;
  /** First day on which no unit was left for it; null when that never happened. */
  readonly flaggedOn: number | null;
  readonly breached: boolean;
};

/** Working days in order, long enough to reach from the first claim to the last deadline. */
export type WorkingDays = readonly number[];

export const HORIZON_WORKING_DAYS = 10;
/** Working days after which a case counts half. */
const HALF_LIFE = 8;
/** Claims a rate is drawn towards the common one by: few cases prove little. */
const PRIOR_WEIGHT = 8;

type Rate = {
  readonly share: number;
  /** Cases it rests on, older ones counting for less. */
  readonly cases: number;
};
/** Of a claim with so many working days left, flagged or not, by its last day. */
export type Rates = (margin: number, flagged: boolean, deadlineOn: number) => Rate;

export const waits = (claim: PromiseHistory, day: number): boolean =>
  claim.startedOn <= day && claim.deadlineOn >= day && (claim.bookedOn === null || claim.bookedOn > day);
export const isFlagged = (claim: PromiseHistory, day: number): boolean => claim.flaggedOn !== null && claim.flaggedOn <= day;

/** Index of the last working day not after `day`. */
export function indexOf(days: WorkingDays, day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** What is known on the morning of `day`: how claims whose deadline had passed by then had fared. */
export function ratesBefore(history: readonly PromiseHistory[], days: WorkingDays, day: number): Rates {
  const now = indexOf(days, day);
  const over = history.filter(({ deadlineOn }) => deadlineOn < day);
  const since = changedOn(over, days, now);
  const seen = new Map<string, { n: number; broken: number }>();
  const count = (key: string, broken: boolean, weight: number): void => {
    const cell = seen.get(key) ?? { n: 0, broken: 0 };
    seen.set(key, { n: cell.n + weight, broken: cell.broken + (broken ? weight : 0) });
  };
  for (const claim of over) {
    const last = indexOf(days, claim.deadlineOn);
    if (last < since) continue;
    const weight = 2 ** ((last - now) / HALF_LIFE);
    for (let margin = 0; margin <= HORIZON_WORKING_DAYS; margin++) {
      const on = days[last - margin];
      if (on === undefined || !waits(claim, on)) continue;
      count(`${margin} ${isFlagged(claim, on)}`, claim.breached, weight);
      count(String(isFlagged(claim, on)), claim.breached, weight);
      count("all", claim.breached, weight);
    }
  }
  const rate = (key: string, towards: number): Rate => {
    const { n, broken } = seen.get(key) ?? { n: 0, broken: 0 };
    return { share: (broken + towards * PRIOR_WEIGHT) / (n + PRIOR_WEIGHT), cases: n + PRIOR_WEIGHT };
  };
  const byWeekday = weekdays(over, days, since);
  return (margin, flagged, deadlineOn) => {
    const { share, cases } = rate(`${margin} ${flagged}`, rate(String(flagged), rate("all", 0).share).share);
    return { share: Math.min(1, share * (byWeekday[weekdayOf(deadlineOn)] ?? 1)), cases };
  };
}

type Counted = { n: number; broken: number };
/** Flagged before its last day was over, and the others. */
const groupOf = ({ flaggedOn, deadlineOn }: PromiseHistory): 0 | 1 => (flaggedOn !== null && flaggedOn <= deadlineOn ? 1 : 0);
const none = (): [Counted, Counted] => [
  { n: 0, broken: 0 },
  { n: 0, broken: 0 },
];

/** Working days that are searched for a change, back from today. */
const SEARCHED = 40;
/** Working days before or after a change, at least. */
const SHORTEST = 3;
/** What the logarithm of the likelihood has to gain: by chance it does so on one of hundreds of mornings, whichever day of forty it would be. */
const CERTAIN = 10;

/**
 * Index of the working day from which on the share of broken promises is another than before, so clearly that chance does not make it; 0
 * where there is none. Of several the last is looked for: what is before it is looked at again without what came after.
 */
function changedOn(over: readonly PromiseHistory[], days: WorkingDays, now: number): number {
  const byDay = new Map<number, [Counted, Counted]>();
  for (const claim of over) {
    const at = indexOf(days, claim.deadlineOn);
    const cell = byDay.get(at) ?? none();
    byDay.set(at, cell);
    const counted = cell[groupOf(claim)];
    counted.n += 1;
    counted.broken += Number(claim.breached);
  }
  const between = (from: number, before: number): [Counted, Counted] => {
    const sum = none();
    for (let at = from; at < before; at++)
      byDay.get(at)?.forEach(({ n, broken }, group) => {
        sum[group]!.n += n;
        sum[group]!.broken += broken;
      });
    return sum;
  };
  let found = 0;
  for (;;) {
    const first = Math.max(found, now - SEARCHED);
    const whole = likelihood(between(first, now));
    let [most, at] = [CERTAIN, 0];
    for (let cut = first + SHORTEST; cut <= now - SHORTEST; cut++) {
      const gain = likelihood(between(first, cut)) + likelihood(between(cut, now)) - whole;
      if (gain > most) [most, at] = [gain, cut];
    }
    if (at === 0) return found;
    found = at;
  }
}

/** Logarithm of how likely these numbers are at their own shares. */
function likelihood(groups: readonly Counted[]): number {
  const term = (of: number, n: number): number => (of === 0 ? 0 : of * Math.log(of / n));
  return groups.reduce((sum, { n, broken }) => sum + term(broken, n) + term(n - broken, n), 0);
}

/** 0 is a Thursday, as 1970-01-01 was. */
const weekdayOf = (day: number): number => day % 7;
/** Broken promises by which a weekday is drawn towards the others. */
const PRIOR_BROKEN = 6;

/** How much more of the promises break that end on each weekday, over all of the record: of a few weeks nothing could be told. */
function weekdays(over: readonly PromiseHistory[], days: WorkingDays, since: number): number[] {
  const epochOf = (claim: PromiseHistory): number => groupOf(claim) + (indexOf(days, claim.deadlineOn) < since ? 2 : 0);
  const shares = Array.from({ length: 4 }, (): Counted => ({ n: 0, broken: 0 }));
  for (const claim of over) {
    const cell = shares[epochOf(claim)]!;
    cell.n += 1;
    cell.broken += Number(claim.breached);
  }
  const expected = Array.from({ length: 7 }, () => 0);
  const broken = Array.from({ length: 7 }, () => 0);
  for (const claim of over) {
    const { n, broken: of } = shares[epochOf(claim)]!;
    expected[weekdayOf(claim.deadlineOn)]! += of / n;
    broken[weekdayOf(claim.deadlineOn)]! += Number(claim.breached);
  }
  return expected.map((of, weekday) => (broken[weekday]! + PRIOR_BROKEN) / (of + PRIOR_BROKEN));
}
