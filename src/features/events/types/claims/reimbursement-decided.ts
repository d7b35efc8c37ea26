import { type EventType, id } from "../../event-type.js";

export const reimbursementDecided = {
  topic: "reimbursement.decided",
  words: ["Bill decided", "Regning afgjort", "It was decided what a member is reimbursed of a bill."],
  about: "Reimbursement",
  forClinic: false,
  data: { reimbursementId: id("Reimbursement"), claimId: id("Claim") },
} as const satisfies EventType;
