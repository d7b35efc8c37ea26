import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { costs } from "../../../gateway/admission/cost.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { IDENTIFICATION, QuotaOverrun, raiseOverrun, useQuota } from "../../../platform/quota.js";
import { transaction, type Tx } from "../../../platform/postgres/transaction.js";
import { statement } from "../../../platform/postgres/statement.js";
import { write } from "../../../platform/postgres/write.js";
import { whyNumberStaysHidden } from "./civil-number.js";
import { civilNumberOf } from "./civil-number.store.js";

@InputType({ description: "Asks to see a civil registration number in full: an act of its own, counted and on the member's access log." })
export class RevealCivilNumberInput {
  @Field(() => ID, { description: "The booking whose patient it is." })
  bookingId!: string;
  @MinLength(3)
  @MaxLength(200)
  @Field(() => String, { description: "Why the number is needed, 3 to 200 characters; audited." })
  reason!: string;
}

@visibleTo("CLINIC_STAFF", "HEALTH_TEAM")
@ObjectType({ description: "The number, or every reason why not." })
export class RevealCivilNumberPayload {
  @Field(() => String, { nullable: true, description: "Ten digits; null when refused or when none is known." })
  civilNumber!: string | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class RevealCivilNumber {
  @visibleTo("CLINIC_STAFF", "HEALTH_TEAM")
  @costs({ own: 50 })
  @Mutation(() => RevealCivilNumberPayload, {
    description:
      "Shows the civil registration number of a booking's patient. At most 20 an hour by one person and 100 a day by one clinic.",
  })
  async revealCivilNumber(
    @Arg("input", () => RevealCivilNumberInput) input: RevealCivilNumberInput,
    @Ctx() ctx: Context,
  ): Promise<RevealCivilNumberPayload> {
    const bookingId = idOf("Booking", input.bookingId, ["input", "bookingId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "revealCivilNumber",
      keyed: null,
      work: (tx) =>
        reveal(ctx, tx, bookingId, input.reason).catch(async (error: unknown) => {
          // the reveal is rolled back; the alert is not
          if (error instanceof QuotaOverrun) await transaction(ctx.database, ctx.viewer, (own) => raiseOverrun(own, error));
          throw error;
        }),
    });
    return { civilNumber: result, errors: userErrors(errors) };
  }
}

const FIND = statement(
  "reveal-booking",
  `select member_id as "memberId", service_code as "serviceCode", state, starts_at as "startsAt", clock_now() as now,
     consent_stands(id) as consented
   from booking where id = $1`,
);

async function reveal(ctx: Context, tx: Tx, bookingId: string, reason: string): Promise<string | null> {
  const [booking] = await tx.query(FIND.with(bookingId));
  if (!booking)
    throw new Refused([refusal("NOT_FOUND", "There is no such booking.", { path: ["input", "bookingId"], remedy: "Check the id." })]);
  if (ctx.viewer.role === "CLINIC_STAFF") {
    const reasons = whyNumberStaysHidden(booking);
    if (reasons.length > 0) throw new Refused(reasons);
  }
  await useQuota(tx, ctx.viewer, IDENTIFICATION);
  const audited = {
    operation: "revealCivilNumber",
    memberId: booking.memberId,
    object: "Booking",
    objectId: bookingId,
    fields: ["civilNumber"],
    outcome: "ALLOWED",
    rule: reason,
  } as const;
  await write(tx, { audit_event: [auditRow({ ...ctx.viewer, purpose: ctx.viewer.purpose ?? "IDENTIFICATION" }, ctx.traceId, audited)] });
  return civilNumberOf(tx, ctx.services.personalData, booking.memberId);
}
