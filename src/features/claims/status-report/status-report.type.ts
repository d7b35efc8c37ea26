import DataLoader from "dataloader";
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import type { StatusReport } from "../../../../schema/rows.js";
import { runQuery } from "../../../gateway/api/run-operation.js";
import { loader, type Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, idOf, Node } from "../../../gateway/api/node.js";
import { ref, refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { ProgressEnum } from "../claim-enums.type.js";
import { ClaimType } from "../claim.type.js";
import { reportsOf } from "./status-report.store.js";

@visibleTo("MEMBER", "HEALTH_TEAM", "CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType("StatusReport", {
  description: "The health team's question how a treatment goes, and the therapist's answer (PRV-STATUS-REPORT).",
  implements: Node,
})
export class StatusReportType extends Node {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @relation("Claim", { description: "The claim." })
  claim!: Ref;
  @relation("Booking", {
    nullable: true,
    description: "The appointment by which the clinic knows whom it is about; null for a therapist outside.",
  })
  booking!: Ref | null;
  @Field(() => String, { description: "What is asked." })
  question!: string;
  @Field(() => DateTime, { description: "When it was asked." })
  askedAt!: Date;
  @Field(() => ProgressEnum, { nullable: true, description: "How it goes; null until it is answered." })
  progress!: string | null;
  @Field(() => Int, { nullable: true, description: "Treatments the therapist holds to be needed still; null where nothing was said." })
  treatmentsNeeded!: number | null;
  @Field(() => String, { nullable: true, description: "Why more treatment is needed, or none; null while it is open." })
  justification!: string | null;
  @Field(() => LocalDate, { nullable: true, description: "Day the therapist wrote it; null while it is open." })
  writtenOn!: string | null;
  @Field(() => DateTime, { nullable: true, description: "When it was answered; null while it is open." })
  answeredAt!: Date | null;
}

export function statusReportView(report: StatusReport): StatusReportType {
  return {
    id: globalId("StatusReport", report.id),
    claim: ref("Claim", report.claimId),
    booking: refOrNull("Booking", report.bookingId),
    question: report.question,
    askedAt: report.askedAt,
    progress: report.progress,
    treatmentsNeeded: report.treatmentsNeeded,
    justification: report.justification,
    writtenOn: report.writtenOn,
    answeredAt: report.answeredAt,
  };
}

const REPORTS = "status reports of claims";

@Resolver(() => ClaimType)
export class ClaimStatusReports {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @FieldResolver(() => [StatusReportType], {
    description: "What therapists were asked about the treatment and answered, the latest first.",
  })
  statusReports(@Root() claim: ClaimType, @Ctx() ctx: Context): Promise<StatusReportType[]> {
    return loader<string, StatusReportType[]>(ctx, REPORTS, reportLoader).load(idOf("Claim", claim.id));
  }
}

function reportLoader(ctx: Context): DataLoader<string, StatusReportType[]> {
  return new DataLoader(async (claimIds) => {
    const reports = await runQuery(ctx, (tx) => reportsOf(tx, claimIds));
    return claimIds.map((id) => reports.filter(({ claimId }) => claimId === id).map(statusReportView));
  });
}
