/** What this feature adds to the gateway; src/assembly/features.ts joins the lists. */
import type { Feature } from "../../gateway/feature.js";
import { HOUR } from "../../platform/job.js";
import { ApproveWebhook } from "./approve-webhook.js";
import { deliverWebhooks } from "./delivery/deliver-webhooks.js";
import { sweepDeliveries } from "./delivery/delivery.store.js";
import { DisableWebhook } from "./disable-webhook.js";
import { EnableWebhook } from "./enable-webhook.js";
import { fetchWebhooks, ListWebhooks } from "./list-webhooks.js";
import { RegisterWebhook } from "./register-webhook.js";
import { resealWebhooks } from "./reseal-webhooks.js";
import { ResendDeliveries } from "./delivery/resend-deliveries.js";
import { RotateWebhookSecret } from "./rotate-webhook-secret.js";

export const webhooks: Feature = {
  resolvers: [ApproveWebhook, DisableWebhook, EnableWebhook, ListWebhooks, RegisterWebhook, ResendDeliveries, RotateWebhookSecret],
  nodes: { Webhook: fetchWebhooks },
  jobs: [
    { name: "deliver-webhooks", everySeconds: 1, by: "ALL", run: (ctx) => deliverWebhooks(ctx) },
    { name: "reseal-webhooks", everySeconds: HOUR, by: "ONE", run: resealWebhooks },
    {
      name: "sweep-deliveries",
      everySeconds: HOUR,
      by: "ONE",
      run: ({ database }) => sweepDeliveries(database),
    },
  ],
};
