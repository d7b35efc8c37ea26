import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { revokeFeed } from "./calendar-feed.store.js";
import { CalendarFeedPayload } from "./calendar-feed.type.js";
import { changeFeed, ChangeCalendarFeedInput } from "./change-calendar-feed.js";

@Resolver()
export class RevokeCalendarFeed {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => CalendarFeedPayload, {
    description: "Ends a private calendar: its address opens nothing from now on, as if it had never been.",
  })
  async revokeCalendarFeed(
    @Arg("input", () => ChangeCalendarFeedInput) input: ChangeCalendarFeedInput,
    @Ctx() ctx: Context,
  ): Promise<CalendarFeedPayload> {
    return { ...(await changeFeed(ctx, "revokeCalendarFeed", input, revokeFeed)), path: null };
  }
}
