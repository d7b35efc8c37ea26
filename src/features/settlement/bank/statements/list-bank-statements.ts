import { Args, Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../../gateway/api/run-operation.js";
import { connection, connectionOf, type Connection } from "../../../../gateway/api/paging/connection.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { Money, money } from "../../../../gateway/api/money.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../../gateway/api/paging/page.js";
import { LocalDate, NonNegativeInt } from "../../../../gateway/api/scalars.js";
import { DifferenceReasonEnum } from "../bank-enums.type.js";
import type { DifferenceReason } from "../bank-words.js";
import { reconcile } from "./reconciliation.js";
import { reconciledStatements, type ReconciledStatement } from "./reconciliation.store.js";

@visibleTo("FINANCE")
@ObjectType("BalanceDifference", { description: "A part of what the bank's balance differs from the book's.", simpleResolvers: true })
export class BalanceDifferenceType {
  @Field(() => DifferenceReasonEnum, { description: "Where it comes from." })
  reason!: DifferenceReason;
  @Field(() => Money, { description: "By how much it makes the bank's balance larger than the book's." })
  amount!: Money;
}

@visibleTo("FINANCE")
@ObjectType("BankStatement", {
  description: "A statement of the payer's account (camt.053), reconciled with the book.",
  simpleResolvers: true,
})
export class BankStatementType {
  @Field(() => String, { description: "The bank's number of the statement." })
  reference!: string;
  @Field(() => String, { description: "The account as the statement writes it." })
  account!: string;
  @Field(() => LocalDate, { description: "Its first day." })
  openingOn!: string;
  @Field(() => LocalDate, { description: "Its last day." })
  closingOn!: string;
  @Field(() => Money, { description: "Balance at its beginning, by the bank." })
  opening!: Money;
  @Field(() => Money, { description: "Balance at its end, by the bank." })
  closing!: Money;
  @Field(() => Money, { description: "Balance of the account at the end of that day, by the book." })
  book!: Money;
  @Field(() => Money, { description: "The bank's balance less the book's; 0 when they agree." })
  difference!: Money;
  @Field(() => [BalanceDifferenceType], { description: "All of the difference, by where it comes from; empty when they agree." })
  explained!: readonly BalanceDifferenceType[];
  @Field(() => NonNegativeInt, { description: "Booked entries." })
  entryCount!: number;
  @Field(() => Money, { description: "Charges that the bank took, entered as such." })
  charges!: Money;
  @Field(() => Money, { description: "Interest, entered as such: positive where the bank paid it." })
  interest!: Money;
  @Field(() => Money, { description: "Its movements that stand in SUSPENSE because nobody has resolved them yet." })
  unexplained!: Money;
  @Field(() => NonNegativeInt, { description: "Open exceptions that these movements are listed in." })
  openExceptions!: number;
}

const BankStatementConnection = connectionOf("BankStatement", () => BankStatementType);
const LIST = "bank-statements";

function statementView(row: ReconciledStatement): BankStatementType {
  const { closingMinor, bookMinor, differenceMinor, explained } = reconcile(row);
  return {
    reference: row.statement_reference,
    account: row.account,
    openingOn: row.opening_on ?? row.closing_on,
    closingOn: row.closing_on,
    opening: money(row.opening_minor ?? 0n),
    closing: money(closingMinor),
    book: money(bookMinor),
    difference: money(differenceMinor),
    explained: explained.map(({ reason, amountMinor }) => ({ reason, amount: money(amountMinor) })),
    entryCount: row.entry_count,
    charges: money(row.charges),
    interest: money(row.interest),
    unexplained: money(row.unexplained),
    openExceptions: row.exceptions,
  };
}

@Resolver()
export class ListBankStatements {
  @visibleTo("FINANCE")
  @Query(() => BankStatementConnection, {
    description: "Statements of the payer's account, the latest first, each reconciled with the book as it now stands.",
  })
  bankStatements(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context): Promise<Connection<BankStatementType>> {
    const first = pageSize(args.first);
    const key = args.after ? decodeCursor(LIST, ["day", "uuid"], args.after) : null;
    const after = key ? { closingOn: String(key[0]), id: String(key[1]) } : null;
    return runQuery(ctx, async (tx) =>
      connection(await reconciledStatements(tx, after, first + 1), first, (s) => encodeCursor(LIST, [s.closing_on, s.id]), statementView),
    );
  }
}
