import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { lockBook, lockMonthAct, monthActById, type MonthActRecord } from "./month.store.js";
import { MonthChangePayload, monthChangeView } from "./month.type.js";

@InputType({ description: "Does, or refuses, what was asked for a month." })
export class DecideMonthChangeInput extends LongKeyedInput {
  @Field(() => ID, { description: "What was asked for." })
  changeId!: string;
  @Field(() => Boolean, { description: "True does it; false refuses it." })
  agree!: boolean;
}

@Resolver()
export class DecideMonthChange {
  @visibleTo("FINANCE")
  @Mutation(() => MonthChangePayload, {
    description:
      "Closes or reopens the month that was asked for. Not by the person who asked. From a closed month on, what concerns one of its days is accounted on the first day of the next open month.",
  })
  async decideMonthChange(
    @Arg("input", () => DecideMonthChangeInput) input: DecideMonthChangeInput,
    @Ctx() ctx: Context,
  ): Promise<MonthChangePayload> {
    const changeId = idOf("AccountingMonthChange", input.changeId, ["input", "changeId"]);
    const keyed = { operation: "decideMonthChange", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "decideMonthChange",
      keyed,
      work: (tx) => decide(ctx, tx, changeId, input.agree, keyed),
      replay: (tx) => monthActById(tx, changeId),
    });
    return { change: result && monthChangeView(result), errors: userErrors(errors), replayed };
  }
}

const DECIDE = statement(
  "decide_month",
  `update accounting_act set state = $2, decided_by = $3, decided_at = clock_moment()
    where id = $1 and state = 'ASKED'`,
);

async function decide(ctx: Context, tx: Tx, id: string, agree: boolean, keyed: IdempotencyKey): Promise<MonthActRecord | null> {
  await lockBook(tx);
  const asked = await lockMonthAct(tx, id);
  const path = ["input", "changeId"];
  if (!asked) throw new Refused([refusal("NOT_FOUND", "There is no such change of a month.", { path, remedy: "Check the id." })]);
  if (asked.state !== "ASKED")
    throw new Refused([
      refusal("MONTH_ACT_DECIDED", "This has been decided already.", { path, remedy: "Ask again, if it is still wanted." }),
    ]);
  if (agree && asked.asked_by === ctx.viewer.subject)
    throw new Refused([
      refusal("FOUR_EYES", "Whoever asked for a month to be closed or reopened does not do it.", {
        path,
        remedy: "Another person has to do this.",
      }),
    ]);
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "decideMonthChange",
          object: "AccountingMonthChange",
          objectId: id,
          outcome: "ALLOWED",
          rule: agree ? asked.act : "REFUSED",
        }),
      ],
      outbox: [
        outboxRow(agree ? "accounting.month-changed" : "accounting.month-refused", id, {
          changeId: id,
          act: asked.act,
        }),
      ],
    },
    [change(DECIDE.with(id, agree ? "DONE" : "REFUSED", ctx.viewer.subject), 1), outcomeOf(ctx.viewer.subject, keyed, { changeId: id })],
  );
  return monthActById(tx, id);
}
