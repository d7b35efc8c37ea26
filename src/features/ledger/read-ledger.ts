import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { runQuery } from "../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../gateway/api/paging/connection.js";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { money } from "../../gateway/api/money.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { refOrNull } from "../../gateway/api/relation.js";
import { DateTime, UUID } from "../../gateway/api/scalars.js";
import { statement } from "../../platform/postgres/statement.js";
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

@Resolver(() => LedgerAccountType)
export class ReadLedger {
  @visibleTo("FINANCE")
  @Query(() => LedgerAccountType, { description: "One account at a point in time, with its postings." })
  ledger(
    @Arg("account", () => AccountEnum, { description: "The account." }) account: Account,
    @Arg("ownerId", () => UUID, { nullable: true, description: "Only the account of this contract party." }) ownerId: string | null,
    @Arg("asOf", () => DateTime, { nullable: true, description: "Entries recorded by this instant; now when left out." }) asOf: Date | null,
    @Ctx() ctx: Context,
  ): Promise<LedgerAccountType> {
    return runQuery(ctx, async (tx) => {
      const at = asOf ?? (await clock(tx));
      const { balance, pending } = await balanceOf(tx, account, ownerId ?? null, at);
      return { account, owner: refOrNull("Organisation", ownerId ?? null), asOf: at, balance: money(balance), pending: money(pending) };
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
        await postingsOf(tx, { account: of.account, ownerId: of.owner?.uuid ?? null, asOf: of.asOf, after, limit: first + 1 }),
        first,
        cursor,
        postingView,
      ),
    );
  }

  @visibleTo("FINANCE")
  @Query(() => [LedgerBalanceType], {
    description: "Every account at a point in time; balances sum to zero, and so do the pending amounts.",
  })
  trialBalance(
    @Arg("asOf", () => DateTime, { nullable: true, description: "Entries recorded by this instant; now when left out." }) asOf: Date | null,
    @Ctx() ctx: Context,
  ): Promise<LedgerBalanceType[]> {
    return runQuery(ctx, async (tx) => (await trialBalance(tx, asOf ?? (await clock(tx)))).map(balanceView));
  }
}

const CLOCK = statement("clock", "select clock_moment() + interval '1 millisecond' as now");

/** The end of the current millisecond: entries carry microseconds, a Date does not. */
async function clock(tx: Parameters<typeof balanceOf>[0]): Promise<Date> {
  const [row] = await tx.query(CLOCK.with());
  return row?.now ?? new Date(0);
}
