import { Arg, Ctx, Field, InputType, Mutation, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { IBAN } from "../../../gateway/api/scalars.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { newId } from "../../../platform/random.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { unprinted } from "../../../kernel/iban.js";
import { accountRefusals, type BankAccount } from "../payments/account.js";
import { appliesAt } from "./account-change.js";
import { accountChangeById, accountGround, replaceOpenChange, type ChangeRecord } from "./account-change.store.js";
import { AccountChangePayload, accountChangeView } from "./account-change.type.js";

@InputType({ description: "States the account that the provider is to be paid to." })
export class ChangeProviderAccountInput extends LongKeyedInput {
  @Field(() => String, { description: "Registration number of the bank: four digits, leading zeros included." })
  registrationNumber!: string;
  @Field(() => String, { description: "Account number: 4 to 10 digits, leading zeros included." })
  accountNumber!: string;
  @Field(() => IBAN, {
    nullable: true,
    description: "Danish IBAN as the bank writes it. It is never computed.",
  })
  iban?: string | null;
}

@Resolver()
export class ChangeProviderAccount {
  @visibleTo("CLINIC_STAFF")
  @Mutation(() => AccountChangePayload, {
    description:
      "States another account for the caller's own company. Needs a login of assurance level High. It is paid to once a second person has confirmed it and the time of waiting is over; until then, and for payments already in a batch, the old one is.",
  })
  async changeProviderAccount(
    @Arg("input", () => ChangeProviderAccountInput) input: ChangeProviderAccountInput,
    @Ctx() ctx: Context,
  ): Promise<AccountChangePayload> {
    const keyed = { operation: "changeProviderAccount", key: input.idempotencyKey, input, keepHours: 720 };
    const account = {
      registrationNumber: unprinted(input.registrationNumber),
      accountNumber: unprinted(input.accountNumber),
      iban: input.iban == null ? null : unprinted(input.iban),
    };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "changeProviderAccount",
      keyed,
      work: (tx) => state(ctx, tx, account, keyed),
      replay: (tx, stored) => accountChangeById(tx, (stored as { changeId: string }).changeId),
    });
    return { change: result && accountChangeView(result), errors: userErrors(errors), replayed };
  }
}

async function state(ctx: Context, tx: Tx, account: BankAccount, keyed: IdempotencyKey): Promise<ChangeRecord | null> {
  // whoever steals a session must not be able to redirect a clinic's money (NSIS level High)
  if (ctx.viewer.assurance !== "HIGH") {
    throw new Refused([
      refusal("STEP_UP_REQUIRED", "A change of account needs a login of assurance level High.", {
        remedy: "Log in again with a means of level High.",
        retryable: true,
      }),
    ]);
  }
  const refusals = accountRefusals(account, ["input"]);
  if (refusals.length > 0 || !ctx.viewer.providerId) throw new Refused(refusals);
  const { providerId } = ctx.viewer;
  const { now, hasOne } = await accountGround(tx, providerId);
  await replaceOpenChange(tx, providerId);
  const id = newId();
  const audited = {
    operation: "changeProviderAccount",
    object: "ProviderAccountChange",
    objectId: id,
    fields: ["registrationNumber", "accountNumber", "iban"],
    outcome: "ALLOWED",
  } as const;
  await write(
    tx,
    {
      account_change: [
        {
          id,
          provider_id: providerId,
          registration_number: account.registrationNumber,
          account_number: account.accountNumber,
          iban: account.iban,
          state: "STATED",
          stated_by: ctx.viewer.subject,
          stated_at: now.toISOString(),
          applies_at: appliesAt(now, !hasOne, ctx.services.config.payments.accountWaitHours).toISOString(),
        },
      ],
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      // for the company's other users, who know whether it is true, and for those who confirm it
      outbox: [outboxRow("provider.account-stated", providerId, { providerId, changeId: id })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { changeId: id })],
  );
  return accountChangeById(tx, id);
}
