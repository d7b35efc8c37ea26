import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { changeClaim } from "./change-claim.js";
import { stateRefusals } from "../claim.js";
import { appointmentsAhead, endConsents } from "./claim-ending.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";

@InputType({ description: "Completes a claim whose treatment is over." })
export class CompleteClaimInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The completed claim, or every reason why not." })
export class CompleteClaimPayload extends ClaimPayload {}

@Resolver()
export class CompleteClaim {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => CompleteClaimPayload, { description: "Ends a claim in treatment. Final; its consents end with it." })
  async completeClaim(
    @Arg("input", () => CompleteClaimInput) input: CompleteClaimInput,
    @Ctx() ctx: Context,
  ): Promise<CompleteClaimPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "completeClaim";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: async ({ claim }) => ({
            refusals: [...stateRefusals(claim, "complete"), ...(await appointmentsAhead(tx, claimId))],
            columns: { state: "COMPLETED" },
            events: [{ kind: "COMPLETED" }],
            changes: [endConsents(claimId)],
          }),
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}
