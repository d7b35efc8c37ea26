/** What calling an appointment off would mean at this moment: the same terms a preview of cancelBooking answers. */
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { GraphQLResolveInfo } from "graphql";
import type { ClaimType } from "../../claims/claim.type.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { money } from "../../../gateway/api/money.js";
import { nodeOf } from "../../../gateway/api/nodes.js";
import { BookingType } from "../booking.type.js";
import { CancellationTerms } from "./cancellation.type.js";

@Resolver(() => BookingType)
export class CancellationNow {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => CancellationTerms, {
    nullable: true,
    description: "What calling it off now would mean; null for an appointment that has begun or is no longer confirmed.",
  })
  async cancellation(
    @Root() booking: BookingType,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CancellationTerms | null> {
    const now = ctx.database.clock.now().getTime();
    if (booking.state !== "CONFIRMED" || booking.startsAt.getTime() <= now) return null;
    const claim = (await nodeOf(ctx, info, "Claim", booking.claim.uuid)) as ClaimType | null;
    const promised = claim?.firstBooking?.id === booking.id && claim.guarantee.outcome === "RUNNING";
    const late = now > booking.freeCancellationUntil.getTime();
    return {
      state: late ? "CANCELLED_LATE" : "CANCELLED_IN_TIME",
      late,
      freeUntil: booking.freeCancellationUntil,
      insurerPays: money(0n),
      memberMayBeCharged: late,
      treatmentReturned: true,
      guarantee: promised ? "CONTINUES" : "UNCHANGED",
    };
  }
}
