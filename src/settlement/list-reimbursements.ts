import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { look } from "../gateway/act.js";
import { connection, connectionOf, type Connection } from "../gateway/connection.js";
import type { Context } from "../gateway/context.js";
import { visibleTo } from "../gateway/guard.js";
import { idAfter, idCursor } from "../gateway/id-cursor.js";
import { idOf } from "../gateway/node.js";
import { PageArgs, pageSize } from "../gateway/page.js";
import { requirePurpose } from "../gateway/purpose.js";
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
