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
import { backTest, forecastBreaches, type WorkingDays } from "./forecast.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { feasibilityOf } from "../feasibility/feasibility.js";
import { expectedRows, promiseHistory } from "./forecast.store.js";
import { additionView, CapacityAddition, clinicsOf, isOpenDay } from "../feasibility/network-feasibility.js";
import { clockOf, instanceOf, openRows } from "../plan/promise.store.js";
import { boxAround } from "../plan/reach.js";
import { readNames } from "../watch/watch.store.js";
import { leastCount, shownFrom } from "../small-counts.js";
import { RegionEnum } from "../../network/network-enums.type.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType({ description: "Promises that end on one day.", simpleResolvers: true })
export class BreachForecastDay {
  @Field(() => LocalDate, { description: "The last day of these promises." })
  on!: string;
  @Field(() => NonNegativeInt, { nullable: true, description: "Promises without an appointment so far; null: too few to be told." })
  waiting!: number | null;
  @Field(() => Float, { nullable: true, description: "How many of them are expected to break; null where they are too few to be told." })
  expected!: number | null;
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
  @Field(() => NonNegativeInt, { description: "Broken promises that came." })
  happened!: number;
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
  @Field(() => [BreachForecastDay], { description: "Today and the ten working days after it." })
  days!: readonly BreachForecastDay[];
  @Field(() => Float, { description: "Expected in all." })
  expected!: number;
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
    const { history, instance, names, clinics } = await runQuery(ctx, (tx) => read(tx, asked), null, "WORKER");
    const { today } = instance;
    const shown = shownFrom(leastCount(ctx));
    const calendar = workingDaysAround(today);
    const days = forecastBreaches(history, calendar, today);
    const { unplaced, additions } = await feasibilityOf(
      instance,
      { from: today, to: today + DAYS_AHEAD, ...asked },
      { names, regionOfClinic: (id) => clinics.get(id)?.region ?? null, isOpenDay },
    );
    return {
      days: days.map((day) => {
        const few = shown(day.waiting) === null;
        return { on: dayWith(day.on), waiting: few ? null : day.waiting, expected: few ? null : day.expected };
      }),
      expected: days.reduce((sum, day) => sum + day.expected, 0),
      backTest: backTest(history, calendar, today),
      shortWithArrivals: shown(unplaced),
      additions: additions.map((addition) => additionView(addition, { clinics, shown, instance })),
    };
  }
}

/** Until the last day of a promise made at the end of the next fortnight. */
const DAYS_AHEAD = 31;

type Asked = { readonly region: string | null; readonly service: Service | null };

async function read(tx: Tx, { region, service }: Asked) {
  await actAsProduct(tx);
  const { now, today } = await clockOf(tx, null);
  const rows = [...(await openRows(tx, now, null, null)), ...(await expectedRows(tx))];
  const instance = await instanceOf(tx, { now, today, rows, box: boxAround(rows), without: [] });
  return {
    history: await promiseHistory(tx, region, service),
    instance,
    names: await readNames(tx),
    clinics: await clinicsOf(tx, instance),
  };
}

function workingDaysAround(today: number): WorkingDays {
  return Array.from({ length: 2 * DAYS_AROUND }, (_, i) => today - DAYS_AROUND + i).filter((day) => isWorkingDay(dayWith(day)));
}
