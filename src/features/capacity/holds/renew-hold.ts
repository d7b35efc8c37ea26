import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { KeyedInput } from "../../../vocabulary/act.type.js";
import { changeHold } from "./change-hold.js";
import { expiryFrom, renewalRefusals } from "./hold.js";
import { renewHoldRow, slotHeldUntil } from "./hold.store.js";
import { HoldPayload } from "./hold.type.js";

@InputType({ description: "Ten minutes more, once." })
export class RenewHoldInput extends KeyedInput {
  @Field(() => ID, { description: "The hold." })
  holdId!: string;
}

@Resolver()
export class RenewHold {
  @visibleTo("MEMBER", "HEALTH_TEAM")
  @Mutation(() => HoldPayload, { description: "Lets a live hold run ten minutes from now. A hold is renewed once." })
  renewHold(@Arg("input", () => RenewHoldInput) input: RenewHoldInput, @Ctx() ctx: Context): Promise<HoldPayload> {
    return changeHold(ctx, {
      holdId: idOf("Hold", input.holdId, ["input", "holdId"]),
      keyed: { operation: "renewHold", key: input.idempotencyKey, input, keepHours: 72 },
      refuse: renewalRefusals,
      change: (hold) => {
        const expiresAt = expiryFrom(hold.now);
        return {
          changes: [renewHoldRow(hold.id, expiresAt), slotHeldUntil(hold.slotId, expiresAt)],
          after: { ...hold, expiresAt, renewals: hold.renewals + 1 },
        };
      },
    });
  }
}
