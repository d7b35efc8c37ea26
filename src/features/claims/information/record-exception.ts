import { Max, MaxLength, Min, MinLength, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LocalDate } from "../../../gateway/api/scalars.js";
import { type Sector } from "../../../rules/codes.js";
import { changeClaim } from "../course/change-claim.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { decideException, type RecordedException } from "./exception.js";
import { SectorEnum } from "../../../vocabulary/rules.type.js";

@InputType({ description: "An appointment that was offered and rejected." })
export class DeclinedOfferInput {
  @Field(() => LocalDate, { description: "Day of the offered appointment." })
  appointmentOn!: string;
  @Field(() => SectorEnum, { defaultValue: "PRIVATE", description: "Who offered it." })
  sector!: Sector;
}

@InputType({ description: "Records exceptions of the guarantee. What is left out stays as it is." })
export class RecordExceptionInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Int, { nullable: true, description: "Version it rests on; refused with VERSION_CONFLICT when somebody was faster." })
  expectedVersion?: number | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Earliest day the member wishes; null takes a wish back (GUA-EXC-LATER). The member may record this.",
  })
  wishedNotBefore?: string | null;
  @ValidateNested()
  @Field(() => DeclinedOfferInput, {
    nullable: true,
    description: "An offer the member rejected (GUA-EXC-DECLINED); added to those on record.",
  })
  declinedOffer?: DeclinedOfferInput | null;
  @Field(() => Boolean, { nullable: true, description: "Needs help sooner than planned treatment can give (CLM-EMERGENCY)." })
  emergency?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Starting within the period is not medically appropriate (GUA-EXC-MEDICAL)." })
  notMedicallyAppropriate?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Postponed for medical reasons (GUA-EXC-POSTPONED)." })
  medicallyPostponed?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Highly specialised; belongs to the public system (GUA-EXC-SPECIALISED)." })
  highlySpecialised?: boolean | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: "Earliest appointment the public system has offered or can offer; null takes it back (GUA-EXC-PUBLIC).",
  })
  publicOfferOn?: string | null;
  @Min(0)
  @Max(250)
  @Field(() => Int, {
    nullable: true,
    description: "Working days granted in all for a major conflict or an unforeseeable event, with a reason (GUA-EXC-EXTENSION).",
  })
  extensionWorkingDays?: number | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { nullable: true, description: "Why, 3 to 300 characters; needed for an extension. No diagnosis." })
  reason?: string | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "The claim with its guarantee computed anew, or every reason why not." })
export class RecordExceptionPayload extends ClaimPayload {}

@Resolver()
export class RecordException {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => RecordExceptionPayload, {
    description:
      "Records what ends or moves a guarantee. A member may record the own wish for a later date; everything else is the health team's.",
  })
  async recordException(
    @Arg("input", () => RecordExceptionInput) input: RecordExceptionInput,
    @Ctx() ctx: Context,
  ): Promise<RecordExceptionPayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "recordException";
    const reason = input.reason ?? null;
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          expectedVersion: input.expectedVersion,
          decide: (file) => {
            const { fields, ...decided } = decideException(file, exceptionIn(input), ctx.viewer.role === "MEMBER", reason);
            return { ...decided, events: [{ kind: "EXCEPTION_RECORDED", data: { fields, ...(reason === null ? {} : { reason }) } }] };
          },
        });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}

/** A null takes a date back; for what is not a date it says nothing. */
function exceptionIn(input: RecordExceptionInput): RecordedException {
  return {
    wishedNotBefore: input.wishedNotBefore,
    publicOfferOn: input.publicOfferOn,
    declinedOffer: input.declinedOffer
      ? { appointmentOn: input.declinedOffer.appointmentOn, sector: input.declinedOffer.sector }
      : undefined,
    emergency: input.emergency ?? undefined,
    notMedicallyAppropriate: input.notMedicallyAppropriate ?? undefined,
    medicallyPostponed: input.medicallyPostponed ?? undefined,
    highlySpecialised: input.highlySpecialised ?? undefined,
    extensionWorkingDays: input.extensionWorkingDays ?? undefined,
  };
}
