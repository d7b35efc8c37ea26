import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { enumOf } from "../../../gateway/api/enum.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { money, Money } from "../../../gateway/api/money.js";
import { globalId, idOf, Node } from "../../../gateway/api/node.js";
import { personalNodesBy } from "../../../gateway/api/nodes.js";
import { rowsOf } from "../../../gateway/api/paging/list-of.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import type { ReferralType } from "../../../rules/codes.js";
import { ReferralTypeEnum } from "../../../vocabulary/rules.type.js";
import { ClaimType } from "../claim.type.js";
import { SUBMISSION_KIND_WORDS, SUBMISSION_STATE_WORDS, type SubmissionKind, type SubmissionState } from "./submission.js";
import { submissionsById, submissionsOf, type SubmissionRow } from "./submission.store.js";

const SubmissionKindEnum = enumOf("SubmissionKind", "What a member has handed in.", SUBMISSION_KIND_WORDS);
const SubmissionStateEnum = enumOf("SubmissionState", "How what was handed in stands.", SUBMISSION_STATE_WORDS);

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Submission", {
  description: "A referral or a bill that a member has handed in, as facts. The document itself stays where its reference says.",
  implements: Node,
})
export class SubmissionType extends Node {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @Field(() => SubmissionKindEnum, { description: "What it is." })
  kind!: SubmissionKind;
  @Field(() => SubmissionStateEnum, { description: "How it stands." })
  state!: SubmissionState;
  @Field(() => String, { description: "Where the document is kept." })
  documentReference!: string;
  @Field(() => ReferralTypeEnum, { nullable: true, description: "What the doctor wrote; null for a bill." })
  referralType!: ReferralType | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Day of the referral, or of the treatment that is billed; null where it was not stated.",
  })
  day!: string | null;
  @Field(() => String, { nullable: true, description: "The bill's own number; null for a referral." })
  billReference!: string | null;
  @Field(() => Money, { nullable: true, description: "What was paid; null for a referral." })
  fee!: Money | null;
  @Field(() => DateTime, { description: "When it was handed in." })
  submittedAt!: Date;
  @Field(() => DateTime, { nullable: true, description: "When the team has decided; null while it waits." })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true, description: "What the member is told, such as why it is not enough; null for nothing." })
  note!: string | null;
}

export function submissionView(row: SubmissionRow): SubmissionType {
  return {
    id: globalId("Submission", row.id),
    claim: ref("Claim", row.claim_id),
    member: ref("Member", row.member_id),
    kind: row.kind,
    state: row.state,
    documentReference: row.document_reference,
    referralType: row.referral_type,
    day: row.issued_on ?? row.treated_on,
    billReference: row.bill_reference,
    fee: row.fee_minor === null ? null : money(row.fee_minor),
    submittedAt: row.submitted_at,
    decidedAt: row.decided_at,
    note: row.note,
  };
}

export const fetchSubmissions = personalNodesBy(submissionsById, submissionView, (rows) =>
  rows.map(({ id, member_id: memberId }) => ({
    operation: "submission",
    memberId,
    object: "Submission",
    objectId: id,
    fields: ["submission"],
    outcome: "ALLOWED",
  })),
);

@Resolver(() => ClaimType)
export class ClaimSubmissions {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [SubmissionType], { description: "Referrals and bills that were handed in, the latest first." })
  async submissions(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<SubmissionType[]> {
    const rows = await rowsOf(ctx, idOf("Claim", claim.id), { key: ["submissions of claims"], read: submissionsOf });
    return rows.map(submissionView);
  }
}
