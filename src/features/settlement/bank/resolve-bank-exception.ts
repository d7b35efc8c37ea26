import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { ActPayload, LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { statement } from "../../../platform/postgres/statement.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { change, write } from "../../../platform/postgres/write.js";
import { BankExceptionType, exceptionView } from "./bank-exceptions.js";
import { lockException, type BankExceptionRecord } from "./bank-exception.store.js";
import { ResolutionEnum } from "../settlement-enums.type.js";
import type { Resolution } from "../settlement-words.js";

@InputType({ description: "Closes an entry of the exceptions queue." })
export class ResolveBankExceptionInput extends LongKeyedInput {
  @Field(() => ID, { description: "The exception." })
  id!: string;
  @Field(() => ResolutionEnum, { description: "What was found." })
  resolution!: Resolution;
}

@visibleTo("FINANCE")
@ObjectType({ description: "The resolved exception, or every reason why not." })
export class ResolveBankExceptionPayload extends ActPayload {
  @Field(() => BankExceptionType, { nullable: true, description: "The exception." })
  exception!: BankExceptionType | null;
}

@Resolver()
export class ResolveBankException {
  @visibleTo("FINANCE")
  @Mutation(() => ResolveBankExceptionPayload, { description: "Says what became of a bank line that fits nothing. Moves no money." })
  async resolveBankException(
    @Arg("input", () => ResolveBankExceptionInput) input: ResolveBankExceptionInput,
    @Ctx() ctx: Context,
  ): Promise<ResolveBankExceptionPayload> {
    const id = idOf("BankException", input.id, ["input", "id"]);
    const keyed = { operation: "resolveBankException", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "resolveBankException",
      keyed,
      work: (tx) => resolve(ctx, tx, id, input.resolution, keyed),
      replay: (tx) => lockException(tx, id),
    });
    return { exception: result && exceptionView(result), errors: userErrors(errors), replayed };
  }
}

const RESOLVE_EXCEPTION = statement(
  "resolve_exception",
  `update bank_exception set resolved_by = $2, resolved_at = clock_now(),
     details = details || jsonb_build_object('resolution', $3::text) where id = $1 and resolved_at is null`,
);

async function resolve(
  ctx: Context,
  tx: Tx,
  id: string,
  resolution: Resolution,
  keyed: IdempotencyKey,
): Promise<BankExceptionRecord | null> {
  const found = await lockException(tx, id);
  if (!found) throw new Refused([refusal("NOT_FOUND", "There is no such exception.", { path: ["input", "id"], remedy: "Check the id." })]);
  if (found.resolved_at)
    throw new Refused([refusal("EXCEPTION_RESOLVED", "This exception has been resolved already.", { path: ["input", "id"] })]);
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, {
          operation: "resolveBankException",
          object: "BankException",
          objectId: id,
          outcome: "ALLOWED",
          rule: resolution,
        }),
      ],
    },
    [change(RESOLVE_EXCEPTION.with(id, ctx.viewer.subject, resolution), 1), outcomeOf(ctx.viewer.subject, keyed, { exceptionId: id })],
  );
  return lockException(tx, id);
}
