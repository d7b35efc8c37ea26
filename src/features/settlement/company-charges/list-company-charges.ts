import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { Money, money } from "../../../gateway/api/money.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { WithdrawalCauseEnum } from "../../members/member-enums.type.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { ChargedPaymentEnum } from "../settlement-enums.type.js";
import type { ChargedPaymentKind } from "../settlement-words.js";
import { isCharged } from "./charge.js";
import { paidAfterWithdrawal, type PaidRow } from "./charge.store.js";

@visibleTo("FINANCE")
@ObjectType("ChargedPolicy", {
  description: "The policy of a withdrawn employee as finance knows it: by name alone.",
  simpleResolvers: true,
})
class ChargedPolicy {
  @Field(() => ID, { description: "Global id of the Policy, by which the policy system knows it." })
  id!: string;
}

@visibleTo("FINANCE")
@ObjectType("ChargedPayment", { description: "What was paid for a withdrawn employee, as finance knows it.", simpleResolvers: true })
class ChargedPayment {
  @Field(() => ID, { description: "Global id of the Booking or the Reimbursement." })
  id!: string;
  @Field(() => ChargedPaymentEnum, { description: "Which of the two." })
  kind!: ChargedPaymentKind;
}

@visibleTo("FINANCE")
@ObjectType("CompanyCharge", {
  description:
    "One payment that the company bears, for a treatment its withdrawn employee was no longer covered for (MEM-BACKDATE-COMPANY-PAYS).",
  simpleResolvers: true,
})
export class CompanyCharge {
  @Field(() => ChargedPolicy, { description: "The policy, by which the policy system knows the company." })
  policy!: ChargedPolicy;
  @Field(() => ChargedPayment, { description: "What was paid." })
  paidFor!: ChargedPayment;
  @relation("Booking", {
    nullable: true,
    description: "The treatment that was paid, without the person; null where a reimbursement was paid to the member.",
    mayBeHidden: true,
  })
  booking!: Ref | null;
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @Field(() => Money, { description: "What the insurer has paid for it, corrections included." })
  amount!: unknown;
  @Field(() => WithdrawalCauseEnum, { description: "Why the employee was withdrawn." })
  cause!: string;
  @Field(() => LocalDate, { nullable: true, description: "Day the employee left the company; null for another cause." })
  leftOn!: string | null;
  @Field(() => LocalDate, { description: "Last day of cover." })
  lastDay!: string;
  @Field(() => DateTime, { description: "When the insurer was told." })
  recordedAt!: Date;
}

@Resolver()
export class ListCompanyCharges {
  @visibleTo("FINANCE")
  @costs({ size: 100 })
  @Query(() => [CompanyCharge], {
    description: "What companies are to be charged for employees withdrawn back in time, the latest withdrawal first, then by day.",
  })
  async companyCharges(
    @Arg("policyId", () => ID, { nullable: true, description: "Of this policy only." }) policyId: string | null,
    @Arg("since", () => DateTime, { nullable: true, description: "Of withdrawals recorded at or after this instant." }) since: Date | null,
    @Ctx() ctx: Context,
  ): Promise<CompanyCharge[]> {
    requirePurpose(ctx);
    const id = policyId ? idOf("Policy", policyId, ["policyId"]) : null;
    const rows = await runQuery(
      ctx,
      async (tx) => (await paidAfterWithdrawal(tx, id, since)).filter(isCharged),
      (found) => [...new Map(found.map((row) => [row.member_id, row])).values()].map(seen),
      "WORKER",
    );
    return rows.map(view);
  }
}

function seen({ member_id: memberId, policy_id: objectId }: PaidRow): Audited {
  return { operation: "companyCharges", memberId, object: "Policy", objectId, fields: ["amount"], outcome: "ALLOWED" };
}

function view(row: PaidRow): CompanyCharge {
  return {
    policy: { id: globalId("Policy", row.policy_id) },
    paidFor: {
      id: globalId(row.kind === "BOOKING" ? "Booking" : "Reimbursement", row.id),
      kind: row.kind === "BOOKING" ? "BOOKING" : "REIMBURSEMENT",
    },
    booking: refOrNull("Booking", row.kind === "BOOKING" ? row.id : null),
    treatedOn: row.treated_on,
    amount: money(row.amount_minor),
    cause: row.cause,
    leftOn: row.left_on,
    lastDay: row.last_day,
    recordedAt: row.recorded_at,
  };
}
