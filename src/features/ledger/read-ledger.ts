import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { runQuery } from "../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { money } from "../../gateway/api/money.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { refOrNull } from "../../gateway/api/relation.js";
import { DateTime, LocalDate, UUID } from "../../gateway/api/scalars.js";
import { settledAsOf } from "./as-of.js";
import type { Account } from "./entry.js";
import { AccountEnum } from "./ledger-enums.type.js";
import { balanceOf, postingsOf, trialBalance, type LedgerRow } from "./ledger.store.js";
import {
  LedgerAccountType,
  LedgerBalanceType,
  LedgerPostingConnection,
  balanceView,
  postingView,
  type LedgerPostingType,
} from "./ledger.type.js";

const LIST = "ledger";
/** A balance is a sum over the book. */
const WHOLE_BOOK = 15;

@Resolver(() => LedgerAccountType)
export class ReadLedger {
  @visibleTo("FINANCE")
  @costs({ own: WHOLE_BOOK })
  @Query(() => LedgerAccountType, { description: "One account at a point in time, with its postings." })
  ledger(
    @Arg("account", () => AccountEnum, { description: "The account." }) account: Account,
    @Arg("ownerId", () => UUID, { nullable: true, description: "Only the account of this contract party." }) ownerId: string | null,
    @Arg("asOf", () => DateTime, { nullable: true, description: "Entries recorded by this instant; now when left out." }) asOf: Date | null,
    @Arg("through", () => LocalDate, { nullable: true, description: "Entries accounted up to and on this day; all when left out." })
    through: string | null,
    @Ctx() ctx: Context,
  ): Promise<LedgerAccountType> {
    return runQuery(ctx, async (tx) => {
      const cut = { asOf: await settledAsOf(tx, asOf ?? null), through: through ?? null };
      const { balance, pending } = await balanceOf(tx, account, ownerId ?? null, cut);
      return { account, owner: refOrNull("Organisation", ownerId ?? null), ...cut, balance: money(balance), pending: money(pending) };
    });
  }

  @visibleTo("FINANCE")
  @FieldResolver(() => LedgerPostingConnection, { description: "The account's postings, the latest first." })
  postings(
    @Root() of: LedgerAccountType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<LedgerPostingType>> {
    const first = pageSize(page.first);
    const key = page.after ? decodeCursor(LIST, ["instant", "uuid"], page.after) : null;
    const after = key ? { at: String(key[0]), id: String(key[1]) } : null;
    const cursor = (row: LedgerRow): string => encodeCursor(LIST, [row.recorded_at.toISOString(), row.id]);
    return runQuery(ctx, async (tx) =>
      connection(
        await postingsOf(tx, {
          account: of.account,
          ownerId: of.owner?.uuid ?? null,
          asOf: of.asOf,
          through: of.through,
          after,
          limit: first + 1,
        }),
        first,
        cursor,
        postingView,
      ),
    );
  }

  @visibleTo("FINANCE")
  @costs({ own: WHOLE_BOOK })
  @Query(() => [LedgerBalanceType], {
    description: "Every account at a point in time; balances sum to zero, and so do the pending amounts.",
  })
  trialBalance(
    @Arg("asOf", () => DateTime, { nullable: true, description: "Entries recorded by this instant; now when left out." }) asOf: Date | null,
    @Arg("through", () => LocalDate, { nullable: true, description: "Entries accounted up to and on this day; all when left out." })
    through: string | null,
    @Ctx() ctx: Context,
  ): Promise<LedgerBalanceType[]> {
    return runQuery(ctx, async (tx) => {
      const cut = { asOf: await settledAsOf(tx, asOf ?? null), through: through ?? null };
      return (await trialBalance(tx, cut)).map(balanceView);
    });
  }
}
