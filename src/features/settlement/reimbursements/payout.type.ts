import { Field, ObjectType } from "type-graphql";
import { visibleTo } from "../../../gateway/api/guard.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { PayoutStateEnum } from "../settlement-enums.type.js";
import type { PayoutState } from "../settlement-words.js";
import type { PayoutRow } from "./payout.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType("ReimbursementPayout", {
  description: "How far a reimbursement is paid, to the NemKonto of the member's civil registration number.",
  simpleResolvers: true,
})
export class ReimbursementPayoutType {
  @Field(() => PayoutStateEnum, { description: "How it stands." })
  state!: PayoutState;
  @Field(() => String, {
    nullable: true,
    description: "What stands on the member's account statement, e.g. STL-2026-000123-0001; null while it is in no payment.",
  })
  endToEndId!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Bank day on which the money is expected; null while it is in no payment." })
  expectedOn!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day on which the bank booked it; null while it has not." })
  paidOn!: string | null;
}

export function payoutView(row: PayoutRow): ReimbursementPayoutType {
  return { state: row.state, endToEndId: row.end_to_end_id, expectedOn: row.expected_on, paidOn: row.paid_on };
}
