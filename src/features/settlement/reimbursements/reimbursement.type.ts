import { Field, ObjectType, type ClassType } from "type-graphql";
import { connectionOf, type Connection } from "../../../gateway/api/paging/connection.js";
import type { Reimbursement } from "../../../../schema/rows.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { globalId, Node } from "../../../gateway/api/node.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { DecisionReasonType, keptReasonView } from "../../../vocabulary/reason.type.js";
import { ServiceType, serviceView } from "../../../vocabulary/service.type.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("Reimbursement", {
  implements: Node,
  description:
    "What was decided about a member's bill for a treatment of own choice. Paid out from here where it has a payout, else by the insurer's claims system.",
})
export class ReimbursementType extends Node {
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Member", { nullable: true, description: "Who is reimbursed; null once they were erased.", mayBeHidden: true })
  member!: Ref | null;
  @relation("Policy", { description: "The cover it rests on." })
  policy!: Ref;
  @Field(() => ServiceType, { description: "The treatment." })
  service!: ServiceType;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => String, { description: "The therapist's number of the bill." })
  billReference!: string;
  @Field(() => Money, { description: "Fee on the bill, without supplements." })
  fee!: Money;
  @Field(() => Money, { description: "Reimbursed to the member." })
  reimbursed!: Money;
  @Field(() => Money, { description: "What the member pays in the end." })
  memberPays!: Money;
  @Field(() => Money, {
    description:
      "Recovered by the insurer from 'danmark': 0 unless a subsidy was stated with the bill and goes to the insurer (PRC-DANMARK).",
  })
  danmark!: Money;
  @Field(() => [DecisionReasonType], { description: "What shaped the amount, as it was decided." })
  reasons!: readonly DecisionReasonType[];
  @relation("Decision", { description: "The stored decision with its facts." })
  decision!: Ref;
  @Field(() => DateTime, { description: "When it was decided." })
  decidedAt!: Date;
}

export const ReimbursementConnection: ClassType<Connection<ReimbursementType>> = connectionOf("Reimbursement", () => ReimbursementType);

export function reimbursementView(of: Reimbursement): ReimbursementType {
  return {
    id: globalId("Reimbursement", of.id),
    claim: ref("Claim", of.claimId),
    member: ref("Member", of.memberId),
    policy: ref("Policy", of.policyId),
    service: serviceView(of.serviceCode),
    treatedOn: of.treatedOn,
    billReference: of.billReference,
    fee: money(of.feeMinor),
    reimbursed: money(of.reimbursedMinor),
    memberPays: money(of.memberPaysMinor),
    danmark: money(of.danmarkMinor),
    reasons: of.reasons.map(keptReasonView),
    decision: ref("Decision", of.decisionId),
    decidedAt: of.decidedAt,
  };
}
