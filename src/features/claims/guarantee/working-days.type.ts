import { Field, ObjectType } from "type-graphql";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { SwitchableDayEnum } from "../claim-enums.type.js";

@withoutPurpose()
@visibleTo("SIGNED_IN")
@ObjectType("WorkingDaySetting", {
  description: "Which of the switchable days are not working days, for claims received from an instant on (CAL-EXTRA-DAYS).",
})
export class WorkingDaySettingType {
  @Field(() => DateTime, { description: "For claims received from this instant on, until the next setting." })
  validFrom!: Date;
  @Field(() => [SwitchableDayEnum], { description: "Those that are no working days." })
  extraNonWorkingDays!: readonly string[];
  @Field(() => String, { description: "Why it was set." })
  reason!: string;
}
