import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { change } from "../../platform/postgres/write.js";
import { changeWebhook, ChangeWebhookInput } from "./change-webhook.js";
import { DISABLE } from "./webhook.store.js";
import { WebhookPayload, webhookPayload } from "./webhook.type.js";

@Resolver()
export class DisableWebhook {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => WebhookPayload, {
    description: "Sends an endpoint nothing any more. What happens meanwhile is kept as long as the feed keeps it.",
  })
  async disableWebhook(@Arg("input", () => ChangeWebhookInput) input: ChangeWebhookInput, @Ctx() ctx: Context): Promise<WebhookPayload> {
    return webhookPayload(
      await changeWebhook(ctx, "disableWebhook", input, (_, webhook) => {
        if (webhook.state === "DISABLED")
          throw new Refused([
            refusal("WEBHOOK_STATE", "The endpoint is disabled already.", { path: ["input", "id"], remedy: "Look at its state." }),
          ]);
        return [change(DISABLE.with(webhook.id), 1)];
      }),
    );
  }
}
