import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import { runMutation } from "../../../../gateway/api/run-operation.js";
import type { Context } from "../../../../gateway/api/context.js";
import { visibleTo } from "../../../../gateway/api/guard.js";
import { idOf } from "../../../../gateway/api/node.js";
import { ActPayload, LongKeyedInput } from "../../../../vocabulary/act.type.js";
import { userErrors } from "../../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../../kernel/refusal.js";
import { auditRow } from "../../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../../platform/idempotency.js";
import { statement } from "../../../../platform/postgres/statement.js";
import type { Tx } from "../../../../platform/postgres/transaction.js";
import { change, write } from "../../../../platform/postgres/write.js";
import { ResolutionEnum } from "../bank-enums.type.js";
import type { Resolution } from "../bank-words.js";
import { exceptionById, lockExceptions, ownersExist, paymentsOfException, type BankExceptionRecord } from "./bank-exception.store.js";
import { BankExceptionType, exceptionView } from "./bank-exceptions.js";
import { openException } from "./open-exception.js";
import { needsTwo, resolved } from "./resolution.js";

@InputType({ description: "Says what became of an entry of the exceptions queue." })
export class ResolveBankExceptionInput extends LongKeyedInput {
  @Field(() => ID, { description: "The exception." })
  id!: string;
  @Field(() => ResolutionEnum, { description: "What was found." })
  resolution!: Resolution;
  @Field(() => ID, { nullable: true, description: "With SET_OFF: the open exception whose money cancels this one's." })
  againstId?: string | null;
  @Field(() => ID, { nullable: true, description: "With OF_A_CLINIC: the company that owes or has paid it." })
  organisationId?: string | null;
  @Field(() => ID, { nullable: true, description: "With OF_A_MEMBER: the member who owes or has paid it." })
  memberId?: string | null;
}

@visibleTo("FINANCE")
@ObjectType({ description: "The exception as it now stands, or every reason why not." })
export class ResolveBankExceptionPayload extends ActPayload {
  @Field(() => BankExceptionType, { nullable: true, description: "The exception; null when it was refused." })
  exception!: BankExceptionType | null;
}

@Resolver()
export class ResolveBankException {
  @visibleTo("FINANCE")
  @Mutation(() => ResolveBankExceptionPayload, {
    description:
      "Says what became of a bank line that fits nothing. Where money or a payment follows it is a proposal that another person confirms, and another proposal may take its place until then.",
  })
  async resolveBankException(
    @Arg("input", () => ResolveBankExceptionInput) input: ResolveBankExceptionInput,
    @Ctx() ctx: Context,
  ): Promise<ResolveBankExceptionPayload> {
    const optional = (type: string, field: "againstId" | "organisationId" | "memberId"): string | null =>
      input[field] === null || input[field] === undefined ? null : idOf(type, input[field], ["input", field]);
    const asked: Asked = {
      id: idOf("BankException", input.id, ["input", "id"]),
      resolution: input.resolution,
      againstId: optional("BankException", "againstId"),
      providerId: optional("Organisation", "organisationId"),
      memberId: optional("Member", "memberId"),
    };
    const keyed = { operation: "resolveBankException", key: input.idempotencyKey, input, keepHours: 720 };
    const { result, errors, replayed } = await runMutation(ctx, {
      operation: "resolveBankException",
      keyed,
      work: (tx) => resolve(ctx, tx, asked, keyed),
      replay: (tx) => exceptionById(tx, asked.id),
    });
    return { exception: result && exceptionView(result), errors: userErrors(errors), replayed };
  }
}

type Asked = {
  readonly id: string;
  readonly resolution: Resolution;
  readonly againstId: string | null;
  readonly providerId: string | null;
  readonly memberId: string | null;
};

const PROPOSE = statement(
  "propose_resolution",
  `update bank_exception set resolution = $2, against_id = $3, owner_id = $4, proposed_by = $5,
     proposed_at = clock_now() where id = $1 and resolved_at is null`,
);
const RESOLVE = statement(
  "resolve_exception",
  `update bank_exception set resolution = $2, resolved_by = $3, resolved_at = clock_now(), proposed_by = null,
     proposed_at = null where id = $1 and resolved_at is null`,
);

async function resolve(ctx: Context, tx: Tx, asked: Asked, keyed: IdempotencyKey): Promise<BankExceptionRecord | null> {
  const { id, resolution, againstId } = asked;
  const locked = await lockExceptions(tx, againstId === null ? [id] : [id, againstId]);
  const record = openRecord(locked, id, "id");
  const exception = openException(record);
  const ownerId = await ownerOf(tx, asked);
  const end = resolved(exception, resolution, (await paymentsOfException(tx, record.payment_ids)).map(asStanding), ownerId);
  if ("code" in end) throw new Refused([end]);
  if (resolution === "SET_OFF") {
    const other = againstId === null || againstId === id ? null : openException(openRecord(locked, againstId, "againstId"));
    if (other === null || other.amountMinor !== -exception.amountMinor) throw new Refused([DOES_NOT_CANCEL]);
  }
  const two = needsTwo(exception, resolution);
  const done = two
    ? PROPOSE.with(id, resolution, resolution === "SET_OFF" ? againstId : null, ownerId, ctx.viewer.subject)
    : RESOLVE.with(id, resolution, ctx.viewer.subject);
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
    [change(done, 1), outcomeOf(ctx.viewer.subject, keyed, { exceptionId: id })],
  );
  return exceptionById(tx, id);
}

const asStanding = (p: Awaited<ReturnType<typeof paymentsOfException>>[number]) => ({ ...p, state: p.standing.state });

const DOES_NOT_CANCEL = refusal("RESOLUTION_MISFIT", "The other exception is not of the same amount in the other direction.", {
  path: ["input", "againstId"],
  remedy: "Name an open exception whose money cancels this one's.",
});

/** The locked exception, if there is such a one and nobody has resolved it. */
export function openRecord(locked: readonly BankExceptionRecord[], id: string, field: string): BankExceptionRecord {
  const found = locked.find((record) => record.id === id);
  if (!found) throw new Refused([refusal("NOT_FOUND", "There is no such exception.", { path: ["input", field], remedy: "Check the id." })]);
  if (found.resolved_at)
    throw new Refused([refusal("EXCEPTION_RESOLVED", "This exception has been resolved already.", { path: ["input", field] })]);
  return found;
}

async function ownerOf(tx: Tx, { resolution, providerId, memberId }: Asked): Promise<string | null> {
  const owner = resolution === "OF_A_CLINIC" ? providerId : resolution === "OF_A_MEMBER" ? memberId : null;
  if (owner === null) return null;
  const exist = await ownersExist(tx, providerId, memberId);
  if (resolution === "OF_A_CLINIC" ? exist.is_provider : exist.is_member) return owner;
  const path = ["input", resolution === "OF_A_CLINIC" ? "organisationId" : "memberId"];
  throw new Refused([
    refusal("NOT_FOUND", "There is no such company, or no such member with an appointment.", { path, remedy: "Check the id." }),
  ]);
}
