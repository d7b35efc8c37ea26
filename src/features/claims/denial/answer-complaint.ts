import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { changeClaim } from "../course/change-claim.js";
import { informationComplete } from "../claim.js";
import { answered, complaintsById, type ComplaintRow } from "./denial.store.js";
import { ComplaintType, complaintView } from "./denial.type.js";

@InputType({ description: "Answers a complaint." })
export class AnswerComplaintInput {
  @Field(() => ID, { description: "The complaint." })
  complaintId!: string;
  @Field(() => Boolean, { description: "True: the claim is decided anew. False: the denial stands." })
  reopen!: boolean;
  @MinLength(3)
  @MaxLength(1000)
  @Field(() => String, { description: "What the member is told, 3 to 1000 characters; no diagnosis." })
  answer!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The complaint as answered, or every reason why not." })
export class AnswerComplaintPayload {
  @Field(() => ComplaintType, { nullable: true, description: "The complaint; null when the act was refused." })
  complaint!: ComplaintType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class AnswerComplaint {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => AnswerComplaintPayload, {
    description:
      "Answers a complaint; not by who denied. Reopened, the claim stands as it was reported, with the instant it was received: it is approved or denied anew, and its promise counts from then.",
  })
  async answerComplaint(
    @Arg("input", () => AnswerComplaintInput) input: AnswerComplaintInput,
    @Ctx() ctx: Context,
  ): Promise<AnswerComplaintPayload> {
    const id = idOf("Complaint", input.complaintId, ["input", "complaintId"]);
    const operation = "answerComplaint";
    const { result, errors } = await runMutation<ComplaintRow | null>(ctx, {
      operation,
      keyed: null,
      work: async (tx) => {
        const [found] = await complaintsById(tx, [id]);
        if (!found) throw new Refused([UNKNOWN]);
        await changeClaim(ctx, tx, {
          operation,
          claimId: found.claim_id,
          decide: async ({ claim }) => {
            const [complaint] = await complaintsById(tx, [id]);
            const state = input.reopen ? "REOPENED" : "UPHELD";
            const stands = informationComplete(claim) ? "REPORTED" : "AWAITING_INFORMATION";
            return {
              refusals: [...(complaint?.state === "OPEN" ? [] : [ANSWERED]), ...(found.denied_by === ctx.viewer.subject ? [OWN] : [])],
              columns: input.reopen && claim.state === "DENIED" ? { state: stands } : {},
              events: [{ kind: input.reopen ? "REOPENED" : "DENIAL_UPHELD", data: { answer: input.answer } }],
              changes: [answered(id, state, ctx.viewer.subject, input.answer)],
            };
          },
        });
        return (await complaintsById(tx, [id]))[0] ?? null;
      },
    });
    return { complaint: result && complaintView(result), errors: userErrors(errors) };
  }
}

const PATH = { path: ["input", "complaintId"] } as const;
const UNKNOWN = refusal("NOT_FOUND", "There is no such complaint.", { ...PATH, remedy: "Take an id from the worklist." });
const ANSWERED = refusal("COMPLAINT_ANSWERED", "This complaint has been answered.", { ...PATH, remedy: "Read the claim again." });
const OWN = refusal("COMPLAINT_OWN_DECISION", "Somebody else answers than who denied the claim.", {
  ...PATH,
  rule: "CMP-DEPARTMENT-FIRST",
  clause: "insurance conditions 2025, section 8.11",
  remedy: "Leave it to a colleague.",
});
