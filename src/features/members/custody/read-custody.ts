import { Ctx, FieldResolver, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { ViewerType } from "../read-viewer.js";
import { dependantsOfViewer, guardiansOfViewer } from "./custody.store.js";
import { DependantType, dependantViews, GuardianType, guardianView } from "./custody.type.js";

@Resolver(() => ViewerType)
export class ReadCustody {
  @visibleTo("MEMBER")
  @FieldResolver(() => [DependantType], {
    description: "Young persons of 15 to 17 in your custody. Children under 15 stand in `members`: for those you act yourself.",
  })
  async dependants(@Ctx() ctx: Context): Promise<DependantType[]> {
    const rows = await runQuery(ctx, dependantsOfViewer, (seen) => [...new Set(seen.map((row) => row.member_id))].map(seenByGuardian));
    return dependantViews(rows);
  }

  @visibleTo("MEMBER")
  @FieldResolver(() => [GuardianType], {
    description: "Who holds custody of you, and what each of them sees of you. Empty from the 18th birthday on.",
  })
  async guardians(@Ctx() ctx: Context): Promise<GuardianType[]> {
    const rows = await runQuery(ctx, guardiansOfViewer, (seen) =>
      seen.map((row) => ({
        operation: "guardians",
        memberId: row.member_id,
        object: "Member",
        objectId: row.member_id,
        fields: ["name"],
        outcome: "ALLOWED",
      })),
    );
    return rows.map(guardianView);
  }
}

/** The young person reads it in the own access log. */
function seenByGuardian(memberId: string): Audited {
  const fields = ["name", "birthYear", "covers"];
  return { operation: "dependants", memberId, object: "Member", objectId: memberId, fields, outcome: "ALLOWED", purpose: "CUSTODY" };
}
