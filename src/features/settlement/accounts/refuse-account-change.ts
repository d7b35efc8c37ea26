import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write, type Change } from "../../../platform/postgres/write.js";
import { confirmationRefusals, DECIDED } from "./account-change.js";
import { accountChangeById, changeToDecide, type ChangeRecord } from "./account-change.store.js";
import { AccountChangePayload, accountChangeView, AccountRefusalEnum } from "./account-change.type.js";
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
