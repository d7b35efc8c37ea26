import { type EventType, id } from "../../event-type.js";

export const payoutReturned = {
  topic: "payout.returned",
  words: ["Payout returned", "Udbetaling returneret", "The bank has sent a payout to a member back."],
  about: "SettlementPayment",
  forClinic: false,
  data: { paymentId: id("SettlementPayment") },
} as const satisfies EventType;
