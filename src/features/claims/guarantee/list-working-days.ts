import { Ctx, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { workingDaySettings, type WorkingDaySetting } from "./working-days.store.js";
import { WorkingDaySettingType } from "./working-days.type.js";

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
}
