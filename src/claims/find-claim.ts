import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Claim } from "../../schema/rows.js";
import { look } from "../gateway/api/act.js";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { requirePurpose } from "../gateway/api/purpose.js";
import type { Audited } from "../platform/trail/audit.js";
import { claimById } from "./claim.store.js";
import { claimView, ClaimType } from "./claim.type.js";

/** One line in the audit trail per claim that was seen. */
export function seenClaims(operation: string, claims: readonly Claim[]): Audited[] {
  return claims.map(({ memberId, id }) => ({ operation, memberId, object: "Claim", objectId: id, fields: ["claim"], outcome: "ALLOWED" }));
}

/** The claim behind an id as this viewer sees it; null is "not there, or not for you". */
export async function fetchClaim(id: string, ctx: Context): Promise<ClaimType | null> {
  requirePurpose(ctx);
  const found = await look(
    ctx,
    (tx) => claimById(tx, id),
    (claim) => (claim ? seenClaims("claim", [claim]) : []),
  );
  return found && claimView(found);
}

@Resolver()
export class FindClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Query(() => ClaimType, { nullable: true, description: "One claim; null when there is none that you may see." })
  claim(@Arg("id", () => ID, { description: "Global id of the claim." }) id: string, @Ctx() ctx: Context): Promise<ClaimType | null> {
    return fetchClaim(idOf("Claim", id, ["id"]), ctx);
  }
}
