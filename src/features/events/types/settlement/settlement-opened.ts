import { type EventType, id } from "../../event-type.js";

export const settlementOpened = {
  topic: "settlement.opened",
  words: ["Batch opened", "Kørsel åbnet", "Somebody closes a batch: its lines are being gathered."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
