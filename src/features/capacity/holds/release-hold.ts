import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { changeHold } from "./change-hold.js";
import { isLive, releaseRefusals } from "./hold.js";
import { releaseHold } from "./hold.store.js";
import { HoldPayload } from "./hold.type.js";

@InputType({ description: "Gives a held time back." })
export class ReleaseHoldInput extends KeyedInput {
  @Field(() => ID, { description: "The hold." })
  holdId!: string;
}

@Resolver()
export class ReleaseHold {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => HoldPayload, { description: "Gives a held time back at once. A hold that has ended already stays as it ended." })
  releaseHold(@Arg("input", () => ReleaseHoldInput) input: ReleaseHoldInput, @Ctx() ctx: Context): Promise<HoldPayload> {
    return changeHold(ctx, {
      holdId: idOf("Hold", input.holdId, ["input", "holdId"]),
      keyed: { operation: "releaseHold", key: input.idempotencyKey, input, keepHours: 72 },
      refuse: releaseRefusals,
      change: (hold) => (isLive(hold) ? { changes: releaseHold(hold), after: { ...hold, state: "RELEASED" } } : null),
    });
  }
}
