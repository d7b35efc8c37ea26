import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { look } from "../../gateway/api/act.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { batchById, batches, disputedLines, linesOf, paymentsOf } from "../settlement.store.js";
import {
  batchView,
  lineView,
  paymentView,
  SettlementBatchConnection,
  SettlementBatchType,
  SettlementLineConnection,
  SettlementPaymentConnection,
  SettlementPaymentType,
  type SettlementLineType,
} from "../settlement.type.js";
import { BatchStateEnum } from "../settlement-enums.type.js";
import type { BatchState } from "../settlement-words.js";

function afterIn(list: string, page: PageArgs): string | null {
  return page.after ? String(decodeCursor(list, [list === "lines" || list === "disputes" ? "uuid" : "string"], page.after)[0]) : null;
}

@Resolver(() => SettlementBatchType)
export class ListBatches {
  @visibleTo("FINANCE")
  @Query(() => SettlementBatchType, { nullable: true, description: "One batch; null when there is none." })
  settlementBatch(
    @Arg("id", () => ID, { description: "Id of the batch." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchType | null> {
    const batchId = idOf("SettlementBatch", id, ["id"]);
    return look(ctx, async (tx) => ((found) => found && batchView(found))(await batchById(tx, batchId)));
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
    return look(ctx, async (tx) =>
      connection(await batches(tx, state ?? null, after, first + 1), first, (b) => encodeCursor("batches", [b.reference]), batchView),
    );
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => SettlementPaymentConnection, { description: "Its payments, in the order of the file." })
  payments(
    @Root() batch: SettlementBatchType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementPaymentType>> {
    const first = pageSize(page.first);
    const after = afterIn("payments", page);
    return look(ctx, async (tx) =>
      connection(
        await paymentsOf(tx, idOf("SettlementBatch", batch.id), after, first + 1),
        first,
        (p) => encodeCursor("payments", [p.end_to_end_id]),
        paymentView,
      ),
    );
  }
}

@Resolver()
export class ListDisputes {
  @visibleTo("FINANCE")
  @Query(() => SettlementLineConnection, { description: "Lines held back because the member disputes the treatment, the oldest first." })
  disputedLines(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<SettlementLineType>> {
    const first = pageSize(page.first);
    const after = afterIn("disputes", page);
    return look(ctx, async (tx) =>
      connection(await disputedLines(tx, after, first + 1), first, (l) => encodeCursor("disputes", [l.id]), lineView),
    );
  }
}

@Resolver(() => SettlementPaymentType)
export class PaymentFields {
  @visibleTo("FINANCE", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @FieldResolver(() => SettlementLineConnection, { description: "The lines it pays, or paid before the bank sent it back." })
  lines(
    @Root() payment: SettlementPaymentType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<SettlementLineType>> {
    const first = pageSize(page.first);
    const after = afterIn("lines", page);
    return look(ctx, async (tx) =>
      connection(
        await linesOf(tx, idOf("SettlementPayment", payment.id), after, first + 1),
        first,
        (l) => encodeCursor("lines", [l.id]),
        lineView,
      ),
    );
  }
}
