import { type EventType, id } from "../../event-type.js";

export const settlementSent = {
  topic: "settlement.sent",
  words: ["Batch sent", "Kørsel sendt", "The payment file of a batch was handed out."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
