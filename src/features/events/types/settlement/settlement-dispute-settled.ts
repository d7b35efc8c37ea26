import { type EventType, id } from "../../event-type.js";

export const settlementDisputeSettled = {
  topic: "settlement.dispute-settled",
  words: ["Dispute settled", "Uenighed afgjort", "A line that was held back because the member disputed it may be paid."],
  about: "SettlementLine",
  forClinic: true,
  data: { lineId: id("SettlementLine"), bookingId: id("Booking"), providerId: id("Organisation") },
} as const satisfies EventType;
