/** Claims found on the member they are about. */
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { connection, type Connection } from "../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../gateway/api/paging/page.js";
import { MemberType } from "../members/member.type.js";
import { ClaimStateEnum } from "./claim-enums.type.js";
import { ClaimConnection, claimView, type ClaimType } from "./claim.type.js";
import { claimsOfMembers } from "./claims-of.store.js";
import { seenClaims } from "./find-claim.js";

const LIST = "claims of member";

@ArgsType()
export class ClaimsOfArgs extends PageArgs {
  @Field(() => [ClaimStateEnum], { nullable: true, description: "Only those that stand so." })
  states?: string[] | null;
}

@Resolver(() => MemberType)
export class ClaimsOfMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ClaimConnection, { description: "The member's claims, newest first." })
  async claims(
    @Root() member: MemberType,
    @Args(() => ClaimsOfArgs) { first, after, states = null }: ClaimsOfArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ClaimType>> {
    const size = pageSize(first);
    const place = idAfter(LIST, after);
    const rows = await rowsOf(ctx, idOf("Member", member.id), {
      key: [LIST, states, place, size],
      read: (tx, members) => claimsOfMembers(tx, members, states, place, size + 1),
      shown: size,
      seen: (shown) => seenClaims("claims", shown),
    });
    return connection(rows, size, ({ id }) => idCursor(LIST, id), claimView);
  }
}
