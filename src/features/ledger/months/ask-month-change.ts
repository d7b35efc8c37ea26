import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import type { MonthAct, Reopening } from "../ledger-words.js";
import { monthOf, monthRefusals } from "./month.js";
import { bookMonths, monthActById, type MonthActRecord } from "./month.store.js";
import { MonthActEnum, MonthChangePayload, monthChangeView, ReopeningEnum } from "./month.type.js";

@InputType({ description: "Asks for a month of the book to be closed or reopened." })
export class AskMonthChangeInput extends LongKeyedInput {
  @Field(() => LocalDate, { description: "Any day of the month." })
  month!: string;
  @Field(() => MonthActEnum, { description: "What is to be done to it." })
  act!: MonthAct;
  @Field(() => ReopeningEnum, { nullable: true, description: "Why it is reopened; left out where it is closed." })
  reason?: Reopening | null;
}

@Resolver()
export class AskMonthChange {
  @visibleTo("FINANCE")
  @Mutation(() => MonthChangePayload, {
    description: "Asks for a month to be closed, or the last closed one to be reopened. Another person decides.",
  })
  async askMonthChange(
    @Arg("input", () => AskMonthChangeInput) input: AskMonthChangeInput,
    @Ctx() ctx: Context,
  ): Promise<MonthChangePayload> {
    const keyed = { operation: "askMonthChange", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "askMonthChange",
      keyed,
      work: (tx) => ask(ctx, tx, input, keyed),
      replay: (tx, stored) => monthActById(tx, (stored as { changeId: string }).changeId),
    });
    return { change: result && monthChangeView(result), errors: userErrors(errors), replayed };
  }
}

async function ask(ctx: Context, tx: Tx, input: AskMonthChangeInput, keyed: IdempotencyKey): Promise<MonthActRecord | null> {
  const book = await bookMonths(tx);
  const month = monthOf(input.month);
  const refusals = monthRefusals({ month, act: input.act, hasReason: input.reason != null }, book);
  if (refusals.length > 0) throw new Refused(refusals);
  const id = newId();
  await write(
    tx,
    {
      accounting_act: [
        {
          id,
          month,
          act: input.act,
          reason: input.reason ?? null,
          state: "ASKED",
          asked_by: ctx.viewer.subject,
          asked_at: book.now.toISOString(),
        },
      ],
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "askMonthChange",
          object: "AccountingMonthChange",
          objectId: id,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("accounting.month-asked", id, { changeId: id, act: input.act })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { changeId: id })],
  );
  return monthActById(tx, id);
}
