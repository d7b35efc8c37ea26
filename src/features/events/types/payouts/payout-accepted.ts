import { type EventType, id } from "../../event-type.js";

export const payoutAccepted = {
  topic: "payout.accepted",
  words: ["Payout accepted", "Udbetaling modtaget af banken", "The bank will carry out a payout to a member."],
  about: "SettlementPayment",
  forClinic: false,
  data: { paymentId: id("SettlementPayment") },
} as const satisfies EventType;
