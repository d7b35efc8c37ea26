import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { badInput } from "../../../gateway/api/bad-input.js";
import { addDays, publicHoliday } from "../../../kernel/calendar.js";
import { workingDaySettings, type WorkingDaySetting } from "./working-days.store.js";
import { WorkingDaySettingType } from "./working-days.type.js";

const MOST_DAYS = 400;

@Resolver()
export class ListWorkingDays {
  @withoutPurpose()
  @visibleTo("SIGNED_IN")
  @Query(() => [WorkingDaySettingType], {
    description: "The calendar settings of guarantees, newest first. Before the first one the four switchable days are working days.",
  })
  workingDaySettings(@Ctx() ctx: Context): Promise<WorkingDaySetting[]> {
    return runQuery(ctx, workingDaySettings);
  }

  @visibleTo("PUBLIC")
  @Query(() => [LocalDate], {
    description: "The Danish public holidays of a period, earliest first (CAL-HOLIDAYS-DK); Sundays alone are none.",
  })
  publicHolidays(
    @Arg("from", () => LocalDate, { description: "First day." }) from: string,
    @Arg("until", () => LocalDate, { description: "First day that is not part of it; at most 400 days after `from`." }) until: string,
  ): string[] {
    if (until > addDays(from, MOST_DAYS)) throw badInput(`Ask for at most ${MOST_DAYS} days.`, ["until"]);
    const found: string[] = [];
    for (let day = from; day < until; day = addDays(day, 1)) if (publicHoliday(day) !== null) found.push(day);
    return found;
  }
}
