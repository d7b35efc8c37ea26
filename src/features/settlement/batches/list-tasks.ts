import { Args, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { connection, connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, NonNegativeInt } from "../../../gateway/api/scalars.js";
import { LeftOutReasonEnum } from "../settlement-enums.type.js";
import type { LeftOutReason } from "../settlement-words.js";
import { openTasks, type TaskRecord } from "./task.store.js";

@visibleTo("FINANCE", "NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("SettlementTask", {
  description: "A company that was left out when a batch was closed. Done by itself when a closing no longer leaves it out for this.",
  simpleResolvers: true,
})
export class SettlementTaskType {
  @relation("Organisation", { description: "The company." })
  organisation!: Ref;
  @Field(() => LeftOutReasonEnum, { description: "Why it was not paid." })
  reason!: LeftOutReason;
  @Field(() => NonNegativeInt, { description: "Lines that wait." })
  lineCount!: number;
  @Field(() => Money, { description: "Their sum; nothing or less where as much is taken back as is owed." })
  total!: Money;
  @Field(() => DateTime, { description: "When it was first left out for this." })
  raisedAt!: Date;
}

const TaskConnection = connectionOf("SettlementTask", () => SettlementTaskType);
const LIST = "settlement tasks";

@Resolver()
export class ListTasks {
  @visibleTo("FINANCE", "NETWORK_MANAGER", "CLINIC_STAFF", "CLINIC_SYSTEM")
  @Query(() => TaskConnection, {
    description: "Companies that could not be paid, the oldest first, until they can be. A clinic sees its own only.",
  })
  settlementTasks(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context): Promise<Connection<SettlementTaskType>> {
    const first = pageSize(page.first);
    const after = idAfter(LIST, page.after);
    return runQuery(ctx, async (tx) => connection(await openTasks(tx, after, first + 1), first, (task) => idCursor(LIST, task.id), view));
  }
}

function view(task: TaskRecord): SettlementTaskType {
  return {
    organisation: ref("Organisation", task.provider_id),
    reason: task.reason,
    lineCount: task.line_count,
    total: money(task.total_minor),
    raisedAt: task.raised_at,
  };
}
