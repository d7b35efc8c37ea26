import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Claim } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { claimsById } from "./claims-of.store.js";
import { claimView, ClaimType } from "../claim.type.js";

/** One line in the audit trail per claim that was seen. */
export function seenClaims(operation: string, claims: readonly Claim[]): Audited[] {
  return claims.map(({ memberId, id }) => ({ operation, memberId, object: "Claim", objectId: id, fields: ["claim"], outcome: "ALLOWED" }));
}

/** The claims behind these ids as this viewer sees them. */
export const fetchClaims = personalNodesBy(claimsById, claimView, (claims) => seenClaims("claim", claims));

@Resolver()
export class FindClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Query(() => ClaimType, { nullable: true, description: "One claim; null when there is none that you may see." })
  async claim(@Arg("id", () => ID, { description: "Global id of the claim." }) id: string, @Ctx() ctx: Context): Promise<ClaimType | null> {
    const uuid = idOf("Claim", id, ["id"]);
    return (await fetchClaims([uuid], ctx)).get(uuid) ?? null;
  }
}
