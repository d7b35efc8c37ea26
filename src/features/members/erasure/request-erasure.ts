import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import type { ErasureGround } from "../../../../schema/states.js";
import { erasureRefusals } from "./erasure.js";
import { asRetention, obstaclesToErasure } from "./erasure.store.js";
import { erasureRequestById, erasureRequestOf, type ErasureRequestRow } from "./erasure-request.store.js";
import { erasureAudited, erasurePayload, ErasurePayload } from "./erasure-request.type.js";
import { ErasureGroundEnum } from "../member-enums.type.js";

@InputType({ description: "Asks that a person be erased." })
export class RequestErasureInput {
  @Field(() => ID, { description: "The member." })
  memberId!: string;
  @Field(() => ErasureGroundEnum, { description: "Ground of GDPR article 17(1)." })
  ground!: ErasureGround;
}

@Resolver()
export class RequestErasure {
  @visibleTo("HEALTH_TEAM")
  @Mutation(() => ErasurePayload, {
    description:
      "Asks that a person be erased. Refused with everything that stands in the way: a legal hold, an open appointment, unpaid treatment. Nothing is erased before a colleague approves it. Asked twice, it answers the request that stands.",
  })
  async requestErasure(@Arg("input", () => RequestErasureInput) input: RequestErasureInput, @Ctx() ctx: Context): Promise<ErasurePayload> {
    const memberId = idOf("Member", input.memberId, ["input", "memberId"]);
    return erasurePayload(
      await runMutation(ctx, {
        operation: "requestErasure",
        keyed: null,
        rights: "RETENTION",
        work: (tx) => ask(ctx, tx, memberId, input.ground),
      }),
    );
  }
}

async function ask(ctx: Context, tx: Tx, memberId: string, ground: ErasureGround): Promise<ErasureRequestRow | null> {
  // locks the member, so that of two requests the second finds the first
  const obstacles = await asRetention(tx, ctx.viewer, () => obstaclesToErasure(tx, memberId));
  if (obstacles === null) throw new Refused([NO_MEMBER]);
  if (obstacles.length > 0) throw new Refused(erasureRefusals(obstacles));
  const standing = await erasureRequestOf(tx, memberId);
  if (standing) return standing;
  const id = newId();
  await write(tx, {
    erasure_request: [{ id, member_id: memberId, ground, state: "REQUESTED", requested_by: ctx.viewer.subject }],
    audit_event: [auditRow(ctx.viewer, ctx.traceId, erasureAudited("requestErasure", { id, member_id: memberId }))],
  });
  return erasureRequestById(tx, id);
}

const NO_MEMBER = refusal("NOT_FOUND", "There is no such member.", { path: ["input", "memberId"], remedy: "Check the id." });
