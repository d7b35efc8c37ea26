import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { Claim } from "../../../../schema/rows.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { change, write } from "../../../platform/postgres/write.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { claimById } from "../claim.store.js";
import { claimView, ClaimType } from "../claim.type.js";

@InputType({ description: "Puts a case on one's own list, or gives it back." })
export class TakeClaimInput {
  @Field(() => ID, { description: "The claim." })
  claimId!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: "True: it is mine from now on, whoever had it. False: nobody's, and refused where it is another's.",
  })
  mine!: boolean;
}

@visibleTo("HEALTH_TEAM")
@ObjectType({ description: "The claim, or every reason why not." })
export class TakeClaimPayload {
  @Field(() => ClaimType, { nullable: true, description: "The claim; null when the act was refused." })
  claim!: ClaimType | null;
  @Field(() => [UserError], { description: "Every reason why not; empty on success." })
  errors!: readonly UserError[];
}

@Resolver(() => ClaimType)
export class TakeClaim {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => TakeClaimPayload, {
    description:
      "Says who of the health team follows a case: the board of that person can show only these. Doing it twice changes nothing.",
  })
  async takeClaim(@Arg("input", () => TakeClaimInput) input: TakeClaimInput, @Ctx() ctx: Context): Promise<TakeClaimPayload> {
    const id = idOf("Claim", input.claimId, ["input", "claimId"]);
    const operation = "takeClaim";
    const { result, errors } = await runMutation(ctx, { operation, keyed: null, work: (tx) => take(ctx, tx, id, input.mine) });
    return { claim: result && claimView(result), errors: userErrors(errors) };
  }

  @visibleTo("HEALTH_TEAM")
  @FieldResolver(() => Boolean, { description: "Whoever asks has it on their own list." })
  isMine(@Root() { handledBy }: ClaimType, @Ctx() { viewer }: Context): boolean {
    return handledBy === viewer.subject;
  }
}

const TAKE = statement("take_claim", "update claim set handled_by = $2 where id = $1");

async function take(ctx: Context, tx: Tx, id: string, mine: boolean): Promise<Claim | null> {
  const found = await claimById(tx, id);
  if (!found) throw new Refused([UNKNOWN]);
  const handledBy = mine ? ctx.viewer.subject : null;
  if (found.handledBy === handledBy) return found;
  if (!mine && found.handledBy !== ctx.viewer.subject) throw new Refused([ANOTHERS]);
  const audited = {
    operation: "takeClaim",
    memberId: found.memberId,
    object: "Claim",
    objectId: id,
    fields: ["handledBy"],
    outcome: "ALLOWED",
  } as const;
  await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [change(TAKE.with(id, handledBy))]);
  return claimById(tx, id);
}

const PATH = { path: ["input", "claimId"] } as const;
const UNKNOWN = refusal("NOT_FOUND", "There is no such claim.", { ...PATH, remedy: "Check the id." });
const ANOTHERS = refusal("CLAIM_OF_ANOTHER", "This case is on another person's list.", {
  ...PATH,
  remedy: "Take it over first, or ask whoever has it to give it back.",
});
