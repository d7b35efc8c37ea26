/** Reimbursements found on the claim and the member they belong to, and how far each is paid out. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ClaimType } from "../../claims/claim.type.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { MemberType } from "../../members/member.type.js";
import { payoutsOf } from "./payout.store.js";
import { payoutView, ReimbursementPayoutType } from "./payout.type.js";
import { ReimbursementConnection, ReimbursementType, reimbursementView } from "./reimbursement.type.js";
import { reimbursementsOf, type ReimbursementParent } from "./reimbursements-of.store.js";

@Resolver(() => ReimbursementType)
export class PayoutOfReimbursement {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ReimbursementPayoutType, {
    nullable: true,
    description: "How far it is paid out; null where nothing is reimbursed, and where the claims system pays it.",
  })
  async payout(@Root() reimbursement: ReimbursementType, @Ctx() ctx: Context): Promise<ReimbursementPayoutType | null> {
    const [row] = await rowsOf(ctx, idOf("Reimbursement", reimbursement.id), { key: ["payout"], read: payoutsOf });
    return row ? payoutView(row) : null;
  }
}

async function reimbursementsPage(
  ctx: Context,
  of: ReimbursementParent,
  id: string,
  { first, after }: PageArgs,
): Promise<Connection<ReimbursementType>> {
  const size = pageSize(first);
  const list = `reimbursements of ${of}`;
  const place = idAfter(list, after);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [list, place, size],
    read: (tx, parents) => reimbursementsOf(tx, of, parents, place, size + 1),
    shown: size,
    seen: (shown) =>
      [...new Map(shown.map((each) => [each.claimId, each.memberId]))].map(([claimId, memberId]) => ({
        operation: "reimbursements",
        memberId,
        object: "Claim",
        objectId: claimId,
        fields: ["reimbursement"],
        outcome: "ALLOWED",
      })),
  });
  return connection(rows, size, (row) => idCursor(list, row.id), reimbursementView);
}

@Resolver(() => ClaimType)
export class ReimbursementsOfClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ReimbursementConnection, { description: "Decisions about bills of own choice, the latest first." })
  reimbursements(
    @Root() claim: ClaimType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReimbursementType>> {
    return reimbursementsPage(ctx, "Claim", claim.id, page);
  }
}

@Resolver(() => MemberType)
export class ReimbursementsOfMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ReimbursementConnection, { description: "Decisions about bills of own choice, the latest first." })
  reimbursements(
    @Root() member: MemberType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReimbursementType>> {
    return reimbursementsPage(ctx, "Member", member.id, page);
  }
}
