import { type EventType } from "../../event-type.js";
import { RATE } from "./rate-data.js";

export const rateRejected = {
  topic: "rate.rejected",
  words: ["Rate rejected", "Takst afvist", "A proposed rate was turned down."],
  about: "AgreedRate",
  forClinic: true,
  data: { ...RATE },
} as const satisfies EventType;
