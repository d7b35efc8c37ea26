import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { DateTime, IBAN } from "../../../gateway/api/scalars.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import { statement, type RowOf } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write } from "../../../platform/postgres/write.js";
import { unprinted } from "../../../kernel/iban.js";
import { accountRefusals, type BankAccount } from "./account.js";

@InputType({ description: "States the account that the provider is paid to." })
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

@visibleTo("CLINIC_STAFF")
@ObjectType("ProviderAccount", { description: "Where a provider is paid; shows the last four digits only.", simpleResolvers: true })
export class ProviderAccountType {
  @Field(() => String, { description: "Registration number." })
  registrationNumber!: string;
  @Field(() => String, { description: "Account number, all but the last four digits masked." })
  maskedAccountNumber!: string;
  @Field(() => DateTime, { description: "When it was last changed." })
  changedAt!: Date;
}

@visibleTo("CLINIC_STAFF")
@ObjectType({ description: "The account, or every reason why not." })
export class ChangeProviderAccountPayload extends ActPayload {
  @Field(() => ProviderAccountType, { nullable: true, description: "The account as it now stands." })
  account!: ProviderAccountType | null;
}

type AccountRecord = RowOf<"provider-account">;

const PUT_ACCOUNT = statement(
  "provider-account-put",
  `insert into provider_account (provider_id, registration_number, account_number, iban, changed_at)
   values ($1, $2, $3, $4, clock_now()) on conflict do nothing`,
);
const CHANGE_ACCOUNT = statement(
  "provider-account-change",
  `update provider_account set registration_number = $2, account_number = $3, iban = $4, changed_at = clock_now()
    where provider_id = $1`,
);
const ACCOUNT = statement(
  "provider-account",
  "select registration_number, account_number, changed_at from provider_account where provider_id = $1",
);

@Resolver()
export class ChangeProviderAccount {
  @visibleTo("CLINIC_STAFF")
  @Mutation(() => ChangeProviderAccountPayload, {
    description:
      "Changes the account of the caller's own company. Needs a login of assurance level High; payments whose file has left keep the old account.",
  })
  async changeProviderAccount(
    @Arg("input", () => ChangeProviderAccountInput) input: ChangeProviderAccountInput,
    @Ctx() ctx: Context,
  ): Promise<ChangeProviderAccountPayload> {
    const keyed = { operation: "changeProviderAccount", key: input.idempotencyKey, input, keepHours: 720 };
    const account = {
      registrationNumber: unprinted(input.registrationNumber),
      accountNumber: unprinted(input.accountNumber),
      iban: input.iban == null ? null : unprinted(input.iban),
    };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "changeProviderAccount",
      keyed,
      work: (tx) => change(ctx, tx, account, keyed),
      replay: (tx) => ownAccount(ctx, tx),
    });
    return { account: result && accountView(result), errors: userErrors(errors), replayed };
  }
}

async function change(ctx: Context, tx: Tx, account: BankAccount, keyed: IdempotencyKey): Promise<AccountRecord | null> {
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
  const values = [providerId, account.registrationNumber, account.accountNumber, account.iban] as const;
  // two statements instead of ON CONFLICT DO UPDATE, which older servers let read past row-level security (docs/security.md)
  await tx.query(PUT_ACCOUNT.with(...values));
  await tx.query(CHANGE_ACCOUNT.with(...values));
  const audited = {
    operation: "changeProviderAccount",
    object: "Provider",
    objectId: providerId,
    fields: ["registrationNumber", "accountNumber", "iban"],
    outcome: "ALLOWED",
  } as const;
  await write(
    tx,
    {
      audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)],
      outbox: [outboxRow("provider.account-changed", providerId, { providerId })],
    },
    [outcomeOf(ctx.viewer.subject, keyed, { providerId })],
  );
  return ownAccount(ctx, tx);
}

async function ownAccount(ctx: Context, tx: Tx): Promise<AccountRecord | null> {
  const [row] = await tx.query(ACCOUNT.with(ctx.viewer.providerId));
  return row ?? null;
}

function accountView({ registration_number, account_number, changed_at }: AccountRecord): ProviderAccountType {
  return {
    registrationNumber: registration_number,
    maskedAccountNumber: account_number.replace(/\d(?=\d{4})/g, "x"),
    changedAt: changed_at,
  };
}
