import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { changeClaim } from "./change-claim.js";
import { decideNetworkMove } from "./network-move.js";

@InputType({ description: "Moves a claim from a therapist of own choice into the network." })
export class MoveToNetworkInput {
  @Field(() => ID, { description: "The claim, approved for own choice." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Why, 3 to 300 characters, e.g. that the member wishes another therapist; no diagnosis." })
  reason!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim in the network, or every reason why not." })
export class MoveToNetworkPayload extends ClaimPayload {}

@Resolver()
export class MoveToNetwork {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => MoveToNetworkPayload, {
    description:
      "Lets a course go on in the network (PRV-MOVE-TO-NETWORK). Treatments taken keep counting against limits and portion, bills for them are still decided, and a child that has begun with a psychologist of own choice stays there.",
  })
  async moveToNetwork(
    @Arg("input", () => MoveToNetworkInput) input: MoveToNetworkInput,
    @Ctx() ctx: Context,
  ): Promise<MoveToNetworkPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "moveToNetwork";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: (file) => ({
            ...decideNetworkMove(file),
            events: [{ kind: "MOVED_TO_NETWORK", data: { reason: input.reason, used: file.sessions } }],
          }),
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}
