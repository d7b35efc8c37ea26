/** One simulated half year, booked in three ways, and the comparison of them. */
import { dayWith } from "../../../kernel/day.js";
import { drawSimulation } from "./draw.js";
import { offlineOptimum } from "./offline-optimum.js";
import { brokenByWeek, decidedWithin, isKept, outcomeOf, type ClaimFates, type SimulationOutcome } from "./outcome.js";
import { NO_HABITS, type HabitRules } from "../plan/habits.js";
import { runHalfYear, type Way } from "./run-half-year.js";
import { worldOf, type Scenario } from "./world.js";

export type HalfYear = {
  readonly scenario: Scenario;
  readonly gateway: SimulationOutcome;
  readonly firstCome: SimulationOutcome;
  /** Promises that perfect foresight would have kept. */
  readonly optimum: number;
  /** Of these, on target. */
  readonly optimumOnTarget: number;
  readonly steered: number;
  readonly checked: number;
  readonly faults: number;
  readonly picture: string;
  /** Every promise and its fate, one line each, in order: what the same seed repeats to the letter. */
  readonly history: string;
};

export const DEFAULT_SCENARIO: Scenario = { seed: 7, from: "2026-09-01", days: 182, clinics: 320, claimsPerDay: 70 };

export function halfYear(scenario: Scenario): HalfYear {
  const world = worldOf(scenario);
  const run = runHalfYear(world, "PLAN");
  const { fates: firstComeFates } = runHalfYear(world, "FIRST_COME");
  const [gateway, firstCome] = [outcomeOf(world, run.fates), outcomeOf(world, firstComeFates)];
  const { kept: optimum, onTarget: optimumOnTarget } = offlineOptimum(world);
  const [first = 0] = world.days;
  const byPlan = brokenByWeek(world, run.fates);
  const picture = drawSimulation({
    title: `Half a year from ${scenario.from}: ${gateway.claims} promises, ${scenario.clinics} clinics (seed ${scenario.seed})`,
    weeks: brokenByWeek(world, firstComeFates).map((n, week) => ({
      label: dayWith(first + week * 7),
      firstCome: n,
      gateway: byPlan[week] ?? 0,
    })),
    events: world.events.map(({ day, text }) => ({ week: Math.floor((day - first) / 7), text })),
    bars: [
      { label: "first come, first served", outcome: firstCome },
      { label: "with the plan", outcome: gateway },
    ],
    optimum,
  });
  const { steered, checked, faults } = run;
  return {
    scenario,
    gateway,
    firstCome,
    optimum,
    optimumOnTarget,
    steered,
    checked,
    faults,
    picture,
    history: historyOf(run.fates, firstComeFates, decidedWithin(world)),
  };
}

function historyOf(gateway: ClaimFates, firstCome: ClaimFates, counts: ReturnType<typeof decidedWithin>): string {
  const line = (fates: ClaimFates, id: string): string => {
    const fate = fates.get(id);
    return fate
      ? `${fate.appointmentOn ?? "-"}/${fate.replanned}/${fate.certifiedOn ?? "-"}${counts(fate) ? (isKept(fate) ? "" : "!") : "?"}`
      : "";
  };
  return [...gateway.keys()]
    .sort()
    .map((id) => `${id} ${line(gateway, id)} ${line(firstCome, id)}`)
    .join("\n");
}

export type OtherRule = { readonly name: string; readonly outcome: SimulationOutcome };

/** The same half year with the plan, were one rule of admission another: what each would cost and bring. */
export function otherRules(scenario: Scenario): OtherRule[] {
  const booked = (name: string, way: Way, habits: Partial<HabitRules> = {}): OtherRule => {
    const world = worldOf({ ...scenario, habits: { ...NO_HABITS, ...habits } });
    return { name, outcome: outcomeOf(world, runHalfYear(world, way).fates) };
  };
  return [
    booked("as it is", "PLAN"),
    booked("`PROMISE_RETURNS=cancelled`: counting on times that are called off, by clinic", "PLAN", { returns: "CANCELLED" }),
    booked("`PROMISE_RETURNS=all`: on those that are missed as well", "PLAN", { returns: "ALL" }),
    booked("`PROMISE_RESERVE=record`: kept for whoever is late, as many as were late so far", "PLAN", { reserve: "RECORD" }),
    ...RESERVES.map((percent) =>
      booked(`\`PROMISE_RESERVE=${percent}\`: ${percent} % kept for whoever is late`, "PLAN", { reserve: percent }),
    ),
    booked("no admission at all", "UNASKED"),
  ];
}

const RESERVES = [5, 10] as const;
