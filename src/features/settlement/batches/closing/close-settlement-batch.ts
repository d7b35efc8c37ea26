import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation, runQuery } from "../../../../gateway/api/run-operation.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { Money, money } from "../../../../gateway/api/money.js";
import { LocalDate } from "../../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../../vocabulary/act.type.js";
import { userErrors } from "../../../../vocabulary/user-error.type.js";
import { nextBankDay, yearOf } from "../../../../kernel/calendar.js";
import { present } from "../../../../kernel/invariant.js";
import { refusal, Refused, type Refusal } from "../../../../kernel/refusal.js";
import { auditRow } from "../../../../platform/trail/audit.js";
import { outboxRow } from "../../../../platform/trail/outbox.js";
import { outcomeOf, type IdempotencyKey } from "../../../../platform/idempotency.js";
import { newId } from "../../../../platform/random.js";
import { classify } from "../../../../platform/postgres/database-errors.js";
import { statement } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { change, write } from "../../../../platform/postgres/write.js";
import { BUSY } from "./busy.js";
import { again, endOpenGathering, gatherBatch, gatherInto, isPayable, type Gatherer } from "./gather-batch.js";
import { batchBeingGathered, dueProviders, inPages, lockSettlement, nextSerials, openBatch, type NewBatch } from "./gather.store.js";
import { batchReference } from "../../documents/self-bills/numbering.js";
import { batchById, type BatchRecord } from "../../settlement.store.js";
import { batchView, SettlementBatchType } from "../../settlement.type.js";
import { LeftOutReasonEnum } from "../../settlement-enums.type.js";
import { leftOutOf, type LeftOut } from "./left-out.js";
import { keepTasks } from "../task.store.js";
import { ref, relation, type Ref } from "../../../../gateway/api/relation.js";
import type { LeftOutReason } from "../../settlement-words.js";

@InputType({ description: "Gathers what is payable into a batch." })
export class CloseSettlementBatchInput extends LongKeyedInput {
  @Field(() => LocalDate, { description: "Last day of treatment that is gathered." })
  through!: string;
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

export function leftOutView({ providerId, reason, totalMinor }: LeftOut): LeftOutType {
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
      "Gathers every payable line of a treatment up to a day, one payment per provider, and freezes them, piece by piece: nobody who disputes or books waits for more than a piece. Another person approves.",
  })
  async closeSettlementBatch(
    @Arg("input", () => CloseSettlementBatchInput) input: CloseSettlementBatchInput,
    @Ctx() ctx: Context,
  ): Promise<SettlementBatchPayload> {
    const keyed = { operation: "closeSettlementBatch", key: input.idempotencyKey, input, keepHours: 720 };
    const nemKonto = ctx.services.config.payments.nemKonto !== null;
    const by = { viewer: ctx.viewer, traceId: ctx.traceId, nemKonto };
    const open = () =>
      again(() =>
        runMutation<Opened>(ctx, {
          operation: "closeSettlementBatch",
          keyed,
          work: async (tx) => {
            const opened = await openClosing(by, tx, input.through, keyed);
            if (!("refusal" in opened)) return opened;
            if (opened.refusal === BUSY) throw new GatheredByAnother();
            throw new Refused([opened.refusal]);
          },
          // where nobody could be paid there is no batch, and still something to do
          refused: async (tx) => keepTasks(tx, leftOutOf(await dueProviders(tx, input.through, { nemKonto }))),
          replay: async (tx, stored) => {
            const batch = await batchById(tx, (stored as { batchId: string }).batchId);
            return batch && { batch, leftOut: [] };
          },
        }),
      );
    try {
      const {
        result: opened,
        errors,
        replayed,
      } = await open().catch(async (error: unknown) => {
        if (!(error instanceof GatheredByAnother)) throw error;
        await endOpenGathering(ctx.database, by);
        return open();
      });
      const result = opened?.batch ?? null;
      if (result?.state !== "GATHERING")
        return {
          batch: result && batchView(result),
          leftOut: (opened?.leftOut ?? []).map(leftOutView),
          errors: userErrors(errors),
          replayed,
        };
      const leftOut = await gatherBatch(ctx.database, by, result);
      const closed = await runQuery(ctx, (tx) => batchById(tx, result.id));
      if (closed?.payment_count === 0)
        return { batch: null, leftOut: leftOut.map(leftOutView), errors: userErrors([nothingDue(leftOut.length)]), replayed };
      return { batch: closed && batchView(closed), leftOut: leftOut.map(leftOutView), errors: [], replayed };
    } catch (error) {
      if (error instanceof Refused || error instanceof GatheredByAnother || classify(error).kind === "TIMEOUT")
        return { batch: null, leftOut: [], errors: userErrors([BUSY]), replayed: false };
      throw error;
    }
  }
}

/** Another batch is being gathered, or was when its gateway died: whoever comes helps to end it first. */
class GatheredByAnother extends Error {
  override readonly name = "GatheredByAnother";
}

/** Closed where one piece held all of it, else being gathered, piece by piece (gatherBatch). */
export type Opened = { readonly batch: BatchRecord; readonly leftOut: readonly LeftOut[] };

/**
 * Opens the batch, and keeps its id with the key: the same request again goes on where the first one ended, whatever became of its
 * gateway. What is one piece is gathered at once, in this transaction. Refused where nothing can be paid.
 */
export async function openClosing(
  { viewer, traceId, nemKonto, linesPerPiece }: Gatherer,
  tx: Tx,
  through: string,
  keyed: IdempotencyKey,
): Promise<Opened | { readonly refusal: Refusal }> {
  await lockSettlement(tx);
  // somebody has begun another since we looked
  if (await batchBeingGathered(tx)) return { refusal: BUSY };
  const due = await dueProviders(tx, through, { nemKonto });
  const leftOut = leftOutOf(due);
  if (leftOut.length === due.length) return { refusal: nothingDue(leftOut.length) };
  const serials = await nextSerials(tx);
  const batch: NewBatch = {
    id: newId(),
    reference: batchReference(yearOf(serials.today), serials.batch),
    through,
    executionOn: nextBankDay(serials.today),
    closedBy: viewer.subject,
  };
  await openBatch(tx, batch);
  const payable = due.filter(isPayable);
  const whole = inPages(payable, ({ lines }) => lines, linesPerPiece).length === 1;
  const into = { id: batch.id, reference: batch.reference, payment_count: 0, through_on: through, execution_on: batch.executionOn };
  const gathered = whole ? await gatherInto(tx, into, payable) : null;
  if (gathered) await keepTasks(tx, leftOut);
  await write(
    tx,
    {
      audit_event: [
        auditRow(viewer, traceId, { operation: "closeSettlementBatch", object: "SettlementBatch", objectId: batch.id, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow(gathered ? "settlement.closed" : "settlement.opened", batch.id, { batchId: batch.id })],
    },
    [
      ...(gathered ? [change(CLOSE_AT_ONCE.with(batch.id, gathered.lines, gathered.payments, gathered.totalMinor), 1)] : []),
      outcomeOf(viewer.subject, keyed, { batchId: batch.id }),
    ],
  );
  return { batch: present(await batchById(tx, batch.id), "a batch that was opened is there"), leftOut: gathered ? leftOut : [] };
}

const CLOSE_AT_ONCE = statement(
  "batch_close_at_once",
  `update settlement_batch set state = 'CLOSED', line_count = $2, payment_count = $3, total_minor = $4,
     closed_at = clock_now()
    where id = $1 and state = 'GATHERING'`,
);

function nothingDue(leftOut: number): ReturnType<typeof refusal> {
  const more =
    leftOut > 0
      ? ` ${leftOut} providers could not be paid: their account is missing, invalid or blocked, or corrections take back more than is owed.`
      : "";
  return refusal("NOTHING_DUE", `No line is payable up to this day.${more}`, {
    path: ["input", "through"],
    rule: "SET-ATTENDED-ONLY",
    remedy: "Lines become payable when the dispute window after the treatment has passed.",
  });
}
