import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { refusal, Refused } from "../../kernel/refusal.js";
import { change } from "../../platform/postgres/write.js";
import { changeWebhook, ChangeWebhookInput } from "./change-webhook.js";
import { APPROVE } from "./webhook.store.js";
import { WebhookPayload, webhookPayload } from "./webhook.type.js";

@Resolver()
export class ApproveWebhook {
  @visibleTo("NETWORK_MANAGER")
  @Mutation(() => WebhookPayload, {
    description: "Lets an endpoint of the insurer's systems be told of what happens from now on. Not by the person who registered it.",
  })
  async approveWebhook(@Arg("input", () => ChangeWebhookInput) input: ChangeWebhookInput, @Ctx() ctx: Context): Promise<WebhookPayload> {
    const { subject } = ctx.viewer;
    return webhookPayload(
      await changeWebhook(ctx, "approveWebhook", input, (_, webhook) => {
        if (webhook.state !== "PROPOSED")
          throw new Refused([
            refusal("WEBHOOK_STATE", "Only a proposed endpoint is approved.", { path: ["input", "id"], remedy: "Look at its state." }),
          ]);
        if (webhook.registered_by === subject)
          throw new Refused([
            refusal("FOUR_EYES", "Whoever registered an endpoint does not approve it.", { remedy: "Another person has to do this." }),
          ]);
        return [change(APPROVE.with(webhook.id, subject), 1)];
      }),
    );
  }
}
