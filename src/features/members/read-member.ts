import DataLoader from "dataloader";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Policy } from "../../../schema/rows.js";
import { runQuery } from "../../gateway/api/run-operation.js";
import { loader, type Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { idOf } from "../../gateway/api/node.js";
import { personalNodesBy } from "../../gateway/api/nodes.js";
import { costs } from "../../gateway/admission/cost.js";
import { connection, connectionOf, type Connection } from "../../gateway/api/paging/connection.js";
import { idAfter, idCursor } from "../../gateway/api/paging/id-cursor.js";
import { ref } from "../../gateway/api/relation.js";
import { rowsOf } from "../../gateway/api/paging/list-of.js";
import { PageArgs, pageSize } from "../../gateway/api/paging/page.js";
import { localDateOf } from "../../kernel/calendar.js";
import type { Audited } from "../../platform/trail/audit.js";
import type { Product } from "../../rules/codes.js";
import { limitBalances } from "../../rules/coverage/limit-balances.js";
import { LimitBalanceType, limitView } from "./limit-balance.type.js";
import { membersByIds, policiesOf } from "./member.store.js";
import { consentsById, consentsOfMembers, policiesById, usesOfPolicies, type ConsentSeen } from "./members-of.store.js";
import { MemberType, memberView, PolicyType, policyView } from "./member.type.js";
import { consentView, ConsentType } from "../consent/consent.type.js";
import { seenMembers } from "./read-viewer.js";
import { Address } from "../network/address.type.js";
import { readReference } from "../network/reference.store.js";

/** The members behind these ids as this viewer sees them. */
export const fetchMembers = personalNodesBy(
  membersByIds,
  (member, { viewer }) => memberView(member, viewer),
  (seen) => seenMembers("member", seen),
);

const seenConsents = (operation: string, consents: readonly ConsentSeen[]): Audited[] =>
  consents.map(({ id, memberId }) => ({ operation, memberId, object: "Consent", objectId: id, fields: ["consent"], outcome: "ALLOWED" }));

/** The consents behind these ids as this viewer sees them. */
export const fetchConsents = personalNodesBy(
  consentsById,
  (consent) => consentView(consent, consent.today),
  (seen) => seenConsents("consent", seen),
);

/** The covers behind these ids; seeing one is seeing whose it is. */
export const fetchPolicies = personalNodesBy(policiesById, policyView, (seen) =>
  seen.map(({ id, memberId }) => ({
    operation: "policy",
    memberId,
    object: "Policy",
    objectId: id,
    fields: ["policy"],
    outcome: "ALLOWED",
  })),
);

const ConsentConnection = connectionOf("Consent", () => ConsentType);
const CONSENTS = "consents";

const POLICIES = Symbol("policies of members");

function policyLoader(ctx: Context): DataLoader<string, readonly Policy[]> {
  return new DataLoader(async (memberIds) => {
    const policies = await runQuery(ctx, (tx) => policiesOf(tx, memberIds));
    return memberIds.map((id) => policies.filter(({ memberId }) => memberId === id));
  });
}

@Resolver(() => MemberType)
export class ReadMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => MemberType, { nullable: true, description: "One member; null when there is none that you may see." })
  async member(
    @Arg("id", () => ID, { description: "Global id of the member." }) id: string,
    @Ctx() ctx: Context,
  ): Promise<MemberType | null> {
    const uuid = idOf("Member", id, ["id"]);
    return (await fetchMembers([uuid], ctx)).get(uuid) ?? null;
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => Address, { nullable: true, description: "Where they live; null where it is not known, or protected from you." })
  async address(@Root() { home }: MemberType, @Ctx() ctx: Context): Promise<Address | null> {
    if (home === null) return null;
    const { town = "", regionCode: region = null } = (await readReference(ctx.database)).postalCodeBy.get(home.postalCode) ?? {};
    return { ...home, town, region, location: null, precision: null };
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @costs({ size: 2 })
  @FieldResolver(() => [PolicyType], { description: "The member's covers, oldest first." })
  async policies(@Root() member: MemberType, @Ctx() ctx: Context): Promise<PolicyType[]> {
    const found = await loader(ctx, POLICIES, policyLoader).load(idOf("Member", member.id));
    return found.map(policyView);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => ConsentConnection, {
    description: "Consents given for the member's cases, the latest first, those that no longer hold included.",
  })
  async consents(
    @Root() member: MemberType,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() ctx: Context,
  ): Promise<Connection<ConsentType>> {
    const size = pageSize(first);
    const place = idAfter(CONSENTS, after);
    const rows = await rowsOf(ctx, idOf("Member", member.id), {
      key: [CONSENTS, place, size],
      read: (tx, members) => consentsOfMembers(tx, members, place, size + 1),
      shown: size,
      seen: (shown) => seenConsents(CONSENTS, shown),
    });
    return connection(
      rows,
      size,
      ({ id }) => idCursor(CONSENTS, id),
      (consent) => consentView(consent, consent.today),
    );
  }
}

/** What of each limit of a cover is left: counted for all covers of an answer at once. */
@Resolver(() => PolicyType)
export class PolicyLimits {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @costs({ size: 8 })
  @FieldResolver(() => [LimitBalanceType], {
    description: "What is left of every number that limits the cover: of this calendar year, or of the whole insurance period.",
  })
  async limits(@Root() { id, product, options }: PolicyType, @Ctx() ctx: Context): Promise<LimitBalanceType[]> {
    const uuid = idOf("Policy", id);
    const used = await rowsOf(ctx, uuid, { key: ["limits"], read: usesOfPolicies });
    const year = used[0]?.this_year ?? Number(localDateOf(ctx.database.clock.now()).slice(0, 4));
    return limitBalances(product as Product, ["BASE", ...options], used, year).map((limit) => limitView(ref("Policy", uuid), limit));
  }
}
