import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { globalId, idOf } from "../../../gateway/api/node.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import type { CaseFile } from "../case-file/case-file.js";
import { claimById } from "../claim.store.js";
import { claimPayload, ClaimPayload } from "../claim-payload.type.js";
import { changeClaim, type ClaimChange } from "../course/change-claim.js";
import { designationRefusals, type Designated } from "./designation.js";
import { designationGround, endDesignation } from "./designation.store.js";

@InputType({ description: "Designates who treats a claim, or another than before." })
export class DesignateInput {
  @Field(() => ID, { description: "The claim, for a service of specialists, hospitals or programmes." })
  claimId!: string;
  @Field(() => Int, {
    nullable: true,
    description: "Version the decision rests on; refused with VERSION_CONFLICT when somebody was faster.",
  })
  expectedVersion?: number | null;
  @Field(() => ID, { description: "The clinic or hospital; it offers the service under an agreement in force." })
  clinicId!: string;
  @Field(() => ID, { nullable: true, description: "The specialist, if it has to be this one." })
  practitionerId?: string | null;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: "Why this place, 3 to 300 characters; the member reads it. No diagnosis." })
  reason!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim with its designation, or every reason why not." })
export class DesignatePayload extends ClaimPayload {}

@Resolver()
export class Designate {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => DesignatePayload, {
    description:
      "Says where a claim is treated, and with whom (PRV-DESIGNATED). The member then finds and books times there and nowhere else; appointments that were made stay.",
  })
  async designate(@Arg("input", () => DesignateInput) input: DesignateInput, @Ctx() ctx: Context): Promise<DesignatePayload> {
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const place = {
      clinic_id: idOf("Clinic", input.clinicId, ["input", "clinicId"]),
      practitioner_id: input.practitionerId ? idOf("Practitioner", input.practitionerId, ["input", "practitionerId"]) : null,
    };
    const operation = "designate";
    const outcome = await runMutation(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        const { expectedVersion, reason } = input;
        const decide = (file: CaseFile) => designated(ctx, tx, file, { place, reason });
        await changeClaim(ctx, tx, { operation, claimId, expectedVersion, decide });
        return claimById(tx, claimId);
      },
    });
    return claimPayload(outcome);
  }
}

type Asked = { readonly place: Designated; readonly reason: string };

async function designated(ctx: Context, tx: Tx, file: CaseFile, { place, reason }: Asked): Promise<ClaimChange> {
  const { claim, designated: before, now } = file;
  const service = claim.service_code;
  const ground = await designationGround(tx, { clinicId: place.clinic_id, practitionerId: place.practitioner_id, service });
  const refusals = designationRefusals(claim, before, place, ground);
  if (refusals.length === 0 && before !== null) await endDesignation(tx, claim.id, now);
  return {
    refusals,
    columns: {},
    events: [{ kind: before === null ? "DESIGNATED" : "DESIGNATED_ANEW", data: { reason, clinicId: globalId("Clinic", place.clinic_id) } }],
    rows: {
      designation: [
        {
          id: newId(),
          claim_id: claim.id,
          member_id: claim.member_id,
          ...place,
          reason,
          designated_by: ctx.viewer.subject,
          designated_at: now,
        },
      ],
    },
  };
}
