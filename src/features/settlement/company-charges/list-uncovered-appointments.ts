import { Ctx, Field, ObjectType, Query, Resolver } from "type-graphql";
import { costs } from "../../../gateway/admission/cost.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { requirePurpose } from "../../../gateway/api/purpose.js";
import { ref, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import type { Audited } from "../../../platform/trail/audit.js";
import { WithdrawalCauseEnum } from "../../members/member-enums.type.js";
import { isCharged } from "./charge.js";
import { appointmentsAfterWithdrawal, type AheadRow } from "./charge.store.js";

@visibleTo("HEALTH_TEAM")
@ObjectType("UncoveredAppointment", {
  description: "An appointment ahead that a withdrawn employee is not covered for: somebody talks with the member before it takes place.",
  simpleResolvers: true,
})
export class UncoveredAppointment {
  @relation("Booking", { description: "The appointment." })
  booking!: Ref;
  @relation("Member", { description: "Whose it is." })
  member!: Ref;
  @Field(() => DateTime, { description: "When it starts." })
  startsAt!: Date;
  @Field(() => LocalDate, { description: "Last day of cover." })
  lastDay!: string;
  @Field(() => WithdrawalCauseEnum, { description: "Why the employee was withdrawn." })
  cause!: string;
}

@Resolver()
export class ListUncoveredAppointments {
  @visibleTo("HEALTH_TEAM")
  @costs({ size: 100 })
  @Query(() => [UncoveredAppointment], {
    description:
      "Appointments ahead that no cover reaches since their members were taken out of a scheme, the soonest first (MEM-BACKDATE-3M). What runs off is not among them (MEM-RUNOFF-3M). A withdrawal cancels nothing by itself: the health team talks with the member and cancels, or leaves the time to a payer of their own.",
  })
  async uncoveredAppointments(@Ctx() ctx: Context): Promise<UncoveredAppointment[]> {
    requirePurpose(ctx);
    const rows = await runQuery(
      ctx,
      async (tx) => (await appointmentsAfterWithdrawal(tx)).filter(isCharged),
      (found) => found.map(seen),
    );
    return rows.map(({ id, member_id: memberId, starts_at: startsAt, last_day: lastDay, cause }) => ({
      booking: ref("Booking", id),
      member: ref("Member", memberId),
      startsAt,
      lastDay,
      cause,
    }));
  }
}

function seen({ id: objectId, member_id: memberId }: AheadRow): Audited {
  return { operation: "uncoveredAppointments", memberId, object: "Booking", objectId, fields: ["startsAt"], outcome: "ALLOWED" };
}
