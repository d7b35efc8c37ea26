import { type EventType, id } from "../../event-type.js";

export const authorityWithdrawn = {
  topic: "authority.withdrawn",
  words: ["Authority withdrawn", "Fuldmagt trukket tilbage", "An authority opens nothing any more."],
  about: "Authority",
  forClinic: false,
  data: { authorityId: id("Authority") },
} as const satisfies EventType;
