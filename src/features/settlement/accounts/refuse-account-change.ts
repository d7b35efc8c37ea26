import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change } from "../../../platform/postgres/write.js";
import { DECIDED } from "./account-change.js";
import { AccountChangePayload, AccountRefusalEnum } from "./account-change.type.js";
import type { AccountRefusal } from "./account-words.js";

import { decideAccountChange } from "./account-decision.js";

@InputType({ description: "Refuses a stated account." })
export class RefuseAccountChangeInput extends LongKeyedInput {
  @Field(() => ID, { description: "The change; stated or confirmed, and not in force yet." })
  changeId!: string;
  @Field(() => AccountRefusalEnum, { description: "Why." })
  reason!: AccountRefusal;
}

const REFUSE = statement(
  "refuse_account",
  `update account_change set state = 'REFUSED', decided_by = $2, decided_at = clock_now(), reason = $3
    where id = $1 and state in ('STATED', 'CONFIRMED')`,
);

@Resolver()
export class RefuseAccountChange {
  @visibleTo("NETWORK_MANAGER", "FINANCE", "CLINIC_STAFF")
  @Mutation(() => AccountChangePayload, {
    description: "Refuses a stated account before it is in force. Anybody of the company can: who did not state it knows that it is wrong.",
  })
  async refuseAccountChange(
    @Arg("input", () => RefuseAccountChangeInput) input: RefuseAccountChangeInput,
    @Ctx() ctx: Context,
  ): Promise<AccountChangePayload> {
    return decideAccountChange(ctx, "refuseAccountChange", input, (found) => {
      if (found.state !== "STATED" && found.state !== "CONFIRMED") throw new Refused([DECIDED]);
      return change(REFUSE.with(found.id, ctx.viewer.subject, input.reason), 1);
    });
  }
}
