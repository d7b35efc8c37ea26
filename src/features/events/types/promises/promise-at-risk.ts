import { code, type EventType, id } from "../../event-type.js";

export const promiseAtRisk = {
  topic: "promise.at-risk",
  words: ["Promise at risk", "Løfte i fare", "A first appointment inside the promise is in danger, or was missed."],
  about: "Claim",
  forClinic: false,
  data: { claimId: id("Claim"), state: code("How the promise stands."), reason: code("Why, where one reason is known.") },
} as const satisfies EventType;
