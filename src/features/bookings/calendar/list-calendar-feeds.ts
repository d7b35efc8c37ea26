import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { liveFeeds } from "./calendar-feed.store.js";
import { CalendarFeedType, feedView } from "./calendar-feed.type.js";

@Resolver()
export class CalendarFeeds {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => [CalendarFeedType], {
    description: "Your own private calendars, or those of one of your clinics, oldest first; revoked ones are none.",
  })
  async calendarFeeds(
    @Ctx() ctx: Context,
    @Arg("clinicId", () => ID, { nullable: true, description: "For clinics: the clinic. Members leave it out." }) clinicId?: string | null,
  ): Promise<CalendarFeedType[]> {
    const { role, memberIds } = ctx.viewer;
    const own = role === "MEMBER" ? memberIds[0] : undefined;
    const clinic = clinicId == null ? null : idOf("Clinic", clinicId, ["clinicId"]);
    if (own === undefined && clinic === null) return [];
    const rows = await runQuery(ctx, (tx) => liveFeeds(tx, own === undefined ? { clinicId: clinic ?? "" } : { memberId: own }));
    return rows.map(feedView);
  }
}
