import { MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { eventRow, UNKNOWN_CLAIM } from "../course/change-claim.js";
import { lockClaim } from "../claim.store.js";
import { answerDueOn, complaintRefusals } from "./denial.js";
import { complaintGround, complaintsById, type ComplaintRow } from "./denial.store.js";
import { ComplaintType, complaintView } from "./denial.type.js";

@InputType({ description: "A complaint about the denial of a claim." })
export class RecordComplaintInput extends KeyedInput {
  @Field(() => ID, { description: "The claim that was denied." })
  claimId!: string;
  @MaxLength(80)
  @Field(() => String, { nullable: true, description: "Where the letter is kept; no content of it." })
  documentReference?: string | null;
  @Field(() => DateTime, { nullable: true, description: "Health team only: when it was received, if not now." })
  receivedAt?: Date | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The complaint, or every reason why not." })
export class RecordComplaintPayload extends ActPayload {
  @Field(() => ComplaintType, { nullable: true, description: "The complaint; null when the act was refused." })
  complaint!: ComplaintType | null;
}

@Resolver()
export class RecordComplaint {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => RecordComplaintPayload, {
    description:
      "A member does not accept a denial: within six months of it (CMP-6M), answered within seven working days (CMP-7WD) by somebody else than who denied.",
  })
  async recordComplaint(
    @Arg("input", () => RecordComplaintInput) input: RecordComplaintInput,
    @Ctx() ctx: Context,
  ): Promise<RecordComplaintPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "recordComplaint";
    const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation<ComplaintRow | null>(ctx, {
      operation,
      keyed,
      work: (tx) => record(ctx, tx, claimId, input, keyed),
      replay: async (tx, stored) => (await complaintsById(tx, [(stored as { id: string }).id]))[0] ?? null,
    });
    return { complaint: outcome.result && complaintView(outcome.result), errors: userErrors(outcome.errors), replayed: outcome.replayed };
  }
}

async function record(
  ctx: Context,
  tx: Tx,
  claimId: string,
  input: RecordComplaintInput,
  keyed: IdempotencyKey,
): Promise<ComplaintRow | null> {
  const { viewer, traceId } = ctx;
  if ((await lockClaim(tx, claimId)) === null) throw new Refused([UNKNOWN_CLAIM]);
  const ground = await complaintGround(tx, claimId);
  const receivedAt = input.receivedAt?.toISOString() ?? ground?.now ?? "";
  const refusals = [...(viewer.role === "MEMBER" && input.receivedAt ? [NOT_YOURS] : []), ...complaintRefusals(ground, receivedAt)];
  if (refusals.length > 0 || !ground) throw new Refused(refusals);
  const id = newId();
  const claim = { id: claimId, member_id: ground.member_id };
  await write(
    tx,
    {
      complaint: [
        {
          id,
          denial_id: ground.denial_id,
          claim_id: claimId,
          member_id: ground.member_id,
          document_reference: input.documentReference ?? null,
          received_at: receivedAt,
          due_on: answerDueOn(receivedAt, ground.extra),
          recorded_by: viewer.subject,
          denied_by: ground.decided_by,
        },
      ],
      claim_event: [eventRow(ctx, { claim, now: ground.now ?? "" }, { kind: "COMPLAINED" })],
      audit_event: [
        auditRow(viewer, traceId, {
          operation: keyed.operation,
          memberId: ground.member_id,
          object: "Claim",
          objectId: claimId,
          outcome: "ALLOWED",
        }),
      ],
      outbox: [outboxRow("claim.changed", claimId, { claimId, events: ["COMPLAINED"] })],
    },
    [outcomeOf(viewer.subject, keyed, { id })],
  );
  return (await complaintsById(tx, [id]))[0] ?? null;
}

const NOT_YOURS = refusal("NOT_YOURS_TO_STATE", "This is not for you to state.", {
  path: ["input", "receivedAt"],
  remedy: "Leave the field out.",
});
