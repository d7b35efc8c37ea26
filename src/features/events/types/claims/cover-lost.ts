import { type EventType, id } from "../../event-type.js";

export const coverLost = {
  topic: "cover.lost",
  words: [
    "Cover lost",
    "Dækning bortfaldet",
    "A policy no longer carries a claim or an appointment of it; the health team decides what becomes of it.",
  ],
  about: "Claim",
  forClinic: false,
  data: { claimId: id("Claim"), policyId: id("Policy"), bookingId: id("Booking", "The appointment, where it is one.") },
} as const satisfies EventType;
