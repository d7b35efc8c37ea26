import { codes, type EventType, id } from "../../event-type.js";

export const claimChanged = {
  topic: "claim.changed",
  words: [
    "Claim changed",
    "Skade ændret",
    "Something was decided or recorded about a claim: it was approved, denied, completed, or its cover changed.",
  ],
  about: "Claim",
  forClinic: false,
  data: { claimId: id("Claim"), events: codes("What happened, as in the history of the claim.") },
} as const satisfies EventType;
