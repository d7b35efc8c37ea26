import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { settlementBatches, disputedLines } from "../settlement.store.js";
import { batchesById } from "../settlement-of.store.js";
import {
  batchView,
  lineView,
  SettlementBatchConnection,
  SettlementBatchType,
  SettlementLineConnection,
  type SettlementLineType,
} from "../settlement.type.js";
import { BatchStateEnum } from "../settlement-enums.type.js";
import type { BatchState } from "../settlement-words.js";

function afterIn(list: string, page: PageArgs): string | null {
  return page.after ? String(decodeCursor(list, [list === "disputes" ? "uuid" : "string"], page.after)[0]) : null;
}

@Resolver()
export class ListBatches {
  @visibleTo("FINANCE")
  @Query(() => SettlementBatchType, { nullable: true, description: "One batch; null when there is none." })
  settlementBatch(
    @Arg("id", () => ID, { description: "Id of the batch." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchType | null> {
    const batchId = idOf("SettlementBatch", id, ["id"]);
    return runQuery(ctx, async (tx) => (await batchesById(tx, [batchId])).map(batchView)[0] ?? null);
  }

  @visibleTo("FINANCE")
  @Query(() => SettlementBatchConnection, { description: "Batches, the latest first." })
  settlementBatches(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => BatchStateEnum, { nullable: true, description: "Only those that stand so." }) state: BatchState | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementBatchType>> {
    const first = pageSize(page.first);
    const after = afterIn("batches", page);
    return runQuery(ctx, async (tx) =>
      connection(
        await settlementBatches(tx, state ?? null, after, first + 1),
        first,
        (b) => encodeCursor("batches", [b.reference]),
        batchView,
      ),
    );
  }
}

@Resolver()
export class ListDisputes {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => SettlementLineConnection, {
    description: "Lines held back because the member disputes the treatment, the oldest first. A clinic sees its own company's.",
  })
  disputedLines(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<SettlementLineType>> {
    const first = pageSize(page.first);
    const after = afterIn("disputes", page);
    return runQuery(ctx, async (tx) =>
      connection(await disputedLines(tx, after, first + 1), first, (l) => encodeCursor("disputes", [l.id]), lineView),
    );
  }
}
