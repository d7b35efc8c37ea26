import { type EventType } from "../../event-type.js";
import { RATE } from "./rate-data.js";

export const rateProposed = {
  topic: "rate.proposed",
  words: ["Rate proposed", "Takst foreslået", "A rate waits for approval."],
  about: "AgreedRate",
  forClinic: true,
  data: { ...RATE },
} as const satisfies EventType;
