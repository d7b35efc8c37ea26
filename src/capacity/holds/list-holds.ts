import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import type { Audited } from "../../platform/trail/audit.js";
import type { HoldSeen } from "./hold.js";
import { holdById, liveHoldsOf } from "./hold.store.js";
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

/** The hold behind an id as this viewer sees it; null is "not there, or not for you". */
export async function fetchHold(id: string, ctx: Context): Promise<HoldType | null> {
  const found = await look(
    ctx,
    (tx) => holdById(tx, id),
    (hold) => seen("hold", hold ? [hold] : []),
  );
  return found && holdView(found);
}

@Resolver()
export class Holds {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => [HoldType], { description: "The live holds of a claim; none for a claim that is not yours." })
  async holds(@Arg("claimId", () => ID, { description: "The claim." }) claimId: string, @Ctx() ctx: Context): Promise<HoldType[]> {
    const id = idOf("Claim", claimId, ["claimId"]);
    const found = await look(
      ctx,
      (tx) => liveHoldsOf(tx, id),
      (holds) => seen("holds", holds),
    );
    return found.map(holdView);
  }
}
