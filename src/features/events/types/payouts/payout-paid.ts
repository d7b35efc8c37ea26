import { type EventType, id } from "../../event-type.js";

export const payoutPaid = {
  topic: "payout.paid",
  words: ["Payout paid", "Udbetaling gennemført", "The bank has carried out a payout to a member."],
  about: "SettlementPayment",
  forClinic: false,
  data: { paymentId: id("SettlementPayment") },
} as const satisfies EventType;
