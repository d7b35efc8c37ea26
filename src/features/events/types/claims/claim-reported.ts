import { type EventType, id } from "../../event-type.js";

export const claimReported = {
  topic: "claim.reported",
  words: ["Claim reported", "Skade anmeldt", "A claim was reported and has an id."],
  about: "Claim",
  forClinic: false,
  data: { claimId: id("Claim") },
} as const satisfies EventType;
