import { MaxLength, MinLength } from "class-validator";
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

@InputType({ description: "Closes a claim before its treatment is over." })
export class CloseClaimInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: 'Why, 3 to 300 characters, e.g. "the member no longer needs treatment"; no diagnosis.' })
  reason!: string;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The closed claim, or every reason why not." })
export class CloseClaimPayload extends ClaimPayload {}

@Resolver()
export class CloseClaim {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => CloseClaimPayload, {
    description: "Ends a claim that is not carried on. Final; its guarantee ends, unless it was kept or broken already.",
  })
  async closeClaim(@Arg("input", () => CloseClaimInput) input: CloseClaimInput, @Ctx() ctx: Context): Promise<CloseClaimPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "closeClaim";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: async ({ claim }) => ({
            refusals: [...stateRefusals(claim, "close"), ...(await appointmentsAhead(tx, claimId))],
            columns: { state: "CLOSED" },
            events: [{ kind: "CLOSED", data: { reason: input.reason } }],
            changes: [endConsents(claimId)],
          }),
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}
