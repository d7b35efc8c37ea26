import type { Service } from "../../../rules/codes.js";
import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { LocalDate, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { dayWith } from "../../../kernel/day.js";
import { isWorkingDay } from "../../../kernel/calendar.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import { backTest, forecastBreaches, inAll, type Forecast } from "./forecast.js";
import type { WorkingDays } from "./rates.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { feasibilityOf } from "../feasibility/feasibility.js";
import { expectedRows, lastYear, promiseHistory, serviceLevels, type ServiceLevelRow } from "./forecast.store.js";
import { additionView, CapacityAddition, clinicsOf, isOpenDay } from "../feasibility/network-feasibility.js";
import { buildPlan, setWishesAside } from "../plan/build-plan.js";
import { clockOf, instanceOf, openRows, type PromiseInstance } from "../plan/promise.store.js";
import { boxAround } from "../plan/reach.js";
import { readNames } from "../watch/watch.store.js";
import { isSmall, leastCount, shownFrom, shownPart, type Shown } from "../small-counts.js";
import { RegionEnum } from "../../network/network-enums.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({ description: "Promises that end on one day.", simpleResolvers: true })
export class BreachForecastDay {
  @Field(() => LocalDate, { description: "The last day of these promises." })
  on!: string;
  @Field(() => NonNegativeInt, { nullable: true, description: "Promises without an appointment so far; null: too few to be told." })
  waiting!: number | null;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Of these, how many no plan can place: proved, not foretold; null where they are too few to be told.",
  })
  certified!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "How many are expected to break, never fewer than are proved to; null where they are too few to be told.",
  })
  expected!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Eight of ten times at least so many; null where too few to be told." })
  low!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Eight of ten times at most so many; null where too few to be told." })
  high!: number | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({ description: "How the promises of the last weeks were kept in one region for one treatment.", simpleResolvers: true })
export class ServiceLevel {
  @Field(() => RegionEnum, { nullable: true, description: "Region the members live in; null where it is not known." })
  region!: string | null;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => NonNegativeInt, { description: "Promises that were kept or whose last day is over." })
  promises!: number;
  @Field(() => NonNegativeInt, { nullable: true, description: "Of these, first seen within the target; null: too few to be told." })
  onTarget!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Of these, first seen by the last day; null: too few to be told." })
  withinLimit!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "Days from the start of the clock within which nine of ten of those who were seen were seen; null where nobody was.",
  })
  waitedDaysP90!: number | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({
  description: "The same forecast made on mornings of the past, with what was known then, beside what happened.",
  simpleResolvers: true,
})
export class BreachBackTest {
  @Field(() => NonNegativeInt, { description: "Mornings tried: those of which ten working days are over." })
  origins!: number;
  @Field(() => Float, { description: "Broken promises foretold, over all of them." })
  expected!: number;
  @Field(() => NonNegativeInt, { nullable: true, description: "Broken promises that came; null: too few to be told." })
  happened!: number | null;
  @Field(() => Float, { description: "Mean distance between the two per morning." })
  error!: number;
  @Field(() => Float, { description: 'The same for the guess "as many as in the ten working days before".' })
  naiveError!: number;
  @Field(() => Float, {
    nullable: true,
    description: "Brier skill score: 1 is perfect, 0 no better than the plain share; null without cases.",
  })
  skill!: number | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({
  description: "Promises expected to break in the next ten working days, and how good such forecasts were.",
  simpleResolvers: true,
})
export class BreachForecast {
  @Field(() => [BreachForecastDay], { description: "The ten working days after today." })
  days!: readonly BreachForecastDay[];
  @Field(() => Float, { nullable: true, description: "Expected in all; null: too few to be told." })
  expected!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Eight of ten times at least so many in all; null: too few to be told." })
  low!: number | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Eight of ten times at most so many in all; null: too few to be told." })
  high!: number | null;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Of all that wait, how many no plan can place; null: too few to be told.",
  })
  certified!: number | null;
  @Field(() => [ServiceLevel], {
    description: "How the promises of the last weeks were kept, by region and treatment; none of which too few would be told.",
  })
  serviceLevels!: readonly ServiceLevel[];
  @Field(() => BreachBackTest, { description: "The score of the same forecast on the past." })
  backTest!: BreachBackTest;
  @Field(() => Int, {
    nullable: true,
    description:
      "Promises no plan could place if the next ten working days bring the reports that the last fortnight brought, with the capacity published today; null: too few to be told.",
  })
  shortWithArrivals!: number | null;
  @Field(() => [CapacityAddition], { description: "The clinic-days that would remove the most of that." })
  additions!: readonly CapacityAddition[];
}

/** Around today: far enough back for the history, far enough ahead for the longest clock. */
const DAYS_AROUND = 120;

@Resolver()
export class ForecastBreaches {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
  @costs({ own: 400 })
  @Query(() => BreachForecast, {
    description:
      "How many promises are expected to break in the next ten working days, day by day, with the score of this forecast on the past. No persons.",
  })
  async breachForecast(
    @Ctx() ctx: Context,
    @Arg("region", () => RegionEnum, { nullable: true, description: "Region the members live in; left out, the whole country." })
    region?: string | null,
    @Arg("service", () => ServiceCodeEnum, { nullable: true, description: "The treatment; left out, all." }) service?: Service | null,
  ): Promise<BreachForecast> {
    const asked = { region: region ?? null, service: service ?? null };
    const { history, year, waiting, instance, levels, names, clinics } = await runQuery(ctx, (tx) => read(tx, asked), null, "WORKER");
    const { today } = instance;
    const least = leastCount(ctx);
    const shown = shownFrom(least);
    const calendar = workingDaysAround(today);
    const days = forecastBreaches(history, calendar, today, await withoutUnit(waiting), year);
    const { unplaced, additions } = await feasibilityOf(
      instance,
      { from: today, to: today + DAYS_AHEAD, ...asked },
      { names, regionOfClinic: (id) => clinics.get(id)?.region ?? null, isOpenDay },
    );
    const total = inAll(days);
    const { expected, high, certified, waiting: inTotal } = total;
    const scored = backTest(history, calendar, today);
    // the least is never below what is proved: a small one says as much
    const low = (of: Omit<Forecast, "on">): number | null => (shown(of.waiting) === null ? null : shown(of.low));
    const told = (of: number, n: number): number | null => (shown(of) === null ? null : n);
    return {
      days: days.map((day) => ({
        on: dayWith(day.on),
        waiting: shown(day.waiting),
        certified: shownPart(day.certified, day.waiting, shown),
        expected: told(day.waiting, day.expected),
        low: low(day),
        high: told(day.waiting, day.high),
      })),
      ...{ expected: told(inTotal, expected), low: low(total), high: told(inTotal, high) },
      certified: shownPart(certified, inTotal, shown),
      serviceLevels: levels.filter(({ promises }) => !isSmall(promises, least)).map((level) => levelView(level, shown)),
      backTest: { ...scored, happened: shown(scored.happened) },
      shortWithArrivals: shown(unplaced),
      additions: additions.map((addition) => additionView(addition, { clinics, shown, instance })),
    };
  }
}

function levelView({ region, service, promises, onTarget, withinLimit, waitedP90 }: ServiceLevelRow, shown: Shown): ServiceLevel {
  return {
    ...{ region, service: serviceView(service), promises, waitedDaysP90: waitedP90 },
    onTarget: shownPart(onTarget, promises, shown),
    withinLimit: shownPart(withinLimit, promises, shown),
  };
}

/** Claims that no plan can place as things stand, wishes set aside. */
async function withoutUnit(instance: PromiseInstance): Promise<ReadonlySet<string>> {
  const live = await buildPlan(instance.claims, instance.buckets);
  setWishesAside(live, instance);
  return new Set(live.unplaced());
}

/** Until the last day of a promise made at the end of the next fortnight. */
const DAYS_AHEAD = 31;

type Asked = { readonly region: string | null; readonly service: Service | null };

async function read(tx: Tx, { region, service }: Asked) {
  await actAsProduct(tx);
  const { now, today } = await clockOf(tx, null);
  const open = await openRows(tx, now, null, null);
  const rows = [...open, ...(await expectedRows(tx))];
  const instance = await instanceOf(tx, { now, today, rows, box: boxAround(rows), without: [] });
  const ids = new Set(open.map(({ id }) => id));
  return {
    history: await promiseHistory(tx, region, service),
    year: await lastYear(tx, region, service),
    instance,
    // the same units, wanted by those who are there alone
    waiting: { ...instance, claims: instance.claims.filter(({ id }) => ids.has(id)) },
    levels: await serviceLevels(tx, region, service),
    names: await readNames(tx),
    clinics: await clinicsOf(tx, instance),
  };
}

function workingDaysAround(today: number): WorkingDays {
  return Array.from({ length: 2 * DAYS_AROUND }, (_, i) => today - DAYS_AROUND + i).filter((day) => isWorkingDay(dayWith(day)));
}
