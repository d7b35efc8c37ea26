/** What a deployment may have admission make of people's habits. */
import { kind, oneOf, setting, type ValuesOf } from "../../../platform/settings/setting.js";
import type { HabitRules } from "./habits.js";

const reserve = kind("must be a whole number from 0 to 50, or record", (text): HabitRules["reserve"] | undefined => {
  if (text === "record") return "RECORD";
  const percent = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return percent <= 50 ? percent : undefined;
});

export const HABIT_SETTINGS = {
  PROMISE_RESERVE: setting(
    "percent of a clinic's day that are kept for promises with at most a working day left, up to 50; `record`: by treatment as many as were booked so late in the last weeks ([measured](../simulation/half-year.md))",
    reserve,
    "0",
  ),
  PROMISE_RETURNS: setting(
    "whether the last time that somebody has may be given away where as many are expected back, by how often first appointments at each clinic were called off: `off`, `cancelled`, or `all`, which counts those that were missed as well ([measured](../simulation/half-year.md))",
    oneOf("off", "cancelled", "all"),
    "off",
  ),
};

const RETURNS = { off: "OFF", cancelled: "CANCELLED", all: "ALL" } as const;

export function habitRules(given: ValuesOf<typeof HABIT_SETTINGS>): HabitRules {
  return { reserve: given.PROMISE_RESERVE, returns: RETURNS[given.PROMISE_RETURNS] };
}
