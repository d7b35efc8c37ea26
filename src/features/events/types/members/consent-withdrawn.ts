import { type EventType, id } from "../../event-type.js";

export const consentWithdrawn = {
  topic: "consent.withdrawn",
  words: ["Consent withdrawn", "Samtykke trukket tilbage", "A consent holds no longer: what rests on it must stop."],
  about: "Claim",
  forClinic: false,
  data: { consentId: id("Consent"), claimId: id("Claim") },
} as const satisfies EventType;
