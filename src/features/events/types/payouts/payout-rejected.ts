import { type EventType, id } from "../../event-type.js";

export const payoutRejected = {
  topic: "payout.rejected",
  words: ["Payout rejected", "Udbetaling afvist", "The bank has refused a payout to a member."],
  about: "SettlementPayment",
  forClinic: false,
  data: { paymentId: id("SettlementPayment") },
} as const satisfies EventType;
