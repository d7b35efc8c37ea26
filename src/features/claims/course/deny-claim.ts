import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { changeClaim } from "./change-claim.js";
import { stateRefusals } from "../claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { newId } from "../../../platform/random.js";
import { complaintUntil, denialReasons } from "../denial/denial.js";
import { endConsents } from "./claim-ending.js";
import { explainToday } from "./report.js";
import { DenialReasonEnum } from "../../../vocabulary/rules.type.js";

@InputType({ description: "Denies a claim." })
export class DenyClaimInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Field(() => [DenialReasonEnum], { description: "Why. The member is told them (CLM-DENIAL-REASONS)." })
  reasons!: string[];
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "What the member is told beside the reasons; no diagnosis." })
  note?: string | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The denied claim, or every reason why not." })
export class DenyClaimPayload extends ClaimPayload {}

@Resolver()
export class DenyClaim {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => DenyClaimPayload, {
    description:
      "Denies a claim that has not been approved. The decision is kept with the clause and the remedy of each reason; final, unless a complaint reopens it.",
  })
  async denyClaim(@Arg("input", () => DenyClaimInput) input: DenyClaimInput, @Ctx() ctx: Context): Promise<DenyClaimPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "denyClaim";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: (file) => {
            const reasons = denialReasons(input.reasons, explainToday(file));
            return {
              refusals: stateRefusals(file.claim, "deny"),
              columns: { state: "DENIED" },
              events: [{ kind: "DENIED", data: { reasons, ...(input.note ? { note: input.note } : {}) } }],
              changes: [endConsents(claimId)],
              rows: {
                denial: [
                  {
                    id: newId(),
                    claim_id: claimId,
                    member_id: file.claim.member_id,
                    reasons,
                    note: input.note ?? null,
                    decided_by: ctx.viewer.subject,
                    decided_at: file.now,
                    complaint_until: complaintUntil(file.now),
                  },
                ],
              },
            };
          },
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}
