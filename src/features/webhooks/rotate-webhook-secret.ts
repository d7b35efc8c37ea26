import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { Context } from "../../gateway/api/context.js";
import { visibleTo } from "../../gateway/api/guard.js";
import { present } from "../../kernel/invariant.js";
import { change } from "../../platform/postgres/write.js";
import { changeWebhook, ChangeWebhookInput } from "./change-webhook.js";
import { newSecret, ROTATE, sealedPlace, secretOf } from "./webhook.store.js";
import { webhookPayload, WebhookSecretPayload } from "./webhook.type.js";

const OVERLAP_HOURS = 24;

@Resolver()
export class RotateWebhookSecret {
  @visibleTo("CLINIC_STAFF", "NETWORK_MANAGER")
  @Mutation(() => WebhookSecretPayload, {
    description: "Gives an endpoint a new secret. For 24 hours each message is signed with the one before as well, and with none older.",
  })
  async rotateWebhookSecret(
    @Arg("input", () => ChangeWebhookInput) input: ChangeWebhookInput,
    @Ctx() ctx: Context,
  ): Promise<WebhookSecretPayload> {
    const { personalData } = ctx.services;
    const secret = newSecret();
    const outcome = await changeWebhook(ctx, "rotateWebhookSecret", input, async (tx, { id }) => {
      const former = personalData.decrypt(present(await secretOf(tx, id), "an endpoint has a secret"), sealedPlace("secret", id));
      const sealed = personalData.encrypt(secret, sealedPlace("secret", id));
      return [change(ROTATE.with(id, sealed, personalData.encrypt(former, sealedPlace("former_secret", id)), OVERLAP_HOURS), 1)];
    });
    return { ...webhookPayload(outcome), secret: outcome.result && !outcome.replayed ? secret : null };
  }
}
