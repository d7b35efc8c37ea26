import { refusal } from "../../../../kernel/refusal.js";

export const BUSY = refusal("BUSY", "A line changed while it was gathered; nothing was changed by this request.", {
  remedy: "Send the same request again with the same idempotency key.",
  retryable: true,
});
