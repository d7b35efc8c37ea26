import { type EventType } from "../../event-type.js";
import { PAYMENT } from "./payment-data.js";

export const paymentAccepted = {
  topic: "payment.accepted",
  words: ["Payment accepted", "Betaling modtaget af banken", "The bank will carry out a payment."],
  about: "SettlementPayment",
  forClinic: true,
  data: { ...PAYMENT },
} as const satisfies EventType;
