import { type EventType, id } from "../../event-type.js";

export const settlementDisputeAnswered = {
  topic: "settlement.dispute-answered",
  words: ["Dispute answered", "Indsigelse besvaret", "The clinic has said what it knows of a treatment that the member disputes."],
  about: "SettlementLine",
  forClinic: false,
  data: { lineId: id("SettlementLine"), bookingId: id("Booking") },
} as const satisfies EventType;
