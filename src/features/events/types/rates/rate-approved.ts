import { type EventType } from "../../event-type.js";
import { RATE } from "./rate-data.js";

export const rateApproved = {
  topic: "rate.approved",
  words: ["Rate approved", "Takst godkendt", "A rate is agreed from its first day on."],
  about: "AgreedRate",
  forClinic: true,
  data: { ...RATE },
} as const satisfies EventType;
