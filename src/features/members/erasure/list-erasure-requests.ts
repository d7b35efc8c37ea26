import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { erasureRequestsById } from "../members-of.store.js";
import { erasureRequests } from "./erasure-request.store.js";
import { erasureAudited, ErasureRequestType, erasureRequestView } from "./erasure-request.type.js";

const ErasureRequestConnection = connectionOf("ErasureRequest", () => ErasureRequestType);
const LIST = "erasure-requests";

@ArgsType()
export class ErasureRequestsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: true, description: "Only those that wait for a colleague." })
  open!: boolean;
}

/** The requests behind these ids as this viewer sees them. */
export const fetchErasureRequests = personalNodesBy(erasureRequestsById, erasureRequestView, (rows) =>
  rows.map((row) => erasureAudited("erasureRequest", row)),
);

@Resolver()
export class ListErasureRequests {
  @visibleTo("HEALTH_TEAM")
  @Query(() => ErasureRequestConnection, { description: "Who is to be erased, the newest request first." })
  async erasureRequests(
    @Args(() => ErasureRequestsArgs) args: ErasureRequestsArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ErasureRequestType>> {
    requirePurpose(ctx);
    const size = pageSize(args.first);
    const rows = await runQuery(
      ctx,
      (tx) => erasureRequests(tx, args.open, idAfter(LIST, args.after), size + 1),
      (seen) => seen.slice(0, size).map((row) => erasureAudited("erasureRequests", row)),
    );
    return connection(rows, size, ({ id }) => idCursor(LIST, id), erasureRequestView);
  }
}
