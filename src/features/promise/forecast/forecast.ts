/**
 * How many promises will break in the ten working days after today. A claim that no plan can place breaks, unless capacity comes: that
 * is proved, so no forecast is below it. Any other that still waits breaks as often as claims in the same position did (rates.ts). What is
 * said of the future is tried on the past first, with nothing known but what was known then, and told together with that score.
 */
import { HORIZON_WORKING_DAYS, indexOf, isFlagged, ratesBefore, waits, type PromiseHistory, type WorkingDays } from "./rates.js";
import { seasonOf, type BrokenByDay } from "./season.js";

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

/** Of a claim that is not proved to break. */
const MOST = 0.98;
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
  lastYear: readonly BrokenByDay[] = [],
): Forecast[] {
  const rates = ratesBefore(history, days, today);
  const season = seasonOf(lastYear, today);
  const from = indexOf(days, today);
  const found = new Map<number, Expected>();
  for (const claim of history) {
    if (!waits(claim, today)) continue;
    const margin = indexOf(days, claim.deadlineOn) - from;
    const cell = found.get(margin) ?? NONE;
    const proved = certified.has(claim.id);
    const likely = rates(margin, isFlagged(claim, today), claim.deadlineOn);
    const share = proved ? 1 : Math.min(MOST, likely.share * season(claim.deadlineOn));
    const spread = share * (1 - share);
    found.set(margin, {
      waiting: cell.waiting + 1,
      certified: cell.certified + Number(proved),
      expected: cell.expected + share,
      variance: cell.variance + spread * (1 + 1 / likely.cases),
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
      (claim) => rates(indexOf(days, claim.deadlineOn) - indexOf(days, origin), isFlagged(claim, origin), claim.deadlineOn).share,
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
