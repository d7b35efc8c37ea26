import { type EventType } from "../../event-type.js";
import { PAYMENT } from "./payment-data.js";

export const paymentReturned = {
  topic: "payment.returned",
  words: ["Payment returned", "Betaling returneret", "A payment came back after the bank had carried it out."],
  about: "SettlementPayment",
  forClinic: true,
  data: { ...PAYMENT },
} as const satisfies EventType;
