import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { schedulesOfClinic } from "./schedule.store.js";
import { ScheduleType, scheduleView } from "./schedule.type.js";

@Resolver()
export class Schedules {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => [ScheduleType], { description: "The schedules of one of your clinics; none for any other clinic." })
  async schedules(
    @Arg("clinicId", () => ID, { description: "The clinic." }) clinicId: string,
    @Arg("practitionerId", () => ID, { nullable: true, description: "Only this practitioner's." })
    practitionerId: string | null | undefined,
    @Ctx() ctx: Context,
  ): Promise<ScheduleType[]> {
    const clinic = idOf("Clinic", clinicId, ["clinicId"]);
    const practitioner = practitionerId ? idOf("Practitioner", practitionerId, ["practitionerId"]) : null;
    return look(ctx, async (tx) => (await schedulesOfClinic(tx, clinic, practitioner)).map(scheduleView));
  }
}
