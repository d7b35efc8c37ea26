import { enumOf } from "../../gateway/api/enum.js";
import { DELIVERY_STATE_WORDS, DISABLED_REASON_WORDS, WEBHOOK_STATE_WORDS } from "./webhook-words.js";

export const WebhookStateEnum = enumOf("WebhookState", "How an endpoint stands.", WEBHOOK_STATE_WORDS);
export const WebhookDeliveryStateEnum = enumOf("WebhookDeliveryState", "What became of a delivery.", DELIVERY_STATE_WORDS);
export const WebhookDisabledReasonEnum = enumOf(
  "WebhookDisabledReason",
  "Why an endpoint is disabled. Values may be added.",
  DISABLED_REASON_WORDS,
);
