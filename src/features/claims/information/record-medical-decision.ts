import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { changeClaim } from "../course/change-claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { decideMedically, type MedicalDecisionKind } from "./medical-decision.js";
import { MedicalDecisionKindEnum } from "../claim-enums.type.js";

@InputType({ description: "A medical decision about a claim, or that it is taken back." })
export class RecordMedicalDecisionInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @Field(() => MedicalDecisionKindEnum, { description: "What is decided." })
  kind!: MedicalDecisionKind;
  @Field(() => Boolean, { defaultValue: false, description: "True takes a decision back." })
  withdrawn!: boolean;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Why, 3 to 300 characters; no diagnosis." })
  reason!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim with what was decided, or every reason why not." })
export class RecordMedicalDecisionPayload extends ClaimPayload {}

@Resolver()
export class RecordMedicalDecision {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => RecordMedicalDecisionPayload, {
    description:
      "Records a medical decision that sets a derived fact aside. It bears the name of the person who makes it, and the rules decide with it from then on.",
  })
  async recordMedicalDecision(
    @Arg("input", () => RecordMedicalDecisionInput) input: RecordMedicalDecisionInput,
    @Ctx() ctx: Context,
  ): Promise<RecordMedicalDecisionPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "recordMedicalDecision";
    const { kind, withdrawn, reason } = input;
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: ({ claim, now }) => {
            const { refusals, decisions } = decideMedically(claim, { kind, withdrawn, by: ctx.viewer.subject, at: now, reason });
            return {
              refusals,
              columns: { medical_decisions: decisions },
              events: [{ kind: withdrawn ? "MEDICAL_DECISION_WITHDRAWN" : "MEDICAL_DECISION", data: { fields: [kind], reason } }],
            };
          },
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}
