import { type EventType, id } from "../../event-type.js";

export const consentGiven = {
  topic: "consent.given",
  words: ["Consent given", "Samtykke givet", "A member has given or renewed a consent for a claim."],
  about: "Claim",
  forClinic: false,
  data: { consentId: id("Consent"), claimId: id("Claim") },
} as const satisfies EventType;
