import { type EventType } from "../../event-type.js";
import { PAYMENT } from "./payment-data.js";

export const paymentRejected = {
  topic: "payment.rejected",
  words: ["Payment rejected", "Betaling afvist", "The bank has refused a payment."],
  about: "SettlementPayment",
  forClinic: true,
  data: { ...PAYMENT },
} as const satisfies EventType;
