/** What confirming and refusing a stated account have in common. */
import { runMutation } from "../../../gateway/api/run-operation.js";
import type { Context } from "../../../gateway/api/context.js";
import { idOf } from "../../../gateway/api/node.js";
import { LongKeyedInput } from "../../../vocabulary/act.type.js";
import { userErrors } from "../../../vocabulary/user-error.type.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { auditRow } from "../../../platform/trail/audit.js";
import { outcomeOf, type IdempotencyKey } from "../../../platform/idempotency.js";
import { outboxRow } from "../../../platform/trail/outbox.js";
import type { Tx } from "../../../platform/postgres/transaction.js";
import { write, type Change } from "../../../platform/postgres/write.js";
import { accountChangeById, changeToDecide, type ChangeRecord } from "./account-change.store.js";
import { AccountChangePayload, accountChangeView } from "./account-change.type.js";

type ToDecide = NonNullable<Awaited<ReturnType<typeof changeToDecide>>>;
type Operation = "confirmAccountChange" | "refuseAccountChange";

/** Locks a stated account, decides, and writes what was decided with its trail and its event. */
export async function decideAccountChange(
  ctx: Context,
  operation: Operation,
  input: LongKeyedInput & { readonly changeId: string },
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
  const topic = operation === "confirmAccountChange" ? "provider.account-confirmed" : "provider.account-refused";
  await write(
    tx,
    {
      audit_event: [
        auditRow(ctx.viewer, ctx.traceId, { operation, object: "ProviderAccountChange", objectId: changeId, outcome: "ALLOWED" }),
      ],
      outbox: [outboxRow(topic, found.provider_id, { providerId: found.provider_id, changeId })],
    },
    [update, outcomeOf(ctx.viewer.subject, keyed, { changeId })],
  );
  return accountChangeById(tx, changeId);
}
