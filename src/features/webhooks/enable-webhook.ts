import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { change } from "../../platform/postgres/write.js";
import { changeWebhook, ChangeWebhookInput } from "./change-webhook.js";
import { ENABLE } from "./webhook.store.js";
import { WebhookPayload, webhookPayload } from "./webhook.type.js";

@Resolver()
export class EnableWebhook {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => WebhookPayload, {
    description: "Sends a disabled endpoint events again: those that waited, and those since, as far as the feed keeps them.",
  })
  async enableWebhook(@Arg("input", () => ChangeWebhookInput) input: ChangeWebhookInput, @Ctx() ctx: Context): Promise<WebhookPayload> {
    return webhookPayload(
      await changeWebhook(ctx, "enableWebhook", input, (_, webhook) => {
        if (webhook.state !== "DISABLED")
          throw new Refused([
            refusal("WEBHOOK_STATE", "The endpoint is not disabled.", { path: ["input", "id"], remedy: "Look at its state." }),
          ]);
        return [change(ENABLE.with(webhook.id), 1)];
      }),
    );
  }
}
