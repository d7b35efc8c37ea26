import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { authoritiesSeen, type AuthoritySeen } from "./authority.store.js";
import { AuthorityType, authorityView } from "./authority.type.js";

/** The authorities behind these ids as this viewer sees them. */
export async function fetchAuthorities(ids: readonly string[], ctx: Context): Promise<ReadonlyMap<string, AuthorityType>> {
  requirePurpose(ctx);
  const found = await runQuery(
    ctx,
    (tx) => authoritiesSeen(tx, { ids }),
    (rows) => rows.map(seen),
  );
  return new Map(found.map((row) => [row.authority.id, authorityView(row)]));
}

@Resolver()
export class ListAuthorities {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => [AuthorityType], {
    description:
      "Authorities, the latest first: those a member has granted, those that name the member as representative and are not withdrawn, and for the health team those of one member.",
  })
  async authorities(
    @Arg("memberId", () => ID, { nullable: true, description: "Granted by this member; needed by the health team." })
    memberId: string | null,
    @Ctx() ctx: Context,
  ): Promise<AuthorityType[]> {
    requirePurpose(ctx);
    const granter = memberId ? idOf("Member", memberId, ["memberId"]) : null;
    if (granter === null && ctx.viewer.role !== "MEMBER") return [];
    const rows = await runQuery(
      ctx,
      (tx) => authoritiesSeen(tx, { memberId: granter }),
      (found) => found.map(seen),
    );
    return rows.map(authorityView);
  }
}

function seen({ authority: { id, memberId } }: AuthoritySeen): Audited {
  return { operation: "authorities", memberId, object: "Authority", objectId: id, fields: ["authority"], outcome: "ALLOWED" };
}
