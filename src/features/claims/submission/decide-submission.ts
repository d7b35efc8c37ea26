import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { said } from "../../../kernel/said.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { changeClaim, type ClaimChange } from "../course/change-claim.js";
import type { CaseFile } from "../case-file/case-file.js";
import { decideInformation } from "../information/information.js";
import { decided, submissionsById, type SubmissionRow } from "./submission.store.js";
import { SubmissionType, submissionView } from "./submission.type.js";

@InputType({ description: "Says whether what was handed in is enough." })
export class DecideSubmissionInput {
  @Field(() => ID, { description: "What was handed in." })
  submissionId!: string;
  @Field(() => Boolean, { description: "True: it is enough." })
  accept!: boolean;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { nullable: true, description: "What the member is told, needed where it is not enough; no diagnosis." })
  note?: string | null;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "What was handed in as decided, or every reason why not." })
export class DecideSubmissionPayload {
  @Field(() => SubmissionType, { nullable: true, description: "What was handed in; null when the act was refused." })
  submission!: SubmissionType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class DecideSubmission {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => DecideSubmissionPayload, {
    description:
      "Accepts or rejects what a member has handed in. An accepted referral is recorded with the claim and found sufficient; what an accepted bill is worth is decided by decideReimbursement.",
  })
  async decideSubmission(
    @Arg("input", () => DecideSubmissionInput) input: DecideSubmissionInput,
    @Ctx() ctx: Context,
  ): Promise<DecideSubmissionPayload> {
    const id = idOf("Submission", input.submissionId, ["input", "submissionId"]);
    const operation = "decideSubmission";
    const { result, errors } = await runMutation<SubmissionRow | null>(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        const [found] = await submissionsById(tx, [id]);
        if (!found) throw new Refused([UNKNOWN]);
        await changeClaim(ctx, tx, {
          operation,
          claimId: found.claim_id,
          decide: async (file) => {
            // behind the claim's lock: another may have been faster
            const [submission] = await submissionsById(tx, [id]);
            return decide(ctx, file, submission ?? found, input);
          },
        });
        return (await submissionsById(tx, [id]))[0] ?? null;
      },
    });
    return { submission: result && submissionView(result), errors: userErrors(errors) };
  }
}

function decide(
  { viewer }: Context,
  file: CaseFile,
  submission: SubmissionRow,
  { accept, note = null }: DecideSubmissionInput,
): ClaimChange {
  const state = accept ? "ACCEPTED" : "REJECTED";
  const change: ClaimChange = {
    refusals: [...(submission.state === "WAITING" ? [] : [DECIDED]), ...(accept || note ? [] : [NO_NOTE])],
    columns: {},
    events: [{ kind: accept ? "DOCUMENT_ACCEPTED" : "DOCUMENT_REJECTED", data: said({ submission: submission.kind, note }) }],
    changes: [decided(submission.id, state, viewer.subject, note)],
  };
  if (submission.kind === "BILL" || submission.referral_type === null || submission.issued_on === null) return change;
  if (!accept) return { ...change, columns: file.claim.information_approved_at === null ? { information_received_at: null } : {} };
  const referral = { type: submission.referral_type, issuedOn: submission.issued_on };
  const waits = file.claim.information_needs.includes("REFERRAL");
  const { refusals, columns, kinds } = decideInformation(file, {
    ...NOTHING_TOLD,
    referral,
    receivedAt: waits ? (file.claim.information_received_at ?? submission.submitted_at.toISOString()) : null,
    approvedAt: waits ? file.now : null,
  });
  return {
    ...change,
    refusals: [...change.refusals, ...refusals],
    columns,
    events: [...change.events, ...kinds.map((kind) => ({ kind, data: { fields: Object.keys(columns) } }))],
  };
}

const NOTHING_TOLD = {
  required: null,
  referralRequested: null,
  workRelated: null,
  cause: null,
  primaryOperation: null,
  condition: { code: null, aroseOn: null, diagnosedOn: null },
  flags: {},
  policeReported: null,
} as const;

const UNKNOWN = refusal("NOT_FOUND", "Nothing of that id was handed in.", {
  path: ["input", "submissionId"],
  remedy: "Take an id from the worklist.",
});
const DECIDED = refusal("ALREADY_HANDLED", "This has been decided already.", {
  path: ["input", "submissionId"],
  remedy: "Read the claim again.",
});
const NO_NOTE = refusal("REASON_MISSING", "Say what is missing.", { path: ["input", "note"], remedy: "The member is told it." });
