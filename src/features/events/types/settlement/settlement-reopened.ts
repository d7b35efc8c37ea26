import { type EventType, id } from "../../event-type.js";

export const settlementReopened = {
  topic: "settlement.reopened",
  words: ["Batch reopened", "Kørsel genåbnet", "The approval of a batch was taken back before its file had left."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
