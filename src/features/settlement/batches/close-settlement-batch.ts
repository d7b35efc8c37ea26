import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { nextBankDay, yearOf } from "../../../kernel/calendar.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import { classify } from "../../../platform/postgres/database-errors.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import {
  dueProviders,
  gatherPayments,
  inPages,
  lockSettlement,
  nextSerials,
  openBatch,
  type DueProvider,
  type NewBatch,
} from "./gather.store.js";
import { batchReference, endToEndId } from "../documents/numbering.js";
import { batchById, type BatchRecord } from "../settlement.store.js";
import { batchView, SettlementBatchType } from "../settlement.type.js";
import { LeftOutReasonEnum } from "../settlement-enums.type.js";
import { leftOutOf, notPayable, type LeftOut } from "./left-out.js";
import { keepTasks } from "./task.store.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import type { LeftOutReason } from "../settlement-words.js";

@InputType({ description: "Gathers what is payable into a batch." })
export class CloseSettlementBatchInput extends LongKeyedInput {
  @Field(() => LocalDate, { description: "Last day of treatment that is gathered." })
  until!: string;
}

@visibleTo("FINANCE")
@ObjectType("LeftOut", { description: "A provider whose lines stay payable.", simpleResolvers: true })
export class LeftOutType {
  @relation("Organisation", { description: "The contract party." })
  organisation!: Ref;
  @Field(() => LeftOutReasonEnum, { description: "Why." })
  reason!: LeftOutReason;
  @Field(() => Money, { description: "Sum of its lines; nothing or less where as much is taken back as is owed." })
  total!: Money;
}

function leftOutView({ providerId, reason, totalMinor }: LeftOut): LeftOutType {
  return { organisation: ref("Organisation", providerId), reason, total: money(totalMinor) };
}

@visibleTo("FINANCE")
@ObjectType({ description: "The batch, or every reason why not." })
export class SettlementBatchPayload extends ActPayload {
  @Field(() => SettlementBatchType, { nullable: true, description: "The batch as it now stands; null when it was refused." })
  batch!: SettlementBatchType | null;
  @Field(() => [LeftOutType], {
    description: "Providers that could not be paid now; their lines stay payable. Not repeated when a request is repeated.",
  })
  leftOut!: readonly LeftOutType[];
}

@Resolver()
export class CloseSettlementBatch {
  @visibleTo("FINANCE")
  @Mutation(() => SettlementBatchPayload, {
    description:
      "Gathers every payable line of a treatment up to a day, one payment per provider, and freezes them. Another person approves.",
  })
  async closeSettlementBatch(
    @Arg("input", () => CloseSettlementBatchInput) input: CloseSettlementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const keyed = { operation: "closeSettlementBatch", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "closeSettlementBatch",
      keyed,
      work: (tx) => closeBatch(ctx, tx, input.until, keyed),
      // where nobody could be paid there is no batch, and still something to do
      refused: async (tx) => keepTasks(tx, leftOutOf(await dueProviders(tx, input.until))),
      replay: async (tx, stored) => {
        const batch = await batchById(tx, (stored as { batchId: string }).batchId);
        return batch && { batch, leftOut: [] };
      },
    });
    return {
      batch: result && batchView(result.batch),
      leftOut: (result?.leftOut ?? []).map(leftOutView),
      errors: userErrors(errors),
      replayed,
    };
  }
}

export type ClosedBatch = { readonly batch: BatchRecord; readonly leftOut: readonly LeftOut[] };

const TOTAL_BATCH = statement(
  "total_batch",
  "update settlement_batch set line_count = $2, payment_count = $3, total_minor = $4 where id = $1",
);

/** Everything or nothing: a gateway that dies in the middle leaves the lines payable and no batch. */
export async function closeBatch(
  ctx: Pick<Context, "viewer" | "traceId">,
  tx: Tx,
  until: string,
  keyed: IdempotencyKey,
): Promise<ClosedBatch | null> {
  await lockSettlement(tx);
  const due = await dueProviders(tx, until);
  const leftOut = leftOutOf(due);
  const payable = due.filter((provider) => notPayable(provider) === null);
  if (payable.length === 0) throw new Refused([nothingDue(leftOut.length)]);
  const serials = await nextSerials(tx);
  const batch: NewBatch = {
    id: newId(),
    reference: batchReference(yearOf(serials.today), serials.batch),
    until,
    executionOn: nextBankDay(serials.today),
    closedBy: ctx.viewer.subject,
  };
  await openBatch(tx, batch);
  const total = await refusingWhatChanged(gatherAll(tx, batch, payable));
  await keepTasks(tx, leftOut);
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "closeSettlementBatch",
          object: "SettlementBatch",
          objectId: batch.id,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("settlement.closed", batch.id, { batchId: batch.id })],
    },
    [
      change(TOTAL_BATCH.with(batch.id, total.lines, total.payments, total.minor), 1),
      outcomeOf(ctx.viewer.subject, keyed, { batchId: batch.id }),
    ],
  );
  const closed = await batchById(tx, batch.id);
  return closed && { batch: closed, leftOut };
}

async function gatherAll(
  tx: Tx,
  batch: NewBatch,
  payable: readonly DueProvider[],
): Promise<{ lines: number; payments: number; minor: bigint }> {
  const total = { lines: 0, payments: 0, minor: 0n };
  for (const page of inPages(payable, (p) => p.lines)) {
    const payments = page.map((provider, i) => ({
      id: newId(),
      provider_id: provider.providerId,
      end_to_end_id: endToEndId(batch.reference, total.payments + i + 1),
      payee_name: provider.name,
      // whoever has no account was left out
      registration_number: provider.account?.registrationNumber ?? "",
      account_number: provider.account?.accountNumber ?? "",
      iban: provider.account?.iban ?? null,
    }));
    const gathered = await gatherPayments(tx, batch, payments);
    // a member disputed all that a provider had between looking and taking: its number would be a gap
    if (gathered.payments !== payments.length) throw new Refused([BUSY]);
    total.lines += gathered.lines;
    total.payments += gathered.payments;
    total.minor += gathered.totalMinor;
  }
  return total;
}

/** A dispute took away what made a payment more than nothing: the same as one that took away all of it. */
async function refusingWhatChanged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (classify(error).constraint === "payment_amount_is_not_negative") throw new Refused([BUSY]);
    throw error;
  }
}

function nothingDue(leftOut: number): ReturnType<typeof refusal> {
  const more =
    leftOut > 0
      ? ` ${leftOut} providers could not be paid: their account is missing, invalid or blocked, or corrections take back more than is owed.`
      : "";
  return refusal("NOTHING_DUE", `No line is payable up to this day.${more}`, {
    path: ["input", "until"],
    rule: "SET-ATTENDED-ONLY",
    remedy: "Lines become payable when the dispute window after the treatment has passed.",
  });
}

export const BUSY = refusal("BUSY", "A line changed while it was gathered; nothing was changed by this request.", {
  remedy: "Send the same request again with the same idempotency key.",
  retryable: true,
});
