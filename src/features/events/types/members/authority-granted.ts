import { type EventType, id } from "../../event-type.js";

export const authorityGranted = {
  topic: "authority.granted",
  words: ["Authority granted", "Fuldmagt givet", "A member lets somebody else see or speak."],
  about: "Authority",
  forClinic: false,
  data: { authorityId: id("Authority") },
} as const satisfies EventType;
