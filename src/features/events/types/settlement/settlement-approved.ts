import { type EventType, id } from "../../event-type.js";

export const settlementApproved = {
  topic: "settlement.approved",
  words: ["Batch approved", "Kørsel godkendt", "A second person approved a batch."],
  about: "SettlementBatch",
  forClinic: false,
  data: { batchId: id("SettlementBatch") },
} as const satisfies EventType;
