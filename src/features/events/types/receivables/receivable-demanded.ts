import { type EventType } from "../../event-type.js";
import { RECEIVABLE } from "./receivable-data.js";

export const receivableDemanded = {
  topic: "receivable.demanded",
  words: ["Repayment demanded", "Tilbagebetaling krævet", "A provider has to pay back in money what was taken back."],
  about: "Receivable",
  forClinic: true,
  data: { ...RECEIVABLE },
} as const satisfies EventType;
