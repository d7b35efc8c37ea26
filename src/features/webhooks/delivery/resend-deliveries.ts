import { ArrayMaxSize, ArrayMinSize } from "class-validator";
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../../gateway/api/context.js";
import { visibleTo } from "../../../gateway/api/guard.js";
import { idOf } from "../../../gateway/api/node.js";
import { NonNegativeInt } from "../../../gateway/api/scalars.js";
import { refusal, Refused } from "../../../kernel/refusal.js";
import { changeWebhook, ChangeWebhookInput } from "../change-webhook.js";
import { resend } from "../webhook.store.js";
import { WebhookPayload, webhookPayload } from "../webhook.type.js";

@InputType({ description: "Deliveries that are to be sent again." })
export class ResendDeliveriesInput extends ChangeWebhookInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Field(() => [ID], { description: "The deliveries of the endpoint, 1 to 100; others are passed over." })
  deliveryIds!: string[];
}

@visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
@ObjectType({ description: "What is sent again, or every reason why not." })
export class ResendDeliveriesPayload extends WebhookPayload {
  @Field(() => NonNegativeInt, { description: "How many are sent again; 0 in the answer to a repeated request." })
  resent!: number;
}

@Resolver()
export class ResendDeliveries {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => ResendDeliveriesPayload, {
    description:
      "Sends deliveries again under the same webhook-id, at once and with three days of tries. What is sent again may come after later events of its subject.",
  })
  async resendDeliveries(
    @Arg("input", () => ResendDeliveriesInput) input: ResendDeliveriesInput,
    @Ctx() ctx: Context,
  ): Promise<ResendDeliveriesPayload> {
    const ids = input.deliveryIds.map((id, n) => idOf("WebhookDelivery", id, ["input", "deliveryIds", String(n)]));
    let resent = 0;
    const outcome = await changeWebhook(ctx, "resendDeliveries", input, async (tx, webhook) => {
      if (webhook.state !== "ACTIVE")
        throw new Refused([
          refusal("WEBHOOK_STATE", "The endpoint is sent nothing.", { path: ["input", "id"], remedy: "Enable it first." }),
        ]);
      resent = await resend(tx, webhook.id, ids);
      return [];
    });
    return { ...webhookPayload(outcome), resent: outcome.replayed ? 0 : resent };
  }
}
