import { Field, ID, InputType } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { idOf } from "../../gateway/api/node.js";
import { runMutation, type MutationOutcome } from "../../gateway/api/run-operation.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { outcomeOf, type IdempotencyKey } from "../../platform/idempotency.js";
import type { Tx } from "../../platform/postgres/transaction.js";
import { write, type Change } from "../../platform/postgres/write.js";
import { auditRow } from "../../platform/trail/audit.js";
import { KeyedInput } from "../../vocabulary/act.type.js";
import { lockWebhook, webhookById, type WebhookRow } from "./webhook.store.js";

@InputType({ description: "Which endpoint." })
export class ChangeWebhookInput extends KeyedInput {
  @Field(() => ID, { description: "The endpoint; of your own company, or of the insurer's systems." })
  id!: string;
}

/** What all acts on a registered endpoint have in common: `decide` answers the changes, or refuses. */
export async function changeWebhook(
  ctx: Context,
  operation: string,
  input: ChangeWebhookInput,
  decide: (tx: Tx, webhook: WebhookRow) => Promise<readonly Change[]> | readonly Change[],
): Promise<MutationOutcome<WebhookRow>> {
  const id = idOf("Webhook", input.id, ["input", "id"]);
  const keyed: IdempotencyKey = { operation, key: input.idempotencyKey, input, keepHours: 72 };
  return runMutation<WebhookRow>(ctx, {
    operation,
    keyed,
    work: async (tx) => {
      const webhook = await lockWebhook(tx, id);
      if (!webhook) throw new Refused([UNKNOWN]);
      const changes = await decide(tx, webhook);
      const audited = { operation, object: "Webhook", objectId: id, outcome: "ALLOWED" } as const;
      await write(tx, { audit_event: [auditRow(ctx.viewer, ctx.traceId, audited)] }, [
        ...changes,
        outcomeOf(ctx.viewer.subject, keyed, { id }),
      ]);
      return (await webhookById(tx, id)) as WebhookRow;
    },
    replay: (tx) => webhookById(tx, id),
  });
}

const UNKNOWN = refusal("NOT_FOUND", "There is no such endpoint.", { path: ["input", "id"], remedy: "Check the id." });
