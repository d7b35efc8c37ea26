import { type EventType } from "../../event-type.js";
import { RECEIVABLE } from "./receivable-data.js";

export const receivableTransferred = {
  topic: "receivable.transferred",
  words: ["Receivable transferred", "Tilgodehavende overdraget", "Another company has taken over what a provider owes."],
  about: "Receivable",
  forClinic: true,
  data: { ...RECEIVABLE },
} as const satisfies EventType;
