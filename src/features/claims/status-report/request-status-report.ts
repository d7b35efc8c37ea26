import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { UUID } from "../../../gateway/api/scalars.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { CaseFile } from "../case-file/case-file.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { changeClaim, type ClaimChange } from "../course/change-claim.js";
import { providerOfAppointment, reportsOf } from "./status-report.store.js";

@InputType({ description: "Asks a therapist how a treatment goes." })
export class RequestStatusReportInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => ID, {
    nullable: true,
    description: "An appointment of the claim: its clinic is asked and answers itself. Left out for a therapist outside the network.",
  })
  bookingId?: string | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "What is asked, 3 to 300 characters; the clinic reads it. No diagnosis." })
  question!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim with the open question, or every reason why not." })
export class RequestStatusReportPayload extends ClaimPayload {}

@Resolver()
export class RequestStatusReport {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => RequestStatusReportPayload, {
    description:
      "Asks for a status report before more treatments are allocated (PRV-STATUS-REPORT). One question at a time is open for a claim.",
  })
  async requestStatusReport(
    @Arg("input", () => RequestStatusReportInput) input: RequestStatusReportInput,
    @Ctx() ctx: Context,
  ): Promise<RequestStatusReportPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const bookingId = input.bookingId ? idOf("Booking", input.bookingId, ["input", "bookingId"]) : null;
    const operation = "requestStatusReport";
    const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation(ctx, {
      operation,
      keyed,
      work: async (tx) => {
        const decide = (file: CaseFile) => asked(ctx, tx, file, { bookingId, question: input.question });
        await changeClaim(ctx, tx, { operation, claimId, keyed, decide });
        return claimById(tx, claimId);
      },
      replay: (tx) => claimById(tx, claimId),
    });
    return claimPayload(outcome);
  }
}

type Asked = { readonly bookingId: string | null; readonly question: string };

async function asked(ctx: Context, tx: Tx, { claim, now }: CaseFile, { bookingId, question }: Asked): Promise<ClaimChange> {
  const providerId = bookingId === null ? null : await providerOfAppointment(tx, bookingId, claim.id);
  const waiting = (await reportsOf(tx, [claim.id])).some(({ answeredAt }) => answeredAt === null);
  const made = { asked_by: ctx.viewer.subject, asked_at: now };
  return {
    refusals: [
      ...(hasEnded(claim) ? [CLAIM_ENDED] : []),
      ...(bookingId !== null && providerId === null ? [NO_APPOINTMENT] : []),
      ...(waiting ? [ASKED_ALREADY] : []),
    ],
    columns: {},
    events: [{ kind: "STATUS_REPORT_ASKED", data: { reason: question } }],
    rows: {
      status_report: [
        { id: newId(), claim_id: claim.id, member_id: claim.member_id, provider_id: providerId, booking_id: bookingId, question, ...made },
      ],
    },
  };
}

const NO_APPOINTMENT = refusal("NOT_FOUND", "There is no such appointment of this claim.", {
  path: ["input", "bookingId"],
  remedy: "Take one of the claim's bookings, or leave it out.",
});
const ASKED_ALREADY = refusal("STATUS_REPORT_ASKED", "A status report was asked for and is not answered yet.", {
  path: ["input", "claimId"],
  rule: "PRV-STATUS-REPORT",
  clause: "insurance conditions 2025, sections 5.6.6, 5.7",
  remedy: "Wait for the answer, or record it.",
});
