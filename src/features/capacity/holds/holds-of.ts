/** Holds by their ids, and found on the claim they are for and the opening they are on. */
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ClaimType } from "../../claims/claim.type.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { holdsById, holdsOf, type HoldParent } from "../capacity-of.store.js";
import { MemberType } from "../../members/member.type.js";
import { SlotType } from "../slots/slot.type.js";
import type { HoldSeen } from "./hold.js";
import { HoldType, holdView } from "./hold.type.js";

/** A hold says who wants what kind of treatment when: seeing it is on record. */
function seen(operation: string, holds: readonly HoldSeen[]): Audited[] {
  return holds.map((hold) => ({
    operation,
    memberId: hold.memberId,
    object: "Hold",
    objectId: hold.id,
    fields: ["hold"],
    outcome: "ALLOWED",
  }));
}

/** The holds behind these ids as this viewer sees them. */
export const fetchHolds = personalNodesBy(holdsById, holdView, (found) => seen("hold", found));

async function liveHolds(ctx: Context, of: HoldParent, id: string): Promise<HoldType[]> {
  const found = await rowsOf(ctx, idOf(of, id), {
    key: ["holds", of],
    read: (tx, parents) => holdsOf(tx, of, parents),
    seen: (shown) => seen("holds", shown),
  });
  return found.map(holdView);
}

@Resolver(() => ClaimType)
export class HoldsOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [HoldType], { description: "Its live holds, the one that ends first first." })
  holds(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<HoldType[]> {
    return liveHolds(ctx, "Claim", claim.id);
  }
}

@Resolver(() => MemberType)
export class HoldsOfMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [HoldType], { description: "The member's live holds, the one that ends first first." })
  holds(@Root() member: MemberType, @Ctx() ctx: Context): Promise<HoldType[]> {
    return liveHolds(ctx, "Member", member.id);
  }
}

@Resolver(() => SlotType)
export class HoldsOfSlot {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [HoldType], { description: "Live holds on it that you may see: your own, all for the health team." })
  holds(@Root() slot: SlotType, @Ctx() ctx: Context): Promise<HoldType[]> {
    return liveHolds(ctx, "Slot", slot.id);
  }
}
