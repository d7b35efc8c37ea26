import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { Refused } from "../../../kernel/refusal.js";
import { statement } from "../../../platform/postgres/statement.js";
import { change } from "../../../platform/postgres/write.js";
import { confirmationRefusals } from "./account-change.js";
import { AccountChangePayload } from "./account-change.type.js";

import { decideAccountChange } from "./account-decision.js";

@InputType({ description: "Confirms a stated account." })
export class ConfirmAccountChangeInput extends LongKeyedInput {
  @Field(() => ID, { description: "The stated change." })
  changeId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      "Number that was called back, one of the company's in the directory; finance has to give it, the network manager need not.",
  })
  calledNumber?: string | null;
}

const CONFIRM = statement(
  "confirm_account",
  `update account_change set state = 'CONFIRMED', decided_by = $2, decided_at = clock_now(), called_number = $3
    where id = $1 and state = 'STATED'`,
);
@Resolver()
export class ConfirmAccountChange {
  @visibleTo("NETWORK_MANAGER", "FINANCE")
  @Mutation(() => AccountChangePayload, {
    description: "Confirms a stated account, by another person than stated it. It is paid to when its time of waiting is over.",
  })
  async confirmAccountChange(
    @Arg("input", () => ConfirmAccountChangeInput) input: ConfirmAccountChangeInput,
    @Ctx() ctx: Context,
  ): Promise<AccountChangePayload> {
    const called = input.calledNumber?.trim() ?? null;
    return decideAccountChange(ctx, "confirmAccountChange", input, (found) => {
      const by = { subject: ctx.viewer.subject, knowsTheCompany: ctx.viewer.role === "NETWORK_MANAGER", calledNumber: called };
      const refusals = confirmationRefusals({ state: found.state, statedBy: found.stated_by, knownNumbers: found.knownNumbers }, by);
      if (refusals.length > 0) throw new Refused(refusals);
      return change(CONFIRM.with(found.id, ctx.viewer.subject, called), 1);
    });
  }
}
