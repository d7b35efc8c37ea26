import { ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { refusal, type Refusal } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { DateTime, LocalDate } from "../../../gateway/api/scalars.js";
import { type ComplaintCause, type OperationPlace, type WorkRelated } from "../../../rules/codes.js";
import { changeClaim } from "../course/change-claim.js";
import { ClaimFlagsInput, flagsIn } from "../claim-flags.type.js";
import { ReferralInput } from "../claim-inputs.type.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { decideInformation, type InformationRequest } from "./information.js";
import { ComplaintCauseEnum, ConditionCodeEnum, OperationPlaceEnum, WorkRelatedEnum } from "../../../vocabulary/rules.type.js";
import type { ConditionCode } from "../../../rules/data/conditions.js";

@InputType({ description: "What the health team has found out about the condition." })
export class ConditionFactsInput {
  @Field(() => ConditionCodeEnum, { nullable: true, description: "What it is." })
  code?: ConditionCode | null;
  @Field(() => LocalDate, { nullable: true, description: "First symptoms, or the event." })
  aroseOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: "When it was diagnosed." })
  diagnosedOn?: string | null;
}

@InputType({ description: "Records facts of a claim. What is left out stays as it is." })
export class RecordInformationInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, { nullable: true, description: "Version it rests on; refused with VERSION_CONFLICT when somebody was faster." })
  expectedVersion?: number | null;
  @Field(() => Boolean, { nullable: true, description: "More information is needed; the clock waits for it (GUA-CLOCK-INFO)." })
  required?: boolean | null;
  @Field(() => DateTime, { nullable: true, description: "When the last needed information was received." })
  receivedAt?: Date | null;
  @Field(() => DateTime, { nullable: true, description: "Health team only: when it was found sufficient." })
  approvedAt?: Date | null;
  @ValidateNested()
  @Field(() => ReferralInput, { nullable: true, description: "The doctor's referral or recommendation." })
  referral?: ReferralInput | null;
  @Field(() => Boolean, { nullable: true, description: "Health team only: a referral or recommendation is asked for (REF-GENERAL)." })
  referralRequested?: boolean | null;
  @Field(() => WorkRelatedEnum, { nullable: true, description: "Health team only: whether it is caused by work (MEM-WORK-RELATED)." })
  workRelated?: WorkRelated | null;
  @Field(() => ComplaintCauseEnum, { nullable: true, description: "Health team only: what caused it, of the causes that are not covered." })
  cause?: ComplaintCause | null;
  @Field(() => OperationPlaceEnum, {
    nullable: true,
    description: "Health team only: where the operation was done that a re-operation follows (COV-REOP).",
  })
  primaryOperation?: OperationPlace | null;
  @ValidateNested()
  @Field(() => ConditionFactsInput, { nullable: true, description: "Health team only: the condition." })
  condition?: ConditionFactsInput | null;
  @ValidateNested()
  @Field(() => ClaimFlagsInput, { nullable: true, description: "Health team only: rare facts of the case." })
  facts?: ClaimFlagsInput | null;
  @Field(() => Boolean, { nullable: true, description: "Health team only: the event was reported to the police (COV-CRISIS-POLICE)." })
  policeReported?: boolean | null;
}

@visibleTo("HEALTH_TEAM", "INTEGRATION")
@ObjectType({ description: "The claim with what was recorded, or every reason why not." })
export class RecordInformationPayload extends ClaimPayload {}

@Resolver()
export class RecordInformation {
  @visibleTo("HEALTH_TEAM", "INTEGRATION")
  @Mutation(() => RecordInformationPayload, {
    description:
      "Records what was asked for, received and found sufficient, and facts of the case. The claims system may say that information or a referral came in.",
  })
  async recordInformation(
    @Arg("input", () => RecordInformationInput) input: RecordInformationInput,
    @Ctx() ctx: Context,
  ): Promise<RecordInformationPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "recordInformation";
    const told = informationIn(input);
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: (file) => {
            const { refusals, columns, kinds } = decideInformation(file, told);
            const fields = Object.keys(columns);
            return {
              refusals: [...roleRefusals(ctx, input), ...refusals],
              columns,
              events: kinds.map((kind) => ({ kind, data: { fields } })),
            };
          },
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}

function informationIn(input: RecordInformationInput): InformationRequest {
  const { condition } = input;
  return {
    required: input.required ?? null,
    receivedAt: input.receivedAt?.toISOString() ?? null,
    approvedAt: input.approvedAt?.toISOString() ?? null,
    referral: input.referral ?? null,
    referralRequested: input.referralRequested ?? null,
    workRelated: input.workRelated ?? null,
    cause: input.cause ?? null,
    primaryOperation: input.primaryOperation ?? null,
    condition: {
      code: condition?.code ?? null,
      aroseOn: condition?.aroseOn ?? null,
      diagnosedOn: condition?.diagnosedOn ?? null,
    },
    flags: flagsIn(input.facts),
    policeReported: input.policeReported ?? null,
  };
}

const JUDGEMENTS = [
  "approvedAt",
  "referralRequested",
  "workRelated",
  "cause",
  "primaryOperation",
  "condition",
  "facts",
  "policeReported",
] as const;

function roleRefusals({ viewer }: Context, input: RecordInformationInput): Refusal[] {
  if (viewer.role === "HEALTH_TEAM") return [];
  return JUDGEMENTS.flatMap((field) =>
    input[field] === undefined || input[field] === null
      ? []
      : [
          refusal("NOT_YOURS_TO_STATE", "This is the health team's to judge.", {
            path: ["input", field],
            rule: "CLM-HEALTH-TEAM-DECIDES",
            clause: "insurance conditions 2025, section 4.9",
            remedy: "Leave the field out.",
          }),
        ],
  );
}
