import { Max, MaxLength, Min, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { refusal } from "../../../kernel/refusal.js";
import { MOST_TREATMENTS } from "./approve-claim.js";
import { changeClaim } from "./change-claim.js";
import { CLAIM_ENDED, hasEnded } from "../claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";

@InputType({ description: "Allocates more treatments to a claim." })
export class AllocateTreatmentsInput extends KeyedInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Min(1)
  @Max(MOST_TREATMENTS)
  @Field(() => Int, { description: "Treatments beyond those allocated so far." })
  additional!: number;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, {
    nullable: true,
    description: "What it rests on, e.g. the therapist's status report (PRV-STATUS-REPORT); no diagnosis.",
  })
  reason?: string | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim with its portion, or every reason why not." })
export class AllocateTreatmentsPayload extends ClaimPayload {}

@Resolver()
export class AllocateTreatments {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => AllocateTreatmentsPayload, {
    description: "Allocates a further portion of treatments (COV-PORTION). Those booked and taken so far keep counting.",
  })
  async allocateTreatments(
    @Arg("input", () => AllocateTreatmentsInput) input: AllocateTreatmentsInput,
    @Ctx() ctx: Context,
  ): Promise<AllocateTreatmentsPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "allocateTreatments";
    const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
    const outcome = await runMutation(ctx, {
      operation,
      keyed,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          keyed,
          decide: ({ claim, sessions }) => ({
            refusals: [...(hasEnded(claim) ? [CLAIM_ENDED] : []), ...(claim.approved_at === null ? [NOT_APPROVED] : [])],
            // a claim without a portion has not counted so far: what is booked and taken is counted from now on
            columns:
              claim.portion_authorised === null
                ? { portion_authorised: sessions + input.additional, portion_used: sessions }
                : { portion_authorised: claim.portion_authorised + input.additional },
            events: [
              { kind: "TREATMENTS_ALLOCATED", data: { additional: input.additional, ...(input.reason ? { reason: input.reason } : {}) } },
            ],
          }),
        });
        return claimById(tx, claimId);
      },
      replay: (tx) => claimById(tx, claimId),
    });
    return claimPayload(outcome);
  }
}

const NOT_APPROVED = refusal("CLAIM_STATE", "Treatments are allocated to an approved claim.", {
  path: ["input", "claimId"],
  rule: "CLM-PRE-APPROVAL",
  clause: "insurance conditions 2025, section 4.2",
  remedy: "Approve the claim with its first portion.",
});
