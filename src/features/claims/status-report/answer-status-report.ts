import { Max, MaxLength, Min, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { statusReport } from "../../../../schema/tables/case.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { recordOf } from "../../../platform/postgres/record.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { ProgressEnum } from "../claim-enums.type.js";
import { MOST_TREATMENTS } from "../course/approve-claim.js";
import { ANSWERED, answerRefusals, type Progress } from "./status-report.js";
import { answerReport, reportById } from "./status-report.store.js";
import { StatusReportType, statusReportView } from "./status-report.type.js";

@InputType({ description: "A therapist's answer." })
export class AnswerStatusReportInput {
  @Field(() => ID, { description: "The status report that was asked for." })
  statusReportId!: string;
  @Field(() => ProgressEnum, { description: "How the treatment goes." })
  progress!: Progress;
  @Min(0)
  @Max(MOST_TREATMENTS)
  @Field(() => Int, { nullable: true, description: "Treatments held to be needed still." })
  treatmentsNeeded?: number | null;
  @MinLength(3)
  @MaxLength(600)
  @Field(() => String, {
    description: "Why more treatment is needed, or none, 3 to 600 characters; health information is not repeated elsewhere.",
  })
  justification!: string;
  @Field(() => LocalDate, { description: "Day the therapist wrote it, not before it was asked for." })
  writtenOn!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
@ObjectType({ description: "The report as answered, or every reason why not." })
export class AnswerStatusReportPayload {
  @Field(() => StatusReportType, { nullable: true, description: "The report; null when it was refused." })
  statusReport!: StatusReportType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class AnswerStatusReport {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM", "HEALTH_TEAM")
  @Mutation(() => AnswerStatusReportPayload, {
    description: "Answers a status report, once: the clinic that was asked, or the health team for what a therapist outside wrote.",
  })
  async answerStatusReport(
    @Arg("input", () => AnswerStatusReportInput) input: AnswerStatusReportInput,
    @Ctx() ctx: Context,
  ): Promise<AnswerStatusReportPayload> {
    const id = idOf("StatusReport", input.statusReportId, ["input", "statusReportId"]);
    const { result, errors } = await runMutation(ctx, {
      operation: "answerStatusReport",
      keyed: null,
      work: (tx) => answer(ctx, tx, id, input),
    });
    return { statusReport: result, errors: userErrors(errors) };
  }
}

async function answer(ctx: Context, tx: Tx, id: string, input: AnswerStatusReportInput): Promise<StatusReportType> {
  const read = await reportById(tx, id);
  if (!read) throw new Refused([UNKNOWN_REPORT]);
  const { asked_on: askedOn, today, now } = read;
  const report = recordOf(statusReport, read.report);
  const refusals = answerRefusals({ answeredAt: report.answeredAt, askedOn, today }, input);
  if (refusals.length > 0) throw new Refused(refusals);
  const { progress, justification, writtenOn, treatmentsNeeded = null } = input;
  const given = { progress, justification, writtenOn, treatmentsNeeded };
  const audited = {
    operation: "answerStatusReport",
    memberId: report.memberId,
    object: "StatusReport",
    objectId: id,
    fields: Object.keys(given),
    outcome: "ALLOWED",
  } as const;
  const written = await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [outboxRow("status-report.answered", id, { statusReportId: id, claimId: report.claimId })],
    },
    [answerReport(id, given, ctx.viewer.subject, now)],
  );
  // two answers at once: the second finds no open question any more
  if (written["answer_report"] !== 1) throw new Refused([ANSWERED]);
  return statusReportView({ ...report, ...given, answeredBy: ctx.viewer.subject, answeredAt: now });
}

const UNKNOWN_REPORT = refusal("NOT_FOUND", "There is no such status report.", {
  path: ["input", "statusReportId"],
  remedy: "Take an id from `statusReports`.",
});
