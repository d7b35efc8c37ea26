import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { idOf } from "../../../gateway/api/node.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { MemberType } from "../member.type.js";
import { ViewerType } from "../read-viewer.js";
import { custodyOf, dependantsOfViewer, guardiansOfViewer } from "./custody.store.js";
import { CustodyType, custodyView, DependantType, dependantViews, GuardianType, guardianView } from "./custody.type.js";

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

async function custodyViews(ctx: Context, which: "guardians" | "dependants", member: MemberType): Promise<CustodyType[]> {
  const rows = await rowsOf(ctx, idOf("Member", member.id), {
    key: ["custody", which],
    read: (tx, members) => custodyOf(tx, which, members),
    seen: (shown) =>
      [...new Set(shown.flatMap(({ childId, guardianId }) => [childId, guardianId]))].map((memberId) => ({
        operation: which,
        memberId,
        object: "Member",
        objectId: memberId,
        fields: ["custody"],
        outcome: "ALLOWED",
      })),
  });
  return rows.map(custodyView);
}

/** Who belongs to a member, as the health team sees it: a member finds it in `viewer`. */
@Resolver(() => MemberType)
export class CustodyOfMember {
  @visibleTo("HEALTH_TEAM")
  @costs({ size: 2 })
  @FieldResolver(() => [CustodyType], {
    description: "Who holds custody of them while they are under 18, the latest check of the register first. Ended custody is left out.",
  })
  guardians(@Root() member: MemberType, @Ctx() ctx: Context): Promise<CustodyType[]> {
    return custodyViews(ctx, "guardians", member);
  }

  @visibleTo("HEALTH_TEAM")
  @costs({ size: 3 })
  @FieldResolver(() => [CustodyType], {
    description: "Persons under 18 in their custody, the latest check of the register first. Ended custody is left out.",
  })
  dependants(@Root() member: MemberType, @Ctx() ctx: Context): Promise<CustodyType[]> {
    return custodyViews(ctx, "dependants", member);
  }
}

/** The young person reads it in the own access log. */
function seenByGuardian(memberId: string): Audited {
  const fields = ["name", "birthYear", "covers"];
  return { operation: "dependants", memberId, object: "Member", objectId: memberId, fields, outcome: "ALLOWED", purpose: "CUSTODY" };
}
