/**
 * How many promises will break in the ten working days after today. A claim that no plan can place breaks, unless capacity comes: that
 * is proved, so no forecast is below it. Any other that still waits breaks as often as claims in the same position did: with as many
 * working days left, and flagged or not, the last weeks counting for more than those before, so that a change of regime is followed
 * within days. Seasons come with the capacity that is published for them, which is what the proofs rest on. What is said of the future is tried on the past first,
 * with nothing known but what was known then, and told together with that score.
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

export type Forecast = {
  readonly on: number;
  readonly waiting: number;
  /** Of those that wait, how many no plan can place. */
  readonly certified: number;
  readonly expected: number;
  /** Eight of ten times the number lies between these, both included. */
  readonly low: number;
  readonly high: number;
};

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
/** Working days after which a case counts half. */
const HALF_LIFE = 5;
/** Claims a rate is drawn towards the common one by: few cases prove little. */
const PRIOR_WEIGHT = 8;

type Rate = {
  readonly share: number;
  /** Cases it rests on, older ones counting for less. */
  readonly cases: number;
};
type Rates = (margin: number, flagged: boolean) => Rate;

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
  const now = indexOf(days, day);
  const count = (key: string, broken: boolean, weight: number): void => {
    const cell = seen.get(key) ?? { n: 0, broken: 0 };
    seen.set(key, { n: cell.n + weight, broken: cell.broken + (broken ? weight : 0) });
  };
  for (const claim of history) {
    if (claim.deadlineOn >= day) continue;
    const last = indexOf(days, claim.deadlineOn);
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
  return (margin, flagged) => rate(`${margin} ${flagged}`, rate(String(flagged), rate("all", 0).share).share);
}

/** Eight of ten times a normal error is smaller than this many standard deviations. */
const EIGHT_OF_TEN = 1.2816;

type Expected = { waiting: number; certified: number; expected: number; variance: number };
const NONE: Expected = { waiting: 0, certified: 0, expected: 0, variance: 0 };

/**
 * Expected number per working day after `today`, each promise counted on its last day. `certified` are the claims that no plan can place.
 * The interval holds both chances: which of them break, and how far the share they break by is known.
 */
export function forecastBreaches(
  history: readonly PromiseHistory[],
  days: WorkingDays,
  today: number,
  certified: ReadonlySet<string> = new Set(),
): Forecast[] {
  const rates = ratesBefore(history, days, today);
  const from = indexOf(days, today);
  const found = new Map<number, Expected>();
  for (const claim of history) {
    if (!waits(claim, today)) continue;
    const margin = indexOf(days, claim.deadlineOn) - from;
    const cell = found.get(margin) ?? NONE;
    const proved = certified.has(claim.id);
    const { share, cases } = proved ? { share: 1, cases: 1 } : rates(margin, isFlagged(claim, today));
    const spread = share * (1 - share);
    found.set(margin, {
      waiting: cell.waiting + 1,
      certified: cell.certified + Number(proved),
      expected: cell.expected + share,
      variance: cell.variance + spread * (1 + 1 / cases),
    });
  }
  return Array.from({ length: HORIZON_WORKING_DAYS }, (_, i): Forecast => {
    const { variance, ...cell } = found.get(i + 1) ?? NONE;
    return { on: days[from + i + 1] ?? today + i + 1, ...cell, ...interval(cell, variance) };
  });
}

/** Of all days together: where one goes wrong so may another, but each claim breaks once. */
export function inAll(days: readonly Forecast[]): Omit<Forecast, "on"> {
  const sum = (of: (day: Forecast) => number): number => days.reduce((total, day) => total + of(day), 0);
  const total = { waiting: sum((d) => d.waiting), certified: sum((d) => d.certified), expected: sum((d) => d.expected) };
  const variance = sum((d) => ((d.high - d.low) / (2 * EIGHT_OF_TEN)) ** 2);
  return { ...total, ...interval(total, variance) };
}

function interval({ waiting, certified, expected }: Pick<Forecast, "waiting" | "certified" | "expected">, variance: number) {
  const off = EIGHT_OF_TEN * Math.sqrt(variance);
  return { low: Math.max(certified, Math.floor(expected - off)), high: Math.min(waiting, Math.ceil(expected + off)) };
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
    const foretold = judgedClaims.map(
      (claim) => rates(indexOf(days, claim.deadlineOn) - indexOf(days, origin), isFlagged(claim, origin)).share,
    );
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
