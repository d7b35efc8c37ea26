import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { newSecret, rotateFeed } from "./calendar-feed.store.js";
import { CalendarFeedPayload } from "./calendar-feed.type.js";
import { changeFeed, ChangeCalendarFeedInput } from "./change-calendar-feed.js";

@Resolver()
export class RotateCalendarFeed {
  @visibleTo("MEMBER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => CalendarFeedPayload, {
    description: "Gives a private calendar a new address; the one of before opens nothing from now on, as if it had never been.",
  })
  async rotateCalendarFeed(
    @Arg("input", () => ChangeCalendarFeedInput) input: ChangeCalendarFeedInput,
    @Ctx() ctx: Context,
  ): Promise<CalendarFeedPayload> {
    const secret = newSecret();
    const { feed, ...answer } = await changeFeed(ctx, "rotateCalendarFeed", input, (tx, id) => rotateFeed(tx, id, secret.hash));
    return { ...answer, feed, path: feed && !answer.replayed ? secret.path : null };
  }
}
