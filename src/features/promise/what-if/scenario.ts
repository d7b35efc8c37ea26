/**
 * What would become of today's promises if something were otherwise: a clinic leaves, more is reported, a holiday closes a part of the
 * openings, a clinic adds units. The scenario is today's instance with that one change, planned by the same rule; told is who would wait
 * that has a place today and the other way round, by region and treatment. Pure, and the same for the same facts.
 */
import { dayNumber, type LocalDate } from "../../../kernel/calendar.js";
import type { Service } from "../../../rules/codes.js";
import type { LivePlan } from "../../../matching/incremental.js";
import { bringUpToDate } from "../plan/bring-up-to-date.js";
import { buildPlan, remakePlan, setWishesAside } from "../plan/build-plan.js";
import type { OpenClaim, UnitBucket } from "../../../matching/model.js";
import type { PromiseInstance } from "../plan/promise.store.js";

/** Days are of type D; a period holds both its ends. */
type ScenarioOn<D> = {
  readonly withoutClinics: readonly string[];
  /** Of what is reported: 20 is a fifth more, -20 a fifth less. */
  readonly demandPercent: number;
  readonly closed: { readonly from: D; readonly to: D; readonly percent: number } | null;
  readonly added: readonly { readonly clinicId: string; readonly service: Service; readonly unitsPerWeek: number }[];
};
/** As it is asked for and kept, with days as they are written. */
export type AskedScenario = ScenarioOn<LocalDate>;
/** As it is planned, with day numbers. */
export type Scenario = ScenarioOn<number>;

export function toPlan(asked: AskedScenario): Scenario {
  const { closed } = asked;
  return { ...asked, closed: closed && { ...closed, from: dayNumber(closed.from), to: dayNumber(closed.to) } };
}

export type Affected = {
  readonly region: string | null;
  readonly service: string;
  /** With a place today and none in the scenario; claims that the scenario adds count where they wait. */
  readonly lose: number;
  /** Waiting today and with a place in the scenario. */
  readonly gain: number;
};

export type ScenarioPlan = {
  readonly claims: number;
  readonly units: number;
  readonly waiting: number;
  /** Ids of those who wait. */
  readonly who: ReadonlySet<string>;
  /** Claims the scenario has beside today's, by the claim each is made after. */
  readonly more: ReadonlyMap<string, string>;
  /** The plan itself, until the next scenario is made of it. */
  readonly live: LivePlan;
};

type Facts = Pick<PromiseInstance, "claims" | "buckets" | "relaxed" | "today">;

const TODAY: Scenario = { withoutClinics: [], demandPercent: 0, closed: null, added: [] };

export async function planOfToday(facts: Facts, isOpenDay: (day: number) => boolean): Promise<ScenarioPlan> {
  return planOfScenario(facts, TODAY, isOpenDay);
}

/**
 * Made of the plan of another scenario of the same facts, where there is one, which then has no plan any more: a few changes one after the
 * other, many at once. Who waits does not depend on the way there.
 */
export async function planOfScenario(
  facts: Facts,
  scenario: Scenario,
  isOpenDay: (day: number) => boolean,
  after?: ScenarioPlan,
): Promise<ScenarioPlan> {
  const { claims, more } = demandOf(facts.claims, scenario.demandPercent);
  const buckets = capacityOf(facts, scenario, isOpenDay);
  const live = after === undefined ? await buildPlan(claims, buckets) : await changed(after.live, claims, buckets);
  setWishesAside(live, {
    relaxed: (id) => facts.relaxed(more.get(id) ?? id).map((claim) => (more.has(id) ? laterOf(claim, id) : claim)),
  });
  const who = new Set(live.unplaced());
  return { claims: claims.length, units: buckets.reduce((sum, { units }) => sum + units, 0), waiting: who.size, who, more, live };
}

/** Units of so many days and claims are changed faster than everybody is placed again. */
const FEW_CHANGES = 500;

async function changed(live: LivePlan, claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): Promise<LivePlan> {
  if (changesIn(live, claims, buckets) > FEW_CHANGES) return remakePlan(live, claims, buckets);
  await bringUpToDate(live, { claims, buckets });
  return live;
}

function changesIn(live: LivePlan, claims: readonly OpenClaim[], buckets: readonly UnitBucket[]): number {
  const stay = claims.filter(({ id }) => live.has(id)).length;
  const ids = new Set(buckets.map(({ id }) => id));
  const gone = [...live.graph.buckets.keys()].filter((id) => !ids.has(id) && live.unitsOf(id) > 0).length;
  const other = buckets.filter(({ id, units }) => live.unitsOf(id) !== units).length;
  return claims.length - stay + (live.graph.claims.size - stay) + gone + other;
}

/** Whom the change costs or gives a place, the most first. */
export function affectedBy(today: ScenarioPlan, then: ScenarioPlan, facts: Pick<PromiseInstance, "claims" | "regionOf">): Affected[] {
  const byId = new Map(facts.claims.map((claim) => [claim.id, claim]));
  const found = new Map<string, { region: string | null; service: string; lose: number; gain: number }>();
  const count = (id: string, what: "lose" | "gain"): void => {
    const like = then.more.get(id) ?? id;
    const service = byId.get(like)?.service ?? "";
    const region = facts.regionOf.get(like) ?? null;
    const key = `${region ?? ""} ${service}`;
    const cell = found.get(key) ?? { region, service, lose: 0, gain: 0 };
    cell[what] += 1;
    found.set(key, cell);
  };
  for (const id of then.who) if (!today.who.has(id)) count(id, "lose");
  for (const id of today.who) if (!then.who.has(id)) count(id, "gain");
  return [...found.values()].sort(
    (a, b) => b.lose + b.gain - a.lose - a.gain || (`${a.region} ${a.service}` < `${b.region} ${b.service}` ? -1 : 1),
  );
}

/** The n-th of every hundred: of a list of any length the stated share, spread over it. */
const isOfShare = (i: number, percent: number): boolean => Math.floor(((i + 1) * percent) / 100) > Math.floor((i * percent) / 100);

/** Those who come in addition are like those who are there, and reported after all of them. */
function demandOf(claims: readonly OpenClaim[], percent: number): { claims: readonly OpenClaim[]; more: ReadonlyMap<string, string> } {
  const more = new Map<string, string>();
  if (percent <= 0) return { claims: claims.filter((_, i) => !isOfShare(i, -percent)), more };
  const whole = Math.floor(percent / 100);
  const added = claims.flatMap((claim, i) =>
    Array.from({ length: whole + Number(isOfShare(i, percent % 100)) }, (_, n) => {
      const id = `more ${n + 1} ${claim.id}`;
      more.set(id, claim.id);
      return laterOf(claim, id);
    }),
  );
  return { claims: [...claims, ...added], more };
}

/** After everybody who has reported, whoever they are. */
const laterOf = (claim: OpenClaim, id: string): OpenClaim => ({ ...claim, id, waitingSince: claim.waitingSince + 4_000_000_000_000 });

function capacityOf({ buckets, claims, today }: Facts, scenario: Scenario, isOpenDay: (day: number) => boolean): UnitBucket[] {
  const { closed } = scenario;
  const gone = new Set(scenario.withoutClinics);
  let unit = 0;
  const left = (bucket: UnitBucket): number => {
    if (closed === null || bucket.dayOn < closed.from || bucket.dayOn > closed.to) return bucket.units;
    let units = 0;
    for (let n = 0; n < bucket.units; n += 1) if (!isOfShare(unit++, closed.percent)) units += 1;
    return units;
  };
  const kept = buckets.flatMap((bucket) => {
    const units = gone.has(bucket.clinicId) ? 0 : left(bucket);
    return units === 0 ? [] : [{ ...bucket, units }];
  });
  const last = claims.reduce((day, { deadlineOn }) => Math.max(day, deadlineOn), today);
  return [...kept, ...scenario.added.flatMap((each) => addedUnits(each, buckets, { today, last }, isOpenDay))];
}

/** As the clinic's units for this treatment are, spread over the open days of each week. */
function addedUnits(
  { clinicId, service, unitsPerWeek }: Scenario["added"][number],
  buckets: readonly UnitBucket[],
  { today, last }: { readonly today: number; readonly last: number },
  isOpenDay: (day: number) => boolean,
): UnitBucket[] {
  const like = buckets.find((bucket) => bucket.clinicId === clinicId && (bucket.serves ?? [bucket.service]).includes(service));
  if (like === undefined) return [];
  const added: UnitBucket[] = [];
  for (let week = today + 1; week <= last; week += 7) {
    const days = Array.from({ length: Math.min(7, last - week + 1) }, (_, i) => week + i).filter(isOpenDay);
    days.forEach((dayOn, i) => {
      const units = Math.floor(((i + 1) * unitsPerWeek) / days.length) - Math.floor((i * unitsPerWeek) / days.length);
      if (units > 0) added.push({ ...like, id: `scenario ${clinicId} ${service} ${dayOn}`, dayOn, units });
    });
  }
  return added;
}
