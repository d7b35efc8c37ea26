import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { AuthorityScopeEnum, AuthorityStateEnum } from "../member-enums.type.js";
import { authorityState } from "./authority.js";
import type { AuthoritySeen } from "./authority.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Authority", {
  description: "Whom an adult lets see or speak, for what and for how long (CON-THIRD-PARTY).",
  implements: Node,
})
export class AuthorityType extends Node {
  @relation("Member", {
    nullable: true,
    description: "The member who granted it; null for a representative who asks for more than the id.",
  })
  member!: Ref;
  @relation("Member", {
    nullable: true,
    description: "The member who represents: to whom they represent the id alone; null for a third party.",
  })
  representative!: Ref | null;
  @Field(() => String, {
    nullable: true,
    description:
      "The third party the insurer may talk to; it has no login and sees nothing here. Null where the representative is a member.",
  })
  thirdParty!: string | null;
  @Field(() => [AuthorityScopeEnum], { description: "What it opens." })
  scopes!: readonly string[];
  @Field(() => LocalDate, { description: "First day." })
  validFrom!: string;
  @Field(() => LocalDate, { description: "Last day." })
  validThrough!: string;
  @Field(() => DateTime, { nullable: true, description: "When it was withdrawn: from then on it opens nothing. Null while it was not." })
  withdrawnAt!: Date | null;
  @Field(() => AuthorityStateEnum, { description: "How it stands today." })
  state!: string;
}

export function authorityView({ authority, today }: AuthoritySeen): AuthorityType {
  return {
    id: globalId("Authority", authority.id),
    member: ref("Member", authority.memberId),
    representative: refOrNull("Member", authority.representativeId),
    thirdParty: authority.thirdParty,
    scopes: authority.scopes,
    validFrom: authority.validFrom,
    validThrough: authority.validThrough,
    withdrawnAt: authority.withdrawnAt,
    state: authorityState(authority, today),
  };
}
