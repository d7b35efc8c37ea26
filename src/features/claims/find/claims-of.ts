/** Claims found on the member they are about and the cover they rest on. */
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { connection, type Connection } from "../../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../../gateway/api/paging/id-cursor.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../../../gateway/api/paging/page.js";
import { MemberType, PolicyType } from "../../members/member.type.js";
import type { Cover, Service } from "../../../rules/codes.js";
import { CoverEnum, ServiceCodeEnum } from "../../../vocabulary/rules.type.js";
import { fittingCovers } from "../case-file/member-file.js";
import { ClaimStateEnum } from "../claim-enums.type.js";
import { ClaimConnection, claimView, type ClaimType } from "../claim.type.js";
import { claimsOf, type ClaimParent } from "./claims-of.store.js";
import { seenClaims } from "./find-claim.js";

@ArgsType()
export class ClaimsOfArgs extends PageArgs {
  @Field(() => [ClaimStateEnum], { nullable: true, description: "Only those that stand so." })
  states?: string[] | null;
}

async function pageOf(
  ctx: Context,
  of: ClaimParent,
  id: string,
  { first, after, states = null }: ClaimsOfArgs,
): Promise<Connection<ClaimType>> {
  const size = pageSize(first);
  const list = `claims of ${of}`;
  const place = idAfter(list, after);
  const rows = await rowsOf(ctx, idOf(of, id), {
    key: [list, states, place, size],
    read: (tx, parents) => claimsOf(tx, of, parents, states, place, size + 1),
    shown: size,
    seen: (shown) => seenClaims("claims", shown),
  });
  return connection(rows, size, (claim) => idCursor(list, claim.id), claimView);
}

@Resolver(() => MemberType)
export class ClaimsOfMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ClaimConnection, { description: "The member's claims, newest first." })
  claims(@Root() member: MemberType, @Args(() => ClaimsOfArgs) args: ClaimsOfArgs, @Ctx() ctx: Context): Promise<Connection<ClaimType>> {
    return pageOf(ctx, "Member", member.id, args);
  }
}

@Resolver(() => PolicyType)
export class ClaimsOfPolicy {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [CoverEnum], {
    description: "Covers of the policy that include a treatment, the base cover first: where there are several, a report may name one.",
  })
  coversFor(
    @Root() { product, options }: PolicyType,
    @Arg("service", () => ServiceCodeEnum, { description: "The treatment." }) service: Service,
  ): Cover[] {
    return fittingCovers({ product, optional: options }, service);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ClaimConnection, { description: "Claims that rest on it, newest first." })
  claims(@Root() policy: PolicyType, @Args(() => ClaimsOfArgs) args: ClaimsOfArgs, @Ctx() ctx: Context): Promise<Connection<ClaimType>> {
    return pageOf(ctx, "Policy", policy.id, args);
  }
}
