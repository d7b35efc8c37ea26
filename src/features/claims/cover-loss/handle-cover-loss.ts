import { MaxLength, MinLength } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { coverLossesById, handleLoss, type CoverLossRow } from "./cover-loss.store.js";
import { CoverLossType, coverLossView } from "./cover-loss.type.js";

@InputType({ description: "Says that a lost cover has been dealt with." })
export class HandleCoverLossInput {
  @Field(() => ID, { description: "The entry of coverLosses." })
  coverLossId!: string;
  @MinLength(3)
  @MaxLength(300)
  @Field(() => String, { description: 'What was done, 3 to 300 characters, e.g. "the member pays herself"; no diagnosis.' })
  note!: string;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The entry, or every reason why not." })
export class HandleCoverLossPayload {
  @Field(() => CoverLossType, { nullable: true, description: "The entry; null when the act was refused." })
  coverLoss!: CoverLossType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver()
export class HandleCoverLoss {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => HandleCoverLossPayload, {
    description: "Takes an entry off the list. It comes back only when another reason takes the ground from the same appointment.",
  })
  async handleCoverLoss(
    @Arg("input", () => HandleCoverLossInput) input: HandleCoverLossInput,
    @Ctx() ctx: Context,
  ): Promise<HandleCoverLossPayload> {
    const id = idOf("CoverLoss", input.coverLossId, ["input", "coverLossId"]);
    const operation = "handleCoverLoss";
    const { result, errors } = await runMutation(ctx, { operation, keyed: null, work: (tx) => handle(ctx, tx, id, input.note) });
    return { coverLoss: result && coverLossView(result), errors: userErrors(errors) };
  }
}

async function handle(ctx: Context, tx: Tx, id: string, note: string): Promise<CoverLossRow | null> {
  const [loss] = await coverLossesById(tx, [id]);
  if (!loss) throw new Refused([UNKNOWN]);
  if (loss.ended_at !== null) throw new Refused([HANDLED]);
  const audited = {
    operation: "handleCoverLoss",
    memberId: loss.member_id,
    object: "CoverLoss",
    objectId: id,
    fields: ["note"],
    outcome: "ALLOWED",
  } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [handleLoss(id, ctx.viewer.subject, note)]);
  const [after] = await coverLossesById(tx, [id]);
  return after ?? null;
}

const PATH = { path: ["input", "coverLossId"] } as const;
const UNKNOWN = refusal("NOT_FOUND", "There is no such entry.", { ...PATH, remedy: "Take an id from coverLosses." });
const HANDLED = refusal("ALREADY_HANDLED", "This has been dealt with, or the cover has come back.", {
  ...PATH,
  remedy: "Read the list again.",
});
