import { type EventType, id } from "../../event-type.js";

export const settlementRejected = {
  topic: "settlement.rejected",
  words: ["Batch sent back", "Kørsel sendt tilbage", "A second person sent a batch back: its lines are payable again."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
