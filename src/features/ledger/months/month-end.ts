import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { money } from "../../../gateway/api/money.js";
import { DateTime, LocalDate, PositiveInt } from "../../../gateway/api/scalars.js";
import { documentPath } from "../../settlement/documents/document-door.js";
import { DocumentFileType } from "../../../vocabulary/document-file.type.js";
import { settledAsOf } from "../as-of.js";
import { monthOf, nextMonth } from "./month.js";
import { generalLedgerCsv, journalCsv } from "./month-csv.js";
import { accountDays, accruedBefore, bookMonths, journalOf, monthTotals, openLineAges, voucherCount } from "./month.store.js";
import { AccountingMonthType, ageView, totalView } from "./month.type.js";

/** Vouchers of one file. */
const PART = 5_000;
const CSV = "text/csv; charset=utf-8";

@Resolver(() => AccountingMonthType)
export class MonthEnd {
  @visibleTo("FINANCE")
  @costs({ own: 50 })
  @Query(() => AccountingMonthType, { description: "The report of one month of the book." })
  accountingMonth(
    @Arg("month", () => LocalDate, { description: "Any day of the month." }) day: string,
    @Arg("asOf", () => DateTime, { nullable: true, description: "Entries recorded by this instant; now when left out." }) asOf: Date | null,
    @Ctx() ctx: Context,
  ): Promise<AccountingMonthType> {
    const month = monthOf(day);
    const next = nextMonth(month);
    const numbers = ctx.services.config.payments.accountNumbers;
    return runQuery(ctx, async (tx) => {
      const cut = { asOf: await settledAsOf(tx, asOf ?? null), month, next };
      const { opensOn } = await bookMonths(tx);
      const accrued = await accruedBefore(tx, cut.asOf, next);
      return {
        month,
        asOf: cut.asOf,
        closed: opensOn !== null && next <= opensOn,
        totals: (await monthTotals(tx, cut.asOf, month, next)).map((row) => totalView(row, numbers[row.account] ?? row.account)),
        accrued: money(accrued.amount),
        accruedCount: accrued.treatments,
        openLines: (await openLineAges(tx)).map(ageView),
        voucherCount: await voucherCount(tx, cut),
        cut,
      };
    });
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => DocumentFileType, {
    description:
      "Its vouchers for the insurer's own system, one line per side, as CSV; with account numbers (LEDGER_ACCOUNT_NUMBERS) and consecutive voucher numbers.",
  })
  journal(
    @Root() { cut }: AccountingMonthType,
    @Arg("part", () => PositiveInt, { defaultValue: 1, description: "Vouchers 1 to 5,000 are part 1, and so on." }) part: number,
    @Ctx() ctx: Context,
  ): DocumentFileType {
    return {
      fileName: `journal-${cut.month.slice(0, 7)}-${part}.csv`,
      mediaType: CSV,
      path: documentPath.month(cut.month, "journal", cut.asOf, part),
      bytes: async () => {
        const rows = await runQuery(ctx, (tx) => journalOf(tx, cut, (part - 1) * PART, part * PART));
        return Buffer.from(journalCsv(cut.month, rows, ctx.services.config.payments.accountNumbers), "utf8");
      },
    };
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => DocumentFileType, {
    description: "Its general ledger as CSV: each account with its balance at the beginning, and what moved on each day.",
  })
  generalLedger(@Root() { cut }: AccountingMonthType, @Ctx() ctx: Context): DocumentFileType {
    return {
      fileName: `general-ledger-${cut.month.slice(0, 7)}.csv`,
      mediaType: CSV,
      path: documentPath.month(cut.month, "general-ledger", cut.asOf, 1),
      bytes: async () => {
        const text = await runQuery(ctx, async (tx) => {
          const totals = await monthTotals(tx, cut.asOf, cut.month, cut.next);
          return generalLedgerCsv(totals, await accountDays(tx, cut), cut.month, ctx.services.config.payments.accountNumbers);
        });
        return Buffer.from(text, "utf8");
      },
    };
  }
}
