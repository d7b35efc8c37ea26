import DataLoader from "dataloader";
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Policy } from "../../schema/rows.js";
import { look } from "../gateway/api/act.js";
import { loader, type Context } from "../gateway/api/context.js";
import { visibleTo } from "../gateway/api/guard.js";
import { idOf } from "../gateway/api/node.js";
import { requirePurpose } from "../gateway/api/purpose.js";
import { consentById, membersByIds, policiesOf, todayOf } from "./member.store.js";
import { MemberType, memberView, PolicyType, policyView } from "./member.type.js";
import { consentView, type ConsentType } from "../consent/consent.type.js";
import { seenMembers } from "./read-viewer.js";
import { Address } from "../network/address.type.js";
import { readReference } from "../network/reference.store.js";

/** The member behind an id as this viewer sees it; null is "not there, or not for you". */
export async function fetchMember(id: string, ctx: Context): Promise<MemberType | null> {
  requirePurpose(ctx);
  const [found] = await look(
    ctx,
    (tx) => membersByIds(tx, [id]),
    (seen) => seenMembers("member", seen),
  );
  return found ? memberView(found, ctx.viewer) : null;
}

/** The consent behind an id; null is "not there, or not for you". */
export async function fetchConsent(id: string, ctx: Context): Promise<ConsentType | null> {
  requirePurpose(ctx);
  const seen = await look(
    ctx,
    async (tx) => ({ today: await todayOf(tx), consent: await consentById(tx, id) }),
    ({ consent }) =>
      consent
        ? [{ operation: "consent", memberId: consent.memberId, object: "Consent", objectId: id, fields: ["consent"], outcome: "ALLOWED" }]
        : [],
  );
  return seen.consent && consentView(seen.consent, seen.today);
}

const POLICIES = Symbol("policies of members");

function policyLoader(ctx: Context): DataLoader<string, readonly Policy[]> {
  return new DataLoader(async (memberIds) => {
    const policies = await look(ctx, (tx) => policiesOf(tx, memberIds));
    return memberIds.map((id) => policies.filter(({ memberId }) => memberId === id));
  });
}

@Resolver(() => MemberType)
export class ReadMember {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Query(() => MemberType, { nullable: true, description: "One member; null when there is none that you may see." })
  member(@Arg("id", () => ID, { description: "Global id of the member." }) id: string, @Ctx() ctx: Context): Promise<MemberType | null> {
    return fetchMember(idOf("Member", id, ["id"]), ctx);
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => Address, { nullable: true, description: "Where they live; null where it is not known, or protected from you." })
  async address(@Root() { home }: MemberType, @Ctx() ctx: Context): Promise<Address | null> {
    if (home === null) return null;
    const { town = "", regionCode: region = null } = (await readReference(ctx.database)).postalCodeBy.get(home.postalCode) ?? {};
    return { ...home, town, region, location: null };
  }

  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [PolicyType], { description: "The member's covers, oldest first." })
  async policies(@Root() member: MemberType, @Ctx() ctx: Context): Promise<PolicyType[]> {
    const found = await loader(ctx, POLICIES, policyLoader).load(idOf("Member", member.id));
    return found.map(policyView);
  }
}
