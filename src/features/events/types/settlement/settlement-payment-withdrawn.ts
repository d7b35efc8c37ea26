import { type EventType, id } from "../../event-type.js";

export const settlementPaymentWithdrawn = {
  topic: "settlement.payment-withdrawn",
  words: ["Payment taken out", "Betaling taget ud", "A payment was taken out of a batch before its file had left."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
