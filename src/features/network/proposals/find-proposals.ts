import { Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo, withoutPurpose } from "../../../gateway/api/guard.js";
import { decodeCursor, encodeCursor, PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ProposalKindEnum, ProposalStateEnum } from "../network-enums.type.js";
import { proposalsOf } from "./proposal.store.js";
import { ProposalConnection, proposalView, type ProposalType } from "./proposal.type.js";

@ArgsType()
export class ProposalsArgs extends PageArgs {
  @Field(() => ProposalStateEnum, { nullable: true, description: "Only those that stand so." })
  state?: string | null;
  @Field(() => ProposalKindEnum, { nullable: true, description: "Only those about this." })
  kind?: string | null;
}

const LIST = "proposals";

@Resolver()
export class FindProposals {
  @withoutPurpose()
  @visibleTo("NETWORK_MANAGER")
  @Query(() => ProposalConnection, { description: "What waits for a second person, and what was decided; the latest first." })
  async proposals(@Args(() => ProposalsArgs) args: ProposalsArgs, @Ctx() ctx: Context): Promise<Connection<ProposalType>> {
    const first = pageSize(args.first);
    const after = args.after == null ? null : String(decodeCursor(LIST, ["uuid"], args.after)[0]);
    const rows = await runQuery(ctx, (tx) => proposalsOf(tx, args.state ?? null, args.kind ?? null, after, first + 1));
    return connection(rows, first, (row) => encodeCursor(LIST, [row.id]), proposalView);
  }
}
