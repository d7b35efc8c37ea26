import { Field, Int, ObjectType } from "type-graphql";
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
  @Field(() => String, { description: "Where it was decided." })
  source!: string;
  @Field(() => Int, { description: "Number of the version, from 1 in the order in which they were agreed to." })
  version!: number;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { description: "Who proposed it." })
  proposedBy!: string;
  @visibleTo("NETWORK_MANAGER")
  @Field(() => String, { description: "The second person, who agreed to it." })
  approvedBy!: string;
}
