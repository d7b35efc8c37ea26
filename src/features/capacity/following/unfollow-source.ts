import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { refOrNull, relation, type Ref } from "../../../gateway/api/relation.js";
import { UUID } from "../../../gateway/api/scalars.js";
import { Refused, refusal } from "../../../kernel/refusal.js";
import type { IdempotencyKey } from "../../../platform/idempotency.js";
import { UserError, userErrors } from "../../../vocabulary/user-error.type.js";
import { lockClinicForPublishing } from "../publication/publication.store.js";
import { recordPublication, UNKNOWN_CLINIC } from "../publication/publish-through.js";
import { removeFollowed } from "./followed-source.store.js";

@InputType({ description: "Stops fetching a calendar or publication." })
export class UnfollowSourceInput {
  @Field(() => UUID, { description: "Repeating a request with the same key has one effect; kept 72 hours." })
  idempotencyKey!: string;
  @Field(() => ID, { description: "The clinic; must be one of your own." })
  clinicId!: string;
  @Field(() => ID, { description: "What is followed, by its id in `Clinic.capacitySources`." })
  followedId!: string;
}

@visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
@ObjectType({ description: "The clinic without what was followed, or every reason why nothing was done." })
export class UnfollowSourcePayload {
  @relation("Clinic", { nullable: true, description: "The clinic; null when it was refused." })
  clinic!: Ref | null;
  @Field(() => [UserError], { description: "Every reason why nothing was done; empty on success." })
  errors!: readonly UserError[];
  @Field(() => Boolean, { description: "True when this answers a repeated request." })
  replayed!: boolean;
}

@Resolver()
export class UnfollowSource {
  @visibleTo("CLINIC_STAFF", "CLINIC_SYSTEM")
  @Mutation(() => UnfollowSourcePayload, {
    description:
      "Fetches the address no more, and forgets it. A calendar's busy time stays until it is too old, and then nothing of its practitioner is offered: removeBusyFeed takes it away.",
  })
  async unfollowSource(
    @Arg("input", () => UnfollowSourceInput) input: UnfollowSourceInput,
    @Ctx() ctx: Context,
  ): Promise<UnfollowSourcePayload> {
    const clinicId = idOf("Clinic", input.clinicId, ["input", "clinicId"]);
    const id = idOf("FollowedSource", input.followedId, ["input", "followedId"]);
    const keyed: IdempotencyKey = { operation: "unfollowSource", key: input.idempotencyKey, input, keepHours: 72 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "unfollowSource",
      keyed,
      work: async (tx) => {
        const clinic = await lockClinicForPublishing(tx, clinicId);
        if (!clinic) throw new Refused([UNKNOWN_CLINIC]);
        if (!(await removeFollowed(tx, id, clinicId)))
          throw new Refused([refusal("NOT_FOUND", "Nothing of this id is followed.", { path: ["input", "followedId"] })]);
        await recordPublication(ctx, tx, { clinic, keyed, asOf: null, changed: 0, outcome: {} });
        return true;
      },
      replay: () => Promise.resolve(true),
    });
    return { clinic: refOrNull("Clinic", result ? clinicId : null), errors: userErrors(errors), replayed };
  }
}
