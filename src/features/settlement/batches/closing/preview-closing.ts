import { Arg, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../../gateway/admission/cost.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { Money, money } from "../../../../gateway/api/money.js";
import { ref, relation, type Ref } from "../../../../gateway/api/relation.js";
import { runQuery } from "../../../../gateway/api/run-operation.js";
import { LocalDate, NonNegativeInt } from "../../../../gateway/api/scalars.js";
import { nextBankDay } from "../../../../kernel/calendar.js";
import { danishToday } from "../../payments/export.store.js";
import { LeftOutType, leftOutView } from "./close-settlement-batch.js";
import { dueProviders } from "./gather.store.js";
import { leftOutOf } from "./left-out.js";

/** More are counted and not listed. */
const MOST = 100;

@visibleTo("FINANCE")
@ObjectType("DuePayment", { description: "What one company would be paid.", simpleResolvers: true })
export class DuePaymentType {
  @relation("Organisation", { description: "The contract party." })
  organisation!: Ref;
  @Field(() => NonNegativeInt, { description: "Lines it would pay." })
  lineCount!: number;
  @Field(() => Money, { description: "Their sum; nothing where as much is taken back as is owed." })
  total!: Money;
}

@visibleTo("FINANCE")
@ObjectType("ClosingPreview", { description: "What closing a batch now would gather. Nothing is held by it.", simpleResolvers: true })
export class ClosingPreviewType {
  @Field(() => LocalDate, { description: "Last day of treatment that would be gathered." })
  through!: string;
  @Field(() => LocalDate, { description: "Bank day on which the money would move." })
  executionOn!: string;
  @Field(() => NonNegativeInt, { description: "Lines that would be paid." })
  lineCount!: number;
  @Field(() => NonNegativeInt, { description: "Companies that would be paid." })
  paymentCount!: number;
  @Field(() => Money, { description: "Sum of the payments." })
  total!: Money;
  @Field(() => [DuePaymentType], { description: "The payments, the largest first; up to 100." })
  payments!: readonly DuePaymentType[];
  @Field(() => [LeftOutType], { description: "Who could not be paid, and why; up to 100." })
  leftOut!: readonly LeftOutType[];
}

@Resolver()
export class PreviewClosing {
  @visibleTo("FINANCE")
  @costs({ own: 20 })
  @Query(() => ClosingPreviewType, {
    description: "What closeSettlementBatch would gather if it were asked now: to look at before it is pressed.",
  })
  async closingPreview(
    @Arg("through", () => LocalDate, { description: "Last day of treatment." }) through: string,
    @Ctx() ctx: Context,
  ): Promise<ClosingPreviewType> {
    const nemKonto = ctx.services.config.payments.nemKonto !== null;
    const { due, today } = await runQuery(ctx, async (tx) => ({
      due: await dueProviders(tx, through, { nemKonto }),
      today: await danishToday(tx),
    }));
    const leftOut = leftOutOf(due);
    const out = new Set(leftOut.map(({ providerId }) => providerId));
    const paid = due.filter(({ providerId }) => !out.has(providerId)).sort((a, b) => (a.totalMinor < b.totalMinor ? 1 : -1));
    return {
      through,
      executionOn: nextBankDay(today.today),
      lineCount: paid.reduce((sum, { lines }) => sum + lines, 0),
      paymentCount: paid.length,
      total: money(paid.reduce((sum, { totalMinor }) => sum + totalMinor, 0n)),
      payments: paid.slice(0, MOST).map(({ providerId, lines, totalMinor }) => ({
        organisation: ref("Organisation", providerId),
        lineCount: lines,
        total: money(totalMinor),
      })),
      leftOut: leftOut.slice(0, MOST).map(leftOutView),
    };
  }
}
