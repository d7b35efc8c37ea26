import { MaxLength, MinLength, ValidateNested } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { BigIntScalar, LocalDate } from "../../../gateway/api/scalars.js";
import { refusal } from "../../../kernel/refusal.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { newId } from "../../../platform/random.js";
import { ActPayload, KeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { changeClaim } from "../course/change-claim.js";
import { ReferralInput } from "../claim-inputs.type.js";
import { outcomeOf } from "../../../platform/idempotency.js";
import { receivedColumns, submissionRefusals, type Submitted } from "./submission.js";
import { isSubmitted, submissionsById, type SubmissionRow } from "./submission.store.js";
import { SubmissionType, submissionView } from "./submission.type.js";

@InputType({ description: "A bill of a treatment of the member's own choice." })
export class BillInput {
  @Field(() => LocalDate, { description: "Day of the treatment." })
  treatedOn!: string;
  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, { description: "The bill's own number." })
  reference!: string;
  @Field(() => BigIntScalar, { description: "What was paid, in øre." })
  feeMinor!: bigint;
}

@InputType({ description: "A document as facts: exactly one of referral and bill." })
export class SubmitDocumentInput extends KeyedInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @MinLength(1)
  @MaxLength(80)
  @Field(() => String, { description: "Where the document is kept, e.g. its number in the portal's archive; no content of it." })
  documentReference!: string;
  @ValidateNested()
  @Field(() => ReferralInput, { nullable: true, description: "The doctor's referral or recommendation." })
  referral?: ReferralInput | null;
  @ValidateNested()
  @Field(() => BillInput, { nullable: true, description: "The bill." })
  bill?: BillInput | null;
}

@visibleTo("MEMBER", "HEALTH_TEAM")
@ObjectType({ description: "What was handed in, or every reason why not." })
export class SubmitDocumentPayload extends ActPayload {
  @Field(() => SubmissionType, { nullable: true, description: "What was handed in; null when the act was refused." })
  submission!: SubmissionType | null;
}

@Resolver()
export class SubmitDocument {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => SubmitDocumentPayload, {
    description: "Hands in a referral or a bill. The health team looks at it within two working days and says whether it is enough.",
  })
  async submitDocument(
    @Arg("input", () => SubmitDocumentInput) input: SubmitDocumentInput,
    @Ctx() ctx: Context,
  ): Promise<SubmitDocumentPayload> {
    const { referral, bill } = input;
    const claimId = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "submitDocument";
    const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
    const id = newId();
    const said: Submitted = {
      kind: referral ? "REFERRAL" : "BILL",
      issuedOn: referral?.issuedOn ?? null,
      treatedOn: bill?.treatedOn ?? null,
    };
    const outcome = await runMutation<SubmissionRow | null>(ctx, {
      operation,
      keyed,
      work: async (tx) => {
        await changeClaim(ctx, tx, {
          operation,
          claimId,
          decide: async (file) => ({
            refusals: [
              ...(Boolean(referral) === Boolean(bill) ? [ONE_DOCUMENT] : []),
              ...(bill && bill.feeMinor <= 0n ? [NO_FEE] : []),
              ...submissionRefusals(file, said),
              ...((await isSubmitted(tx, claimId, said.kind, input.documentReference)) ? [SUBMITTED] : []),
            ],
            columns: receivedColumns(file.claim, said.kind, file.now),
            events: [{ kind: "DOCUMENT_SUBMITTED", data: { submission: said.kind } }],
            rows: {
              submission: [
                {
                  id,
                  claim_id: claimId,
                  member_id: file.claim.member_id,
                  kind: said.kind,
                  document_reference: input.documentReference,
                  referral_type: referral?.type ?? null,
                  issued_on: said.issuedOn,
                  treated_on: said.treatedOn,
                  bill_reference: bill?.reference ?? null,
                  fee_minor: bill?.feeMinor ?? null,
                  submitted_by: ctx.viewer.subject,
                },
              ],
            },
            changes: [outcomeOf(ctx.viewer.subject, keyed, { id })],
          }),
        });
        return (await submissionsById(tx, [id]))[0] ?? null;
      },
      replay: async (tx, stored) => (await submissionsById(tx, [(stored as { id: string }).id]))[0] ?? null,
    });
    return { submission: outcome.result && submissionView(outcome.result), errors: userErrors(outcome.errors), replayed: outcome.replayed };
  }
}

const ONE_DOCUMENT = refusal("FIELD_MISSING", "A document is exactly one of referral and bill.", {
  path: ["input"],
  remedy: "Give one of them.",
});
const NO_FEE = refusal("AMOUNT_NOT_POSITIVE", "A bill is of more than nothing.", {
  path: ["input", "bill", "feeMinor"],
  remedy: "Correct the amount.",
});
const SUBMITTED = refusal("SUBMISSION_RECORDED", "This document has been handed in for this claim already.", {
  path: ["input", "documentReference"],
  remedy: "Read the claim's submissions.",
});
