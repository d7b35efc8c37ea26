import { type EventType, id } from "../../event-type.js";

export const settlementClosed = {
  topic: "settlement.closed",
  words: ["Batch closed", "Kørsel lukket", "What is to be paid was gathered into a batch."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
