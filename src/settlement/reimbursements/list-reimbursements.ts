import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { idOf } from "../../gateway/api/node.js";
import { PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { requirePurpose } from "../../gateway/api/purpose.js";
import { reimbursementById, reimbursementsOf } from "./reimbursement.store.js";
import { reimbursementView, ReimbursementType } from "./reimbursement.type.js";

const ReimbursementConnection = connectionOf("Reimbursement", () => ReimbursementType);
const LIST = "reimbursements";
const seen = { fields: ["reimbursement"], outcome: "ALLOWED" } as const;

/** The decision behind an id; null is "not there, or not for you". */
export async function fetchReimbursement(id: string, ctx: Context): Promise<ReimbursementType | null> {
  requirePurpose(ctx);
  const found = await look(
    ctx,
    (tx) => reimbursementById(tx, id),
    (r) => (r ? [{ operation: "reimbursement", memberId: r.memberId, object: "Reimbursement", objectId: id, ...seen }] : []),
  );
  return found && reimbursementView(found);
}

@Resolver()
export class ListReimbursements {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => ReimbursementConnection, { description: "Decisions about bills of one claim, the latest first." })
  async reimbursements(
    @Arg("claimId", () => ID, { description: "The claim." }) claim: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ReimbursementType>> {
    requirePurpose(ctx);
    const claimId = idOf("Claim", claim, ["claimId"]);
    const first = pageSize(page.first);
    const rows = await look(
      ctx,
      (tx) => reimbursementsOf(tx, claimId, idAfter(LIST, page.after), first + 1),
      (found) =>
        found.slice(0, 1).map((r) => ({ operation: "reimbursements", memberId: r.memberId, object: "Claim", objectId: claimId, ...seen })),
    );
    return connection(rows, first, (row) => idCursor(LIST, row.id), reimbursementView);
  }
}
