import { code, type EventType, id } from "../../event-type.js";

export const promiseChanged = {
  topic: "promise.changed",
  words: ["Promise changed", "Løfte ændret", "How a promise stands has changed, and it is not in danger."],
  about: "Claim",
  forClinic: false,
  data: { claimId: id("Claim"), state: code("How the promise stands.") },
} as const satisfies EventType;
