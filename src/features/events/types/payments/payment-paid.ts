import { type EventType } from "../../event-type.js";
import { PAYMENT } from "./payment-data.js";

export const paymentPaid = {
  topic: "payment.paid",
  words: ["Payment paid", "Betaling gennemført", "The bank has carried out a payment."],
  about: "SettlementPayment",
  forClinic: true,
  data: { ...PAYMENT },
} as const satisfies EventType;
