import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import type { StatusReport } from "../../../../schema/rows.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { reportsFor, statusReportsById } from "./status-report.store.js";
import { StatusReportType, statusReportView } from "./status-report.type.js";

/** The reports behind these ids as this viewer sees them. */
export const fetchStatusReports = personalNodesBy(statusReportsById, statusReportView, (reports) => reports.map(seen));

const StatusReportConnection = connectionOf("StatusReport", () => StatusReportType);
const LIST = "status-reports";

@Resolver()
export class ListStatusReports {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @Query(() => StatusReportConnection, {
    description: "Status reports, the latest first: those a clinic is asked for, all for the health team.",
  })
  async statusReports(
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg("open", () => Boolean, { defaultValue: true, description: "Only those that are not answered yet." }) open: boolean,
    @Ctx() ctx: Context,
  ): Promise<Connection<StatusReportType>> {
    requirePurpose(ctx);
    const size = pageSize(first);
    const rows = await runQuery(
      ctx,
      (tx) => reportsFor(tx, open, idAfter(LIST, after), size + 1),
      (found) => found.slice(0, size).map(seen),
    );
    return connection(rows, size, ({ id }) => idCursor(LIST, id), statusReportView);
  }
}

function seen({ id, memberId }: StatusReport): Audited {
  return { operation: "statusReports", memberId, object: "StatusReport", objectId: id, fields: ["question", "answer"], outcome: "ALLOWED" };
}
