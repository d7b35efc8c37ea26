import { type EventType, id } from "../../event-type.js";

export const providerSelfBillingAccepted = {
  topic: "provider.self-billing-accepted",
  words: ["Self-billing accepted", "Selvfakturering accepteret", "A provider lets the insurer issue its invoices."],
  about: "Organisation",
  forClinic: true,
  data: { providerId: id("Organisation") },
} as const satisfies EventType;
