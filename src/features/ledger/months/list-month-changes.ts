import { Arg, Args, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import { runMutation, runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import type { MonthAct, Reopening } from "../ledger-words.js";
import { monthOf, monthRefusals } from "./month.js";
import { bookMonths, lockBook, lockMonthAct, monthActById, monthActs, type MonthActRecord } from "./month.store.js";
import {
  MonthActEnum,
  MonthChangeConnection,
  MonthChangePayload,
  monthChangeView,
  ReopeningEnum,
  type MonthChangeType,
} from "./month.type.js";

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
