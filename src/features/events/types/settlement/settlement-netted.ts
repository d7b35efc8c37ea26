import { type EventType, id } from "../../event-type.js";

export const settlementNetted = {
  topic: "settlement.netted",
  words: ["Batch netted", "Kørsel udlignet", "Everything of a batch was settled against each other: no bank hears of it."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
