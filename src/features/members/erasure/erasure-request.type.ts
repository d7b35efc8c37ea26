import { Field, ObjectType } from "type-graphql";
import type { ErasureGround, ErasureState } from "../../../../schema/states.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import type { MutationOutcome } from "../../../gateway/api/run-operation.js";
import type { Audited } from "../../../platform/trail/audit.js";
import type { ErasureRequestRow } from "./erasure-request.store.js";
import { ErasureGroundEnum, ErasureStateEnum } from "../member-enums.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("HEALTH_TEAM")
@ObjectType("ErasureRequest", {
  implements: Node,
  description: "That a person is to be erased (GDPR article 17): asked for by one of the staff, carried out by another.",
})
export class ErasureRequestType extends Node {
  @relation("Member", { nullable: true, description: "Whom it is about; null once it was carried out." })
  member!: Ref | null;
  @Field(() => ErasureGroundEnum, { description: "Ground of article 17(1)." })
  ground!: ErasureGround;
  @Field(() => ErasureStateEnum, { description: "How it stands." })
  state!: ErasureState;
  @Field(() => DateTime, { description: "When it was asked for. The person has to be answered within a month (article 12(3))." })
  requestedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When it was carried out; null while it waits." })
  approvedAt!: Date | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The request, or every reason why not." })
export class ErasurePayload {
  @Field(() => ErasureRequestType, { nullable: true, description: "The request as it stands; null when it was refused." })
  request!: ErasureRequestType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

export function erasureRequestView(row: ErasureRequestRow): ErasureRequestType {
  return {
    id: globalId("ErasureRequest", row.id),
    member: ref("Member", row.member_id),
    ground: row.ground,
    state: row.state,
    requestedAt: row.requested_at,
    approvedAt: row.approved_at,
  };
}

export function erasurePayload({ result, errors }: MutationOutcome<ErasureRequestRow | null>): ErasurePayload {
  return { request: result && erasureRequestView(result), errors: userErrors(errors) };
}

export function erasureAudited(operation: string, row: { readonly id: string; readonly member_id: string }): Audited {
  return { operation, memberId: row.member_id, object: "ErasureRequest", objectId: row.id, fields: ["erasureRequest"], outcome: "ALLOWED" };
}
