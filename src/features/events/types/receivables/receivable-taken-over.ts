import { id, type EventType } from "../../event-type.js";

export const receivableTakenOver = {
  topic: "receivable.taken-over",
  words: ["Receivable taken over", "Tilgodehavende overtaget", "A provider owes now what another company owed before."],
  about: "Receivable",
  forClinic: true,
  data: { receivableId: id("Receivable"), providerId: id("Organisation", "The company that owes it from now on.") },
} as const satisfies EventType;
