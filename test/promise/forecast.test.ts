import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { addDays, dayNumber, isWorkingDay } from "../../src/kernel/calendar.js";
import { backTest, forecastBreaches, inAll } from "../../src/features/promise/forecast/forecast.js";
import type { PromiseHistory } from "../../src/features/promise/forecast/rates.js";
import { randomOf } from "../../src/features/promise/simulate/random.js";
import { watchPromises } from "../../src/features/promise/watch/watch-promises.js";
import { startApp, type TestApp } from "../support/app.js";
import { sized } from "../support/size.js";
import { at, dayIn, openings, patient } from "./world.js";

const TODAY = dayNumber("2026-03-02");
const DAYS = Array.from({ length: 240 }, (_, i) => addDays("2025-10-01", i))
  .filter((day) => isWorkingDay(day))
  .map(dayNumber);
const at0 = DAYS.indexOf(TODAY);

/** Claims of five months: every tenth is flagged halfway and then breaks with `lost`, the others with `stray`. */
function history(lost: number, stray: number): PromiseHistory[] {
  const random = randomOf(5, 1);
  return DAYS.flatMap((startedOn, i) => {
    const deadlineOn = DAYS[i + 10];
    if (deadlineOn === undefined || startedOn > TODAY) return [];
    return Array.from({ length: 12 }, (_, n): PromiseHistory => {
      const flagged = random.chance(0.1);
      const breached = deadlineOn < TODAY && random.chance(flagged ? lost : stray);
      const bookedOn = breached || (flagged && deadlineOn >= TODAY) ? null : (DAYS[i + 1 + random.below(9)] ?? null);
      return { id: `${i}-${n}`, startedOn, deadlineOn, flaggedOn: flagged ? (DAYS[i + 4] ?? null) : null, bookedOn, breached };
    });
  });
}

describe("the breach forecast", () => {
  it("expects a flagged promise to break as often as flagged ones did, and others hardly ever", () => {
    const days = forecastBreaches(history(0.9, 0.01), DAYS, TODAY);
    expect(days.map((day) => day.on)).toEqual(DAYS.slice(at0 + 1, at0 + 11));
    const expected = days.reduce((sum, day) => sum + day.expected, 0);
    const flagged = history(0.9, 0.01).filter(
      (c) => c.bookedOn === null && c.flaggedOn !== null && c.flaggedOn <= TODAY && c.deadlineOn >= TODAY,
    ).length;
    expect(expected).toBeGreaterThan(flagged * 0.6);
    expect(expected).toBeLessThan(flagged * 1.3 + 5);
  });

  it("scores well on a past it could read, and says so when there was nothing in it to read", () => {
    const good = backTest(history(0.95, 0.01), DAYS, TODAY);
    expect(good.origins).toBe(10);
    expect(good.skill).toBeGreaterThan(0.5);
    expect(Math.abs(good.expected - good.happened)).toBeLessThan(0.35 * good.happened);
    const noise = history(0.1, 0.1).map((claim, i) => ({ ...claim, flaggedOn: i % 2 ? null : claim.startedOn }));
    expect(backTest(noise, DAYS, TODAY).skill).toBeLessThan(0.4);
    expect(backTest([], DAYS, TODAY)).toMatchObject({ expected: 0, happened: 0, skill: null });
  });

  it("is never below what is proved, and says so with an interval that holds it", () => {
    const claims = history(0.2, 0.01);
    const waiting = claims.filter((c) => c.startedOn <= TODAY && c.deadlineOn > TODAY && (c.bookedOn === null || c.bookedOn > TODAY));
    const certified = new Set(waiting.slice(0, 5).map(({ id }) => id));
    for (const day of forecastBreaches(claims, DAYS, TODAY, certified)) {
      const proved = waiting.filter(({ id, deadlineOn }) => certified.has(id) && deadlineOn === day.on).length;
      expect(day.certified).toBe(proved);
      expect(day.expected).toBeGreaterThanOrEqual(proved);
      expect(proved <= day.low && day.low <= day.expected && day.expected <= day.high && day.high <= day.waiting).toBe(true);
    }
    expect(inAll(forecastBreaches(claims, DAYS, TODAY, certified)).low).toBeGreaterThanOrEqual(5);
  });

  it("begins on the next working day, also on a Saturday", () => {
    const saturday = dayNumber("2026-02-28");
    expect(forecastBreaches(history(0.9, 0.01), DAYS, saturday)[0]?.on).toBe(dayNumber("2026-03-02"));
  });

  it("follows a change of regime within three weeks", () => {
    // flagged promises broke three times of ten for months, and nine of ten for the last three weeks
    const turned = DAYS[at0 - 15] ?? 0;
    const [calm, harsh] = [history(0.3, 0.01), history(0.9, 0.01)];
    const claims = calm.map((claim, i) => (claim.deadlineOn >= turned ? harsh[i]! : claim));
    const waiting = claims.filter((c) => c.startedOn <= TODAY && c.deadlineOn > TODAY && c.bookedOn === null && c.flaggedOn !== null);
    const flagged = waiting.filter((c) => (c.flaggedOn ?? 0) <= TODAY).length;
    const { expected } = inAll(forecastBreaches(claims, DAYS, TODAY));
    const settled = inAll(forecastBreaches(harsh, DAYS, TODAY)).expected;
    expect(flagged).toBeGreaterThan(5);
    expect(expected).toBeGreaterThan(settled * 0.88);
  });

  it("holds what happened in about eight of ten intervals of the past", () => {
    const claims = history(0.6, 0.05);
    let [held, of] = [0, 0];
    for (let back = 40; back > 10; back -= 1) {
      const origin = DAYS[at0 - back] ?? 0;
      const known = claims.map((c) => (c.bookedOn !== null && c.bookedOn > origin ? { ...c, bookedOn: null } : c));
      const { low, high } = inAll(forecastBreaches(known, DAYS, origin));
      const waiting = known.filter((c) => c.startedOn <= origin && c.deadlineOn > origin && c.bookedOn === null);
      const broken = waiting.filter((c) => c.breached && c.deadlineOn <= (DAYS[at0 - back + 10] ?? 0)).length;
      held += Number(low <= broken && broken <= high);
      of += 1;
    }
    expect(held / of).toBeGreaterThan(0.6);
  });

  it("knows nothing on a morning of the past that happened after it", () => {
    const claims = history(0.9, 0.02);
    const origin = DAYS[at0 - 15] ?? 0;
    const blind = claims.map((claim) => (claim.deadlineOn >= origin ? { ...claim, breached: !claim.breached } : claim));
    expect(forecastBreaches(blind, DAYS, origin)).toEqual(forecastBreaches(claims, DAYS, origin));
  });
});

/** How often a flagged promise that ends on this day breaks; the others do a twentieth as often. */
type Chance = (deadlineOn: number) => number;
type Lived = { readonly known: readonly PromiseHistory[]; readonly broken: number };

/** What is known on the morning of TODAY of lives drawn to their end, and how many of those that wait then break. */
function lived(seed: number, chance: Chance): Lived {
  const random = randomOf(seed, 2);
  const drawn = DAYS.flatMap((startedOn, i) => {
    const deadlineOn = DAYS[i + 10];
    if (deadlineOn === undefined || startedOn > TODAY || i < 20) return [];
    return Array.from({ length: 25 }, (_, n): PromiseHistory => {
      const flagged = random.chance(0.15);
      const breached = random.chance(chance(deadlineOn) * (flagged ? 1 : 0.05));
      // who is flagged finds a time later than others
      const bookedOn = breached ? null : (DAYS[i + (flagged ? 5 + random.below(6) : random.below(10))] ?? null);
      return { id: `${i}-${n}`, startedOn, deadlineOn, flaggedOn: flagged ? (DAYS[i + 4] ?? null) : null, bookedOn, breached };
    });
  });
  const known = drawn.map((claim) => ({
    ...claim,
    breached: claim.breached && claim.deadlineOn < TODAY,
    bookedOn: claim.bookedOn !== null && claim.bookedOn > TODAY ? null : claim.bookedOn,
    flaggedOn: claim.flaggedOn !== null && claim.flaggedOn > TODAY ? null : claim.flaggedOn,
  }));
  const broken = drawn.filter((claim) => claim.breached && claim.deadlineOn > TODAY).length;
  return { known, broken };
}

/** Foretold to happened, over many lives of one kind. */
function bias(chance: Chance, lives: number, lastYear: Parameters<typeof forecastBreaches>[4] = []): number {
  let [foretold, happened] = [0, 0];
  for (let seed = 1; seed <= lives; seed += 1) {
    const { known, broken } = lived(seed, chance);
    foretold += inAll(forecastBreaches(known, DAYS, TODAY, new Set(), lastYear)).expected;
    happened += broken;
  }
  return foretold / happened;
}

describe("the forecast of lives whose chances are known", () => {
  const LIVES = sized(100, 400);
  const turned = (workingDaysAgo: number, before: number, after: number): Chance => {
    const from = DAYS[at0 - workingDaysAgo] ?? 0;
    return (on) => (on >= from ? after : before);
  };

  it.each([
    ["that never change", turned(60, 0.4, 0.4), 0.1],
    ["that rose three weeks ago", turned(15, 0.3, 0.9), 0.07],
    ["that rose two weeks ago", turned(10, 0.3, 0.9), 0.08],
    ["that rose a week ago", turned(5, 0.3, 0.9), 0.15],
    ["that fell two weeks ago", turned(10, 0.8, 0.3), 0.15],
    ["that rose and fell again", (on: number) => (on < (DAYS[at0 - 12] ?? 0) && on >= (DAYS[at0 - 30] ?? 0) ? 0.9 : 0.3), 0.15],
  ])("%s", (_, chance, off) => {
    const found = bias(chance, LIVES);
    expect(Math.abs(found - 1)).toBeLessThan(off);
  });

  it("gives each weekday its share", () => {
    // of those that end on a Monday three times as many break
    const chance: Chance = (on) => (on % 7 === 4 ? 0.75 : 0.25);
    const byDay = new Map<boolean, number[]>([
      [true, [0, 0]],
      [false, [0, 0]],
    ]);
    for (let seed = 1; seed <= LIVES; seed += 1) {
      for (const { on, waiting, expected } of forecastBreaches(lived(seed, chance).known, DAYS, TODAY)) {
        const cell = byDay.get(on % 7 === 4)!;
        cell[0]! += expected;
        cell[1]! += waiting;
      }
    }
    const [monday = NaN, other = NaN] = [true, false].map((is) => byDay.get(is)![0]! / byDay.get(is)![1]!);
    expect(monday / other).toBeGreaterThan(1.7);
    expect(Math.abs(bias(chance, LIVES) - 1)).toBeLessThan(0.13);
  });

  it("knows from the year before that a season begins", () => {
    const holidays = DAYS[at0 + 1] ?? 0;
    const chance: Chance = (on) => (on >= holidays ? 0.8 : 0.4);
    const lastYear = DAYS.map((on) => ({ on: on - 364, promises: 120, broken: Math.round(120 * 0.2 * chance(on)) }));
    expect(bias(chance, LIVES)).toBeLessThan(0.7);
    expect(Math.abs(bias(chance, LIVES, lastYear) - 1)).toBeLessThan(0.15);
    // a year like this one says nothing new, and a year of which nothing is known neither
    const flat = lastYear.map((day) => ({ ...day, broken: 10 }));
    expect(bias(turned(60, 0.4, 0.4), LIVES, flat)).toBeCloseTo(bias(turned(60, 0.4, 0.4), LIVES), 2);
  });
});

describe("breachForecast", () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.stop());

  it("counts the promises that wait by their last day, for the region and service asked", async () => {
    await openings(t.make, await t.make.clinic(), dayIn(2), 3);
    await patient(t.make);
    await patient(t.make, { claim: { latest_on: dayIn(-3), deadline_at: at(dayIn(-2), "00:00"), clock_start_on: dayIn(-13) } });
    await watchPromises(t.fresh.database);
    const ask = `query ($service: ServiceCode) { breachForecast(service: $service) { expected low high certified days { on waiting certified expected low high } serviceLevels { region service { code } promises onTarget withinLimit waitedDaysP90 } backTest { origins happened skill } } }`;
    const manager = t.as({ sub: "manager", role: "NETWORK_MANAGER" });
    const { data } = await manager(ask);
    expect(data.breachForecast.days).toHaveLength(10);
    expect(data.breachForecast.days.every((day: any) => day.certified <= day.low && day.low <= day.high)).toBe(true);
    expect(data.breachForecast.days.reduce((sum: number, day: any) => sum + day.waiting, 0)).toBe(1);
    expect(data.breachForecast.days.every((day: any) => day.expected <= day.waiting)).toBe(true);
    expect((await manager(ask, { service: "CHIROPRACTIC" })).data.breachForecast.expected).toBe(0);
    expect((await t.asMember({ subject: "x" })(ask)).errors).toBeDefined();
  });

  it("counts on the reports of the last fortnight coming again, and says which clinic-day would place them", async () => {
    await t.fresh.database.pool.query("truncate booking, slot, claim, clinic_service, agreed_rate cascade");
    const clinic = await t.make.clinic();
    await openings(t.make, clinic, dayIn(12), 2);
    // three were reported and seen in the last fortnight: three more are to be expected, and two units are there for them
    for (const n of [-2, -3, -4]) {
      await patient(t.make, {
        claim: {
          clock_start_on: dayIn(n),
          latest_on: dayIn(n + 10),
          deadline_at: at(dayIn(n + 11), "00:00"),
          promise_state: "MET",
          guarantee_outcome: "NONE",
        },
      });
    }
    const ask = `{ breachForecast { shortWithArrivals additions { clinicName units removes days { on } } days { waiting } } }`;
    const { data } = await t.as({ sub: "manager", role: "NETWORK_MANAGER" })(ask);
    expect(data.breachForecast).toMatchObject({ shortWithArrivals: 1, additions: [{ clinicName: "Testklinikken", units: 1, removes: 1 }] });
    expect(data.breachForecast.days.every((day: any) => day.waiting === 0)).toBe(true);
  });
});
