import { Args, Ctx, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { coverLosses, coverLossesById, type CoverLossRow } from "./cover-loss.store.js";
import { CoverLossType, coverLossView } from "./cover-loss.type.js";

const CoverLossConnection = connectionOf("CoverLoss", () => CoverLossType);
const LIST = "coverLosses";

export const fetchCoverLosses = personalNodesBy(coverLossesById, coverLossView, (rows) => rows.map(seen));

@Resolver()
export class ListCoverLosses {
  @visibleTo("HEALTH_TEAM")
  @Query(() => CoverLossConnection, {
    description:
      "Appointments and promises that a change of a policy has taken the ground from, the longest open first. What runs off is not among them (MEM-RUNOFF-3M); what the policy carries again, or was cancelled, leaves the list by itself.",
  })
  async coverLosses(@Args(() => PageArgs) { first, after }: PageArgs, @Ctx() ctx: Context): Promise<Connection<CoverLossType>> {
    requirePurpose(ctx);
    const size = pageSize(first);
    const rows = await runQuery(
      ctx,
      (tx) => coverLosses(tx, idAfter(LIST, after), size + 1),
      (found) => found.slice(0, size).map(seen),
    );
    return connection(rows, size, ({ id }) => idCursor(LIST, id), coverLossView);
  }
}

function seen({ id, member_id: memberId }: CoverLossRow): Audited {
  return { operation: LIST, memberId, object: "CoverLoss", objectId: id, fields: ["claim", "booking"], outcome: "ALLOWED" };
}
