/**
 * How many promises will break in the next ten working days. A claim that still waits breaks as often as claims in the same
 * position did: with as many working days left, and flagged or not. What is said of the future is tried on the past first,
 * with nothing known but what was known then, and told together with that score.
 */

export type PromiseHistory = {
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

export type Forecast = { readonly on: number; readonly waiting: number; readonly expected: number };

export type BackTest = {
  /** Mornings of the past on which the forecast was made again. */
  readonly origins: number;
  /** Broken promises foretold and come true, over all of them. */
  readonly expected: number;
  readonly happened: number;
  /** Mean distance between the two, per morning; and that of the guess "as many as in the ten days before". */
  readonly error: number;
  readonly naiveError: number;
  /** Brier skill against the plain share of broken promises: 1 is perfect, 0 no better, below 0 worse. Null when nothing was there to judge. */
  readonly skill: number | null;
};

const HORIZON_WORKING_DAYS = 10;
/** Claims a rate is drawn towards the common one by: few cases prove little. */
const PRIOR_WEIGHT = 8;

type Rates = (margin: number, flagged: boolean) => number;

const waits = (claim: PromiseHistory, day: number): boolean =>
  claim.startedOn <= day && claim.deadlineOn >= day && (claim.bookedOn === null || claim.bookedOn > day);
const isFlagged = (claim: PromiseHistory, day: number): boolean => claim.flaggedOn !== null && claim.flaggedOn <= day;

/** Index of the last working day not after `day`. */
function indexOf(days: WorkingDays, day: number): number {
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
function ratesBefore(history: readonly PromiseHistory[], days: WorkingDays, day: number): Rates {
  const seen = new Map<string, { n: number; broken: number }>();
  const count = (key: string, broken: boolean): void => {
    const cell = seen.get(key) ?? { n: 0, broken: 0 };
    seen.set(key, { n: cell.n + 1, broken: cell.broken + (broken ? 1 : 0) });
  };
  for (const claim of history) {
    if (claim.deadlineOn >= day) continue;
    const last = indexOf(days, claim.deadlineOn);
    for (let margin = 0; margin <= HORIZON_WORKING_DAYS; margin++) {
      const on = days[last - margin];
      if (on === undefined || !waits(claim, on)) continue;
      count(`${margin} ${isFlagged(claim, on)}`, claim.breached);
      count(String(isFlagged(claim, on)), claim.breached);
      count("all", claim.breached);
    }
  }
  const share = (key: string, towards: number): number => {
    const { n, broken } = seen.get(key) ?? { n: 0, broken: 0 };
    return (broken + towards * PRIOR_WEIGHT) / (n + PRIOR_WEIGHT);
  };
  return (margin, flagged) => share(`${margin} ${flagged}`, share(String(flagged), share("all", 0)));
}

/** Expected number per working day from `today` on, each promise counted on its last day. */
export function forecastBreaches(history: readonly PromiseHistory[], days: WorkingDays, today: number): Forecast[] {
  const rates = ratesBefore(history, days, today);
  const from = indexOf(days, today);
  const found = new Map<number, { waiting: number; expected: number }>();
  for (const claim of history) {
    if (!waits(claim, today)) continue;
    const margin = indexOf(days, claim.deadlineOn) - from;
    const cell = found.get(margin) ?? { waiting: 0, expected: 0 };
    found.set(margin, { waiting: cell.waiting + 1, expected: cell.expected + rates(margin, isFlagged(claim, today)) });
  }
  return Array.from({ length: HORIZON_WORKING_DAYS + 1 }, (_, margin) => ({
    on: days[from + margin] ?? today,
    ...(found.get(margin) ?? { waiting: 0, expected: 0 }),
  }));
}

/** The ten mornings whose ten working days are over by now. */
export function backTest(history: readonly PromiseHistory[], days: WorkingDays, today: number): BackTest {
  const now = indexOf(days, today);
  let [expected, happened, error, naiveError, brier, brierOfShare, judged, origins] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let back = 2 * HORIZON_WORKING_DAYS; back > HORIZON_WORKING_DAYS; back--) {
    const origin = days[now - back];
    const before = days[now - back - HORIZON_WORKING_DAYS];
    const last = days[now - back + HORIZON_WORKING_DAYS];
    if (origin === undefined || before === undefined || last === undefined) continue;
    const rates = ratesBefore(history, days, origin);
    const judgedClaims = history.filter((claim) => waits(claim, origin) && claim.deadlineOn <= last);
    const broken = judgedClaims.filter((claim) => claim.breached).length;
    const foretold = judgedClaims.map((claim) => rates(indexOf(days, claim.deadlineOn) - indexOf(days, origin), isFlagged(claim, origin)));
    const sum = foretold.reduce((total, p) => total + p, 0);
    const share = broken / Math.max(1, judgedClaims.length);
    judgedClaims.forEach((claim, i) => {
      brier += ((foretold[i] ?? 0) - Number(claim.breached)) ** 2;
      brierOfShare += (share - Number(claim.breached)) ** 2;
    });
    const guess = history.filter((claim) => claim.breached && claim.deadlineOn >= before && claim.deadlineOn < origin).length;
    expected += sum;
    happened += broken;
    error += Math.abs(sum - broken);
    naiveError += Math.abs(guess - broken);
    judged += judgedClaims.length;
    origins += 1;
  }
  const skill = judged === 0 || brierOfShare === 0 ? null : 1 - brier / brierOfShare;
  return { origins, expected, happened, error: error / Math.max(1, origins), naiveError: naiveError / Math.max(1, origins), skill };
}
