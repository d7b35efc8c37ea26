import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, idOf, Node } from "../../../gateway/api/node.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import type { COMPLAINT_STATES } from "../../../../schema/states.js";
import { complaint as complaintTable } from "../../../../schema/tables/case.js";
import type { WordList } from "../../../kernel/worded.js";
import { recordOf } from "../../../platform/postgres/record.js";
import type { KeptReason } from "../../../rules/explain.js";
import { DecisionReasonType, keptReasonView } from "../../../vocabulary/reason.type.js";
import { ClaimType } from "../claim.type.js";
import { complaintsById, denialsOf, type ComplaintRow, type DenialRow } from "./denial.store.js";

const COMPLAINT_STATE_WORDS: WordList<(typeof COMPLAINT_STATES)[number]> = {
  OPEN: ["Being looked at", "Under behandling"],
  UPHELD: ["The denial stands", "Afgørelsen fastholdes", "The Insurance Appeals Board can be asked next (CMP-APPEAL)."],
  REOPENED: ["The claim is decided anew", "Skaden genoptages"],
};
const ComplaintStateEnum = enumOf("ComplaintState", "How a complaint stands.", COMPLAINT_STATE_WORDS);

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Complaint", { description: "A member does not accept a denial (CMP-DEPARTMENT-FIRST).", implements: Node })
export class ComplaintType extends Node {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @Field(() => ComplaintStateEnum, { description: "How it stands." })
  state!: string;
  @Field(() => DateTime, { description: "When it was received." })
  receivedAt!: Date;
  @Field(() => LocalDate, { description: "Last day for the answer (CMP-7WD)." })
  dueOn!: string;
  @Field(() => String, { nullable: true, description: "Where the letter is kept; null where it came otherwise." })
  documentReference!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was answered; null while it is open." })
  answeredAt!: Date | null;
  @Field(() => String, { nullable: true, description: "What the member was told; null while it is open." })
  answer!: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Denial", {
  description: "A claim was denied: the reasons as they stood, and until when one may complain (CLM-DENIAL-REASONS).",
  simpleResolvers: true,
})
export class DenialType {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @Field(() => [DecisionReasonType], { description: "Why, as the member was told." })
  reasons!: readonly DecisionReasonType[];
  @Field(() => String, { nullable: true, description: "What the member was told beside the reasons; null for nothing." })
  note!: string | null;
  @Field(() => DateTime, { description: "When." })
  decidedAt!: Date;
  @Field(() => LocalDate, { description: "Last day on which a complaint may be sent (CMP-6M)." })
  complaintThrough!: string;
  @Field(() => ComplaintType, { nullable: true, description: "The complaint about it; null where there is none." })
  complaint!: ComplaintType | null;
}

export function complaintView(row: ComplaintRow): ComplaintType {
  return {
    id: globalId("Complaint", row.id),
    claim: ref("Claim", row.claim_id),
    member: ref("Member", row.member_id),
    state: row.state,
    receivedAt: row.received_at,
    dueOn: row.due_on,
    documentReference: row.document_reference,
    answeredAt: row.answered_at,
    answer: row.answer,
  };
}

function denialView(row: DenialRow): DenialType {
  return {
    claim: ref("Claim", row.claim_id),
    member: ref("Member", row.member_id),
    reasons: (row.reasons as readonly KeptReason[]).map(keptReasonView),
    note: row.note,
    decidedAt: row.decided_at,
    complaintThrough: row.complaint_until,
    complaint: row.complaint === null ? null : complaintOfJson(row.complaint),
  };
}

function complaintOfJson(json: NonNullable<DenialRow["complaint"]>): ComplaintType {
  const record = recordOf(complaintTable, json);
  return {
    id: globalId("Complaint", record.id),
    claim: ref("Claim", record.claimId),
    member: ref("Member", record.memberId),
    state: record.state,
    receivedAt: record.receivedAt,
    dueOn: record.dueOn,
    documentReference: record.documentReference,
    answeredAt: record.answeredAt,
    answer: record.answer,
  };
}

export const fetchComplaints = personalNodesBy(complaintsById, complaintView, (rows) =>
  rows.map(({ id, member_id: memberId }) => ({
    operation: "complaint",
    memberId,
    object: "Complaint",
    objectId: id,
    fields: ["complaint"],
    outcome: "ALLOWED",
  })),
);

@Resolver(() => ClaimType)
export class ClaimDenials {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [DenialType], {
    description: "Every time it was denied, the latest first; more than one where a complaint reopened it.",
  })
  async denials(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<DenialType[]> {
    const rows = await rowsOf(ctx, idOf("Claim", claim.id), { key: ["denials of claims"], read: denialsOf });
    return rows.map(denialView);
  }
}
