import { Max, Min } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime } from "../../../gateway/api/scalars.js";
import { type Cover, type Mode } from "../../../rules/codes.js";
import { decideApproval } from "./approval.js";
import type { CaseFile } from "../case-file/case-file.js";
import { askedFor, changeClaim, type ClaimChange } from "./change-claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { CoverEnum, TreatmentModeEnum } from "../../../vocabulary/rules.type.js";

/** More than any course of treatment has; a slip of the keyboard is caught here. */
export const MOST_TREATMENTS = 200;

@InputType({ description: "Approves a claim." })
export class ApproveClaimInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @Field(() => CoverEnum, {
    nullable: true,
    description: "The cover it is handled under, if another than reported.",
  })
  under?: Cover | null;
  @Field(() => TreatmentModeEnum, { nullable: true, description: "Who treats, if another than reported." })
  mode?: Mode | null;
  @Min(1)
  @Max(MOST_TREATMENTS)
  @Field(() => Int, {
    nullable: true,
    description: "Treatments allocated; needed with own choice, options A and F and the psychiatrist (COV-PORTION).",
  })
  portion?: number | null;
  @Field(() => DateTime, { nullable: true, description: "When it was decided, if not now. The guarantee's clock starts from it." })
  approvedAt?: Date | null;
}

@visibleTo("HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The approved claim, or every reason why an approval could not lead to a covered treatment." })
export class ApproveClaimPayload extends ClaimPayload {}

@Resolver()
export class ApproveClaim {
  @visibleTo("HEALTH_TEAM", "INTEGRATION")
  @Mutation(() => ApproveClaimPayload, {
    description:
      "Approves a claim and starts its guarantee. The claims system approves what was reported online and meets the criteria of automatic approval (CLM-AUTO-APPROVE); everything else is the health team's.",
  })
  async approveClaim(@Arg("input", () => ApproveClaimInput) input: ApproveClaimInput, @Ctx() ctx: Context): Promise<ApproveClaimPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "approveClaim";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: (file) => approve(ctx, file, input),
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}

function approve(ctx: Context, file: CaseFile, input: ApproveClaimInput): ClaimChange {
  const { refusals, columns, needs } = decideApproval(file, {
    approvedAt: input.approvedAt?.toISOString() ?? file.now,
    under: input.under ?? null,
    mode: input.mode ?? null,
    portion: input.portion ?? null,
    automatic: ctx.viewer.role === "INTEGRATION" ? { switchedOn: ctx.services.config.automaticApproval } : null,
  });
  const portion = input.portion ? { portion: input.portion } : {};
  return {
    refusals,
    columns,
    events: [
      { kind: "APPROVED", data: { under: columns.under, mode: columns.mode, ...portion } },
      ...(needs.length > 0 ? [askedFor(...needs)] : []),
    ],
  };
}
