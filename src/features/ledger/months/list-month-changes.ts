import { Args, Ctx, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { monthActs } from "./month.store.js";
import { MonthChangeConnection, monthChangeView, type MonthChangeType } from "./month.type.js";

const LIST = "month changes";

@Resolver()
export class ListMonthChanges {
  @visibleTo("FINANCE")
  @Query(() => MonthChangeConnection, {
    description: "Months that were closed and reopened, the latest first, with what waits for a second person.",
  })
  monthChanges(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<MonthChangeType>> {
    const first = pageSize(page.first);
    const after = idAfter(LIST, page.after);
    return runQuery(ctx, async (tx) =>
      connection(await monthActs(tx, after, first + 1), first, (a) => idCursor(LIST, a.id), monthChangeView),
    );
  }
}
