import { type EventType, id } from "../../event-type.js";

export const policyWithdrawn = {
  topic: "policy.withdrawn",
  words: ["Policy withdrawn", "Police udmeldt", "A cover has ended back in time."],
  about: "Policy",
  forClinic: false,
  data: { policyId: id("Policy") },
} as const satisfies EventType;
