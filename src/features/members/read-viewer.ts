import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { runQuery } from "../../gateway/api/run-operation.js";
import type { Context } from "../../gateway/api/context.js";
import { costs } from "../../gateway/admission/cost.js";
import { visibleTo, withoutPurpose } from "../../gateway/api/guard.js";
import type { Audited } from "../../platform/trail/audit.js";
import { membersByIds, type MemberSeen } from "./member.store.js";
import { MemberType, memberView } from "./member.type.js";
import { AssuranceEnum, ViewerRoleEnum } from "../../vocabulary/viewer.type.js";
import { refOrNull, relation, type Ref } from "../../gateway/api/relation.js";

@withoutPurpose()
@visibleTo("SIGNED_IN")
@ObjectType("Viewer", { description: "Who is asking, as the gateway sees it." })
export class ViewerType {
  @Field(() => ViewerRoleEnum, { description: "As what the viewer acts." })
  role!: string;
  @Field(() => AssuranceEnum, { description: "Level of assurance of the login." })
  assurance!: string;
  @Field(() => String, { nullable: true, description: "Purpose stated in the header x-purpose; null where none was." })
  purpose!: string | null;
  @visibleTo("MEMBER")
  @costs({ size: 3 })
  @Field(() => [MemberType], { description: "Whom the viewer acts for: oneself first, then children under 15 in one's custody." })
  members!: readonly MemberType[];
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @relation("Organisation", { nullable: true, description: "The company the viewer belongs to; null for everybody but clinics." })
  organisation!: Ref | null;
}

/** One line in the audit trail per member that was seen. */
export function seenMembers(operation: string, members: readonly MemberSeen[]): Audited[] {
  return members.map(({ id }) => ({ operation, memberId: id, object: "Member", objectId: id, fields: ["member"], outcome: "ALLOWED" }));
}

@Resolver()
export class ReadViewer {
  @withoutPurpose()
  @visibleTo("SIGNED_IN")
  @Query(() => ViewerType, { description: "Who is asking: role, and the members or the company they act for." })
  async viewer(@Ctx() ctx: Context): Promise<ViewerType> {
    const { role, assurance, purpose, memberIds, providerId } = ctx.viewer;
    const members =
      role === "MEMBER"
        ? await runQuery(
            ctx,
            (tx) => membersByIds(tx, memberIds),
            (seen) => seenMembers("viewer", seen),
          )
        : [];
    return {
      role,
      assurance,
      purpose,
      members: members.map((member) => memberView(member, ctx.viewer)),
      organisation: refOrNull("Organisation", providerId),
    };
  }
}
