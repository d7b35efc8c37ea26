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

@InputType({ description: "Refuses a stated account." })
export class RefuseAccountChangeInput extends LongKeyedInput {
  @Field(() => ID, { description: "The change; stated or confirmed, and not in force yet." })
  changeId!: string;
  @Field(() => AccountRefusalEnum, { description: "Why." })
  reason!: AccountRefusal;
}

@Resolver()
export class DecideAccountChange {
  @visibleTo("NETWORK_MANAGER", "FINANCE")
  @Mutation(() => AccountChangePayload, {
    description: "Confirms a stated account, by another person than stated it. It is paid to when its time of waiting is over.",
  })
  async confirmAccountChange(
    @Arg("input", () => ConfirmAccountChangeInput) input: ConfirmAccountChangeInput,
    @Ctx() ctx: Context,
  ): Promise<AccountChangePayload> {
    const called = input.calledNumber?.trim() ?? null;
    return decided(ctx, "confirmAccountChange", input, (found) => {
      const by = { subject: ctx.viewer.subject, knowsTheCompany: ctx.viewer.role === "NETWORK_MANAGER", calledNumber: called };
      const refusals = confirmationRefusals({ state: found.state, statedBy: found.stated_by, knownNumbers: found.knownNumbers }, by);
      if (refusals.length > 0) throw new Refused(refusals);
      return change(CONFIRM.with(found.id, ctx.viewer.subject, called), 1);
    });
  }

  @visibleTo("NETWORK_MANAGER", "FINANCE", "CLINIC_STAFF")
  @Mutation(() => AccountChangePayload, {
    description: "Refuses a stated account before it is in force. Anybody of the company can: who did not state it knows that it is wrong.",
  })
  async refuseAccountChange(
    @Arg("input", () => RefuseAccountChangeInput) input: RefuseAccountChangeInput,
    @Ctx() ctx: Context,
  ): Promise<AccountChangePayload> {
    return decided(ctx, "refuseAccountChange", input, (found) => {
      if (found.state !== "STATED" && found.state !== "CONFIRMED") throw new Refused([DECIDED]);
      return change(REFUSE.with(found.id, ctx.viewer.subject, input.reason), 1);
    });
  }
}

const CONFIRM = statement(
  "confirm_account",
  `update account_change set state = 'CONFIRMED', decided_by = $2, decided_at = clock_now(), called_number = $3
    where id = $1 and state = 'STATED'`,
);
const REFUSE = statement(
  "refuse_account",
  `update account_change set state = 'REFUSED', decided_by = $2, decided_at = clock_now(), reason = $3
    where id = $1 and state in ('STATED', 'CONFIRMED')`,
);

type ToDecide = NonNullable<Awaited<ReturnType<typeof changeToDecide>>>;
type Operation = "confirmAccountChange" | "refuseAccountChange";

async function decided(
  ctx: Context,
  operation: Operation,
  input: ConfirmAccountChangeInput | RefuseAccountChangeInput,
  decide: (found: ToDecide) => Change,
): Promise<AccountChangePayload> {
  const changeId = idOf("ProviderAccountChange", input.changeId, ["input", "changeId"]);
  const keyed = { operation, key: input.idempotencyKey, input, keepHours: 720 };
  const { result, errors, replayed } = await runMutation(ctx, {
    operation,
    keyed,
    work: (tx) => save(ctx, tx, operation, changeId, decide, keyed),
    replay: (tx) => accountChangeById(tx, changeId),
  });
  return { change: result && accountChangeView(result), errors: userErrors(errors), replayed };
}

async function save(
  ctx: Context,
  tx: Tx,
  operation: Operation,
  changeId: string,
  decide: (found: ToDecide) => Change,
  keyed: IdempotencyKey,
): Promise<ChangeRecord | null> {
  const found = await changeToDecide(tx, changeId);
  if (!found)
    throw new Refused([refusal("NOT_FOUND", "There is no such change.", { path: ["input", "changeId"], remedy: "Check the id." })]);
  const update = decide(found);
  const topic = operation === "confirmAccountChange" ? "provider.account_confirmed" : "provider.account_refused";
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation, object: "ProviderAccountChange", objectId: changeId, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow(topic, found.provider_id, { providerId: found.provider_id, changeId, decidedBy: ctx.viewer.subject })],
    },
    [update, outcomeOf(ctx.viewer.subject, keyed, { changeId })],
  );
  return accountChangeById(tx, changeId);
}
