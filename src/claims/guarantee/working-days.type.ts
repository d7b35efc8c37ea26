import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../gateway/api/guard.js";
import { DateTime } from "../../gateway/api/scalars.js";

@visibleTo("SIGNED_IN")
@ObjectType("WorkingDaySetting", {
  description: "Which of the switchable days are not working days, for claims received from an instant on (CAL-EXTRA-DAYS).",
})
export class WorkingDaySettingType {
  @Field(() => DateTime, { description: "For claims received from this instant on, until the next setting." })
  validFrom!: Date;
  @Field(() => [String], { description: "GRUNDLOVSDAG (5 June), CHRISTMAS_EVE, NEW_YEARS_EVE, DAY_AFTER_ASCENSION." })
  extraNonWorkingDays!: readonly string[];
  @Field(() => String, { description: "Why it was set." })
  reason!: string;
}
