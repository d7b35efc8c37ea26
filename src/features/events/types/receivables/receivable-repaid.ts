import { type EventType } from "../../event-type.js";
import { RECEIVABLE } from "./receivable-data.js";

export const receivableRepaid = {
  topic: "receivable.repaid",
  words: ["Repayment received", "Tilbagebetaling modtaget", "Money that a provider has paid back was recorded."],
  about: "Receivable",
  forClinic: true,
  data: { ...RECEIVABLE },
} as const satisfies EventType;
