import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { OrganisationType } from "../../network/clinic.type.js";
import { accountChanges, accountsOf } from "./account-change.store.js";
import {
  AccountChangeConnection,
  AccountChangeStateEnum,
  accountChangeView,
  accountView,
  ProviderAccountType,
  type ProviderAccountChangeType,
} from "./account-change.type.js";
import type { AccountChangeState } from "./account-words.js";

const LIST = "account changes";

@Resolver()
export class ListAccountChanges {
  @visibleTo("FINANCE", "NETWORK_MANAGER", "CLINIC_STAFF")
  @Query(() => AccountChangeConnection, {
    description: "Accounts that were stated, the latest first, with what became of each. A clinic sees its own company's only.",
  })
  accountChanges(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("state", () => AccountChangeStateEnum, { nullable: true, description: "Only those that stand so." })
    state: AccountChangeState | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ProviderAccountChangeType>> {
    const first = pageSize(page.first);
    const after = idAfter(LIST, page.after);
    return runQuery(ctx, async (tx) =>
      connection(await accountChanges(tx, state ?? null, after, first + 1), first, (c) => idCursor(LIST, c.id), accountChangeView),
    );
  }
}

@Resolver(() => OrganisationType)
export class AccountOfOrganisation {
  @visibleTo("FINANCE", "NETWORK_MANAGER", "CLINIC_STAFF")
  @FieldResolver(() => ProviderAccountType, {
    nullable: true,
    description: "The account that it is paid to; null where it has none. A clinic sees its own company's only.",
  })
  async account(@Root() organisation: OrganisationType, @Ctx() ctx: Context): Promise<ProviderAccountType | null> {
    const [row] = await rowsOf(ctx, idOf("Organisation", organisation.id), { key: ["account"], read: accountsOf });
    return row ? accountView(row) : null;
  }
}
