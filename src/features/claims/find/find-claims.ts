import { ArrayMaxSize } from "class-validator";
import { Arg, Args, Ctx, Field, ID, InputType, FieldResolver, Query, Resolver } from "type-graphql";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { ViewerType } from "../../members/read-viewer.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { claimsBy } from "../claim.store.js";
import { ClaimConnection, claimView, type ClaimType } from "../claim.type.js";
import { seenClaims } from "./find-claim.js";
import { ClaimStateEnum } from "../claim-enums.type.js";
import { ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { PromiseStateEnum } from "../../promise/promise-enums.type.js";

@InputType({ description: "Which claims; everything given must hold." })
export class ClaimFilterInput {
  @Field(() => ID, { nullable: true, description: "Of this member." })
  memberId?: string | null;
  @Field(() => String, { nullable: true, description: "With this reference, e.g. C-1004." })
  reference?: string | null;
  @Field(() => [ClaimStateEnum], { nullable: true, description: "In one of these states." })
  states?: string[] | null;
  @ArrayMaxSize(40)
  @Field(() => [ServiceCodeEnum], { nullable: true, description: "For one of these treatments." })
  services?: string[] | null;
  @Field(() => [PromiseStateEnum], { nullable: true, description: "Whose promise is in one of these states." })
  promiseStates?: string[] | null;
}

const LIST = "claims";

@Resolver()
export class FindClaims {
  @visibleTo("MEMBER", "HEALTH_TEAM", "INTEGRATION")
  @Query(() => ClaimConnection, {
    description: "Claims you may see, newest first: one's own and those of children in one's custody, all for the health team.",
  })
  claims(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ClaimFilterInput, { nullable: true, description: "Which ones; all when left out." })
    filter: ClaimFilterInput | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClaimType>> {
    return find(ctx, page, filter);
  }
}

@Resolver(() => ViewerType)
export class ClaimsOfViewer {
  @visibleTo("MEMBER")
  @FieldResolver(() => ClaimConnection, { description: "The viewer's claims and those of children in their custody, newest first." })
  claims(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ClaimFilterInput, { nullable: true, description: "Which ones; all when left out." })
    filter: ClaimFilterInput | null,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClaimType>> {
    return find(ctx, page, filter);
  }
}

async function find(ctx: Context, { first, after }: PageArgs, filter: ClaimFilterInput | null | undefined): Promise<Connection<ClaimType>> {
  requirePurpose(ctx);
  const size = pageSize(first);
  const { memberId, ...rest } = filter ?? {};
  const wanted = {
    ...rest,
    memberId: memberId ? idOf("Member", memberId, ["filter", "memberId"]) : null,
    after: idAfter(LIST, after),
    limit: size + 1,
  };
  const rows = await runQuery(
    ctx,
    (tx) => claimsBy(tx, wanted),
    (found) => seenClaims("claims", found.slice(0, size)),
  );
  return connection(rows, size, ({ id }) => idCursor(LIST, id), claimView);
}
