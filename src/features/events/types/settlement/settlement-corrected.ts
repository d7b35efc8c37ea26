import { type EventType, id } from "../../event-type.js";

export const settlementCorrected = {
  topic: "settlement.corrected",
  words: ["Settlement corrected", "Afregning rettet", "A line of a settlement was corrected by another."],
  about: "SettlementLine",
  forClinic: true,
  data: { lineId: id("SettlementLine"), correctsId: id("SettlementLine", "The line that it corrects."), providerId: id("Organisation") },
} as const satisfies EventType;
