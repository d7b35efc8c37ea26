import { ArrayMaxSize, Length, Max, Min, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { LocalDate, NonNegativeInt, PositiveInt } from "../../../gateway/api/scalars.js";
import { actAsProduct } from "../../../platform/act-as-product.js";
import type { Service } from "../../../rules/codes.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { RegionEnum } from "../../network/network-enums.type.js";
import { isOpenDay } from "../feasibility/network-feasibility.js";
import { loadPromises, type PromiseInstance } from "../plan/promise.store.js";
import { leastCount, shownBeside, shownFrom, type Shown } from "../small-counts.js";
import { keptNamed } from "./kept-scenario.store.js";
import { affectedBy, planOfScenario, planOfToday, toPlan, type AskedScenario, type ScenarioPlan } from "./scenario.js";

@InputType({ description: "A time in which a part of all openings is closed, such as a holiday." })
export class ClosedPeriodInput {
  @Field(() => LocalDate, { description: "First day." })
  from!: string;
  @Field(() => LocalDate, { description: "Last day." })
  through!: string;
  @Min(1)
  @Max(100)
  @Field(() => Int, { description: "Share of the units that is closed, in percent, 1 to 100." })
  percent!: number;
}

@InputType({ description: "Units that a clinic would open in addition, of the kind it has for this treatment, spread over each week." })
export class AddedUnitsInput {
  @Field(() => ID, { description: "The clinic; one that offers the treatment today." })
  clinicId!: string;
  @Field(() => ServiceCodeEnum, { description: "The treatment." })
  service!: Service;
  @Max(500)
  @Field(() => PositiveInt, { description: "Units a week, up to 500." })
  unitsPerWeek!: number;
}

@InputType({ description: "Something that would be otherwise than today. What is left out stays as it is." })
export class PromiseScenarioInput {
  @Length(1, 60)
  @Field(() => String, { description: "A name to tell it from the others, up to 60 characters." })
  name!: string;
  @ArrayMaxSize(50)
  @Field(() => [ID], { nullable: true, description: "Clinics that would leave, up to 50." })
  withoutClinicIds?: string[] | null;
  @Min(-90)
  @Max(300)
  @Field(() => Int, { nullable: true, description: "How much more would be reported, in percent: 20 is a fifth more, -20 a fifth less." })
  demandPercent?: number | null;
  @ValidateNested()
  @Field(() => ClosedPeriodInput, { nullable: true, description: "A time in which openings would be closed." })
  closed?: ClosedPeriodInput | null;
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Field(() => [AddedUnitsInput], { nullable: true, description: "Units that would come, up to 50 clinics." })
  added?: AddedUnitsInput[] | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("ScenarioAffected", {
  description: "Whom a scenario costs or gives a place, in one region for one treatment. Figures, no persons.",
  simpleResolvers: true,
})
export class ScenarioAffected {
  @Field(() => RegionEnum, { nullable: true, description: "Region the members live in; null where it is not known." })
  region!: string | null;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => NonNegativeInt, { nullable: true, description: "Promises with a place today and none then; null: too few to be told." })
  lose!: number | null;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Promises without a place today and with one then; null: too few to be told.",
  })
  gain!: number | null;
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("ScenarioOutcome", { description: "How the open promises would stand.", simpleResolvers: true })
export class ScenarioOutcome {
  @Field(() => String, { nullable: true, description: "The scenario's name; null for today." })
  name!: string | null;
  @Field(() => NonNegativeInt, { nullable: true, description: "Open promises; null: too few to be told." })
  claims!: number | null;
  @Field(() => NonNegativeInt, { description: "Free units." })
  units!: number;
  @Field(() => NonNegativeInt, {
    nullable: true,
    description: "Promises no plan could place; null: too few to be told, or too few more or fewer than today.",
  })
  waiting!: number | null;
  @Field(() => [ScenarioAffected], { description: "Where and for what, the most affected first; none for today." })
  affected!: readonly ScenarioAffected[];
}

@withoutPurpose()
@visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
@ObjectType("ScenarioComparison", { description: "Scenarios beside today's plan.", simpleResolvers: true })
export class ScenarioComparison {
  @Field(() => ScenarioOutcome, { description: "As it is." })
  today!: ScenarioOutcome;
  @Field(() => [ScenarioOutcome], { description: "As it would be, in the order asked for." })
  scenarios!: readonly ScenarioOutcome[];
}

/** Each is a plan of the whole network. */
const MOST_SCENARIOS = 4;

@Resolver()
export class PromiseScenarios {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER", "HEALTH_TEAM")
  @costs({ own: 400 })
  @Query(() => ScenarioComparison, {
    description:
      "What would become of today's promises if something were otherwise: up to four scenarios beside the plan as it is, the kept ones after the others. No persons.",
  })
  async promiseScenarios(
    @Ctx() ctx: Context,
    @Arg("scenarios", () => [PromiseScenarioInput], { defaultValue: [], description: "Each with a name of its own." })
    asked: PromiseScenarioInput[],
    @Arg("kept", () => [String], { defaultValue: [], description: "Names of kept scenarios (keepScenario)." }) kept: string[],
  ): Promise<ScenarioComparison> {
    const names = [...asked.map(({ name }) => name), ...kept];
    if (names.length === 0 || names.length > MOST_SCENARIOS) throw badInput(`Ask for one to ${MOST_SCENARIOS} scenarios.`, ["scenarios"]);
    if (new Set(names).size < names.length) throw badInput("Each scenario needs a name of its own.", ["scenarios"]);
    const own = asked.map((one, i) => [one.name, scenarioOf(one, ["scenarios", String(i)])] as const);
    const { instance, found } = await runQuery(
      ctx,
      async (tx) => {
        const found = kept.length === 0 ? new Map<string, AskedScenario>() : await keptNamed(tx, kept);
        await actAsProduct(tx);
        return { found, instance: await loadPromises(tx) };
      },
      null,
      "WORKER",
    );
    const scenarios = [...own, ...kept.map((name, i) => [name, found.get(name) ?? notKept(i)] as const)];
    const shown = shownFrom(leastCount(ctx));
    const today = await planOfToday(instance, isOpenDay);
    const outcomes: ScenarioOutcome[] = [];
    let last = today;
    for (const [name, scenario] of scenarios) {
      const then = await planOfScenario(instance, toPlan(scenario), isOpenDay, last);
      last = then;
      outcomes.push({ ...outcomeView(name, then, today, shown), affected: affectedView(today, then, instance, shown) });
    }
    return { today: { ...outcomeView(null, today, today, shown), affected: [] }, scenarios: outcomes };
  }
}

function notKept(i: number): never {
  throw badInput("No scenario of this name is kept.", ["kept", String(i)]);
}

/** `path`: where the input stands. */
export function scenarioOf(
  { withoutClinicIds, demandPercent, closed, added }: PromiseScenarioInput,
  path: readonly string[],
): AskedScenario {
  if (closed && closed.through < closed.from) throw badInput("through must not be before from.", [...path, "closed", "through"]);
  return {
    withoutClinics: (withoutClinicIds ?? []).map((id) => idOf("Clinic", id, [...path, "withoutClinicIds"])),
    demandPercent: demandPercent ?? 0,
    closed: closed ? { from: closed.from, to: closed.through, percent: closed.percent } : null,
    added: (added ?? []).map(({ service, unitsPerWeek, clinicId: id }) => {
      return { service, unitsPerWeek, clinicId: idOf("Clinic", id, [...path, "added", "clinicId"]) };
    }),
  };
}

function outcomeView(name: string | null, { claims, units, waiting }: ScenarioPlan, today: ScenarioPlan, shown: Shown) {
  return { name, claims: shown(claims), units, waiting: shownBeside(waiting, today.waiting, shown) };
}

function affectedView(today: ScenarioPlan, then: ScenarioPlan, instance: PromiseInstance, shown: Shown): ScenarioAffected[] {
  return affectedBy(today, then, instance).map(({ region, service, lose, gain }) => ({
    region,
    service: serviceView(service),
    lose: shown(lose),
    gain: shown(gain),
  }));
}
